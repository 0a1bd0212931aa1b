"""A draft says so on its pages."""

import io

import docx
import pytest

from kadocs.render.word import Template


def header(text: str | None) -> bytes:
    document = docx.Document()
    document.add_paragraph("{{ name }}")
    if text is not None:
        document.sections[0].header.paragraphs[0].text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def heads(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).sections[0].header.paragraphs]


@pytest.mark.parametrize("text", ["{{ name }}", "ACME"])
@pytest.mark.parametrize(("language", "word"), [("zh", "草稿"), ("en", "DRAFT")])
def test_each_header_of_a_draft_has_the_word_below_its_own(text, language, word):
    made = Template(header(text)).render({"name": "ACME"}, language=language, gaps=[])
    assert heads(made) == ["ACME", word]


def test_a_finished_document_does_not():
    assert heads(Template(header("ACME")).render({"name": "ACME"})) == ["ACME"]


def test_a_draft_without_headers_is_left_as_it_is():
    made = Template(header(None)).render({"name": "ACME"}, gaps=[])
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "ACME"


@pytest.mark.parametrize("tag", ["{{ x }}", "{{p x }}", "{{r x}}", "{{- x -}}"])
def test_a_gap_names_its_value_without_the_braces(tag):
    document = docx.Document()
    document.add_paragraph(tag)
    stream = io.BytesIO()
    document.save(stream)
    made = Template(stream.getvalue()).render({"x": None}, language="en", gaps=[])
    assert [p.text for p in docx.Document(io.BytesIO(made)).paragraphs] == ["[To be added: x]"]
