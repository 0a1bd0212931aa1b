"""Every document that kadocs ships, of every sample, in both languages, is fit to be sent and signed.

New deliverables and samples are covered as soon as their folders are there.
"""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from kadocs import deliverables, office, pipeline
from kadocs.deliverables import Scope
from kadocs.office import installed, values
from tests.pipeline import fit

SAMPLES = Path(__file__).parents[2] / "samples"
SHELF = deliverables.shelf([])
TENDERS = {"hospital-lab", "plant-mes"}
"""Samples that hold what their bids need and no more: `test_packs.py` builds those."""
DEALS = sorted({path.parent.name for path in SAMPLES.glob("*/deal.yaml")} - TENDERS)
ACCOUNTS = sorted(path.parent.name for path in SAMPLES.glob("*/account.yaml"))
CASES = [
    (name, sample, language)
    for name in deliverables.names(SHELF)
    for sample in (ACCOUNTS if deliverables.load(name, SHELF).says.scope is Scope.ACCOUNT else DEALS)
    for language in ("zh", "en")
]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("name", "sample", "language"), CASES)
def test_a_document_is_fit_to_be_sent(tmp_path, name, sample, language):
    outcome = pipeline.build(
        pipeline.Request(
            (SAMPLES / sample,), date(2026, 11, 23), (name,), out=tmp_path, language=language, pdf=True
        )
    )
    assert outcome.done, [finding for finding in outcome.findings if finding.severity.value == "error"]
    documents = [path for path in tmp_path.rglob("*") if path.suffix in (".docx", ".xlsx")]
    assert documents
    wrong = {
        path.name: found
        for path in documents
        if (found := list(fit.faults(path.name, path.read_bytes(), path.with_suffix(".pdf").read_bytes())))
    }
    assert not wrong


BOUND = {name for name in deliverables.names(SHELF) if deliverables.load(name, SHELF).says.outputs[0].volumes}
"""Those with index tables: without page numbers they are not handed in."""


@pytest.mark.parametrize("name", [name for name in deliverables.names(SHELF) if name not in BOUND])
def test_without_libreoffice_a_document_is_made_and_it_says_what_was_left_to_word(
    tmp_path, monkeypatch, name
):
    for place in (office, installed, values):
        monkeypatch.setattr(place, "program", lambda: None)
    sample = next(sample for each, sample, _ in CASES if each == name)
    outcome = pipeline.build(
        pipeline.Request((SAMPLES / sample,), date(2026, 11, 23), (name,), out=tmp_path, language="zh")
    )
    assert outcome.done
    needed = {
        "OUT012" for path in tmp_path.rglob("*.docx") if b"PAGEREF" in body(path) or b" TOC " in body(path)
    }
    needed |= {
        "OUT013" for path in tmp_path.rglob("*.xlsx") if b"<f>" in b"".join(parts(path, "xl/worksheets/"))
    }
    assert {finding.code for finding in outcome.findings if finding.code.startswith("OUT")} == needed


def parts(path: Path, folder: str) -> list[bytes]:
    with zipfile.ZipFile(path) as file:
        return [file.read(name) for name in file.namelist() if name.startswith(folder)]


def body(path: Path) -> bytes:
    return parts(path, "word/document.xml")[0]
