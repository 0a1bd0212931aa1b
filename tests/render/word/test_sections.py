"""Sections and pages in loops: each turn its own, and no blank page at the end."""

import io
from pathlib import Path

import pytest
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.shared import Pt
from pypdf import PdfReader

from kadocs import office
from kadocs.render.word import Subdocument
from tests.opening import converted
from tests.render.word.docs import opened, part, render, template, texts, xml

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_section_for_each_turn(count):
    def build(document):
        document.sections[0].header.paragraphs[0].text = "head {{ title }}"
        document.add_paragraph("{% for x in xs %}")
        document.add_paragraph("{{ x }}")
        document.add_section()
        document.add_paragraph("{% endfor %}")
        document.add_paragraph("end")

    out = render(template(build), {"title": "T", "xs": list(range(count))})
    sections = opened(out).sections
    assert len(sections) == count + 1
    assert {section.header.paragraphs[0].text for section in sections} == {"head T"}


def broken(document):
    document.add_page_break()


def broken_in_line(document):
    paragraph = document.add_paragraph("{% if not loop.last %}")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("{% endif %}")


BREAKS = {
    "between paragraphs": ["{% if not loop.last %}", broken, "{% endif %}"],
    "in one paragraph": [broken_in_line],
    "behind every turn": [broken],
}


@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("way", BREAKS)
def test_each_turn_but_the_first_begins_a_page(way, count):
    out = render(template("{% for x in xs %}", "{{ x }}", *BREAKS[way], "{% endfor %}"), {"xs": range(count)})
    begins = [bool(each.paragraph_format.page_break_before) for each in opened(out).paragraphs]
    assert begins == [number > 0 for number in range(count)]
    assert texts(out) == [str(number) for number in range(count)]
    assert 'w:type="page"' not in part(out)


@pytest.mark.parametrize(
    ("following", "read"),
    [
        ("<w:p/>", "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"),
        ("<w:p><w:pPr/></w:p>", "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"),
        (
            '<w:p><w:pPr><w:pStyle w:val="Title"/><w:keepNext/><w:jc w:val="left"/></w:pPr></w:p>',
            '<w:pPr><w:pStyle w:val="Title"/><w:keepNext/><w:pageBreakBefore/><w:jc w:val="left"/></w:pPr>',
        ),
        ("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>", "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>"),
        (
            '<w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr></w:p>',
            "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
        ),
        (
            '<w:bookmarkStart w:id="1" w:name="b"/><w:p/><w:bookmarkEnd w:id="1"/>',
            'w:name="b"/><w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p><w:bookmarkEnd w:id="1"/>',
        ),
        (BREAK, '<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'),
        ("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", BREAK + "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"),
    ],
)
def test_a_break_is_one_of_the_paragraph_that_comes_next(following, read):
    data = template("{% for x in [1] %}", xml(BREAK), "{% endfor %}", xml(following))
    assert read in part(render(data))


@pytest.mark.parametrize(
    "blocks",
    [
        [broken, "{{ x }}"],
        [
            "{% for y in [1] %}",
            lambda d: d.add_paragraph("text").add_run().add_break(WD_BREAK.PAGE),
            "{% endfor %}",
        ],
        [
            "{% for y in [1] %}",
            lambda d: d.add_paragraph("{{ x }}").add_run().add_break(WD_BREAK.PAGE),
            "{% endfor %}",
        ],
        ["{%p macro m() %}", "{% for y in [1] %}", broken, "{% endfor %}", "{%p endmacro %}", "{{p m() }}"],
    ],
)
def test_other_breaks_stay_where_they_are(blocks):
    out = part(render(template(*blocks, "end"), {"x": 1}))
    assert (out.count('w:type="page"'), out.count("pageBreakBefore")) == (1, 0)


def full(way, lines):
    """A template whose turns have so many lines of 20 points, one of them the first, on pages of 30."""

    def begin(document):
        section = document.sections[0]
        section.page_height, section.top_margin, section.bottom_margin = Pt(700), Pt(50), Pt(50)
        section.header_distance = section.footer_distance = Pt(20)
        form = document.styles["Normal"].paragraph_format
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule, form.line_spacing, form.widow_control = WD_LINE_SPACING.EXACTLY, Pt(20), False

    between = BREAKS.get(way, [])
    return template(begin, "{% for x in xs %}", first(way), *["line"] * (lines - 1), *between, "{% endfor %}")


def first(way):
    def build(document):
        document.add_paragraph("{{ x }}").paragraph_format.page_break_before = way not in BREAKS

    return build


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_pages_are_as_many_as_turns_however_full_they_are(tmp_path: Path) -> None:
    expected = {}
    for way in [*BREAKS, "before the first paragraph"]:
        for lines, pages in ((29, 1), (30, 1), (31, 2)):
            for count in (1, 4):
                path = tmp_path / f"{way} {lines} {count}.docx"
                path.write_bytes(render(full(way, lines), {"xs": range(count)}))
                expected[path] = pages * count
    laid = converted(list(expected), "pdf")
    assert {path: len(PdfReader(io.BytesIO(pdf)).pages) for path, pdf in laid.items()} == expected


@pytest.mark.parametrize("count", [1, 2, 5])
def test_page_break_before_the_paragraphs_of_later_turns(count):
    def build(document):
        document.add_paragraph("{% for x in xs %}")
        document.add_paragraph("{{ x }}").paragraph_format.page_break_before = True
        document.add_paragraph("{% endfor %}")

    out = render(template(build), {"xs": list(range(count))})
    assert part(out).count("<w:pageBreakBefore/>") == count
    assert texts(out) == [str(n) for n in range(count)]


def test_a_page_break_at_the_end_of_a_file_that_is_put_in_stays():
    inner = Subdocument(template("{% for x in xs %}", "{{ x }}", broken, "{% endfor %}"))
    out = render(template("{{p file }}", "after"), {"xs": [1, 2], "file": inner})
    begins = [bool(each.paragraph_format.page_break_before) for each in opened(out).paragraphs]
    assert [text.strip() for text in texts(out)] == ["1", "2", "", "after"]
    assert begins == [False, True, False, False]
    assert part(out).count('w:type="page"') == 1
