"""YAML → raw tree, straight from libyaml's events: every value stays text and knows its line."""

from __future__ import annotations

from typing import Any, Never

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.tree import syntax
from kadocs.tree.encoding import decode
from kadocs.tree.node import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 64
MAX_REPEATED = 100_000
"""How many values the aliases of one file may repeat in all; a bomb wants millions."""


def parse(source: str | bytes, file: str) -> Node:
    """The tree of a YAML text; an empty text is a blank value. `file` is its name in places.

    Raises `Refused` with every problem found: text that is not YAML, names given twice, tags, aliases
    that recur or explode, nesting too deep, several documents, an unknown encoding.
    """
    text = decode(source, file)
    builder = _Builder(text, file)
    try:
        return builder.document()
    except yaml.YAMLError as error:
        raise Refused([*builder.findings, syntax.explain(error, text, file)]) from None


class _Builder:
    """Builds one tree; problems that leave the rest readable are collected, others end it at once."""

    def __init__(self, text: str, file: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._next = yaml.CSafeLoader(text).get_event
        self._here = Place(file, 1)
        self._anchors: dict[str, Node] = {}
        self._open: set[str] = set()
        self._repeated = 0

    def document(self) -> Node:
        root: Node | None = None
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                if root is not None:
                    self._end(event, "DATA007", _SECOND_DOCUMENT, _SECOND_DOCUMENT_HINT)
                root = self._node(self._next(), 1)
        if self.findings:
            raise Refused(self.findings)
        return root or Scalar("", self._here, plain=True)

    def _node(self, event: Any, depth: int) -> Node:
        if type(event) is ScalarEvent and event.tag is None and event.anchor is None:
            return Scalar(event.value, self._place(event), event.implicit[0])  # nearly all, so first
        if type(event) is AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            self._report(event, "DATA006", _TAG.fill(tag=event.tag), _TAG_HINT)
        if event.anchor is None:
            return self._content(event, depth)
        self._open.add(event.anchor)
        node = self._anchors[event.anchor] = self._content(event, depth)
        self._open.remove(event.anchor)
        return node

    def _content(self, event: Any, depth: int) -> Node:
        if type(event) is ScalarEvent:
            return Scalar(event.value, self._place(event), event.implicit[0])
        if depth > MAX_DEPTH:
            self._end(event, "DATA005", _DEEP, _DEEP_HINT)
        if type(event) is MappingStartEvent:
            return self._mapping(event, depth + 1)
        return self._sequence(event, depth + 1)

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        items: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key, place, _ = self._key(event, depth)
            if key in keys:
                self._report(event, "DATA003", _TWICE.fill(key=key, line=keys[key].line), _TWICE_HINT)
            keys[key] = place
            items[key] = self._node(self._next(), depth)
        return Mapping(items, keys, self._place(start))

    def _key(self, event: Any, depth: int) -> Scalar:
        node = self._node(event, depth)
        if not isinstance(node, Scalar):
            self._end(event, "DATA008", _KEY, _KEY_HINT)
        if node.plain and node.text == "<<":
            self._report(event, "DATA008", _MERGE, _MERGE_HINT)
        return node

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        return Sequence(tuple(items), self._place(start))

    def _alias(self, event: AliasEvent) -> Node:
        name = event.anchor
        if name in self._open:
            self._end(event, "DATA004", _RECURSIVE.fill(name=name), _ALIAS_HINT)
        if name not in self._anchors:
            self._end(event, "DATA004", _UNKNOWN_ALIAS.fill(name=name), _ALIAS_HINT)
        node = self._anchors[name]
        self._repeated += _size(node)
        if self._repeated > MAX_REPEATED:
            self._end(event, "DATA004", _BOMB.fill(limit=MAX_REPEATED), _ALIAS_HINT)
        return node

    def _place(self, event: Any) -> Place:
        line = event.start_mark.line + 1
        if line != self._here.line:  # all values of a line share one place: making it is what costs
            self._here = Place(self._file, line)
        return self._here

    def _report(self, event: Any, code: str, message: Text, hint: Text) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self._place(event), message, hint))

    def _end(self, event: Any, code: str, message: Text, hint: Text) -> Never:
        self._report(event, code, message, hint)
        raise Refused(self.findings)


def _size(node: Node) -> int:
    if isinstance(node, Scalar):
        return 1
    below = node.items.values() if isinstance(node, Mapping) else node.items
    return 1 + sum(map(_size, below))


_SECOND_DOCUMENT = Text("这里开始了第二份文档（---）", "a second document (---) begins here")
_SECOND_DOCUMENT_HINT = Text(
    "一个文件只写一份；请删去“---”或另存为一个文件",
    "Keep one a file: remove the “---” or save the rest elsewhere",
)
_TAG = Text("不支持标签 {tag}", "the tag {tag} is not supported")
_TAG_HINT = Text(
    "请删去标签；若是文字内容，请给整个值加上引号",
    "Remove the tag; if it is part of a text, put the text in quotes",
)
_DEEP = Text(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep")
_DEEP_HINT = Text(
    "请减少层级；多半是括号或缩进写错了", "Use fewer levels; most likely brackets or indents went wrong"
)
_TWICE = Text("“{key}”写了两次，第一次在第 {line} 行", "“{key}” is given twice, first on line {line}")
_TWICE_HINT = Text("请只保留一处", "Keep one of them")
_KEY = Text("字段名不能是列表或一组字段", "a name cannot be a list or a group of values")
_KEY_HINT = Text(
    "请写成“名称: 值”；以 [ 或 { 开头的文字请加引号",
    "Write “name: value”; put a text that begins with [ or { in quotes",
)
_MERGE = Text("不支持“<<”合并", "merging with “<<” is not supported")
_MERGE_HINT = Text(
    "请把字段写全，或用 include: 引入另一个文件",
    "Write the values out, or take in another file with include:",
)
_RECURSIVE = Text("*{name} 引用了它自己", "*{name} refers to itself")
_UNKNOWN_ALIAS = Text("*{name} 没有对应的 &{name}", "*{name} has no &{name} above it")
_BOMB = Text("别名（*）展开后超过 {limit} 个值", "aliases (*) repeat more than {limit} values")
_ALIAS_HINT = Text(
    "请直接写出内容；以 * 或 & 开头的文字请加引号",
    "Write the content out; put a text that begins with * or & in quotes",
)
