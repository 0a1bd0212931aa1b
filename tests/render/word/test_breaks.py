"""A file with sections keeps the shape of its pages; headers, footers and page numbers are the document's."""

import io
import re

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from kadocs.render.word import Subdocument, Template
from tests.render.word.docs import NAMESPACE, opened, render, saved, template, texts, validate

TALL, WIDE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


def turn(section):
    section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = TALL if section.orientation == WIDE else WIDE


def sections(name="in"):
    """A file of three sections, the second one wide, with a header of its own."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "their header"
    document.sections[0].different_first_page_header_footer = True
    document.add_paragraph(f"{name} first")
    for text in ("wide", "last"):
        turn(document.add_section())
        document.add_paragraph(f"{name} {text}")
    return saved(document)


def host(*blocks):
    """A template of one section with a header, a first page of its own, and numbers from iii on."""
    document = docx.Document(io.BytesIO(template(*blocks, header="our header")))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "cover"
    number = f'<w:pgNumType {NAMESPACE} w:fmt="lowerRoman" w:start="3"/>'
    section._sectPr.find(qn("w:cols")).addprevious(parse_xml(number))
    return saved(document)


def shape(out):
    """Each section: its orientation, whether it has a first page of its own, how its pages are numbered."""
    found = []
    for section in opened(out).sections:
        assert section.header.paragraphs[0].text == "our header"
        number = re.search(
            r'pgNumType[^>]*?w:fmt="(\w+)"(?: w:start="(\d)")?', etree.tostring(section._sectPr).decode()
        )
        found.append(
            (section.orientation, section.different_first_page_header_footer, number and number.groups())
        )
    return found


FIRST = (TALL, True, ("lowerRoman", "3"))
REST = (TALL, False, ("lowerRoman", None))
PLAIN, TURNED = (TALL, False, None), (WIDE, False, None)


def filled(out):
    return [text for text in texts(out) if text]


@pytest.mark.parametrize(
    ("before", "expected"), [(["before"], [FIRST, PLAIN, TURNED, REST]), ([], [FIRST, TURNED, REST])]
)
def test_pages_keep_their_shape_before_in_and_after_a_file(before, expected):
    out = render(host(*before, "{{p x}}", "after"), {"x": Subdocument(sections())})
    assert shape(out) == expected
    assert filled(out) == [*before, "in first", "in wide", "in last", "after"]


def test_a_file_of_one_section_changes_nothing():
    data = template("plain", header="their header")
    assert shape(render(host("before", "{{p x}}", "after"), {"x": Subdocument(data)})) == [FIRST]


def test_in_a_loop_what_the_first_page_says_is_said_once():
    files = [Subdocument(sections(name)) for name in "ab"]
    out = render(host("before", "{% for x in xs %}", "{{p x}}", "{% endfor %}", "after"), {"xs": files})
    assert shape(out) == [FIRST, PLAIN, TURNED, REST, PLAIN, TURNED, REST]
    assert shape(render(host("{% for x in xs %}", "{{p x}}", "{% endfor %}", "after"), {"xs": []})) == [FIRST]


@pytest.mark.parametrize("shown", [True, False])
def test_an_included_file_does_the_same_where_it_comes(shown):
    data = host("before", "{% if shown %}", '{% include "a.docx" %}', "{% endif %}", "after {{ shown }}")
    out = Template(data, files={"a.docx": sections()}.__getitem__).render({"shown": shown})
    validate(data, out)
    assert shape(out) == ([FIRST, PLAIN, TURNED, REST] if shown else [FIRST])


def test_two_included_files():
    data = host("before", '{% include "a.docx" %}', "between", '{% include "a.docx" %}', "{{ end }}")
    out = Template(data, files={"a.docx": sections()}.__getitem__).render({"end": "after"})
    validate(data, out)
    assert shape(out) == [FIRST, PLAIN, TURNED, REST, PLAIN, TURNED, REST]


def test_tags_in_an_included_file_with_sections_are_placed_rightly():
    inner = docx.Document(io.BytesIO(sections()))
    inner.add_paragraph("{{ x }}")
    made = Template(
        host("before", '{% include "a.docx" %}'), "host.docx", {"a.docx": saved(inner)}.__getitem__
    )
    gaps = []
    made.render({"x": None}, gaps=gaps)
    assert gaps[0].place.in_("en").endswith("a.docx › Body › paragraph 6 › {{ x }}")


@pytest.mark.parametrize("block", [[["{{p x}}"]], "{{p x}}"])
def test_where_no_section_can_end_breaks_are_left_out(block):
    in_header = isinstance(block, str)
    data = template("body", header=block) if in_header else template("before", block, "after")
    out = Template(data).render({"x": Subdocument(sections())})
    validate(data, out)
    assert len(opened(out).sections) == 1


def test_each_section_of_the_document_is_its_own():
    document = docx.Document()
    document.add_paragraph("one")
    turn(document.add_section())
    document.add_paragraph("two")
    document.add_paragraph("{{p x}}")
    out = opened(render(saved(document), {"x": Subdocument(sections())}))
    assert [section.orientation for section in out.sections] == [TALL, WIDE, TALL, WIDE, WIDE]


def test_a_file_behind_another_goes_on_with_the_page_numbers():
    values = {"x": Subdocument(sections("a")), "y": Subdocument(sections("b"))}
    out = render(host("{{p x}}", "{{p y}}"), values)
    assert [texts(out)[0], texts(out)[-1]] == ["a first", "b last"]
    assert [(first, number) for _, first, number in shape(out) if first or (number and number[1])] == [
        (True, ("lowerRoman", "3"))
    ]
