"""Contract, changes, payments, retention."""

import pytest

GOVERNMENT = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: 政府采购货物}\n"
CHANGES = (
    "changes: [{no: 1, content: a, amount: 200, approved_by: 甲},"
    " {no: 2, content: b, amount: -50, approved_by: 甲}]"
)


@pytest.mark.parametrize(
    ("settlement", "found"),
    [
        ("contract_amount: 1000, changes_amount: 150", []),
        ("paid: 5", []),
        ("contract_amount: 1001", ["contract_amount"]),
        ("changes_amount: 200", ["changes_amount"]),
    ],
)
def test_the_settlement_is_contract_and_changes(paths, settlement, found):
    text = f"contract: {{amount: 1000}}\ndelivery: {{{CHANGES}, settlement: {{{settlement}}}}}"
    assert paths("DELV040", text) == [f"delivery.settlement.{field}" for field in found]


@pytest.mark.parametrize(
    ("settlement", "told"),
    [
        ("paid: 800, due_now: 170, retention: 30", 0),
        ("paid: 800, due_now: 100", 0),
        ("paid: 800, due_now: 200, retention: 30", 1),
        ("paid: 1000.01", 1),
    ],
)
def test_no_more_is_paid_than_settled(paths, settlement, told):
    text = f"contract: {{amount: 1000}}\ndelivery: {{settlement: {{{settlement}}}}}"
    assert paths("DELV041", text) == ["delivery.settlement.paid"] * told


@pytest.mark.parametrize(("amount", "told"), [("100", 0), ("100.01", 1), ("-500", 0)])
def test_government_supplements_are_at_most_a_tenth(paths, amount, told):
    text = f"contract: {{amount: 1000, supplements: [{{no: 1, amount: {amount}}}]}}"
    assert paths("DELV042", GOVERNMENT + text) == ["contract.supplements"] * told
    assert paths("DELV042", text) == []


@pytest.mark.parametrize(("retention", "told"), [("30", 0), ("30.01", 1)])
@pytest.mark.parametrize(
    ("works", "counts"),
    [
        ("contract: {amount: 1000, type: 建设工程合同}", True),
        ("opportunity: {id: P, name: a, regime: 标准施工招标文件（2007）}\ncontract: {amount: 1000}", True),
        ("contract: {amount: 1000, type: 系统集成合同}", False),
    ],
)
def test_the_retention_of_works_is_at_most_three_per_cent(paths, works, counts, retention, told):
    text = f"{works}\ndelivery: {{settlement: {{retention: {retention}}}}}"
    assert paths("DELV043", text) == ["delivery.settlement.retention"] * (told * counts)


@pytest.mark.parametrize(
    ("supplements", "told"),
    [("[{no: 1, amount: 150}]", 0), ("[{no: 1, amount: 200}]", 1), ("[]", 1)],
)
def test_changes_are_covered_by_supplements(paths, supplements, told):
    text = f"contract: {{amount: 1000, supplements: {supplements}}}\ndelivery: {{{CHANGES}}}"
    assert paths("DELV044", text) == ["delivery.changes"] * told


def test_changes_of_no_amount_need_no_supplement(paths):
    assert (
        paths("DELV044", "delivery: {changes: [{no: 1, content: a, amount: 0}, {no: 2, content: b}]}") == []
    )


@pytest.mark.parametrize(("change", "told"), [("approved_by: 甲", 0), ("amount: 5", 1)])
def test_changes_are_approved(paths, change, told):
    text = f"delivery: {{changes: [{{no: 1, content: a, {change}}}]}}"
    assert paths("DELV045", text) == ["delivery.changes[0].approved_by"] * told
