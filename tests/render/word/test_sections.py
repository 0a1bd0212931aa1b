"""Sections and pages in loops: each turn its own, and no blank page at the end."""

import pytest

from tests.render.word.docs import opened, part, render, template, texts

BREAK = "{% if not loop.last %}"


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


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_page_breaks_between_turns_only(count):
    def build(document):
        document.add_paragraph("{% for x in xs %}")
        document.add_paragraph("{{ x }}")
        document.add_paragraph("{% if not loop.last %}")
        document.add_page_break()
        document.add_paragraph("{% endif %}")
        document.add_paragraph("{% endfor %}")

    out = render(template(build), {"xs": list(range(count))})
    assert part(out).count('w:type="page"') == max(count - 1, 0)
    assert [text for text in texts(out) if text.strip()] == [str(n) for n in range(count)]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_page_break_before_the_paragraphs_of_later_turns(count):
    def build(document):
        document.add_paragraph("{% for x in xs %}")
        document.add_paragraph("{{ x }}").paragraph_format.page_break_before = True
        document.add_paragraph("{% endfor %}")

    out = render(template(build), {"xs": list(range(count))})
    assert part(out).count("<w:pageBreakBefore/>") == count
    assert texts(out) == [str(n) for n in range(count)]
