"""Findings and results as people read them, in Chinese or English, and as JSON; nothing is printed here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kadocs.findings import NOTHING, Finding, Place, Severity, Text

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel.mapping import Mapped

_SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "note"),
}
_COUNTS = {
    Severity.ERROR: (Text("{n} 个错误", "{n} error"), Text("{n} 个错误", "{n} errors")),
    Severity.WARNING: (Text("{n} 个警告", "{n} warning"), Text("{n} 个警告", "{n} warnings")),
    Severity.INFO: (Text("{n} 条提示", "{n} note"), Text("{n} 条提示", "{n} notes")),
}
_NOTHING = Text("没有发现问题", "no problems found")
_WRITTEN, _FAILED = Text("已生成", "written"), Text("未生成", "not written")
_TO_HAND_IN = Text("可递交", "to hand in")
_IN_ALL = Text("共：已生成 {n} 份{s}，未生成 {m} 份", "In all: {n} written{s}, {m} not written")
_IN_SIZE = Text("（{s}）", " ({s})")
_TAKEN = Text("“{text}” → {title}（{path}）", "“{text}” → {title} ({path})")
_LEFT = Text("“{text}” 没有读取", "“{text}” is not read")
_NEAR = Text(
    "“{text}” 没有读取，最接近的名称是“{near}”", "“{text}” is not read; the nearest title is “{near}”"
)
_SKIPPED = Text("“{text}” 不是数据：{why}", "“{text}” is no data: {why}")
_MORE = Text("……另有 {n} 处：{why}", "… {n} more: {why}")
_NO_SHEETS = Text("没有读取 Excel 或 CSV", "no workbook or CSV file was read")
_NOTHING_TAKEN = Text("没有可读取的内容", "nothing in it is known")
_LONGEST_LINE = 40
_MOST_ALIKE = 5
"""How many rows that were passed over for one reason are shown of a sheet."""

_SIZES = ((1 << 20, "MB"), (1 << 10, "kB"), (1, "B"))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the results: what was made of which deal, where it is, and whether it is there.

    `deal` may be an account. If it is not there, `why` says it in short, and `asked` whether it was asked for
    and so should be; without a `file` it never came to one. `whole` is an archive of all that is handed in.
    """

    deal: str
    deliverable: str
    language: str
    file: str
    size: int
    done: bool
    title: Text = NOTHING
    why: Text = NOTHING
    asked: bool = True
    whole: bool = False


def text(findings: Sequence[Finding], language: str) -> str:
    """Each finding in two lines, its place and message, then the way out; the same one only once."""
    return "\n".join(_finding(finding, language) for finding in dict.fromkeys(findings))


def summary(findings: Iterable[Finding], language: str) -> str:
    """How many errors, warnings and notes there are."""
    distinct = list(dict.fromkeys(findings))
    counts = {severity: sum(f.severity is severity for f in distinct) for severity in Severity}
    said = [
        _COUNTS[severity][number != 1].fill(n=number).in_(language)
        for severity, number in counts.items()
        if number
    ]
    return ("，" if language == "zh" else ", ").join(said) or _NOTHING.in_(language)


def table(rows: Sequence[Row], language: str) -> str:
    """The results, a line a document: whether it was written, its path and size, or why it was not.

    What was never begun for one reason shares a line for each deal. Of several documents there is a last
    line with their number.
    """
    lines: dict[tuple[str, str, Text], list[Row]] = {}
    for row in rows:
        lines.setdefault((row.deal, row.file, row.why), []).append(row)
    said = [_result(alike, language) for alike in lines.values()]
    if len(rows) > 1:
        done = [row.size for row in rows if row.done]
        size = _IN_SIZE.fill(s=_size(sum(done))) if done else NOTHING
        said.append(_IN_ALL.fill(n=len(done), s=size, m=len(rows) - len(done)).in_(language))
    return "\n".join(said)


def _result(alike: Sequence[Row], language: str) -> str:
    row = alike[0]
    if row.done:
        verb = _TO_HAND_IN if row.whole else _WRITTEN
        return f"{verb.in_(language)}  {row.file}  ({_size(row.size)})"
    between = "、" if language == "zh" else ", "
    titles = between.join(each.title.in_(language) or each.deliverable for each in alike)
    why = f"  ({row.why.in_(language)})" if row.why != NOTHING else ""
    return f"{_FAILED.in_(language)}  {row.file or f'{row.deal} › {titles}'}{why}"


