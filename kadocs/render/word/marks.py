"""What the compiler knows of each tag: its spot, its block, the formatting around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from kadocs.findings import Finding, Severity, Text
from kadocs.render.tags import Tag
from kadocs.render.word.markup import MATH_TEXT, TBL, TR, Element, P, T
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Standing

if TYPE_CHECKING:
    from kadocs.render.word.breaks import Section


class Role(Enum):
    """What a tag does to blocks."""

    SINGLE = "single"
    OPEN = "open"
    MIDDLE = "middle"
    CLOSE = "close"


@dataclass(slots=True, eq=False)
class Mark:
    """One tag in its part's tree, held by a processing instruction with its number.

    `member` is the name of the part that it is written to, where that is another (a note's tag). `section`
    is the one that it breaks if it puts in a file with sections.
    """

    number: int
    tag: Tag
    node: Element
    paragraph: Element
    spot: Spot | Standing
    role: Role = Role.SINGLE
    block: Block | None = None
    member: str = ""
    section: Section | None = None

    def finding(self, file: str, code: str, message: Text, hint: Text) -> Finding:
        """An error at this tag."""
        return Finding(code, Severity.ERROR, self.spot.place(file, self.tag.source), message, hint)


@dataclass(slots=True, eq=False)
class Block:
    """A statement with its opening, middle and closing tags."""

    keyword: str
    marks: list[Mark] = field(default_factory=list)
    parent: Block | None = None

    @property
    def opener(self) -> Mark:
        """The tag that opens the block."""
        return self.marks[0]

    @property
    def closer(self) -> Mark:
        """The tag that closes the block."""
        return self.marks[-1]


def level_of(block: Block) -> str:
    """The level at which a block captures: t(ext), r(un), p(aragraph), R(ow) or C(ell)."""
    parent = block.opener.node.getparent()
    tag = None if parent is None else parent.tag
    if tag in (T, MATH_TEXT):
        return "t"
    if tag == TBL:
        return "R"
    if tag == TR:
        return "C"
    inside = parent is not None and (tag == P or any(a.tag == P for a in _up_to_block(parent)))
    return "r" if inside else "p"


def _up_to_block(element: Element) -> list[Element]:
    above = []
    for ancestor in element.iterancestors():
        above.append(ancestor)
        if ancestor.tag == P or str(ancestor.tag).endswith("txbxContent"):
            break
    return above
