"""A deal's raw tree → YAML or JSON text that reads as the same deal, in the order of the model."""

from __future__ import annotations

import json as json_
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml as yaml_

from kadocs.figures import dates
from kadocs.findings import Fault, Text
from kadocs.model import Deal, Field, inputs
from kadocs.model.noun import Noun
from kadocs.model.types import MARKS, Kind, flag
from kadocs.sources.listed import listed
from kadocs.tree.node import NULLS, Mapping, Node, Sequence, plain

Written: TypeAlias = Any
"""What a text is made of: dicts, lists, text, bool, and numbers as they were written."""

_Form: TypeAlias = Callable[[str, Field], Written]
"""How a format writes a single value."""

_YES, _NO = Text("是", "yes"), Text("否", "no")
_COUNTED = (Kind.NUMBER, Kind.COUNT, Kind.PERCENT, Kind.AMOUNT)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST_ROW = 80
_INDENT = "  "


def yaml(node: Node, language: str) -> bytes:
    """The deal as YAML, choices by their labels in `language`, each section under its title."""

    def form(text: str, field: Field) -> Written:
        if field.choice:
            return field.choice.read(text).label.in_(language)
        return (_YES if flag(text) else _NO).in_(language) if field.kind is Kind.FLAG else _day(text, field)

    parts = [
        f"# {field.mark.title.in_(language)}\n{_dumped({field.key: value})}"
        for field, value in _fields(node, Deal, form)
    ]
    return ("\n".join(parts) or "{}\n").encode()


def json(node: Node) -> bytes:
    """The deal as JSON: choices by their codes, flags and plain numbers as what they are."""

    def form(text: str, field: Field) -> Written:
        if field.choice:
            return field.choice.read(text).code
        if field.kind is Kind.FLAG:
            return flag(text)
        return _Number(text) if field.kind in _COUNTED and _NUMBER.fullmatch(text) else _day(text, field)

    value = {field.key: value for field, value in _fields(node, Deal, form)}
    return ("".join(_encoded(value, "\n")) + "\n").encode()


class _Number(str):
    """A number, digit for digit."""


class _Row(list[Any]):
    """A list that stands on one line."""


def _fields(node: Node, noun: type[Noun], form: _Form) -> Iterator[tuple[Field, Written]]:
    """What the tree says of each field, in the order of the model."""
    items = node.items if isinstance(node, Mapping) else {}
    for field in inputs(noun).values():
        value = _value(items[field.key], field, form) if field.key in items else None
        if value not in (None, [], {}):
            yield field, value


def _value(node: Node, field: Field, form: _Form) -> Written:
    if field.noun and isinstance(node, Sequence):
        return [_record(item, field.noun, form) for item in node.items]
    if field.noun:
        return _record(node, field.noun, form)
    if field.kind in MARKS:
        return _entries(node, field.kind)
    if isinstance(node, Mapping):  # an amount with its currency apart
        return plain(node)
    said = plain(node)
    return None if said is None else form(str(said), field)


def _record(node: Node, noun: type[Noun], form: _Form) -> dict[str, Written]:
    return {field.key: value for field, value in _fields(node, noun, form)}


def _entries(node: Node, kind: Kind) -> list[str]:
    found = listed(node, kind)
    short = kind is Kind.NAMES and sum(map(len, found)) <= _LONGEST_ROW
    return _Row(found) if short and not any("\n" in each for each in found) else list(found)


def _day(text: str, field: Field) -> str:
    if field.kind is not Kind.DAY:
        return text
    try:
        return dates.parse(text).isoformat()
    except Fault:  # a certificate that is valid without end
        return text


class _Dumper(yaml_.SafeDumper):
    """Writes all as text, which the reader takes it for, with quotes only where the syntax wants them."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the base class has it so

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml_.SafeDumper, text: str) -> yaml_.ScalarNode:
    style = "|" if "\n" in text else None
    if text in NULLS:
        style = "'"
    elif any(not (sign.isprintable() or sign in "\n\t\u3000\xa0") for sign in text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _row(dumper: yaml_.SafeDumper, row: _Row) -> yaml_.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Row, _row)


def _dumped(value: Written) -> str:
    return yaml_.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=float("inf"),
    )


def _encoded(value: Written, line: str) -> Iterator[str]:
    """The value as JSON; `line` ends a line and indents the next."""
    if isinstance(value, dict | list) and value:
        begin, end = "{}" if isinstance(value, dict) else "[]"
        names = [f"{json_.dumps(key)}: " for key in value] if isinstance(value, dict) else [""] * len(value)
        members = value.values() if isinstance(value, dict) else value
        inner = line + _INDENT
        yield begin
        for number, (name, member) in enumerate(zip(names, members, strict=True)):
            yield f"{',' if number else ''}{inner}{name}"
            yield from _encoded(member, inner)
        yield line + end
    else:
        yield str(value) if isinstance(value, _Number) else json_.dumps(value, ensure_ascii=False)
