"""Rows that repeat and rows that come or go, and everything that shifts with them."""

import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table

from tests.render.excel.books import (
    book,
    calculated,
    changed,
    needs_office,
    opened,
    part,
    rendered,
    rows,
    saved,
)

ITEMS = {"items": [{"name": "甲", "n": 2}, {"name": "乙", "n": 3}, {"name": "丙", "n": 4}]}


@pytest.mark.parametrize(
    "cells",
    [
        {"A1": "head", "A2": "{% for i in items %}{{ i.name }}", "B2": "{{ i.n }}{% endfor %}", "A3": "foot"},
        {
            "A1": "head",
            "A2": "{%tr for i in items %}{{ i.name }}{%tr endfor %}",
            "B2": "{{ i.n }}",
            "A3": "foot",
        },
        {
            **{"A1": "head", "A2": "{%tr for i in items %}", "A3": "{{ i.name }}", "B3": "{{ i.n }}"},
            **{"A4": "{%tr endfor %}", "A5": "foot"},
        },
        {
            **{"A1": "head", "B2": "{% for i in items %}", "A3": "{{ i.name }}", "B3": "{{ i.n }}"},
            **{"C4": "{% endfor %}", "A5": "foot"},
        },
    ],
)
def test_rows_repeat_with_tags_in_them_or_in_rows_of_their_own(cells):
    assert rows(rendered(cells, ITEMS)) == [["head"], ["甲", 2], ["乙", 3], ["丙", 4], ["foot"]]


def test_several_rows_repeat_with_the_gap_between_them():
    cells = {"A1": "{% for i in items %}{{ i.name }}", "A3": "{{ i.n }}{% endfor %}", "A4": "foot"}
    assert rows(rendered(cells, {"items": ITEMS["items"][:2]})) == [
        ["甲"],
        [],
        [2],
        ["乙"],
        [],
        [3],
        ["foot"],
    ]


def test_loops_nest():
    cells = {
        **{
            "A1": "{% for g in groups %}",
            "A2": "{{ g.name }}",
            "B3": "{% for x in g.xs %}{{ x }}{% endfor %}",
        },
        **{"C3": "inner {%tr for y in [1] %}{%tr endfor %}", "A4": "{% endfor %}", "A5": "end"},
    }
    data = {"groups": [{"name": "g1", "xs": [1, 2]}, {"name": "g2", "xs": []}]}
    made = rows(rendered(cells, data))
    assert made == [["g1"], [None, "12", "inner "], ["g2"], [None, None, "inner "], ["end"]]


def test_loops_over_rows_nest():
    cells = {
        **{"A1": "{% for g in groups %}", "A2": "{{ g.name }}", "A3": "{% for x in g.xs %}", "A4": "{{ x }}"},
        **{"A5": "{% endfor %}", "A6": "{% endfor %}"},
    }
    data = {"groups": [{"name": "g1", "xs": [1, 2]}, {"name": "g2", "xs": []}, {"name": "g3", "xs": [3]}]}
    assert rows(rendered(cells, data)) == [["g1"], [1], [2], ["g2"], ["g3"], [3]]


@pytest.mark.parametrize(("x", "left"), [(1, ["one"]), (2, ["two"]), (3, ["other"])])
def test_rows_come_or_go_by_conditions(x, left):
    cells = {
        **{"A1": "{% if x == 1 %}", "A2": "one", "A3": "{% elif x == 2 %}", "A4": "two", "A5": "{% else %}"},
        **{"A6": "other", "A7": "{% endif %}", "A8": "end", "A9": "{% if x > 9 %}never", "B9": "{% endif %}"},
    }
    assert rows(rendered(cells, {"x": x})) == [left, ["end"]]


def test_a_row_of_settings_or_remarks_goes_away():
    cells = {"A1": "{% set a = 5 %}", "A2": "{# remark #}", "A3": "{{ a }}"}
    assert rows(rendered(cells)) == [[5]]


