"""The deal's schema as an audience sees it, for those who check templates before there is a deal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from kadocs.figures.money import Money
from kadocs.findings import NOTHING, Fault, Text
from kadocs.model.deal import Deal
from kadocs.model.marks import Audience
from kadocs.model.noun import Noun
from kadocs.model.schema import Field
from kadocs.model.types import Kind
from kadocs.model.view import Label, hidden, refusal, visible

_KINDS: dict[Kind, tuple[str, type]] = {
    Kind.TEXT: ("text", str),
    Kind.LINES: ("text", str),
    Kind.NAMES: ("text", str),
    Kind.SCAN: ("text", str),
    Kind.PICTURE: ("text", str),
    Kind.CHOICE: ("text", Label),
    Kind.NUMBER: ("number", Decimal),
    Kind.PERCENT: ("number", Decimal),
    Kind.COUNT: ("number", int),
    Kind.FLAG: ("flag", bool),
    Kind.DAY: ("date", date),
    Kind.MOMENT: ("datetime", datetime),
    Kind.AMOUNT: ("money", Money),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value of a deal's view is: a record of a noun, a list of items, or a single value.

    `more` are the names that a record knows beside its fields, each with what it is; one that is of no noun
    has no other.
    """

    kind: str
    audience: Audience
    noun: type[Noun] | None = None
    item: Shape | None = None
    value: type | None = None
    more: tuple[tuple[str, Shape], ...] = ()

    def field(self, name: str) -> Shape:
        """What `.name` of it is.

        Raises `Fault` where there is no such field, with the nearest name, or where the audience may
        not see it, and for anything on a list or a single value that it does not have.
        """
        for known, what in self.more:
            if known == name:
                return what
        if self.noun is not None:
            found = next((f for f in visible(self.noun, self.audience) if f.name == name), None)
            if found is None:
                raise refusal(self.noun, name, self.audience)
            return _of(found, self.audience)
        if self.kind == "any" or (self.value and not name.startswith("_") and hasattr(self.value, name)):
            return Shape("any", self.audience)
        known = ", ".join(known for known, _ in self.more)
        hint = Text("可用的有：{k}", "There are: {k}").fill(k=known) if known else NOTHING
        raise Fault(Text("它没有“{n}”", "it has no “{n}”").fill(n=name), hint)

    def hides(self, name: str) -> bool:
        """Whether there is a field of that name which the audience may not see."""
        return self.noun is not None and hidden(self.noun, name, self.audience)

    def along(self, path: str) -> Shape:
        """What a dotted path below it is. Raises `Fault` as `field` does."""
        found = self
        for name in path.split("."):
            found = found.field(name)
        return found

    def naming(self, name: str, item: Shape) -> Shape:
        """The record with a further name."""
        return replace(self, more=(*self.more, (name, item)))


@cache
def shape(audience: Audience, root: type[Noun] = Deal) -> Shape:
    """What a template for `audience` may use of a deal, or of another noun."""
    return Shape("record", audience, root)


@cache
def _of(field: Field, audience: Audience) -> Shape:
    if field.noun is not None:
        single = Shape("record", audience, field.noun)
    elif field.kind in _KINDS:
        kind, value = _KINDS[field.kind]
        single = Shape(kind, audience, value=value)
    else:
        single = Shape("any", audience)
    return Shape("list", audience, item=single) if field.many else single
