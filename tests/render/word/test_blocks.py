"""Loops and conditions over text, paragraphs, rows and columns."""

import pytest

from tests.render.word.docs import heading, opened, part, render, rows, runs, template, texts, widths, xml


@pytest.mark.parametrize(
    ("paragraphs", "context", "read"),
    [
        (
            ["{% for x in xs %}", "- {{ x }}", "{% endfor %}"],
            {"xs": ["a", "b"]},
            ["- a", "- b"],
        ),
        (["{%p for x in xs %}", "- {{ x }}", "{%p endfor %}"], {"xs": ["a", "b"]}, ["- a", "- b"]),
        (["{% p for x in xs %}", "{{ x }}", "{%  p endfor %}"], {"xs": [1]}, ["1"]),
        (["{%p if x % 2 %}", "odd", "{%p else %}", "even", "{%p endif %}"], {"x": 3}, ["odd"]),
        (["{%p if x % 2 %}", "odd", "{%p else %}", "even", "{%p endif %}"], {"x": 2}, ["even"]),
        (["{%p set d = {'a': 1} %}", "{{ d.a }}"], {}, ["1"]),
        (
            ["{%p if a %}{%p if b %}", "both", "{%p endif %}{%p endif %}", "end"],
            {"a": 1, "b": 1},
            ["both", "end"],
        ),
        (["{% if a %}", "x", "{% elif b %}", "y", "{% else %}", "z", "{% endif %}"], {"a": 0, "b": 1}, ["y"]),
        (["{% for x in xs %}", "{{ x }}", "{% else %}", "none", "{% endfor %}"], {"xs": []}, ["none"]),
        (["{# a remark #}", "text", "{#p another #}"], {}, ["text"]),
        (["{% set x = 1 %}", "{{ x }}"], {}, ["1"]),
        (["a", "{% for x in none %}", "{{ x }}", "{% endfor %}", "b"], {"none": None}, ["a", "b"]),
        (
            ["{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}."],
            {"xs": [1, 2]},
            ["1, 2."],
        ),
        (["{%r if x %}{{r x }}{%r endif %}!"], {"x": "in runs"}, ["in runs!"]),
        (["{% raw %}", "{{ as written }}", "{% endraw %}"], {}, ["{{ as written }}"]),
        (
            ["{% for a in xs %}", "{% for b in a %}", "{{ b }}", "{% endfor %}", "{% endfor %}"],
            {"xs": [[1, 2], [], [3]]},
            ["1", "2", "3"],
        ),
    ],
)
def test_paragraphs(paragraphs, context, read):
    assert texts(render(template(*paragraphs), context, braces=True)) == read


def test_a_block_over_paragraphs_may_hold_a_table():
    out = render(template("{% for t in ts %}", [["{{ t }}"]], "{% endfor %}", "end"), {"ts": ["a", "b"]})
    assert [rows(out, 0), rows(out, 1)] == [[["a"]], [["b"]]]


def test_inline_blocks_over_runs_of_different_formatting():
    data = template(runs("{% if x %}bold", " and plain{% endif %}", " tail"))
    assert texts(render(data, {"x": 1})) == ["bold and plain tail"]
    out = render(data, {"x": 0})
    assert [(run.text, run.bold) for run in opened(out).paragraphs[0].runs] == [(" tail", None)]


@pytest.mark.parametrize(
    "table",
    [
        [["name", "price"], ["{%tr for x in xs %}", ""], ["{{ x.n }}", "{{ x.p }}"], ["{%tr endfor %}", ""]],
        [["name", "price"], ["{% for x in xs %}", ""], ["{{ x.n }}", "{{ x.p }}"], ["{% endfor %}", ""]],
        [["name", "price"], ["{% for x in xs %}{{ x.n }}", "{{ x.p }}{% endfor %}"]],
        [["name", "price"], ["{%tr for x in xs %}{{ x.n }}", "{{ x.p }}{%tr endfor %}"]],
    ],
)
def test_rows(table):
    data = template(table)
    filled = render(data, {"xs": [{"n": "a", "p": 1}, {"n": "b", "p": 2}]})
    assert rows(filled) == [["name", "price"], ["a", "1"], ["b", "2"]]
    assert rows(render(data, {"xs": []})) == [["name", "price"]]


