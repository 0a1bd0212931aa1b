"""Columns that repeat, sheets that repeat or come and go, and texts that stand in no cell."""

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from tests.render.excel.books import book, names, opened, part, refused, rendered, rows

MONTHS = {"months": ["1月", "2月", "3月"], "rows": [{"n": "甲", "v": [1, 2, 3]}, {"n": "乙", "v": [4, 5, 6]}]}


@pytest.mark.parametrize(
    "tagged",
    [
        {"B1": "{%tc for m in months %}{{ m }}{%tc endfor %}"},
        {
            "B1": "{%tc for m in months %}{{ m }}{%tc endfor %}",
            "B2": "{%tc for m in months %}{{ r.v[loop.index0] }}{%tc endfor %}",
        },
    ],
)
def test_columns_repeat_for_the_whole_sheet(tagged):
    cells = {
        **{"A1": "名", "C1": "计", "A2": "{%tr for r in rows %}{{ r.n }}{%tr endfor %}"},
        **{"B2": "{{ r.v[loop.index0] }}", "C2": "=SUM(B2:B2)", "B3": "=SUM(B2:B2)", "C3": "=SUM(C2)"},
        **tagged,
    }
    assert rows(rendered(cells, MONTHS)) == [
        ["名", "1月", "2月", "3月", "计"],
        ["甲", 1, 2, 3, "=SUM(B2:D2)"],
        ["乙", 4, 5, 6, "=SUM(B3:D3)"],
        [None, "=SUM(B2:B3)", "=SUM(C2:C3)", "=SUM(D2:D3)", "=SUM(E2:E3)"],
    ]


def test_columns_of_tags_alone_go_away_and_widths_come_along():
    cells = {"A1": "a", "B1": "{%tc for m in months %}", "C1": "{{ m }}", "D1": "{%tc endfor %}", "E1": "z"}
    made = book(cells)
    for letter, width in zip("ABCDE", (10, 11, 12, 13, 14), strict=True):
        made["S"].column_dimensions[letter].width = width
    sheet = opened(rendered(made, MONTHS))["S"]
    assert [cell.value for cell in sheet[1]] == ["a", "1月", "2月", "3月", "z"]
    assert sheet.column_dimensions["E"].width == 14


def test_a_column_of_a_tag_that_holds_more_repeats_with_it():
    cells = {
        "A1": "{%tc for m in months %}",
        "B1": "{{ m }}",
        "C1": "{%tc endfor %}",
        "A2": "kept",
        "B2": "x",
    }
    assert rows(rendered(cells, {"months": [1, 2]})) == [[None, 1, None, 2], ["kept", "x", "kept", "x"]]


def test_columns_come_or_go():
    cells = {"A1": "a", "B1": "{%tc if x %}b{%tc endif %}", "C1": "c", "C2": "=B1&A1"}
    assert rows(rendered(cells, {"x": True})) == [["a", "b", "c"], [None, None, "=B1&A1"]]
    assert rows(rendered(cells, {"x": False})) == [["a", "c"], [None, "=WQJ1&A1"]]


def test_columns_that_differ_from_row_to_row_are_refused():
    cells = {
        "A1": "{%tc for x in xs %}{{ x }}{%tc endfor %}",
        "A2": "{%tc for x in ys %}{{ x }}{%tc endfor %}",
    }
    assert [code for code, _, _ in refused(cells, {"xs": [1], "ys": [1, 2]})] == ["TPL112"]


def sheets(**cells):
    return book(
        First={"A1": "{%sheet for c in contracts %}", "A2": "{{ c.no }}", "A3": "=A2&First!A2"} | cells,
        Last={"A1": "end"},
    )


def test_one_sheet_for_each_item():
    made = sheets()
    made["First"].title = "{{ c.no }}"
    out = rendered(made, {"contracts": [{"no": "C/1"}, {"no": "C:1"}, {"no": "x" * 40}]})
    assert opened(out).sheetnames == ["C_1", "C_1 (2)", "x" * 31, "Last"]
    assert rows(out, "C_1 (2)")[0] == ["C:1"]


def test_a_repeated_sheets_formulas_see_itself():
    out = rendered(sheets(), {"contracts": [{"no": "1"}, {"no": "2"}]})
    assert rows(out, "First (2)") == [["2"], ["=A1&'First (2)'!A1"]]


def test_each_sheet_has_drawings_notes_and_charts_of_its_own():
    made = sheets()
    sheet = made["First"]
    sheet["A2"].comment = Comment("about {{ c.no }}", "kadocs")
    chart = BarChart()
    chart.title = "Chart of {{ c.no }}"
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=4))
    sheet.add_chart(chart, "D4")
    out = rendered(made, {"contracts": [{"no": "1"}, {"no": "2"}]})
    charts = sorted(name for name in names(out) if "charts/chart" in name)
    assert len(charts) == 2
    assert ["Chart of 1" in part(out, charts[0]), "'First (2)'!$B$1:$B$3" in part(out, charts[1])] == [
        True,
        True,
    ]
    assert [opened(out)[name]["A1"].comment.text for name in ("First", "First (2)")] == ["about 1", "about 2"]


@pytest.mark.parametrize(("show", "left"), [(True, ["S", "T"]), (False, ["T"])])
def test_a_sheet_comes_or_goes(show, left):
    made = book(S={"A1": "{%sheet if show %}", "A2": "x"}, T={"A1": "y"})
    made["S"].print_area = "A1:B2"
    out = rendered(made, {"show": show})
    assert opened(out).sheetnames == left
    assert ("xl/worksheets/sheet1.xml" in names(out)) == show


def test_what_refers_to_a_sheet_that_is_not_there_is_refused():
    made = book(S={"A1": "{%sheet if show %}", "A2": 1}, T={"B4": "=S!A2"})
    assert refused(made, {"show": False}) == [
        ("TPL116", "t.xlsx › T!B4", "the sheet “S” that is referred to is not there once")
    ]


def test_a_workbook_without_sheets_is_refused():
    assert [code for code, _, _ in refused({"A1": "{%sheet if show %}", "A2": 1}, {"show": False})] == [
        "TPL116"
    ]


def test_charts_follow_their_cells():
    made = book({"A1": "{%tr for x in xs %}{{ x }}{%tr endfor %}", "A2": 5})
    chart = BarChart()
    chart.add_data(Reference(made["S"], min_col=1, min_row=1, max_row=1))
    made["S"].add_chart(chart, "C3")
    out = rendered(made, {"xs": [1, 2, 3]})
    assert "<f>S!$A$1:$A$3</f>" in part(out, "xl/charts/chart1.xml")
    assert "<row>4</row>" in part(out, "xl/drawings/drawing1.xml")


def test_headers_links_and_names_are_filled():
    made = book({"A1": "{{ a }}", "A2": "site"})
    sheet = made["S"]
    sheet.oddHeader.left.text = "{{ a }}"
    sheet["A2"].hyperlink = "https://example.com/{{ a }}"
    sheet.title = "{{ a }} list"
    made = opened(rendered(made, {"a": "R&D"}))
    assert made.sheetnames == ["R&D list"]
    assert made.worksheets[0].oddHeader.left.text == "R&&D"
    assert made.worksheets[0]["A2"].hyperlink.target == "https://example.com/R&D"


def test_a_link_leads_to_the_web_or_to_mail_only():
    made = book({"A1": "x"})
    made["S"]["A1"].hyperlink = "{{ a }}"
    assert [code for code, _, _ in refused(made, {"a": "javascript:alert(1)"})] == ["TPL052"]
