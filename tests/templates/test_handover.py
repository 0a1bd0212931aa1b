"""交接单: what sales hands over to delivery, and above all what it promised."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs import office
from kadocs.model import Deal
from tests.templates.laid_out import together
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, document, sample, secrets

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "contacts": [{"name": "秦朗"}],
    "contract": {"number": "HT-1", "amount": "CNY 1130000"},
}


def handover(of: Deal, language: str = "zh") -> Document:
    return document("handover", of, language)


def promised(*promises: dict[str, str]) -> Document:
    return handover(deal(**BARE, delivery={"promises": promises}))


def test_a_promise_says_who_promised_what_to_whom_where_and_what_may_go_wrong() -> None:
    promise = {
        "promise": "总监到场",
        "by": "陆知远",
        "to": "秦朗",
        "date": "2026-11-09",
        "source": "会议纪要 21",
        "in_contract": "否",
        "owner": "韩彻",
        "due": "2027-06-04",
        "risk": "总监排期紧",
    }
    assert promised(promise).table("兑现") == [
        [
            "1",
            "总监到场依据：会议纪要 21风险：总监排期紧",
            "陆知远 对 秦朗2026-11-09",
            "否",
            "韩彻2027-06-04",
            "—",
        ]
    ]


def test_promises_beside_the_contract_and_not_kept_are_counted() -> None:
    kept = {"promise": "甲", "in_contract": "是", "kept": "是"}
    open_ = {"promise": "乙", "in_contract": "否"}
    said = promised(kept, open_).text
    assert "共2项承诺，其中1项没有写入合同，1项尚未兑现" in said


def test_without_promises_sales_confirms_that_there_are_none() -> None:
    assert "合同之外没有对客户作过任何承诺" in promised().text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_questions_papers_and_exclusions_are_handed_over(name: str, language: str) -> None:
    of, said = sample(name), handover(sample(name), language).text
    assert of.delivery is not None
    note = of.delivery.handover
    assert note is not None
    told = [
        *note.exclusions,
        *(each.question for each in note.questions),
        *(each.paper for each in note.papers),
    ]
    assert told
    assert [text for text in told if text not in said] == []


@pytest.mark.parametrize("name", DEALS)
def test_each_payment_comes_with_what_triggers_it(name: str) -> None:
    contract = sample(name).contract
    assert contract is not None
    rows = handover(sample(name)).table("触发条件")
    assert [row[3] for row in rows[:-1]] == [part.trigger for part in contract.instalments]
    assert contract.amount is not None
    assert rows[-1][1:3] == ["100%", f"{contract.amount.amount:,.2f}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_deal_leaves_no_hole(language: str) -> None:
    found = handover(deal(**BARE), language)
    assert found.hollow == []
    assert found.silent <= {"SectionEnd", "CoverDate"}
    for vanished in ("风险", "未决事项", "移交资料", "Risks", "Open questions", "Papers handed over"):
        assert vanished not in found.headings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_what_only_the_negotiators_may_know_stays_with_them(name: str, language: str) -> None:
    said = handover(sample(name), language).text
    assert [secret for secret in secrets(sample(name)) if secret in said] == []


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("zh", ("移交：客户经理", "接收：交付经理")),
        ("en", ("Sales: account manager", "Delivery: manager")),
    ],
)
@pytest.mark.parametrize("name", DEALS)
def test_sales_and_delivery_sign_on_one_page(name: str, language: str, rows: tuple[str, ...]) -> None:
    assert together(handover(sample(name), language), *rows)
