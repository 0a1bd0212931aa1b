"""`kadocs bid score`, as the bid team runs it."""

import json
from pathlib import Path

import pytest

from kadocs.cli import main

SAMPLE = str(Path(__file__).parents[2] / "samples" / "rail-iscs" / "deal.yaml")


def test_the_table_names_all_bidders_and_what_it_rests_on(capsys):
    assert main(["--ui-lang", "zh", "bid", "score", SAMPLE, "--as-of", "2026-11-23"]) == 0
    told = capsys.readouterr().out
    assert "云岭控制技术股份有限公司（我方）" in told
    assert told.count("恒擎科技有限公司") == 2  # at the likely price, and at the lower bound
    assert "假设测算" in told and "评标基准价" in told


def test_json_has_every_figure_as_text(capsys):
    assert main(["bid", "score", SAMPLE, "--price", "2000万元", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    ours = told["likely"]["bidders"][0]
    assert (ours["price"], ours["score"], ours["rank"]) == ("20000000", "30.00", 1)
    assert told["lowest"]["points"] == "30"


@pytest.mark.parametrize(
    ("deal", "extra", "status", "said"),
    [
        (None, ["--price", "二十"], 2, "--price"),
        ("opportunity: {id: P, name: a}\n", [], 1, "没有我方报价"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, capsys, deal, extra, status, said):
    file = tmp_path / "deal.yaml"
    file.write_text(deal or "", encoding="utf-8")
    assert main(["--ui-lang", "zh", "bid", "score", str(file) if deal else SAMPLE, *extra]) == status
    assert said in capsys.readouterr().err


def test_what_the_workspace_says_for_all_deals_holds_here_too(tmp_path, capsys, monkeypatch):
    (tmp_path / "kadocs.yaml").write_text("vendor: {legal_name: 云岭, sme_type: 小型}\n", encoding="utf-8")
    deal = tmp_path / "deals" / "d"
    deal.mkdir(parents=True)
    (deal / "deal.yaml").write_text(
        """
opportunity: {id: P, name: a, regime: 政府采购货物, procurement_method: 公开招标}
tender: {evaluation: {price_weight: 30, sme_rate: 10%}}
quote: {tax_rate: 0%, items: [{name: x, quantity: 1, unit_price: 100}]}
bid: {rival_prices: [{rival: 乙, price: 90}]}
""",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    assert main(["bid", "score", "d", "--as-of", "2026-11-23", "--json"]) == 0
    ours = json.loads(capsys.readouterr().out)["likely"]["bidders"][0]
    assert (ours["evaluated"], ours["score"]) == ("90.00", "30.00")
