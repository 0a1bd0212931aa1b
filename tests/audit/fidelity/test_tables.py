"""Tables of a tender: rows and columns stay, but for the rows that a list adds where that is allowed."""

from __future__ import annotations

import docx
import pytest
from docx.document import Document

from tests.audit.fidelity.forms import changes, fills, form, result, saved

HEAD = ("序号", "名称", "单价", "合价")
TOTAL = ("合计", "", "", "")
ISSUED = ("分项报价表", (HEAD, ("1", "", "", ""), ("2", "", "", ""), ("…", "", "", ""), TOTAL))
LOOP = (
    ("{%tr for item in quote.items %}", "", "", ""),
    ("{{ loop.index }}", "{{ item.name }}", "{{ item.price }}", "{{ item.amount }}"),
    ("{%tr endfor %}", "", "", ""),
)
COPY = ("分项报价表", (HEAD, *LOOP, ("合计", "", "", "{{ quote.total }}")))


def priced(rows: int, head: tuple[str, ...] = HEAD) -> bytes:
    """The finished table with so many items."""
    items = [(str(n), f"设备{n}", f"{n}00.00", f"{n}00.00") for n in range(1, rows + 1)]
    return form("分项报价表", (head, *items, ("合计", "", "", "300.00")))


@pytest.mark.parametrize("rows", [1, 2, 3, 40])
def test_a_list_adds_rows_to_a_table_that_grows(rows: int) -> None:
    compared = result(form(*ISSUED), form(*COPY), priced(rows), grows=True)
    assert changes(compared) == []
    assert fills(compared)["合计"] == "300.00"
    assert [filled.text for filled in compared.filled if filled.label == "名称"][-1] == f"设备{rows}"


def test_a_list_adds_no_rows_to_a_table_that_does_not_grow() -> None:
    copy = (HEAD, *LOOP, ("合计", "", "", "{{ quote.total }}"))
    issued = form((HEAD, ("1", "", "", ""), ("2", "", "", ""), TOTAL))
    rows = [(str(n), f"设备{n}", "1", "1") for n in (1, 2, 3)]
    assert changes(result(issued, form(copy), form((HEAD, *rows[:2], ("合计", "", "", "9"))))) == []
    assert changes(result(issued, form(copy), form((HEAD, *rows, ("合计", "", "", "9"))))) == [
        (None, "3 | 设备3 | 1 | 1")
    ]
    assert changes(result(issued, form(copy), form((HEAD, rows[0], ("合计", "", "", "9")))))


def test_a_heading_of_a_column_and_a_column_that_is_gone_are_told() -> None:
    other = ("序号", "名称", "含税单价", "合价")
    (change,) = result(form(*ISSUED), form(*COPY), priced(2, other), grows=True).changes
    assert (change.issued, change.finished) == ("单价", "含税单价")
    assert change.where[-1].en == "table 1 row 1 column 3"
    narrow = form("分项报价表", (HEAD[:3], ("1", "设备1", "1"), ("合计", "", "1")))
    assert changes(result(form(*ISSUED), form(*COPY), narrow, grows=True))


def test_a_row_that_nobody_may_add_is_told_even_where_a_table_grows() -> None:
    done = form(
        "分项报价表", (HEAD, ("1", "设备1", "1", "1"), ("运费", "", "另计", ""), ("合计", "", "", "1"))
    )
    copy = ("分项报价表", (HEAD, *LOOP, ("运费", "", "另计", ""), ("合计", "", "", "{{ quote.total }}")))
    assert (None, "运费 |  | 另计 | ") in changes(result(form(*ISSUED), form(*copy), done, grows=True))


def test_a_certificate_has_its_blanks_beside_their_labels() -> None:
    issued = form(
        (("投标人名称", ""), ("单位性质", ""), ("成立时间", "　　年　　月　　日"), ("经营期限", ""))
    )
    copy = form(
        (
            ("投标人名称", "{{ vendor.legal_name }}"),
            ("单位性质", "{{ vendor.nature }}"),
            ("成立时间", "{{ y }}年{{ m }}月{{ d }}日"),
            ("经营期限", ""),
        )
    )
    done = form(
        (("投标人名称", "云岭公司"), ("单位性质", "股份"), ("成立时间", "2003年5月18日"), ("经营期限", ""))
    )
    compared = result(issued, copy, done)
    assert changes(compared) == []
    assert fills(compared) == {"投标人名称": "云岭公司", "单位性质": "股份", "成立时间": "2003年5月18日"}


def merged(fill: str = "", note: str = "说明：本表不得增减行。") -> Document:
    """A table with a title over all columns, a label beside two rows, and a note at its end."""
    document = docx.Document()
    table = document.add_table(4, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "开标一览表"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "投标报价"
    table.cell(1, 1).text, table.cell(2, 1).text = "大写", "小写"
    table.cell(1, 2).text = fill
    table.cell(3, 0).merge(table.cell(3, 2)).text = note
    return document


def test_merged_cells_keep_their_shape() -> None:
    issued, copy = saved(merged()), saved(merged("{{ quote.total | rmb }}"))
    compared = result(issued, copy, saved(merged("壹佰元整")))
    assert changes(compared) == []
    assert fills(compared) == {"大写": "壹佰元整"}
    assert changes(result(issued, copy, saved(merged("壹佰元整", "说明：本表可以增减行。"))))
    apart = docx.Document()
    table = apart.add_table(4, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "开标一览表"
    for row, column, text in ((1, 0, "投标报价"), (1, 1, "大写"), (1, 2, "壹佰元整"), (2, 1, "小写")):
        table.cell(row, column).text = text
    table.cell(3, 0).merge(table.cell(3, 2)).text = "说明：本表不得增减行。"
    assert changes(result(issued, copy, saved(apart)))


def test_a_table_that_is_gone_is_told() -> None:
    assert changes(result(form(*ISSUED), form(*COPY), form("分项报价表"), grows=True))


def test_five_hundred_rows_are_compared_in_time() -> None:
    assert changes(result(form(*ISSUED), form(*COPY), priced(500), grows=True)) == []
