"""Tags in the codes of fields: `HYPERLINK "{{ url }}"`, `REF table_{{ n }}`, however runs divide them.

A value is a text of the code and nothing else: it can neither end the text that it stands in, nor name
another kind of field. The target of a link is checked like any address that data give. Fields that read
files or start programs take no values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kadocs.findings import Finding, Severity, Text
from kadocs.render import tags
from kadocs.render.tags import OUTPUT, Tag
from kadocs.render.word import targets
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import XML_SPACE, Element, P, ancestor, instruction, w
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Spotter, Standing
from kadocs.render.word.values.codes import ADDRESS, QUOTED, WORD

_CHAR, _INSTR, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_CODE, _TYPE = w("instr"), w("fldCharType")
_LINK = "HYPERLINK"
_KINDS = frozenset(
    (
        "=", "COMPARE", "DATE", "DISPLAYBARCODE", "DOCPROPERTY", "DOCVARIABLE", _LINK, "IF", "LISTNUM",
        "MERGEBARCODE", "MERGEFIELD", "NOTEREF", "PAGEREF", "QUOTE", "REF", "SEQ", "SET", "STYLEREF",
        "SYMBOL", "TA", "TC", "TIME", "XE",
    )
)  # fmt: skip
_ARGUMENT = re.compile(r'\\(?P<switch>\w)|"(?P<quoted>(?:[^"\\]|\\.)*)"?|(?P<word>[^\s"\\]+)')
_WITH_ARGUMENT = frozenset("lots")
_HOLE = re.compile("\ue0f0(\\d+)\ue0f1")
"""What stands for an expression while the code is a text, so that bookmarks in it can still be renamed."""

_Expression = tuple[str, str, Tag]
"""The source of an expression, the way it is printed, the tag that it comes from."""


@dataclass(slots=True)
class _Field:
    """A field that is being read: where it begins, the texts of its code; whether another is in that."""

    begin: Element
    texts: list[Element] = field(default_factory=list)
    in_code: bool = True
    nested: bool = False


@dataclass(slots=True)
class _Code:
    """A field with tags in its code: the element that now holds all of it, and its expressions."""

    holder: Element
    spot: Spot | Standing
    expressions: list[_Expression]


class Codes:
    """The fields of one tree whose codes hold tags, and what is wrong with those."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[_Code] = []
        self.findings: list[Finding] = []

    def find(self, root: Element, locator: Spotter) -> bool:
        """Whether there are any; each code is put into its first element."""
        for read in _fields(root):
            code = "".join(text.text or "" for text in read.texts)
            if "{" in code:
                self._take(read.texts, code, _spot(read.begin, locator), nested=read.nested)
        for simple in root.iter(_SIMPLE):
            if "{" in simple.get(_CODE, ""):
                self._take([simple], simple.get(_CODE, ""), _spot(simple, locator), nested=False)
        return bool(self._found or self.findings)

    def settle(self, marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
        """Put expressions in their places."""
        for code in self._found:
            keys = [_extra(each, code, marks, extras) for each in code.expressions]
            if code.holder.tag == _SIMPLE:
                said = code.holder.get(_CODE, "")
                code.holder.set(_CODE, _HOLE.sub(lambda m, k=keys: in_attribute(token, k[int(m[1])]), said))  # type: ignore[misc]
                continue
            first, *rest = _HOLE.split(code.holder.text or "")
            code.holder.text = first
            code.holder.set(XML_SPACE, "preserve")
            for number, after in zip(rest[::2], rest[1::2], strict=True):
                node = instruction("k", keys[int(number)])
                node.tail = after
                code.holder.append(node)

    def _take(self, holders: list[Element], code: str, spot: Spot | Standing, *, nested: bool) -> None:
        found = tags.scan(code)
        for source, message, hint in found.problems:
            place = spot.place(self._file, source)
            self.findings.append(Finding("TPL010", Severity.ERROR, place, message, hint))
        if not found.tags:
            return
        kind = code[: found.tags[0].start].split(maxsplit=1)
        statement = next((tag for tag in found.tags if tag.kind != OUTPUT), None)
        if statement is not None:
            self._refuse(spot, statement, Text("域代码里不能用语句", "a field's code cannot hold statements"))
        elif not kind or kind[0].upper() not in _KINDS or _goes_on(code[: found.tags[0].start]):
            self._refuse(spot, found.tags[0], _unfit(kind[0] if kind else ""))
        elif nested:
            message = Text("域代码里又有别的域", "the field's code holds another field")
            self._refuse(spot, found.tags[0], message)
        else:
            reading = _Reading(code, found.tags, is_link=kind[0].upper() == _LINK)
            self._found.append(_Code(holders[0], spot, reading.expressions))
            _put(holders, reading.text)

    def _refuse(self, spot: Spot | Standing, tag: Tag, message: Text) -> None:
        hint = Text(
            "请把标签写在域的结果里，或改用语句和超链接：{{ 网址 | link('文字') }}。",
            "Write the tag as text of the document instead; for links, {{ url | link('text') }}.",
        )
        place = spot.place(self._file, tag.source)
        self.findings.append(Finding("TPL018", Severity.ERROR, place, message, hint))


class _Reading:
    """A code taken apart: its text with holes, and the expressions that fill them."""

    def __init__(self, code: str, found: list[Tag], *, is_link: bool) -> None:
        self._code = code
        self.expressions: list[_Expression] = []
        start, end = _target(_masked(code, found)) if is_link else (0, 0)
        before = [tag for tag in found if tag.end <= start]
        inside = [tag for tag in found if start <= tag.start < end]
        after = [tag for tag in found if tag.start >= max(end, start)] if inside else []
        if not inside:
            self.text = self._filled(found, 0, len(code))
            return
        head = self._filled(before, 0, start)
        opens = head.rstrip().endswith('"')
        address = self._hole(targets.expression(_unescaped(code[start:end])), ADDRESS, inside[0])
        tail = self._filled(after, end, len(code))
        self.text = f"{head}{address}{tail}" if opens else f'{head}"{address}"{tail}'

    def _filled(self, found: list[Tag], start: int, end: int) -> str:
        out = ""
        for tag in found:
            out += self._code[start : tag.start]
            quoted = _in_quotes(self._code[: tag.start])
            out += self._hole(tag.body, QUOTED if quoted else WORD, tag)
            start = tag.end
        return out + self._code[start:end]

    def _hole(self, source: str, kind: str, tag: Tag) -> str:
        self.expressions.append((source, kind, tag))
        return f"\ue0f0{len(self.expressions) - 1}\ue0f1"


def _fields(root: Element) -> Iterator[_Field]:
    """The fields of a tree that are made of several elements, each when it ends; and those that do not."""
    nest: list[_Field] = []
    for element in root.iter(_CHAR, _INSTR):
        if element.tag == _INSTR:
            if nest and nest[-1].in_code:
                nest[-1].texts.append(element)
            continue
        kind = element.get(_TYPE)
        if kind == "begin":
            if nest and nest[-1].in_code:
                nest[-1].nested = True
            nest.append(_Field(element))
        elif nest and kind == "separate":
            nest[-1].in_code = False
        elif nest and kind == "end":
            yield nest.pop()
    yield from reversed(nest)


def _spot(element: Element, locator: Spotter) -> Spot | Standing:
    paragraph = ancestor(element, P)
    return locator.spot(element if paragraph is None else paragraph)


def _put(holders: list[Element], code: str) -> None:
    if holders[0].tag == _SIMPLE:
        holders[0].set(_CODE, code)
        return
    for holder in holders:
        holder.text = ""
    holders[0].text = code


def _goes_on(head: str) -> bool:
    """Whether what follows these first characters of a code is part of the field's kind."""
    return len(head.split()) < 2 and not head[-1:].isspace() and head.strip() != "="


def _unfit(kind: str) -> Text:
    return Text(
        f"域“{kind}”的代码里不能用标签" if kind else "标签不能决定域的类型",
        f"the code of a field {kind} takes no tags" if kind else "a tag cannot say what kind a field is",
    )


def _masked(code: str, found: list[Tag]) -> str:
    """The code with a letter for every character of a tag."""
    for tag in found:
        code = code[: tag.start] + "x" * (tag.end - tag.start) + code[tag.end :]
    return code


def _target(code: str) -> tuple[int, int]:
    """Where the target of a link stands in its code: the first argument that belongs to no switch."""
    taken = False
    for match in _ARGUMENT.finditer(code, code.upper().index(_LINK) + len(_LINK)):
        if match["switch"]:
            taken = match["switch"].lower() in _WITH_ARGUMENT
        elif taken:
            taken = False
        else:
            return match.span("quoted" if match["word"] is None else "word")
    return 0, 0


def _in_quotes(head: str) -> bool:
    return len(re.findall(r'(?<!\\)["“”]', head)) % 2 == 1


def _unescaped(text: str) -> str:
    return text.replace("\\\\", "\\")


def _extra(expression: _Expression, code: _Code, marks: list[Mark], extras: dict[str, Extra]) -> str:
    source, kind, tag = expression
    mark = Mark(len(marks), tag, instruction("k", "0"), code.holder, code.spot)
    marks.append(mark)
    key = f"f{len(extras)}"
    extras[key] = Extra(source, mark, kind)
    return key
