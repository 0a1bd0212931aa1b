"""A template against a schema: wrong names and unsuited kinds are found where they stand, without data."""

import io

import pytest
from PIL import Image

from kadocs.model import Audience, shape
from kadocs.render.word import Template
from tests.render.word.docs import template

LOOP = "{% for i in quote.items %}"


def found(*blocks, audience=Audience.CUSTOMER, **options):
    """Code, field and English message of each finding."""
    findings = Template(template(*blocks, **options)).check(shape(audience))
    return [(each.code, each.path, each.message.en) for each in findings]


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("{{ acount.name }}", "TPL070", "acount"),
        ("{{ account.nmae }}", "TPL070", "account.nmae"),
        ("{{ quote['totl'] }}", "TPL070", "quote.totl"),
        ("{{ quote.get('totl') }}", "TPL070", "quote.totl"),
        ("{% if quote.totl %}a{% endif %}b", "TPL070", "quote.totl"),
        ("{% if false and quote.totl %}a{% endif %}b", "TPL070", "quote.totl"),
        ("{% if quote.totl is defined %}a{% endif %}b", "TPL070", "quote.totl"),
        ("{% if x %}{% endif %}b", "TPL070", "x"),
        (LOOP + "{{ i.nme }}{% endfor %}", "TPL070", "quote.items[].nme"),
        ("{{ quote.items[0].nme }}", "TPL070", "quote.items[].nme"),
        ("{{ (quote.items|first).nme }}", "TPL070", "quote.items[].nme"),
        ("{{ quote.items|map(attribute='nme')|join }}", "TPL070", "quote.items[].nme"),
        ("{{ quote.items|selectattr('nme')|list|length }}", "TPL070", "quote.items[].nme"),
        ("{{ quote.items|sum(attribute='nme') }}", "TPL070", "quote.items[].nme"),
        (
            "{% for i in quote.items|sort(attribute='nme') %}{{ i.name }}{% endfor %}",
            "TPL070",
            "quote.items[].nme",
        ),
        (
            "{% for g in quote.items|groupby('unit') %}{% for i in g[1] %}{{ i.nme }}{% endfor %}{%endfor%}",
            "TPL070",
            "quote.items[].nme",
        ),
        (
            "{% for m in solution.modules %}{% for p in m.pictures %}{{ p.pth }}{% endfor %}{% endfor %}",
            "TPL070",
            "solution.modules[].pictures[].pth",
        ),
        ("{% set q = quote %}{{ q.totl }}", "TPL070", "quote.totl"),
        (
            "{% if account %}{% set q = account %}{% else %}{% set q = vendor %}{% endif %}{{ q.name }}",
            "TPL070",
            "vendor.name",
        ),
        ("{% set n = namespace(q=quote) %}{{ n.q.totl }}", "TPL070", "quote.totl"),
        ("{% macro m(q) %}{{ q.totl }}{% endmacro %}{{ m(quote) }}", "TPL070", "quote.totl"),
        ("{% macro m() %}{{ quote.totl }}{% endmacro %}b", "TPL070", "quote.totl"),
        ("{{ (account or vendor).legal_name }}", "TPL070", "account.legal_name"),
        ("{{ competitors }}", "TPL071", "competitors"),
        ("{% if competitors %}a{% endif %}b", "TPL071", "competitors"),
        (LOOP + "{{ i.margin|number }}{% endfor %}", "TPL071", "quote.items[].margin"),
        (
            "{% for c in contacts %}{% if c.stance > 0 %}{{ c.name }}{% endif %}{% endfor %}",
            "TPL071",
            "contacts[].stance",
        ),
        ("{% for x in account.name %}{{ x }}{% endfor %}", "TPL072", "account.name"),
        ("{% for x in quote.total %}a{% endfor %}", "TPL072", "quote.total"),
        ("{{ account }}", "TPL073", "account"),
        ("{{ quote.items }}", "TPL073", "quote.items"),
        ("{{ vendor.strengths }}", "TPL073", "vendor.strengths"),
        ("{{ '：' ~ vendor.strengths }}", "TPL073", "vendor.strengths"),
        (LOOP + "{{ i }}{% endfor %}", "TPL073", "quote.items[]"),
        ("{{ quote.total|date }}", "TPL074", "quote.total"),
        ("{{ quote.date|money }}", "TPL074", "quote.date"),
        ("{{ quote.date|datetime }}", "TPL074", "quote.date"),
        ("{{ quote.date|rmb }}", "TPL074", "quote.date"),
        ("{{ quote.total|percent }}", "TPL074", "quote.total"),
        ("{{ quote.items|number }}", "TPL074", "quote.items"),
        ("{{ quote.total|join }}", "TPL074", "quote.total"),
        ("{{ quote.validity_days|length }}", "TPL074", "quote.validity_days"),
        ("{{ quote.items.name }}", "TPL075", "quote.items.name"),
        ("{{ account.name.short }}", "TPL075", "account.name.short"),
        ("{{ quote.total.value }}", "TPL075", "quote.total.value"),
        ("{{ account.name.splitline()|join }}", "TPL075", "account.name"),
        ("{{ quote.items()|length }}", "TPL075", "quote"),
    ],
)
def test_what_does_not_agree_with_the_deal(text, code, path):
    [(said, where, message)] = found(text)
    assert (said, where) == (code, path)
    assert message


