"""The sheet that lists all findings, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from kadocs.figures.columns import letters
from kadocs.findings import Finding, Severity, Text
from kadocs.sources.annotation.places import spot
from kadocs.sources.annotation.styles import Styles
from kadocs.sources.annotation.xml import Element, text
from kadocs.sources.excel import form

SEVERITIES = {
    Severity.ERROR: Text("错误", "Error"),
    Severity.WARNING: Text("警告", "Warning"),
    Severity.INFO: Text("提示", "Note"),
}
"""How bad a finding is, as the sheet and the notes say."""

_HEADS = (
    Text("程度", "Kind"),
    Text("编号", "Code"),
    Text("位置", "Where"),
    Text("问题", "Problem"),
    Text("怎么办", "What to do"),
)
_WIDTHS = (8, 11, 26, 60, 70)
_FIRST = 4
_LINK_COLUMN = "C"
_COUNT = Text("共 {n} 条。点击“位置”到达单元格。", "{n} in all. Click on a place to go to its cell.")


def sheet(findings: Sequence[Finding], main: str, styles: Styles, language: str) -> Element:
    """The worksheet, selected; `main` is the namespace of the workbook."""
    root = etree.Element(f"{{{main}}}worksheet", nsmap={None: main})  # type: ignore[dict-item]
    _add(_add(root, "sheetPr"), "pageSetUpPr", fitToPage="1")
    _add(root, "dimension", ref=f"A1:E{max(_FIRST + len(findings) - 1, _FIRST - 1)}")
    view = _add(_add(root, "sheetViews"), "sheetView", tabSelected="1", workbookViewId="0")
    _add(
        view,
        "pane",
        ySplit=str(_FIRST - 1),
        topLeftCell=f"A{_FIRST}",
        activePane="bottomLeft",
        state="frozen",
    )
    columns = _add(root, "cols")
    for number, width in enumerate(_WIDTHS, 1):
        _add(columns, "col", min=str(number), max=str(number), width=str(width), customWidth="1")
    data = _add(root, "sheetData")
    bold, body, link = styles.written(bold=True), styles.written(), styles.written(link=True)
    _row(data, 1, [form.heading(form.FINDINGS).in_(language)], [styles.heading()])
    _row(data, 2, [_COUNT.fill(n=len(findings)).in_(language)], [0])
    _row(data, _FIRST - 1, [head.in_(language) for head in _HEADS], [bold] * len(_HEADS))
    for at, finding in enumerate(findings, _FIRST):
        kind = styles.tinted(body, finding.severity)
        place = link if spot(finding.place.cell) else body
        _row(data, at, _said(finding, language), [kind, body, place, body, body])
    _links(root, findings)
    _add(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    return root


def words(findings: Iterable[Finding], language: str) -> str:
    """What a note says of a cell."""
    parts = []
    for finding in findings:
        severity = SEVERITIES[finding.severity].in_(language)
        hint = finding.hint.in_(language)
        parts.append(
            f"{severity} {finding.code}\n{finding.message.in_(language)}" + (f"\n→ {hint}" if hint else "")
        )
    return "\n\n".join(parts)


def _said(finding: Finding, language: str) -> list[str]:
    return [
        SEVERITIES[finding.severity].in_(language),
        finding.code,
        finding.place.cell or finding.place.in_(language),
        finding.message.in_(language),
        finding.hint.in_(language),
    ]


def _links(root: Element, findings: Sequence[Finding]) -> None:
    places = [
        (at, finding.place.cell) for at, finding in enumerate(findings, _FIRST) if spot(finding.place.cell)
    ]
    if places:
        links = _add(root, "hyperlinks")
        for at, cell in places:
            _add(links, "hyperlink", ref=f"{_LINK_COLUMN}{at}", location=cell, display=cell)


def _row(data: Element, at: int, said: Sequence[str], styles: Sequence[int]) -> None:
    row = _add(data, "row", r=str(at))
    for number, (content, style) in enumerate(zip(said, styles, strict=True), 1):
        cell = _add(row, "c", r=f"{letters(number - 1)}{at}", s=str(style), t="inlineStr")
        text(_add(cell, "is"), "t", content)


def _add(parent: Element, name: str, **said: str) -> Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", said)
