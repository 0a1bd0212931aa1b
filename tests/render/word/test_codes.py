"""Tags in the codes of fields."""

import re
from xml.sax.saxutils import escape, quoteattr

import pytest
from docx.oxml import parse_xml

from kadocs.findings import Refused
from kadocs.render.limits import Limits
from kadocs.render.word import Template
from tests.render.word.docs import part, refused, render, template, xml


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(*texts):
    return "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>' for text in texts
    )


def field(*texts, result="here"):
    """A builder of a paragraph with a field whose code is spread over these runs."""
    return xml(
        f"<w:p>{char('begin')}{code(*texts)}{char('separate')}<w:r><w:t>{result}</w:t></w:r>{char('end')}</w:p>"
    )


def simple(text):
    """A builder of a paragraph with a field in one element."""
    return xml(f"<w:p><w:fldSimple w:instr={quoteattr(text)}><w:r><w:t>here</w:t></w:r></w:fldSimple></w:p>")


def codes(out):
    root = parse_xml(part(out).encode())
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = []
    for element in root.iter(f"{name}fldChar", f"{name}instrText", f"{name}fldSimple"):
        if element.tag == f"{name}fldSimple":
            found.append(element.get(f"{name}instr"))
        elif element.tag == f"{name}instrText":
            found[-1] += element.text or ""
        elif element.get(f"{name}fldCharType") == "begin":
            found.append("")
    return found


CASES = [
    ('HYPERLINK "{{ x }}"', "https://a.example/?a=1&b=2", 'HYPERLINK "https://a.example/?a=1&b=2"'),
    ('HYPERLINK "http://{{ x }}"', "https://a.example", 'HYPERLINK "https://a.example"'),
    (
        'HYPERLINK "https://a.example/{{ x }}" \\o "{{ x }}"',
        'a"b',
        'HYPERLINK "https://a.example/a%22b" \\o "a\\"b"',
    ),
    ('HYPERLINK "https://a.example/{{ x }}"', "a/b\\", 'HYPERLINK "https://a.example/a%2Fb%5C"'),
    ("HYPERLINK {{ x }}", "mailto:a@b.example", 'HYPERLINK "mailto:a@b.example"'),
    ('HYPERLINK \\l "{{ x }}"', 'a" \\m', 'HYPERLINK \\l "a\\" \\\\m"'),
    ('HYPERLINK \\o "{{ x }}" "{{ y }}"', "tip", 'HYPERLINK \\o "tip" "https://y.example"'),
    ("REF table_{{ x }} \\h", "7", "REF table_7 \\h"),
    ('IF "{{ x }}" = "1" "yes" "no"', "1", 'IF "1" = "1" "yes" "no"'),
    ('QUOTE "{{ x }}"', 'a" INCLUDETEXT "c:\\b', 'QUOTE "a\\" INCLUDETEXT \\"c:\\\\b"'),
    ("QUOTE “{{ x }}”", "a b", "QUOTE “a b”"),
    ("= {{ x }} * 2", "3", "= 3 * 2"),
]


@pytest.mark.parametrize(("written", "value", "expected"), CASES)
@pytest.mark.parametrize("build", [field, simple, lambda text: field(*text)])
def test_a_code_is_filled(build, written, value, expected):
    out = render(template(build(f" {written} ")), {"x": value, "y": "https://y.example"})
    assert codes(out) == [f" {expected} "]


def test_each_turn_has_its_own():
    data = template(
        "{% for x in xs %}", field('HYPERLINK "{{ x }}"', result="{{ loop.index }}"), "{% endfor %}", "end"
    )
    out = render(data, {"xs": ["tel:1", "tel:2"]})
    assert codes(out) == ['HYPERLINK "tel:1"', 'HYPERLINK "tel:2"']
    assert re.findall(r"<w:t[^>]*>(\d)</w:t>", part(out)) == ["1", "2"]


def test_a_bookmark_of_the_same_turn_is_followed():
    marked = xml(
        '<w:p><w:bookmarkStart w:id="1" w:name="spot"/><w:r><w:t>{{ x }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>'
    )
    data = template("{% for x in xs %}", marked, field('HYPERLINK "{{ x }}" \\l spot'), "{% endfor %}", "end")
    out = render(data, {"xs": ["tel:1", "tel:2"]})
    names = re.findall(r'w:name="(spot\w*)"', part(out))
    assert len(set(names)) == 2
    assert [said.rpartition(" ")[2] for said in codes(out)] == names


@pytest.mark.parametrize(
    ("written", "context", "code"),
    [
        ('HYPERLINK "{{ x }}"', {"x": "javascript:alert(1)"}, "TPL052"),
        ('HYPERLINK "{{ x }}"', {"x": "file:///c:/a"}, "TPL052"),
        ('HYPERLINK "{{ x }}"', {"x": "\\\\host\\share"}, "TPL052"),
        ('HYPERLINK "javascript:{{ x }}"', {"x": "1"}, "TPL052"),
        ('HYPERLINK "{{ x }}"', {}, "TPL021"),
        ('HYPERLINK "{{ x }}"', {"x": None}, "TPL020"),
        ('HYPERLINK "{{ x | nope }}"', {"x": 1}, "TPL015"),
        ('HYPERLINK "{{ x.__class__ }}"', {"x": 1}, "TPL023"),
        ("REF {{ x }}", {"x": "a \\h"}, "TPL050"),
        ('HYPERLINK "{% if x %}a{% endif %}"', {}, "TPL018"),
        ("{{ x }} a", {}, "TPL018"),
        ("INCLUDE{{ x }} a", {}, "TPL018"),
        ("REF{{ x }} a", {}, "TPL018"),
        ('MACROBUTTON {{ x }} "go"', {}, "TPL018"),
        ('HYPERLINK "{{ x "', {}, "TPL010"),
    ],
)
@pytest.mark.parametrize("build", [field, simple])
def test_what_does_not_fit_is_refused_at_its_place(build, written, context, code):
    (found,) = refused(template("before", build(written)), context)
    assert found.code == code
    assert "paragraph 2" in found.place.in_("en")


@pytest.mark.parametrize("kind", ["INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "LINK", "RD", "DATABASE"])
def test_fields_that_fetch_take_no_data_even_where_they_may_stay(kind):
    data = template(field(f'{kind} "{{{{ x }}}}"'))
    assert codes(render(data, {"x": "c:/secret"})) == []
    with pytest.raises(Refused) as caught:
        Template(data, limits=Limits(external=True))
    assert [found.code for found in caught.value.findings] == ["TPL018"]


def test_a_field_in_a_code_with_tags_is_refused():
    inner = f"{char('begin')}{code('PAGE')}{char('end')}"
    built = xml(f"<w:p>{char('begin')}{code('IF ')}{inner}{code(' = 1 {{ x }} b')}{char('end')}</w:p>")
    assert [found.code for found in refused(template(built), {"x": 1})] == ["TPL018"]


def test_a_gap_in_a_draft_leads_nowhere():
    gaps = []
    out = render(template(field('HYPERLINK "{{ x }}"'), field("REF {{ x }}")), {"x": None}, gaps=gaps)
    assert codes(out)[0] == 'HYPERLINK "https://missing.invalid/"'
    assert "x" in codes(out)[1]
    assert len(gaps) == 2


def test_a_field_without_an_end_is_filled():
    built = xml(f"<w:p>{char('begin')}{code('QUOTE ', '{{ x }}')}</w:p>")
    out = Template(template(built)).render({"x": 1})
    assert codes(out) == ["QUOTE 1"]
