"""Our prices beside the tender's own list."""

import pytest

LISTED = (
    "tender: {items: [{no: '1', name: 交换机, unit: 台, quantity: 12},"
    " {no: '2', name: 专用工具, quantity: 1}%s]}"
)
PRICED = "quote: {tax_rate: 0%%, items: [%s]}"
SWITCH, TOOLS = (
    "{no: '1', name: 交换机, unit: 台, quantity: 12, unit_price: 5}",
    "{no: '2', name: 专用工具, quantity: 1, unit_price: 9}",
)


def deal(*lines, more=""):
    return LISTED % more + "\n" + PRICED % ", ".join(lines)


@pytest.mark.parametrize(
    ("code", "lines", "found"),
    [
        ("BID164", (SWITCH, TOOLS), []),
        ("BID164", (TOOLS, SWITCH), []),
        ("BID164", (SWITCH,), ["tender.items[1].name"]),
        ("BID164", (SWITCH.replace("no: '1', ", ""), TOOLS), []),  # by its name
        ("BID165", (SWITCH, TOOLS), []),
        (
            "BID165",
            (SWITCH, TOOLS, "{no: '3', name: 延长质保, quantity: 1, unit_price: 7}"),
            ["quote.items[2].name"],
        ),
        ("BID166", (SWITCH, TOOLS), []),
        ("BID166", (SWITCH.replace("12,", "10,"), TOOLS), ["quote.items[0].quantity"]),
        ("BID166", (SWITCH.replace("台", "套"), TOOLS), ["quote.items[0].unit"]),
        ("BID167", (SWITCH, TOOLS), []),
        ("BID167", (SWITCH, TOOLS.replace("专用工具", "专用工具（含箱）")), []),
        ("BID167", (SWITCH.replace("交换机", "路由器"), TOOLS), ["quote.items[0].name"]),
    ],
)
def test_what_is_missing_added_or_changed_is_told(paths, code, lines, found):
    assert paths(code, deal(*lines)) == found


@pytest.mark.parametrize(("price", "told"), [("500000", 0), ("450000", 1), ("500000.01", 1)])
def test_fixed_amounts_are_left_alone(paths, price, told):
    more = ", {no: '3', name: 暂列金额, fixed_amount: 50万元}"
    line = f"{{no: '3', name: 暂列金额, quantity: 1, unit_price: {price}}}"
    assert paths("BID168", deal(SWITCH, TOOLS, line, more=more)) == ["quote.items[2].unit_price"] * told


@pytest.mark.parametrize("code", ["BID164", "BID165", "BID166", "BID167", "BID168"])
def test_without_a_list_nothing_is_compared(paths, code):
    assert paths(code, PRICED % SWITCH) == []
    assert paths(code, LISTED % "") == []


def test_lines_in_another_order_answer_by_their_names(paths):
    swapped = (SWITCH.replace("'1'", "'2'"), TOOLS.replace("'2'", "'1'"))
    for code in ("BID164", "BID165", "BID166", "BID167"):
        assert paths(code, deal(*swapped)) == []
