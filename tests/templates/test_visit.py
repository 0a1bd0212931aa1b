"""首次响应单与拜访记录: a page for the first answer, and a page for each visit."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from kadocs import office, plan
from kadocs.model import Deal
from tests.templates.printed import (
    DEALS,
    LANGUAGES,
    Document,
    always,
    deal,
    deliverable,
    document,
    sample,
    secrets,
    template,
)

RESPONSE, VISIT = 0, 1
BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"name": "综合监控改造", "visits": [{"date": "2026-10-27", "purpose": "了解顾虑"}]},
}


def met(of: Deal, language: str = "zh", item: int = 0) -> Document:
    return document("visit", of, language, VISIT, item)


def answered(language: str = "zh", **lead: Any) -> Document:
    of = deal(**BARE | {"opportunity": {"name": "综合监控改造", "lead": lead}})
    return document("visit", of, language, RESPONSE)


def pages(found: Document) -> int:
    return len(PdfReader(io.BytesIO(office.lay_out(found.data, "visit.docx").pdf)).pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_a_visit_is_told_in_full(name: str, language: str) -> None:
    of = sample(name)
    assert of.opportunity is not None
    for item, visit in enumerate(of.opportunity.visits):
        said = met(of, language, item).text
        spin = (visit.situation, visit.problem, visit.implication, visit.need_payoff)
        next_step = (visit.next_step, visit.next_owner, *visit.promises)
        people = (*visit.contacts, *visit.participants)
        parts = (visit.purpose, visit.place, visit.words, *spin, *next_step, *people)
        assert [part for part in parts if part and part not in said] == []
        assert f"{visit.relation_change:+d}".replace("+0", "0") in said


def test_whom_we_met_comes_with_department_and_position() -> None:
    visit = {"date": "2026-10-27", "purpose": "摸底", "contacts": "苏怀瑾、王工"}
    contacts = [{"name": "苏怀瑾", "dept": "安全运营部", "title": "部长"}]
    of = BARE | {"contacts": contacts, "opportunity": {"name": "改造", "visits": [visit]}}
    assert met(deal(**of)).value("客户参与人") == "苏怀瑾（安全运营部 部长）、王工"


@pytest.mark.parametrize(
    ("change", "said"), [("-1", "−1　比拜访前更远"), ("0", "0　没有变化"), ("2", "+2　比拜访前更近")]
)
def test_a_relation_may_cool_down(change: str, said: str) -> None:
    visit = {"date": "2026-10-27", "purpose": "摸底", "relation_change": change}
    assert said in met(deal(**BARE | {"opportunity": {"name": "改造", "visits": [visit]}})).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_visit_leaves_no_hole(language: str) -> None:
    found = met(deal(**BARE), language)
    assert found.styled("Label") == []
    assert (found.hollow, found.silent) == ([], set())


@pytest.mark.parametrize(
    ("responded", "said"),
    [
        ("2026-03-10 09:20", "响应用时 24.0 小时：24 小时内，达标"),
        ("2026-03-10 10:20", "响应用时 25.0 小时：超过 24 小时"),
    ],
)
def test_the_first_answer_is_due_within_a_day(responded: str, said: str) -> None:
    assert answered(received_at="2026-03-09 09:20", responded_at=responded).styled("Verdict") == [said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lead_that_waits_for_its_answer_has_no_verdict(language: str) -> None:
    found = answered(language, received_at="2026-03-09 09:20", brought_by="贺明澈")
    assert found.styled("Verdict") == []
    assert len(found.styled("Label")) == 1
    assert (found.hollow, found.silent) == ([], set())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_nothing_secret_stands_in_any(name: str, language: str) -> None:
    of = sample(name)
    said = met(of, language).text + document("visit", of, language, RESPONSE).text
    assert [secret for secret in secrets(of) if secret in said] == []


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_each_is_a_page(name: str, language: str) -> None:
    of = sample(name)
    assert of.opportunity is not None
    assert pages(document("visit", of, language, RESPONSE)) == 1
    assert [pages(met(of, language, item)) for item, _ in enumerate(of.opportunity.visits)] == [1, 1, 1]


def test_several_visits_on_a_day_are_numbered() -> None:
    days = ("2026-10-27", "2026-10-27", "2026-11-12")
    visits = [{"date": day, "purpose": "摸底"} for day in days]
    of = deal(**BARE | {"opportunity": {"id": "QL-1", "name": "改造", "visits": visits}})
    [job] = plan.jobs([(plan.Subject("a", of), deliverable("visit"))]).jobs
    assert [path.stem for path in job.files] == [
        "QL-1-拜访记录-2026-10-27-1",
        "QL-1-拜访记录-2026-10-27-2",
        "QL-1-拜访记录-2026-11-12",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("output", [RESPONSE, VISIT])
def test_the_needs_are_what_every_sheet_prints(output: int, language: str) -> None:
    found = {name for name in always(template("visit", language, output).fields())}
    assert {name for name in found if name.split(".")[0] != "visit"} == set(deliverable("visit").says.needs)
