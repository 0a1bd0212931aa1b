"""What was contracted, what arrived, what was handed over."""

import pytest


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("contract_quantity: 28, quantity: 28", 0),
        ("contract_quantity: 28, quantity: 27", 1),
        ("contract_quantity: 28, quantity: 29", 1),
        ("contract_quantity: 28, quantity: 27, note: 变更 BG-02 取消 1 台", 0),
        ("contract_quantity: 28", 0),
    ],
)
def test_a_difference_is_explained(paths, row, told):
    text = f"delivery: {{deliverables: [{{name: 防火墙, {row}}}]}}"
    assert paths("DELV010", text) == ["delivery.deliverables[0].quantity"] * told


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["quantity: 52"], []),
        (["quantity: 51"], []),
        (["quantity: 53"], [0]),
        (["quantity: 26", "quantity: 26"], []),
        (["quantity: 26", "quantity: 28"], [1]),
        (["quantity: 50, model: A", "quantity: 50, model: B"], []),
    ],
)
def test_no_more_arrives_than_was_contracted(paths, rows, found):
    lines = ", ".join(f"{{item: 服务器, contract_quantity: 52, {row}}}" for row in rows)
    text = f"delivery: {{arrivals: [{lines}]}}"
    assert paths("DELV011", text) == [f"delivery.arrivals[{index}].quantity" for index in found]
