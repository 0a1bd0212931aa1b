"""Where deals stand, as a table and in a workbook."""

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

from kadocs.figures.money import Money
from kadocs.findings import Place, Text
from kadocs.gates.deadlines import Deadline
from kadocs.model.opportunity import Stage
from kadocs.report import book, stages
from kadocs.report.standing import Standing, open_totals, ordered, totals

NODE = Text("售前立项", "Presales approval")
DUE = Deadline(Text("投标截止时间", "Bid deadline"), date(2026, 12, 1), ("tender", "deadline"))


def standing(deal="P-1", amount=100, currency="CNY", **more):
    known = {
        "project": "二号线",
        "account": "青岚轨道",
        "owner": "沈书航",
        "stage": Stage.QUALIFY,
        "node": NODE,
        "missing": (Text("审批", "Approvals"),),
        "deadline": DUE,
        "days": 11,
        "amount": amount and Money(Decimal(amount), currency),
        "probability": 60,
    }
    return Standing(deal, Place("register.xlsx", cell="台账!A2"), **{**known, **more})


def test_amounts_are_summed_by_stage_and_never_across_currencies():
    found = totals(
        [
            standing(amount=100),
            standing(amount=300, probability=10),
            standing(amount=50, currency="EUR"),
            standing(amount=None),
            standing(amount=7, stage=Stage.WON, probability=None),
            standing(amount=9, stage=None, probability=None),
            standing(amount=1000, errors=1),
        ]
    )
    assert [(each.stage, each.currency, each.count, each.amount, each.weighted) for each in found] == [
        (None, "CNY", 1, 9, 0),
        (Stage.QUALIFY, "", 1, 0, 0),
        (Stage.QUALIFY, "CNY", 2, 400, 90),
        (Stage.QUALIFY, "EUR", 1, 50, 30),
        (Stage.WON, "CNY", 1, 7, 7),
    ]
    assert [each.unweighted for each in found] == [1, 0, 0, 0, 0]
    assert [(each.currency, each.count, each.amount) for each in open_totals(found)] == [
        ("", 1, 0), ("CNY", 3, 409), ("EUR", 1, 50),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stage", "probability", "chance"),
    [
        (Stage.BID, 40, 40),
        (Stage.WON, None, 100),
        (Stage.LOST, None, 0),
        (Stage.BID, None, None),
        (None, 5, 5),
    ],
)
def test_a_chance_is_what_is_said_or_what_the_stage_makes_certain(stage, probability, chance):
    assert standing(stage=stage, probability=probability).chance == chance


def test_a_weighted_amount_is_rounded_half_up():
    assert standing(amount="0.25", probability=50).weighted == Decimal("0.13")


def test_deals_with_errors_and_without_deadline_come_last_of_their_owner():
    found = ordered(
        [standing("c", errors=1), standing("b", deadline=None), standing("a"), standing("d", owner="")]
    )
    assert [each.deal for each in found] == ["a", "b", "c", "d"]


def test_the_table_is_grouped_by_owner():
    lines = stages.text([standing(), standing("P-2", owner="陆知远")], "zh").split("\n")
    assert [line.strip() for line in lines if "▌" in line] == ["▌沈书航（1）", "▌陆知远（1）"]
    [row] = [line for line in lines if "P-1" in line]
    for shown in (
        "二号线",
        "2立项",
        "售前立项 缺 1 项：审批",
        "2026-12-01 投标截止时间",
        "11",
        "¥100.00",
        "60%",
    ):
        assert shown in row
    assert any("进行中合计" in line and "¥200.00" in line and "¥120.00" in line for line in lines)


def test_columns_stand_one_below_another_whatever_the_script():
    lines = stages.text([standing("P-1"), standing("综合监控", project="Upgrade")], "zh").split("\n")
    ends = {cell_len(line) for line in lines if "60%" in line}
    assert len(ends) == 1


@pytest.mark.parametrize("width", [70, 100, 140])
def test_a_narrow_terminal_parts_words_but_no_number(width):
    lines = stages.text([standing(amount=123456789)], "zh", width).split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert any("¥123,456,789.00" in line for line in lines)


def test_what_is_missing_is_named_up_to_three():
    missing = tuple(Text(f"第{n}", f"no. {n}") for n in range(5))
    assert stages.node_of(standing(missing=missing), 3).zh == "售前立项 缺 5 项：第0、第1、第2 等"
    assert stages.node_of(standing(missing=())).en == "Presales approval ✓"


def test_a_deal_with_errors_says_so_and_is_not_summed():
    text = stages.text([standing(errors=2), standing("P-2", errors=1)], "en")
    assert "cannot be read: 2 errors" in text and "cannot be read: 1 error" in text
    assert "2 with errors" in text and "Under way" not in text


def test_data_cannot_steer_the_terminal():
    text = stages.text([standing(project="a\x1b[31m\nb [bold]c[/bold]")], "zh")
    assert "\x1b" not in text and "[bold]c[/bold]" in text


def test_no_deals_are_said_to_be_none():
    assert stages.text([], "en") == "there are no deals"


def test_plain_values_leave_out_what_is_not_known():
    told = stages.fields(standing(amount=None, deadline=None, probability=None, missing=()), "en")
    assert told["reached"] is True and told["stage"] == "qualify"
    assert not {"amount", "deadline", "weighted", "missing", "probability"} & told.keys()
    full = stages.fields(standing(), "en")
    assert full["deadline"] == {
        "what": "Bid deadline", "date": "2026-12-01", "days": 11, "path": "tender.deadline",
    }  # fmt: skip
    assert (full["amount"], full["currency"], full["weighted"]) == ("100", "CNY", "60.00")


def opened(*standings, language="zh"):
    return load_workbook(io.BytesIO(book.workbook(standings, language)))


def test_the_workbook_has_dates_and_numbers_as_such():
    sheet, sums = opened(standing(), standing(errors=1)).worksheets
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert row["日期"].value.date() == DUE.day and row["日期"].number_format == "yyyy-mm-dd"
    assert (row["金额"].value, row["金额"].number_format) == (100, "#,##0.00")
    assert (row["概率"].value, row["概率"].number_format) == (0.6, "0%")
    assert (row["还缺"].value, row["位置"].value) == ("审批", "register.xlsx › 台账!A2")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:Q3")
    assert [cell.value for cell in sums[2]][:5] == ["2立项", "CNY", 1, 100, 60]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=cmd|" /C calc"!A0'])
def test_no_text_becomes_a_formula(text):
    cell = opened(standing(project=text)).worksheets[0]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_signs_that_no_workbook_takes_do_not_stop_it():
    assert opened(standing(project="a\x01b" + "轨" * 40_000)).worksheets[0]["C2"].value.startswith("a")


def test_the_same_deals_give_the_same_bytes():
    assert book.workbook([standing()], "en") == book.workbook([standing()], "en")
