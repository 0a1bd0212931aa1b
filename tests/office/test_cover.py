"""A print that differs from another by its cover: that page is its own, all others are the same."""

import io

import docx
import pypdf
import pytest
from docx.enum.section import WD_SECTION

from kadocs import office

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def volume(mark: str, *, footer: bool = False) -> bytes:
    """A cover in a section of its own, which has a `footer` or none, and two chapters behind it."""
    word = docx.Document()
    word.add_paragraph(mark)
    if footer:
        word.sections[0].footer.paragraphs[0].text = "1"
    word.add_section(WD_SECTION.NEW_PAGE)
    for chapter in ("Letter", "Prices"):
        word.add_heading(chapter, 1).paragraph_format.page_break_before = chapter == "Prices"
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def test_the_cover_is_the_first_section():
    alone = docx.Document(io.BytesIO(office.cover(volume("Copy"))))
    assert "".join(each.text for each in alone.paragraphs) == "Copy"
    assert len(alone.sections) == 1


def test_a_cover_that_counts_pages_or_has_nothing_behind_it_is_not_laid_out_alone():
    written = io.BytesIO()
    docx.Document().save(written)
    assert office.cover(written.getvalue()) is None
    assert office.cover(volume("Copy", footer=True)) is None


@needs_office
def test_a_print_under_another_cover_keeps_its_pages_and_bookmarks():
    original = office.lay_out(volume("Original"), "a.docx")
    cover = office.lay_out(office.cover(volume("Copy")), "b.docx")
    copy = pypdf.PdfReader(io.BytesIO(office.covered(original.pdf, cover.pdf)))
    assert [page.extract_text().strip() for page in copy.pages] == ["Copy", "Letter", "Prices"]
    assert [copy.get_destination_page_number(entry) for entry in copy.outline] == [1, 2]
