"""A tender's own form from end to end: filled, bound as it looks, and compared with what was issued."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest

from kadocs import pipeline
from kadocs.findings import Finding, Severity
from tests.templates.printed import Document

SAMPLE = Path(__file__).parents[2] / "samples" / "rail-iscs"
FORMS = "资料/招标格式"
COPY, ISSUED = f"{FORMS}/授权委托书（已加标签）.docx", f"{FORMS}/授权委托书.docx"


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    """The Chinese sample, which fills in its tender's own power of attorney."""
    folder = tmp_path / "deal"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.xlsx"))
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Change words of a Word file or of the deal's."""
    if path.suffix != ".docx":
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        return
    document = docx.Document(str(path))
    for run in [run for paragraph in document.paragraphs for run in paragraph.runs]:
        run.text = run.text.replace(old, new) if old in run.text else run.text
    document.save(str(path))


def built(deal: Path, **how: object) -> pipeline.Outcome:
    """What became of the bid."""
    request = pipeline.Request((deal,), date(2026, 11, 23), ("bid",), deal.parent / "out", pages=False, **how)  # type: ignore[arg-type]
    return pipeline.build(request)


def told(outcome: pipeline.Outcome, *codes: str) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.code in codes]


def volume(deal: Path) -> bytes:
    (path,) = (deal.parent / "out").rglob("*商务册.docx")
    return path.read_bytes()


def test_it_is_filled_and_looks_as_it_was_issued(deal: Path) -> None:
    assert told(built(deal), "OUT030", "OUT031", "OUT032", "OUT033", "OUT034") == []
    document = docx.Document(io.BytesIO(volume(deal)))
    (title,) = [
        each for each in document.paragraphs if each.text == "授权委托书" and "attorney" in each.style.name
    ]
    assert title.style.name.startswith("Title")
    assert "招标文件　第六章" not in Document(volume(deal)).text


def test_a_word_changed_in_the_copy_keeps_the_volume_back(deal: Path) -> None:
    edit(deal / COPY, "代理人无转委托权", "代理人有转委托权")
    outcome = built(deal)
    (finding,) = told(outcome, "OUT030")
    assert finding.severity is Severity.ERROR
    assert finding.place.file == COPY
    assert "代理人无转委托权。" in finding.message.zh
    assert "代理人有转委托权。" in finding.message.zh
    assert [step.en for step in finding.place.trail][-1] == "paragraph 4"
    assert not list((deal.parent / "out").rglob("*商务册*"))
    assert [each.severity for each in told(built(deal, draft=True), "OUT030")] == [Severity.WARNING]


def test_a_soft_form_is_warned_of_and_a_free_one_is_not_compared(deal: Path) -> None:
    edit(deal / COPY, "代理人无转委托权", "代理人有转委托权")
    row = "name: 授权委托书\n      tag: "
    edit(deal / "deal.yaml", f"{row}HARD", f"{row}SOFT")
    assert [each.severity for each in told(built(deal), "OUT030")] == [Severity.WARNING]
    edit(deal / "deal.yaml", f"{row}SOFT", f"{row}FREE")
    assert told(built(deal), "OUT030") == []


def test_without_its_original_it_is_compared_with_its_copy(deal: Path) -> None:
    edit(deal / "deal.yaml", f"      original: {ISSUED}\n", "")
    (finding,) = told(built(deal), "OUT030", "OUT031")
    assert finding.code == "OUT031"
    assert finding.severity is Severity.INFO


def test_without_tags_it_is_bound_as_issued_and_its_blanks_are_told(deal: Path) -> None:
    edit(deal / "deal.yaml", f"      template: {COPY}\n", "")
    (finding,) = told(built(deal), "OUT030", "OUT032")
    assert finding.code == "OUT032"
    assert "身份证号码" in finding.message.zh
    assert "签字" not in finding.message.zh


@pytest.mark.parametrize("name", ["授权委托书.doc", "授权委托书.pdf", "授权委托书.wps", "授权委托书.xlsx"])
def test_a_form_that_is_no_word_file_has_a_way_out(deal: Path, name: str) -> None:
    (deal / FORMS / name).write_bytes(b"nothing that can be filled in")
    edit(deal / "deal.yaml", COPY, f"{FORMS}/{name}")
    (finding,) = told(built(deal), "OUT033")
    assert name in finding.message.zh
    assert ".docx" in finding.hint.zh or "Word" in finding.hint.zh


def test_broken_locked_and_missing_forms_are_told(deal: Path) -> None:
    (deal / COPY).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked")
    assert told(built(deal), "TPL002")
    (deal / COPY).write_bytes(b"broken")
    assert told(built(deal), "TPL001")
    (deal / COPY).unlink()
    assert [each.hint.en for each in told(built(deal), "OUT033")]


def test_tracked_changes_are_not_bound(deal: Path) -> None:
    document = docx.Document(str(deal / COPY))
    run = document.paragraphs[3].runs[0]._r
    inserted = run.makeelement(run.tag.replace("}r", "}ins"), {})
    run.addprevious(inserted)
    inserted.append(run)
    document.save(str(deal / COPY))
    assert [each.severity for each in told(built(deal), "OUT033")] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("      name: 授权委托书\n", "      name: 授权委托书\n      part: attorny\n", "attorney"),
        ("      name: 授权委托书\n", "      name: 授权委托书\n      after: lettr\n", "letter"),
        (
            "  forms:\n    - id",
            f"  forms:\n    - {{name: 委托书, part: attorney, template: {COPY}}}\n    - id",
            "",
        ),
    ],
)
def test_rows_that_fit_no_part_are_told(deal: Path, old: str, new: str, near: str) -> None:
    edit(deal / "deal.yaml", old, new)
    (finding,) = told(built(deal), "OUT034")
    assert near in finding.hint.en
    assert finding.place.line
