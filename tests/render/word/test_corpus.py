"""A corpus of seeded template faults: each is found, and each at the right place.

Every template begins with a heading and a sound paragraph and ends with another, so a fault's first
paragraph is the third of the body. A seed says what stands between, the code, the position, and the tag.
"""

from decimal import Decimal

import pytest

from kadocs.figures.missing import Missing
from kadocs.findings import Refused, Text
from kadocs.model import Audience, shape
from kadocs.render.word import Template
from tests.render.word.docs import heading, runs, template, xml

DATA = {
    "customer": {"name": "Acme", "city": None},
    "items": [{"name": "Pump", "price": Decimal("12.5"), "parts": ["a"]}],
    "total": Decimal(100),
    "when": "2026-03-05",
    "title": Missing("quote.title", Text("标题", "Title")),
}

ROWS, ROWS_END = "{%tr for i in items %}", "{%tr endfor %}"
P3, P4, P5 = "paragraph 3", "paragraph 4", "paragraph 5"
LOOP, END = "{% for i in items %}", "{% endfor %}"


def cell(row, column, table=1):
    return f"table {table} row {row} column {column}"


def box(text):
    """A text box that holds this text."""
    return xml(
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def control(text):
    """A content control that holds this text."""
    return xml(f"<w:sdt><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>")


TAGS = [
    # written wrongly
    (["{{ customer.name"], "TPL010", P3, "{{ customer.name"),
    (["Dear {{ customer.name", "}},"], "TPL010", P3, "{{ customer.name"),
    (["{% if total"], "TPL010", P3, "{% if total"),
    (["{# a note"], "TPL010", P3, "{# a note"),
    (["｛｛ total ｝｝"], "TPL010", P3, "｛｛ total ｝｝"),
    (["{％ if total ％}"], "TPL010", P3, "{％ if total ％}"),
    ([runs("Total: {", "{ total }", " EUR")], "TPL010", P3, "{{ total } EUR"),
    (["{{ customer name }}"], "TPL014", P3, "{{ customer name }}"),
    (["{{ customer..name }}"], "TPL014", P3, "{{ customer..name }}"),
    (["{{ (total }}"], "TPL014", P3, "{{ (total }}"),
    (["{{ total + }}"], "TPL014", P3, "{{ total + }}"),
    (["{{ 'it }}"], "TPL014", P3, "{{ 'it }}"),
    (["{{ }}"], "TPL014", P3, "{{ }}"),
    (["{{ total | }}"], "TPL014", P3, "{{ total | }}"),
    (["{{ items[0 }}"], "TPL014", P3, "{{ items[0 }}"),
    (["{% for in items %}", "a", END], "TPL014", P3, "{% for in items %}"),
    (["{% for i items %}", "a", END], "TPL014", P3, "{% for i items %}"),
    (["{% if %}", "a", "{% endif %}"], "TPL014", P3, "{% if %}"),
    (["{% if total = 1 %}", "a", "{% endif %}"], "TPL014", P3, "{% if total = 1 %}"),
    (["{% set = 1 %}"], "TPL014", P3, "{% set = 1 %}"),
    ([[["a", "{{ b c }}"]]], "TPL014", cell(1, 2), "{{ b c }}"),
    # unknown words
    (["{{ total|mony }}"], "TPL015", P3, "{{ total|mony }}"),
    (["a", "{{ total|attr('x') }}"], "TPL015", P4, "{{ total|attr('x') }}"),
    (["{% if total is evne %}a{% endif %}b"], "TPL015", P3, "{% if total is evne %}"),
    ([[["a"], ["{{ total|roundd }}"]]], "TPL015", cell(2, 1), "{{ total|roundd }}"),
    (["{% iff total %}"], "TPL016", P3, "{% iff total %}"),
    (["{% foreach i in items %}"], "TPL016", P3, "{% foreach i in items %}"),
    (["{% import 'x' as y %}"], "TPL016", P3, "{% import 'x' as y %}"),
    # not in pairs
    ([LOOP, "{{ i.name }}"], "TPL011", P3, LOOP),
    ([LOOP, "{% if i %}", "a", END], "TPL011", P4, "{% if i %}"),
    (["a", END], "TPL011", P4, END),
    (["a", "{% else %}", "b"], "TPL011", P4, "{% else %}"),
    ([LOOP, "{% elif total %}", END], "TPL011", P4, "{% elif total %}"),
    (["{% macro f() %}", "a"], "TPL011", P3, "{% macro f() %}"),
    ([[[ROWS], ["{{ i.name }}"]]], "TPL011", cell(1, 1), ROWS),
    # not at one level
    (["text {% if total %}", "b {% endif %}"], "TPL012", P3, "{% if total %}"),
    ([LOOP, [["a", END]]], "TPL012", P3, LOOP),
    ([[["h"], [LOOP + "{{ i.name }}"], ["b" + END]]], "TPL012", cell(2, 1), LOOP),
    (["{%p if total %}", [["{%tr endif %}"]]], "TPL012", P3, "{%p if total %}"),
    ([ROWS, ROWS_END], "TPL012", P3, ROWS),
    (["{{tc total }}"], "TPL012", P3, "{{tc total }}"),
    (["beside {%p if total %}", "a", "{%p endif %}"], "TPL013", P3, "{%p if total %}"),
    (["{%p if total %}", "a", "{%p endif %} after"], "TPL013", P5, "{%p endif %}"),
    ([[["beside", ROWS], ["a"], [ROWS_END]]], "TPL013", cell(1, 2), ROWS),
    # too deep
    (["{{ " + "total + " * 1500 + "1 }}"], "TPL017", P3, "{{ total + total…"),
    (["{{ " + "(" * 300 + "total" + ")" * 300 + " }}"], "TPL017", P3, "{{ ((((…"),
    ([*["{% for i in items %}"] * 40, "a", *["{% endfor %}"] * 40], "TPL017", "paragraph 42", LOOP),
    # out of bounds
    (["{{ total.__class__ }}"], "TPL023", P3, "{{ total.__class__ }}"),
    (["{{ ''['__mro__'] }}"], "TPL023", P3, "{{ ''['__mro__'] }}"),
    ([[["{{ _secret }}"]]], "TPL023", cell(1, 1), "{{ _secret }}"),
]  # fmt: skip
"""Faults that a template has whatever the data."""

RENDER = [
    (["{{ custmer.name }}"], "TPL021", P3, "{{ custmer.name }}"),
    (["a", "b", "Dear {{ customer.nmae }},"], "TPL021", P5, "{{ customer.nmae }}"),
    (["{{ nobody|upper }}"], "TPL021", P3, "{{ nobody|upper }}"),
    (["{% if nobody == 1 %}a{% endif %}b"], "TPL021", P3, "{% if nobody == 1 %}"),
    (["{% for i in nobody %}", "a", END], "TPL021", P3, "{% for i in nobody %}"),
    ([[[LOOP + "{{ i.name }}", "{{ i.prise }}" + END]]], "TPL021", cell(1, 2), "{{ i.prise }}"),
    ([[["h"], [ROWS], ["{{ i.nme }}"], [ROWS_END]]], "TPL021", cell(3, 1), "{{ i.nme }}"),
    (["{% macro f(x) %}{{ x.nme }}{% endmacro %}", "{{ f(customer) }}"], "TPL021", P3, "{{ x.nme }}"),
    (["{% set c = customer %}{{ c.nme }}"], "TPL021", P3, "{{ c.nme }}"),
    (["{{ customer.city }}"], "TPL020", P3, "{{ customer.city }}"),
    (["{{ customer.city|upper }}"], "TPL020", P3, "{{ customer.city|upper }}"),
    (["{{ 'in ' ~ customer.city }}"], "TPL020", P3, "{{ 'in ' ~ customer.city }}"),
    ([[["a", "{{ title }}"]]], "TPL020", cell(1, 2), "{{ title }}"),
    (["{% for i in total %}", "a", END], "TPL022", P3, "{% for i in total %}"),
    (["{% for i in customer.name %}", "a", END], "TPL022", P3, "{% for i in customer.name %}"),
    (["{{ items }}"], "TPL022", P3, "{{ items }}"),
    (["{{ customer.name|money }}"], "TPL022", P3, "{{ customer.name|money }}"),
    (["{{ total|date }}"], "TPL022", P3, "{{ total|date }}"),
    (["{{ total|money(nonsense=1) }}"], "TPL022", P3, "{{ total|money(nonsense=1) }}"),
    ([[["{% cellbg 'red' %}a"]]], "TPL022", cell(1, 1), "{% cellbg 'red' %}"),
    ([[["{% colspan 0 %}a"]]], "TPL022", cell(1, 1), "{% colspan 0 %}"),
    (["{{ customer['_' ~ '_class__'] }}"], "TPL023", P3, "{{ customer['_' ~ '_class__'] }}"),
    (["{{ items.append(1) }}"], "TPL023", P3, "{{ items.append(1) }}"),
    (["{{ 9 ** 99999 }}"], "TPL024", P3, "{{ 9 ** 99999 }}"),
    (["{{ 'x' * 10 ** 9 }}"], "TPL024", P3, "{{ 'x' * 10 ** 9 }}"),
    (["{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"], "TPL024", P3, "{{ f() }}"),
    (["{{ total / 0 }}"], "TPL025", P3, "{{ total / 0 }}"),
    (["{{ 1 + 'a' }}"], "TPL025", P3, "{{ 1 + 'a' }}"),
    (["{% if total > 'a' %}b{% endif %}c"], "TPL025", P3, "{% if total > 'a' %}"),
]  # fmt: skip
"""Faults that show when a template meets data."""

SCHEMA = [
    (["{{ acount.name }}"], "TPL070", P3, "{{ acount.name }}"),
    (["a", "{% if quote.totl %}b{% endif %}c"], "TPL070", P4, "{% if quote.totl %}"),
    ([[["h"], ["{% for i in quote.items %}", "{{ i.nme }}", END]]], "TPL070", cell(2, 2), "{{ i.nme }}"),
    (["{% for r in requirements %}", "{{ r.internal_note }}", END], "TPL070", P4, "{{ r.internal_note }}"),
    (["{{ competitors }}"], "TPL071", P3, "{{ competitors }}"),
    ([[["{% for c in contacts %}", "{{ c.stance }}" + END]]], "TPL071", cell(1, 2), "{{ c.stance }}"),
    (["{% for x in quote.date %}", "a", END], "TPL072", P3, "{% for x in quote.date %}"),
    (["{{ quote.items }}"], "TPL073", P3, "{{ quote.items }}"),
    (["{{ quote.total|date }}"], "TPL074", P3, "{{ quote.total|date }}"),
    (["{{ quote.items.name }}"], "TPL075", P3, "{{ quote.items.name }}"),
]  # fmt: skip
"""Faults that show against the deal's schema, for a customer."""

ELSEWHERE = [
    ({"header": "{{ a b }}"}, "TPL014", "Header › paragraph 1", "{{ a b }}"),
    ({"footer": "{% if x %}"}, "TPL011", "Footer › paragraph 1", "{% if x %}"),
    ({"title": "{{ x|mony }}"}, "TPL015", "Properties", "{{ x|mony }}"),
    ({"header": "{{ nobody }}"}, "TPL021", "Header › paragraph 1", "{{ nobody }}"),
    ({"footer": "{{ customer.city }}"}, "TPL020", "Footer › paragraph 1", "{{ customer.city }}"),
    ({"title": "{{ items }}"}, "TPL022", "Properties", "{{ items }}"),
    ({"blocks": [box("{{ a b }}")]}, "TPL014", "Body › Scope › paragraph 4", "{{ a b }}"),
    ({"blocks": [box("{{ nobody }}")]}, "TPL021", "Body › Scope › paragraph 4", "{{ nobody }}"),
    ({"blocks": [control("{{ nobody }}")]}, "TPL021", "Body › Scope › paragraph 3", "{{ nobody }}"),
    ({"blocks": [heading("Price"), "{{ nobody }}"]}, "TPL021", "Body › Price › paragraph 4", "{{ nobody }}"),
    ({"blocks": [heading("{{ nobody }}")]}, "TPL021", "Body › Scope › paragraph 3", "{{ nobody }}"),
    (
        {"blocks": [[["a"]], [["b", "{{ nobody }}"]]]},
        "TPL021",
        "Body › Scope › table 2 row 1 column 2",
        "{{ nobody }}",
    ),
]
"""Faults in other parts of a template, and where it is harder to say where they are."""


def seeded(blocks=(), **options):
    return template(heading("Scope"), "Sound: {{ total }}", *blocks, "The end.", **options)


def compiled(data):
    with pytest.raises(Refused) as caught:
        Template(data)
    return caught.value.findings


def rendered(data):
    with pytest.raises(Refused) as caught:
        Template(data).render(DATA)
    return caught.value.findings


def is_found(findings, code, place, tag):
    """Fail unless there is one finding, with the code, at the place, saying in both languages what is wrong.

    A place is part › heading › position › the text around the tag, if there is more of it › the tag.
    """
    [found] = findings
    assert found.code == code, found
    position = ["template.docx", *place.split(" › ")]
    trail = found.place.in_("en").split(" › ")
    *around, last = trail[len(position) :]
    assert trail[: len(position)] == position
    assert last == tag or (tag.endswith("…") and last.endswith("…") and last.startswith(tag[:-1]))
    assert len(around) <= 1 and all(tag.strip("…") in text or text.endswith("…") for text in around)
    assert found.message.zh and found.message.en and found.hint.zh and found.hint.en


@pytest.mark.parametrize(("blocks", "code", "position", "tag"), TAGS)
def test_a_fault_of_the_tags_is_found(blocks, code, position, tag):
    is_found(compiled(seeded(blocks)), code, f"Body › Scope › {position}", tag)


@pytest.mark.parametrize(("blocks", "code", "position", "tag"), RENDER)
def test_a_fault_with_data_is_found(blocks, code, position, tag):
    is_found(rendered(seeded(blocks)), code, f"Body › Scope › {position}", tag)


@pytest.mark.parametrize(("blocks", "code", "position", "tag"), SCHEMA)
def test_a_fault_against_the_schema_is_found(blocks, code, position, tag):
    data = template(heading("Scope"), "Sound: {{ quote.total }}", *blocks, "The end.")
    is_found(Template(data).check(shape(Audience.CUSTOMER)), code, f"Body › Scope › {position}", tag)


@pytest.mark.parametrize(("made", "code", "place", "tag"), ELSEWHERE)
def test_a_fault_elsewhere_is_found(made, code, place, tag):
    is_found(rendered(seeded(**made)), code, place, tag)


def test_two_tags_that_form_no_pair_are_two_faults():
    found = compiled(seeded(["{% if total %}", "a", END]))
    trails = [each.place.in_("en").removeprefix("template.docx › Body › Scope › ") for each in found]
    assert {each.code for each in found} == {"TPL011"}
    assert sorted(trails) == [f"{P3} › {{% if total %}}", f"{P5} › {END}"]


def test_the_corpus_is_large_enough():
    assert len([*TAGS, *RENDER, *SCHEMA, *ELSEWHERE]) >= 90


def test_what_is_sound_about_the_seeds_is_sound():
    Template(seeded(["{{ customer.name }}"])).render(DATA)
