"""What the reader took each heading and label for, and what it left: told on demand, gathered on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from kadocs.findings import Place, Text


class Why(Enum):
    """Why a row or a column is no data."""

    NOTE = Text("说明文字", "note")
    SUM = Text("合计行，用来核对", "sum, to be checked")
    GROUP = Text("分类行", "category of the rows below")
    AGAIN = Text("重复的表头", "heading again")
    EXAMPLE = Text("示例", "example")
    COMPUTED = Text("由 kadocs 计算", "worked out by kadocs")
    NUMBERS = Text("行号", "numbers of rows")


class Taken(NamedTuple):
    """A heading or label, and the field it was taken for: `quote.items[].quantity`, with its title."""

    place: Place
    text: str
    path: str
    title: Text


class Left(NamedTuple):
    """A heading or label that means nothing to the deal, and the title nearest to it, if one is near."""

    place: Place
    text: str
    near: Text | None


class Skipped(NamedTuple):
    """A row or column that was passed over on purpose."""

    place: Place
    text: str
    why: Why


@dataclass
class Mapped:
    """What became of one sheet, or of a file that is one."""

    file: str
    sheet: str
    taken: list[Taken] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
