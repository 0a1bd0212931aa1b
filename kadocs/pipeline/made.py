"""What a job made, and what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from kadocs.findings import Finding
from kadocs.plan import Job
from kadocs.templates import Source

if TYPE_CHECKING:
    from kadocs.pipeline.volumes.pack import Pack


@dataclass(slots=True)
class Made:
    """What a job made: its files, the templates it used, what laid them out, and what there is to say.

    `read` are the files that values named, such as pictures; `asked` are the files that were to be made.
    `copies` are PDFs that say the same as a document but for the mark on the cover, each with that's path.
    `pack` is what the volumes of a bid came to be, if all of them were made.
    """

    job: Job
    files: dict[PurePath, bytes] = field(default_factory=dict)
    templates: list[Source] = field(default_factory=list)
    read: dict[Path, None] = field(default_factory=dict)
    layout: str = ""
    findings: list[Finding] = field(default_factory=list)
    gaps: list[Finding] = field(default_factory=list)
    asked: list[PurePath] = field(default_factory=list)
    copies: dict[PurePath, PurePath] = field(default_factory=dict)
    pack: Pack | None = None

    def copies_of(self, path: PurePath) -> list[PurePath]:
        """The copies of a document, or of its PDF."""
        return [copy for copy, of in self.copies.items() if of.with_suffix("") == path.with_suffix("")]

    def aside(self) -> Made:
        """What takes up what is said of a document that is rendered again, which was said already."""
        return Made(self.job)


class Wish(NamedTuple):
    """What is made of each document: `pages` in its contents, a `pdf`, the `word` file or workbook itself."""

    pages: bool = True
    pdf: bool = False
    word: bool = True
