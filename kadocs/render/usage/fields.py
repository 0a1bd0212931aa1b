"""The fields that a template uses, as a tree of names, each with the kind that its uses give away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kadocs.render.usage.listing import MANY
from kadocs.render.usage.uses import EACH, How, Kind, Use


@dataclass(frozen=True, slots=True)
class Field:
    """A field: a record has `fields`, a list has an `item`.

    `always` says that it is printed or looped over whatever the data holds, so that data must hold it.
    """

    name: str
    kind: Kind
    fields: tuple[Field, ...] = ()
    item: Field | None = None
    always: bool = False


def tree(uses: Iterable[Use]) -> tuple[Field, ...]:
    """The fields at the top, in the order in which they are first used."""
    root = _Node()
    for use in uses:
        node = root
        for step in use.path:
            node = node.parts.setdefault(step, _Node())
        node.hows.add((use.how, use.by))
        node.always |= use.certain and use.how in _DEMANDS
    return tuple(_field(name, node) for name, node in root.parts.items())


def json_schema(fields: Iterable[Field]) -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of data that a template with these fields takes."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_record(fields)}


_DEMANDS = frozenset({How.PRINT, How.FEED, How.LOOP})
_MONEY = frozenset({"money", "rmb", "wan", "words"})
_NUMBER = frozenset({"abs", "filesizeformat", "float", "int", "number", "percent", "round"})
_DATE = frozenset({"cn_date", "date"})
_DATETIME = frozenset({"datetime"})
_TEXT = frozenset(
    {"capitalize", "center", "format", "indent", "link", "lower", "markdown", "replace", "striptags", "title"}
    | {"bank", "scans", "trim", "truncate", "upper", "urlencode", "wordcount", "wordwrap"}
)
_RECORD_METHODS = frozenset({"items", "keys", "values"})
_CONSTANTS = {"str": Kind.TEXT, "int": Kind.NUMBER, "float": Kind.NUMBER, "bool": Kind.FLAG}
_TYPES: dict[Kind, dict[str, object]] = {
    Kind.TEXT: {"type": ["string", "number"]},
    Kind.NUMBER: {"type": ["number", "string"]},
    Kind.MONEY: {"type": ["number", "string"]},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.DATETIME: {"type": "string", "format": "date-time"},
    Kind.FLAG: {"type": "boolean"},
    Kind.IMAGE: {"type": "string", "format": "uri-reference"},
}


@dataclass(slots=True)
class _Node:
    parts: dict[str, _Node] = field(default_factory=dict)
    hows: set[tuple[How, str]] = field(default_factory=set)
    always: bool = False


def _field(name: str, node: _Node) -> Field:
    kind = _kind(node)
    each = node.parts.get(EACH)
    if kind is Kind.LIST:
        return Field(name, kind, (), _field("", each or _Node()), node.always)
    fields = tuple(_field(n, part) for n, part in node.parts.items() if n != EACH)
    return Field(name, kind, fields if kind is Kind.RECORD else (), None, node.always)


def _kind(node: _Node) -> Kind:
    """The kind that fits all that is done with a value, the strongest hint first."""
    if node.parts.keys() - {EACH}:
        return Kind.RECORD
    filters = {by for how, by in node.hows if how is How.FILTER}
    if EACH in node.parts or filters & MANY or "bullets" in filters or (How.LOOP, "") in node.hows:
        return Kind.LIST
    for kind, names in (
        (Kind.MONEY, _MONEY),
        (Kind.DATETIME, _DATETIME),
        (Kind.DATE, _DATE),
        (Kind.NUMBER, _NUMBER),
        (Kind.TEXT, _TEXT),
    ):
        if filters & names:
            return kind
    return Kind.IMAGE if "image" in filters else _kind_of_scalar(node)


def _kind_of_scalar(node: _Node) -> Kind:
    methods = {by for how, by in node.hows if how is How.METHOD}
    if methods:
        return Kind.RECORD if methods & _RECORD_METHODS else Kind.TEXT
    compared = [
        _CONSTANTS[by] for how, by in sorted(node.hows, key=str) if how is How.COMPARE and by in _CONSTANTS
    ]
    if compared:
        return compared[0]
    if (How.FILTER, "length") in node.hows or (How.FILTER, "count") in node.hows:
        return Kind.LIST
    done = {how for how, _ in node.hows}
    if How.COUNT in done:
        return Kind.NUMBER
    if done & {How.PRINT, How.FEED, How.JOIN, How.FILTER}:
        return Kind.TEXT
    return Kind.FLAG if How.TEST in done else Kind.ANY


def _record(fields: Iterable[Field]) -> dict[str, object]:
    listed = list(fields)
    schema: dict[str, object] = {"type": "object", "properties": {f.name: _schema(f) for f in listed}}
    required = [f.name for f in listed if _needed(f)]
    return {**schema, "required": required} if required else schema


def _needed(each: Field) -> bool:
    return each.always or any(map(_needed, each.fields))


def _schema(each: Field) -> dict[str, object]:
    if each.kind is Kind.RECORD:
        return _record(each.fields)
    if each.kind is Kind.LIST:
        return {"type": "array", "items": _schema(each.item) if each.item else {}}
    return dict(_TYPES.get(each.kind, {}))
