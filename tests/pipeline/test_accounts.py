"""Documents about an account over all its deals: `scope: account`."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kadocs import deliverables, pipeline
from kadocs.findings import Refused
from kadocs.pipeline.fields import asked_for

PLAN = """
title: {zh: 计划, en: Plan}
stage: develop
audience: internal
scope: account
needs: [account.name]
outputs: [{template: {zh: letter.zh.docx}, file: "{{ title }}.docx"}]
"""
DEAL = "account: {{name: {name}}}\nopportunity: {{id: {id}, name: {id}, stage_since: {day}}}\n"


@pytest.fixture
def request_(world):
    world.describe(PLAN)
    world.letter(
        "{{ account.name }}：{% for d in deals %}{{ d.opportunity.id }}{% endfor %} {{ orders | length }}"
    )
    world.deal(DEAL.format(name="青岚轨道", id="P-1", day="2026-01-01"), "a")
    world.deal(DEAL.format(name="青岚轨道", id="P-2", day="2026-05-01"), "b")
    world.deal(DEAL.format(name="沧浪地铁", id="P-3", day="2026-03-01"), "c")
    return pipeline.Request(
        (Path("deals"),), date(2026, 11, 20), ("letter",), templates=(Path("templates"),), pages=False
    )


def documents(world):
    return {name: world.read(world.out / name) for name in world.files() if name.endswith(".docx")}


def test_there_is_one_document_for_each_account_over_its_deals_the_newest_first(world, request_):
    assert pipeline.build(request_).done
    assert documents(world) == {
        "青岚轨道/letter/计划.docx": "青岚轨道：P-2P-1 0",
        "沧浪地铁/letter/计划.docx": "沧浪地铁：P-3 0",
    }


def test_a_single_deal_is_an_account_of_one(world, request_):
    assert pipeline.build(replace(request_, deals=(Path("deals/a"),))).done
    assert documents(world) == {"青岚轨道/letter/计划.docx": "青岚轨道：P-1 0"}


@pytest.mark.parametrize(
    ("one", "other", "accounts"),
    [
        ("{name: 青岚, id: K-1}", "{name: 青岚集团, id: K-1}", 1),
        ("{name: 青岚, id: K-1}", "{name: 青 岚}", 1),
        ("{name: 青岚, id: K-1}", "{name: 青岚, id: K-2}", 2),
        ("{name: 青岚}", "{name: 沧浪}", 2),
    ],
)
def test_deals_are_of_one_account_by_its_id_or_else_its_legal_name(world, request_, one, other, accounts):
    world.deal(f"account: {one}", "a")
    world.deal(f"account: {other}", "b")
    world.deal(f"account: {one}", "c")
    world.letter("{{ account.name }}")
    assert len(pipeline.build(request_).rows) == accounts


def test_the_folder_is_that_of_the_accounts_short_name(world, request_):
    world.deal(DEAL.format(name="青岚轨道, short_name: 青岚", id="P-4", day="2026-09-01"), "d")
    pipeline.build(request_)
    assert "青岚/letter/计划.docx" in documents(world)


def test_the_manifest_names_the_account_its_deals_and_all_their_files(world, request_):
    pipeline.build(request_)
    entry = json.loads((world.out / "青岚轨道/manifest/letter.zh.json").read_text("utf-8"))
    assert (entry["account"], entry["deals"]) == ("青岚轨道", ["b", "a"])
    assert [each["file"] for each in entry["inputs"]] == ["deal.yaml", "../a/deal.yaml"]


def test_what_an_account_needs_may_stand_in_any_of_its_deals(world, request_):
    world.describe(PLAN.replace("[account.name]", "[account.name, account.plan.year]"))
    outcome = pipeline.build(replace(request_, deals=(Path("deals/a"), Path("deals/b"))))
    assert [(f.code, f.place.file) for f in outcome.findings] == [("NEED001", "deals/b/deal.yaml")]
    text = (world.folder / "deals/a/deal.yaml").read_text("utf-8")
    world.deal(text.replace("{name: 青岚轨道}", "{name: 青岚轨道, plan: {year: 2027}}"), "a")
    assert pipeline.build(replace(request_, deals=(Path("deals/a"), Path("deals/b")))).done


def test_a_deal_that_is_wrong_stops_its_own_account_whose_figures_would_be_wrong(world, request_):
    text = (world.folder / "deals/a/deal.yaml").read_text("utf-8")
    world.deal(text + "acount: {}", "a")
    outcome = pipeline.build(request_)
    assert not outcome.done
    assert list(documents(world)) == ["沧浪地铁/letter/计划.docx"]
    assert [(row.deal, row.why.en) for row in outcome.rows if not row.done] == [
        ("青岚轨道", "stopped by DATA011")
    ]


def test_a_draft_tells_what_is_open_by_the_fields_of_a_deal(world, request_):
    world.letter("{{ account.name }}：{{ account.industry }}")
    outcome = pipeline.build(replace(request_, draft=True, deals=(Path("deals/a"),)))
    assert outcome.done
    assert [(gap.path, gap.place.file) for gap in outcome.gaps] == [("account.industry", "deals/a/deal.yaml")]


@pytest.mark.parametrize(("text", "code"), [("{{ ordrs }}", "TPL070"), ("{{ quote.total }}", "TPL070")])
def test_its_template_is_compared_with_what_an_account_has(world, request_, text, code):
    world.letter(text)
    assert [finding.code for finding in pipeline.build(request_).findings] == [code]


def test_its_needs_are_fields_of_an_account(world):
    world.describe(PLAN.replace("[account.name]", "[quote.items]"))
    with pytest.raises(Refused) as refused:
        deliverables.load("letter", deliverables.shelf([world.templates]))
    assert refused.value.findings[0].place.line == 6


def test_the_check_for_it_asks_what_the_account_needs(world, request_):
    world.describe(PLAN.replace("[account.name]", "[account.plan.year]"))
    found = pipeline.check(request_).findings
    assert sorted({(f.code, f.place.file) for f in found}) == [
        ("NEED001", "deals/b/deal.yaml"), ("NEED001", "deals/c/deal.yaml"),
    ]  # fmt: skip


def test_the_workbook_to_fill_in_for_it_holds_what_its_figures_come_from(world, request_):
    world.letter(
        "{% for o in orders %}{{ o.amount }}{% endfor %}{% for d in deals %}{{ d.quote.total }}{% endfor %}"
    )
    scope = asked_for(deliverables.load("letter", deliverables.shelf([world.templates])))
    assert {("contract", "signed_on"), ("opportunity", "name"), ("quote", "items")} <= scope.fields
    assert scope.needed == {("account", "name")}
    assert ("tender",) not in scope.fields
