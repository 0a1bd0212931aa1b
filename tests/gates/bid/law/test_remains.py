"""What an old bid leaves behind in a new one."""

from datetime import date

import pytest

from kadocs import gates
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

DAY = date(2026, 11, 20)
HEAD = """
account: {name: 青岚轨道集团有限公司, short_name: 青岚轨道}
opportunity: {id: P-1, name: a}
tender: {number: QL-2026-118, buyer: 青岚轨道集团有限公司}
"""


def told(text, others=("北城地铁公司", "轨道")):
    tree = parse(HEAD + text, "deal.yaml")
    deal, _ = check(Deal, tree)
    found = gates.check(deal, tree, ["BID"], DAY, others=others)
    return [each.path for each in found if each.code == "BID057"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bid: {supplement: 我们承诺按期交货}", []),
        ("bid: {supplement: 我们为北城地铁公司驻站服务}", ["bid.supplement"]),
        ("bid: {supplement: 青岚轨道的服务承诺}", []),  # the shorter name is part of ours
        ("qualifications: {projects: [{name: x, buyer: 北城地铁公司, disclose: 是}]}", []),
        ("account: {profile: x}\nbid: {supplement: 编号 QL-2025-042 的承诺}", ["bid.supplement"]),
        ("bid: {supplement: 编号 QL-2026-118 的承诺}", []),
        ("bid: {supplement: 型号 QL-20-118}", []),
    ],
)
def test_no_other_customer_and_no_other_number_is_left_in_the_bid(text, found):
    assert told(text.replace("account: {profile: x}\n", "")) == found


def test_without_names_of_others_only_numbers_are_looked_for():
    assert told("bid: {supplement: 我们为北城地铁公司驻站服务}", others=()) == []
