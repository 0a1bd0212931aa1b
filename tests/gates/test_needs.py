"""What a document cannot do without."""

import pytest

from kadocs import gates
from kadocs.findings import Finding, Text, blocks
from kadocs.gates import needs
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


@pytest.mark.parametrize(
    ("name", "line", "words", "hint"),
    [
        ("account.address", 2, "客户地址", "account.address"),
        ("requirements[1].response", 2, "第 2 条的“响应”", "requirements[1].response"),
        ("solution.goals", 5, "建设目标", "solution.goals"),
        ("quote.total", 2, "含税总价", "“报价清单”（quote.items）"),
        ("quote.valid_until", 2, "报价有效期至", "（quote.date）、“报价有效期”（quote.validity_days）"),
        ("solution.revision.version", 5, "版本", "“文档修订”（solution.revisions）"),
    ],
)
def test_a_gap_is_a_warning_at_its_place_in_the_deal_and_names_what_to_fill_in(name, line, words, hint):
    finding = needs.gap(parse(DEAL, "deal.yaml"), name)
    assert (finding.code, finding.place.file, finding.place.line) == ("NEED002", "deal.yaml", line)
    assert finding.path == name
    assert not blocks([finding])
    assert words in finding.message.zh
    assert hint in finding.hint.zh


def test_only_the_open_inputs_of_a_computed_value_are_asked_for():
    tree = parse("quote: {date: 2026-11-20}", "deal.yaml")
    assert "quote.date" not in needs.gap(tree, "quote.valid_until").hint.zh
    assert "quote.validity_days" in needs.gap(tree, "quote.valid_until").hint.zh
