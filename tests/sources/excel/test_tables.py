"""Which list a heading row belongs to, and what its columns hold."""

import pytest

from tests.sources.excel.workbooks import read, said, write

CONTACTS = [["姓名", "部门", "职务"], ["周亦衡", "集团领导", "副总经理"]]


def test_the_header_is_found_below_titles_and_notes(tmp_path):
    rows = [["青岚轨道 决策链"], ["截至 11 月"], [], [], *CONTACTS]
    tree, findings = read(write(tmp_path / "deal.xlsx", Sheet1=rows))
    assert tree == {"contacts": [{"name": "周亦衡", "dept": "集团领导", "title": "副总经理"}]}
    assert findings == []


@pytest.mark.parametrize("sheet", ["Sheet1", "决策链", "03 联系人"])
def test_the_columns_say_what_a_table_is_whatever_the_sheet_is_called(tmp_path, sheet):
    tree, _ = read(write(tmp_path / "deal.xlsx", **{sheet: CONTACTS}))
    assert list(tree) == ["contacts"]


def test_a_title_decides_between_tables_that_look_alike(tmp_path):
    rows = [["痛点", "影响"], ["备件停产", "260 万元"]]
    assert list(read(write(tmp_path / "a.xlsx", 痛点=rows))[0]["solution"]) == ["pains"]
    goals = [["建设目标"], ["指标", "目标值", "单位"], ["可用率", "99.99", "%"]]
    assert read(write(tmp_path / "b.xlsx", Sheet1=goals))[0]["solution"] == {
        "goals": [{"metric": "可用率", "target": "99.99", "unit": "%"}]
    }


def test_headings_in_two_rows_are_joined(tmp_path):
    def touch(sheet):
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
            sheet.merge_cells(area)

    rows = [
        ["序号", "名称", "数量", "价格", None],
        [None, None, None, "单价", "合价"],
        [1, "服务器", 2, 100, 200],
    ]
    tree, findings = read(write(tmp_path / "deal.xlsx", touch, 报价清单=rows))
    item = {"no": "1", "name": "服务器", "quantity": "2", "unit_price": "100", "amount": "200"}
    assert tree == {"quote": {"items": [item]}}
    assert findings == []


def test_several_tables_and_labels_share_a_sheet(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        实施计划=[
            ["计划开工日", "2027-01-18"],
            [],
            ["里程碑计划"],
            ["编号", "里程碑", "日期"],
            ["M1", "启动", "2027-01-18"],
            [],
            ["M2", "验收", "2027-12-24"],
            ["实施任务"],
            ["WBS", "任务名称", "开始日期", "工期（天）"],
            ["T1", "复勘", "2027-01-18", "14天"],
            [],
            ["项目管理"],
            ["质量管理", "四道质量门"],
        ],
    )
    solution = read(path)[0]["solution"]
    assert solution["start"] == "2027-01-18"
    assert [row["id"] for row in solution["milestones"]] == ["M1", "M2"]
    assert solution["tasks"] == [{"id": "T1", "name": "复勘", "start": "2027-01-18", "duration": "14天"}]
    assert solution["method"] == {"quality": "四道质量门"}


