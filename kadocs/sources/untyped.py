"""Data without a schema, for templates that bring their own: YAML 1.2 core types, numbers kept exact."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from kadocs.findings import Place, Text, refuse
from kadocs.sources import files
from kadocs.tree.node import NULLS, Mapping, Node, Scalar

MAX_DIGITS = 1000
"""The longest number; printing one with a huge exponent would fill the memory."""

_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONG = Text("数字太长", "the number is too long")
_LONG_HINT = Text("请给它加上引号，当作文字", "Put it in quotes, to be taken as text")
_ROOT = Text("文件里没有“名称: 值”", "the file holds no “name: value”")
_ROOT_HINT = Text(
    "请在最外层写模板要用的名称，例如 customer: 华光", "Name what the template uses, such as customer: Acme"
)


def data(path: Path) -> dict[str, object]:
    """What a YAML or JSON file says: true/false, null, int, Decimal, text, and dicts and lists of them.

    A value in quotes is text. Includes are not followed: `include` may be a name like any other.
    Raises `Refused` if the file cannot be read, or is not a mapping.
    """
    node = files.parse(path, Place(files.shown(path)))
    if not isinstance(node, Mapping):
        raise refuse("DATA024", node.place, _ROOT, _ROOT_HINT)
    return {key: value(item) for key, item in node.items.items()}


def value(node: Node) -> object:
    """The node as YAML 1.2's core schema reads it, decimals as Decimal; all else that is unquoted is text."""
    if isinstance(node, Mapping):
        return {key: value(item) for key, item in node.items.items()}
    if isinstance(node, Scalar):
        return _plain(node) if node.plain else node.text
    return [value(item) for item in node.items]


def _plain(node: Scalar) -> object:
    text = node.text
    if text in NULLS:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
        return _number(node)
    return text


def _number(node: Scalar) -> int | Decimal:
    text = node.text
    if len(text) > MAX_DIGITS:
        raise refuse("DATA013", node.place, _LONG, _LONG_HINT)
    if _INTEGER.fullmatch(text):
        return int(text, 0 if text[:2] in ("0o", "0x") else 10)
    number = Decimal(text)
    if abs(number.adjusted()) > MAX_DIGITS:
        raise refuse("DATA013", node.place, _LONG, _LONG_HINT)
    return number
