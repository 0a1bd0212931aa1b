"""Links whose targets hold tags."""

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.render.word.docs import opened, part, refused, render, template, texts


def link(target, text="here", where=lambda document: document.add_paragraph("see ")):
    """A builder of a link."""

    def build(document):
        paragraph = where(document)
        element = OxmlElement("w:hyperlink")
        element.set(
            qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        run = paragraph.add_run(text)
        paragraph._p.remove(run._r)
        element.append(run._r)
        paragraph._p.append(element)

    return build


def addresses(out):
    return [h.address for p in opened(out).paragraphs for h in p.hyperlinks]


@pytest.mark.parametrize(
    ("target", "value", "address"),
    [
        ("https://a.example/{{ x }}", "7", "https://a.example/7"),
        ("https://a.example/%7B%7B%20x%20%7D%7D?q=1", "7", "https://a.example/7?q=1"),
        (
            "https://a.example/%7b%7bx%7d%7d/{{ x }}",
            "b c/ü&?#",
            "https://a.example/b%20c%2F%C3%BC%26%3F%23/b%20c%2F%C3%BC%26%3F%23",
        ),
        ("{{ x }}", "https://b.example/p?a=1&b=2", "https://b.example/p?a=1&b=2"),
        ("http://%7B%7Bx%7D%7D", "https://b.example/p", "https://b.example/p"),
        ("http://{{ x }}", "b.example", "http://b.example"),
        ("{{ x }}/deep", "https://b.example", "https://b.example/deep"),
        ("mailto:{{ x }}", "a+b@c.example", "mailto:a+b@c.example"),
        ("https://a.example/{{ x|upper }}", "a", "https://a.example/A"),
        ("https://a.example/\"{{ x ~ 'b' }}", "a", "https://a.example/%22ab"),
    ],
)
def test_a_target_is_filled(target, value, address):
    out = render(template(link(target)), {"x": value})
    assert addresses(out) == [address]
    assert "%7B%7B" not in part(out, "word/_rels/document.xml.rels").upper()


def test_in_a_loop_each_turn_leads_elsewhere():
    data = template("{% for x in xs %}", link("https://a.example/{{ x }}", "to {{ x }}"), "{% endfor %}")
    out = render(data, {"xs": ["1", "2", "1"]})
    assert addresses(out) == ["https://a.example/1", "https://a.example/2", "https://a.example/1"]
    assert texts(out) == ["see to 1", "see to 2", "see to 1"]
    assert part(out, "word/_rels/document.xml.rels").count("a.example") == 2


def test_in_headers():
    data = template(
        "x", link("https://a.example/{{ x }}", where=lambda d: d.sections[0].header.paragraphs[0])
    )
    out = render(data, {"x": "1"})
    assert opened(out).sections[0].header.paragraphs[0].hyperlinks[0].address == "https://a.example/1"


@pytest.mark.parametrize(
    ("target", "value", "code"),
    [
        ("{{ x }}", "javascript:alert(1)", "TPL052"),
        ("{{ x }}", "file:///etc/passwd", "TPL052"),
        ("{{ x }}", "//host/share", "TPL052"),
        ("javascript:{{ x }}", "1", "TPL052"),
        ("https://a.example/{{ y }}", "1", "TPL021"),
        ("https://a.example/{{ x }}", None, "TPL020"),
        ("https://a.example/{{ x|nope }}", "1", "TPL015"),
    ],
)
def test_faults_have_their_place(target, value, code):
    (found,) = refused(template(link(target)), {"x": value})
    assert found.code == code
    assert "see here" in found.place.in_("en")


def test_a_gap_in_a_draft_leads_nowhere():
    gaps = []
    out = render(template(link("https://a.example/{{ x }}")), {"x": None}, gaps=gaps)
    assert addresses(out) == ["https://missing.invalid/"]
    assert len(gaps) == 1


def test_other_links_stay():
    out = render(template(link("https://a.example/%7Bid%7D"), "{{ x }}"), {"x": 1})
    assert addresses(out) == ["https://a.example/%7Bid%7D"]
