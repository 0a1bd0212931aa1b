"""Everyone agreed before the signature, the seal came after."""

from datetime import date

import pytest

HEAD = "contract: {signed_on: 2027-01-15, review: {%s}}"
LATER = date(2027, 1, 15)
EARLIER = date(2027, 1, 14)


@pytest.mark.parametrize(
    ("review", "today", "told"),
    [
        ("reviewers: [{post: 法务, opinion: 同意}]", LATER, 0),
        ("conclusion: 可签", LATER, 1),
        ("conclusion: 可签", EARLIER, 0),
        ("seals: [{seal: 公章, applied_by: 甲, approved_by: 乙}]", EARLIER, 1),
    ],
)
def test_a_signed_contract_was_reviewed(paths, review, today, told):
    assert paths("NEG060", HEAD % review, today) == ["contract.signed_on"] * told


@pytest.mark.parametrize(
    ("reviewer", "today", "found"),
    [
        ("opinion: 同意, date: 2027-01-15", LATER, []),
        ("opinion: 有条件, date: 2027-01-14", LATER, []),
        ("opinion: 不同意", EARLIER, ["opinion"]),
        ("name: 甲", LATER, ["opinion"]),
        ("name: 甲", EARLIER, []),
        ("opinion: 同意, date: 2027-01-16", EARLIER, ["date"]),
    ],
)
def test_all_agree_before_the_signature(paths, reviewer, today, found):
    text = HEAD % f"reviewers: [{{post: 法务, {reviewer}}}]"
    assert paths("NEG061", text, today) == [f"contract.review.reviewers[0].{name}" for name in found]


@pytest.mark.parametrize(("day", "told"), [("2027-01-14", 0), ("2027-01-13", 1)])
def test_the_seal_comes_after_the_review(paths, day, told):
    text = HEAD % (
        "reviewers: [{post: 商务, opinion: 同意, date: 2027-01-12},"
        " {post: 法务, opinion: 同意, date: 2027-01-14}], "
        f"seals: [{{seal: 公章, applied_by: 甲, approved_by: 乙, date: {day}}}]"
    )
    assert paths("NEG062", text) == ["contract.review.seals[0].date"] * told


@pytest.mark.parametrize(
    ("seal", "told"),
    [
        ("applied_by: 甲, approved_by: 乙", 0),
        ("approved_by: 乙", 0),
        ("applied_by: 甲, approved_by: 甲", 1),
        ("applied_by: 甲", 1),
    ],
)
def test_nobody_approves_his_own_request(paths, seal, told):
    text = HEAD % f"seals: [{{seal: 公章, {seal}}}]"
    assert paths("NEG063", text) == ["contract.review.seals[0].approved_by"] * told


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("signatory: 沈屹川", 0),
        ("signatory: 陆知远, authority: SQ-1", 0),
        ("signatory: 陆知远", 1),
        ("authority: SQ-1", 0),
    ],
)
def test_who_signs_is_authorised(paths, review, told):
    text = "vendor: {legal_rep: 沈屹川}\n" + HEAD % review
    assert paths("NEG064", text) == ["contract.review.authority"] * told
