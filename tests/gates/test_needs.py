"""What a document cannot do without."""

import pytest

from kadocs import gates
from kadocs.findings import Finding, Text, blocks
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

PROPOSAL = Text("解决方案建议书", "solution proposal")
DEAL = """
account:
  name: 青岚
opportunity: {id: P-1, name: 升级}
solution:
  overview: ~
"""


def absent(name: str, **options: object) -> list[Finding]:
    tree = parse(DEAL, "deal.yaml")
    deal, _ = check(Deal, tree)
    assert deal
    return gates.absent(deal, tree, [name], PROPOSAL, **options)


@pytest.mark.parametrize("name", ["account.name", "opportunity", "language"])
def test_what_is_there_is_not_missed(name):
    assert absent(name) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("vendor.legal_name", 2),  # no such section: the beginning of the deal
        ("account.address", 2),  # no such field: its section
        ("solution.overview", 6),  # left blank: the field
        ("solution.goals", 5),
        ("solution.summary.challenge", 5),
        ("contacts", 2),
        ("solution.gantt", 5),  # worked out
    ],
)
def test_what_is_missing_is_told_at_its_nearest_parent(name, line):
    [finding] = absent(name)
    assert (finding.code, finding.place.line, finding.path) == ("NEED001", line, name)
    assert "解决方案建议书" in finding.message.zh


def test_the_hint_says_where_to_write_it():
    [finding] = absent("account.address")
    assert finding.hint.zh == "请在 YAML 的 account.address 处，或 Excel“客户信息”部分的“客户地址”中填写"
    assert "“Account”" in finding.hint.en


def test_what_could_not_be_read_is_not_missing_too():
    assert absent("account.address", damaged=[("account",)]) == []
    assert len(absent("account.address", damaged=[("account", "phone")])) == 1


def test_a_draft_only_warns():
    assert not blocks(absent("vendor.legal_name", draft=True))
