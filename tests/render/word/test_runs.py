"""Plain values are written without Jinja's code: nobody may notice, save by the time it takes."""

import pytest

from kadocs.render.word import Template
from tests.effort import effort
from tests.render.word.docs import refused, render, rows, template, texts


def test_names_fields_and_filters_are_followed():
    data = template("{{ a }} {{ b.c.d }} {{ n | percent }} {{ b.c.d|upper }}")
    assert texts(render(data, {"a": "1", "b": {"c": {"d": "x"}}, "n": "0.13"})) == ["1 x 13% X"]


def test_what_a_statement_names_is_its_own():
    data = template(
        "{{ x }} {% for x in xs %}{{ x }} {% endfor %}{{ x }}",
        "{% set y = 'set' %}",
        "{{ y }}{{ z }}",
        "{% macro m(z) %}{{ z }}{{ x }}{% endmacro %}",
        "{{ m('arg') }}",
    )
    context = {"x": "X", "xs": ["1", "2"], "y": "Y", "z": "Z"}
    assert texts(render(data, context)) == ["X 1 2 X", "setZ", "argX"]


def test_constants_are_no_names():
    assert texts(render(template("{{ true }} {{ 7 }} {{ a }}"), {"a": "b", "true": "no"})) == ["是 7 b"]


@pytest.mark.parametrize(
    ("tag", "context", "code", "words"),
    [
        ("{{ nme }}", {"name": "x"}, "TPL021", 'Did you mean "name"?'),
        ("{{ a.c }}", {"a": {"b": "x"}}, "TPL021", 'the data has no "c"'),
        ("{{ a.b.c }}", {"a": {}}, "TPL021", 'the data has no "b"'),
        ("{{ a | percent }}", {"a": "many"}, "TPL022", "many"),
        ("{{ a | batch }}", {"a": "many"}, "TPL025", "batch"),
        ("{{ a }}", {"a": ["x"]}, "TPL022", "several values"),
        ("{{ a }}", {"a": None}, "TPL020", "no value"),
        ("{{ a.b }}", {"a": None}, "TPL021", 'no "b"'),
    ],
)
def test_a_fault_names_its_own_tag(tag, context, code, words):
    data = template("{{ fine }} before", f"the {tag} after {{{{ fine }}}}")
    (found,) = refused(data, context | {"fine": "x"})
    assert found.code == code
    assert words in f"{found.message.en} {found.hint.en}"
    assert [step.en for step in found.place.trail][-3:] == [
        "paragraph 2",
        f"the {tag} after {{{{ fine }}}}"[:39] + "…" if len(tag) > 18 else f"the {tag} after {{{{ fine }}}}",
        tag,
    ]


def test_a_table_cell_is_still_named():
    (found,) = refused(template([["{{ a }}", "{{ b.nme }}"]]), {"a": "x", "b": {"name": "y"}})
    assert "table 1 row 1 column 2" in str(found.place)


def test_values_are_written_once():
    data = template([["{{ a }}", "{{ b }}"]])
    assert rows(render(data, {"a": "{{ b }}", "b": "<&>\n二"}, braces=True)) == [["{{ b }}", "<&>\n二"]]


def test_compiling_is_work_in_proportion_to_the_tags():
    def work(count):
        data = template(*(" ".join(f"{{{{ f{row}_{i} }}}}" for i in range(10)) for row in range(count)))
        return effort(lambda: Template(data))

    work(10)
    assert work(400) < 4.2 * work(100)
