"""Sections of a file that is put in: its pages keep their size, and those around it theirs.

A section break speaks of the pages before it. So the pages before such a file get the document's own break
first, and what a section says of its beginning alone (its first page, its first number) is said once: in
that break, and not again where the section goes on behind the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

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


def around(block: Element, marks: Mapping[Element, Mark] = MappingProxyType({})) -> Section | None:
    """The section around a block of the body; None where there can be no section breaks.

    `marks` are those of the tags at its level, by their nodes: in a loop, an earlier turn may stand before.
    """
    ends = _end(block) if _in_body(block) else None
    if ends is None:
        return None
    preceding = block.itersiblings(preceding=True)
    before = next((e for e in preceding if not is_instruction(e) or _is_value(marks.get(e))), None)
    begun = before is not None and before.find(f"{P_PR}/{SECT_PR}") is None
    said = ((child for child in children(ends) if child.tag in tags) for tags in _BEGINNING)
    beginning = tuple("".join(map(source, each)) for each in said)
    properties = _INSTRUCTION.sub(rf"{MARK}\1{MARK_END}", source(without(ends, _CHANGE)))
    return Section(properties, begun or _repeats(block, marks), beginning)


def mark(root: Element, marks: list[Mark], guarded: list[Guard], broken: Collection[Element]) -> None:
    """Let sections that files are put into say of their beginning only what is not said before.

    `broken` are the paragraphs that end sections of included files; `guarded` gets the guards.
    """
    nodes = {each.node: each for each in marks}
    breaking = [each for each in marks if each.tag.kind == OUTPUT and each.tag.prefix == "p"]
    places = [*(each.node for each in breaking if _in_body(each.node)), *broken]
    ends = {end: None for place in places if (end := _end(place)) is not None}
    ends |= {end: None for paragraph in broken if (end := paragraph.find(f"{P_PR}/{SECT_PR}")) is not None}
    for paragraph in broken:
        move_after(paragraph, instruction("g", BROKEN))
    for end in ends:
        for said in [child for child in children(end) if child.tag in (_FIRST_PAGE, _NUMBERS)]:
            _guard(said, guarded)
        end.append(instruction("g", WHOLE))
    for each in breaking:
        each.section = around(each.node, nodes)


def _in_body(block: Element) -> bool:
    parent = block.getparent()
    return parent is not None and parent.tag == _BODY


def _is_value(mark: Mark | None) -> bool:
    """Whether a tag stands for paragraphs of its own."""
    return mark is not None and mark.tag.kind == OUTPUT


def _repeats(block: Element, marks: Mapping[Element, Mark]) -> bool:
    """Whether a block of the body is in a loop."""
    closed = 0
    for node in block.itersiblings(preceding=True):
        found = marks.get(node)
        if found is not None and found.role is Role.CLOSE:
            closed += 1
        elif found is not None and found.role is Role.OPEN and found.block is not None:
            if not closed and found.block.keyword in REPEATING:
                return True
            closed = max(closed - 1, 0)
    return False


def _guard(said: Element, guarded: list[Guard]) -> None:
    again = without(said)
    again.attrib.pop(_START, "")
    filler = source(again) if said.tag == _NUMBERS and again.attrib else ""
    said.addprevious(instruction("g", f"({len(guarded)}"))
    said.addnext(instruction("g", f"){len(guarded)}"))
    guarded.append(Guard(Kind.BEGINS_SECTION, filler))


def _end(block: Element) -> Element | None:
    """The properties of the section in which a block of the body stands."""
    for following in block.itersiblings():
        if following.tag == SECT_PR:
            return following
        if following.tag == P and (found := following.find(f"{P_PR}/{SECT_PR}")) is not None:
            return found
    return None
