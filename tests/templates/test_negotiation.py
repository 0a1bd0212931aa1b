"""商务谈判表 on paper: limits, concessions and margins, for the negotiators and nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.figures import numbers
from kadocs.figures.money import Money
from kadocs.model import Audience, Deal
from kadocs.model.negotiation import Negotiation
from tests.templates.printed import DEALS, LANGUAGES, Document, W, deal, deliverable, document, sample

OUTPUT = next(
    at
    for at, output in enumerate(deliverable("negotiation").says.outputs)
    if str(output.template.zh).endswith(".docx")
)
BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
}
LIMITS = {"walk_away": "900万元", "their_limit": "950万元"}


def sheet(of: Deal, language: str = "zh") -> Document:
    return document("negotiation", of, language, output=OUTPUT)


def negotiated(language: str = "zh", **fields: Any) -> Document:
    return sheet(deal(**BARE, negotiation={"opening_price": "1000万元"} | fields), language)


def negotiation(name: str) -> Negotiation:
    found = sample(name).negotiation
    assert found is not None
    return found


def shown(amount: Money | None) -> str:
    return "—" if amount is None else numbers.grouped(amount.amount, 2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_an_issue_has_ideal_target_and_walk_away_and_their_side(name: str, language: str) -> None:
    rows = sheet(sample(name), language).table("理想" if language == "zh" else "Ideal")
    assert [(row[1], *row[5:11]) for row in rows] == [
        (x.topic, x.ideal, x.target, x.walk_away, x.their_open, x.their_limit_est, x.trade)
        for x in negotiation(name).issues
    ]


@pytest.mark.parametrize("name", DEALS)
def test_each_concession_comes_with_step_discount_and_margin_as_the_model_has_them(name: str) -> None:
    rows = sheet(sample(name)).table("让步额")
    assert [row[:6] for row in rows] == [
        [
            str(step.round),
            shown(step.price),
            shown(step.step),
            *(numbers.percent(each, 2) for each in (step.step_share, step.discount, step.margin) if each),
        ]
        for step in negotiation(name).concession_steps
    ]


@pytest.mark.parametrize("name", DEALS)
def test_the_financing_costs_are_the_models(name: str) -> None:
    of = negotiation(name)
    *rows, total = sheet(sample(name)).table("我方资金成本")
    costs = [[shown(cost.ours), shown(cost.theirs), shown(cost.difference)] for cost in of.financing_costs]
    assert [row[5:] for row in rows] == costs
    assert total[5:7] == [shown(of.our_financing), shown(of.their_financing)]


@pytest.mark.parametrize(("limit", "said"), [("950万元", "有成交区间"), ("850万元", "没有成交区间")])
def test_a_range_in_which_nothing_can_be_agreed_is_said(limit: str, said: str) -> None:
    [verdict] = negotiated(balance=LIMITS | {"their_limit": limit}).styled("Verdict")
    assert verdict.startswith(said)


@pytest.mark.parametrize("name", DEALS)
def test_the_waterfall_ends_in_the_pocket_price(name: str) -> None:
    of, found = sample(name).quote, sheet(sample(name))
    assert of is not None
    assert [row[0] for row in found.table("价格环节")] == [step.step for step in of.waterfall]
    [said] = found.styled("Amount")
    assert shown(of.pocket_price) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_it_has_its_five_charts_in_eight_chapters(name: str, language: str) -> None:
    found = sheet(sample(name), language)
    assert len(found.headings) == 8
    assert len(found.styled("FigureCaption")) == 5
    assert found.hollow == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_vanishes_with_its_chapter(language: str) -> None:
    found = negotiated(language)
    assert found.headings == {"zh": ["谈判概要"], "en": ["Summary"]}[language]
    assert (found.hollow, found.silent) == ([], set())


@pytest.mark.parametrize(("regime", "told"), [("企业招标", True), ("国际招标", False)])
def test_in_a_tender_under_chinese_law_it_says_what_may_not_be_negotiated(regime: str, told: bool) -> None:
    of = BARE["opportunity"] | {"procurement_method": "公开招标", "regime": regime}
    found = sheet(deal(**BARE | {"opportunity": of}, negotiation={"opening_price": "1000万元"}))
    assert any("第四十三条" in note for note in found.styled("TableNote")) is told


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_secret_on_every_page_and_landscape(language: str) -> None:
    assert deliverable("negotiation").says.audience is Audience.SECRET
    found = negotiated(language)
    mark = "机密" if language == "zh" else "SECRET"
    heads = [part.decode() for name, part in found.parts.items() if name.startswith("word/header")]
    assert heads and all(f'string="{mark}"' in head for head in heads)
    assert {size.get(f"{W}orient") for size in found.body.iter(f"{W}pgSz")} == {"landscape"}
