"""The names of DrawingML's charts."""

from __future__ import annotations

import re

from kadocs.render.word.markup import Element

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"

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
