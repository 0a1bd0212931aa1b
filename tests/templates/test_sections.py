"""Sections that several documents share: there in both languages, used, and clean Word files of one look."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kadocs.model import Audience, shape
from kadocs.render.word import Template
from tests.templates.printed import LANGUAGES, W

TEMPLATES = Path(__file__).parents[2] / "templates"
SECTIONS = TEMPLATES / "_sections"
FILES = sorted(path.name for path in SECTIONS.glob("*.docx"))
NAMES = sorted({name.partition(".")[0] for name in FILES})
UPRIGHT, WIDE = 9072, 14004
"""How wide tables are on upright and on landscape pages, in twentieths of a point."""

FORMATTING = {
    "rPr": {"rStyle"},
    "pPr": {"pStyle", "sectPr"},
    "tcPr": {"tcW", "gridSpan"},
    "trPr": {"cantSplit", "tblHeader", "trHeight"},
    "tblPr": {"tblStyle", "tblW", "jc", "tblLayout", "tblLook"},
}
"""What may stand beside text: all else is a matter of styles, which a house style replaces."""


@cache
def part(path: Path, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        return etree.fromstring(file.read(f"word/{name}.xml"))


def body(name: str) -> Any:
    return part(SECTIONS / name, "document")


def included(path: Path) -> set[str]:
    """The files that a template or section takes in."""
    text = "".join(part(path, "document").itertext(f"{W}t"))
    return set(re.findall(r'{% include "([^"]+)" %}', text))


def test_every_section_is_there_in_both_languages() -> None:
    assert sorted(f"{name}.{language}.docx" for name in NAMES for language in LANGUAGES) == FILES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_in_a_document(language: str) -> None:
    hosts = TEMPLATES.glob(f"[!_]*/*.{language}.docx")
    used = {name for host in hosts for name in included(host)}
    assert {f"{name}.{language}.docx" for name in NAMES} <= used


@pytest.mark.parametrize("name", FILES)
def test_it_uses_nothing_that_no_reader_may_see(name: str) -> None:
    assert Template((SECTIONS / name).read_bytes(), name).check(shape(Audience.SECRET)) == []


@pytest.mark.parametrize("name", FILES)
def test_all_formatting_stands_in_styles_that_are_defined(name: str) -> None:
    for tag, allowed in FORMATTING.items():
        for element in body(name).iter(f"{W}{tag}"):
            assert {etree.QName(child).localname for child in element} <= allowed
    styles = part(SECTIONS / name, "styles")
    defined = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
    kinds = ("pStyle", "rStyle", "tblStyle")
    assert {e.get(f"{W}val") for kind in kinds for e in body(name).iter(f"{W}{kind}")} <= defined


@pytest.mark.parametrize("name", FILES)
def test_its_tables_fill_the_page_keep_rows_whole_and_repeat_their_heads(name: str) -> None:
    for table in body(name).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        for row in rows:
            assert sum(int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")) in (UPRIGHT, WIDE)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1":
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize("name", FILES)
def test_it_leaves_chapters_pages_and_headers_to_the_document(name: str) -> None:
    styles = {each.get(f"{W}val") for each in body(name).iter(f"{W}pStyle")}
    assert "Heading1" not in styles
    assert [e.getparent().tag for e in body(name).iter(f"{W}sectPr")] == [f"{W}body"]
    assert not list(body(name).iter(f"{W}headerReference", f"{W}footerReference"))
