"""Where a value axis begins and ends, as the template draws it or as the data say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kadocs.render.word import markup
from kadocs.render.word.charts.names import c
from kadocs.render.word.charts.pieces import hole
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.markup import Element, children, remove
from kadocs.render.word.values.looks import Axis

_TICKS = ("majorTickMark", "minorTickMark", "tickLblPos")
_AFTER_CODE = frozenset(map(c, (*_TICKS, "spPr", "txPr", "crossAx", "crosses", "crossesAt")))
_AFTER_STEP = frozenset(map(c, ("minorUnit", "dispUnits", "extLst")))


@dataclass(frozen=True, slots=True)
class Scale:
    """What the template's axis says itself, as XML: its greatest and least value, its step, its format."""

    high: str
    low: str
    step: str
    code: str

    def write(self, kind: str, axis: Axis) -> str:
        """What stands in one of the axis's holes."""
        if kind == "high":
            return _said("max", axis.high) or self.high
        if kind == "low":
            return _said("min", axis.low) or self.low
        if kind == "step":
            return _said("majorUnit", axis.step) or self.step
        if not axis.format:
            return self.code
        return f'<c:numFmt formatCode={quoteattr(axis.format)} sourceLinked="0"/>'


HOLES = ("high", "low", "step", "code")
"""The kinds of hole that `opened` leaves in an axis."""


def opened(axis: Element) -> Scale | None:
    """What a value axis says of its scale, with holes in the places; None where it says nothing at all."""
    scaling = axis.find(c("scaling"))
    if scaling is None:
        return None
    high, low = _taken(scaling, "max"), _taken(scaling, "min")
    scaling.append(hole("high"))
    scaling.append(hole("low"))
    step, code = _taken(axis, "majorUnit"), _taken(axis, "numFmt")
    _before(axis, _AFTER_CODE, hole("code"))
    _before(axis, _AFTER_STEP, hole("step"))
    return Scale(high, low, step, code)


def _taken(holder: Element, name: str) -> str:
    found = holder.find(c(name))
    if found is None:
        return ""
    xml = markup.source(found)
    remove(found)
    return xml


def _before(holder: Element, names: frozenset[str], node: Element) -> None:
    after = next((child for child in children(holder) if child.tag in names), None)
    if after is None:
        holder.append(node)
    else:
        after.addprevious(node)


def _said(name: str, value: Decimal | None) -> str:
    return "" if value is None else f'<c:{name} val="{value:f}"/>'
