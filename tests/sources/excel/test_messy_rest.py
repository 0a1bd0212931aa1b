"""What is on a sheet beside the data: told, and never dropped in silence; or nothing to speak of."""

from __future__ import annotations

from datetime import datetime

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from kadocs.findings import Severity
from tests.sources.excel.workbooks import ITEM, one, read, said, write

LIST = {"报价清单": [ITEM, ["甲", 1, 1]]}
WEEKS = [datetime(2027, 1, day) for day in (4, 11, 18)]


def painted(sheet):
    for cell in ("C2", "D2", "E2"):
        sheet[cell].fill = PatternFill("solid", fgColor="FFC000")


def commented(sheet):
    sheet["A1"].comment = Comment("安装另计", "张三")


def helped(sheet):
    sheet["A1"].comment = Comment("货物或服务的名称", "kadocs")


def phantom(sheet):
    sheet["Z5000"].font = Font(bold=True)


def hidden(sheet):
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True


TOLD = {
    "unknown-column": (one("颜色", "红"), None, "DATA034", "报价清单!D1"),
    "unknown-label": ({"基本信息": [["客户名称", "青岚"], ["天气", "晴"]]}, None, "DATA034", "基本信息!A2"),
    "rebate-that-nobody-may-see": (one("返点", 3), None, "DATA034", "报价清单!D1"),
    "two-columns-of-one-name": (one("单价", 113), None, "DATA044", "报价清单!D1"),
    "column-without-a-heading": (one(None, "台"), None, "DATA034", "报价清单!D2"),
    "chart-of-coloured-months": (
        {"实施计划": [["任务名称", "工期", "1月", "2月", "3月"], ["复勘", 14]]},
        painted,
        "DATA048",
        "实施计划!C1",
    ),
    "chart-of-coloured-weeks": (
        {"实施计划": [["任务名称", "工期", *WEEKS], ["复勘", 14]]},
        painted,
        "DATA048",
        "实施计划!C1",
    ),
    "hidden-rows-and-columns": (LIST, hidden, "DATA037", "报价清单"),
    "comments": (LIST, commented, "DATA047", "报价清单"),
    "notes-below": ({"报价清单": [*LIST["报价清单"], ["注：含安装"]]}, None, "DATA040", "报价清单!A3"),
    "sheet-of-something-else": ({**LIST, "食堂": [["菜名", "星期"], ["面", "一"]]}, None, "DATA035", "食堂"),
    "label-of-two-meanings": (
        {"Sheet1": [["客户名称", "青岚"], [], ["Confidentiality", "Secret"]]},
        None,
        "DATA039",
        "Sheet1!A3",
    ),
}

PASSED_OVER = {
    "phantom-extent": (LIST, phantom),
    "colours": (LIST, painted),
    "notes-of-our-own": (LIST, helped),
    "dashes-for-numbers-and-dates": (
        {"决策链": [["姓名", "影响力", "最近接触日"], ["周", "—", "/"]]},
        None,
    ),
    "columns-that-kadocs-works-out": (one("税额", 23), None),
    "running-numbers": ({"决策链": [["序号", "姓名", "部门"], [1, "周", "集团"]]}, None),
}


@pytest.mark.parametrize(("sheets", "touch", "code", "cell"), TOLD.values(), ids=TOLD)
def test_told_and_never_dropped_in_silence(tmp_path, sheets, touch, code, cell):
    _, findings = read(write(tmp_path / "deal.xlsx", touch, **sheets))
    assert said(findings) == [(code, cell)]
    assert findings[0].severity is not Severity.ERROR


@pytest.mark.parametrize(("sheets", "touch"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_nothing_to_speak_of(tmp_path, sheets, touch):
    assert read(write(tmp_path / "deal.xlsx", touch, **sheets))[1] == []


def test_a_form_that_nobody_has_filled_in_says_nothing(tmp_path):
    rows = [["客户名称", None, "所属行业", None], ["客户简称", None, "客户编号", None]]
    assert read(write(tmp_path / "deal.xlsx", 客户信息=rows))[0] == {}


def test_headings_without_rows_are_no_values(tmp_path):
    rows = [["客户名称", "所属行业", "客户简称"]]
    assert read(write(tmp_path / "deal.xlsx", 客户信息=rows))[0] == {}
