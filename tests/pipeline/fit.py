"""What a document must not have before anybody signs it, seen in the file and in its pages.

LibreOffice's own numbering of the headings, in the bookmarks of the PDF, is the measure of the contents.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from lxml import etree
from pypdf import PageObject, PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFTOVER = re.compile(
    r"\{\{|\{%|\{#|%\}|\}\}|【待补充|\bTBD\b|XXX+|Lorem ipsum|<[A-Z]\w+ object", re.IGNORECASE
)
_TEXTS = re.compile(
    r"word/\w+\.xml|xl/worksheets/sheet\d+\.xml|xl/sharedStrings\.xml|(?:word|xl)/charts/\w+\.xml"
)
_ASKING = re.compile(rb'w:updateFields|w:dirty="(?:1|true)"')
_MARGIN = 0.08
"""What lies in this share of a page at its top and foot is header and footer."""


class Entry(NamedTuple):
    """A line of the contents, or a heading: its words without blanks, and its page."""

    text: str
    page: int


class Page:
    """A page of a PDF: its words without blanks, and its lines between header and footer, from the top."""

    def __init__(self, page: PageObject) -> None:
        height = float(page.mediabox.height)
        inside: dict[int, str] = {}

        def visit(text: str, _: Any, at: list[float], *__: Any) -> None:
            if text.strip() and _MARGIN * height < at[5] < (1 - _MARGIN) * height:
                inside[round(at[5])] = inside.get(round(at[5]), "") + text

        self.text = tight(page.extract_text(visitor_text=visit))
        self.lines = [tight(inside[y]) for y in sorted(inside, reverse=True)]
        self.is_drawn = bool(page["/Resources"].get("/XObject", {}))
        self.is_blank = not inside and not self.is_drawn


def tight(text: str) -> str:
    """A text without its blanks, which a layout may set otherwise."""
    return "".join(text.split())


def letters(text: str) -> str:
    """The letters and digits of a text: signs of other fonts are not read from a PDF in their order."""
    return "".join(re.findall(r"\w+", text))


def pages(pdf: IO[bytes]) -> list[Page]:
    """The pages of a PDF."""
    return [Page(page) for page in PdfReader(pdf).pages]


def orphans(pdf: IO[bytes]) -> Iterator[str]:
    """Headings below which nothing stands on their page."""
    reader = PdfReader(pdf)
    found = pages(pdf)
    for _, entry in _outline(reader, reader.outline):
        page = found[entry.page - 1]
        if not page.is_drawn and page.lines and page.lines[-1] == entry.text:
            yield f"page {entry.page} ends with its heading {entry.text!r}"


def faults(name: str, document: bytes, pdf: bytes) -> Iterator[str]:
    """All that keeps a document from being sent."""
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    yield from _leftovers(parts)
    reader = PdfReader(io.BytesIO(pdf))
    seen = [Page(page) for page in reader.pages]
    yield from (f"page {number} is blank" for number, page in enumerate(seen, 1) if page.is_blank)
    if name.endswith(".docx"):
        yield from _prompts(parts)
        body = etree.fromstring(parts["word/document.xml"])
        yield from _hollow(body)
        yield from _contents(body, reader, seen)
        yield from _lists(body, seen)


def _leftovers(parts: dict[str, bytes]) -> Iterator[str]:
    for name, data in parts.items():
        if _TEXTS.fullmatch(name):
            for text in etree.fromstring(data).itertext():
                if found := _LEFTOVER.search(text):
                    yield f"{name} still says {found[0]!r} in {text[:60]!r}"


def _prompts(parts: dict[str, bytes]) -> Iterator[str]:
    yield from (f"Word asks at opening: {name}" for name, data in parts.items() if _ASKING.search(data))


def _hollow(body: etree._Element) -> Iterator[str]:
    """Tables that say nothing below their heads."""
    for table in body.iter(f"{W}tbl"):
        rows = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
        if not rows:
            yield f"empty table: {words(table)[:40]!r}"


def _contents(body: etree._Element, reader: PdfReader, pages: list[Page]) -> Iterator[str]:
    """Where the contents differ from the headings, or from the pages on which those stand."""
    for code, entries in listings(body):
        levels = re.search(r"\\o \"1-(\d)\"", code)
        if not levels:
            continue
        headings = [e for depth, e in _outline(reader, reader.outline) if depth <= int(levels[1])]
        if [entry.text for entry in entries] != [heading.text for heading in headings]:
            yield f"contents {entries} are not the headings {headings}"
        yield from (f"{e} is on page {h.page}" for e, h in zip(entries, headings, strict=False) if e != h)
        yield from (
            f"{e} is not on its page"
            for e in entries
            if letters(e.text) not in letters(pages[e.page - 1].text)
        )


def _lists(body: etree._Element, pages: list[Page]) -> Iterator[str]:
    """Where a list of figures or tables differs from the captions, or from their pages."""
    for code, entries in listings(body):
        styles = re.search(r'\\t "([^",]+),', code)
        if not styles or "\\o" in code:
            continue
        style = styles[1].title().replace(" ", "")
        captions = [words(p) for p in body.iter(f"{W}p") if _style(p) == style and words(p)]
        if len(entries) != len(captions):
            yield f"{len(entries)} entries for {len(captions)} captions in style {style}"
        for entry, caption in zip(entries, captions, strict=False):
            if not entry.text.endswith(tight(caption)):
                yield f"{entry} is not {caption!r}"
            if letters(caption) not in letters(pages[entry.page - 1].text):
                yield f"{entry} is not on its page"


def listings(body: etree._Element) -> list[tuple[str, list[Entry]]]:
    """The contents and lists of a body: the instruction and the lines of each."""
    found: list[tuple[str, list[Entry]]] = []
    for link in body.iter(f"{W}hyperlink"):
        paragraph = link.getparent()
        code = "".join(c.text or "" for c in paragraph.iter(f"{W}instrText") if "TOC" in (c.text or ""))
        if code:
            found.append((code, []))
        said = [c.text or "" for c in link.iter(f"{W}instrText")]
        if found and any("PAGEREF _Toc" in each for each in said):
            *text, page = ["".join(run.itertext(f"{W}t")) for run in link.iter(f"{W}r") if words(run)]
            found[-1][1].append(Entry(tight("".join(text)), int(page)))
    return found


def _outline(reader: PdfReader, entries: Any, depth: int = 1) -> Iterator[tuple[int, Entry]]:
    """The headings as LibreOffice numbers them, with their levels."""
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, depth + 1)
        else:
            page = reader.get_destination_page_number(entry)
            yield depth, Entry(tight(entry.title), (page or 0) + 1)


def words(element: etree._Element) -> str:
    """The text of an element."""
    return "".join(element.itertext(f"{W}t"))


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")
