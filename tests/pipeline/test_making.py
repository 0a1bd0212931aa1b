"""Page numbers and PDF files, with a stand-in for LibreOffice."""

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kadocs import office, pipeline
from kadocs.findings import Finding, Place, Severity, Text, refuse
from kadocs.office import installed
from tests.conftest import DEAL

FIELD = "<w:p {ns}><w:r><w:fldChar w:fldCharType='{kind}'/></w:r>{more}</w:p>"


@pytest.fixture
def contents(world):
    """The letter with a heading and a table of contents."""
    document = docx.Document()
    code = "<w:r><w:instrText xml:space='preserve'> TOC \\o &quot;1-3&quot; </w:instrText></w:r>"
    code += "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    for kind, more in (("begin", code), ("end", "")):
        document.element.body.insert(
            0 if kind == "begin" else 1, parse_xml(FIELD.format(ns=nsdecls("w"), kind=kind, more=more))
        )
    document.add_heading("致 {{ account.name }}", 1)
    document.save(str(world.templates / "letter/letter.zh.docx"))
    return world


def build(**options):
    return pipeline.build(
        pipeline.Request(
            (Path("deals"),), date(2026, 1, 1), ("letter",), templates=(Path("templates"),), **options
        )
    )


@pytest.fixture
def layouts(monkeypatch):
    """The documents that were laid out; each heading lands on page 7."""
    seen = []

    def lay_out(document, name):
        import io
        import re

        xml = docx.Document(io.BytesIO(document)).element.xml
        seen.append(document)
        return office.Layout(
            b"%PDF of " + bytes(str(len(seen)), "ascii"), dict.fromkeys(re.findall(r"_Toc\w+", xml), 7)
        )

    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "version", lambda: "LibreOffice 0")
    monkeypatch.setattr(office, "lay_out", lay_out)
    monkeypatch.setattr(office, "finished", lambda pdf, document, language: pdf + language.encode())
    monkeypatch.setattr(office, "lacking", lambda document: [])
    return seen


@pytest.fixture
def no_office(monkeypatch):
    """LibreOffice is not installed."""
    for place in (office, installed):
        monkeypatch.setattr(place, "program", lambda: None)


def of_writing(outcome) -> list[tuple[str, str]]:
    """What is said of making the files, by code and severity."""
    return [(each.code, each.severity.value) for each in outcome.findings if each.code.startswith("OUT")]


def text(world) -> str:
    return world.read(world.out / "a/letter/P-1-函.docx")


def test_contents_get_their_page_numbers_and_the_layout_is_settled(contents, layouts):
    assert build().done
    assert text(contents).splitlines()[0].endswith("7")
    assert len(layouts) == 2  # once to measure, once to see that the numbers hold
    assert '"layout": "LibreOffice 0"' in (contents.out / "a/manifest/letter.zh.json").read_text("utf-8")


def test_the_pdf_is_the_layout_of_the_document_that_is_kept(contents, layouts):
    build(pdf=True)
    assert layouts[-1] == (contents.out / "a/letter/P-1-函.docx").read_bytes()
    assert (contents.out / "a/letter/P-1-函.pdf").read_bytes() == b"%PDF of 2zh"


def test_only_the_pdf_is_left_where_that_is_asked_for(contents, layouts):
    outcome = build(pdf_only=True)
    assert [row.file for row in outcome.rows] == ["out/a/letter/P-1-函.pdf"]
    assert contents.files() == ["a/letter/P-1-函.pdf", "a/manifest/letter.zh.json"]
    assert outcome.done


def test_a_font_that_is_lacking_is_told_once_in_a_run(contents, layouts, monkeypatch):
    lacks = Finding(
        "OUT015", Severity.INFO, Place("LibreOffice 0"), Text("缺", "lacks"), Text("装", "install")
    )
    monkeypatch.setattr(office, "lacking", lambda document: [lacks])
    contents.deal(DEAL, "b")
    assert [finding for finding in build().findings if finding.code == "OUT015"] == [lacks]


def test_numbers_that_never_settle_come_to_an_end(contents, layouts, monkeypatch):
    settled = office.lay_out
    count = iter(range(100))
    monkeypatch.setattr(
        office,
        "lay_out",
        lambda d, n: office.Layout(b"%PDF", dict.fromkeys(settled(d, n).pages, next(count))),
    )
    outcome = build()
    assert outcome.done
    assert len(layouts) <= 5
    assert of_writing(outcome) == [("OUT014", "warning")]


def test_without_contents_nothing_is_laid_out(world, layouts):
    assert build().done
    assert layouts == []


def test_without_libreoffice_the_contents_stand_without_page_numbers_and_it_is_said(contents, no_office):
    outcome = build()
    assert outcome.done
    assert of_writing(outcome) == [("OUT012", "info")]
    assert "青岚轨道" in text(contents).splitlines()[0]


@pytest.mark.parametrize("pages", [True, False])
def test_a_pdf_that_cannot_be_made_is_an_error_and_the_word_file_is_kept(contents, no_office, pages):
    outcome = build(pdf=True, pages=pages)
    assert not outcome.done
    assert of_writing(outcome)[-1] == ("OUT010", "error")
    assert contents.files() == ["a/letter/P-1-函.docx", "a/manifest/letter.zh.json"]


def test_a_layout_that_fails_costs_the_page_numbers_only(contents, monkeypatch):
    def fail(document, name):
        raise refuse("OUT011", Place(name), Text("坏了", "broken"), Text("", ""))

    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "lay_out", fail)
    outcome = build()
    assert of_writing(outcome) == [("OUT011", "warning")]
    assert contents.files() == ["a/letter/P-1-函.docx", "a/manifest/letter.zh.json"]
