"""Cells that a loop merges: downwards over its rows, across its cells; spans and widths agree."""

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.render.word.docs import add_table, opened, refused, render, template


def cells(data, index=0):
    """The cells as they are stored, row by row: text, vertical merge, span, width."""
    return [
        [
            (
                "\n".join(Paragraph(p, None).text for p in tc.p_lst),
                None
                if tc.tcPr.find(qn("w:vMerge")) is None
                else tc.tcPr.find(qn("w:vMerge")).get(qn("w:val")),
                tc.grid_span,
            )
            for tc in row._tr.tc_lst
        ]
        for row in opened(data).tables[index].rows
    ]


def merged(data, column=0, index=0):
    """A column's texts and merges."""
    return [(row[column][0], row[column][1]) for row in cells(data, index)]


def grid(data, index=0):
    """The grid's widths, and for each row the spans and the widths of its cells."""
    table = opened(data).tables[index]._tbl
    widths = [int(c.get(qn("w:w"))) for c in table.tblGrid.gridCol_lst]
    return widths, [
        [(tc.grid_span, int(tc.tcPr.find(qn("w:tcW")).get(qn("w:w")))) for tc in tr.tc_lst]
        for tr in table.tr_lst
    ]


def test_a_group_column_over_the_rows_of_its_loop():
    table = [["{%tr for x in xs %}"], ["{% vm %}{{ title }}", "{{ x }}"], ["{%tr endfor %}"]]
    out = render(template(table), {"title": "group", "xs": [1, 2, 3]})
    assert merged(out) == [("group", "restart"), ("", "continue"), ("", "continue")]
    assert [row[1][0] for row in cells(out)] == ["1", "2", "3"]
    assert merged(render(template(table), {"title": "group", "xs": [1]})) == [("group", "restart")]


NESTED = [
    ["{%tr for r in regions %}"],
    ["{%tr for g in r.groups %}"],
    ["{%tr for x in g.xs %}"],
    ["{% vm %}{{ r.name }}", "{{ '' }}{% vm %}{{ g.name }}", "{{ x }}"],
    ["{%tr endfor %}"],
    ["{%tr endfor %}"],
    ["{%tr endfor %}"],
]
REGIONS = [
    {
        "name": "N",
        "groups": [{"name": "none", "xs": []}, {"name": "a", "xs": [1, 2]}, {"name": "b", "xs": [3]}],
    },
    {"name": "S", "groups": [{"name": "c", "xs": [4]}]},
]


def test_nested_groups_each_over_its_own_loop():
    out = render(template(NESTED), {"regions": REGIONS})
    assert merged(out, 0) == [("N", "restart"), ("", "continue"), ("", "continue"), ("S", "restart")]
    assert merged(out, 1) == [("a", "restart"), ("", "continue"), ("b", "restart"), ("c", "restart")]


def test_two_vm_are_two_loops_out():
    table = [[text.replace("{{ '' }}{% vm %}", "{% vm %}{% vm %}") for text in row] for row in NESTED]
    assert merged(render(template(table), {"regions": REGIONS}), 1) == [
        ("a", "restart"),
        ("", "continue"),
        ("", "continue"),
        ("c", "restart"),
    ]


def test_rows_that_a_condition_leaves_out_do_not_break_the_merge():
    table = [
        *([["{%tr for x in xs %}"], ["{%tr if x > 1 %}"]]),
        ["{% vm %}{{ title }}", "{{ x }}"],
        *([["{%tr endif %}"], ["{%tr endfor %}"]]),
    ]
    out = render(template(table), {"title": "group", "xs": [1, 2, 3]})
    assert merged(out) == [("group", "restart"), ("", "continue")]


def test_a_loop_within_one_row():
    table = [["{% vm %}{{ title }}", "{% for x in xs %}{{ x }}", "{% endfor %}"]]
    out = render(template(table), {"title": "group", "xs": [1, 2]})
    assert merged(out) == [("group", "restart"), ("", "continue")]


def test_each_table_of_a_loop_begins_anew():
    table = [["{%tr for x in t %}"], ["{% vm %}all", "{{ x }}"], ["{%tr endfor %}"]]
    out = render(template("{% for t in ts %}", table, "{% endfor %}", "end"), {"ts": [[1, 2], [3]]})
    assert merged(out, 0, 0) == [("all", "restart"), ("", "continue")]
    assert merged(out, 0, 1) == [("all", "restart")]


def test_values_of_a_merged_cell_are_read_once():
    table = [
        ["{%tr set ns = namespace(n=0) %}"],
        ["{%tr for x in xs %}"],
        ["{% vm %}{% set ns.n = ns.n + 1 %}{{ ns.n }}", "{{ ns.n }}"],
        ["{%tr endfor %}"],
    ]
    out = render(template(table), {"xs": [1, 2, 3]})
    assert [row[1][0] for row in cells(out)] == ["1", "1", "1"]


