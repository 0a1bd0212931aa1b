"""The margin and its floor."""

import pytest

COST = "costs: [{group: 采购, name: a, amount: 700}, {group: 费用, name: b, amount: 100}]"


def approval(floor, more=""):
    money = f"price: 1130, tax_rate: 13%, margin_floor: {floor}, {COST}"
    return f"approval: {{estimate: {{{money}}}, {more}}}\n"


@pytest.mark.parametrize(
    ("floor", "more", "told"),
    [("20%", "", 0), ("20.1%", "", 1), ("28%", "decision: 立项", 0), ("28%", "decision: 不立项", 0)],
)
def test_a_margin_below_its_floor_is_told_while_nothing_is_decided(judge, floor, more, told):
    found = [f for f in judge(approval(floor, more)) if f.code == "QUAL020"]
    assert [f.message.en for f in found] == [f"the margin, 20%, is below the floor of {floor}"] * told


@pytest.mark.parametrize(
    ("floor", "last", "found"),
    [
        ("28%", "name: 甲, opinion: 同意, note: 为进入 3 号线", []),
        ("28%", "name: 甲, opinion: 有条件同意, note: 下不为例", []),
        ("28%", "name: 甲, opinion: 同意", ["approval.approvals[1].note"]),
        ("28%", "name: 甲, note: 再议", ["approval.approvals[1].note"]),
        ("15%", "name: 甲, opinion: 同意", []),
    ],
)
def test_below_the_floor_the_last_approver_agrees_and_says_why(paths, floor, last, found):
    rows = f"approvals: [{{post: 事业部, name: 乙, opinion: 同意, note: a}}, {{post: 总裁, {last}}}]"
    assert paths("QUAL021", approval(floor, f"decision: 立项, {rows}")) == found
    assert paths("QUAL021", approval(floor, f"decision: 不立项, {rows}")) == []


def test_below_the_floor_without_approvals_the_table_is_named(paths):
    assert paths("QUAL021", approval("28%", "decision: 立项")) == ["approval.approvals"]


@pytest.mark.parametrize(
    ("unit_cost", "told"), [("700", 0), ("800", 0), ("698", 1), ("802", 1), ("699.50", 0)]
)
def test_the_lines_cost_what_the_estimate_says_with_or_without_expenses(paths, unit_cost, told):
    item = f"{{name: a, quantity: 1, unit_price: 1130, unit_cost: {unit_cost}}}"
    quote = f"quote: {{status: approved, tax_rate: 13%, items: [{item}]}}"
    assert paths("QUAL026", approval("10%") + quote) == ["approval.estimate.costs"] * told


@pytest.mark.parametrize(("price", "told"), [("1130", 0), ("1129.99", 1), ("1200", 0)])
def test_we_do_not_quote_less_than_was_approved(paths, price, told):
    item = f"{{name: a, quantity: 1, unit_price: {price}}}"
    quote = f"quote: {{status: approved, tax_rate: 13%, items: [{item}]}}"
    assert paths("QUAL027", approval("10%") + quote) == ["approval.estimate.price"] * told
    assert paths("QUAL027", approval("10%") + quote.replace("tax_rate", "currency: USD, tax_rate")) == []
