"""条款确认单: what both sides agreed, signed by both, and nothing of what either wanted."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs import office, plan
from kadocs.model import Deal
from tests.templates.laid_out import pages, together
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, deliverable, document, sample, secrets

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
}
AGREED = {"topic": "付款", "status": "已达成", "result": "30 日内支付", "agreed_in": "2"}
DISPUTED = {"topic": "价格", "status": "分歧", "result": "各让一步", "walk_away": "1980万元"}
ROUNDS = [{"no": "1", "date": "2027-01-11"}, {"no": "2", "date": "2027-01-13"}]


def terms(of: Deal, language: str = "zh") -> Document:
    return document("terms", of, language)


def negotiated(**fields: Any) -> Document:
    return terms(deal(**BARE, negotiation={"rounds": ROUNDS, "issues": [AGREED, DISPUTED]} | fields))


def test_only_what_is_agreed_stands_in_it_with_its_round_and_day() -> None:
    found = negotiated()
    assert found.table("双方一致的条款") == [["1", "付款", "30 日内支付", "第2轮2027-01-13"]]
    for hidden in ("价格", "各让一步", "1980"):
        assert hidden not in found.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_every_agreed_term_is_there_to_the_letter(name: str, language: str) -> None:
    of = sample(name)
    assert of.negotiation is not None
    head = "双方一致的条款" if language == "zh" else "As agreed by both parties"
    rows = [row[1:3] for row in terms(of, language).table(head)]
    assert rows == [[term.topic, term.result] for term in of.negotiation.agreed_terms]


def test_the_price_is_said_in_figures_and_in_capitals() -> None:
    said = terms(sample("rail-iscs")).text
    assert "¥20,968,900.00（大写：人民币贰仟零玖拾陆万捌仟玖佰元整）" in said
    assert "不含税价¥18,744,715.67，税额¥2,224,184.33" in said


def test_the_price_in_english_is_said_in_words() -> None:
    said = terms(sample("chem-dcs"), "en").text
    assert "Euros Four Million Nine Hundred Forty-Eight Thousand Nine Hundred Only" in said


def test_it_says_that_it_is_not_the_contract() -> None:
    assert "不是合同，也不代替合同" in negotiated().text
    assert "It is not the contract" in terms(deal(**BARE), "en").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_positions_limits_and_trades_stay_at_home(name: str, language: str) -> None:
    of = sample(name)
    assert of.negotiation is not None
    hidden = secrets(of)
    for issue in of.negotiation.issues:
        hidden |= {text for text in (issue.trade, issue.their_open) if text}
    for who in of.negotiation.counterparts:
        hidden |= {text for text in (who.authority, who.style) if text}
    for line in of.negotiation.record:
        hidden |= {text for text in (line.our_statement, line.their_statement) if text}
    said = terms(of, language).text
    assert [text for text in hidden if text in said] == []


@pytest.mark.parametrize(("status", "files"), [("分歧", 0), ("已达成", 1)])
def test_where_nothing_is_agreed_there_is_nothing_to_confirm(status: str, files: int) -> None:
    of = deal(**BARE, negotiation={"issues": [AGREED | {"status": status}]})
    jobs = plan.jobs([(plan.Subject("a", of), deliverable("terms"))]).jobs
    assert sum(len(job.files) for job in jobs) == files


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_vanishes_with_its_heading(language: str) -> None:
    found = terms(deal(**BARE), language)
    assert (found.hollow, found.silent) == ([], set())
    assert len(found.styled("Label")) == 2  # what it is, and who confirms it


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_it_is_at_most_three_pages_and_both_sign_on_one(name: str, language: str) -> None:
    of, found = sample(name), terms(sample(name), language)
    assert len(pages(found)) <= 3
    assert of.contract is not None
    buyer, seller = of.contract.buyer or "", of.contract.seller or ""
    sign = "代表（签字）：" if language == "zh" else "Signature and date:"
    assert together(found, buyer, seller, sign, "（盖章）" if language == "zh" else "company stamp")
