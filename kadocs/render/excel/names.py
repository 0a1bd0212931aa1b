"""SpreadsheetML by name: namespaces, the limits of a sheet, and the addresses of its cells."""

from __future__ import annotations

import re

from lxml import etree

from kadocs.figures import columns

Element = etree._Element

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ROWS, COLUMNS = 1_048_576, 16_384
"""How many rows and columns a sheet has."""

LONGEST_TEXT = 32_767
"""The characters that a cell can hold."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


def s(name: str) -> str:
    """The full name of a SpreadsheetML element."""
    return f"{{{S}}}{name}"


def r(name: str) -> str:
    """The full name of an attribute that refers to another part."""
    return f"{{{R}}}{name}"


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def cell(row: int, column: int) -> str:
    """The address of a cell, both counted from 1: (14, 4) is "D14"."""
    return f"{columns.letters(column - 1)}{row}"


def address(text: str) -> tuple[int, int]:
    """The row and the column of a cell, counted from 1: "D14" gives (14, 4); (0, 0) for what is no cell."""
    found = _CELL.fullmatch(text)
    return (int(found[2]), columns.position(found[1]) + 1) if found else (0, 0)
