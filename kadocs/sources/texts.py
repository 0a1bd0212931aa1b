"""A deal's raw tree → YAML or JSON text that reads as the same deal, in the order of the model."""

from __future__ import annotations

import json as json_
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml as yaml_
from yaml import events

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
# What is surely a plain text of YAML; the library judges all others.
_PLAIN = re.compile(r"[^\W_](?:[\w ./()（），。；、：“”·%+-]*[\w./()（），。；、：“”·%+])?")
_PLAIN_IN_ROW = re.compile(r"[^\W_](?:[\w ./()·%+-]*[\w./()·%+])?")
_LONGEST_ROW = 80
_INDENT = "  "


def yaml(node: Node, language: str) -> bytes:
    """The deal as YAML, choices by their labels in `language`, each section under its title."""

    def form(text: str, field: Field) -> Written:
        if field.choice:
            return field.choice.read(text).label.in_(language)
        return (_YES if flag(text) else _NO).in_(language) if field.kind is Kind.FLAG else _day(text, field)

    parts = [
        "\n".join([f"# {field.mark.title.in_(language)}", *_lines({field.key: value}), ""])
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


def _lines(value: dict[str, Written], indent: str = "") -> Iterator[str]:
    """The lines of a mapping in YAML, lists indented below their names."""
    for key, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{key}:"
            yield from _lines(item, indent + _INDENT)
        elif isinstance(item, _Row):
            yield f"{indent}{key}: [{', '.join(map(_in_row, item))}]"
        elif isinstance(item, list):
            yield f"{indent}{key}:"
            for each in item:
                yield from _entry(each, indent + _INDENT)
        else:
            yield f"{indent}{key}: {_scalar(item, indent)}"


def _entry(value: Written, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {_scalar(value, indent)}"
        return
    first, *rest = _lines(value, indent + _INDENT)
    yield f"{indent}- {first.removeprefix(indent + _INDENT)}"
    yield from rest


def _scalar(text: str, indent: str) -> str:
    """A text, which the reader takes everything for, in quotes only where the syntax wants them."""
    if _PLAIN.fullmatch(text) and text not in NULLS:
        return text
    pair = (events.MappingStartEvent(None, None, True), _event("x"), _event(text), events.MappingEndEvent())
    first, *rest = _emitted(*pair)[len("x: ") :].split("\n")
    return "\n".join([first, *(indent + line if line else "" for line in rest)])


def _in_row(text: str) -> str:
    """A text as an entry of a list that stands on one line."""
    if _PLAIN_IN_ROW.fullmatch(text) and text not in NULLS:
        return text
    begin = events.SequenceStartEvent(None, None, True, flow_style=True)
    return _emitted(begin, _event(text), events.SequenceEndEvent())[1:-1]


def _event(text: str) -> events.ScalarEvent:
    return events.ScalarEvent(None, None, (True, True), text, style=_style(text))


def _emitted(*content: events.Event) -> str:
    """One value, as the library writes it on as few lines as there are in its text."""
    begin = (events.StreamStartEvent(), events.DocumentStartEvent())
    end = (events.DocumentEndEvent(), events.StreamEndEvent())
    text: str = yaml_.emit([*begin, *content, *end], allow_unicode=True, width=float("inf"))
    return text.rstrip("\n")


def _style(text: str) -> str | None:
    if text in NULLS:
        return "'"
    if any(not (sign.isprintable() or sign in "\n\t\u3000\xa0") for sign in text):
        return '"'
    return "|" if "\n" in text else None


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
