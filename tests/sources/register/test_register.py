"""A register of opportunities: many deals from one workbook, and one bad row stops one deal."""

from pathlib import Path

import pytest

from kadocs import sources
from kadocs.findings import Refused, Severity, blocks
from kadocs.model.opportunity import Stage
from tests.sources.excel.workbooks import write
from tests.sources.register.registers import HEADS, hide, line, load, opened, told, tree

CONTACTS = ["商机编号", "姓名", "职务"]


def test_each_row_is_a_deal_and_each_value_knows_its_cell(tmp_path: Path) -> None:
    found = opened(tmp_path, 商机台账=[HEADS, line("P-1"), line("P-2", 销售阶段="赢单")])
    assert [(entry.name, entry.place.cell) for entry in found.entries] == [
        ("P-1", "商机台账!A2"),
        ("P-2", "商机台账!A3"),
    ]
    assert found.findings == ()
    first, second = map(load, found.entries)
    assert first.deal and first.deal.account and first.deal.account.name == "青岚轨道"
    assert second.deal and second.deal.opportunity and second.deal.opportunity.stage is Stage.WON
    assert second.place(("opportunity", "probability")).cell == "商机台账!H3"
    assert second.place(("quote",)).cell == "商机台账!A3"


def test_a_bad_row_stops_only_its_own_deal(tmp_path: Path) -> None:
    rows = [HEADS, line("P-1", 预计签约日="2027-13-01"), line("P-2"), line("P-3", 销售阶段="?")]
    loaded = [load(entry) for entry in opened(tmp_path, 台账=rows).entries]
    assert [each.deal is not None for each in loaded] == [False, True, False]
    assert told(loaded[0].findings) == [("DATA013", "台账!E2")]
    assert told(loaded[2].findings) == [("DATA013", "台账!D4")]


def test_titles_units_running_numbers_sums_and_notes_are_no_deals(tmp_path: Path) -> None:
    rows = [
        ["2026 年商机台账"],
        ["单位：万元"],
        ["序号", *HEADS],
        [1, *line("P-1", 预计签约金额=120)],
        [],
        ["序号", *HEADS],
        [2, *line("P-2")],
        ["合计", *[None] * 6, 1200120],
        ["注：每周一更新"],
    ]
    found = opened(tmp_path, Sheet1=rows)
    assert [entry.name for entry in found.entries] == ["P-1", "P-2"]
    assert tree(found.entries[0])["opportunity"]["expected_amount"] == "120万元"
    assert told(found.findings) == [("DATA040", "Sheet1!A9")]


def test_a_row_without_an_id_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    found = opened(tmp_path, 台账=[HEADS, line("P-1"), line("P-2", 商机编号=None), line("P-3", 商机编号="—")])
    assert [entry.name for entry in found.entries] == ["P-1"]
    assert told(found.findings) == [("DATA060", "台账!A3"), ("DATA060", "台账!A4")]
    assert "商机编号" in found.findings[0].message.zh


@pytest.mark.parametrize("again", ["P-1", "p-1", "Ｐ-1 "])
def test_an_id_in_several_rows_is_told_at_each_and_makes_nothing(tmp_path: Path, again: str) -> None:
    found = opened(tmp_path, 台账=[HEADS, line("P-1"), line("P-2"), line(again, 项目名称="另一个")])
    first, second = map(load, found.entries)
    assert told(first.findings) == [("DATA061", "台账!A2"), ("DATA061", "台账!A4")]
    assert "台账!A4" in first.findings[0].message.zh
    assert blocks(first.findings) and not blocks(second.findings)


def test_a_broken_id_is_told_at_its_cell(tmp_path: Path) -> None:
    found = opened(tmp_path, 台账=[HEADS, line("P-1"), line("=1/0"), line("", 商机编号=1234567890123456789)])
    assert [code for code, _ in told(found.findings)] == ["DATA032", "DATA038"]
    assert [entry.name for entry in found.entries] == ["P-1"]


def test_rows_that_a_filter_hides_are_read_with_a_warning(tmp_path: Path) -> None:
    found = opened(tmp_path, hide(3), 台账=[HEADS, line("P-1"), line("P-2")])
    assert [entry.name for entry in found.entries] == ["P-1", "P-2"]
    assert told(found.findings) == [("DATA037", "台账")]


def test_a_cell_merged_over_several_rows_counts_in_each(tmp_path: Path) -> None:
    def touch(sheet):
        sheet.merge_cells("C2:C3")

    found = opened(tmp_path, touch, 台账=[HEADS, line("P-1"), line("P-2", 客户全称=None)])
    assert tree(found.entries[1])["account"]["name"] == "青岚轨道"
    assert load(found.entries[1]).place(("account", "name")).cell == "台账!C2"


