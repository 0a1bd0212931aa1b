"""Formulas that were never calculated: the simple ones are worked out exactly, all others not guessed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs import sources
from kadocs.findings import Severity
from kadocs.sources.excel.formulas import Formulas
from tests.sources.excel.workbooks import read, said, write

CELLS = {(0, 0): 2.0, (0, 1): 0.1, (0, 2): "服务器", (0, 3): "3", (0, 4): datetime(2026, 1, 1), (0, 5): True}
"""A1 to F1."""


def worth(formula: str, **others: str) -> Decimal | None:
    """What a formula in A2 comes to, beside others in B2, C2, …"""
    formulas = {(1, 0): formula, **{(1, ord(name) - 65): text for name, text in others.items()}}
    return Formulas(formulas, lambda row, column: CELLS.get((row, column), "")).value((1, 0))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("A1*B1", "0.2"),
        ("$A$1+B$1", "2.1"),
        ("0.1+0.2", "0.3"),
        ("1-2-3", "-4"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("12/2/3", "2"),
        ("-A1*-3", "6"),
        ("A1*13%", "0.26"),
        ("A1+Z9", "2"),
        ("SUM(A1:B1)", "2.1"),
        ("SUM(A1:D1)", "2.1"),
        ("SUM(A1, 3, B1:B9)", "5.1"),
        ("SUM(B1:A1)", "2.1"),
        ("PRODUCT(A1:B1,5)", "1"),
        ("PRODUCT(X1:Y9)", "0"),
        ("ROUND(2.675, 2)", "2.68"),
        ("ROUND(-0.125,2)", "-0.13"),
        ("ROUND(A1/3, 0)", "1"),
        (" A1 * ( 1 + B1 ) ", "2.2"),
    ],
)
def test_what_price_lists_are_made_of_is_worked_out_exactly(formula, value):
    assert worth(formula) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "1/0",
        "A1/Z9",
        "C1*2",
        "D1*2",
        "E1+1",
        "SUM(E1:F1)",
        "SUM(A1:A2)",
        "IF(A1>1,1,2)",
        "VLOOKUP(A1,A1:B2,2)",
        "Sheet2!A1",
        "'成本 测算'!A1*2",
        "A1:B1*2",
        "A1^2",
        "A1&B1",
        "SUMIF(A1:B1,2)",
        "ROUND(1.5)",
        "ROUND(1.5,-1)",
        "ROUND(1.5,0.5)",
        "(1+2",
        "1+",
        "1 2",
        "合价*2",
        "LOG10(100)",
        "A1B",
        "1E5",
        "(" * 17 + "1" + ")" * 17,
        "9" * 60,
    ],
)
def test_all_else_is_left_to_excel(formula):
    assert worth(formula) is None


def test_formulas_may_build_on_each_other_but_not_on_themselves():
    assert worth("B2+1", B="C2*2", C="A1") == 5
    assert worth("B2+1", B="A2") is None
    assert worth("SUM(B2:C2)", B="1", C="NOW()") is None


def test_a_running_total_of_any_length_is_worked_out():
    formulas = {(row, 1): f"B{row}+A{row + 1}" for row in range(1, 5000)}
    found = Formulas(formulas, lambda row, column: 1.0 if column == 0 or row == 0 else "")
    assert [found.value(cell) for cell in formulas][-1] == 5000


def test_a_total_above_a_long_chain_is_left_rather_than_followed_without_end():
    formulas = {(row, 0): f"A{row + 2}+1" for row in range(5000)}
    assert Formulas(formulas, lambda row, column: "").value((0, 0)) is None


def test_sums_of_sums_of_long_columns_come_to_an_end():
    formulas = {(row, 1): "SUM(A1:A1048576)" for row in range(5000)}
    found = Formulas(formulas, lambda row, column: 1.0)
    assert [found.value(cell) for cell in formulas][0::4999] == [1048576, None]


@given(st.text("AB12+-*/%(),.: SUMROND", max_size=20))
def test_no_text_breaks_it(formula):
    worth(formula)


NUMBERS = st.decimals(Decimal(-10000), Decimal(10000), places=2)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_it_agrees_with_exact_arithmetic(one, two, three):
    assert worth(f"{one}*({two}-{three})+{two}") == one * (two - three) + two


def test_a_price_list_that_was_never_calculated_is_read_with_a_note(tmp_path):
    rows = [
        ["名称", "数量", "单价", "合价"],
        ["服务器", 3, 99.9, "=B2*C2"],
        ["交换机", 2, 10, "=ROUND(B3*C3,2)"],
        ["合计", None, None, "=SUM(D2:D3)"],
    ]
    loaded = sources.load(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert said(list(loaded.findings)) == [("DATA032", "报价清单")]
    assert loaded.findings[0].severity is Severity.INFO
    assert str(loaded.deal.quote.stated_total.amount) == "319.7"
    assert loaded.deal.quote.total.amount == loaded.deal.quote.stated_total.amount


def test_a_formula_that_is_not_simple_is_still_an_error_at_its_cell(tmp_path):
    rows = [["名称", "数量", "单价"], ["服务器", "=1+1", "=VLOOKUP(A2,A:B,2)"], ["交换机", 1, "=C2*2"]]
    _, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert said(findings, Severity.ERROR) == [("DATA032", "报价清单!C2"), ("DATA032", "报价清单!C3")]
