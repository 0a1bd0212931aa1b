"""Templates written for docxtpl: the same text and the same tables, wherever docxtpl does what it means to.

docxtpl is the reference here, run on the same template and data. Where its result is not what its manual
intends (lost text, broken files), kadocs differs on purpose, and other tests say how.
"""

import io

import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from tests.render.word.docs import add_table, heading, opened, render, runs, template

CONTEXT = {
    "name": "Ann",
    "none": "",
    "yes": True,
    "no": False,
    "n": 3,
    "price": 12.5,
    "rows": [{"a": "r1", "b": "1"}, {"a": "r2", "b": "2"}, {"a": "r3", "b": "3"}],
    "empty": [],
    "cols": ["c1", "c2", "c3"],
    "groups": [{"g": "G1", "items": ["x", "y"]}, {"g": "G2", "items": ["z"]}],
    "lines": "one\ntwo\tthree",
    "colour": "FFCC00",
}


def bold_cell(document):
    table = add_table(document, [["h", "i"], ["{{ name }}", "x"]])
    table.cell(1, 0).paragraphs[0].runs[0].bold = True


ROWS = [["h", "i"], ["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""]]
TEMPLATES = {
    "values": ["Dear {{ name }},", "{{name}}{{ n }}", "{{ n + 1 }} {{ price * 3 }}"],
    "braces over runs": [runs("{", "{ na", "me", " }", "} after")],
    "tag over runs": [runs("a {{ ", "name", " }} b", " c")],
    "statement over runs": [runs("{% if ", "yes %}", "shown", "{% end", "if %}")],
    "comments": ["a{# not shown #}b", "{#p gone #}", "c"],
    "paragraph condition": [
        "{%p if yes %}",
        "shown",
        "{%p endif %}",
        "{%p if no %}",
        "hidden",
        "{%p endif %}",
    ],
    "paragraph else": ["{%p if no %}", "a", "{%p else %}", "b", "{%p endif %}", "after"],
    "elif": ["{%p if no %}", "a", "{%p elif n == 3 %}", "b", "{%p else %}", "c", "{%p endif %}"],
    "paragraph loop": ["{%p for r in rows %}", "{{ r.a }} {{ loop.index }}", "{%p endfor %}", "after"],
    "nested loops": [
        *("{%p for g in groups %}", "{{ g.g }}", "{%p for i in g['items'] %}", "- {{ i }}"),
        *("{%p endfor %}", "{%p endfor %}"),
    ],
    "inline loop": ["{% for r in rows %}{{ r.a }}{% if not loop.last %}, {% endif %}{% endfor %}."],
    "inline condition": ["a {% if yes %}b{% else %}c{% endif %} d"],
    "run loop": ["{%r for r in rows %}{{ r.a }} {%r endfor %}"],
    "rows": [ROWS],
    "row condition": [[["h"], ["{%tr if yes %}"], ["shown"], ["{%tr endif %}"], ["last"]]],
    "row loop over nothing but a header": [
        [["h"], ["{%tr for e in empty %}"], ["{{ e }}"], ["{%tr endfor %}"]]
    ],
    "rows of groups": [
        [
            *(["h", "i"], ["{%tr for g in groups %}", ""], ["{{ g.g }}", ""]),
            *(
                ["{%tr for i in g['items'] %}", ""],
                ["", "{{ i }}"],
                ["{%tr endfor %}", ""],
                ["{%tr endfor %}", ""],
            ),
        ]
    ],
    "loop in a cell": [[["a", "{% for c in cols %}{{ c }} {% endfor %}"]]],
    "paragraph loop in a cell": [[["a", "{%p for c in cols %}¶{{ c }}¶{%p endfor %}"]]],
    "columns": [[["a", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}", "z"]]],
    "columns and rows": [
        [
            ["a", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"],
            ["{%tr for r in rows %}", "", "", ""],
            ["{{ r.a }}", "{%tc for c in cols %}", "{{ r.b }}{{ c }}", "{%tc endfor %}"],
            ["{%tr endfor %}", "", "", ""],
        ]
    ],
    "cell colour": [[["{% cellbg colour %}shaded", "plain"]]],
    "vertical merge": [
        [["h", "i"], ["{%tr for r in rows %}", ""], ["{% vm %}group", "{{ r.b }}"], ["{%tr endfor %}", ""]]
    ],
    "horizontal merge": [[["{%tc for c in cols %}", "{% hm %}head", "{%tc endfor %}"]]],
    "formatting": [bold_cell, heading("Part {{ n }}")],
    "set": ["{% set x = n * 2 %}", "{{ x }}"],
    "macro": ["{%p macro hi(who) %}", "Hi {{ who }}", "{%p endmacro %}", "after"],
    "inline macro": ["{% macro hi(who) %}Hi {{ who }}{% endmacro %}{{ hi(name) }} {{ hi('Bob') }}"],
    "filters": [
        "{{ name | upper }} {{ cols | join('/') }} {{ none | default('-', true) }} {{ cols | length }}"
    ],
    "tests": ["{% if name is defined and n is odd and 'c1' in cols %}all{% endif %}"],
    "curly quotes": ["{{ “x” ~ name }} {% if name == ‘Ann’ %}same{% endif %}"],
    "lines and tabs": ["{{ lines }}"],
    "joined paragraphs": ["before {%- if yes -%}", " inner ", "{%- endif -%} after"],
}


def docxtpl(data, context):
    """What docxtpl makes of a template."""
    document = DocxTemplate(io.BytesIO(data))
    document.render(context, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def blocks(element):
    """What a reader sees: texts of paragraphs that hold any, and tables as their cells' shapes and texts."""
    seen = []
    for child in element:
        if child.tag == qn("w:p"):
            if text := paragraph(child).strip():
                seen.append(text)
        elif child.tag == qn("w:tbl"):
            seen.append([[cell(c) for c in row.iter(qn("w:tc"))] for row in child.iter(qn("w:tr"))])
    return seen


def paragraph(element):
    names = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "".join(names.get(e.tag) or e.text or "" for e in element.iter(qn("w:t"), *names))


def cell(element):
    properties = element.find(qn("w:tcPr"))
    values = {}
    for name in ("gridSpan", "vMerge", "shd"):
        found = None if properties is None else properties.find(qn(f"w:{name}"))
        if found is not None:
            values[name] = found.get(qn("w:fill" if name == "shd" else "w:val"))
    return values, [text for text in map(paragraph, element.iter(qn("w:p"))) if text.strip()]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_text_and_tables_as_docxtpl(name):
    data = template(*TEMPLATES[name])
    ours, theirs = render(data, CONTEXT), docxtpl(data, CONTEXT)
    assert blocks(opened(ours).element.body) == blocks(opened(theirs).element.body)


def test_headers_footers_and_properties_too():
    data = template("x", header="{{ name }} {% if yes %}y{% endif %}", footer="{{ n }}", title="T {{ name }}")
    ours, theirs = opened(render(data, CONTEXT)), opened(docxtpl(data, CONTEXT))
    for find in (lambda d: d.sections[0].header, lambda d: d.sections[0].footer):
        assert [p.text for p in find(ours).paragraphs] == [p.text for p in find(theirs).paragraphs]
    assert ours.core_properties.title == theirs.core_properties.title
