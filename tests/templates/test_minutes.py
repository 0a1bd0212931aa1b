"""会议纪要: what both sides concluded in a round, for both to sign."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from kadocs import office
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
    template,
)

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"name": "综合监控改造"},
    "negotiation": {"rounds": [{"no": "1"}], "record": [{"topic": "付款", "round": "1"}]},
}


def minutes(of: Deal, language: str = "zh", item: int = 0) -> Document:
    return document("minutes", of, language, item=item)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_a_round_has_its_own_topics_with_conclusion_owner_and_date(name: str, language: str) -> None:
    of = sample(name)
    assert of.negotiation is not None
    for item, held in enumerate(of.negotiation.rounds):
        rows = minutes(of, language, item).table("结论" if language == "zh" else "Conclusion")
        told = [line for line in of.negotiation.record if line.round == held.no]
        assert [row[1:] for row in rows] == [[x.topic, x.conclusion, x.owner, str(x.due)] for x in told]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_what_each_side_said_and_thinks_stays_at_home(name: str, language: str) -> None:
    of = sample(name)
    assert of.negotiation is not None
    for item, _ in enumerate(of.negotiation.rounds):
        said = minutes(of, language, item).text
        hidden = [
            text for line in of.negotiation.record for text in (line.our_statement, line.their_statement)
        ]
        hidden += [text for who in of.negotiation.counterparts for text in (who.authority, who.style)]
        hidden += [who.task for who in of.negotiation.delegates]
        assert [text for text in hidden if text and text in said] == []


def test_everybody_present_comes_with_a_position() -> None:
    negotiation = {
        "rounds": [{"no": "1", "our_team": "陆知远", "their_team": "邵知行、秦朗、来宾"}],
        "record": [{"topic": "付款", "round": "1"}],
        "delegates": [{"name": "陆知远", "post": "事业部总经理"}],
        "counterparts": [{"name": "邵知行", "post": "招标合约部副部长"}],
    }
    contacts = [
        {"name": "秦朗", "dept": "调度指挥中心", "title": "主任"},
        {"name": "邵知行", "title": "副部长"},
    ]
    found = minutes(deal(**BARE | {"negotiation": negotiation, "contacts": contacts}))
    assert found.value("甲方参加人") == "邵知行（招标合约部副部长）、秦朗（调度指挥中心 主任）、来宾"
    assert found.value("乙方参加人") == "陆知远（事业部总经理）"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_sign(language: str) -> None:
    found = minutes(deal(**BARE), language)
    block = found.tables[-1]
    assert "青岚轨道" in block[0][0]
    assert "云岭控制" in block[0][1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_round_leaves_no_hole(language: str) -> None:
    found = minutes(deal(**BARE), language)
    assert (found.hollow, found.silent) == ([], set())


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_minutes_are_a_page(name: str, language: str) -> None:
    of = sample(name)
    assert of.negotiation is not None
    for item, _ in enumerate(of.negotiation.rounds):
        pdf = office.lay_out(minutes(of, language, item).data, "minutes.docx").pdf
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_needs_are_what_is_printed_whatever_was_discussed(language: str) -> None:
    found = {name for name in always(template("minutes", language).fields())}
    printed = {name for name in found if name.split(".")[0] != "round"}
    assert printed | {"negotiation.rounds"} == set(deliverable("minutes").says.needs)
