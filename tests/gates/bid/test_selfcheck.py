"""The price list, checked as agencies check it."""

import pytest

HEAD = "opportunity: {id: P, name: a, procurement_method: %s, regime: %s}\n"
WORKS, GOODS = "标准施工招标文件（2007）", "标准设备采购招标文件（2017）"


def deal(*lines, regime=WORKS, method="公开招标"):
    rows = ", ".join(f"{{{line}}}" for line in lines)
    return HEAD % (method, regime) + f"quote: {{tax_rate: 0%, items: [{rows}]}}"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("name: 交换机, model: A, quantity: 9, unit_price: 12000", 0),
        ("name: 交换机, model: A, quantity: 9, unit_price: 12500", 1),
        ("name: 交换机, model: a, quantity: 9, unit_price: 12000, discount: 5%", 1),
        ("name: 交换机, model: B, quantity: 9, unit_price: 12500", 0),
    ],
)
def test_what_is_the_same_has_one_price(paths, other, told):
    text = deal("name: 交换机, model: A, quantity: 1, unit_price: 12000", other)
    assert paths("BID161", text) == ["quote.items[1].unit_price"] * told


@pytest.mark.parametrize(
    ("regime", "line", "found"),
    [
        (WORKS, "quantity: 1, unit_price: 5", None),
        (WORKS, "quantity: 1, unit_price: 0", "unit_price"),
        (GOODS, "quantity: 1, unit_price: 0", None),
        (GOODS, "quantity: 0, unit_price: 5", "quantity"),
    ],
)
def test_each_item_has_price_and_quantity(paths, regime, line, found):
    text = deal(f"name: 调试费, {line}", regime=regime)
    assert paths("BID162", text) == ([f"quote.items[0].{found}"] if found else [])
    assert paths("BID162", text.replace("公开招标", "单一来源")) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (120, 121, []),
        (130, 110, []),  # the whole is at 1.2 of cost: 1.08 and 0.92 of it
        (160, 90, [0, 1]),  # the whole at 1.25: 1.28 and 0.72
    ],
)
def test_no_line_is_out_of_line_with_the_others(judge, one, other, found):
    lines = (f"name: x{price}, quantity: 1, unit_price: {price}, unit_cost: 100" for price in (one, other))
    told = [each for each in judge(deal(*lines)) if each.code == "BID163"]
    assert [each.path for each in told] == [f"quote.items[{index}].unit_price" for index in found]
    assert not any("100" in each.message.zh + each.hint.zh for each in told)  # the cost stays secret
