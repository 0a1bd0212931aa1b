"""Bids from end to end: volumes from forms, with page numbers, from forms of one's own."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from kadocs import office, pipeline
from kadocs.deliverables import regimes, shipped
from kadocs.findings import Finding, Severity
from kadocs.model import Audience
from kadocs.model.shape import Shape, shape
from kadocs.render.word import Template
from kadocs.render.word.binding import Leaf, bound, wide
from kadocs.sources import Beside
from tests.templates.printed import Document

SAMPLES = Path(__file__).parents[2] / "samples"
BID = shipped() / "bid"
CODES = [regime.code for regime in regimes.load("bid", [shipped()])]
FORMS = sorted((BID / "forms").glob("*.docx"))


def built(deal: Path, out: Path, **how: object) -> pipeline.Outcome:
    """What became of the bid of a deal."""
    return pipeline.build(pipeline.Request((deal,), date(2026, 11, 23), ("bid",), out, **how))  # type: ignore[arg-type]


def errors(outcome: pipeline.Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


def copy(folder: Path, regime: str, form: str = "") -> Path:
    """The Chinese sample under another regime, with a row more in its forms."""
    text = (SAMPLES / "rail-iscs" / "deal.yaml").read_text("utf-8")
    text = text.replace("regime: 标准设备采购招标文件（2017）", f"regime: {regime}" if regime else "")
    if regime == "gov_negotiation":  # which is no tender
        text = text.replace("procurement_method: 公开招标", "procurement_method: 竞争性谈判")
        text = re.sub(r"\n +(?:must|needs)_tender: .*", "", text)
    text = text.replace("  forms:\n    - id: F-01\n", f"  forms:\n{form}    - id: F-01\n", 1)
    folder.mkdir()
    (folder / "deal.yaml").write_text(text, "utf-8")
    for name in ("pictures", "资料"):
        shutil.copytree(SAMPLES / "rail-iscs" / name, folder / name)
    return folder


def document(folder: Path, *endings: str) -> Document:
    """The one file whose name ends in one of these ways."""
    (path,) = [path for path in folder.rglob("*.docx") if path.name.endswith(endings)]
    return Document(path.read_bytes())


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_form_uses_what_customers_may_see(path: Path) -> None:
    schema = shape(Audience.CUSTOMER).naming("volume", Shape("any", Audience.CUSTOMER))
    template = Template(path.read_bytes(), path.name, Beside((BID, shipped() / "_sections"), 9_000_000))
    assert template.check(schema) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_bid_can_be_made_under_every_regime(tmp_path: Path, code: str, language: str) -> None:
    outcome = built(copy(tmp_path / "deal", code), tmp_path, pages=False, language=language)
    assert errors(outcome) == []
    says = next(each for each in regimes.load("bid", [shipped()]) if each.code == code).says
    volumes = {part.volume for part in says.parts}
    assert len(list((tmp_path / "deal" / "bid").glob("*.docx"))) == len(volumes)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_deal_has_a_draft_with_blanks(tmp_path: Path, language: str) -> None:
    (tmp_path / "deal.yaml").write_text("opportunity: {id: P-1, regime: enterprise}\n", "utf-8")
    outcome = built(tmp_path / "deal.yaml", tmp_path, pages=False, draft=True, language=language)
    assert errors(outcome) == []
    note = "以招标文件格式为准" if language == "zh" else "against the tender's own"
    assert note in document(tmp_path, "商务册-草稿.docx", "Commercial volume-DRAFT.docx").text


def test_without_rules_nobody_knows_the_parts(tmp_path: Path) -> None:
    outcome = built(copy(tmp_path / "deal", ""), tmp_path, pages=False)
    assert [finding.code for finding in errors(outcome)] == ["NEED001"]
    assert not outcome.done


def test_without_libreoffice_a_bid_stops_with_one_error_and_a_draft_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    outcome = built(SAMPLES / "rail-iscs", tmp_path)
    assert [finding.code for finding in errors(outcome)] == ["OUT016"]
    assert not list(tmp_path.rglob("*.docx"))
    assert errors(built(SAMPLES / "rail-iscs", tmp_path, draft=True)) == []
    assert list(tmp_path.rglob("*.docx"))


def test_a_form_of_the_tender_is_filled_in_its_place(tmp_path: Path) -> None:
    deal = copy(
        tmp_path / "deal",
        "enterprise",
        "    - {name: 廉洁承诺书, part: integrity, template: bid/ours.docx}\n",
    )
    (deal / "bid").mkdir()
    ours = docx.Document()
    ours.add_heading("廉洁自律承诺", 1)
    ours.save(str(deal / "bid" / "ours.docx"))
    outcome = built(deal, tmp_path, pages=False)
    assert errors(outcome) == []
    text = document(tmp_path, "商务册.docx").text
    assert "廉洁自律承诺" in text
    assert "廉洁承诺书" not in text


def test_a_form_that_is_not_there_is_told(tmp_path: Path) -> None:
    deal = copy(tmp_path / "deal", "enterprise", "    - {name: 函, part: letter, template: bid/none.docx}\n")
    assert [finding.code for finding in errors(built(deal, tmp_path, pages=False))] == ["OUT033"]


def test_parts_that_lie_wide_have_sections_of_their_own() -> None:
    host = (BID / "volume.zh.docx").read_bytes()
    flat, lying = (BID / "forms" / name for name in ("letter.zh.docx", "prices.zh.docx"))
    assert not wide(flat.read_bytes())
    assert wide(lying.read_bytes())
    assert not wide(b"no document")
    leaves = [Leaf("a.docx"), Leaf("b.docx", wide=True), Leaf("c.docx", note="check")]
    with zipfile.ZipFile(io.BytesIO(bound(host, "volume.docx", leaves))) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.index("a.docx") < xml.index("b.docx") < xml.index("c.docx") < xml.index("check")
    between = xml[xml.index("b.docx") : xml.index("c.docx")]
    assert between.count('w:orient="landscape"') == 1
    assert "landscape" not in xml[xml.index("c.docx") :]
