"""`{% include "part.docx" %}` puts other Word files in, tags and all."""

import re

import pytest

from kadocs.findings import Refused
from kadocs.render.word import Subdocument, Template
from tests.render.word.docs import heading, opened, part, saved, template, texts, validate, xml
from tests.render.word.test_contents import FIELD
from tests.render.word.values.test_subdocument import ITEM, noted, numbers, styled


def render(data, files, context):
    out = Template(data, files=files.__getitem__).render(context)
    validate(data, out)
    return out


CLAUSE = template("{% for x in xs %}", "clause {{ x }}", "{% endfor %}", [["{{ n }}"]])


@pytest.mark.parametrize(
    "tag",
    [
        '{% include "a.docx" %}',
        "{%p include 'a.docx' %}",
        "{% include “a.docx” %}",
        '{%- include "a.docx" -%}',
    ],
)
def test_tags_of_an_included_file_are_filled(tag):
    out = render(template("before", tag, "{{ n }}"), {"a.docx": CLAUSE}, {"xs": [1, 2], "n": "N"})
    assert texts(out) == ["before", "clause 1", "clause 2", "N"]
    assert opened(out).tables[0].cell(0, 0).text == "N"


def test_it_may_stand_in_loops_conditions_cells_and_headers():
    data = template(
        "{% for n in ns %}",
        '{% include "a.docx" %}',
        "{% endfor %}",
        ['{% include "a.docx" %}'.splitlines()],
        "{% if false %}",
        '{% include "a.docx" %}',
        "{% endif %}",
        header='{% include "a.docx" %}',
    )
    out = render(data, {"a.docx": template("n = {{ n }}")}, {"ns": [1, 2], "n": 3})
    assert texts(out) == ["n = 1", "n = 2"]
    assert opened(out).tables[0].cell(0, 0).text == "n = 3"
    assert opened(out).sections[0].header.paragraphs[0].text == "n = 3"


def test_included_files_may_include_others():
    files = {"a.docx": template("a", '{% include "b.docx" %}'), "b.docx": template("b {{ x }}")}
    assert texts(render(template('{% include "a.docx" %}'), files, {"x": 1})) == ["a", "b 1"]


def test_styles_lists_notes_and_headings_come_along():
    files = {
        "a.docx": saved(styled("Clause", 9, "{{ x }}")),
        "b.docx": template(xml(ITEM.format("item")), noted, heading("{{ x }}")),
    }
    data = template(xml(FIELD), '{% include "a.docx" %}', '{% include "b.docx" %}', '{% include "b.docx" %}')
    out = render(data, files, {"x": "X", "n": 1})
    assert opened(out).paragraphs[2].style.name == "Clause"
    assert texts(out)[:2] == ["X", "X"]
    (_, one), (_, two) = numbers(out)
    assert one != two
    assert part(out, "word/footnotes.xml").count("1 the note") == 2


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "TPL053"),
        ({"a.docx": b"no document"}, "TPL054"),
        ({"a.docx": template('{% include "a.docx" %}')}, "TPL054"),
        (None, "TPL053"),
    ],
)
def test_a_file_that_cannot_be_included_is_named_with_its_place(files, code):
    with pytest.raises(Refused) as caught:
        Template(template("x", '{% include "a.docx" %}'), files=None if files is None else files.__getitem__)
    (found,) = caught.value.findings
    assert found.code == code
    assert 'paragraph 2 › {% include "a.docx" %}' in found.place.in_("en")


def test_every_file_that_is_missing_is_told_at_once():
    with pytest.raises(Refused) as caught:
        Template(template('{% include "a.docx" %}', '{% include "../b.docx" %}'), files={}.__getitem__)
    assert [found.code for found in caught.value.findings] == ["TPL053", "TPL053"]


def test_notes_are_numbered_as_the_text_refers_to_them():
    data = template("{{p sub }}", '{% include "a.docx" %}', noted)
    files = {"a.docx": template(noted)}
    out = render(data, files, {"sub": Subdocument(template(noted)), "n": "filled"})
    references = re.findall(r'footnoteReference w:id="(\d+)"', part(out))
    assert references == sorted(references, key=int)
    notes = dict(
        re.findall(r'<w:footnote w:id="(\d+)".*?<w:t [^>]*>([^<]*)', part(out, "word/footnotes.xml"))
    )
    assert [notes[number] for number in references] == [
        " {{ n }} the note",
        " filled the note",
        " filled the note",
    ]
