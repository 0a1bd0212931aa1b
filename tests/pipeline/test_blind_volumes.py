"""The anonymous volume of a bid from end to end: nobody is named, and it looks as its tender demands."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest

from kadocs import office, pipeline
from kadocs.findings import Finding, Severity

SAMPLES = Path(__file__).parents[2] / "samples"
DEMANDS = {
    "rail-iscs": "font: 宋体, size: 四号, spacing: 固定值 26 磅, margins: 四周 2.5cm, page_numbers: 是",
    "chem-dcs": "font: Arial, size: 11 pt, spacing: 1.5 lines, margins: 2.5 cm, table_size: 9 pt, cover: yes",
}
TECHNICAL = {"rail-iscs": "技术册", "chem-dcs": "Technical volume"}
NAMES = {
    "rail-iscs": ("云岭", "YL-", "韩彻", "顾闻笛", "0911", "临澜"),
    "chem-dcs": ("Aldermere", "AX-900", "Callum Strand", "555 0911", "Sablemoor"),
}
needs_pages = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def deal(folder: Path, sample: str, *changes: tuple[str, str]) -> Path:
    """A sample whose tender judges the technical volume without names, with more changes."""
    shutil.copytree(SAMPLES / sample, folder, ignore=shutil.ignore_patterns("*.xlsx"))
    path = folder / "deal.yaml"
    text = path.read_text("utf-8")
    text, count = re.subn(
        r"( +anonymous:) *\n +required: .*\n", rf"\1 {{required: yes, {DEMANDS[sample]}}}\n", text
    )
    assert count == 1
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return path


def built(path: Path, out: Path, **how: object) -> pipeline.Outcome:
    request = pipeline.Request((path,), date(2026, 11, 23), ("bid",), out, **how)  # type: ignore[arg-type]
    return pipeline.build(request)


def about(outcome: pipeline.Outcome) -> list[Finding]:
    """What is said of the anonymous volume."""
    return [each for each in outcome.findings if each.code in {f"AUD0{number}" for number in range(20, 25)}]


def one(out: Path, sample: str, ending: str) -> Path:
    (found,) = [path for path in out.rglob(f"*{ending}") if TECHNICAL[sample] in path.name]
    return found


@needs_pages
@pytest.mark.parametrize("sample", DEMANDS)
def test_the_technical_volume_names_nobody_and_looks_as_demanded(tmp_path: Path, sample: str) -> None:
    outcome = built(deal(tmp_path / "deal", sample), tmp_path / "out")
    assert about(outcome) == []
    book = pypdf.PdfReader(one(tmp_path / "out", sample, ".pdf"))
    text = "\n".join(page.extract_text() for page in book.pages)
    assert [word for word in NAMES[sample] if word in text] == []
    assert not {"/Title", "/Author", "/Subject"} & set(book.metadata or {})
    fonts = {str(font) for page in book.pages for font in _fonts(page)}
    serif = "serif" if sample == "rail-iscs" else "sans"
    assert any(serif in font.lower() for font in fonts), fonts
    assert not any("sans" in font.lower() for font in fonts if serif == "serif"), fonts


def _fonts(page: pypdf.PageObject) -> list[str]:
    return [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]


def test_people_and_certificates_stand_in_another_volume(tmp_path: Path) -> None:
    built(deal(tmp_path / "deal", "rail-iscs"), tmp_path / "out", pages=False)
    technical, other = (
        _text(path) for name in ("技术册", "资格册") for path in (tmp_path / "out").rglob(f"*{name}.docx")
    )
    assert "简历表：" not in technical and "简历表：" in other
    assert "（盖单位章）" not in technical


def test_a_purchase_has_a_volume_of_its_own_for_what_is_anonymous(tmp_path: Path) -> None:
    path = deal(tmp_path / "deal", "rail-iscs", ("regime: 标准设备采购招标文件（2017）", "regime: gov_goods"))
    built(path, tmp_path / "out", pages=False, draft=True)
    (technical,) = (tmp_path / "out").rglob("*技术册（暗标）-草稿.docx")
    assert "架构设计" in _text(technical)


def test_a_name_in_a_sentence_stops_the_volume_and_tells_where(tmp_path: Path) -> None:
    path = deal(tmp_path / "deal", "rail-iscs", ("逐点、逐画面、逐模式比对", "云岭控制的工程师韩彻逐点比对"))
    outcome = built(path, tmp_path / "out", pages=False)
    told = [each for each in about(outcome) if each.severity is Severity.ERROR]
    assert [each.message.zh.split("“")[1].rstrip("”") for each in told] == ["云岭控制", "韩彻"]
    assert all("割接与数据迁移" in step.zh for each in told for step in each.place.trail[1:2])
    assert not [each for each in (tmp_path / "out").rglob("*技术册.docx")]


def test_a_draft_with_a_name_is_written(tmp_path: Path) -> None:
    path = deal(tmp_path / "deal", "rail-iscs", ("逐点、逐画面、逐模式比对", "韩彻逐点比对"))
    outcome = built(path, tmp_path / "out", pages=False, draft=True)
    assert {each.severity for each in about(outcome)} == {Severity.WARNING}
    assert list((tmp_path / "out").rglob("*技术册-草稿.docx"))


def _text(path: Path) -> str:
    made = docx.Document(io.BytesIO(path.read_bytes()))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])
