"""The three fictional tenders, each built with one command: a pack to be printed, sealed and handed in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document

from kadocs import office, pipeline, sources
from kadocs.deliverables import regimes, shipped
from kadocs.findings import Finding, Severity
from kadocs.model import Deal
from tests.pipeline import fit

SAMPLES = Path(__file__).parents[2] / "samples"
REGIMES = {regime.code: regime for regime in regimes.load("bid", [shipped()])}
VOLUMES = {
    "rail-iscs": ["商务册", "报价册", "资格册", "技术册", "开标一览表"],
    "hospital-lab": ["资格证明册", "商务技术册", "报价册", "开标一览表"],
    "plant-mes": ["商务册", "资格册", "技术册", "报价册", "开标一览表"],
}
PARTS = {
    "rail-iscs": ["投标函", "投标函附录", "法定代表人身份证明", "投标保证金", "制造商授权书"],
    "hospital-lab": ["中小企业声明函（货物）", "本国产品声明函", "没有重大违法记录的书面声明", "信用查询"],
    "plant-mes": ["廉洁承诺书", "印章效力说明", "授权委托书", "技术偏离表", "资格审查索引"],
}
"""Some that each tender asks for."""

pytestmark = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


class Pack(NamedTuple):
    """A sample's bid: its deal, what was said while it was built, and its volumes by title."""

    name: str
    deal: Deal
    findings: tuple[Finding, ...]
    volumes: dict[str, Path]

    def rules(self) -> regimes.Composition:
        """What the rules of its tender want."""
        assert self.deal.opportunity is not None
        assert self.deal.opportunity.regime is not None
        return REGIMES[self.deal.opportunity.regime.code].says

    def headings(self) -> Iterator[list[str]]:
        """The chapters of each volume."""
        for path in self.volumes.values():
            texts = [p for p in Document(str(path)).paragraphs if p.style and p.style.name == "Heading 1"]
            yield [each.text for each in texts]


@pytest.fixture(scope="module", params=VOLUMES)
def pack(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    out = tmp_path_factory.mktemp(request.param)
    folder = SAMPLES / request.param
    outcome = pipeline.build(pipeline.Request((folder,), date(2026, 11, 23), ("bid",), out))
    deal = sources.load(folder / "deal.yaml").deal
    assert outcome.done
    assert deal is not None
    made = [
        path for path in (out / request.param / "bid").glob("*.docx") if path.with_suffix(".pdf").exists()
    ]
    volumes = {title: path for title in VOLUMES[request.param] for path in made if path.stem.endswith(title)}
    return Pack(request.param, deal, tuple(outcome.findings), volumes)


def test_nothing_stands_against_handing_it_in(pack: Pack) -> None:
    assert [finding for finding in pack.findings if finding.severity is not Severity.INFO] == []


def test_the_volumes_are_those_of_the_rules(pack: Pack) -> None:
    named = [volume.title.zh for volume in pack.rules().volumes]
    assert [title for title in named if title in pack.volumes] == VOLUMES[pack.name]


def test_the_parts_stand_in_the_order_of_the_rules(pack: Pack) -> None:
    order = [part.title.zh for part in pack.rules().parts]
    for found in pack.headings():
        known = [title for title in order if title in found]
        assert [title for title in found if title in order] == known
    chapters = [title for found in pack.headings() for title in found]
    assert [title for title in PARTS[pack.name] if title not in chapters] == []


def test_every_page_is_fit_to_be_sealed(pack: Pack) -> None:
    wrong = {
        title: found
        for title, path in pack.volumes.items()
        if (found := list(fit.faults(path.name, path.read_bytes(), path.with_suffix(".pdf").read_bytes())))
    }
    assert wrong == {}


def test_no_heading_stands_at_the_foot_of_a_page_alone(pack: Pack) -> None:
    pdfs = [path.with_suffix(".pdf").read_bytes() for path in pack.volumes.values()]
    assert [found for pdf in pdfs for found in fit.orphans(io.BytesIO(pdf))] == []


def test_signatures_stay_with_what_they_sign(pack: Pack) -> None:
    seal = f"（{pack.rules().words.seal.zh}）"
    for path in pack.volumes.values():
        _, *pages = fit.pages(io.BytesIO(path.with_suffix(".pdf").read_bytes()))
        assert [page.lines for page in pages if page.lines and seal in page.lines[0]] == []
