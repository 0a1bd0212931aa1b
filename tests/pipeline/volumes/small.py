"""A bid of its own, small enough to count its pages: rules, a host, forms, a deal."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from kadocs import pipeline
from kadocs.pipeline.making import Made
from kadocs.plan import Job

DESCRIPTION = """
title: {zh: 投标文件, en: Bid}
stage: bid
audience: customer
gates: []
outputs:
  - template: {en: volume.en.docx}
    volumes: true
    file: "{{ title }}.docx"
"""
REGIME = """
title: {zh: 企业, en: Enterprise}
basis: {zh: 无, en: none}
certainty: L
volumes:
  - {id: one, title: {zh: 商务册, en: Commercial volume}, file: "{{ title }}.docx"}
  - {id: two, title: {zh: 技术册, en: Technical volume}, file: "{{ title }}.docx"}
  - {id: seal, title: {zh: 开标一览表, en: Opening}, file: "{{ title }}.docx", alone: true}
parts:
  - {id: index, title: {zh: 索引, en: Index}, volume: one, tag: free, form: index}
  - {id: letter, title: {zh: 函, en: Letter}, volume: one, tag: free, form: letter}
  - {id: scheme, title: {zh: 方案, en: Scheme}, volume: two, tag: free, form: scheme}
  - {id: people, title: {zh: 人员, en: People}, volume: two, tag: free, form: people}
  - {id: opening, title: {zh: 一览, en: Opening}, volume: seal, tag: free, form: opening}
"""
DEAL = """
language: English
opportunity: {{id: P-1, name: Mill, regime: enterprise}}
tender:
  submission: {{page_numbering: {numbering}}}
  evaluation:
    factors:
{factors}
requirements:
{requirements}
"""
NAMED = (
    "Letter",
    "Technical volume, chapter 1",
    "people",
    "Clause 12",
    "Opening",
    "Technical volume; Letter",
)


def field(paragraph: Paragraph, code: str) -> None:
    """Put a field into a paragraph."""
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>"))


def host() -> Document:
    """The host: a title, contents with page numbers, the parts, and at each foot “Printed X of Y”."""
    document = docx.Document()
    document.add_paragraph("{{ volume.title }}")
    field(document.add_paragraph(), 'TOC \\o "1-2"')
    document.add_paragraph("{# parts #}")
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Printed ")
    field(foot, "PAGE")
    foot.add_run(" of {% if volume.total %}{{ volume.total }}{% else %}")
    field(foot, "NUMPAGES")
    foot.add_run("{% endif %} end")
    return document


def form(name: str, title: str) -> Document:
    """A form: its heading on a new page, in a bookmark."""
    document = docx.Document()
    heading = document.add_heading(f'{{{{ "{title}" | bookmark("part-{name}") }}}}', 1)
    heading.paragraph_format.page_break_before = True
    return document


def forms() -> dict[str, Document]:
    """The forms: an index of what the tender scores, and a scheme as long as there are requirements."""
    found = {
        name: form(name, name.capitalize()) for name in ("index", "letter", "scheme", "people", "opening")
    }
    found["index"].add_paragraph("{%p for x in tender.evaluation.factors %}")
    found["index"].add_paragraph(
        "Row {{ x.factor }} is on{% for at in volume.at[x.answered_in] %} {{ at.volume }} page "
        "{{ at.name | page }}{% else %} no page{% endfor %} end"
    )
    found["index"].add_paragraph("{%p endfor %}")
    found["letter"].add_paragraph('People are on {{ "part-people" | page }}, scans on {{ "scan-x" | page }}.')
    found["scheme"].add_paragraph('The letter is on {{ "part-letter" | page }}.')
    found["scheme"].add_paragraph("{%p for r in requirements %}")
    found["scheme"].add_heading("{{ r.text }}", 2).paragraph_format.page_break_before = True
    found["scheme"].add_paragraph("{%p endfor %}")
    return found


def written(
    folder: Path, requirements: int = 12, numbering: str = "per_volume", named: tuple[str, ...] = NAMED
) -> Path:
    """The folder of a deal, beside which its templates are."""
    shelf = folder / "templates" / "bid"
    (shelf / "regimes").mkdir(parents=True)
    (shelf / "forms").mkdir()
    (shelf / "deliverable.yaml").write_text(DESCRIPTION, "utf-8")
    (shelf / "regimes" / "enterprise.yaml").write_text(REGIME, "utf-8")
    host().save(str(shelf / "volume.en.docx"))
    for name, document in forms().items():
        document.save(str(shelf / "forms" / f"{name}.en.docx"))
    factors = "\n".join(f"    - {{factor: F{n}, answered_in: “{at}”}}" for n, at in enumerate(named, 1))
    factors = factors.replace("“", '"').replace("”", '"')
    rows = "\n".join(f"- {{id: R-{n}, text: Clause {n}}}" for n in range(1, requirements + 1))
    text = DEAL.format(numbering=numbering, factors=factors, requirements=rows)
    (folder / "deal").mkdir()
    (folder / "deal" / "deal.yaml").write_text(text, "utf-8")
    return folder / "deal"


def built(deal: Path, **how: object) -> tuple[pipeline.Outcome, Made]:
    """What became of its bid, and what was made."""
    made: list[Made] = []

    def run(function: object, jobs: list[Job]) -> list[Made]:
        made.extend(map(function, jobs))  # type: ignore[arg-type]
        return made

    folders = (deal.parent / "templates",)
    out = deal.parent / "out"
    request = pipeline.Request((deal,), date(2026, 1, 1), ("bid",), out, folders, **how)  # type: ignore[arg-type]
    outcome = pipeline.build(request, run)  # type: ignore[arg-type]
    (one,) = made
    return outcome, one


class Print:
    """A volume's PDF: its words by page, and the number that is printed at the foot of each."""

    def __init__(self, made: Made, title: str) -> None:
        (path,) = [path for path in made.files if path.name == f"{title}.pdf"]
        self.reader = PdfReader(io.BytesIO(made.files[path]))
        self.pages = [" ".join(page.extract_text().split()) for page in self.reader.pages]
        feet = [re.search(r"Printed (\d+) of (\d+) end", page) for page in self.pages]
        self.numbers = [int(foot[1]) for foot in feet if foot]
        self.totals = {int(foot[2]) for foot in feet if foot}

    def page_of(self, heading: str) -> int:
        """The number that is printed on the page where a heading stands, behind the contents."""
        (found,) = [
            number
            for number, page in zip(self.numbers, self.pages, strict=True)
            if re.match(rf"(?:\S+ )?{re.escape(heading)}\b", page) and "....." not in page
        ]
        return found

    def rows(self) -> dict[str, str]:
        """What the index says, by factor."""
        text = " ".join(self.pages)
        return dict(re.findall(r"Row (F\d+) is on (.*?) end", text))
