"""The values of a workbook's formulas, as LibreOffice calculates them on a copy."""

from __future__ import annotations

import io
import posixpath
import zipfile
from decimal import Decimal

from lxml import etree

from kadocs.office import converting

_FILTER = "xlsx:Calc MS Excel 2007 XML"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BOOK = "xl/workbook.xml"


class Error(str):
    """What a formula gives that cannot be calculated: `#DIV/0!`, `#N/A`, `#NAME?` and the like."""

    __slots__ = ()


Value = Decimal | bool | Error | str
"""The value of a cell. A date is its number of days, as in the file."""


def calculate(workbook: bytes, name: str) -> dict[str, dict[str, Value]]:
    """The value of every cell of an .xlsx that is not empty, by sheet and address, all calculated anew.

    Numbers are given by their shortest text; `name` is what findings call the file, which stays as it is.
    Raises `Refused`: OUT010 without LibreOffice, OUT011 where it fails or takes too long.
    """
    made = converting.convert(workbook, ".xlsx", _FILTER, name)
    try:
        with zipfile.ZipFile(io.BytesIO(made)) as file:
            texts = _texts(file)
            return {sheet: _cells(_parse(file, part), texts) for sheet, part in _sheets(file).items()}
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        raise converting.failure(name) from None


def _sheets(file: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by its name."""
    links = _parse(file, "xl/_rels/workbook.xml.rels").iter(_LINK)
    targets = {link.get("Id"): posixpath.join("xl", link.get("Target", "")) for link in links}
    sheets = _parse(file, _BOOK).iter(f"{_MAIN}sheet")
    return {sheet.get("name", ""): targets[sheet.get(_RELATION)] for sheet in sheets}


def _texts(file: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    return [_text(item) for item in _parse(file, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _cells(sheet: etree._Element, texts: list[str]) -> dict[str, Value]:
    found = {}
    for cell in sheet.iter(f"{_MAIN}c"):
        value = _value(cell, texts)
        if value is not None:
            found[cell.get("r", "")] = value
    return found


def _value(cell: etree._Element, texts: list[str]) -> Value | None:
    kind, text = cell.get("t", "n"), cell.findtext(f"{_MAIN}v")
    if kind == "inlineStr":
        return _text(cell)
    if text is None:
        return "" if kind == "str" else None  # a formula may give an empty text
    if kind == "s":
        return texts[int(text)]
    if kind == "n":
        return _number(float(text))
    if kind == "b":
        return text == "1"
    return Error(text) if kind == "e" else text


def _number(value: float) -> Decimal:
    return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))


def _text(element: etree._Element) -> str:
    """The text of a cell or a shared string, without the reading aids of Chinese and Japanese."""
    aids = {text for aid in element.iter(f"{_MAIN}rPh") for text in aid}
    return "".join(text.text or "" for text in element.iter(f"{_MAIN}t") if text not in aids)


def _parse(file: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(file.read(part), parser)
