"""The fields that a template uses: read from its tags alone, with the kind that their use gives away."""

import pytest

from kadocs.render.usage import json_schema
from kadocs.render.word import Template
from tests.render.word.docs import template


def fields(*blocks, **options):
    """A template's fields in short: a list stands in brackets, `!` says always."""
    return {each.name: short(each) for each in Template(template(*blocks, **options)).fields()}


def short(field):
    if field.fields:
        return {each.name: short(each) for each in field.fields}
    if field.item is not None:
        return [short(field.item)]
    return field.kind + "!" * field.always


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ x }}", {"x": "text!"}),
        ("{{ x|money }}", {"x": "money!"}),
        ("{{ x|rmb }} {{ x }}", {"x": "money!"}),
        ("{{ x|number }}", {"x": "number!"}),
        ("{{ x|cn_date }}", {"x": "date!"}),
        ("{{ x|date }}{{ x|datetime }}", {"x": "datetime!"}),
        ("{{ x|upper }}", {"x": "text!"}),
        ("{{ x + 1 }}", {"x": "number!"}),
        ("{{ x + '.' }}", {"x": "text!"}),
        ("{{ x ~ 1 }}", {"x": "text!"}),
        ("{{ [x, y]|join }}", {"x": "text!", "y": "text!"}),
        ("{{ x.y.z }}", {"x": {"y": {"z": "text!"}}}),
        ("{{ x['y'] }}", {"x": {"y": "text!"}}),
        ("{{ x.get('y', '') }}", {"x": {"y": "text"}}),
        ("{{ xs[0].a }}", {"xs": [{"a": "text!"}]}),
        ("{{ xs|length }}", {"xs": ["any"]}),
        ("{{ xs|join('、') }}", {"xs": ["text"]}),
        ("{{ xs|map(attribute='a.b')|join }}", {"xs": [{"a": {"b": "text!"}}]}),
        ("{{ xs|selectattr('a', 'equalto', 1)|list|length }}", {"xs": [{"a": "any"}]}),
        ("{{ (xs|sort(attribute='n')|first).m }}", {"xs": [{"n": "any", "m": "text"}]}),
        ("{{ x.splitlines()|join }}", {"x": "text!"}),
        ("{% if x %}a{% endif %}b", {"x": "flag"}),
        ("{% if x %}{{ x }}{% endif %}b", {"x": "text"}),
        ("{% if x == 'a' %}a{% endif %}b", {"x": "text"}),
        ("{% if x > 3 %}a{% endif %}b", {"x": "number"}),
        ("{% if x is defined and y is none %}a{% endif %}b", {"x": "flag", "y": "flag"}),
        ("{{ x or '—' }}", {"x": "text"}),
        ("{{ x|default(y) }}", {"x": "text", "y": "text"}),
        ("{{ x if y else z }}", {"y": "flag", "x": "text", "z": "text"}),
        ("{% for x in xs %}{{ x }}{% endfor %}", {"xs": ["text"]}),
        ("{% for x in xs %}{{ x.a|money }}{{ loop.index }}{% endfor %}", {"xs": [{"a": "money"}]}),
        (
            "{% for x in xs if x.a %}{{ x.b }}{% else %}{{ n }}{% endfor %}",
            {"xs": [{"a": "flag", "b": "text"}], "n": "text"},
        ),
        (
            "{% for x in xs %}{% for y in x.ys %}{{ y.a }}{% endfor %}{% endfor %}",
            {"xs": [{"ys": [{"a": "text"}]}]},
        ),
        ("{% for a, b in xs %}{{ a }}{{ b|number }}{% endfor %}", {"xs": [["number"]]}),
        (
            "{% for g in xs|groupby('k') %}{{ g[0] }}{% for x in g.list %}{{ x.a }}{% endfor %}{% endfor %}",
            {"xs": [{"k": "text", "a": "text"}]},
        ),
        (
            "{% for row in xs|batch(2) %}{% for x in row %}{{ x.a }}{% endfor %}{% endfor %}",
            {"xs": [{"a": "text"}]},
        ),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", {}),
        ("{% set y = x %}{{ y.a }}", {"x": {"a": "text!"}}),
        ("{% set y = 1 %}{{ y }}", {}),
        (
            "{% if c %}{% set y = a %}{% else %}{% set y = b %}{% endif %}{{ y.n }}",
            {"c": "flag", "a": {"n": "text!"}, "b": {"n": "text!"}},
        ),
        ("{% set n = namespace(v=x) %}{{ n.v.a }}", {"x": {"a": "text!"}}),
        ("{% set y %}{{ x }}{% endset %}{{ y }}", {"x": "text"}),
        (
            "{% macro f(a, b=y) %}{{ a.n }}{{ b }}{% endmacro %}{{ f(x) }}",
            {"x": {"n": "text!"}, "y": "text!"},
        ),
        ("{% macro f(a) %}{{ z }}{% endmacro %}b", {"z": "text"}),
        ("{% macro f(a) %}{{ a.n }}{% if a.sub %}{{ f(a.sub) }}{% endif %}{% endmacro %}b", {}),
        ("{% with y = x %}{{ y.a }}{% endwith %}", {"x": {"a": "text!"}}),
        ("{# {{ x }} #}b", {}),
    ],
)
def test_a_field_has_the_kind_that_its_use_gives_away(text, found):
    assert fields(text) == found


def test_a_recursive_macro_is_followed_to_an_end():
    (x,) = Template(template("{% macro f(a) %}{{ a.n }}{{ f(a.sub) }}{% endmacro %}{{ f(x) }}")).fields()
    assert [each.name for each in x.fields] == ["n", "sub"]


def test_fields_of_all_parts_are_one_tree():
    found = fields(
        "{{ q.a }}", [["{% for x in q.xs %}{{ x.n }}{% endfor %}"]], header="{{ q.b }}", title="{{ q.c }}"
    )
    assert found == {"q": {"a": "text!", "xs": [{"n": "text"}], "b": "text!", "c": "text!"}}


def test_names_set_in_one_part_are_data_in_another():
    assert fields("{% set y = 1 %}{{ y }}", footer="{{ y }}") == {"y": "text!"}


def test_the_json_schema_says_what_data_must_hold():
    read = Template(
        template(
            "{{ a.b|date }}", "{% for x in xs %}", "{{ x.n|money }}", "{% endfor %}", "{% if c %}d{% endif %}"
        )
    )
    assert json_schema(read.fields()) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "a": {
                "type": "object",
                "properties": {"b": {"type": "string", "format": "date"}},
                "required": ["b"],
            },
            "xs": {
                "type": "array",
                "items": {"type": "object", "properties": {"n": {"type": ["number", "string"]}}},
            },
            "c": {"type": "boolean"},
        },
        "required": ["a", "xs"],
    }


def test_tags_are_listed_with_their_places():
    data = template("{# note #}Hi {{ name }}", [["{% if x %}{{ y|upper }}{% endif %}"]], header="{{ h }}")
    found = Template(data).tags()
    assert [(tag.kind, tag.expression) for tag in found] == [
        ("comment", "note"),
        ("value", "name"),
        ("statement", "if x"),
        ("value", "y|upper"),
        ("statement", "endif"),
        ("value", "h"),
    ]
    assert found[3].place.in_("en") == (
        "template.docx › Body › table 1 row 1 column 1 › {% if x %}{{ y|upper }}{% endif %} › {{ y|upper }}"
    )
