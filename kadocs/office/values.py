"""A workbook with the values of its formulas, so that whoever does not calculate sees them too."""

from __future__ import annotations

from dataclasses import replace

from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.office.calculation import calculate
from kadocs.office.installed import program
from kadocs.render.excel import with_values

_ABSENT = Text(
    "公式没有预先算好：没有找到 LibreOffice", "the formulas have no values yet: LibreOffice was not found"
)
_ABSENT_HINT = Text(
    "用 Excel 或 WPS 打开时会自动计算；要预先算好，请安装 LibreOffice 后重新生成",
    "Excel and WPS calculate them on opening; to have them beforehand, install LibreOffice and build again",
)


def calculated(workbook: bytes, name: str) -> tuple[bytes, list[Finding]]:
    """A rendered workbook with the values of its formulas, and what there is to say of them.

    Where LibreOffice is missing (OUT013) or fails, it is as it was, and is calculated when it is opened.
    """
    if program() is None:
        return workbook, [Finding("OUT013", Severity.INFO, Place(name), _ABSENT, _ABSENT_HINT)]
    try:
        return with_values(workbook, calculate(workbook, name)), []
    except Refused as refused:
        return workbook, [replace(each, severity=Severity.WARNING) for each in refused.findings]
