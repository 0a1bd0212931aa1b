"""`kadocs stages`, and registers in the other commands."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.sources.excel.workbooks import write
from tests.sources.register.registers import HEADS, line

AS_OF = ["--as-of", "2026-11-20"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    rows = [line("P-1"), line("P-2", 客户经理="陆知远", 销售阶段="?"), line("P-3", 客户经理="陆知远")]
    return write(tmp_path / "register.xlsx", 台账=[HEADS, *rows])


def test_a_register_is_listed_and_a_bad_row_stops_nothing(kadocs, register):
    status, out, err = kadocs("stages", str(register), *AS_OF)
    assert (status, err) == (1, "")
    assert "▌陆知远（2）" in out and "▌沈书航（1）" in out and "读取有误：1 个错误" in out
    status, out, _ = kadocs("stages", str(register), "--owner", "沈书航", *AS_OF)
    assert status == 0 and "P-1" in out and "P-3" not in out


def test_english(kadocs, register):
    _, out, _ = kadocs("stages", str(register), *AS_OF, lang="en")
    assert "Next deadline" in out and "Expected signing date" in out and "Under way" in out


def test_json(kadocs, register):
    status, out, _ = kadocs("stages", str(register), "--json", *AS_OF)
    told = json.loads(out)
    assert status == 1 and told["as_of"] == "2026-11-20"
    assert [(deal["deal"], deal["errors"]) for deal in told["deals"]] == [("P-1", 0), ("P-3", 0), ("P-2", 1)]
    assert told["deals"][0]["deadline"]["days"] == 101
    assert told["totals"] == [
        {
            "stage": "propose", "currency": "CNY", "count": 2,
            "amount": "2400000", "weighted": "1440000.00", "unweighted": 0,
        }
    ]  # fmt: skip


def test_a_workspace_needs_no_deal(kadocs, register, monkeypatch):
    (register.parent / "kadocs.yaml").write_text(
        "vendor: {short_name: 云岭}\ndeals: register.xlsx\n", "utf-8"
    )
    monkeypatch.chdir(register.parent)
    assert "P-3" in kadocs("stages", *AS_OF)[1]


def test_the_deals_of_a_workspace_may_be_a_register(kadocs, register, monkeypatch):
    register.rename(register.with_name("商机台账.xlsx"))
    (register.parent / "kadocs.yaml").write_text("deals: 商机台账.xlsx\n", "utf-8")
    monkeypatch.chdir(register.parent)
    assert "P-3" in kadocs("stages", *AS_OF)[1]
    status, out, _ = kadocs("stages", "P-3", *AS_OF)
    assert status == 0 and "P-3" in out and "P-1" not in out
    status, out, _ = kadocs("check", "P-33", *AS_OF)
    assert status == 1 and "DATA067" in out


def test_files_and_folders_are_listed_together(kadocs, register):
    _, out, _ = kadocs("stages", str(register), str(ROOT / "samples"), *AS_OF)
    assert "P-1" in out and "rail-iscs" in out and "chem-dcs" in out and "EUR" in out


def test_a_workbook_is_written_whole_or_not_at_all(kadocs, register, tmp_path):
    out = tmp_path / "stages.xlsx"
    _, told, _ = kadocs("stages", str(register), "--xlsx", str(out), *AS_OF)
    assert "stages.xlsx" in told
    assert [row[1].value for row in load_workbook(out)["商机"].iter_rows(min_row=2)] == ["P-1", "P-3", "P-2"]


@pytest.mark.parametrize("name", ["register.xlsx", "stages.csv"])
def test_what_is_read_is_never_replaced(kadocs, register, name):
    before = register.read_bytes()
    status, _, err = kadocs("stages", str(register), "--xlsx", str(register.parent / name), *AS_OF)
    assert status == 2 and name in err
    assert register.read_bytes() == before


def test_check_tells_each_bad_cell_of_a_register(kadocs, register):
    status, out, _ = kadocs("check", str(register), *AS_OF)
    assert status == 1 and "register.xlsx › 台账!D3" in out
    assert "解决方案建议书还缺" not in out
    status, out, _ = kadocs("check", str(register), "--mapping", *AS_OF)
    assert "“客户经理” → 客户经理（opportunity.triangle.account_manager）" in out


def test_the_sound_deals_of_a_register_are_built(kadocs, register, tmp_path):
    out = tmp_path / "out"
    status, told, _ = kadocs(
        "build", "proposal", str(register), "--draft", "--no-pages", "--out", str(out), *AS_OF
    )
    assert status == 1
    assert sorted(path.name for path in out.iterdir()) == ["P-1", "P-3"]
    assert told.count("已生成  ") == 2


def test_of_ids_that_make_one_folder_none_is_built(kadocs, tmp_path):
    rows = [line("A/1"), line("A-1"), line("A-2")]
    register = write(tmp_path / "register.xlsx", 台账=[HEADS, *rows])
    out = tmp_path / "out"
    status, _, err = kadocs(
        "build", "proposal", str(register), "--draft", "--no-pages", "--out", str(out), *AS_OF
    )
    assert status == 1
    assert [path.name for path in out.iterdir()] == ["A-2"]
    assert "OUT003" in err and "台账!A2" in err and "台账!A3" in err


def test_one_deal_of_a_register_is_converted_by_its_id(kadocs, register, tmp_path):
    out = tmp_path / "deal.yaml"
    status, _, err = kadocs("convert", str(register), str(out))
    assert status == 2 and "register.xlsx#P-1" in err
    assert kadocs("convert", f"{register}#P-3", str(out))[0] == 0
    assert "id: P-3" in out.read_text("utf-8")
