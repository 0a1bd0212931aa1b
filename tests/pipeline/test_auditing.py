"""Finished files are read again before they are written: what leaks is held back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kadocs import pipeline
from kadocs.pipeline.strangers import Strangers

DEAL = """
vendor: {legal_name: 云岭控制}
account: {name: ACCOUNT}
opportunity: {id: P-1, name: 监控升级}
quote: {currency: CNY, items: [{name: 软件, quantity: 1, unit_price: '1500000', floor_price: '1234567'}]}
"""


def build(*deals: str, **options) -> pipeline.Outcome:
    request = pipeline.Request(
        deals=tuple(map(Path, deals or ["deals"])),
        as_of=date(2026, 11, 20),
        deliverables=("letter",),
        templates=(Path("templates"),),
        pages=False,
    )
    return pipeline.build(replace(request, **options))


def test_a_file_that_tells_the_floor_price_is_not_written_not_even_as_a_draft(world):
    world.deal(DEAL.replace("ACCOUNT", "青岚轨道"))
    world.letter("最低可到 123.46 万元")
    for draft in (False, True):
        outcome = build(draft=draft)
        assert not outcome.done
        assert [each for each in world.files() if each.endswith(".docx")] == []
        [finding] = [each for each in outcome.findings if each.code == "AUD001"]
        assert finding.path == "quote.items.floor_price"
        assert "AUD001" in outcome.rows[0].why.en


def test_a_paragraph_that_names_the_customer_of_another_deal_holds_the_file_back(world):
    world.deal(DEAL.replace("ACCOUNT", "青岚轨道"))
    world.deal(DEAL.replace("ACCOUNT", "北城地铁公司"), "b")
    world.letter("致 {{ account.name }}：我们已为北城地铁公司建成同类系统")
    outcome = build()
    assert [(row.deal, row.done) for row in outcome.rows] == [("a", False), ("b", True)]


def test_what_only_is_warned_of_is_written(world):
    world.deal(DEAL.replace("ACCOUNT", "青岚轨道"))
    world.letter("毛利 TBD")
    outcome = build()
    assert outcome.done
    assert {"AUD004", "AUD006"} <= {each.code for each in outcome.findings}


def test_customers_of_the_workspaces_other_deals_and_those_listed_are_not_named(world):
    world.deal(DEAL.replace("ACCOUNT", "青岚轨道"))
    world.deal(DEAL.replace("ACCOUNT", "北城地铁公司"), "b")
    world.letter("致 {{ account.name }}：我们已为北城地铁公司、南湾机场建成同类系统")
    only = (Path("deals/a"),)
    assert build(deals=only).done
    for strangers in (Strangers(Path("deals")), Strangers(listed=("南湾机场",))):
        outcome = build(deals=only, strangers=strangers)
        assert not outcome.done
        assert [each.code for each in outcome.findings if each.code == "AUD003"] == ["AUD003"]


def test_the_other_deals_are_looked_into_once_and_only_when_asked(world, monkeypatch):
    world.deal(DEAL.replace("ACCOUNT", "青岚轨道"))
    world.letter("致 {{ account.name }}")
    asked = []
    monkeypatch.setattr(
        "kadocs.pipeline.strangers.sources.accounts", lambda folder: asked.append(folder) or ()
    )
    strangers = Strangers(Path("deals"))
    build(deliverables=(), strangers=strangers)
    build(strangers=strangers)
    build(strangers=strangers)
    assert asked == [Path("deals")]
