"""Several documents in one run: each stands and falls alone, and each is told of once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kadocs import deliverables, pipeline
from kadocs.findings import Severity
from tests.conftest import LETTER

DEAL = """
vendor: {legal_name: 云岭控制}
account: {name: 青岚轨道}
opportunity: {id: P-1, name: 监控升级}
"""
NOTE = """
title: {zh: 备忘, en: Note}
stage: develop
audience: internal
gates: []
outputs: [{template: {zh: ../letter/letter.zh.docx}, file: "{{ title }}.docx"}]
"""


@pytest.fixture(autouse=True)
def shelf_of_its_own(world, monkeypatch):
    """Only the world's deliverables: the letter, and a note that asks no rules."""
    world.describe(NOTE, "note")
    monkeypatch.setattr(deliverables, "shipped", lambda: world.templates)


@pytest.fixture
def request_(world):
    return pipeline.Request(
        (Path("deals"),), date(2026, 11, 20), (pipeline.ALL,), templates=(Path("templates"),), pages=False
    )


def made(outcome):
    return [(row.deal, row.deliverable) for row in outcome.rows if row.done]


def why(outcome):
    return {row.deliverable: row.why.en for row in outcome.rows if not row.done}


def test_all_makes_every_document_for_which_the_deal_holds_what_it_needs(request_):
    outcome = pipeline.build(request_)
    assert outcome.done
    assert made(outcome) == [("a", "note"), ("a", "letter")]


def test_of_the_others_one_note_each_tells_what_is_missing(world, request_):
    world.describe(NOTE + "needs: [quote.items, contract.number]\n", "note")
    outcome = pipeline.build(request_)
    assert outcome.done
    assert made(outcome) == [("a", "letter")]
    [note] = outcome.findings
    assert (note.code, note.severity) == ("NEED001", Severity.INFO)
    assert note.message.en == "the Note still needs: Price items, Contract number"
    assert why(outcome) == {"note": "the deal is not that far"}


def test_what_is_asked_for_by_name_must_be_made(world, request_):
    world.describe(NOTE + "needs: [quote.items]\n", "note")
    outcome = pipeline.build(replace(request_, deliverables=(pipeline.ALL, "note")))
    assert not outcome.done
    assert made(outcome) == [("a", "letter")]
    assert [(f.code, f.severity) for f in outcome.findings] == [("NEED001", Severity.ERROR)]


def test_a_finding_of_one_documents_rules_stops_that_document_alone(world, request_):
    world.deal(DEAL + "requirements: [{id: R-1, text: a}]")  # not answered, which only the letter asks
    outcome = pipeline.build(request_)
    assert not outcome.done
    assert made(outcome) == [("a", "note")]
    assert why(outcome) == {"letter": "stopped by PROP001"}
    assert [finding.code for finding in outcome.findings] == ["PROP001"]


def test_rules_of_documents_that_are_not_due_yet_are_not_asked(world, request_):
    world.describe(LETTER.replace("needs: [", "needs: [contract.number, "))
    world.deal(DEAL + "requirements: [{id: R-1, text: a}]")
    outcome = pipeline.build(request_)
    assert outcome.done
    assert {finding.severity for finding in outcome.findings} == {Severity.INFO}


@pytest.mark.parametrize("wrong", ["acount: {}", "requirements: [{id: R-1, text: a}, {id: R-1, text: b}]"])
def test_wrong_types_and_what_holds_at_every_stage_stop_all_of_them(world, request_, wrong):
    world.deal(DEAL + wrong)
    outcome = pipeline.build(request_)
    assert not outcome.done
    assert made(outcome) == []
    assert set(why(outcome)) == {"letter", "note"}


def test_a_wrong_description_stops_its_own_document_only(world, request_):
    world.describe(NOTE.replace("title:", "titel:"), "note")
    outcome = pipeline.build(request_)
    assert not outcome.done
    assert made(outcome) == [("a", "letter")]
    assert {finding.place.file for finding in outcome.findings} == {"templates/note/deliverable.yaml"}


def test_a_wrong_template_stops_its_own_document_only(world, request_):
    world.describe(LETTER.replace("letter.zh", "wrong.zh"))
    world.letter("{{ acount }}", "zh").rename(world.templates / "letter/wrong.zh.docx")
    world.letter("{{ account.name }}", "zh")
    outcome = pipeline.build(request_)
    assert made(outcome) == [("a", "note")]
    assert why(outcome) == {"letter": "its template is wrong"}


def test_rules_are_asked_once_a_deal_and_told_once(world, request_, monkeypatch):
    world.describe(NOTE.replace("gates: []", "gates: [PROP]"), "note")
    world.deal(DEAL + "requirements: [{id: R-1, text: a}]")
    asked = []
    check = pipeline.judging.gates.check
    monkeypatch.setattr(
        pipeline.judging.gates, "check", lambda *given, **more: asked.append(1) or check(*given, **more)
    )
    outcome = pipeline.build(request_)
    assert len(asked) == 1
    assert [finding.code for finding in outcome.findings] == ["PROP001"]


def test_a_draft_of_all_leaves_out_what_the_deal_has_no_section_for(world, request_):
    world.describe(NOTE + "needs: [contract.number]\n", "note")
    world.deal("account: {short_name: 青岚}\nopportunity: {id: P-1}\nvendor: {legal_name: a}")
    outcome = pipeline.build(replace(request_, draft=True))
    assert made(outcome) == [("a", "letter")]


def test_a_manifest_tells_what_concerns_its_document_whoever_else_was_made(world, request_):
    world.deal(DEAL + "solution: {win_themes: [{theme: 近}]}")  # PROP004, a warning of the letter's rules
    pipeline.build(request_)
    pipeline.build(replace(request_, deliverables=("letter",), out=Path("alone")))
    for name in ("a/manifest/letter.zh.json", "a/letter/P-1-函.docx"):
        assert (world.folder / "alone" / name).read_bytes() == (world.out / name).read_bytes()
    assert "PROP004" in (world.out / "a/manifest/letter.zh.json").read_text("utf-8")
    assert "PROP004" not in (world.out / "a/manifest/note.zh.json").read_text("utf-8")


def test_the_results_stand_by_deal_and_document(world, request_):
    world.deal(DEAL.replace("P-1", "P-2"), "b")
    world.describe(NOTE + "needs: [quote.items]\n", "note")
    outcome = pipeline.build(request_)
    assert [(row.deal, row.deliverable) for row in outcome.rows] == [
        (deal, name) for deal in "ab" for name in ("note", "letter")
    ]
