"""References in formulas: what is one, and what is not."""

import pytest

from kadocs.render.excel import references
from kadocs.render.excel.references import Reference


def told(formula):
    return [(token.sheet, *token.spans) for token in references.read(formula) if isinstance(token, Reference)]


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("A1+$B$2", [("", (1, 1), (1, 1)), ("", (2, 2), (2, 2))]),
        ("SUM(C5:C9)", [("", (5, 9), (3, 3))]),
        ("SUM(A:B,$3:$4)", [("", None, (1, 2)), ("", (3, 4), None)]),
        ("报价!D14+'a b''c'!A1", [("报价", (14, 14), (4, 4)), ("a b'c", (1, 1), (1, 1))]),
        ("[1]S!A1", [("[1]S", (1, 1), (1, 1))]),
        ("LOG10(A1)", [("", (1, 1), (1, 1))]),
        ("A1#", [("", (1, 1), (1, 1))]),
        ("XFD1048576", [("", (1_048_576, 1_048_576), (16_384, 16_384))]),
        ("C9:A2", [("", (2, 9), (1, 3))]),
    ],
)
def test_references_are_told_from_the_rest(formula, found):
    assert told(formula) == found


@pytest.mark.parametrize(
    "formula",
    [
        *(
            '"A1 and B2"',
            "Table1[Amount]",
            "Table1[[#All],[A1]]",
            "my.A1",
            "A1B",
            "XFE1",
            "A1048577",
            "#REF!",
        ),
        *("1E5", "S!#REF!", "IF(TRUE,1,2)", "_xlfn.CONCAT(1,2)", "LOG10(5)"),
    ],
)
def test_what_looks_like_a_reference_stays(formula):
    assert told(formula) == []
    assert "".join(map(str, references.read(formula))) == formula


@pytest.mark.parametrize(
    ("formula", "copied"),
    [("A1+$B$2+C$3+$D4", "B3+$B$2+D$3+$D6"), ("SUM(A1:A3)", "SUM(B3:B5)"), ("A:A+1:1", "B:B+3:3")],
)
def test_a_copied_formula_moves_what_is_relative(formula, copied):
    assert references.shifted(references.read(formula), 2, 1) == copied


def test_a_formula_copied_beyond_the_sheet_says_so():
    assert references.shifted(references.read("A1"), -1, 0) == "#REF!"


@pytest.mark.parametrize(
    ("name", "prefix"), [("报价", "报价!"), ("My list", "'My list'!"), ("A1", "'A1'!"), ("it's", "'it''s'!")]
)
def test_a_sheets_name_is_quoted_where_it_must_be(name, prefix):
    assert references.sheet_prefix(name) == prefix
