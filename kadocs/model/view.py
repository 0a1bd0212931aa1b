"""What an audience may see of a deal: the only form in which a template ever receives one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, Never

from kadocs.figures.masks import masked
from kadocs.figures.missing import Missing
from kadocs.findings import Fault, Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.schema import Field, fields

_ROW = re.compile(r"\[\d+\]")


class Label(str):
    """A choice as its label reads, which still equals its code: `{% if r.response == "partial" %}`."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, text: str, code: str) -> Label:
        """The label `text` of the choice `code`."""
        label = super().__new__(cls, text)
        label.code = code
        return label

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) is True or self.code == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


class Record(dict[str, Any]):
    """A noun as an audience sees it: a field at each name, and a reason for each that is not there.

    A field without a value is `Missing`, a list without items is empty, a section that the deal
    does not have is a record that is false. Asking for anything else raises `Fault`.
    """

    __slots__ = ("_guide", "absent")

    def __init__(self, values: dict[str, Any], guide: _Guide, absent: bool) -> None:
        super().__init__(values)
        self._guide = guide
        self.absent = absent

    def __bool__(self) -> bool:
        return not self.absent

    def naming(self, name: str, value: object) -> Record:
        """The record with a further name; its fields come first."""
        return Record({name: value, **self}, self._guide, self.absent)

    def told(self, change: Callable[[str], str | None], path: str = "") -> Record:
        """The record, at `path`, with every text as `change` gives it; one without is missing."""
        values = {
            name: _told(value, change, _joined(path, name), self._guide.title(name))
            for name, value in self.items()
        }
        return Record(values, self._guide, self.absent)

    def __missing__(self, name: str) -> Never:
        raise self._guide.refuse(name)


@dataclass(frozen=True, slots=True)
class _Guide:
    """What to say of names that a record does not hold."""

    noun: type[Noun]
    audience: Audience

    def refuse(self, name: str) -> Fault:
        return refusal(self.noun, name, self.audience)

    def title(self, name: str) -> Text:
        mark = _marks(self.noun).get(name)
        return mark.title if mark else Text(name, name)


def _told(value: Any, change: Callable[[str], str | None], path: str, title: Text) -> Any:
    if isinstance(value, Record):
        return value.told(change, path)
    if isinstance(value, tuple):
        items = (_told(item, change, path, title) for item in value)
        return tuple(item for item in items if not isinstance(item, Missing))
    if not isinstance(value, str) or isinstance(value, Label):
        return value
    changed = change(value)
    return Missing(path, title) if changed is None else changed


def refusal(noun: type[Noun], name: str, audience: Audience) -> Fault:
    """Why `audience` does not get the field `name` of a noun: it may not see it, or there is none."""
    marks = _marks(noun)
    if name in marks:
        return _hidden(noun, name, marks[name], audience)
    return _unknown(noun, name, [n for n, mark in marks.items() if mark.audience <= audience])


def hidden(noun: type[Noun], name: str, audience: Audience) -> bool:
    """Whether a noun has a field `name` that `audience` may not see."""
    mark = _marks(noun).get(name)
    return mark is not None and mark.audience > audience


def _marks(noun: type[Noun]) -> dict[str, Mark]:
    return {field.name: field.mark for field in fields(noun) if not field.stated}


def _hidden(noun: type[Noun], name: str, mark: Mark, audience: Audience) -> Fault:
    return Fault(
        Text(
            "字段“{t}”（{n}）属于{m}，本文档（{a}）不能使用",
            "the field “{t}” ({n}) is {m}; this document is {a}",
        ).fill(t=mark.title, n=f"{noun.__name__}.{name}", m=mark.audience.title, a=audience.title),
        Text("请从模板中删去这个字段", "Remove the field from the template"),
    )


def _unknown(noun: type[Noun], name: str, known: list[str]) -> Fault:
    near = difflib.get_close_matches(str(name), known, n=1)
    return Fault(
        Text("{s}没有名为“{n}”的字段", "{s} has no field named “{n}”").fill(s=noun.__name__, n=name),
        Text("是否想写“{n}”？", "Did you mean “{n}”?").fill(n=near[0])
        if near
        else Text("可用的字段：{k}", "Its fields are: {k}").fill(k=", ".join(known)),
    )


def is_masked(mark: Mark, audience: Audience) -> bool:
    """Whether `audience` sees the field masked: it is personal data, and they are not our own people."""
    return mark.personal and audience <= Audience.PARTNER


def view(
    noun: Noun,
    audience: Audience,
    language: str,
    needed: Collection[str] = (),
    personal: Collection[str] = (),
) -> Record:
    """The noun as `audience` may see it, lists and computed values included, labels in `language`.

    A `needed` list (by its dotted name) that is empty has one row without values, so that a draft shows
    where it belongs; what is worked out from a needed field without a value has none either. Personal data
    is masked for those outside, save the fields that `personal` names (by their dotted names, without rows).
    """
    return _Sight(audience, language, frozenset(needed), frozenset(personal)).record(noun, type(noun), "")


@cache
def visible(noun: type[Noun], audience: Audience) -> tuple[Field, ...]:
    """The fields that the audience sees; a computed value stands before the input that states it."""
    return tuple(field for field in fields(noun) if field.mark.audience <= audience and not field.stated)


@cache
def _guide(noun: type[Noun], audience: Audience) -> _Guide:
    return _Guide(noun, audience)


@cache
def _defaults(noun: type[Noun]) -> dict[str, Any]:
    """What the fields of a noun hold where nothing is said of it."""
    return {name: info.default for name, info in noun.model_fields.items() if not info.is_required()}


@dataclass(frozen=True, slots=True)
class _Sight:
    """How a deal is seen. A `gap` is the needed field for want of which something has no value."""

    audience: Audience
    language: str
    needed: frozenset[str]
    personal: frozenset[str]

    def record(self, noun: Noun | None, kind: type[Noun], path: str, gap: str = "") -> Record:
        values = {
            field.name: self._field(noun, kind, field, path, gap) for field in visible(kind, self.audience)
        }
        return Record(values, _guide(kind, self.audience), absent=noun is None)

    def _field(self, noun: Noun | None, kind: type[Noun], field: Field, path: str, gap: str) -> Any:
        inputs = [name for name in field.of if self._lacks(noun, name, path)]
        lost = noun is None or (inputs and len(inputs) == len(field.of))
        value = _defaults(kind).get(field.name) if lost else getattr(noun, field.name)
        own = [field.name] if self._lacks(noun, field.name, path) else inputs
        lacking = _joined(path, own[0]) if own else ""
        here = _joined(path, field.key)
        if not field.many:
            return self._one(value, field, here, gap or lacking)
        if not value and lacking:
            return (self._one(None, field, here, lacking),)
        return tuple(self._one(item, field, f"{here}[{n}]", lacking) for n, item in enumerate(value or ()))

    def _lacks(self, noun: Noun | None, name: str, path: str) -> bool:
        """Whether a field is needed and has no value."""
        return _joined(path, name) in self.needed and getattr(noun, name, None) in (None, "", ())

    def _one(self, value: Any, field: Field, path: str, gap: str) -> Any:
        if field.noun is not None:
            return self.record(value, field.noun, path, gap)
        if value is None:
            return Missing(gap or path, field.mark.title)
        if isinstance(value, Choice):
            return Label(value.label.in_(self.language), value.code)
        if is_masked(field.mark, self.audience) and _ROW.sub("", path) not in self.personal:
            return masked(value)
        return value.in_(self.language) if isinstance(value, Text) else value


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