def test_an_unknown_column_is_reported_and_a_computed_one_is_not(tmp_path):
    rows = [["名称", "数量", "单价", "税额", "颜色", "原厂质包"], ["服务器", 2, 100, 23, "红", "x"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert tree["quote"]["items"] == [{"name": "服务器", "quantity": "2", "unit_price": "100"}]
    assert said(findings) == [("DATA034", "报价清单!E1"), ("DATA034", "报价清单!F1")]
    assert "是否" not in findings[0].hint.zh
    assert "原厂质保" in findings[1].hint.zh


def test_what_another_column_holds_is_not_suggested(tmp_path):
    rows = [["名称", "数量", "单价", "原厂质保", "原厂质包"], ["服务器", 2, 100, "3年", "x"]]
    _, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert said(findings) == [("DATA034", "报价清单!E1")]
    assert "质保" not in findings[0].hint.zh


@pytest.mark.parametrize("heading", ["备注", "No.", "说明"])
def test_a_short_heading_is_not_taken_for_a_field_that_shares_a_character(tmp_path, heading):
    rows = [["姓名", "部门", heading], ["周亦衡", "集团", "x"]]
    _, findings = read(write(tmp_path / "deal.xlsx", 决策链=rows))
    assert all("是否" not in finding.hint.zh for finding in findings)


@pytest.mark.parametrize("number", ["序号", "No.", "No", "#"])
def test_running_numbers_beside_identifiers_are_passed_over(tmp_path, number):
    rows = [[number, "需求编号", "需求"], [1, "R-1", "冗余"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 需求=rows))
    assert tree["requirements"] == [{"id": "R-1", "text": "冗余"}]
    assert findings == []


def test_running_numbers_of_rows_that_have_no_identifier_are_passed_over(tmp_path):
    tree, findings = read(write(tmp_path / "deal.xlsx", 决策链=[["序号", *CONTACTS[0]], [1, *CONTACTS[1]]]))
    assert list(tree["contacts"][0]) == ["name", "dept", "title"]
    assert findings == []


def test_running_numbers_where_an_identifier_is_needed_are_told(tmp_path):
    rows = [["序号", "需求", "优先级"], [1, "冗余", "必须"]]
    _, findings = read(write(tmp_path / "deal.xlsx", 需求=rows))
    assert said(findings) == [("DATA034", "需求!A1")]
    assert "需求编号" in findings[0].hint.zh


@pytest.mark.parametrize(
    ("sheet", "rows", "found"),
    [
        ("Sheet1", [["方案模块", "价值"], ["平台", "看清全线"]], {"name": "平台", "purpose": "看清全线"}),
        ("Sheet1", [["建设目标", "目标值"], ["可用率", "99.99"]], {"metric": "可用率", "target": "99.99"}),
        ("Sheet1", [["Goals", "Target"], ["Uptime", "99.99"]], {"metric": "Uptime", "target": "99.99"}),
        ("WBS", [["WBS", "实施任务", "工期"], ["T1", "复勘", 14]], {"name": "复勘"}),
    ],
)
def test_a_lists_own_title_heads_the_names_of_its_rows(tmp_path, sheet, rows, found):
    tree, findings = read(write(tmp_path / "deal.xlsx", **{sheet: rows}))
    [(_, [row])] = tree["solution"].items()
    assert row.items() >= found.items()
    assert findings == []


def test_what_an_item_costs_us_has_several_names(tmp_path):
    rows = [["名称", "数量", "单价", "成本价"], ["服务器", 2, 100, 80]]
    tree, _ = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert tree["quote"]["items"][0]["unit_cost"] == "80"


def test_of_two_columns_for_one_field_the_first_is_read(tmp_path):
    rows = [["姓名", "部门", "部门"], ["周亦衡", "集团", "处室"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 决策链=rows))
    assert tree["contacts"] == [{"name": "周亦衡", "dept": "集团"}]
    assert said(findings) == [("DATA044", "决策链!C1")]
    assert "决策链!B1" in findings[0].message.zh


def test_english_headings_and_keys_are_as_good(tmp_path):
    rows = [["No.", "Description", "response", "Clause"], ["R-01", "Redundancy", "Full", "4.1"]]
    tree, _ = read(write(tmp_path / "deal.xlsx", Requirements=rows))
    assert tree["requirements"] == [
        {"id": "R-01", "text": "Redundancy", "response": "Full", "source_clause": "4.1"}
    ]


def test_a_list_inside_a_list_is_a_table_whose_rows_name_their_record(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        lambda sheet: sheet.merge_cells("A2:A3") if sheet.title == "界面图" else None,
        界面图=[
            ["模块", "图片", "图题"],
            ["平台", "总览.png", "总览"],
            [None, "报警.png", "报警"],
            ["丙模块", "丙.png", "丙"],
        ],
        方案模块=[["模块", "价值", "功能"], ["平台", "看清全线", "监视"], ["网关", "接入", "采集"]],
    )
    tree, findings = read(path)
    first, second = tree["solution"]["modules"]
    assert [picture["path"] for picture in first["pictures"]] == ["总览.png", "报警.png"]
    assert "pictures" not in second
    assert said(findings) == [("DATA042", "界面图!A4")]


def test_the_scores_of_rivals_are_a_table_of_their_own(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        竞争评分=[["竞争对手", "对比项", "评分"], ["甲公司", "价格", 4], ["我方", "价格", 3]],
        竞争分析=[["竞争对手", "优势", "劣势"], ["甲公司", "熟悉现场", "响应慢"]],
    )
    tree, findings = read(path)
    assert [row["competitor"] for row in tree["opportunity"]["comparison"]] == ["甲公司", "我方"]
    assert [rival["name"] for rival in tree["competitors"]] == ["甲公司"]
    assert findings == []


def test_pictures_of_modules_and_of_the_whole_are_told_apart(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        方案模块=[["模块", "价值", "功能"], ["平台", "看清全线", "监视\n控制"]],
        图=[
            ["图片", "图题"],
            ["总体.png", "总体架构"],
            [],
            ["模块", "图片", "图题"],
            ["平台", "界面.png", "主界面"],
        ],
    )
    solution = read(path)[0]["solution"]
    assert solution["architecture"] == [{"path": "总体.png", "caption": "总体架构"}]
    assert solution["modules"][0]["pictures"] == [{"path": "界面.png", "caption": "主界面"}]


def test_a_factor_is_not_taken_for_a_discount(tmp_path):
    rows = [["名称", "数量", "单价", "折扣"], ["服务器", 2, 100, 0.95]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert "discount" not in tree["quote"]["items"][0]
    assert said(findings) == [("DATA034", "报价清单!D1")]
    assert "填 5%" in findings[0].hint.zh
