from pathlib import Path

import pytest

from kadocs import sources
from kadocs.findings import Place, Refused, Severity
from kadocs.tree.yaml import parse


def deal_in(folder: Path, text: str, name: str = "deal.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_a_folder_with_a_deal_is_that_deal(tmp_path: Path) -> None:
    loaded = sources.load(deal_in(tmp_path, "account:\n  name: 华光\n"))
    assert loaded.deal is not None and loaded.deal.account is not None
    assert loaded.deal.account.name == "华光"
    assert (loaded.findings, loaded.files) == ((), (tmp_path / "deal.yaml",))
    assert loaded.place(("account", "industry")) == Place(f"{tmp_path.as_posix()}/deal.yaml", 1)


def test_yaml_and_json_give_the_same_deal(tmp_path: Path) -> None:
    yaml = deal_in(tmp_path / "y", "opportunity:\n  id: '0123'\n  name: 改造\n  budget: 1260000.50\n")
    json = deal_in(
        tmp_path / "j", '{"opportunity": {"id": "0123", "name": "改造", "budget": 1260000.50}}', "deal.json"
    )
    deal = sources.load(yaml).deal
    assert deal is not None and deal == sources.load(json).deal


def test_wrong_values_are_findings_and_leave_no_deal(tmp_path: Path) -> None:
    loaded = sources.load(deal_in(tmp_path, "acount: {}\nlanguage: fr\n"))
    assert loaded.deal is None
    assert [(found.code, found.place.line) for found in loaded.findings] == [("DATA011", 1), ("DATA013", 2)]


def test_the_workspace_fills_in_what_the_deal_does_not_say(tmp_path: Path) -> None:
    defaults = parse("vendor:\n  legal_name: 云岭\n  short_name: 云\n", "kadocs.yaml")
    loaded = sources.load(deal_in(tmp_path, "vendor:\n  short_name: 岭\n"), defaults)
    assert loaded.deal is not None and loaded.deal.vendor is not None
    assert (loaded.deal.vendor.legal_name, loaded.deal.vendor.short_name) == ("云岭", "岭")
    assert loaded.place(("vendor", "legal_name")) == Place("kadocs.yaml", 2)


@pytest.mark.parametrize(("text", "code"), [("", "DATA024"), ("# only a comment\n", "DATA024")])
def test_an_empty_file_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        sources.load(deal_in(tmp_path, text))
    assert caught.value.findings[0].code == code


def test_a_list_at_the_root_is_a_finding(tmp_path: Path) -> None:
    loaded = sources.load(deal_in(tmp_path, "- 1\n"))
    assert [finding.code for finding in loaded.findings] == ["DATA013"]


def test_a_form_that_is_not_read_is_told(tmp_path: Path) -> None:
    folder = deal_in(deal_in(tmp_path, "account: {name: 甲}"), "{}", "deal.json")
    [finding] = sources.load(folder).findings
    assert finding.severity is Severity.INFO and "deal.json" in finding.message.zh
    assert sources.load(folder / "deal.yaml").findings == ()


def test_any_other_folder_is_the_deals_inside(tmp_path: Path) -> None:
    for name in ("b", "a/x", ".hidden", "_shared", "a/x/old"):
        deal_in(tmp_path / name, "")
    deal_in(tmp_path / "c", "", "notes.yaml")
    assert sources.find(tmp_path) == [tmp_path / "a" / "x", tmp_path / "b"]
    assert sources.find(tmp_path / "b" / "deal.yaml") == [tmp_path / "b" / "deal.yaml"]


def test_a_folder_without_a_deal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        sources.find(tmp_path)
    assert caught.value.findings[0].code == "DATA025"
    with pytest.raises(Refused):
        sources.load(tmp_path)
