"""The cells of an Excel workbook, hidden sheets and rows among them, by their references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from kadocs.audit import xml
from kadocs.audit.parts import Part, Where
from kadocs.findings import Text

_ITEM = re.compile(r"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_TEXT = re.compile(r"<t\b[^>]*>([^<]*)</t>")
_CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_REFERENCE = re.compile(r'\br="([A-Z]+[0-9]+)"')
_KIND = re.compile(r'\bt="(\w+)"')
_VALUE = re.compile(r"<v[^>]*>([^<]*)</v>")
_FORMULA = re.compile(r"<f[^>]*>([^<]+)</f>")
_MARGIN = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
_RULE = re.compile(
    r"<(?:formula[12]?|x14:formula)>([^<]*)<|(?:prompt|promptTitle|error|errorTitle)=\"([^\"]*)\""
)
_SHEET = re.compile(r"<sheet\b[^>]*>")
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_NAMED = re.compile(r'\b([\w:]+)="([^"]*)"')

_HIDDEN = Text("隐藏的工作表", "hidden sheet")
_MARGINS = Text("页眉、页脚和校验", "headers, footers, validation")
BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
_PLACES = Decimal("0.000001")


def sheets(file: str, way: tuple[Text, ...], members: Mapping[str, str]) -> Iterator[tuple[str, list[Part]]]:
    """Each sheet's member name with its text: the cells, then what surrounds them."""
    strings = ["".join(_TEXT.findall(item)) for item in _ITEM.findall(members.get(STRINGS, ""))]
    for name, (title, hidden) in _titles(members).items():
        content = members.get(name, "")
        here = (*way, Text(title, title), *([_HIDDEN] if hidden else []))
        cells = list(_cells(content, strings))
        yield (
            name,
            [
                Part(
                    file,
                    here,
                    xml.lines(text for _, text in cells),
                    _referring([reference for reference, _ in cells]),
                    hidden=hidden,
                ),
                Part(file, (*here, _MARGINS), xml.lines(dict.fromkeys(_around(content))), hidden=True),
            ],
        )


def _titles(members: Mapping[str, str]) -> dict[str, tuple[str, bool]]:
    """The title of each sheet by the name of its member, and whether it is hidden."""
    targets = {}
    for relation in _RELATION.findall(members.get("xl/_rels/workbook.xml.rels", "")):
        said = dict(_NAMED.findall(relation))
        targets[said.get("Id", "")] = f"xl/{said.get('Target', '').removeprefix('/xl/')}"
    found = {}
    for sheet in _SHEET.findall(members.get(BOOK, "")):
        said = dict(_NAMED.findall(sheet))
        if member := targets.get(said.get("r:id", "")):
            found[member] = (said.get("name", ""), said.get("state", "visible") != "visible")
    return found


def _cells(sheet: str, strings: list[str]) -> Iterator[tuple[str, str]]:
    for attributes, content in _CELL.findall(sheet):
        reference = _REFERENCE.search(attributes)
        here = reference[1] if reference else ""
        kind = _KIND.search(attributes)
        for formula in _FORMULA.findall(content):
            yield here, formula
        yield here, _shown(kind[1] if kind else "n", content, strings)


def _shown(kind: str, content: str, strings: list[str]) -> str:
    value = _VALUE.search(content)
    if kind == "inlineStr" or value is None:
        return "".join(_TEXT.findall(content))
    if kind == "s":
        index = int(value[1]) if value[1].isdigit() else len(strings)
        return strings[index] if index < len(strings) else ""
    return _plain(value[1]) if kind == "n" else value[1]


def _plain(number: str) -> str:
    """A number without the noise of floating point: 0.1 + 0.2 is stored with 17 digits."""
    try:
        value = Decimal(number)
        return number if len(number) < 12 else f"{value.quantize(_PLACES).normalize():f}"
    except (InvalidOperation, ValueError):
        return number


def _around(sheet: str) -> Iterator[str]:
    yield from _MARGIN.findall(sheet)
    for formula, said in _RULE.findall(sheet):
        yield formula or said
    yield from xml.commented(sheet)


def _referring(references: list[str]) -> Where:
    def where(line: int) -> tuple[Text, ...]:
        reference = references[line] if line < len(references) else ""
        return (Text(reference, reference),) if reference else ()

    return where
