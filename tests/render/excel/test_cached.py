"""Formulas come with the values that somebody worked out, or are worked out on opening."""

from decimal import Decimal

from kadocs.render.excel import with_values
from tests.render.excel.books import book, changed, opened, part, rendered, saved, template

FORMULAS = {"A1": "{{ x }}", "A2": "=A1*2", "A3": '=A1&"<"', "A4": "=A1>1", "A5": "=1/0"}
VALUES = {"A2": Decimal("4.50"), "A3": "2<", "A4": True, "A5": "#DIV/0!"}


def test_without_values_a_workbook_is_calculated_on_opening():
    out = rendered(FORMULAS, {"x": 2})
    assert 'fullCalcOnLoad="1"' in part(out, "xl/workbook.xml")
    assert opened(out, data_only=True)["S"]["A2"].value is None


def test_values_are_written_beside_the_formulas():
    out = with_values(rendered(FORMULAS, {"x": 2}), {"S": VALUES})
    found = [cell.value for cell in opened(out, data_only=True)["S"]["A"]]
    assert found == [2, 4.5, "2<", True, "#DIV/0!"]
    assert [cell.value for cell in opened(out)["S"]["A"]][1:] == list(FORMULAS.values())[1:]
    assert "fullCalcOnLoad" not in part(out, "xl/workbook.xml")


def test_where_a_value_is_lacking_the_workbook_is_still_calculated():
    out = with_values(rendered(FORMULAS, {"x": 2}), {"S": {"A2": Decimal(4)}})
    assert opened(out, data_only=True)["S"]["A2"].value == 4
    assert 'fullCalcOnLoad="1"' in part(out, "xl/workbook.xml")


def test_a_workbook_without_formulas_asks_for_nothing():
    assert "fullCalcOnLoad" not in part(rendered({"A1": "{{ x }}"}, {"x": 2}), "xl/workbook.xml")


def test_what_was_remembered_of_the_template_is_left_behind():
    old = changed(saved(book({"A1": "=1+1"})), {"xl/worksheets/sheet1.xml": [("<v></v>", "<v>7</v>")]})
    assert "<v>" not in part(rendered(template(old)), "xl/worksheets/sheet1.xml")
