"""The numbers of the shipped styles on paper: what LibreOffice prints is what the contents say."""

import io

import pytest
from pypdf import PdfReader

from kadocs import office
from tests.render.word.docs import heading, template, xml
from tests.render.word.restyle.bases import contents, look, preset
from tests.render.word.test_contents import FIELD

NUMBERS = {
    "bid": ["第一章 a", "1.1 b", "1.1.1 c", "第二章 d", "2.1 e"],
    "gongwen": ["一、 a", "（一） b", "1. c", "二、 d", "（一） e"],
    "modern": ["1 a", "1.1 b", "1.1.1 c", "2 d", "2.1 e"],
    "english": ["1 a", "1.1 b", "1.1.1 c", "2 d", "2.1 e"],
}


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("style", NUMBERS)
def test_headings_are_numbered_on_paper_as_in_the_contents(style):
    document = template(
        xml(FIELD.replace("1-2", "1-3")),
        heading("a"),
        heading("b", 2),
        heading("c", 3),
        heading("d"),
        heading("e", 2),
    )
    out = look(document, preset(style))
    assert [plain(entry) for entry in contents(out)] == [plain(entry) for entry in NUMBERS[style]]
    pages = PdfReader(io.BytesIO(office.lay_out(out, "t.docx").pdf)).pages
    printed = plain("".join(page.extract_text() for page in pages))
    assert printed.count(plain("".join(NUMBERS[style]))) == 2


def plain(text):
    """A text without its spaces, which a PDF does not keep."""
    return "".join(text.split())