def test_a_deal_that_takes_several_rows_has_its_id_merged_over_them(tmp_path: Path) -> None:
    def touch(sheet):
        sheet.merge_cells("A2:A3")

    rows = [HEADS, line("P-1"), [None, None, None, None, None, None, None, 70], line("P-2")]
    found = opened(tmp_path, touch, 台账=rows)
    assert [entry.name for entry in found.entries] == ["P-1", "P-2"]
    assert told(load(found.entries[0]).findings) == [("DATA041", "台账!H3")]


def test_sheets_with_the_same_headings_are_one_register(tmp_path: Path) -> None:
    found = opened(tmp_path, 华东=[HEADS, line("P-1")], 华南=[HEADS, line("P-2"), line("P-1")])
    assert [entry.name for entry in found.entries] == ["P-1", "P-2"]
    assert told(load(found.entries[0]).findings) == [("DATA061", "华东!A2"), ("DATA061", "华南!A3")]


def test_lists_are_joined_by_the_id(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        台账=[HEADS, line("P-1"), line("P-2")],
        联系人=[CONTACTS, ["P-2", "周亦衡", "副总"], ["P-1", "林越", "处长"], ["P-2", "秦岚", "主任"]],
        报价=[
            ["商机编号", "名称", "数量", "单价（不含税）"],
            ["P-1", "服务器", "2台", 100],
            ["P-1", "小计", None, 200],
        ],
        拜访记录=[["Opportunity ID", "拜访日期", "拜访目的"], ["P-1", "2026-11-02", "摸底"]],
    )
    assert found.findings == ()
    first, second = map(tree, found.entries)
    assert [row["name"] for row in first["contacts"]] == ["林越"]
    assert [row["name"] for row in second["contacts"]] == ["周亦衡", "秦岚"]
    assert first["quote"] == {
        "tax_mode": "不含税",
        "items": [{"name": "服务器", "quantity": "2", "unit": "台", "unit_price": "100"}],
    }
    assert first["opportunity"]["visits"][0]["purpose"] == "摸底"
    assert load(found.entries[1]).place(("contacts", 1, "name")).cell == "联系人!B4"


def test_single_values_are_joined_by_the_id(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        台账=[HEADS, line("P-1")],
        报价信息=[["商机编号", "报价日期", "报价有效期"], ["P-1", "2026-11-01", 90]],
    )
    assert tree(found.entries[0])["quote"] == {"date": "2026-11-01", "validity_days": "90"}


def test_a_joined_row_of_no_deal_is_told_with_its_cell(tmp_path: Path) -> None:
    contacts = [CONTACTS, ["P-10", "周亦衡", ""], ["P-10", "林越", ""], ["X", "秦岚", ""], [None, "陆", "总"]]
    found = opened(tmp_path, 台账=[HEADS, line("P-100")], 联系人=contacts)
    assert told(found.findings) == [
        ("DATA060", "联系人!A5"),
        ("DATA062", "联系人!A2"),
        ("DATA062", "联系人!A4"),
    ]
    assert "2 行" in found.findings[1].message.zh and "P-100" in found.findings[1].hint.zh


def test_columns_that_say_again_what_the_register_says_are_compared(tmp_path: Path) -> None:
    heads = ["商机编号", "项目名称", "姓名", "职务"]
    contacts = [heads, ["P-1", "P-1 改造", "周亦衡", "副总"], ["P-2", "别的", "林越", "处长"]]
    found = opened(tmp_path, 台账=[HEADS, line("P-1"), line("P-2")], 联系人=contacts)
    assert found.findings == ()
    first, second = map(load, found.entries)
    assert first.findings == ()
    assert told(second.findings) == [("DATA041", "联系人!B3")]


def test_a_list_without_ids_is_told(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        台账=[HEADS, line("P-1"), line("P-2")],
        需求=[["需求编号", "需求", "优先级"], ["R-1", "冗余", "必须"]],
        统计=[["阶段", "个数"], ["提案", 2]],
    )
    assert told(found.findings) == [("DATA065", "需求!A1"), ("DATA035", "统计")]
    assert found.findings[0].severity is Severity.WARNING


def test_unknown_and_repeated_columns_are_told_once_and_computed_ones_are_not(tmp_path: Path) -> None:
    heads = [*HEADS, "颜色", "赢单概率", "毛利率"]
    found = opened(tmp_path, 台账=[heads, [*line("P-1"), "红", 5, 0.2], [*line("P-2"), "绿", 5, 0.3]])
    assert sorted(told(found.findings)) == [("DATA034", "台账!I1"), ("DATA044", "台账!J1")]
    assert [len(sheet.taken) for sheet in found.mapped] == [len(HEADS)]


