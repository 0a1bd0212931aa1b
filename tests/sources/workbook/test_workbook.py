"""The workbook to fill in: everything the model has, explained, checked while one types, and read again."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kadocs import office, sources
from kadocs.findings import Place, Refused
from kadocs.model import Audience, Deal, inputs
from kadocs.model.types import Kind
from kadocs.sources import workbook
from kadocs.sources.workbook.layout import Form, sheets
from kadocs.sources.workbook.scope import Scope, walk
from kadocs.tree.node import Mapping, Node, Scalar, Sequence

SAMPLES = Path(__file__).parents[3] / "samples"
SMALL = Scope(
    frozenset(
        {
            ("account", "name"),
            ("account", "ownership"),
            ("account", "founded"),
            ("account", "payment_days"),
            ("account", "employees"),
            ("requirements", "id"),
            ("requirements", "text"),
            ("requirements", "mandatory"),
        }
    ),
    needed=frozenset({("account", "name"), ("requirements",)}),
)


def node(value: Any) -> Node:
    if isinstance(value, dict):
        return Mapping({key: node(item) for key, item in value.items()}, {}, Place("d.yaml"))
    if isinstance(value, list):
        return Sequence(tuple(map(node, value)), Place("d.yaml"))
    return Scalar(value, Place("d.yaml"))


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def find(sheet: Worksheet, text: str) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == text)


def beside(sheet: Worksheet, label: str) -> Any:
    return find(sheet, label).offset(0, 1)


def check_of(sheet: Worksheet, cell: str) -> Any:
    return next(each for each in sheet.data_validations.dataValidation if cell in each.sqref)


@pytest.fixture(scope="module", params=["zh", "en"])
def everything(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    return request.param, workbook.to_fill_in(request.param, workbook.whole())


def test_an_empty_workbook_reads_as_an_empty_deal_without_a_word(everything, tmp_path):
    _, data = everything
    path = tmp_path / "deal.xlsx"
    path.write_bytes(data)
    loaded = sources.load(path)
    assert loaded.findings == ()
    assert loaded.deal == Deal()


def test_every_field_of_the_model_has_its_place(everything):
    language, data = everything
    book = opened(data)
    texts = {str(cell.value).lstrip("*") for sheet in book for row in sheet.iter_rows() for cell in row}
    titles = [field.mark.title.in_(language) for _, field in walk(Deal, ()) if field.noun is None]
    assert [title for title in titles if not any(text.startswith(title) for text in texts)] == []


def test_nothing_is_hidden(everything):
    for sheet in opened(everything[1]):
        assert sheet.sheet_state == "visible"
        assert not any(row.hidden for row in sheet.row_dimensions.values())
        assert not any(column.hidden for column in sheet.column_dimensions.values())
        assert not sheet.protection.sheet


def test_the_same_fields_give_the_same_bytes():
    assert workbook.to_fill_in("zh", SMALL) == workbook.to_fill_in("zh", SMALL)


def test_there_is_one_sheet_a_section_and_wide_lists_have_their_own():
    planned = list(sheets(workbook.whole()))
    titles = [sheet.mark.zh for sheet in planned]
    assert titles[:3] == ["通用", "我方信息", "客户信息"]
    assert {"报价", "报价清单", "需求", "联系人"} <= set(titles)
    assert len(titles) == len(set(titles)) < 50
    quote = next(sheet for sheet in planned if sheet.mark.zh == "报价")
    assert isinstance(quote.parts[0], Form)
    assert "付款计划" in [part.mark.zh for part in quote.parts]


def test_the_scope_limits_it_and_marks_what_is_needed():
    book = opened(workbook.to_fill_in("zh", SMALL))
    assert book.sheetnames == ["填写说明", "客户信息", "需求", "选项"]
    labels = [row[1].value for row in book["客户信息"].iter_rows(min_row=4)]
    assert labels == ["*客户全称", "客户性质", "客户成立日期", "客户人数（人）", "付款周期（天）"]
    heads = [cell.value for cell in book["需求"][3]]
    assert heads == ["行", "*需求编号", "*需求", "实质性条款"]
    assert book["需求"]["A1"].value == "*需求"
    guide = {row[0].value: row[2].value for row in book["填写说明"].iter_rows()}
    assert any("插入行" in str(said) for said in guide)  # below a list the next one begins
    assert (guide["客户信息"], guide["需求"]) == ("有必填项", "有必填项")


def test_choices_flags_dates_and_numbers_are_checked_while_one_types():
    book = opened(workbook.to_fill_in("zh", SMALL))
    sheet = book["客户信息"]
    choice = check_of(sheet, beside(sheet, "客户性质").coordinate)
    assert choice.type == "list"
    cells = book["选项"][choice.formula1.split("!")[1].replace("$", "")]
    assert [row[0].value for row in cells][:3] == ["党政机关", "事业单位", "国企"]
    day = check_of(sheet, beside(sheet, "客户成立日期").coordinate)
    assert (day.type, day.operator) == ("date", "between")
    assert "2026-03-05" in day.error
    count = check_of(sheet, beside(sheet, "付款周期（天）").coordinate)
    assert (count.type, count.formula1, count.formula2) == ("whole", "0", "36500")
    flag = check_of(book["需求"], "D5")
    assert (flag.type, flag.formula1) == ("list", '"是,否"')
    assert flag.showErrorMessage
    assert flag.prompt


def test_titles_have_notes_and_colours_by_audience():
    book = opened(workbook.to_fill_in("zh", SMALL))
    open_, inner = find(book["客户信息"], "*客户全称"), find(book["客户信息"], "付款周期（天）")
    assert "必填" in open_.comment.text
    field = inputs(inputs(Deal)["account"].noun)["payment_days"]
    assert field.mark.audience is Audience.INTERNAL
    assert field.mark.help.zh in inner.comment.text
    assert "不会出现在给客户的文档里" in inner.comment.text
    assert open_.fill.fgColor.rgb != inner.fill.fgColor.rgb


def test_an_example_row_stands_only_where_there_is_nothing_yet():
    book = opened(workbook.to_fill_in("zh", SMALL))
    assert [cell.value for cell in book["需求"][4]] == ["示例", "需求编号示例", "需求示例", "是"]
    filled = opened(workbook.to_fill_in("zh", SMALL, node({"requirements": [{"id": "R-1", "text": "快"}]})))
    assert [cell.value for cell in filled["需求"][4]][:3] == [1, "R-1", "快"]


def test_headings_stay_in_sight_and_print_on_every_page():
    sheet = opened(workbook.to_fill_in("zh", SMALL))["需求"]
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("text", ["=1+1", "+86 10", "-5", "@x", "#N/A", "0012", "6222020200112233445", "1e5"])
def test_texts_stay_texts(text):
    deal = node({"account": {"name": text}})
    cell = beside(opened(workbook.to_fill_in("zh", SMALL, deal))["客户信息"], "*客户全称")
    assert (cell.data_type, cell.value, cell.number_format) == ("s", text, "@")


def test_numbers_days_and_choices_are_what_excel_has_for_them():
    said = {"founded": "2008年9月26日", "payment_days": "90天", "ownership": "private"}
    sheet = opened(workbook.to_fill_in("en", SMALL, node({"account": said})))["Account"]
    assert beside(sheet, "Customer founded").value.date() == date(2008, 9, 26)
    assert beside(sheet, "Payment period (days)").value == 90
    assert beside(sheet, "Ownership").value == "Private company"


def test_a_text_too_long_for_a_cell_is_refused():
    with pytest.raises(Refused) as refused:
        workbook.to_fill_in("zh", SMALL, node({"account": {"name": "长" * 40_000}}))
    assert refused.value.findings[0].code == "OUT030"


def test_entries_with_lists_of_their_own_need_different_names():
    module = {"name": "监控", "pictures": [{"path": "a.png"}]}
    with pytest.raises(Refused) as refused:
        workbook.holding(node({"solution": {"modules": [module, module]}}), "zh")
    assert refused.value.findings[0].code == "OUT031"
    assert "监控" in refused.value.findings[0].message.zh


@pytest.mark.parametrize("deal", ["rail-iscs", "chem-dcs"])
def test_a_deal_filled_in_reads_as_the_same_deal(deal, tmp_path):
    loaded = sources.load(SAMPLES / deal / "deal.yaml")
    assert loaded.deal is not None
    path = tmp_path / "deal.xlsx"
    path.write_bytes(workbook.to_fill_in(loaded.deal.language.code, workbook.whole(), loaded.node))
    again = sources.load(path)
    assert again.findings == ()
    assert again.deal == loaded.deal


def typed(kind: Kind | None) -> object:
    """What a person would type, who has read no more than the notes."""
    return {
        Kind.NUMBER: 3,
        Kind.COUNT: 3,
        Kind.PERCENT: 0.13,
        Kind.AMOUNT: 1000,
        Kind.DAY: date(2026, 3, 5),
    }.get(kind or Kind.TEXT, "abc")


def test_filled_in_by_its_notes_it_loads(tmp_path):
    path = tmp_path / "deal.xlsx"
    book = opened(workbook.to_fill_in("zh", SMALL))
    sheet, table = book["客户信息"], book["需求"]
    for label, kind in (("*客户全称", Kind.TEXT), ("客户成立日期", Kind.DAY), ("付款周期（天）", Kind.COUNT)):
        beside(sheet, label).value = typed(kind)
    beside(sheet, "客户性质").value = "民企"
    for column, value in enumerate(("R-1", "要快", "是"), 2):
        table.cell(5, column).value = value
    book.save(path)
    deal = sources.load(path).deal
    assert deal is not None
    assert deal.account is not None
    assert (deal.account.name, deal.account.payment_days) == ("abc", 3)
    assert [(each.id, each.mandatory) for each in deal.requirements] == [("R-1", True)]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_drop_downs(tmp_path):
    path = tmp_path / "deal.xlsx"
    path.write_bytes(workbook.to_fill_in("zh", SMALL))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        shutil.which("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path / "o",
        path,
    ]
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=240)
    book = load_workbook(tmp_path / "o" / "deal.xlsx")
    choice = check_of(book["客户信息"], beside(book["客户信息"], "客户性质").coordinate)
    cells = book["选项"][choice.formula1.split("!")[1].replace("$", "")]
    assert [row[0].value for row in cells][:2] == ["党政机关", "事业单位"]
    assert check_of(book["需求"], "D5").formula1 == '"是,否"'
