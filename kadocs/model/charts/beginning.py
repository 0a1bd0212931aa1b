"""Where an axis begins, so that small steps of large amounts can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kadocs.findings import NOTHING, Text
from kadocs.model.charts.plot import Axis

_ROOM = Decimal("0.5")
_SEEN = Decimal("0.5")


def beginning(values: Sequence[Decimal]) -> Decimal | None:
    """A round number below all values, or None where they differ enough to be seen from 0 on."""
    low, high = min(values), max(values)
    gap = high - low
    if low <= 0 or not gap or gap > low * _SEEN:
        return None
    unit = Decimal(10) ** gap.adjusted()
    below = (low - gap * _ROOM) // unit * unit
    return below if below > 0 else None


def axis(values: Sequence[Decimal]) -> tuple[Axis | None, Text]:
    """The axis that begins there, and the note that says so."""
    low = beginning(values)
    if low is None:
        return None, NOTHING
    return Axis.model_construct(low=low), Text("纵轴不从零起。", "The axis does not begin at zero.")
