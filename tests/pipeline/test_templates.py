"""What is wrong with a template is known before any deal is read, and stops its documents only."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kadocs import pipeline, sources
from kadocs.pipeline import templates
from kadocs.tree.yaml import parse
from tests.conftest import LETTER


@pytest.fixture
def request_(world):
    return pipeline.Request(
        deals=(Path("deals"),),
        as_of=date(2026, 11, 20),
        deliverables=("letter",),
        templates=(Path("templates"),),
        pages=False,
    )


def codes(outcome):
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ acount.name }}", "TPL070"),
        ("{% if competitors %}{% endif %}", "TPL071"),
        ("{% for x in account.name %}{% endfor %}", "TPL072"),
        ("{{ account }}", "TPL073"),
        ("{{ account.name | mony }}", "TPL015"),
        ("{{ account.name", "TPL010"),
    ],
)
def test_a_fault_of_a_template_is_told_and_no_document_is_written(world, request_, text, code):
    world.letter(text)
    outcome = pipeline.build(request_)
    assert codes(outcome) == [code]
    assert "letter/letter.zh.docx" in outcome.findings[0].place.file
    assert not outcome.done
    assert world.files() == []


def test_it_is_known_before_any_deal_is_read(world, request_, monkeypatch):
    world.letter("{{ acount }}")
    seen = []
    check = templates.faults
    monkeypatch.setattr(templates, "faults", lambda *given: seen.append("template") or check(*given))
    load = sources.load
    monkeypatch.setattr(sources, "load", lambda *given: seen.append("deal") or load(*given))
    pipeline.build(request_)
    assert seen == ["template", "deal"]


def test_the_faults_of_deals_come_in_the_same_run(world, request_):
    world.letter("{{ acount }}")
    world.deal("vendor: {legal_nme: a}")
    assert {"TPL070", "DATA011"} <= set(codes(pipeline.build(request_)))


def test_a_fault_of_one_deliverable_leaves_the_others(world, request_):
    world.letter("{{ acount }}")
    world.describe(LETTER.replace("letter.zh", "../letter/letter.en"), "other")
    outcome = pipeline.build(replace(request_, deliverables=("letter", "other")))
    assert codes(outcome) == ["TPL070"]
    assert [row.deliverable for row in outcome.rows if row.done] == ["other"]


def test_the_template_of_another_language_is_checked_when_a_deal_asks_for_it(world, request_):
    world.letter("{{ acount }}", "en")
    assert codes(pipeline.build(request_)) == []
    world.deal(world.folder.joinpath("deals/a/deal.yaml").read_text("utf-8") + "language: en")
    assert codes(pipeline.build(request_)) == ["TPL070"]


@pytest.mark.parametrize(
    ("language", "defaults", "expected"),
    [("", None, "zh"), ("en", "language: zh", "en"), ("", "language: en", "en"), ("", "language: fr", "zh")],
)
def test_the_language_to_be_expected(language, defaults, expected):
    tree = parse(defaults, "kadocs.yaml") if defaults else None
    assert templates.expected(language, tree) == (expected,)


def test_a_template_is_compiled_and_checked_once(world, request_):
    templates.compiled.cache_clear()
    world.deal(world.folder.joinpath("deals/a/deal.yaml").read_text("utf-8"), "b")
    pipeline.build(request_)
    assert templates.compiled.cache_info().misses == 1
