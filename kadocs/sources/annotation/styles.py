"""Cell styles with a warning colour: a copy of the style that a cell has, with another fill."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from kadocs.findings import Severity
from kadocs.sources.annotation.parts import Parts
from kadocs.sources.annotation.xml import Element, child, named, parse, put

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_COLOURS = {Severity.ERROR: "FFFF9F9F", Severity.WARNING: "FFFFD966", Severity.INFO: "FFD9E7F5"}
_LINK = "FF0563C1"
_BEFORE_FILLS = ("numFmts", "fonts")
_BEFORE_FORMATS = (*_BEFORE_FILLS, "fills", "borders", "cellStyleXfs")
_EMPTY = (
    '<styleSheet xmlns="{ns}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)


class Styles:
    """The styles of a workbook; `tinted` adds to them, and `save` writes them back."""

    def __init__(self, parts: Parts, workbook: str, main: str, relations: str) -> None:
        self._parts = parts
        known = (part for _, kind, part in parts.relations(workbook) if kind.endswith("/styles"))
        self._name = next(known, "")
        if not self._name:
            self._name = parts.new("xl/styles", ".xml")
            parts.add(self._name, _EMPTY.format(ns=main).encode(), _TYPE)
            parts.relate(workbook, f"{relations}/styles", self._name)
        self._root = parse(parts.read(self._name))
        self._formats = self._group("cellXfs", _BEFORE_FORMATS)
        self._fills = self._group("fills", _BEFORE_FILLS)
        self._tints: dict[tuple[int, Severity], int] = {}
        self._ours: dict[Severity, int] = {}

    def tinted(self, style: int, severity: Severity) -> int:
        """The style that is like `style` in the colour of `severity`."""
        if (style, severity) not in self._tints:
            self._tints[style, severity] = self._add(style, severity)
        return self._tints[style, severity]

    def written(self, *, bold: bool = False, link: bool = False) -> int:
        """A style for text in several lines, as a heading or as a link."""
        made = etree.Element(
            named(self._root, "xf"), numFmtId="0", fillId="0", borderId="0", applyAlignment="1"
        )
        made.set("fontId", str(self._font(bold=bold, link=link)))
        made.set("applyFont", "1")
        etree.SubElement(made, named(self._root, "alignment"), vertical="top", wrapText="1")
        self._formats.append(made)
        return len(self._formats) - 1

    def heading(self) -> int:
        """A bold style in one line."""
        number = self.written(bold=True)
        self._formats[number].remove(self._formats[number][0])
        return number

    def _font(self, *, bold: bool, link: bool) -> int:
        fonts = self._group("fonts", _BEFORE_FILLS[:1])
        font = etree.SubElement(fonts, named(self._root, "font"))
        if bold:
            etree.SubElement(font, named(self._root, "b"))
        if link:
            etree.SubElement(font, named(self._root, "u"))
        etree.SubElement(font, named(self._root, "sz"), val="10")
        if link:
            etree.SubElement(font, named(self._root, "color"), rgb=_LINK)
        fonts.set("count", str(len(fonts)))
        return len(fonts) - 1

    def plain(self) -> dict[int, int]:
        """The styles that an earlier annotation tinted, each with the style that it was made from."""
        fills = [_colour(fill) in _COLOURS.values() for fill in self._fills]
        formats = list(self._formats)
        found: dict[int, int] = {}
        for number, each in enumerate(formats):
            if fills and _is_tinted(each, fills):
                like = (
                    n
                    for n, other in enumerate(formats)
                    if not _is_tinted(other, fills) and _alike(each, other)
                )
                found[number] = next(like, 0)
        return found

    def save(self) -> None:
        """Writes the styles back."""
        self._formats.set("count", str(len(self._formats)))
        self._fills.set("count", str(len(self._fills)))
        self._parts.write(self._name, self._root)

    def _group(self, name: str, before: tuple[str, ...]) -> Element:
        found = child(self._root, name)
        if found is None:
            found = put(self._root, etree.Element(named(self._root, name)), before)
        return found

    def _add(self, style: int, severity: Severity) -> int:
        if style < len(self._formats):
            made = deepcopy(self._formats[style])
        else:
            made = etree.Element(named(self._root, "xf"), numFmtId="0", fontId="0", borderId="0")
        made.set("fillId", str(self._fill(severity)))
        made.set("applyFill", "1")
        self._formats.append(made)
        return len(self._formats) - 1

    def _fill(self, severity: Severity) -> int:
        if severity not in self._ours:
            fill = etree.SubElement(self._fills, named(self._root, "fill"))
            pattern = etree.SubElement(fill, named(self._root, "patternFill"), patternType="solid")
            etree.SubElement(pattern, named(self._root, "fgColor"), rgb=_COLOURS[severity])
            self._ours[severity] = len(self._fills) - 1
        return self._ours[severity]


def _colour(fill: Element) -> str:
    pattern = child(fill, "patternFill")
    front = child(pattern, "fgColor") if pattern is not None else None
    return (front.get("rgb") or "") if front is not None else ""


def _is_tinted(style: Element, fills: list[bool]) -> bool:
    number = int(style.get("fillId") or 0)
    return number < len(fills) and fills[number]


def _alike(one: Element, other: Element) -> bool:
    """Whether two styles differ in nothing but their fills."""

    def rest(style: Element) -> tuple[dict[str, str], list[bytes]]:
        said = {key: value for key, value in style.attrib.items() if key not in ("fillId", "applyFill")}
        return said, [etree.tostring(each) for each in style]

    return rest(one) == rest(other)
