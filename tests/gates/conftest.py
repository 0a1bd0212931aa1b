"""A deal in a few lines of YAML, and what the rules say of it."""

from collections.abc import Callable
from datetime import date

import pytest

from kadocs import gates
from kadocs.findings import Finding
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

Judge = Callable[..., list[Finding]]

INFORMED = """
account: {name: 青岚轨道}
opportunity:
  id: P-1
  name: 2 号线改造
  stage: 开发
  budget: 100万元
  fund_status: 已批预算
  procurement_method: 企业自主
  expected_sign: 2027-01-15
  source: 设备处处长
  reliability: A
  verified_on: 2026-11-16
"""


@pytest.fixture
def judge() -> Judge:
    """The findings of all rules about the deal that a text describes, on 20 November 2026."""

    def judged(text: str, today: date = date(2026, 11, 20), **options: bool) -> list[Finding]:
        tree = parse(text, "deal.yaml")
        deal, findings = check(Deal, tree)
        assert deal is not None, findings
        return gates.check(deal, tree, gates.families(), today, **options)

    return judged


@pytest.fixture
def broken(judge: Judge) -> Callable[..., list[tuple[str, int | None]]]:
    """Code and line of each finding."""
    return lambda text, *args, **kw: [(f.code, f.place.line) for f in judge(text, *args, **kw)]


@pytest.fixture
def paths(judge: Judge) -> Callable[..., list[str]]:
    """The fields about which the rule of a code finds something."""
    return lambda code, text, *args, **kw: [f.path for f in judge(text, *args, **kw) if f.code == code]


@pytest.fixture
def informed() -> str:
    """A deal of the first stage with accurate project information."""
    return INFORMED
