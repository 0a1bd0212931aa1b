"""What is asked of the pipeline, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kadocs import report
from kadocs.findings import Finding, blocks
from kadocs.pipeline.strangers import Strangers
from kadocs.templates import USUAL, Look
from kadocs.tree.node import Node

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel.mapping import Mapped


ALL = "all"
"""What stands for every deliverable there is."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: which documents of which deals, and how.

    `deals` are files or folders, `deliverables` names or `ALL`, `templates` the user's own folders of
    deliverables, `defaults` what the workspace gives to every deal, `look` the house style. `as_of` feeds
    rules, and a document only by what they say. `language` "" leaves it to each deal. With `pages`, contents
    get page numbers where LibreOffice is there; with `pdf`, PDF files are made too, with `pdf_only` nothing
    else. `strangers` are customers whom documents for another one do not name.
    """

    deals: tuple[Path, ...]
    as_of: date
    deliverables: tuple[str, ...] = ()
    out: Path = Path("out")
    templates: tuple[Path, ...] = ()
    defaults: Node | None = None
    look: Look = USUAL
    language: str = ""
    draft: bool = False
    pdf: bool = False
    pdf_only: bool = False
    pages: bool = True
    strangers: Strangers = field(default_factory=Strangers)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: all findings, a row for each file, and the gaps left in drafts.

    `mapped` says what the headings of the sheets that were checked were taken for.
    """

    findings: tuple[Finding, ...]
    rows: tuple[report.Row, ...] = ()
    gaps: tuple[Finding, ...] = ()
    mapped: tuple[Mapped, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Outcome]) -> Outcome:
        """All the parts in one."""
        whole = list(parts)
        return cls(
            findings=tuple(dict.fromkeys(finding for part in whole for finding in part.findings)),
            rows=tuple(row for part in whole for row in part.rows),
            gaps=tuple(gap for part in whole for gap in part.gaps),
        )

    @property
    def done(self) -> bool:
        """Whether nothing blocked and every file that was asked for is there."""
        return not blocks(self.findings) and all(row.done or not row.asked for row in self.rows)
