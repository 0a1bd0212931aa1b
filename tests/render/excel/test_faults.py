"""What is wrong with a template is said all at once, with sheet and cell."""

import pytest

from kadocs.render.limits import Limits
from tests.render.excel.books import book, refused, template


def codes(cells, data=None):
    return [(code, place) for code, place, _ in refused(cells, data)]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"B2": "{% for x in xs %}", "B3": "{{ x }}"}, ("TPL011", "S!B2 › {% for x in xs %}")),
        ({"B2": "{% endfor %}"}, ("TPL011", "S!B2 › {% endfor %}")),
        ({"B2": "{{ x "}, ("TPL010", "S!B2 › {{ x ")),
        ({"B2": "｛｛ x }}"}, ("TPL010", "S!B2 › ｛｛ x }}")),
        ({"B2": "{{ x + }}"}, ("TPL014", "S!B2 › {{ x + }}")),
        ({"B2": "{{ x | munny }}"}, ("TPL015", "S!B2 › {{ x | munny }}")),
        ({"B2": "{% fro x in xs %}"}, ("TPL016", "S!B2 › {% fro x in xs %}")),
        ({"B2": "{{ x.__class__ }}"}, ("TPL023", "S!B2 › {{ x.__class__ }}")),
        ({"B2": '="a {{ x }}"'}, ("TPL111", "S!B2 › {{ x }}")),
        ({"B2": "{% macro m() %}", "B3": "{% endmacro %}"}, ("TPL112", "S!B2 › {% macro m() %}")),
        ({"B2": "{% if a %}", "C2": "{% else %}", "D2": "{% endif %}x"}, ("TPL112", "S!C2 › {% else %}")),
        ({"B2": "{%tc for x in xs %}", "B3": "{%tc endfor %}"}, ("TPL112", "S!B2 › {%tc for x in xs %}")),
        ({"B2": "{%sheet x in xs %}"}, ("TPL113", "S!B2 › {%sheet x in xs %}")),
        ({"B2": "{{r x }}"}, ("TPL114", "S!B2 › {{r x }}")),
        ({"B2": "{%p if x %}{%p endif %}y"}, ("TPL114", "S!B2 › {%p if x %}")),
        ({"B2": "{%tr for x in xs %}{{ x }}{%tr endfor %}", "B3": "=B2*2"}, ("TPL115", "S!B3")),
    ],
)
def test_a_faulty_template_is_refused_with_the_cell(cells, found):
    assert (found[0], f"t.xlsx › {found[1]}") in codes(cells)


def test_blocks_side_by_side_in_one_row_are_refused():
    cells = {"A2": "{% if a %}x", "B2": "{% endif %}", "C2": "{% if b %}y", "D2": "{% endif %}"}
    assert [code for code, _ in codes(cells)] == ["TPL112"]


def test_all_faults_are_told_at_once_over_all_sheets():
    made = book(S={"A1": "{{ a | nope }}", "A2": "{{ b | nope }}"}, T={"C3": "{% endif %}", "C4": "{{ c. }}"})
    assert [place.split(" › ")[1] for _, place in codes(made)] == ["S!A1", "S!A2", "T!C3", "T!C4"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("{{ nmae }}", "TPL021"),
        ("{{ 1 / 0 }}", "TPL025"),
        ("{{ 'a' * 10**7 }}", "TPL024"),
        ("{{ name | rmb }}", "TPL022"),
    ],
)
def test_a_fault_of_the_render_has_its_cell(cell, code):
    assert codes({"D14": cell}, {"name": "甲"}) == [(code, f"t.xlsx › S!D14 › {cell}")]


def test_a_fault_within_a_loop_has_its_cell():
    cells = {"A1": "{%tr for x in xs %}{{ x.n }}{%tr endfor %}"}
    assert codes(cells, {"xs": [{"n": 1}, {}]}) == [("TPL021", "t.xlsx › S!A1 › {{ x.n }}")]


def test_a_heading_of_a_table_holds_no_tag():
    from openpyxl.worksheet.table import Table

    made = book({"A1": "{{ x }}", "A2": 1})
    made["S"].add_table(Table(displayName="T", ref="A1:A2"))
    assert codes(made) == [("TPL117", "t.xlsx › S!A1 › {{ x }}")]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"no zip", "TPL001"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "TPL002")],
)
def test_what_is_no_workbook_is_refused(data, code):
    assert codes(data) == [(code, "t.xlsx")]


def test_loops_are_limited():
    compiled = template(
        {"A1": "{%tr for x in range(2000) %}{{ x }}{%tr endfor %}"}, limits=Limits(turns=1000)
    )
    assert [code for code, _, _ in refused(compiled)] == ["TPL024"]


def test_tags_and_fields_are_listed():
    compiled = template({"A1": "{%tr for i in items %}{{ i.name }}{%tr endfor %}", "A2": "{# note #}"})
    assert [(each.kind, each.expression) for each in compiled.tags()] == [
        ("statement", "for i in items"),
        ("value", "i.name"),
        ("statement", "endfor"),
        ("comment", "note"),
    ]
    [items] = compiled.fields()
    assert (items.name, items.kind.value, items.item.fields[0].name) == ("items", "list", "name")
