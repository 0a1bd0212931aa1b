"""What the model says of each of its fields: titles, unit, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from kadocs.findings import NOTHING, Text


class Audience(IntEnum):
    """Who may see a field, each seeing what those before may see, and more."""

    PUBLIC = 0
    CUSTOMER = 1
    PARTNER = 2
    INTERNAL = 3
    SECRET = 4

    @property
    def title(self) -> Text:
        """The audience's name as users read it."""
        return _AUDIENCE_TITLES[self]


_AUDIENCE_TITLES = {
    Audience.PUBLIC: Text("公开", "public"),
    Audience.CUSTOMER: Text("客户可见", "customer"),
    Audience.PARTNER: Text("合作伙伴可见", "partner"),
    Audience.INTERNAL: Text("内部", "internal"),
    Audience.SECRET: Text("机密", "secret"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A field's titles (`zh`, `en`), `unit`, lowest `audience`, and whether it is `personal` data.

    Personal are numbers of identity cards, private phones and e-mail addresses: those outside see them
    masked. A person's name is not, for documents address people by it.
    `names` are further headings under which teams keep the field in their workbooks; `help` is one line
    on what to fill in, for the workbook to fill in and the field manual.
    """

    zh: str
    en: str
    unit: Text = NOTHING
    audience: Audience = Audience.CUSTOMER
    personal: bool = False
    names: tuple[str, ...] = ()
    help: Text = NOTHING

    @property
    def title(self) -> Text:
        """The field's title in both languages."""
        return Text(self.zh, self.en)


class Computed(property):
    """A value that a noun works out from its fields, once, marked like a field; `of` names those fields."""

    mark: Mark
    of: tuple[str, ...]
    name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, noun: Any, owner: type | None = None) -> Any:
        if noun is None:
            return self
        known = noun.known()
        if self.name not in known:
            known[self.name] = super().__get__(noun, owner)
        return known[self.name]


def computed(mark: Mark, *of: str) -> Callable[[Callable[[Any], Any]], Any]:
    """A decorator that makes a method a `Computed` with `mark`, worked out from the fields `of` its noun."""

    def decorate(function: Callable[[Any], Any]) -> Computed:
        value = Computed(function)
        value.mark, value.of = mark, of
        return value

    return decorate
