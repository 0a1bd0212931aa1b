"""Files that a bid encloses are looked at before it is made, each finding where the file is named."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kadocs import pipeline, sources
from kadocs.findings import Finding, Severity
from kadocs.model import Deal
from kadocs.pipeline import scans
from kadocs.sources.conversion import converted
from tests.render.word.scans.papers import drawn, locked, noise, saved, scanned, sheet, written

DEAL = """\
opportunity: {id: P-1, name: 监控, regime: enterprise}
vendor:
  legal_name: 云岭
  licence_scan: 资料/执照.pdf
qualifications:
  certificates:
  - name: 质量体系
    scan: NAME
"""
LINE = 8


def told(
    folder: Path, name: str = "资料/质量.pdf", content: bytes | None = None, *, draft: bool = False
) -> list[Finding]:
    """What is said of the scan of the certificate, which has this name and content."""
    (folder / "资料").mkdir()
    (folder / "资料" / "执照.pdf").write_bytes(drawn())
    if content is not None:
        (folder / name).write_bytes(content)
    file = folder / "deal.yaml"
    file.write_text(DEAL.replace("NAME", name), "utf-8")
    loaded = sources.load(file)
    assert loaded.deal is not None
    return scans.findings(loaded.deal, loaded.node, loaded.files, draft=draft)


def test_sound_files_have_nothing_said_of_them(tmp_path: Path) -> None:
    assert told(tmp_path, content=scanned(sheet(1654, 2339), sheet(1654, 2339))) == []


@pytest.mark.parametrize(
    ("name", "content", "code", "severity", "word"),
    [
        ("资料/质量.pdf", None, "OUT022", Severity.ERROR, "没有文件"),
        ("../质量.pdf", None, "OUT022", Severity.ERROR, "文件夹里面"),
        ("/etc/hosts", None, "OUT022", Severity.ERROR, "文件夹里面"),
        ("C:/质量.pdf", None, "OUT022", Severity.ERROR, "文件夹里面"),
        ("资料/质量.pdf", b"", "OUT023", Severity.ERROR, "空"),
        ("资料/质量.pdf", locked(drawn()), "OUT023", Severity.ERROR, "密码"),
        ("资料/质量.pdf", drawn()[:200], "OUT023", Severity.ERROR, "损坏"),
        ("资料/质量.png", saved(noise())[:2000], "OUT023", Severity.ERROR, "损坏"),
        ("资料/质量.pdf", b"a text", "OUT023", Severity.ERROR, "不能作为扫描件"),
        ("资料/质量.pdf", drawn(501), "OUT023", Severity.ERROR, "501"),
        ("资料/质量.pdf", scanned(sheet(), dpi=72), "OUT024", Severity.WARNING, "72 dpi"),
        ("资料/质量.png", saved(sheet(), dpi=(72, 72)), "OUT024", Severity.WARNING, "72 dpi"),
        ("资料/质量.png", drawn(), "OUT025", Severity.WARNING, "PDF"),
        ("资料/质量.pdf", saved(sheet(1654, 2339), dpi=(200, 200)), "OUT025", Severity.WARNING, "图片"),
    ],
)
def test_what_is_wrong_with_a_scan_is_told_where_it_is_named(
    tmp_path: Path, name: str, content: bytes | None, code: str, severity: Severity, word: str
) -> None:
    (found,) = told(tmp_path, name, content)
    assert (found.code, found.severity) == (code, severity)
    assert word in found.message.zh
    assert found.place.line == LINE
    assert found.path == "qualifications.certificates[0].scan"
    assert found.hint.zh
    assert found.hint.en


def test_the_page_that_is_too_coarse_is_named(tmp_path: Path) -> None:
    book = PdfWriter(clone_from=io.BytesIO(scanned(sheet(1654, 2339))))
    book.append(io.BytesIO(scanned(sheet(), dpi=72)))
    (found,) = told(tmp_path, content=written(book))
    assert "72 dpi（第 2 页）" in found.message.zh


def test_each_of_several_files_is_looked_at(tmp_path: Path) -> None:
    found = told(tmp_path, "资料/执照.pdf；资料/二.pdf; 资料/三.pdf")
    assert [(each.code, each.place.line) for each in found] == [("OUT022", LINE)] * 2


def test_a_draft_may_lack_files(tmp_path: Path) -> None:
    assert [each.severity for each in told(tmp_path, draft=True)] == [Severity.WARNING]


def test_pictures_are_looked_at_too_but_not_how_fine_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(sheet(), dpi=(72, 72)))
    (tmp_path / "b.png").write_bytes(b"no picture")
    file = tmp_path / "deal.yaml"
    file.write_text("solution: {architecture: [{path: a.png}, {path: b.png}, {path: c.png}]}\n", "utf-8")
    loaded = sources.load(file)
    assert loaded.deal is not None
    found = scans.findings(loaded.deal, loaded.node, loaded.files, draft=False)
    assert [(each.code, each.path) for each in found] == [
        ("OUT023", "solution.architecture[1].path"),
        ("OUT022", "solution.architecture[2].path"),
    ]


def test_every_file_that_a_bid_may_enclose_is_named_by_a_field_that_says_so() -> None:
    deal = Deal.model_validate(
        {
            "vendor": {
                "legal_name": "a",
                "licence_scan": "1",
                "legal_rep_id_scan": "2",
                "basic_account": {"scan": "3"},
            },
            "bid": {
                "agent": {"id_scan": "4"},
                "bond": {"evidence": "5"},
                "authorisations": [{"maker": "m", "scan": "6"}],
            },
            "qualifications": {
                "certificates": [{"name": "c", "scan": "7"}],
                "projects": [{"name": "p", "proof": "8"}],
                "people": [{"name": "n", "scan": "9"}],
                "finance": [{"year": "2025", "scan": "10"}],
                "honours": [{"name": "h", "scan": "11"}],
                "credit_checks": [{"source": "s", "scan": "12"}],
                "tax_proof": "13",
                "social_security_proof": "14",
            },
        }
    )
    assert sorted(int(each.name) for each in scans.named(deal) if each.scan) == list(range(1, 15))


@pytest.mark.parametrize("deliverable", ["bid", "proposal"])
def test_a_check_tells_of_all_files_at_once_and_only_where_a_bid_is_asked_for(
    tmp_path: Path, deliverable: str
) -> None:
    told(tmp_path, "资料/a.pdf；资料/b.pdf")
    (tmp_path / "资料" / "执照.pdf").unlink()
    request = pipeline.Request((tmp_path,), date(2026, 11, 23), (deliverable,))
    found = [each for each in pipeline.check(request).findings if each.code == "OUT022"]
    assert [each.place.line for each in found] == ([4, LINE, LINE] if deliverable == "bid" else [])


def test_a_workbook_tells_the_cell(tmp_path: Path) -> None:
    told(tmp_path)
    book = converted(sources.load(tmp_path / "deal.yaml").node, ".xlsx", "zh")
    (tmp_path / "deal.xlsx").write_bytes(book)
    loaded = sources.load(tmp_path / "deal.xlsx")
    assert loaded.deal is not None
    (found,) = scans.findings(loaded.deal, loaded.node, loaded.files, draft=False)
    assert found.place.cell
