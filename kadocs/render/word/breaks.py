"""Sections of a file that is put in: its pages keep their size, and those around it theirs.

A section break speaks of the pages before it. So the pages before such a file get the document's own break
first, and what a section says of its beginning alone (its first page, its first number) is said once: in
that break, and not again where the section goes on behind the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml import etree

from kadocs.render.tags import OUTPUT
from kadocs.render.word.guards import Guard, Kind
from kadocs.render.word.marks import Mark, Role
from kadocs.render.word.markup import (
    P_PR,
    SECT_PR,
    Element,
    P,
    children,
    instruction,
    is_instruction,
    move_after,
    source,
    w,
    without,
)
from kadocs.render.word.pairs import REPEATING
from kadocs.render.word.settle import MARK, MARK_END

_BODY, _FIRST_PAGE, _NUMBERS, _START = w("body"), w("titlePg"), w("pgNumType"), w("start")
_CHANGE = w("sectPrChange")
_BEGINNING = ((w("headerReference"), w("footerReference")), (_NUMBERS,), (_FIRST_PAGE,))
_LEAD = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'
_INSTRUCTION = re.compile(r"<\?g ([^?]+)\?>")
BROKEN, WHOLE = "%1", "%0"
"""What `settle` reads: a section was broken by a file that is put in; a section ends."""


@dataclass(frozen=True, slots=True)
class Section:
    """The section that a file is put into: its properties, and whether something of it stands before.

    `beginning` is what its first pages need: headers and footers, page numbers, a first page of its own.
    """

    properties: str
    begun: bool
    beginning: tuple[str, ...] = ("", "", "")

    @property
    def lead(self) -> str:
        """What ends the pages before the file, if there are any."""
        return _LEAD.format(self.properties) if self.begun else ""


def around(block: Element) -> Section | None:
    """The section around a block of the body; None where there can be no section breaks."""
    ends = _end(block) if _in_body(block) else None
    if ends is None:
        return None
    properties, beginning = _said(ends)
    return Section(properties, _begun(block, {}), beginning)


def mark(root: Element, marks: list[Mark], guarded: list[Guard], broken: Collection[Element]) -> None:
    """Let sections that files are put into say of their beginning only what is not said before.

    `broken` are the paragraphs that end sections of included files; `guarded` gets the guards.
    """
    breaking = [each for each in marks if each.tag.kind == OUTPUT and each.tag.prefix == "p"]
    places = [*(each.node for each in breaking if _in_body(each.node)), *broken]
    if not places:
        return
    nodes = {each.node: each for each in marks}
    ending, repeated = _ends(root), _repeated(root, nodes)
    ends = {end: None for place in places if (end := ending.get(place)) is not None}
    ends |= {end: None for paragraph in broken if (end := paragraph.find(f"{P_PR}/{SECT_PR}")) is not None}
    for paragraph in broken:
        move_after(paragraph, instruction("g", BROKEN))
    for end in ends:
        for said in [child for child in children(end) if child.tag in (_FIRST_PAGE, _NUMBERS)]:
            _guard(said, guarded)
        end.append(instruction("g", WHOLE))
    said_of = {end: _said(end) for end in ends}
    for each in breaking:
        if (end := ending.get(each.node)) is not None:
            properties, beginning = said_of[end]
            begun = each.node in repeated or _begun(each.node, nodes)
            each.section = Section(properties, begun, beginning)


def _in_body(block: Element) -> bool:
    parent = block.getparent()
    return parent is not None and parent.tag == _BODY


def _is_value(mark: Mark | None) -> bool:
    """Whether a tag stands for paragraphs of its own."""
    return mark is not None and mark.tag.kind == OUTPUT


def _begun(block: Element, marks: Mapping[Element, Mark]) -> bool:
    """Whether something of a block's section stands before it."""
    preceding = block.itersiblings(preceding=True)
    before = next((e for e in preceding if not is_instruction(e) or _is_value(marks.get(e))), None)
    return before is not None and before.find(f"{P_PR}/{SECT_PR}") is None


def _repeated(root: Element, marks: Mapping[Element, Mark]) -> set[Element]:
    """The tags of the body that are in a loop, where an earlier turn may stand before."""
    body, opened, found = root.find(_BODY), [False], set()
    for node in () if body is None else body.iterchildren(etree.ProcessingInstruction):
        tag = marks.get(node)
        if tag is not None and tag.role is Role.OPEN and tag.block is not None:
            opened.append(opened[-1] or tag.block.keyword in REPEATING)
        elif tag is not None and tag.role is Role.CLOSE:
            opened.pop()
        elif opened[-1]:
            found.add(node)
    return found


def _guard(said: Element, guarded: list[Guard]) -> None:
    again = without(said)
    again.attrib.pop(_START, "")
    filler = source(again) if said.tag == _NUMBERS and again.attrib else ""
    said.addprevious(instruction("g", f"({len(guarded)}"))
    said.addnext(instruction("g", f"){len(guarded)}"))
    guarded.append(Guard(Kind.BEGINS_SECTION, filler))


def _said(ends: Element) -> tuple[str, tuple[str, ...]]:
    """What the end of a section says, and what of that its first pages need."""
    said = ((child for child in children(ends) if child.tag in tags) for tags in _BEGINNING)
    beginning = tuple("".join(map(source, each)) for each in said)
    return _INSTRUCTION.sub(rf"{MARK}\1{MARK_END}", source(without(ends, _CHANGE))), beginning


def _ends(root: Element) -> dict[Element, Element | None]:
    """The properties of the section in which each block of the body stands."""
    body, end = root.find(_BODY), None
    found: dict[Element, Element | None] = {}
    for block in () if body is None else reversed(body):
        found[block] = end
        end = _breaks_behind(block, end)
    return found


def _end(block: Element) -> Element | None:
    """The properties of the section in which a block of the body stands."""
    ends = (_breaks_behind(each, None) for each in block.itersiblings())
    return next((end for end in ends if end is not None), None)


def _breaks_behind(block: Element, otherwise: Element | None) -> Element | None:
    """The properties of a section that ends with a block."""
    if block.tag == SECT_PR:
        return block
    found = block.find(f"{P_PR}/{SECT_PR}") if block.tag == P else None
    return otherwise if found is None else found