def mapping(sheets: Sequence[Mapped], language: str) -> str:
    """For which field each heading and label was taken, sheet by sheet, and what is not read."""
    return "\n\n".join(_sheet(each, language) for each in sheets) or _NO_SHEETS.in_(language)


def sheet(mapped: Mapped, language: str) -> Mapping[str, object]:
    """What became of one sheet, as plain values."""
    taken = [
        {"cell": each.place.cell, "text": each.text, "path": each.path, "title": each.title.in_(language)}
        for each in mapped.taken
    ]
    left = [
        {"cell": each.place.cell, "text": each.text, "near": each.near and each.near.in_(language)}
        for each in mapped.left
    ]
    skipped = [
        {"cell": each.place.cell, "text": each.text, "why": each.why.name.lower()} for each in mapped.skipped
    ]
    return {"file": mapped.file, "sheet": mapped.sheet, "taken": taken, "left": left, "skipped": skipped}


def as_json(
    findings: Iterable[Finding], language: str, rows: Iterable[Row] | None = None, **more: object
) -> str:
    """The findings, with their words in `language`, and the results if there are any, as one JSON object."""
    told: dict[str, object] = {"findings": [fields(finding, language) for finding in dict.fromkeys(findings)]}
    if rows is not None:
        told["files"] = [
            {
                "deal": row.deal,
                "deliverable": row.deliverable,
                "language": row.language,
                "file": row.file,
                "bytes": row.size,
                "written": row.done,
                **({} if row.why == NOTHING else {"why": row.why.in_(language)}),
            }
            for row in rows
        ]
    return json.dumps({**told, **more}, ensure_ascii=False, indent=2)


def fields(finding: Finding, language: str) -> Mapping[str, object]:
    """A finding as plain values; what it does not have is left out."""
    place = finding.place
    told = {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": place.file,
        "line": place.line,
        "cell": place.cell,
        "trail": [step.in_(language) for step in place.trail],
        "path": finding.path,
        "message": finding.message.in_(language),
        "hint": finding.hint.in_(language),
    }
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _sheet(mapped: Mapped, language: str) -> str:
    lines = [
        (each.place, _TAKEN.fill(text=_line(each.text), title=each.title, path=each.path))
        for each in mapped.taken
    ]
    for each in mapped.left:
        said = _NEAR if each.near else _LEFT
        lines.append((each.place, said.fill(text=_line(each.text), near=each.near or "")))
    more: dict[Text, int] = {}
    for row in mapped.skipped:
        why: Text = row.why.value
        more[why] = more.get(why, 0) + 1
        if more[why] <= _MOST_ALIKE:
            lines.append((row.place, _SKIPPED.fill(text=_line(row.text), why=why)))
    shown = [f"  {_cell(place)}  {said.in_(language)}" for place, said in sorted(lines, key=_reading_order)]
    rest = [
        "  " + _MORE.fill(n=count - _MOST_ALIKE, why=why).in_(language)
        for why, count in more.items()
        if count > _MOST_ALIKE
    ]
    return "\n".join(
        [f"{mapped.file} › {mapped.sheet}", *(shown or ["  " + _NOTHING_TAKEN.in_(language)]), *rest]
    )


def _cell(place: Place) -> str:
    return place.cell.rpartition("!")[2].ljust(5)


def _reading_order(line: tuple[Place, Text]) -> tuple[int, int, str]:
    cell = line[0].cell.rpartition("!")[2]
    column = cell.rstrip("0123456789")
    return int(cell[len(column) :] or 0), len(column), column


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"


def _finding(finding: Finding, language: str) -> str:
    severity = _SEVERITIES[finding.severity].in_(language)
    head = f"{finding.place.in_(language)}: {severity} {finding.code} {finding.message.in_(language)}"
    hint = finding.hint.in_(language)
    return f"{head}\n    → {hint}" if hint else head


def _size(count: int) -> str:
    unit, name = next((unit, name) for unit, name in _SIZES if count >= unit or unit == 1)
    return f"{round(count / unit, 1):g} {name}"
