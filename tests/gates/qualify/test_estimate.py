"""Price, costs and cash."""

import pytest


def estimate(*parts):
    return f"approval: {{estimate: {{{', '.join(parts)}}}}}"


COSTS = "costs: [{group: 采购, name: a, amount: 700}, {group: 费用, name: b, amount: 100}]"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("quantity: 3, unit_cost: 33.333, amount: 100.00", 0),
        ("quantity: 3, unit_cost: 33.333, amount: 99.99", 1),
        ("amount: 99.99", 0),
        ("quantity: 3, unit_cost: 33.333", 0),
    ],
)
def test_a_line_is_quantity_times_unit_cost(paths, row, told):
    text = estimate(f"costs: [{{group: 人工, name: a, {row}}}]")
    assert paths("QUAL022", text) == ["approval.estimate.costs[0].amount"] * told


@pytest.mark.parametrize(
    ("prices", "told"),
    [
        ("price: 1130, tax_rate: 13%, net_price: 1000", 0),
        ("price: 1130, tax_rate: 13%, net_price: 1001", 0),
        ("price: 1130, tax_rate: 13%, net_price: 1001.01", 1),
        ("price: 1130, tax_rate: 13%, net_price: 1130", 1),
        ("price: 1130, net_price: 1040", 0),
        ("price: 1130, net_price: 1131", 1),
        ("price: 1130, tax_rate: 13%", 0),
    ],
)
def test_price_rate_and_net_price_agree(paths, prices, told):
    assert paths("QUAL023", estimate(prices)) == ["approval.estimate.net_price"] * told


@pytest.mark.parametrize(
    ("received", "told"), [(("500", "630"), 0), (("500", "600"), 1), (("500", "630.01"), 1), ((), 0)]
)
def test_what_comes_in_is_the_price(paths, received, told):
    months = ", ".join(f"{{month: 2027-0{n + 1}, inflow: {each}}}" for n, each in enumerate(received))
    text = estimate("price: 1130", f"cash_flow: [{months}]")
    assert paths("QUAL024", text) == ["approval.estimate.cash_flow"] * told


@pytest.mark.parametrize(
    ("paid", "told"),
    [("800", 0), ("799.99", 1), ("1084", 0), ("1084.01", 1)],
)
def test_what_goes_out_is_the_cost_and_what_is_paid_beside(paths, paid, told):
    # 800 of costs with 13 % on it, 130 of output tax, and 50 of overhead
    cash = f"cash_flow: [{{month: 2027-01, outflow: {paid}}}]"
    text = estimate("price: 1130, tax_rate: 13%, overhead: 50", COSTS, cash)
    assert paths("QUAL025", text) == ["approval.estimate.cash_flow"] * told


def test_without_a_price_only_too_little_is_told(paths):
    low, high = (f"cash_flow: [{{month: 2027-01, outflow: {paid}}}]" for paid in (700, 9000))
    assert paths("QUAL025", estimate(COSTS, low)) == ["approval.estimate.cash_flow"]
    assert paths("QUAL025", estimate(COSTS, high)) == []
