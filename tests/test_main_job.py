"""The main job on the shipped samples: what a team types, and what it gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from kadocs import deliverables, office
from kadocs.cli import main

SAMPLES = Path(__file__).parents[1] / "samples"
AS_OF = "2026-11-23"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    """The exit status of a command, and what it said as JSON."""
    capsys.readouterr()
    status = main([*map(str, words), "--as-of", AS_OF, "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("sample", ["rail-iscs", "chem-dcs"])
def test_the_yaml_and_the_excel_form_of_a_deal_give_the_same_bytes(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = []
    for form in ("yaml", "xlsx"):
        out = tmp_path / form
        status, told = run(
            capsys, "build", "proposal", SAMPLES / sample / f"deal.{form}", "--out", out, "--no-pages"
        )
        assert status == 0, told
        documents.append([path.read_bytes() for path in sorted(out.rglob("*.docx"))])
    assert documents[0] and documents[0] == documents[1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def styled(word: Path, style: str) -> list[str]:
    """The paragraphs, inside content controls too, whose style's name begins so."""
    document = docx.Document(str(word))
    paragraphs = (Paragraph(element, document) for element in document.element.body.iter(qn("w:p")))
    return [each.text for each in paragraphs if each.style and (each.style.name or "").startswith(style)]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("sample", ["rail-iscs", "chem-dcs"])
def test_the_contents_are_the_headings_with_the_pages_that_the_pdf_has_them_on(
    sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = run(
        capsys, "build", "proposal", SAMPLES / sample / "deal.yaml", "--out", tmp_path, "--pdf"
    )
    assert status == 0, told
    [word], [pdf] = tmp_path.rglob("*.docx"), tmp_path.rglob("*.pdf")
    headings = styled(word, "Heading ")
    entries = [entry.split("\t") for entry in styled(word, "toc ")]
    assert len(entries) > len(headings) > 30  # the lists of tables and figures come behind the contents
    pages = [squeezed(page.extract_text()) for page in pypdf.PdfReader(pdf).pages]
    assert all(pages), "a page without a word on it"
    for (*_, entry, page), heading in zip(entries, headings, strict=False):
        assert entry.endswith(heading)
        assert squeezed(heading) in pages[int(page) - 1], f"{heading} is not on page {page}"


NEEDS = deliverables.load("proposal", deliverables.shelf(())).says.needs


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def without(text: str, path: str) -> tuple[str, int]:
    """A sample's text less one field, and the line (from 1) of the nearest section that is left."""
    lines = text.splitlines(keepends=True)
    parent = at = next(number for number, line in enumerate(lines) if line.strip() and line[0] != "#")
    for depth, key in enumerate(path.split(".")):
        parent = at
        at = next(n for n in range(at, len(lines)) if lines[n].startswith("  " * depth + key + ":"))
    end = next(
        n for n in range(at + 1, len(lines)) if lines[n].strip() and indent(lines[n]) <= indent(lines[at])
    )
    return "".join(lines[:at] + lines[end:]), parent + 1


@pytest.mark.parametrize("sample", ["rail-iscs", "chem-dcs"])
@pytest.mark.parametrize("need", NEEDS)
def test_a_needed_field_that_is_not_there_is_told_at_its_nearest_section(
    need: str, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, line = without((SAMPLES / sample / "deal.yaml").read_text("utf-8"), need)
    (tmp_path / "deal.yaml").write_text(text, "utf-8")
    out = tmp_path / "out"
    status, told = run(capsys, "build", "proposal", tmp_path / "deal.yaml", "--out", out, "--no-pages")
    assert status == 1
    missing = [finding for finding in told["findings"] if finding.get("path") == need]
    assert [(finding["severity"], finding["line"]) for finding in missing] == [("error", line)], told
    assert not list(out.rglob("*.docx"))


# Faults as a tired colleague makes them: what stands in the sample, and what is written instead. The
# comment behind a line is the code that must be told there.
PLANTED = {
    "  short_name: 云岭控制\n": "  shortname: 云岭控制  #! DATA011\n",
    "  employees: 862\n": "  employees: 八百多  #! DATA013\n",
    "  ownership: 国企\n": "  ownership: 国营  #! DATA013\n",
    "  expected_sign: 2027-01-15\n": "  expected_sign: 3月5日  #! DATA013\n",
    "  - id: R-02\n": "  - id: R-01  #! DEAL001\n",
    "    response_text: 平台单域容量": "    response_text: |- #! DISC003\n      强于恒擎。平台单域容量",
    "  - id: R-06\n": "  - id: R-06  #! PROP001\n",
    "    response: 完全满足\n    response_text: 以 IEC": "    response_text: 以 IEC",
    "      date: 2027-03-05\n": "      date: 2028-03-05\n",
    "      date: 2027-04-23\n": "      date: 2027-04-23  #! PROP031\n",
    "    - project: 某滨海城市": "    - project: |- #! DISC001\n        某滨海城市",
    "      public_name: 某滨海城市地铁运营单位\n": "",
    "      depends_on: [T01]\n": "      depends_on: [T99]  #! PROP032\n",
    "      amount: 256000\n": "      amount: 265000  #! PROP010\n",
    "      share: 17%\n": "      share: 16%\n",
    "  payment:\n": "  payment:  #! PROP014\n",
    "  validity_days: 90\n": "  validity_days: 2  #! PROP022\n",
    "  tax_rate: 13%\n": "  tax_rate: 13%\n  vat: 13%  #! DATA011\n",
    "  total: 20968900.00\n": "  total: 20968000.00  #! PROP011\n",
}


def test_fifteen_planted_faults_are_told_in_one_run_each_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (SAMPLES / "rail-iscs" / "deal.yaml").read_text("utf-8")
    for before, after in PLANTED.items():
        assert before in text, before
        text = text.replace(before, after, 1)
    (tmp_path / "deal.yaml").write_text(text, "utf-8")
    expected = {
        (line.split("#! ")[1], number) for number, line in enumerate(text.splitlines(), 1) if "#! " in line
    }
    assert len(expected) == 15

    status, told = run(capsys, "check", tmp_path / "deal.yaml", "--for", "proposal")
    assert status == 1
    found = {(finding["code"], finding["line"]) for finding in told["findings"]}
    assert expected <= found, sorted(expected - found)
    assert all(finding["message"] and finding["hint"] for finding in told["findings"])
