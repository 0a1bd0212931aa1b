"""The shipped index tables, made of the samples: their pages are those of the PDF volumes, read as text."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from pypdf import PdfReader

from kadocs import office, pipeline
from kadocs.findings import Severity
from kadocs.pipeline.making import Made
from kadocs.pipeline.volumes.pack import Pack

pytestmark = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
SAMPLES = Path(__file__).parents[3] / "samples"
PLACES = ("分册、章节与页码", "Volume, section and page")
PLACE = re.compile("(.+?)(?:，第|, page)\\s([\\d、, ]+)(?:\\s页)?")


class Bid(NamedTuple):
    """What was made of a sample: its volumes as data, and the words of their printed pages."""

    made: Made
    pack: Pack
    pages: dict[str, list[str]]
    language: str


class Row(NamedTuple):
    """A row of an index table: the places that it names, and their pages."""

    places: list[str]
    pages: list[str]


@pytest.fixture(scope="module", params=["rail-iscs", "chem-dcs"])
def bid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bid:
    made: list[Made] = []

    def run(function, jobs):  # type: ignore[no-untyped-def]
        made.extend(map(function, jobs))
        return made

    out = tmp_path_factory.mktemp("out")
    asked = pipeline.Request((SAMPLES / request.param,), date(2026, 11, 23), ("bid",), out)
    outcome = pipeline.build(asked, run)
    assert [each for each in outcome.findings if each.severity is Severity.ERROR] == []
    assert [each for each in outcome.findings if each.code == "OUT017"] == []
    (one,) = made
    assert one.pack is not None
    language = one.job.language
    pages = {
        volume.title.in_(language): [
            _plain(page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages
        ]
        for volume in one.pack.volumes
        for path, data in one.files.items()
        if path.name == volume.file
    }
    return Bid(one, one.pack, pages, language)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def tables(bid: Bid) -> Iterator[tuple[list[str], list[Row]]]:
    """The heads and rows of the index tables of all volumes."""
    for path, data in bid.made.files.items():
        if path.suffix == ".docx" and path.with_suffix(".pdf") in bid.made.files:
            for table in docx.Document(io.BytesIO(data)).tables:
                heads, *rows = [[cell.text for cell in row.cells] for row in table.rows]
                if heads[-1] in PLACES:
                    yield heads, [_row(cells[-1]) for cells in rows]


def _row(cell: str) -> Row:
    """The places of a cell, one on a line, each with its page or pages behind it."""
    lines = [PLACE.fullmatch(line) for line in cell.split("\n") if cell != "—"]
    pages = [page for line in lines if line for page in re.split("[、, ]+", line[2])]
    return Row([line[1] if line else cell for line in lines], pages)


def test_every_heading_stands_on_the_page_that_is_told(bid: Bid) -> None:
    assert len(bid.pack.places) > 20
    for place in bid.pack.places:
        page = bid.pages[place.volume.in_(bid.language)][int(place.page) - 1]
        assert _plain(place.title) in page, place


def test_the_parts_fill_their_volumes_in_order(bid: Bid) -> None:
    for volume in bid.pack.volumes:
        assert volume.pages == len(bid.pages[volume.title.in_(bid.language)])
        ends = [(int(part.first), int(part.last)) for part in volume.parts]
        assert all(last + 1 == following for (_, last), (following, _) in pairwise(ends))
        assert ends[-1][1] == int(volume.last) == volume.pages


def test_every_row_of_the_index_tables_names_a_true_page(bid: Bid) -> None:
    """A row's page is that of its heading, or lies in its part, where scanned papers are."""
    found = list(tables(bid))
    assert len(found) == 4  # scoring, qualification, conformity, grounds for rejection
    known = ranges(bid)
    for row in (row for _, rows in found for row in rows if row.places):
        named = [_range(place, known) for place in row.places]
        assert len(row.pages) >= len(row.places), row
        assert all(any(first <= int(page) <= last for first, last in named) for page in row.pages), row


def test_every_factor_that_is_scored_has_a_page(bid: Bid) -> None:
    (rows,) = [rows for heads, rows in tables(bid) if {"评分标准", "Rule"} & set(heads)]
    assert len(rows) > 4
    assert all(row.pages and all(page.isdigit() for page in row.pages) for row in rows)


def ranges(bid: Bid) -> dict[tuple[str, str], tuple[int, int]]:
    """The pages of each part and of each heading below, by volume and title."""
    language = bid.language
    found = {
        (_plain(volume.title.in_(language)), _plain(place.title)): (int(place.page), int(place.page))
        for volume in bid.pack.volumes
        for place in bid.pack.places
        if place.level > 1 and place.volume == volume.title
    }
    parts = [(volume, part) for volume in bid.pack.volumes for part in volume.parts]
    return found | {
        (_plain(volume.title.in_(language)), _plain(part.title.in_(language))): (
            int(part.first),
            int(part.last),
        )
        for volume, part in parts
    }


def _range(place: str, known: dict[tuple[str, str], tuple[int, int]]) -> tuple[int, int]:
    """The pages of a place that an index names, by its volume, its number and its title."""
    said = _plain(place)
    fits = [
        (len(title), pages)
        for (volume, title), pages in known.items()
        if said.startswith(volume) and (said.endswith(title) or title == volume)
    ]
    assert fits, place
    return max(fits)[1]