@pytest.mark.parametrize("statement", ["{% vm %}", "{% hm %}"])
def test_a_merge_without_a_loop_is_told(statement):
    (found,) = refused(template([[f"{statement}text", "other"]]), {})
    assert (found.code, "no loop over" in found.message.en) == ("TPL040", True)


@pytest.mark.parametrize("statement", ["{% vm %}", "{% hm %}", "{% colspan 2 %}", "{% cellbg 'FF0000' %}"])
def test_a_statement_about_a_cell_outside_of_any(statement):
    (found,) = refused(template(f"{statement}text"), {})
    assert (found.code, "no table cell" in found.message.en) == ("TPL041", True)


def test_a_cell_across_its_loop():
    table = [
        ["{%tc for x in xs %}", "{% hm %}{{ title }}", "{%tc endfor %}"],
        ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"],
    ]
    out = render(template(table), {"title": "wide", "xs": [1, 2, 3]})
    assert cells(out) == [[("wide", None, 3)], [("1", None, 1), ("2", None, 1), ("3", None, 1)]]
    widths, [[(_, whole)], parts] = grid(out)
    assert whole == sum(widths) == sum(width for _, width in parts)


def test_a_cell_across_its_loop_multiplies_its_own_span():
    def build(document):
        table = document.add_table(2, 4)
        head = ["{%tc for x in xs %}", "{% hm %}{{ title }}", "{%tc endfor %}"]
        table.cell(0, 1).merge(table.cell(0, 2))
        for cell, text in zip([table.cell(0, 0), table.cell(0, 1), table.cell(0, 3)], head, strict=True):
            cell.text = text
        for cell, text in zip(
            table.rows[1].cells, ["{%tc for x in xs %}", "{{ x }}", "!", "{%tc endfor %}"], strict=True
        ):
            cell.text = text

    out = render(template(build), {"title": "wide", "xs": [1, 2]})
    assert cells(out) == [
        [("wide", None, 4)],
        [("1", None, 1), ("!", None, 1), ("2", None, 1), ("!", None, 1)],
    ]
    widths, [[(_, whole)], _] = grid(out)
    assert len(widths) == 4
    assert abs(whole - sum(widths)) <= 4


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_spanning_cell_is_as_wide_as_its_columns(count):
    data = template([["{% colspan n %}wide"], ["1", "2", "3"]])
    widths, found = grid(render(data, {"n": count}))
    assert found[0][0] == (count, sum(widths[:count]))


def test_a_span_that_is_no_number_is_told_once():
    (found,) = refused(template([["{% colspan n %}wide", "b"]]), {"n": "many"})
    assert "colspan" in found.hint.en


def drawn(rows, *, cut=0, merge=0):
    """A table whose grid and cells agree; of its first row, `cut` cells are taken out or `merge` made one."""

    def build(document):
        table = add_table(document, rows)
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                cell.width = column.width
        first = table.rows[0]
        if merge:
            first.cells[0].merge(first.cells[merge - 1])
            for paragraph in first.cells[0].paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
        for tc in first._tr.tc_lst[1 : 1 + cut]:
            first._tr.remove(tc)

    return build


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_cells_after_a_span_are_as_wide_as_the_columns_below_them(count):
    head = ["{% colspan n %}wide", "b", "", ""]
    widths, found = grid(render(template(drawn([head, ["1", "2", "3", "4"]], cut=2)), {"n": count}))
    assert found[0] == [(count, sum(widths[:count])), (1, widths[count])]


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("shape", [{"cut": 2}, {"merge": 3}])
def test_a_span_over_columns_that_repeat_and_the_cells_after_it_agree_with_the_grid(count, shape):
    head = ["{% colspan xs | length %}wide", "", "", "end"]
    row = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}", "e"]
    widths, found = grid(render(template(drawn([head, row], **shape)), {"xs": range(count)}))
    assert len(widths) == count + 1
    assert found[0] == [(count, sum(widths[:-1])), (1, widths[-1])]
    assert [span for span, _ in found[1]] == [1] * (count + 1)
    assert [width for _, width in found[1]] == widths


def test_two_spans_in_a_row():
    head = ["{% colspan n %}a", "b", "{% colspan m %}c", "d"]
    data = template(drawn([[*head, "", ""], ["1", "2", "3", "4", "5", "6"]], cut=0))
    widths, found = grid(render(data, {"n": 2, "m": 1}))
    assert found[0][:4] == [(2, sum(widths[:2])), (1, widths[2]), (1, widths[3]), (1, widths[4])]