def test_a_column_without_a_heading_is_told(tmp_path: Path) -> None:
    found = opened(tmp_path, 台账=[HEADS, [*line("P-1"), "x"], line("P-2")])
    assert told(found.findings) == [("DATA034", "台账!I2")]


def test_one_deal_is_picked_by_its_id(tmp_path: Path) -> None:
    opened(tmp_path, 台账=[HEADS, line("P-1"), line("P-2")])
    [entry] = sources.open_(tmp_path / "register.xlsx#p-2").entries
    assert tree(entry)["opportunity"]["id"] == "P-2"
    with pytest.raises(Refused) as caught:
        sources.open_(tmp_path / "register.xlsx#P-22")
    [finding] = caught.value.findings
    assert finding.code == "DATA067" and "P-2" in finding.hint.zh


def test_a_register_is_refused_where_one_deal_is_wanted(tmp_path: Path) -> None:
    write(tmp_path / "deal.xlsx", 台账=[HEADS, line("P-1"), line("P-2")])
    (tmp_path / "deal.yaml").write_text("include: [deal.xlsx]\n", "utf-8")
    for path in (tmp_path / "deal.xlsx", tmp_path / "deal.yaml"):
        with pytest.raises(Refused) as caught:
            sources.load(path)
        assert caught.value.findings[0].code == "DATA066"


def test_a_folder_may_hold_a_register_beside_deals(tmp_path: Path) -> None:
    opened(tmp_path, 台账=[HEADS, line("P-1"), line("P-2")])
    (tmp_path / "big").mkdir()
    (tmp_path / "big" / "deal.yaml").write_text("account: {name: 甲}\n", "utf-8")
    found = sources.find(tmp_path)
    assert found == [tmp_path / "register.xlsx", tmp_path / "big"]
    assert [entry.name for path in found for entry in sources.open_(path).entries] == ["P-1", "P-2", "big"]


def test_a_csv_file_may_be_a_register(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    rows = [HEADS, line("P-1"), line("P-2", 销售阶段="?")]
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), "gb18030")
    first, second = map(load, sources.open_(path).entries)
    assert first.deal is not None
    assert told(second.findings) == [("DATA013", "D3")]


def test_the_workspace_gives_its_vendor_to_every_deal(tmp_path: Path) -> None:
    from kadocs.tree.yaml import parse

    defaults = parse("vendor:\n  legal_name: 云岭\n", "kadocs.yaml")
    [entry] = opened(tmp_path, 台账=[HEADS, line("P-1")]).entries
    loaded = sources.load(entry, defaults)
    assert loaded.deal and loaded.deal.vendor and loaded.deal.vendor.legal_name == "云岭"
    assert loaded.place(("vendor", "legal_name")).file == "kadocs.yaml"


def test_a_register_as_it_is_kept(tmp_path: Path) -> None:
    """Headings in two rows, merged; regions as rows of their own; sums; a filter; how to fill it in."""

    def touch(sheet):
        if sheet.title == "台账":
            for area in ("A1:I1", "A3:A4", "B3:D3", "E3:F3", "G3:H3", "I3:I4", "A5:I5", "A8:I8"):
                sheet.merge_cells(area)
            sheet.auto_filter.ref = "A4:I9"
            sheet.row_dimensions[6].hidden = True

    found = opened(
        tmp_path,
        touch,
        说明=[["商机编号", "由系统生成"], ["项目名称", "客户正式文件上的全称"]],
        台账=[
            ["2026 年大客户商机台账（内部）"],
            ["单位：万元"],
            ["序号", "商机信息", None, None, "客户信息", None, "预算与计划", None, "赢率"],
            [None, "商机编号", "项目名称", "阶段", "客户名称", "行业", "项目预算", "预计签约日", None],
            ["一、华东区"],
            [1, "P-1", "一号线", "提案", "青岚轨道", "轨道交通", 1200, "2027年1月20日", 60],
            ["小计", None, None, None, None, None, 1200],
            ["二、华南区"],
            [2, "P-2", "三号线", "立项", "华光化工", "化工", 300, "2027.2.1", 30],
        ],
    )
    assert [entry.name for entry in found.entries] == ["P-1", "P-2"]
    assert tree(found.entries[0]) == {
        "opportunity": {
            "id": "P-1",
            "name": "一号线",
            "stage": "提案",
            "budget": "1200万元",
            "expected_sign": "2027年1月20日",
            "probability": "60",
        },
        "account": {"name": "青岚轨道", "industry": "轨道交通"},
    }
    assert told(found.findings) == [("DATA035", "说明"), ("DATA037", "台账")]
