"""The look that a tender demands of an anonymous part."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.typesetting import Margins, Spacing

_EXACT, _TIMES = 20, 240
"""What `w:line` counts in: twentieths of a point, and parts of a line (17.3.1.33)."""


class Uniform(NamedTuple):
    """One font and distance of lines for all text; sizes in points.

    Headings and tables are as large as the text where nothing else is said. Without `margins` the pages stay
    as they are. Without `bold` no letter is.
    """

    font: str = "宋体"
    size: Decimal = Decimal(12)
    heading: Decimal | None = None
    table: Decimal | None = None
    spacing: Spacing = Spacing(times=Decimal("1.5"))
    margins: Margins | None = None
    bold: bool = False

    @property
    def line(self) -> tuple[str, str]:
        """The distance of lines as `w:line` and `w:lineRule` say it."""
        if self.spacing.points is not None:
            return str(round(self.spacing.points * _EXACT)), "exact"
        return str(round(self.spacing.times * _TIMES)), "auto"


USUAL = Uniform()
"""What is taken where the tender asks for no names, and says nothing of the look."""


def half_points(size: Decimal) -> str:
    """A size as `w:sz` says it."""
    return str(round(size * 2))
