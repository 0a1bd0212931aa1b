"""Words of the offer that its readers may not know."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import String


class Term(Noun):
    """A term or an abbreviation, and what it means here."""

    term: Annotated[
        String,
        Mark("术语", "Term", names=("缩略语",), help=Text("术语或缩略语", "The term or the abbreviation")),
    ]
    meaning: Annotated[
        String | None,
        Mark("术语含义", "Meaning", help=Text("在本文件里指什么", "What it stands for in this document")),
    ] = None
