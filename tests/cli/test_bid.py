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
