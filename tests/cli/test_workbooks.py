"""The commands that write and mark workbooks, as a salesperson meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kadocs import sources
from kadocs.cli import main

SAMPLE = Path(__file__).parents[2] / "samples" / "rail-iscs" / "deal.yaml"
DEAL = """
account: {name: 青岚, payment_days: 90天}
requirements:
  - {id: R-1, text: "=1+1", mandatory: 是}
"""


@pytest.fixture
def kadocs(capsys, tmp_path, monkeypatch):
    """Runs a command in Chinese in a folder of its own; gives its status, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, lang: str = "zh") -> tuple[int, str, str]:
        status = main([*words, "--ui-lang", lang])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def deal(text=DEAL, name="deal.yaml"):
    Path(name).write_text(text, "utf-8")
    return name


def test_a_workbook_to_fill_in_is_in_the_language_asked_for(kadocs):
    assert kadocs("workbook", "a.xlsx")[:2] == (0, "已生成  a.xlsx\n")
    assert load_workbook("a.xlsx").sheetnames[0] == "填写说明"
    assert kadocs("workbook", "b.xlsx", "--lang", "en")[0] == 0
    assert load_workbook("b.xlsx").sheetnames[0] == "How to fill in"


def test_a_workbook_never_replaces_a_file(kadocs):
    Path("a.xlsx").write_bytes(b"mine")
    status, _, err = kadocs("workbook", "a.xlsx")
    assert (status, Path("a.xlsx").read_bytes()) == (2, b"mine")
    assert "已有 a.xlsx" in err


def test_a_workbook_comes_filled_in_from_a_deal(kadocs):
    assert kadocs("workbook", "a.xlsx", "--from", deal())[0] == 0
    assert sources.load(Path("a.xlsx")).deal == sources.load(Path("deal.yaml")).deal


def test_a_deal_with_errors_fills_in_nothing(kadocs):
    status, out, _ = kadocs("workbook", "a.xlsx", "--from", deal("account: {founded: 明天}"))
    assert status == 1
    assert "DATA013" in out
    assert not Path("a.xlsx").exists()


def test_a_workbook_for_a_document_has_what_it_prints(kadocs):
    assert kadocs("workbook", "a.xlsx", "--for", "proposal", "--from", str(SAMPLE))[0] == 0
    names = load_workbook("a.xlsx").sheetnames
    assert "报价清单" in names
    assert "竞争对手" not in names
    status, out, _ = kadocs("check", "a.xlsx", "--for", "proposal", "--as-of", "2026-11-23")
    assert status == 0, out


def test_an_unknown_document_is_answered_with_the_nearest(kadocs):
    status, _, err = kadocs("workbook", "a.xlsx", "--for", "proposl")
    assert status == 1
    assert "proposal" in err


@pytest.mark.parametrize("target", ["out.xlsx", "out.json", "out.yml"])
def test_convert_writes_the_same_deal_in_another_format(kadocs, target):
    assert kadocs("convert", deal(), target)[:2] == (0, f"已生成  {target}\n")
    assert sources.load(Path(target)).deal == sources.load(Path("deal.yaml")).deal


def test_converted_yaml_reads_well(kadocs):
    deal()
    kadocs("convert", "deal.yaml", "out.xlsx")
    kadocs("convert", "out.xlsx", "out.yaml")
    assert Path("out.yaml").read_text("utf-8") == (
        "# 客户信息\naccount:\n  name: 青岚\n  payment_days: 90\n\n"
        "# 需求\nrequirements:\n  - id: R-1\n    text: =1+1\n    mandatory: 是\n"
    )


def test_converted_json_has_codes_numbers_and_flags(kadocs):
    account = "account: {ownership: 民企, revenue_year: 2025, revenue: 1.10}"
    deal(f"{account}\nrequirements: [{{id: '1', text: 1, mandatory: 是}}]")
    kadocs("convert", "deal.yaml", "out.json")
    text = Path("out.json").read_text("utf-8")
    assert json.loads(text) == {
        "account": {"ownership": "private", "revenue": 1.1, "revenue_year": 2025},
        "requirements": [{"id": "1", "text": "1", "mandatory": True}],
    }
    assert "1.10" in text


def test_convert_replaces_neither_its_input_nor_what_that_includes(kadocs):
    deal("account: {name: 青岚}", "base.yaml")
    deal("include: [base.yaml]\nopportunity: {name: 二号线}")
    for target in ("deal.yaml", "base.yaml"):
        status, _, err = kadocs("convert", "deal.yaml", target)
        assert status == 2
        assert "会被覆盖" in err
    assert "include" in Path("deal.yaml").read_text("utf-8")


def test_convert_refuses_other_kinds_of_files(kadocs):
    status, _, err = kadocs("convert", deal(), "out.docx")
    assert status == 2
    assert ".xlsx" in err


def test_convert_writes_nothing_of_a_deal_with_errors(kadocs):
    status, out, _ = kadocs("convert", deal("account: {nmae: 青岚}"), "out.json")
    assert (status, Path("out.json").exists()) == (1, False)
    assert "nmae" in out


def test_convert_takes_one_deal_of_a_folder(kadocs):
    for name in ("a", "b"):
        Path("deals", name).mkdir(parents=True)
        deal(name=f"deals/{name}/deal.yaml")
    status, _, err = kadocs("convert", "deals", "out.json")
    assert status == 2
    assert "2 个商机" in err
    assert kadocs("convert", "deals/a", "out.json")[0] == 0


def faulty() -> str:
    kadocs_ = load_workbook("deal.xlsx")
    sheet = kadocs_["客户信息"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == "客户成立日期")
    cell.offset(0, 1).value = "去年"
    kadocs_.save("deal.xlsx")
    return cell.offset(0, 1).coordinate


def test_annotate_writes_a_copy_with_the_findings_at_their_cells(kadocs):
    kadocs("convert", deal(), "deal.xlsx")
    where = faulty()
    before = Path("deal.xlsx").read_bytes()
    status, out, _ = kadocs("check", "deal.xlsx", "--annotate", "copy.xlsx")
    assert status == 1
    assert f"客户信息!{where}" in out
    assert out.endswith("已生成  copy.xlsx\n")
    assert Path("deal.xlsx").read_bytes() == before
    book = load_workbook("copy.xlsx")
    assert "去年" in book["客户信息"][where].comment.text
    assert book.active.title == "检查结果"
    again = kadocs("check", "copy.xlsx")[1]
    assert again.replace("copy.xlsx", "deal.xlsx") == out.replace("已生成  copy.xlsx\n", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["deal.xlsx", "--annotate", "deal.xlsx"], "会被覆盖"),
        (["deal.xlsx", "--annotate", "copy.docx"], ".xlsx"),
        (["deal.yaml", "--annotate", "copy.xlsx"], "一个 Excel 商机"),
        (["deal.yaml", "deal.xlsx", "--annotate", "copy.xlsx"], "一个 Excel 商机"),
    ],
)
def test_annotate_copies_one_workbook_and_replaces_none(kadocs, words, said):
    kadocs("convert", deal(), "deal.xlsx")
    status, _, err = kadocs("check", *words)
    assert status == 2
    assert said in err


def test_a_workbook_that_cannot_be_read_is_not_annotated(kadocs):
    Path("deal.xlsx").write_bytes(b"PK nothing")
    status, out, _ = kadocs("check", "deal.xlsx", "--annotate", "copy.xlsx")
    assert status == 1
    assert "DATA030" in out
    assert not Path("copy.xlsx").exists()
