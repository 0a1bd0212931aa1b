"""How findings and results read."""

import json

import pytest

from kadocs import report
from kadocs.findings import NOTHING, Finding, Place, Severity, Text

BROKEN = Finding(
    "PROP014",
    Severity.ERROR,
    Place("deal.yaml", 42),
    Text("付款比例合计为 95%", "the shares add up to 95%"),
    Text("请补上", "Add the rest"),
    "quote.payment",
)
CELL = Finding(
    "DATA030", Severity.WARNING, Place("deal.xlsx", cell="报价!D14"), Text("隐藏的行", "hidden row"), NOTHING
)
ROW = report.Row("rail", "proposal", "zh", "out/rail/proposal/P-1.docx", 2048, True)


def test_a_finding_is_its_place_what_is_wrong_and_the_way_out():
    assert report.text([BROKEN], "zh") == "deal.yaml:42: 错误 PROP014 付款比例合计为 95%\n    → 请补上"
    assert (
        report.text([BROKEN], "en")
        == "deal.yaml:42: error PROP014 the shares add up to 95%\n    → Add the rest"
    )


def test_a_cell_is_named_as_excel_does_and_no_hint_is_no_line():
    assert report.text([CELL], "zh") == "deal.xlsx › 报价!D14: 警告 DATA030 隐藏的行"


def test_the_same_finding_is_told_once():
    assert report.text([BROKEN, BROKEN], "en") == report.text([BROKEN], "en")
    assert report.summary([BROKEN, BROKEN], "en") == "1 error"


@pytest.mark.parametrize(
    ("findings", "zh", "en"),
    [
        ([], "没有发现问题", "no problems found"),
        ([BROKEN], "1 个错误", "1 error"),
        ([BROKEN, CELL], "1 个错误，1 个警告", "1 error, 1 warning"),
    ],
)
def test_the_summary_counts(findings, zh, en):
    assert report.summary(findings, "zh") == zh
    assert report.summary(findings, "en") == en


def test_the_results_name_each_file():
    failed = report.Row(
        "rail", "proposal", "zh", "out/b.docx", 0, False, why=Text("有错误 X001", "stopped by X001")
    )
    assert report.table([ROW], "zh") == "已生成  out/rail/proposal/P-1.docx  (2 kB)"
    assert report.table([ROW, failed], "zh").splitlines() == [
        "已生成  out/rail/proposal/P-1.docx  (2 kB)",
        "未生成  out/b.docx  (有错误 X001)",
        "共：已生成 1 份（2 kB），未生成 1 份",
    ]


def test_the_archive_that_is_handed_in_stands_out():
    whole = report.Row("rail", "bid", "zh", "out/投标文件.zip", 3 << 20, True, whole=True)
    assert report.table([ROW, whole], "zh").splitlines()[1:] == [
        "可递交  out/投标文件.zip  (3 MB)",
        "共：已生成 2 份（3 MB），未生成 0 份",
    ]


def test_what_was_not_begun_for_one_reason_shares_a_line_for_each_deal():
    why = Text("还缺内容", "the deal is not that far")
    left = [
        report.Row(deal, name, "en", "", 0, False, title=Text("文", name.title()), why=why, asked=False)
        for deal in ("rail", "port")
        for name in ("visit", "terms")
    ]
    assert report.table([*left, ROW], "en").splitlines() == [
        "not written  rail › Visit, Terms  (the deal is not that far)",
        "not written  port › Visit, Terms  (the deal is not that far)",
        "written  out/rail/proposal/P-1.docx  (2 kB)",
        "In all: 1 written (2 kB), 4 not written",
    ]


def test_json_holds_the_same_and_leaves_out_what_there_is_not():
    told = json.loads(report.as_json([BROKEN, CELL], "en", [ROW]))
    assert told["findings"][0] == {
        "code": "PROP014",
        "severity": "error",
        "file": "deal.yaml",
        "line": 42,
        "path": "quote.payment",
        "message": "the shares add up to 95%",
        "hint": "Add the rest",
    }
    assert told["findings"][1]["cell"] == "报价!D14"
    assert told["files"][0]["file"] == "out/rail/proposal/P-1.docx"
    assert "files" not in json.loads(report.as_json([], "en"))
