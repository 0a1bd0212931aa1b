"""A cell that holds one expression takes the type of its value; what is text stays text."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import NamedStyle

from kadocs.figures.missing import Missing
from kadocs.figures.money import Money
from kadocs.findings import Text
from tests.render.excel.books import book, opened, part, refused, rendered, rows, saved, template


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (7, 7),
        (Decimal("12.50"), 12.5),
        (0.1, 0.1),
        (Money(Decimal("1234.5"), "CNY"), 1234.5),
        (True, True),
        ("text", "text"),
        ("3", "3"),
        (10**18 + 1, "1000000000000000001"),
        (date(1899, 1, 1), "1899年1月1日"),
    ],
)
def test_a_value_keeps_its_type(value, stored):
    assert rows(rendered({"A1": "{{ x }}"}, {"x": value})) == [[stored]]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (date(2026, 3, 5), datetime(2026, 3, 5)),
        (datetime(2026, 3, 5, 14, 30), datetime(2026, 3, 5, 14, 30)),
        (time(9, 45), time(9, 45)),
    ],
)
def test_a_day_is_a_number_that_is_shown_as_a_day(value, read):
    assert rows(rendered({"A1": "{{ x }}"}, {"x": value})) == [[read]]


def test_the_number_format_of_the_cell_stays():
    made = book({"A1": "{{ day }}", "B1": "{{ sum }}"})
    made["S"]["A1"].number_format = "yyyy年m月"
    made["S"]["B1"].number_format = "#,##0.00"
    sheet = opened(rendered(made, {"day": date(2026, 3, 5), "sum": Decimal(5)}))["S"]
    assert (sheet["A1"].number_format, sheet["B1"].number_format) == ("yyyy年m月", "#,##0.00")


def test_days_count_from_1904_where_the_workbook_says_so():
    made = book({"A1": "{{ day }}"})
    made.epoch = datetime(1904, 1, 1)
    assert rows(rendered(made, {"day": date(2026, 3, 5)})) == [[datetime(2026, 3, 5)]]


def test_mixed_text_is_text():
    assert rows(rendered({"A1": "共 {{ n }} 项"}, {"n": 3})) == [["共 3 项"]]


def test_a_condition_around_one_value_keeps_its_type():
    made = {"A1": "{% if n %} {{ n }} {% endif %}", "B1": "{% if z %}{{ z }}{% endif %}", "C1": "end"}
    assert rows(rendered(made, {"n": 3, "z": 0})) == [[3, None, "end"]]


def test_loops_sets_and_macros_work_within_a_cell():
    made = {
        "A1": "{% for x in xs %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}",
        "A2": "{% set a %}<{{ xs[0] }}>{% endset %}{{ a }}!",
        "A3": "{% macro m(v) %}[{{ v }}]{% endmacro %}{{ m(1) }}{{ m(xs[1]) }}",
        "A4": "{% filter upper %}a{{ xs[0] }}{% endfilter %}",
        "A5": "{# nothing #}x",
    }
    assert rows(rendered(made, {"xs": ["甲", "乙"]})) == [["甲、乙"], ["<甲>!"], ["[1][乙]"], ["A甲"], ["x"]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "=cmd|' /C calc'!A0", "\t=1"])
def test_text_never_becomes_a_formula(text):
    out = rendered({"A1": "{{ x }}", "B1": "{{ x }}{{ x }}"}, {"x": text})
    assert "<f>" not in part(out, "xl/worksheets/sheet1.xml")
    assert rows(out) == [[text, text + text]]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40))
def test_any_text_comes_back_as_it_was(text):
    clean = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    clean = clean.replace("\ufffe", "").replace("\uffff", "")
    out = template({"A1": "{{ x }}", "B1": ">{{ x }}<"}).render({"x": text})
    assert [cell.value or "" for cell in opened(out)["S"][1]] == [clean, f">{clean}<"]


def test_a_text_that_looks_like_an_escape_is_kept():
    assert "_x005F_x0041_" in part(rendered({"A1": "{{ x }}"}, {"x": "_x0041_"}), "xl/worksheets/sheet1.xml")


def test_control_characters_are_left_out_and_told():
    warnings = []
    out = rendered({"A1": "{{ x }}"}, {"x": "a\x00b\r\nc"}, warnings=warnings)
    assert rows(out) == [["ab\nc"]]
    assert [(each.code, each.place.in_("en")) for each in warnings] == [("TPL030", "t.xlsx › S!A1 › {{ x }}")]


def test_a_missing_value_is_refused_with_its_cell():
    missing = Missing("quote.total", Text("总价", "Total"))
    assert refused({"B3": "{{ x }}", "A4": "{{ y }}元"}, {"x": missing, "y": None}) == [
        ("TPL020", "t.xlsx › S!B3 › {{ x }}", '"Total" (quote.total) has no value yet'),
        ("TPL020", "t.xlsx › S!A4 › {{ y }}", "there is no value here"),
    ]


def test_a_draft_shows_what_is_missing_and_lists_it():
    gaps = []
    missing = Missing("quote.total", Text("总价", "Total"))
    sheet = opened(rendered({"A1": "{{ x }}", "A2": "共{{ x }}"}, {"x": missing}, gaps=gaps))["S"]
    assert [sheet["A1"].value, sheet["A2"].value] == ["【待补充：总价】", "共【待补充：总价】"]
    assert [sheet[cell].fill.fgColor.rgb for cell in ("A1", "A2")] == ["FFFFFF00"] * 2
    assert [each.path for each in gaps] == ["quote.total", "quote.total"]


@pytest.mark.parametrize("value", [[1], {"a": 1}, Decimal("NaN"), "x" * 32_768])
def test_what_no_cell_can_hold_is_refused(value):
    [(code, place, _)] = refused({"C2": "{{ x }}"}, {"x": value})
    assert (code, place) == ("TPL022", "t.xlsx › S!C2 › {{ x }}")


def test_named_styles_and_widths_stay():
    made = book({"A1": "{{ x }}"})
    made.add_named_style(NamedStyle(name="表金额", number_format="0.00"))
    made["S"]["A1"].style = "表金额"
    made["S"].column_dimensions["A"].width = 33
    sheet = opened(rendered(made, {"x": 1}))["S"]
    assert (sheet["A1"].style, sheet.column_dimensions["A"].width) == ("表金额", 33)


def test_the_same_data_give_the_same_bytes():
    compiled = template({"A1": "{{ x }}", "A2": "=A1*2"})
    assert compiled.render({"x": 1}) == compiled.render({"x": 1}) == template(compiled._data).render({"x": 1})


def test_a_template_travels_to_another_process():
    import pickle

    compiled = template({"A1": "{{ x }}"})
    assert pickle.loads(pickle.dumps(compiled)).render({"x": 1}) == compiled.render({"x": 1})


def test_a_long_text_makes_its_row_higher():
    made = book({"A1": "{{ x }}", "A2": "{{ x }}"})
    from openpyxl.styles import Alignment

    made["S"]["A1"].alignment = Alignment(wrap_text=True)
    made["S"].column_dimensions["A"].width = 10
    heights = [opened(rendered(made, {"x": "长" * 30}))["S"].row_dimensions[n].height for n in (1, 2)]
    assert heights[0] > 60
    assert heights[1] is None


def test_rich_text_keeps_the_formats_of_its_runs():
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    made = book({})
    made["S"]["A1"] = CellRichText("共 ", TextBlock(InlineFont(b=True), "{{ n }}"), " 项")
    made["S"]["A2"] = CellRichText(
        TextBlock(InlineFont(i=True), "{{ na"), TextBlock(InlineFont(b=True), "me }}!")
    )
    cells = opened(rendered(saved(made), {"n": 3, "name": "甲"}), rich_text=True)["S"]
    assert [str(part) for part in cells["A1"].value] == ["共 ", "3", " 项"]
    assert cells["A1"].value[1].font.b
    assert [(str(p), bool(p.font.i), bool(p.font.b)) for p in cells["A2"].value] == [
        ("甲", True, False),
        ("!", False, True),
    ]
