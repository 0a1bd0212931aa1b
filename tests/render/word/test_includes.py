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


CELL = template([["a", "{{ x }}"]])
DDE = xml('<w:p><w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>was</w:t></w:r></w:fldSimple></w:p>')
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
        " filled the note",
        " filled the note",
        " filled the note",
    ]


def faults(data, files, **options):
    with pytest.raises(Refused) as caught:
        Template(data, "host.docx", files=files.__getitem__, **options)
    return [(found.code, found.place.in_("en")) for found in caught.value.findings]


def test_faults_of_template_and_included_files_are_told_in_one_run_with_both_places():
    files = {"a.docx": template("fine", heading("Terms"), "{{ x | mony }}"), "b.docx": template("{% if %}")}
    data = template(
        "{{ y | mony }}",
        '{% include "a.docx" %}',
        '{% include "none.docx" %}',
        '{% include "b.docx" %}',
        "{{ z | mony }}",
    )
    host = "host.docx › Body › paragraph"
    assert faults(data, files) == [
        ("TPL053", f'{host} 3 › {{% include "none.docx" %}}'),
        ("TPL011", f'{host} 4 › {{% include "b.docx" %}} › b.docx › Body › paragraph 1 › {{% if %}}'),
        ("TPL015", f"{host} 1 › {{{{ y | mony }}}}"),
        (
            "TPL015",
            f'{host} 2 › {{% include "a.docx" %}} › a.docx › Body › Terms › paragraph 3 › {{{{ x | mony }}}}',
        ),
        ("TPL014", f'{host} 4 › {{% include "b.docx" %}} › b.docx › Body › paragraph 1 › {{% if %}}'),
        ("TPL015", f"{host} 5 › {{{{ z | mony }}}}"),
    ]


def test_a_file_that_includes_itself_is_told_where_it_does():
    tag = '{% include "a.docx" %}'
    assert faults(template("x", tag), {"a.docx": template(tag)}) == [
        ("TPL054", f"host.docx › Body › paragraph 2 › {tag} › a.docx › Body › paragraph 1 › {tag}")
    ]


def test_files_that_multiply_are_stopped():
    files = {f"{n}.docx": template(*[f'{{% include "{n + 1}.docx" %}}'] * 20) for n in range(3)} | {
        "3.docx": template("x")
    }
    assert {code for code, _ in faults(template('{% include "0.docx" %}'), files)} == {"TPL054"}


def test_missing_values_in_included_files_are_told_with_both_places():
    made = Template(template('{% include "a.docx" %}', "{{ y }}"), "host.docx", {"a.docx": CELL}.__getitem__)
    with pytest.raises(Refused) as caught:
        made.render({"x": None, "y": None})
    assert [found.place.in_("en") for found in caught.value.findings] == [
        'host.docx › Body › paragraph 1 › {% include "a.docx" %} › a.docx › Body › '
        "table 1 row 1 column 2 › {{ x }}",
        "host.docx › Body › paragraph 2 › {{ y }}",
    ]


def test_a_file_that_a_template_names_for_a_value_is_looked_into_beforehand():
    data = template('{{p "a.docx" | subdocument }}', '{{ "b.docx" | subdocument }}')
    assert faults(data, {"a.docx": template("{{ x | mony }}")}) == [
        (
            "TPL015",
            'host.docx › Body › paragraph 1 › {{p "a.docx" | subdocument }} › a.docx › Body › paragraph 1 › '
            "{{ x | mony }}",
        )
    ]
    made = Template(data, files={"a.docx": template("{{ x }}")}.__getitem__)
    out = made.render({"x": 1}, files={"b.docx": template("{{ x + 1 }}")}.__getitem__)
    assert texts(out) == ["1", "2"]


def test_what_an_included_file_would_fetch_from_outside_is_left_out_and_told():
    made = Template(template('{% include "a.docx" %}'), files={"a.docx": template(DDE)}.__getitem__)
    assert [(found.code, found.place.file) for found in made.warnings] == [("TPL081", "a.docx")]
    assert "DDE" not in part(made.render({}))
