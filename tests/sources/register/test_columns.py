"""For which field of the deal a heading of a register is taken."""

import pytest

from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.scan import Traits
from kadocs.sources.excel.workbook import Sheet
from kadocs.sources.register import columns


def heads(*rows, row=0, merged=()):
    width = max(map(len, rows))
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    return columns.read(Grid(Sheet("Sheet1", even, 0, 0, merged, Traits()), "r.xlsx"), row)


def paths(found):
    return [".".join(found.columns[c].path) if c in found.columns else None for c in sorted(found.names)]


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("商机编号", "opportunity.id"),
        ("Opportunity ID", "opportunity.id"),
        ("客 户 名 称：", "account.name"),
        ("客户", "account.name"),
        ("阶段", "opportunity.stage"),
        ("负责人", "opportunity.triangle.account_manager"),
        ("客户经理AR", "opportunity.triangle.account_manager"),
        ("报价总价（万元）", "quote.total"),
        ("Budget", "opportunity.budget"),
        ("预算", "opportunity.budget"),
        ("name", "opportunity.name"),
        ("account.address", "account.address"),
        ("vendor.bank.name", "vendor.bank.name"),
        ("投标截止时间", "tender.deadline"),
        ("合同额", "contract.amount"),
        ("预计金额（万元）", "opportunity.expected_amount"),
    ],
)
def test_titles_aliases_keys_paths_and_short_forms(heading, path):
    assert paths(heads([heading, "项目名称"]))[0] == path


def test_a_short_form_gives_way_to_what_another_column_says_in_full():
    assert paths(heads(["客户", "客户全称"])) == ["account.short_name", "account.name"]
    found = heads(["金额", "预计签约金额"])
    assert paths(found) == [None, "opportunity.expected_amount"] and found.twice == {0: 1}


def test_headings_above_say_to_which_section_columns_belong():
    above, own = (
        ["Quotation", "", "Opportunity", ""],
        ["Confidentiality", "Currency", "Confidentiality", "Project"],
    )
    assert paths(heads(above, own, row=1)) == [
        "quote.confidentiality", "quote.currency", "opportunity.confidentiality", "opportunity.name",
    ]  # fmt: skip


def test_merged_headings_do_so_too():
    merged = (((0, 0), (1, 0)), ((0, 1), (0, 2)))
    found = heads(["Opportunity ID", "Quotation", ""], ["", "Confidentiality", "Currency"], merged=merged)
    assert (found.first, found.last) == (0, 1)
    assert paths(found) == ["opportunity.id", "quote.confidentiality", "quote.currency"]


def test_computed_values_and_running_numbers_are_set_aside():
    found = heads(["序号", "C139值", "毛利率", "颜色"])
    assert found.aside == {0: Why.NUMBERS, 1: Why.COMPUTED, 2: Why.COMPUTED}
    assert found.unknown == [3]