FORMULAS = {
    **{"A1": "{{ rate }}", "A3": "open", "E3": 10},
    **{"A4": "{% for i in items %}{{ i.name }}", "B4": "{{ i.n }}", "C4": "=B4*$A$1", "D4": "=SUM(B$4:B4)"},
    **{"E4": "=E3+B4", "F4": "=B4/SUM($B$4:$B$4)", "G4": "=B4+A5", "H4": "{% endfor %}"},
    **{"A5": "=SUM(B4:B4)", "B5": "=SUM(B4)", "C5": "=A5*2+$A$1", "D5": "=AVERAGE(C3:C6)", "A8": "=A5+E3"},
}


def test_formulas_follow_the_rows():
    made = rows(rendered(FORMULAS, {**ITEMS, "rate": 2}))
    assert made[3] == ["甲", 2, "=B4*$A$1", "=SUM(B$4:B4)", "=E3+B4", "=B4/SUM($B$4:$B$6)", "=B4+A7"]
    assert made[5] == ["丙", 4, "=B6*$A$1", "=SUM(B$4:B6)", "=E5+B6", "=B6/SUM($B$4:$B$6)", "=B6+A7"]
    assert made[6] == ["=SUM(B4:B6)", "=SUM(B4:B6)", "=A7*2+$A$1", "=AVERAGE(C3:C8)"]
    assert made[9] == ["=A7+E3"]


@needs_office
def test_formulas_come_to_what_they_should():
    values = calculated(rendered(FORMULAS, {**ITEMS, "rate": 2}))["S"]
    found = [values[cell] for cell in ("C6", "D6", "E6", "F4", "A7", "C7", "A10")]
    assert found == pytest.approx([8, 9, 19, 2 / 9, 9, 20, 19])


@needs_office
def test_a_sum_over_no_rows_is_nothing():
    cells = {"A1": "{% for x in xs %}{{ x }}{% endfor %}", "A2": "{%tr for x in xs %}{{ x }}{%tr endfor %}"}
    cells |= {
        "A3": "=SUM(A2:A2)",
        "B3": "=COUNT(A2)",
        "C3": "=SUM(A2:A3)-A3",
        "D3": "=IF(COUNT(A2)=0,0,AVERAGE(A2))",
    }
    out = rendered(cells, {"xs": []})
    assert "#REF" not in part(out, "xl/worksheets/sheet1.xml")
    assert [calculated(out)["S"][cell] for cell in ("A2", "B2", "D2")] == [0, 0, 0]


def test_formulas_of_other_sheets_follow():
    made = book(
        Data={"A1": "{%tr for x in xs %}{{ x }}{%tr endfor %}", "A2": "=SUM(A1)"},
        Total={"A1": "=Data!A2", "B1": "=SUM(Data!A1:A1,'Data'!$A$1:$B$1)", "C1": "=SUM(Data!A:A)"},
    )
    out = rendered(made, {"xs": [1, 2, 3]})
    assert rows(out, "Total") == [["=Data!A4", "=SUM(Data!A1:A3,Data!$A$1:$B$3)", "=SUM(Data!A:A)"]]


def test_shared_formulas_are_written_out():
    data = saved(
        book({"A1": 1, "B1": "=A1*2", "A2": 2, "B2": "=x", "A3": "{%tr for x in xs %}{{ x }}{%tr endfor %}"})
    )
    shared = changed(
        data,
        {
            "xl/worksheets/sheet1.xml": [
                ("<f>A1*2</f>", '<f t="shared" ref="B1:B2" si="0">A1*2</f>'),
                ("<f>x</f>", '<f t="shared" si="0"/>'),
            ]
        },
    )
    from tests.render.excel.books import template

    assert rows(rendered(template(shared), {"xs": [5]})) == [[1, "=A1*2"], [2, "=A2*2"], [5]]


