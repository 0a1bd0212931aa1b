"""Layout through LibreOffice; without it, a clear refusal."""

import io
import time

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kadocs import office
from kadocs.findings import Refused
from kadocs.office import installed

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def document() -> bytes:
    """Two pages, each with a bookmarked heading."""
    word = docx.Document()
    for number in (1, 2):
        heading = word.add_heading(f"第{number}章", 1)
        heading.paragraph_format.page_break_before = number > 1
        for kind in ("Start", "End"):
            mark = f'<w:bookmark{kind} {nsdecls("w")} w:id="{number}" w:name="_Toc00000{number}"/>'
            heading._p.append(parse_xml(mark))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


@needs_office
def test_a_bookmark_lands_on_its_page_and_the_pdf_is_the_same_each_time():
    data = document()
    first = office.lay_out(data, "a.docx")
    assert first.pages == {"_Toc000001": 1, "_Toc000002": 2}
    assert first.pdf.startswith(b"%PDF")
    time.sleep(1.1)  # the clock of a PDF counts seconds
    assert office.lay_out(data, "a.docx").pdf == first.pdf


@needs_office
def test_libreoffice_says_its_version():
    assert office.version().startswith("LibreOffice ")


def test_without_libreoffice_it_is_refused_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setattr(installed, "program", lambda: None)
    with pytest.raises(Refused) as refused:
        office.lay_out(b"", "a.docx")
    [finding] = refused.value.findings
    assert finding.code == "OUT010"
    assert "apt install" in finding.hint.zh
