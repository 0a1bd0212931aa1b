"""Volumes that name each other's pages: what is printed in one is what stands at the foot of the other."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest

from kadocs import office
from kadocs.findings import Place, Severity, Text, refuse
from tests.pipeline.volumes.small import Print, built, written

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
VOLUMES = ("Commercial volume", "Technical volume", "Opening")


def counted(document: bytes, name: str) -> office.Layout:
    """The layout of a document in which every page begins with a heading that says so."""
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        xml = file.read("word/document.xml").decode()
    pages, page = {}, 1
    for found in re.finditer(r'<w:pageBreakBefore/>|<w:bookmarkStart [^>]*w:name="([^"]*)"', xml):
        page += found[1] is None
        pages |= {found[1]: page} if found[1] else {}
    return office.Layout(b"%PDF", pages, page)


@pytest.fixture
def no_layout(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No LibreOffice is asked: pages are counted; the names of what was laid out."""
    seen: list[str] = []

    def lay_out(document: bytes, name: str) -> office.Layout:
        seen.append(name)
        return counted(document, name)

    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "version", lambda: "LibreOffice 0")
    monkeypatch.setattr(office, "lay_out", lay_out)
    monkeypatch.setattr(office, "finished", lambda pdf, document, language: pdf)
    monkeypatch.setattr(office, "lacking", lambda document: [])
    return seen


@needs_office
@pytest.mark.parametrize(("numbering", "total"), [("per_volume", None), ("continuous", 18)])
def test_the_index_says_what_is_printed_at_the_foot_of_the_pages_of_the_pdf(
    tmp_path: Path, numbering: str, total: int | None
) -> None:
    outcome, made = built(written(tmp_path, numbering=numbering))
    assert outcome.done
    one, two, seal = (Print(made, title) for title in VOLUMES)
    letter, scheme, people = one.page_of("Letter"), two.page_of("Scheme"), two.page_of("People")
    assert one.rows() == {
        "F1": f"Commercial volume page {letter}",
        "F2": f"Technical volume page {scheme}",
        "F3": f"Technical volume page {people}",
        "F4": f"Technical volume page {two.page_of('Clause 12')}",
        "F5": f"Opening page {seal.page_of('Opening')}",
        "F6": f"Technical volume page {scheme} Commercial volume page {letter}",
    }
    assert f"People are on {people}, scans on ____." in " ".join(one.pages)
    assert f"The letter is on {letter}." in " ".join(two.pages)
    begins = 1 + len(one.numbers) if total else 1
    assert one.numbers == list(range(1, len(one.numbers) + 1))
    assert two.numbers == list(range(begins, begins + len(two.numbers)))
    assert two.totals == {total or len(two.pages)}
    assert (seal.numbers, seal.totals) == ([1, 2], {2})  # what is sealed alone is counted alone


@needs_office
def test_contents_of_some_pages_move_what_follows_and_the_pages_settle(tmp_path: Path) -> None:
    outcome, made = built(written(tmp_path, requirements=60, named=("Clause 1", "Clause 60", "People")))
    assert outcome.done
    two = Print(made, "Technical volume")
    assert two.page_of("Scheme") > 3  # behind contents of more than a page
    said = [int(row.rsplit(" ", 1)[1]) for row in Print(made, "Commercial volume").rows().values()]
    assert said == [two.page_of(heading) for heading in ("Clause 1", "Clause 60", "People")]
    assert not [each for each in outcome.findings if each.code == "OUT014"]


@needs_office
def test_a_volume_is_printed_without_being_asked_for_and_its_pdf_lists_its_parts(tmp_path: Path) -> None:
    _, made = built(written(tmp_path, requirements=2))
    assert sorted(path.suffix for path in made.files) == [".docx"] * 3 + [".pdf"] * 3
    outline = Print(made, "Technical volume").reader.outline
    assert [each.title for each in outline if not isinstance(each, list)] == ["Scheme", "People"]


def test_a_draft_or_a_look_without_pages_is_no_print_and_leaves_numbers_blank(
    tmp_path: Path, no_layout: list[str]
) -> None:
    deal = written(tmp_path)
    for how in ({"draft": True}, {"pages": False}):
        outcome, made = built(deal, **how)
        assert outcome.done
        (index,) = [data for path, data in made.files.items() if path.name.startswith("Commercial volume")]
        with zipfile.ZipFile(io.BytesIO(index)) as file:
            text = re.sub(r"<[^>]*>", "", file.read("word/document.xml").decode())
        assert "Row F3 is on Technical volume page ____ end" in text
        assert {path.suffix for path in made.files} == {".docx"}


def test_only_the_pdf_is_left_where_that_is_asked_for(tmp_path: Path, no_layout: list[str]) -> None:
    _, made = built(written(tmp_path), pdf_only=True)
    assert {path.suffix for path in made.files} == {".pdf"}


def test_two_layouts_of_each_volume_are_the_rule(tmp_path: Path, no_layout: list[str]) -> None:
    built(written(tmp_path))
    assert no_layout == [f"{title}.docx" for title in VOLUMES] * 2


def test_a_pack_of_three_hundred_pages_has_the_page_of_each_heading(
    tmp_path: Path, no_layout: list[str]
) -> None:
    begun = time.monotonic()
    outcome, made = built(written(tmp_path, 300, "continuous", ("Clause 1", "Clause 299")))
    assert time.monotonic() - begun < 60
    assert outcome.done
    assert made.pack is not None
    assert [volume.pages for volume in made.pack.volumes] == [3, 303, 2]
    found = {place.title: place.page for place in made.pack.places}
    assert (found["Scheme"], found["Clause 1"], found["Clause 299"], found["People"]) == (
        "5",
        "6",
        "304",
        "306",
    )
    assert len(found) == 305


def test_a_layout_that_fails_stops_a_bid_that_is_handed_in(
    tmp_path: Path, no_layout: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: bytes, name: str) -> office.Layout:
        raise refuse("OUT011", Place(name), Text("坏了", "broken"), Text("", ""))

    monkeypatch.setattr(office, "lay_out", fail)
    deal = written(tmp_path)
    outcome, made = built(deal)
    assert [(each.code, each.severity) for each in outcome.findings] == [("OUT011", Severity.ERROR)]
    assert (made.files, made.pack) == ({}, None)
    outcome, made = built(deal, draft=True)
    assert outcome.done
    assert made.files


def test_a_place_that_the_bid_does_not_have_is_told_with_the_nearest(
    tmp_path: Path, no_layout: list[str]
) -> None:
    outcome, _ = built(written(tmp_path, named=("Letter", "Schemes", "Technical volume, chapter 7")))
    lost = [each for each in outcome.findings if each.code == "OUT017"]
    assert [each.severity for each in lost] == [Severity.WARNING] * 2
    assert [each.path for each in lost] == [f"tender.evaluation.factors[{n}].answered_in" for n in (1, 2)]
    assert [each.place.line for each in lost] == [9, 10]
    assert "Technical volume Scheme" in lost[0].hint.en
    assert "Technical volume People" in lost[1].hint.en
