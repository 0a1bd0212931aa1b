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
