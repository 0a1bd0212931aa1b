"""Layout through LibreOffice; without it, a clear refusal."""

import io
import random
import time

import docx
import pypdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from PIL import Image

from kadocs import office
from kadocs.findings import Refused
from kadocs.office import installed

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def document(names=("_Toc000001", "_Toc000002")) -> bytes:
    """Two pages, each with a bookmarked heading."""
    word = docx.Document()
    said = word.core_properties
    said.title, said.author, said.subject = "建议书", "云岭控制", "综合监控"
    for number, name in enumerate(names, start=1):
        heading = word.add_heading(f"第{number}章", 1)
        heading.paragraph_format.page_break_before = number > 1
        for kind in ("Start", "End"):
            mark = f'<w:bookmark{kind} {nsdecls("w")} w:id="{number}" w:name="{name}"/>'
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
    made = office.finished(first.pdf, data, "zh")
    time.sleep(1.1)  # the clock of a PDF counts seconds
    office.lay_out(document(), "b.docx")  # and LibreOffice counts the fonts that it has embedded
    assert office.finished(office.lay_out(data, "a.docx").pdf, data, "zh") == made


@needs_office
@pytest.mark.parametrize(("language", "said"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_a_pdf_has_bookmarks_the_title_and_the_language_of_its_document(language, said):
    data = document()
    reader = pypdf.PdfReader(io.BytesIO(office.finished(office.lay_out(data, "a.docx").pdf, data, language)))
    assert [entry.title for entry in reader.outline] == ["第1章", "第2章"]
    assert reader.metadata.title == "建议书"
    assert (reader.metadata.author, reader.metadata.subject) == ("云岭控制", "综合监控")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == said
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "第2章" in reader.pages[1].extract_text().replace(" ", "")


NAMES = ["_Ref_12", "报价表", "k_req-1.2", "a5Fb", "a_b"]


@needs_office
@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_any_bookmark_is_told_whatever_its_name(name):
    assert office.pages(document([name, "other"]), "a.docx") == {name: 1, "other": 2}


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


def pictured(pixels: int) -> bytes:
    """A document with a picture of some size on its first page, and a bookmark on its second."""
    picture = io.BytesIO()
    noise = random.Random(7).randbytes(pixels * pixels * 3)
    Image.frombytes("RGB", (pixels, pixels), noise).save(picture, "PNG")
    word = docx.Document()
    word.add_picture(picture, width=Cm(12))
    heading = word.add_heading("Behind", 1)
    heading.paragraph_format.page_break_before = True
    for kind in ("Start", "End"):
        heading._p.append(parse_xml(f'<w:bookmark{kind} {nsdecls("w")} w:id="1" w:name="_Toc000001"/>'))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_a_document_with_small_pictures_or_none_is_as_light_as_it_is():
    for data in (document(), pictured(20)):
        assert office.light(data) is data


@needs_office
def test_without_its_pictures_a_document_has_the_same_pages():
    data = pictured(500)
    light = office.light(data)
    assert len(light) < len(data) / 10
    whole, measured = office.lay_out(data, "a.docx"), office.lay_out(light, "a.docx")
    assert (measured.pages, measured.count) == (whole.pages, whole.count) == ({"_Toc000001": 2}, 2)
