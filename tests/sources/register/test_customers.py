"""Customers have a sheet of their own, and deals call them by any of their names."""

from pathlib import Path

import pytest

from tests.sources.register.registers import HEADS, line, load, opened, told, tree

CUSTOMERS = [
    ["客户编号", "客户全称", "客户简称", "客户别名", "行业"],
    ["A-1", "青岚市轨道交通集团有限公司", "青岚轨道", "青岚地铁；QLR", "轨道交通"],
    ["A-2", "华光化工有限公司", "华光", "", "化工"],
]


@pytest.mark.parametrize("name", ["青岚市轨道交通集团有限公司", "青岚轨道", "QLR", "A-1", "ｑｌｒ"])
def test_the_customers_row_is_part_of_the_deal(tmp_path: Path, name: str) -> None:
    [entry] = opened(tmp_path, 台账=[HEADS, line("P-1", 客户全称=name)], 客户=CUSTOMERS).entries
    account = tree(entry)["account"]
    assert (account["id"], account["name"], account["short_name"], account["industry"]) == (
        "A-1", "青岚市轨道交通集团有限公司", "青岚轨道", "轨道交通",
    )  # fmt: skip
    loaded = load(entry)
    assert loaded.findings == () and loaded.place(("account", "industry")).cell == "客户!E2"


def test_what_the_register_says_otherwise_is_told(tmp_path: Path) -> None:
    rows = [[*HEADS, "行业"], [*line("P-1"), "化工"], [*line("P-2", 客户全称="华光"), "化工"]]
    first, second = map(load, opened(tmp_path, 台账=rows, 客户=CUSTOMERS).entries)
    assert told(first.findings) == [("DATA041", "客户!E2")]
    assert second.findings == ()


def test_a_customer_that_is_not_on_the_sheet_is_told(tmp_path: Path) -> None:
    rows = [HEADS, line("P-1", 客户全称="青岚轨道集团"), line("P-2")]
    first, _ = map(load, opened(tmp_path, 台账=rows, 客户=CUSTOMERS).entries)
    assert told(first.findings) == [("DATA063", "台账!C2")]
    assert "青岚轨道" in first.findings[0].hint.zh
    assert first.deal and first.deal.account and first.deal.account.name == "青岚轨道集团"


def test_a_name_that_two_customers_share_is_an_error_of_the_deals_that_use_it(tmp_path: Path) -> None:
    customers = [*CUSTOMERS, ["A-3", "青岚轨道二分公司", "青岚轨道", "", "轨道交通"]]
    rows = [HEADS, line("P-1"), line("P-2", 客户全称="华光")]
    first, second = map(load, opened(tmp_path, 台账=rows, 客户=customers).entries)
    assert told(first.findings) == [("DATA064", "台账!C2")]
    assert second.findings == ()


def test_a_list_that_names_customers_is_that_of_all_their_deals(tmp_path: Path) -> None:
    contacts = [
        ["客户", "姓名", "职务"],
        ["青岚轨道", "周亦衡", "副总"],
        ["A-2", "秦岚", "主任"],
        ["丙", "陆", "总"],
    ]
    rows = [HEADS, line("P-1"), line("P-2", 客户全称="QLR"), line("P-3", 客户全称="华光")]
    found = opened(tmp_path, 台账=rows, 客户=CUSTOMERS, 联系人=contacts)
    assert [[row["name"] for row in tree(entry)["contacts"]] for entry in found.entries] == [
        ["周亦衡"], ["周亦衡"], ["秦岚"],
    ]  # fmt: skip
    assert told(found.findings) == [("DATA063", "联系人!A4")]
