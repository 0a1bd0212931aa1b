"""The names of DrawingML's charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.render.word.markup import Element

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FRAMES = (f"{_WP}inline", f"{_WP}anchor")
_NAMED = f"{_WP}docPr"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_GRAPHIC_FRAME = f"{_WPG}graphicFrame"

DATA = ("cat", "val", "xVal", "yVal", "bubbleSize")
"""The elements of a series that hold numbers or categories."""

ACCENT = re.compile(r"accent([1-6])")
"""The colours of a theme that series are drawn in."""


def c(name: str) -> str:
    """The full name of an element of a chart."""
    return f"{{{C}}}{name}"


def a(name: str) -> str:
    """The full name of an element of DrawingML."""
    return f"{{{A}}}{name}"


COLOURS = (a("schemeClr"), a("srgbClr"))


def value_of(element: Element, name: str) -> str:
    """The `val` of a child, empty where there is none."""
    child = element.find(c(name))
    return "" if child is None else child.get("val", "")


def number(text: str) -> int:
    """A whole number, 0 for what is none."""
    return int(text) if text.isdigit() else 0


def named(chart: Element) -> Iterator[Element]:
    """The elements that hold a chart's alternative texts: its frame's, in a group both frames'."""
    inner = next(chart.iterancestors(_GRAPHIC_FRAME), None)
    outer = next(chart.iterancestors(*_FRAMES), None)
    if inner is not None and (own := inner.find(f"{_WPG}cNvPr")) is not None:
        yield own
    if outer is not None and len(list(outer.iter(c("chart")))) == 1:
        yield from outer.iterfind(_NAMED)
