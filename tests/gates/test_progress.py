"""The stage that a deal says it is in, beside the key nodes that it has reached."""

import pytest


def codes(found):
    return [code for code, _ in found if code.startswith("NODE")]


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("开发", 0),
        ("立项", 0),
        ("提案", 1),
        ("招投标", 2),
        ("谈判", 3),
        ("实施", 4),
        ("赢单", 4),
        ("丢单", 0),
    ],
)
def test_a_later_stage_needs_the_key_nodes_before_it(broken, informed, stage, told):
    assert codes(broken(informed.replace("开发", stage))) == ["NODE001"] * told


def test_the_message_names_stage_and_node_and_all_that_is_missing(judge, informed):
    text = (
        informed.replace("开发", "立项")
        .replace("  source: 设备处处长\n", "")
        .replace("  reliability: A\n", "")
    )
    [finding] = [f for f in judge(text) if f.code == "NODE001"]
    assert (finding.path, finding.severity.value) == ("opportunity.stage", "warning")
    assert (
        finding.message.zh == "销售阶段为“2立项”，但关键节点“准确的项目信息”还没有达成，缺：信息来源、可信度"
    )


def test_a_deal_that_says_no_stage_is_asked_nothing(broken):
    assert codes(broken("opportunity: {id: P-1, name: a}")) == []
