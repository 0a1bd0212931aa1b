"""What is handed in of a bid: prints marked as the tender wants, one archive of nothing else, sizes."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from kadocs import office
from kadocs.findings import Severity
from kadocs.office import Layout
from tests.pipeline.bids import arrange, built, deal

FOLDER = "a/bid/HT-2026-018-"
ZIP = f"{FOLDER}投标文件.zip"


def printed(layout_pdf: bytes, document: bytes, language: str) -> bytes:
    """In place of a PDF: the text of the document, of which the first thing is its mark."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        xml = package.read("word/document.xml").decode()
    return b"%PDF" + xml[xml.find("[") : xml.find("]") + 1].encode()


@pytest.fixture
def bids(world, monkeypatch):
    """A world in which bids are made, with a printer that needs no LibreOffice."""
    arrange(world)
    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "version", lambda: "LibreOffice")
    monkeypatch.setattr(office, "lacking", lambda content: [])
    monkeypatch.setattr(office, "lay_out", lambda content, name: Layout(b"%PDF", {}))
    monkeypatch.setattr(office, "finished", printed)
    return world


def bid(world, submission="", **how):
    rules = {"submission": f"{{{submission}}}"} if submission else {}
    return built(deal(world, "a", **rules), **{"pages": True, **how})


def archived(world) -> dict[str, bytes]:
    with zipfile.ZipFile(world.out / ZIP) as found:
        return {name: found.read(name) for name in found.namelist()}


def test_the_archive_holds_the_volumes_and_nothing_of_the_house(bids):
    outcome = bid(bids)
    assert outcome.done
    assert f"{FOLDER}商务册.docx" in bids.files()
    assert "a/bid/内部资料/HT-2026-018-自查表.docx" in bids.files()
    assert archived(bids) == {
        "HT-2026-018-商务册.pdf": (bids.out / f"{FOLDER}商务册.pdf").read_bytes(),
        "单独递交/HT-2026-018-开标一览表.pdf": (bids.out / f"{FOLDER}开标一览表.pdf").read_bytes(),
    }
    assert [row.file for row in outcome.rows if row.whole] == [f"out/{ZIP}"]
    assert outcome.rows[-1].whole


@pytest.mark.parametrize("audience", ["internal", "secret"])
def test_volumes_that_are_not_for_the_buyer_are_never_archived(bids, audience):
    path = bids.templates / "bid/deliverable.yaml"
    path.write_text(path.read_text("utf-8").replace("audience: customer", f"audience: {audience}"), "utf-8")
    assert bid(bids).done
    assert f"{FOLDER}商务册.pdf" in bids.files()
    assert ZIP not in bids.files()


@pytest.mark.parametrize("how", [{"draft": True, "pdf": True}, {"pages": False}])
def test_what_is_not_to_be_handed_in_has_no_archive(bids, how):
    assert bid(bids, **how).done
    assert not [name for name in bids.files() if name.endswith(".zip")]


def test_the_same_bid_is_the_same_archive(bids):
    bid(bids)
    first = (bids.out / ZIP).read_bytes()
    bid(bids)
    assert (bids.out / ZIP).read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as found:
        assert {info.date_time for info in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_manifest_lists_the_archive(bids):
    bid(bids)
    told = json.loads((bids.out / "a/manifest/bid.zh.json").read_text("utf-8"))
    assert told["outputs"][-1]["file"] == "HT-2026-018-投标文件.zip"


def test_a_bid_that_lacks_a_volume_has_no_archive_and_loses_the_old_one(bids):
    bid(bids)
    (bids.templates / "bid/forms/letter.zh.docx").write_bytes(b"broken")
    outcome = bid(bids)
    assert not outcome.done
    assert f"{FOLDER}商务册.pdf" in bids.files()  # what was there stays
    assert ZIP not in bids.files()
    assert [row.done for row in outcome.rows if row.whole] == [False]


@pytest.mark.parametrize(
    ("submission", "marks"),
    [
        ("", {"商务册": "", "开标一览表": "original"}),
        ("originals: 1", {"商务册": "original", "开标一览表": "original"}),
        ("electronic: 是", {"商务册": "", "开标一览表": ""}),
        ("electronic: 是, originals: 1", {"商务册": "original", "开标一览表": "original"}),
        ("originals: 1, copies: 4", {"商务册": "original", "商务册-副本": "copy", "开标一览表": "original"}),
    ],
)
def test_prints_are_marked_as_the_tender_wants_them(bids, submission, marks):
    assert bid(bids, submission).done
    made = {path.stem.removeprefix("HT-2026-018-"): path.read_bytes() for path in bids.out.rglob("*.pdf")}
    assert made == {name: f"%PDF[{mark}]".encode() for name, mark in marks.items()}
    assert not any("副本" in name for name in archived(bids))


def test_a_copy_is_not_written_without_its_original(bids):
    bids.letter("【待补充：交货期】").rename(bids.templates / "bid/forms/letter.zh.docx")
    outcome = bid(bids, "copies: 1")
    assert "AUD005" in {finding.code for finding in outcome.findings}
    assert not [name for name in bids.files() if name.endswith((".pdf", ".zip"))]


@pytest.mark.parametrize(
    ("electronic", "severity", "archive"),
    [("是", Severity.ERROR, False), ("否", Severity.WARNING, True)],
)
def test_a_file_that_the_platform_does_not_take_is_told(bids, monkeypatch, electronic, severity, archive):
    monkeypatch.setattr(office, "finished", lambda *_: b"%PDF" + bytes(3 << 20))
    outcome = bid(bids, f"electronic: {electronic}, largest_file: 2.5")
    found = [each for each in outcome.findings if each.code == "OUT036"]
    assert {each.severity for each in found} == {severity}
    assert [each.place.file for each in found] == ["HT-2026-018-商务册.pdf", "HT-2026-018-开标一览表.pdf"]
    assert "3.0 MB" in found[0].message.zh
    assert "2.5 MB" in found[0].message.zh
    assert f"{FOLDER}商务册.pdf" in bids.files()
    assert (ZIP in bids.files()) is archive


@pytest.mark.parametrize(("size", "told"), [(2_000_000, 0), (2_000_001, 2), (2 << 20, 2)])
def test_a_file_near_the_limit_is_warned_of(bids, monkeypatch, size, told):
    monkeypatch.setattr(office, "finished", lambda *_: bytes(size))
    outcome = bid(bids, "electronic: 是, largest_file: 2")
    found = [each.severity for each in outcome.findings if each.code == "OUT036"]
    assert found == [Severity.WARNING] * told
    assert outcome.done