def test_conditions_and_settings_among_row_tags():
    table = [
        ["{%tr for x in xs %}"],
        ["{%tr if x > 1 %}{%tr set y = x * 10 %}"],
        ["{{ y }}"],
        ["{%tr endif %}"],
        ["{%tr endfor %}"],
    ]
    assert rows(render(template(table), {"xs": [1, 2, 3]})) == [["20"], ["30"]]


def test_row_tags_nest_in_one_row():
    table = [["{% for x in xs %}{% if x %}{{ x }}", "!{% endif %}{% endfor %}"]]
    assert rows(render(template(table), {"xs": [1, 0, 2]})) == [["1", "!"], ["2", "!"]]


def test_a_table_without_rows_goes():
    table = [["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]]
    out = render(template("before", table, "after"), {"xs": []})
    assert opened(out).tables == []
    assert texts(out) == ["before", "after"]


def test_a_cell_keeps_a_paragraph_of_its_style():
    def build(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{% if x %}"
        cell.add_paragraph("shown", style="List Bullet")
        cell.add_paragraph("{% endif %}")

    out = render(template(build), {"x": False})
    (paragraph,) = opened(out).tables[0].cell(0, 0).paragraphs
    assert (paragraph.text, paragraph.style.name) == ("", "List Bullet")
    assert rows(render(template(build), {"x": True})) == [["shown"]]


def test_a_header_keeps_a_paragraph():
    def build(document):
        header = document.sections[0].header
        header.paragraphs[0].text = "{% if x %}"
        header.add_paragraph("shown")
        header.add_paragraph("{% endif %}")

    out = render(template(build), {"x": False})
    assert [p.text for p in opened(out).sections[0].header.paragraphs] == [""]


def test_columns_repeat_and_the_table_keeps_its_width():
    table = [
        ["item", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"],
        ["{%tr for r in rows %}", "", "", ""],
        ["{{ r.n }}", "{%tc for v in r.vs %}", "{{ v }}", "{%tc endfor %}"],
        ["{%tr endfor %}", "", "", ""],
    ]
    data = template(table)
    out = render(data, {"cols": ["x", "y", "z"], "rows": [{"n": "a", "vs": [1, 2, 3]}]})
    assert rows(out) == [["item", "x", "y", "z"], ["a", "1", "2", "3"]]
    assert sum(map(int, widths(out, "gridCol"))) == sum(map(int, widths(data, "gridCol")))
    assert widths(out, "tcW") == widths(out, "gridCol") * 2


def test_columns_that_depend_on_the_row_have_a_grid_too():
    table = [
        ["{% for r in rows %}{{ r.n }}", "{%tc for v in r.vs %}", "{{ v }}", "{%tc endfor %}", "{% endfor %}"]
    ]
    out = render(template(table), {"rows": [{"n": "a", "vs": [1, 2]}, {"n": "b", "vs": [3, 4]}]})
    assert rows(out) == [["a", "1", "2", ""], ["b", "3", "4", ""]]
    assert len(widths(out, "gridCol")) == 4


def test_a_cell_above_repeated_columns_spans_them():
    def build(document):
        table = document.add_table(2, 4)
        table.cell(0, 1).merge(table.cell(0, 3)).text = "over all"
        for cell, text in zip(
            table.rows[1].cells, ["n", "{%tc for c in cs %}", "{{ c }}", "{%tc endfor %}"], strict=True
        ):
            cell.text = text

    out = render(template(build), {"cs": [1, 2]})
    assert rows(out) == [["", "over all", "over all"], ["n", "1", "2"]]
    assert widths(out, "gridSpan", "val") == ["2"]


def test_a_condition_over_a_column():
    table = [["a", "{%tc if x %}", "b", "{%tc endif %}"]]
    assert rows(render(template(table), {"x": False})) == [["a"]]
    assert len(widths(render(template(table), {"x": False}), "gridCol")) == 1
    assert rows(render(template(table), {"x": True})) == [["a", "b"]]


def test_cell_colour_and_span():
    out = render(
        template([["{% cellbg c %}red", "{% cellbg none %}plain"], ["{% colspan 2 %}wide"]]),
        {"c": "#ff0000", "none": None},
    )
    assert widths(out, "shd", "fill") == ["FF0000", "auto"]
    assert widths(out, "gridSpan", "val") == ["2"]
    assert "red" in part(out)


@pytest.mark.parametrize(
    ("paragraph", "context", "read"),
    [
        ("{% if x %}only {{ x }}{% endif %}", {"x": 0}, ["end"]),
        ("{% if x %}only {{ x }}{% endif %}", {"x": 1}, ["only 1", "end"]),
        ("{% for x in xs %}{{ x }}{% endfor %}", {"xs": []}, ["end"]),
        ("kept {% if x %}more{% endif %}", {"x": 0}, ["kept ", "end"]),
        ("{{ x }}", {"x": ""}, ["", "end"]),
    ],
)
def test_a_paragraph_of_nothing_but_blocks_goes_when_they_write_nothing(paragraph, context, read):
    assert texts(render(template(paragraph, "end"), context)) == read


def test_a_section_break_survives_the_condition_in_its_paragraph():
    section = (
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'
        "<w:r><w:t>{% if x %}a{% endif %}</w:t></w:r></w:p>"
    )
    out = render(template(xml(section), "end"), {"x": 0})
    assert len(opened(out).sections) == 2


def test_a_bookmark_in_a_paragraph_that_goes_survives():
    marked = (
        '<w:p><w:bookmarkStart w:id="7" w:name="here"/><w:r><w:t>{% if x %}</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>{% endif %}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    )
    out = part(render(template(xml(marked)), {"x": 1}))
    assert out.count("bookmarkStart") == out.count("bookmarkEnd") == 1


def test_deleted_text_is_no_template():
    deleted = (
        '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{{ gone }}</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>{{ x }}</w:t></w:r></w:ins></w:p>'
    )
    out = render(template(xml(deleted)), {"x": "here"})
    assert "here" in part(out)
    assert "gone" not in part(out)


def test_text_boxes_hyperlinks_and_controls():
    wrapped = (
        '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>'
        "<w:sdt><w:sdtContent><w:r><w:t>{% if x %}{{ x }}{% endif %}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert part(render(template(xml(wrapped)), {"x": "V"})).count(">V<") == 2


def test_macros_captures_and_filters():
    data = template(
        "{% macro tag(x, y='?') %}<{{ x }}:{{ y }}>{% endmacro %}{{ tag('a') }} {{ tag('R&D', y=1)|lower }}",
        "{% set note %}n & {{ 1 + 1 }}{% endset %}{{ note|upper }} {{ note|length }}",
        "{% filter upper %}loud & {{ 'x' }}{% endfilter %}",
        "{% macro twice() %}{{ caller() }}{{ caller() }}{% endmacro %}{% call twice() %}ab {% endcall %}",
    )
    assert texts(render(data)) == ["<a:?> <r&d:1>", "N & 2 5", "LOUD & X", "ab ab "]


def test_a_macro_of_paragraphs_is_printed_as_paragraphs():
    data = template(
        "{%p macro item(x) %}",
        heading("{{ x }}", 2),
        "about {{ x }}",
        "{%p endmacro %}",
        "{{p item('one') }}",
        "{{p item('two') }}",
    )
    out = render(data)
    assert [(p.text, p.style.name) for p in opened(out).paragraphs] == [
        ("one", "Heading 2"),
        ("about one", "Normal"),
        ("two", "Heading 2"),
        ("about two", "Normal"),
    ]


def test_text_in_a_p_tag_is_a_paragraph_of_the_tags_style():
    def build(document):
        document.add_paragraph("{{p x }}", style="List Bullet")

    (paragraph,) = opened(render(template(build), {"x": "a & b"})).paragraphs
    assert (paragraph.text, paragraph.style.name) == ("a & b", "List Bullet")


def test_a_set_in_a_guarded_cell_is_seen_outside():
    table = [["{% if x %}¶{% set y = 5 %}¶{{ y }}¶{% endif %}"]]
    assert texts(render(template(table, "{{ y }}"), {"x": 1})) == ["5"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("{{ p }}¶{% if d %}less {{ d }}{% endif %}", "1"),
        ("{% if d %}less{% endif %}¶{{ p }}", "1"),
        ("{% if d %}less{% endif %}", ""),
        ("{% if d %}less{% endif %}¶{% if d %}more{% endif %}", ""),
        ("{{ p }}¶{% if p %}for {{ p }}{% endif %}", "1\nfor 1"),
    ],
)
def test_a_cells_last_line_goes_with_its_condition(cell, read):
    out = render(template([[cell, "other"]]), {"p": 1, "d": None})
    assert rows(out) == [[read, "other"]]
    assert len(opened(out).tables[0].cell(0, 0).paragraphs) == 1 + read.count("\n")