@pytest.mark.parametrize(
    "text",
    [
        "{{ quote.total|money }}{{ quote.total.amount }}{{ quote.total.rounded()|number(2) }}",
        "{{ quote.date.year }}{{ quote.date|date }}{{ account.name.upper() }}",
        "{% for r in requirements %}{{ r.response }}{{ r.response.code }}{{ loop.index }}{% endfor %}",
        "{% for line in account.name.splitlines() %}{{ line }}{% endfor %}",
        "{% for s in vendor.strengths %}{{ s }}{% endfor %}{{ vendor.strengths|join('、') }}",
        "{% for k, v in account.items() %}{{ k }}{{ v }}{% endfor %}",
        "{{ namespace(x=1).x }}{{ range(3)|join }}{{ (quote.items|length) * 2 }}{% set x = 1 %}{{ x }}",
        "{% set y %}{{ account.name }}{% endset %}{{ y }}",
        "{{ {'a': account}['a'].name }}{{ [account, account][0].name }}{{ (account.name, 1)[0] }}",
        "{% macro m(a) %}{{ a.name }}{{ caller() }}{% endmacro %}{% call m(account) %}x{% endcall %}",
        "{{ vendor.strengths|map('upper')|join }}{{ requirements|selectattr('response')|list|length }}",
    ],
)
def test_what_agrees_with_it(text):
    assert found(text) == []


def test_a_wrong_name_is_told_wherever_it_stands_but_not_what_follows_from_it():
    blocks = (
        "{% for i in quote.itms %}",
        "{{ i.name }} {{ i.price|date }}",
        "{% endfor %}",
        "{{ quote.itms|length }}",
    )
    assert [path for _, path, _ in found(*blocks)] == ["quote.itms", "quote.itms"]


def test_a_hidden_field_names_the_audience_and_an_internal_document_may_use_it():
    [(_, _, message)] = found("{{ opportunity.probability }}")
    assert "customer" in message and "internal" in message
    assert found("{{ opportunity.probability }}", audience=Audience.INTERNAL) == []


def test_the_nearest_name_is_offered_and_the_place_is_that_of_the_tag():
    data = template("Dear", [["{% for i in quote.items %}{{ i.quantty }}{% endfor %}"]])
    [finding] = Template(data).check(shape(Audience.CUSTOMER))
    assert "quantity" in finding.hint.en
    assert "table 1 row 1 column 1" in finding.place.in_("en")
    assert finding.place.in_("en").endswith("{{ i.quantty }}")


def test_every_part_is_checked():
    found_in = found(
        "{{ account.a }}", header="{{ account.b }}", footer="{{ account.c }}", title="{{ account.d }}"
    )
    assert [path for _, path, _ in found_in] == ["account.a", "account.b", "account.c", "account.d"]


def picture(text):
    """A builder of a picture whose alternative text this is."""

    def build(document):
        drawn = io.BytesIO()
        Image.new("RGB", (2, 2)).save(drawn, "PNG")
        document.add_picture(drawn)
        document.element.body.xpath(".//wp:docPr")[-1].set("descr", text)

    return build


def test_a_picture_named_by_its_alternative_text_is_checked():
    assert [path for _, path, _ in found(picture("{{ vendor.lgo }}"))] == ["vendor.lgo"]


def test_a_column_loop_is_told_of_once():
    cells = [["a", "{%tc for i in quote.itms %}", "{{ i.name }}", "{%tc endfor %}"], ["b", "", "c", ""]]
    assert len(found(cells)) == 1


def test_macros_that_call_each_other_many_times_are_followed_to_an_end():
    calls = "".join(f"{{{{ f(a.k{number}) }}}}" for number in range(10))
    assert found(f"{{% macro f(a) %}}{calls}{{% endmacro %}}{{{{ f(account) }}}}")[0][1] == "account.k0"
