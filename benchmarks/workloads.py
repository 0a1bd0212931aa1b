"""The documents that are measured, each as a template in every engine's own syntax, with its data.

The texts and numbers are the same in every dialect, so every engine writes the same pages.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import docx

FIELDS = 40
COLUMNS = 8
TAGS = 12_000
BID_PARAGRAPHS = 6_000
SECTIONS = 12


@dataclass(frozen=True)
class Workload:
    """Data, texts that every output must hold, and how the template is written in a dialect.

    `compiles` says that compiling the template is part of what is measured.
    """

    name: str
    write: Callable[[Dialect], bytes]
    data: dict[str, Any]
    expected: tuple[str, ...]
    compiles: bool = False

    def template(self, dialect: Dialect) -> bytes:
        """The template's bytes."""
        return _written(self.write, dialect)


@cache
def _written(write: Callable[[Dialect], bytes], dialect: Dialect) -> bytes:
    return write(dialect)


@dataclass(frozen=True)
class Dialect:
    """How an engine writes a value, a choice between two texts, and a table of records."""

    value: Callable[[str], str]
    choice: Callable[[str, str, str], str]
    rows: Callable[[str, list[str]], list[list[str]]]


def _jinja_rows(name: str, fields: list[str]) -> list[list[str]]:
    blank = [""] * (len(fields) - 1)
    return [
        [f"{{%tr for row in {name} %}}", *blank],
        [f"{{{{ row.{field} }}}}" for field in fields],
        ["{%tr endfor %}", *blank],
    ]


def _mustache_rows(name: str, fields: list[str]) -> list[list[str]]:
    first, *between, last = [f"{{{field}}}" for field in fields]
    return [[f"{{#{name}}}{first}", *between, f"{last}{{/{name}}}"]]


def _carbone_rows(name: str, fields: list[str]) -> list[list[str]]:
    return [[f"{{d.{name}[{index}].{field}}}" for field in fields] for index in ("i", "i+1")]


JINJA = Dialect(
    lambda name: f"{{{{ {name} }}}}",
    lambda name, yes, no: f"{{% if {name} %}}{yes}{{% else %}}{no}{{% endif %}}",
    _jinja_rows,
)
MUSTACHE = Dialect(
    lambda name: f"{{{name}}}",
    lambda name, yes, no: f"{{#{name}}}{yes}{{/{name}}}{{#not_{name}}}{no}{{/not_{name}}}",
    _mustache_rows,
)
CARBONE = Dialect(
    lambda name: f"{{d.{name}}}",
    lambda name, yes, no: f"{{d.{name}:ifEQ(true):show('{yes}'):elseShow('{no}')}}",
    _carbone_rows,
)


def letter() -> Workload:
    """Two pages: 40 fields, 3 conditions, a table of 10 rows, fields in header and footer."""
    data: dict[str, Any] = {f"f{i}": f"值 {i} & Co. <第{i}项>" for i in range(FIELDS)}
    for index in range(3):
        data |= {f"on{index}": index % 2 == 0, f"not_on{index}": index % 2 == 1}
    data["rows"] = _records(10, 4)
    return Workload("letter", _letter, data, ("值 39 & Co. <第39项>", "条款 2 适用", "r9c3 客户"))


def _letter(dialect: Dialect) -> bytes:
    document = docx.Document()
    value = dialect.value
    document.sections[0].header.paragraphs[0].text = f"{value('f0')} / {value('f1')}"
    document.sections[0].footer.paragraphs[0].text = value("f2")
    for start in range(0, FIELDS, 2):
        first, second = value(f"f{start}"), value(f"f{start + 1}")
        document.add_paragraph(f"甲方 {first} 与乙方 {second} 约定如下，" + "正文。" * 30)
    for index in range(3):
        document.add_paragraph(dialect.choice(f"on{index}", f"条款 {index} 适用。", f"条款 {index} 不适用。"))
    _add_table(document, dialect, "rows", 4)
    return _saved(document)


