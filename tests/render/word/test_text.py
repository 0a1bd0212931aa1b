import pytest

from tests.render.word.docs import opened, part, render, runs, template, texts


@pytest.mark.parametrize(
    ("written", "context", "read"),
    [
        ("Hello {{ name }}!", {"name": "Ann"}, "Hello Ann!"),
        ("{{ a }}{{ b }} {{ a }}", {"a": "1", "b": "2"}, "12 1"),
        ("{{a}}", {"a": "no spaces"}, "no spaces"),
        ("{{ d['k'] }} {{ d.k }}", {"d": {"k": "v"}}, "v v"),
        ("{{ d.items }}", {"d": {"items": "the key, not the method"}}, "the key, not the method"),
        ("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}", {"d": {"a": 1, "b": 2}}, "a=1;b=2;"),
        ("{{ {'a': {'b': 'deep'}}['a']['b'] }}", {}, "deep"),
        ("{{ 'a }} b' }}", {}, "a }} b"),
        ("{{ x|upper }} {{ x|default('?') }}", {"x": "ab"}, "AB ab"),
        ("{{ x|default('?') }}", {"x": None}, "?"),
        ("{{ nowhere|default('?') }}", {}, "?"),
        ("{{ a ~ '-' ~ b }}", {"a": "x", "b": 3}, "x-3"),
        ("{{ xs|join(', ') }}", {"xs": ["a", "b"]}, "a, b"),
        ("{% set n = 2 %}{{ n * 3 }}", {}, "6"),
        ("{{r x }}{{r y}}", {"x": "a", "y": "b"}, "ab"),
        (
            "{{ r }} {{ p }} {{ p|upper }}",
            {"r": "named like", "p": "prefixes"},
            "named like prefixes PREFIXES",
        ),
        ("before{# a note {{ x }} #} after", {}, "before after"),
        ("{{ “curly” }} {{ x == ‘a’ }}", {"x": "a"}, "curly 是"),
        ("{{ f（x，1） }}".replace("f（x，1）", "x｜default（'？，'）"), {}, "？，"),
        ("{{ '“kept”' }}", {}, "“kept”"),
        ("{% if a < b and b > a and c == 'R&D' %}yes{% endif %}", {"a": 1, "b": 2, "c": "R&D"}, "yes"),
        ("print {_{ x }_} and {_% y %_}", {}, "print {{ x }} and {% y %}"),
        ("{% raw %}{{ not a tag }}{% endraw %} {{ x }}", {"x": 1}, "{{ not a tag }} 1"),
    ],
)
def test_a_line_of_text(written, context, read):
    out = render(template(written), context, braces=True)
    assert texts(out) == [read]


@pytest.mark.parametrize(
    "spread",
    [
        ("{{ name }}",),
        ("{", "{ name }}"),
        ("{{", " na", "me ", "}}"),
        ("{", "{ na", "me }", "}"),
        ("A{", "{ name ", "}} tail"),
    ],
)
def test_a_tag_spread_over_runs_takes_the_first_runs_formatting(spread):
    out = render(template(runs(*spread)), {"name": "Ann"})
    paragraph = opened(out).paragraphs[0]
    assert paragraph.text == "".join(spread).replace("{{ name }}", "Ann")
    assert next(run for run in paragraph.runs if "Ann" in run.text).bold


def test_text_behind_a_tag_keeps_its_own_formatting():
    out = render(template(runs("{{ a", " }} plain")), {"a": "bold"})
    assert [(run.text, run.bold) for run in opened(out).paragraphs[0].runs] == [
        ("bold", True),
        (" plain", None),
    ]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("a & b < c > d \" e ' f", "a & b < c > d \" e ' f"),
        ("]]> </t></r> <b>", "]]> </t></r> <b>"),
        ("&amp; &#65;", "&amp; &#65;"),
        ("{{ 7*7 }} {% if %} {_{ x }_}", "{{ 7*7 }} {% if %} {_{ x }_}"),
        ("line\nnext\r\nthird\rfourth", "line\nnext\nthird\nfourth"),
        ("a\tb", "a\tb"),
        ("  edges  ", "  edges  "),
        ("😀 𠮷 é é ‏", "😀 𠮷 é é ‏"),
        ("", ""),
    ],
)
def test_a_value_reads_back_as_it_was(value, read):
    assert texts(render(template("{{ x }}"), {"x": value}, braces=True)) == [read]


def test_new_paragraph_and_page_break_in_a_value_keep_the_style():
    def build(document):
        document.add_paragraph("a {{ x }} z", style="List Bullet")

    out = render(template(build), {"x": "1\a2\f3"})
    paragraphs = opened(out).paragraphs
    assert [p.text.strip() for p in paragraphs] == ["a 1", "2", "", "3 z"]
    assert {p.style.name for p in paragraphs} == {"List Bullet"}
    assert part(out).count('w:type="page"') == 1


def test_control_characters_are_left_out_with_a_warning_that_names_the_tag():
    warnings = []
    out = render(template("{{ x }}"), {"x": "a\x00b\x1b"}, warnings=warnings)
    assert texts(out) == ["ab"]
    (warning,) = warnings
    assert warning.code == "TPL030"
    assert warning.place.in_("en").endswith("{{ x }}")


def test_headers_footers_and_properties_are_rendered():
    out = render(
        template("{{ x }}", header="H {{ x }}", footer="F {% if x %}{{ x }}{% endif %}", title="T {{ x }}"),
        {"x": "R&D"},
    )
    section = opened(out).sections[0]
    assert section.header.paragraphs[0].text == "H R&D"
    assert section.footer.paragraphs[0].text == "F R&D"
    assert opened(out).core_properties.title == "T R&D"


def test_full_stops_after_tags_are_text():
    text = "{{ a }}. One. {{ a }}.{{ a }}.. Two... {{ a }}."
    assert texts(render(template(text, "Three. {{ a }}"), {"a": "x"})) == [
        "x. One. x.x.. Two... x.",
        "Three. x",
    ]