def full():
    """A sheet with all that hangs on cells, below a loop."""
    made = book(
        {"A1": "{%tr for x in xs %}{{ x }}{%tr endfor %}", "A2": "head", "B2": "h2", "A3": 1, "B3": 2}
    )
    sheet = made["S"]
    sheet.merge_cells("C2:D3")
    sheet.merge_cells("E1:F1")
    sheet.conditional_formatting.add(
        "A1:B1", FormulaRule(formula=["$A1>$A$3"], fill=PatternFill("solid", fgColor="FF0000"))
    )
    check = DataValidation(type="list", formula1="$A$3:$B$3")
    check.add("A1")
    sheet.add_data_validation(check)
    sheet.auto_filter.ref = "A2:B3"
    sheet.print_area = "A1:F3"
    sheet.print_title_rows = "2:2"
    sheet.freeze_panes = "A3"
    sheet["A3"].hyperlink = "https://example.com/"
    sheet["A3"].comment = Comment("note", "kadocs")
    sheet["A1"].comment = Comment("each", "kadocs")
    sheet.row_breaks.append(Break(id=2))
    sheet.row_dimensions[3].height = 40
    made.defined_names["total"] = DefinedName("total", attr_text="S!$A$3")
    return made


def test_all_that_hangs_on_cells_shifts():
    out = rendered(full(), {"xs": [1, 2, 3]})
    sheet = opened(out)["S"]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["C4:D5", "E1:F1", "E2:F2", "E3:F3"]
    [rule] = sheet.conditional_formatting
    assert (str(rule.sqref), rule.rules[0].formula) == ("A1:B3", ["$A1>$A$5"])
    [check] = sheet.data_validations.dataValidation
    assert (str(check.sqref), check.formula1) == ("A1:A3", "$A$5:$B$5")
    assert (sheet.auto_filter.ref, sheet.print_title_rows, sheet.freeze_panes) == ("A4:B5", "$4:$4", "A5")
    assert sheet.print_area == "'S'!$A$1:$F$5"
    assert sheet["A5"].hyperlink.target == "https://example.com/"
    assert [sheet[cell].comment.text for cell in ("A1", "A2", "A3", "A5")] == ["each", "each", "each", "note"]
    assert [each.id for each in sheet.row_breaks.brk] == [4]
    assert sheet.row_dimensions[5].height == 40
    assert opened(out).defined_names["total"].attr_text == "S!$A$5"


def test_what_hung_on_rows_that_went_is_gone():
    sheet = opened(rendered(full(), {"xs": []}))["S"]
    assert list(map(str, sheet.merged_cells.ranges)) == ["C1:D2"]
    assert not list(sheet.conditional_formatting)
    assert not sheet.data_validations.dataValidation
    assert sheet["A2"].comment.text == "note"


@pytest.mark.parametrize(("xs", "ref"), [([1, 2], "A1:B3"), ([], "A1:B2")])
def test_a_table_grows_with_its_rows_and_keeps_one(xs, ref):
    made = book(
        {
            "A1": "No",
            "B1": "Name",
            "A2": "{% for x in xs %}{{ x }}",
            "B2": "n{% endfor %}",
            "A4": "=SUM(T[No])",
        }
    )
    made["S"].add_table(Table(displayName="T", ref="A1:B2"))
    sheet = opened(rendered(made, {"xs": xs}))["S"]
    assert sheet.tables["T"].ref == ref
    assert sheet["A5" if xs else "A4"].value == "=SUM(T[No])"


def test_outline_levels_come_along():
    made = book({"A1": "x", "A2": "{%tr for x in xs %}{{ x }}{%tr endfor %}"})
    made["S"].row_dimensions[2].outlineLevel = 1
    sheet = opened(rendered(made, {"xs": [1, 2]}))["S"]
    assert [sheet.row_dimensions[n].outlineLevel for n in (1, 2, 3)] == [0, 1, 1]


def test_array_formulas_move_as_a_whole():
    from openpyxl.worksheet.formula import ArrayFormula

    made = book({"A1": "{%tr for x in xs %}{{ x }}{%tr endfor %}", "A2": 1})
    made["S"]["B2"] = ArrayFormula("B2:B3", "=A2:A3*SUM(A1)")
    out = rendered(made, {"xs": [1, 2]})
    assert '<f t="array" ref="B3:B4">A3:A4*SUM(A1:A2)</f>' in part(out, "xl/worksheets/sheet1.xml")
