"""合同评审表: what we are about to sign, how it differs from what we offered, and who agrees."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.model import Deal
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, document, sample, secrets

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "contract": {
        "number": "HT-1",
        "buyer": "青岚轨道",
        "seller": "云岭控制",
        "subject": "综合监控系统",
        "amount": "CNY 1130000",
    },
}


def review(of: Deal, language: str = "zh") -> Document:
    return document("contract-review", of, language)


def with_contract(**fields: Any) -> Document:
    return review(deal(**BARE | {"contract": BARE["contract"] | fields}))


@pytest.mark.parametrize("name", DEALS)
def test_the_amounts_are_those_of_the_contract(name: str) -> None:
    found, contract = review(sample(name), "en"), sample(name).contract
    assert contract is not None
    said = {"Amount incl. tax": contract.amount, "Amount excl. tax": contract.net_amount, "Tax": contract.tax}
    for label, amount in said.items():
        assert amount is not None
        assert found.value(label) == f"{amount.currency} {amount.amount:,.2f}"


def test_the_amount_stands_in_capitals_where_it_is_in_yuan() -> None:
    assert review(sample("rail-iscs")).value("大写金额") == "人民币贰仟零玖拾陆万捌仟玖佰元整"
    assert "大写金额" not in review(sample("chem-dcs")).text


def test_the_rate_of_each_part_is_named_and_the_parts_are_added_up() -> None:
    parts = [
        {"part": "设备", "rate": "13%", "amount": "1130000"},
        {"part": "服务", "rate": "6%", "amount": "106000"},
    ]
    found = with_contract(prices=parts, amount="CNY 1236000", currency="CNY")
    assert found.value("税率") == "13%（设备）、6%（服务）"
    assert found.table("组成")[-1] == ["合计", "1,100,000.00", "136,000.00", "1,236,000.00"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_each_difference_says_what_was_bid_what_is_signed_and_who_approved_it(
    name: str, language: str
) -> None:
    contract = sample(name).contract
    assert contract is not None
    assert contract.review is not None
    rows = review(sample(name), language).table("投标（报价）" if language == "zh" else "Bid or quotation")
    words = {"zh": ("否", "是"), "en": ("No", "Yes")}[language]
    assert rows == [
        [x.clause, x.bid, x.contract, x.difference, words[bool(x.substantive)], x.approved_by]
        for x in contract.review.differences
    ]


def test_without_differences_it_says_so() -> None:
    assert "合同与投标（报价）文件没有差异" in with_contract().text


def test_every_department_has_room_to_sign() -> None:
    reviewers = [{"post": "法务", "name": "沈听雪", "opinion": "同意", "date": "2027-01-14"}]
    rows = with_contract(review={"reviewers": reviewers}).table("签字")
    assert rows == [["法务", "沈听雪", "同意", "—", "2027-01-14", ""]]
    assert [row[0] for row in with_contract().table("签字")] == ["商务", "技术", "财务", "法务", "总经理"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_contract_leaves_no_hole(language: str) -> None:
    found = review(deal(**BARE), language)
    assert (found.hollow, found.silent) == ([], set())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_nothing_secret_stands_in_it(name: str, language: str) -> None:
    said = review(sample(name), language).text
    assert [secret for secret in secrets(sample(name)) if secret in said] == []