def table(rows: int) -> Workload:
    """One table of eight columns with `rows` rows."""
    last = f"r{rows - 1}c{COLUMNS - 1} 客户"
    return Workload(f"rows {rows:,}", _table, {"rows": _records(rows, COLUMNS)}, (last,))


def _table(dialect: Dialect) -> bytes:
    document = docx.Document()
    _add_table(document, dialect, "rows", COLUMNS)
    return _saved(document)


def prices(rows: int) -> Workload:
    """A price list of five columns: number, name, quantity, price, remark."""
    name = "综合监控服务器，含安装调试与第一年维保"
    data = [
        {"c0": str(n), "c1": name, "c2": f"{n % 9 + 1}", "c3": f"{n * 7919 % 90_000 + 11:,}.00", "c4": "满足"}
        for n in range(rows)
    ]
    return Workload(f"prices {rows:,}", _prices, {"rows": data}, (data[-1]["c3"],))


def _prices(dialect: Dialect) -> bytes:
    document = docx.Document()
    _add_table(document, dialect, "rows", 5)
    return _saved(document)


def proposal() -> Workload:
    """About 25 pages: 12 sections of text with fields, 6 tables of 20 rows."""
    data: dict[str, Any] = {}
    for section in range(SECTIONS):
        data |= {f"s{section}title": f"第{section}章 & <总体>", f"s{section}client": f"客户 {section}"}
        if section % 2:
            data[f"s{section}rows"] = _records(20, 5)
    return Workload("proposal", _proposal, data, ("第11章 & <总体>", "客户 11", "r19c4 客户"))


def _proposal(dialect: Dialect) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = dialect.value("s0client")
    for section in range(SECTIONS):
        document.add_heading(dialect.value(f"s{section}title"), 1)
        for _ in range(10):
            document.add_paragraph(f"致 {dialect.value(f's{section}client')}：" + "系统方案的正文内容。" * 15)
        if section % 2:
            _add_table(document, dialect, f"s{section}rows", 5)
    return _saved(document)


def bid() -> Workload:
    """A bid volume: 6,000 paragraphs, nearly all of them static."""
    data = {f"f{i}": f"投标人 {i} & <公司>" for i in range(20)}
    return Workload("bid document", _bid, data, ("投标人 19 & <公司>", "第5999条"))


def _bid(dialect: Dialect) -> bytes:
    document = docx.Document()
    for index in range(BID_PARAGRAPHS):
        tag = dialect.value(f"f{index // 300}") if index % 300 == 0 else "投标人"
        document.add_paragraph(f"第{index}条 {tag}应按照招标文件的要求提供完整、真实、有效的资料。" * 3)
    return _saved(document)


def tags() -> Workload:
    """12,000 distinct tags in a table, compiled and rendered once."""
    data = {f"t{i}": f"值 {i}" for i in range(TAGS)}
    return Workload("12,000 tags", _tags, data, ("值 0", f"值 {TAGS - 1}"), compiles=True)


def _tags(dialect: Dialect) -> bytes:
    document = docx.Document()
    table = document.add_table(1, COLUMNS)
    cells = [f"<w:tc><w:p><w:r><w:t>{dialect.value(f't{i}')}</w:t></w:r></w:p></w:tc>" for i in range(TAGS)]
    xml = "".join(f"<w:tr>{''.join(cells[i : i + COLUMNS])}</w:tr>" for i in range(0, TAGS, COLUMNS))
    declared = docx.oxml.ns.nsdecls("w")
    for row in docx.oxml.parse_xml(f"<w:tbl {declared}>{xml}</w:tbl>"):
        table._tbl.append(row)
    return _saved(document)


def _add_table(document: Any, dialect: Dialect, name: str, columns: int) -> None:
    rows = [[f"列{c}" for c in range(columns)], *dialect.rows(name, [f"c{c}" for c in range(columns)])]
    table = document.add_table(len(rows), columns, style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _records(count: int, columns: int) -> list[dict[str, str]]:
    return [{f"c{c}": f"r{r}c{c} 客户" for c in range(columns)} for r in range(count)]


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
