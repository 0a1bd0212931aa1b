"""The documents that are measured: a letter and tables of growing length.

Each workload is one template, in the syntax that docxtpl and kadocs share, and its data.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import docx

FIELDS = 40
COLUMNS = 8


@dataclass(frozen=True)
class Workload:
    """A template with its data, and texts that every engine's output must hold."""

    name: str
    template: bytes
    data: dict[str, Any]
    expected: tuple[str, ...]


def letter() -> Workload:
    """Two pages: 40 fields, 3 conditions, a table of 10 rows, fields in header and footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ f0 }} / {{ f1 }}"
    document.sections[0].footer.paragraphs[0].text = "{{ f2 }}"
    for start in range(0, FIELDS, 2):
        document.add_paragraph(
            f"甲方 {{{{ f{start} }}}} 与乙方 {{{{ f{start + 1} }}}} 约定如下，" + "正文。" * 30
        )
    for index in range(3):
        document.add_paragraph(f"{{% if on{index} %}}条款 {index} 适用。{{% else %}}不适用。{{% endif %}}")
    _add_table(document, 4)
    data: dict[str, Any] = {f"f{i}": f"值 {i} & Co. <第{i}项>" for i in range(FIELDS)}
    data |= {f"on{i}": i % 2 == 0 for i in range(3)}
    data["rows"] = _rows(10, 4)
    return Workload("letter", _saved(document), data, ("值 39 & Co. <第39项>", "条款 2 适用", "r9c3 客户"))


def table(rows: int) -> Workload:
    """One table of eight columns with `rows` rows."""
    document = docx.Document()
    _add_table(document, COLUMNS)
    last = f"r{rows - 1}c{COLUMNS - 1} 客户"
    return Workload(f"rows {rows:,}", _saved(document), {"rows": _rows(rows, COLUMNS)}, (last,))


def _add_table(document: Any, columns: int) -> None:
    table = document.add_table(4, columns, style="Table Grid")
    for column in range(columns):
        table.cell(0, column).text = f"列{column}"
        table.cell(2, column).text = f"{{{{ row.c{column} }}}}"
    table.cell(1, 0).text = "{%tr for row in rows %}"
    table.cell(3, 0).text = "{%tr endfor %}"


def _rows(count: int, columns: int) -> list[dict[str, str]]:
    return [{f"c{c}": f"r{r}c{c} 客户" for c in range(columns)} for r in range(count)]


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
