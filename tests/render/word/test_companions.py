"""A document among others: the pages of bookmarks elsewhere, the number of its own first page."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from kadocs.render.word import Template
from kadocs.render.word.companions import Companions


def template() -> Template:
    """A heading in a bookmark, and two pages that are asked for."""
    document = docx.Document()
    document.add_heading('{{ "Here" | bookmark("part-here") }}', 1)
    document.add_paragraph('Here {{ "part-here" | page }}. There {{ "part-there" | page }}.')
    stream = io.BytesIO()
    document.save(stream)
    return Template(stream.getvalue())


def rendered(companions: Companions, pages: dict[str, int] | None = None, language: str = "en") -> str:
    data = template().render({}, pages=pages, companions=companions, language=language)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


def words(xml: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"<w:instrText.*?</w:instrText>|</w:p>", " ", xml))


@pytest.fixture
def named() -> str:
    """Word's name for the bookmark."""
    first = Companions()
    rendered(first)
    return first.bookmarks["part-here"]


@pytest.mark.parametrize(("language", "blank"), [("en", "____"), ("zh", "＿＿")])
def test_what_nobody_knows_is_left_blank(language: str, blank: str) -> None:
    xml = rendered(Companions(), language=language)
    assert f"Here {blank}. There {blank}." in words(xml)
    assert "PAGEREF" not in xml  # a field that leads nowhere would be an error in Word


def test_a_page_elsewhere_is_a_text_and_one_here_a_field(named: str) -> None:
    xml = rendered(Companions(pages={"part-there": "7"}), {named: 2})
    assert re.search(r"Here +2\. There 7\.", words(xml))
    assert xml.count("PAGEREF") == 1


def test_a_draft_has_no_page_of_any_bookmark(named: str) -> None:
    told = Companions(pages={"part-there": "7"}, blank=True)
    assert "Here ____. There ____." in words(rendered(told, {named: 2}))


def test_pages_are_counted_on_from_the_first(named: str) -> None:
    told = Companions(first=31)
    xml = rendered(told, {named: 2})
    assert 'w:pgNumType w:start="31"' in xml
    assert re.search(r"Here +32\.", words(xml))
    assert told.printed[named] == "32"


def test_it_tells_its_bookmarks() -> None:
    told = Companions()
    rendered(told)
    assert told.bookmarks.keys() == {"part-here"}
