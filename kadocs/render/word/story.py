"""A tree of a template: its tags found, put at their levels, and guarded where they may leave nothing.

A part is one tree; the notes that a body refers to are others, until they are put beside their references.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kadocs.findings import Finding
from kadocs.render.word import blocks, cells, columns, guards, joins, levels
from kadocs.render.word.assemble import Extra
from kadocs.render.word.attributes import Attributes
from kadocs.render.word.guards import Guard
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import Element
from kadocs.render.word.scan import Scanned
from kadocs.render.word.standing import Spotter
from kadocs.render.word.stills import Stills

Read = Callable[[Element, Spotter, Stills, str, int], Scanned]
"""How the tags of a tree are found; those are numbered from the last argument."""


@dataclass(slots=True)
class Story:
    """A tree with its tags; `member` is the name of the part where what is in it ends up.

    `placed` says that all tags are at their levels, `vanishing` are the elements that guards may drop.
    """

    root: Element
    locator: Spotter
    attributes: Attributes
    file: str
    member: str = ""
    stills: Stills = field(default_factory=Stills)
    marks: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    vanishing: set[Element] = field(default_factory=set)
    placed: bool = True

    def find(self, read: Read, first: int = 0) -> bool:
        """Find the tags; whether there is anything in the tree for a render to do."""
        scanned = read(self.root, self.locator, self.stills, self.file, first)
        outside = self.attributes.find(self.root, self.locator)
        self.findings += self.attributes.findings
        self.findings += scanned.findings
        self.marks = scanned.marks
        self.placed = not scanned.findings
        for mark in self.marks:
            mark.member = self.member
        here = scanned.marks or self.stills.found or scanned.findings or scanned.escapes
        return bool(outside or here)

    def place(self, extras: dict[str, Extra], token: str, guarded: list[Guard]) -> list[Finding]:
        """Move the tags to their levels, and add guards to those that there are; what is wrong."""
        joins.settle(self.marks)
        drawn = columns.Columns(self.marks)
        findings = self._pair()
        findings += cells.settle(self.marks, extras, token, self.file)
        if self.placed:
            drawn.settle(extras, token)
            added, self.vanishing = guards.place(self.marks, len(guarded))
            guarded += added
        return findings

    def settle_attributes(self, marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
        """Put expressions in place of the tags in attributes; their marks are added to those of the part."""
        known = len(marks)
        self.attributes.settle(marks, extras, token)
        for mark in marks[known:]:
            mark.member = self.member

    def _pair(self) -> list[Finding]:
        paired, found = blocks.pair(self.marks, self.file)
        if self.placed and not found:
            found = levels.Levels(self.marks, paired, self.stills, self.file).settle()
        self.placed = self.placed and not found
        return found
