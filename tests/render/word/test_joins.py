"""`{%- … -%}`: lines that are joined to the ones beside them."""

import pytest

from tests.render.word.docs import opened, render, rows, template, texts, xml

HOUSE = [
    "My house is {% if town -%}",
    "in town",
    "{%- else -%}",
    "in the country",
    "{%- endif %} and I love it.",
]


@pytest.mark.parametrize(("town", "read"), [(True, "in town"), (False, "in the country")])
def test_a_condition_over_paragraphs_reads_as_one(town, read):
    out = render(template("before", *HOUSE, "after"), {"town": town})
    assert texts(out) == ["before", f"My house is {read} and I love it.", "after"]


@pytest.mark.parametrize("town", [True, False])
def test_a_condition_over_lines_reads_as_one(town):
    def build(document):
        document.add_paragraph("\n".join(HOUSE))

    read = "in town" if town else "in the country"
    assert texts(render(template(build), {"town": town})) == [f"My house is {read} and I love it."]


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        (["a", "{%- if x %}b{% endif %}", "c"], ["ab", "c"]),
        (["a", "{% if x %}b{% endif -%}", "c"], ["a", "bc"]),
        (["{% if x -%}", "a", "{%- endif %}", "b"], ["a", "b"]),
        (["{% for i in xs -%}", "{{ i }}, ", "{%- endfor %}", "b"], ["1, 2, ", "b"]),
        (["a", "", "{%- if x %}b{% endif %}"], ["ab"]),
        (["a  ", "  {%- if x -%}  ", "  b", "{%- endif %}"], ["a    b"]),
        (["a {%- if x -%} b {%- endif -%} c"], ["abc"]),
        (["a", "{{- x }}", "b {{- x -}} c"], ["a", "1", "b1c"]),
        (["{%- if x %}a{% endif -%}"], ["a"]),
        (["{%p if x -%}", "a", "{%p endif %}"], ["a"]),
        (["a\u00a0", "{%- if x %}b{% endif %}"], ["a\u00a0b"]),
        (["a", "{%- set y = x -%}", "b{{ y }}"], ["ab1"]),
    ],
)
def test_joins(paragraphs, read):
    assert texts(render(template(*paragraphs), {"x": 1, "xs": [1, 2]})) == read


def test_the_first_paragraphs_format_counts():
    def build(document):
        document.add_paragraph("a", style="List Bullet")
        document.add_paragraph("{%- if x %}b{% endif %}", style="Quote").runs[0].bold = True

    (paragraph,) = opened(render(template(build), {"x": 1})).paragraphs
    assert (paragraph.text, paragraph.style.name) == ("ab", "List Bullet")
    assert [run.bold for run in paragraph.runs if run.text] == [None, True]


def test_a_table_is_not_joined():
    out = render(template([["a"]], "{%- if x %}b{% endif -%}", [["c"]]), {"x": 1})
    assert (texts(out), rows(out, 0), rows(out, 1)) == (["b"], [["a"]], [["c"]])


def test_cells_are_not_joined():
    assert rows(render(template([["a", "{%- if x -%}b{%- endif -%}", "c"]]), {"x": 1})) == [["a", "b", "c"]]
    assert rows(render(template([["a¶{%- if x -%}¶b¶{%- endif %}", "c"]]), {"x": 1})) == [["ab", "c"]]


def test_a_page_break_and_a_picture_stay():
    page = xml('<w:p><w:r><w:br w:type="page"/></w:r><w:r><w:t>{%- if x %}b{% endif %}</w:t></w:r></w:p>')
    out = render(template("a", page), {"x": 1})
    assert texts(out)[0] == "a"
    assert len(texts(out)) == 2


def test_a_section_still_ends():
    def build(document):
        document.add_paragraph("a")
        document.add_section()
        document.paragraphs[-1].text = "{%- if x %}b{% endif %}"
        document.add_paragraph("c")

    out = render(template(build), {"x": 1})
    assert texts(out) == ["ab", "c"]
    assert len(opened(out).sections) == 2


def test_tab_stops_are_no_tabs():
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs></w:pPr>'
    out = render(
        template("a", xml(f"<w:p>{stops}<w:r><w:t>{{%- if x %}}b{{% endif %}}</w:t></w:r></w:p>")), {"x": 1}
    )
    assert texts(out) == ["ab"]
