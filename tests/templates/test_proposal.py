"""解决方案建议书: what the customer reads of an offer, and how it looks where little of it is known."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from lxml import etree

from kadocs import deliverables
from kadocs.findings import Finding
from kadocs.model import Audience, Deal, shape
from kadocs.render.word import Template
from kadocs.sources.beside import Beside
from tests.templates.printed import DEALS, LANGUAGES, SAMPLES, Document, deal, deliverable, sample, secrets

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
NEEDS = deliverable("proposal").says.needs

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "requirements": [{"id": "R-01", "text": "双机热备", "response": "完全满足"}],
    "solution": {
        "goals": [{"metric": "可用率", "target": "99.9%"}],
        "modules": [{"name": "中央平台"}],
        "milestones": [{"id": "M1", "name": "启动"}],
        "revisions": [{"version": "V1.0", "date": "2026-11-20"}],
    },
    "quote": {
        "date": "2026-11-20",
        "validity_days": "90",
        "items": [{"name": "服务器", "quantity": "2", "unit_price": "1200"}],
        "payment": [{"node": "预付款", "share": "100%"}],
    },
}
"""A deal that holds what the proposal needs and nothing else."""


@cache
def template(language: str, name: str = "") -> Template:
    """The proposal's template; pictures are those of the deal with this name."""
    found = deliverable("proposal")
    source = deliverables.template(found, found.says.outputs[0], language)
    return Template(source.data, source.name, Beside((SAMPLES / name, *source.folders), 1_000_000))


def proposal(of: Deal, language: str, name: str = "") -> Document:
    return Document(template(language, name).render(of.view(Audience.CUSTOMER, language), language=language))


@cache
def printed(name: str, language: str) -> Document:
    return proposal(sample(name), language, name)


def with_(**solution: Any) -> Deal:
    """The bare deal with more of its solution."""
    return deal(**BARE | {"solution": BARE["solution"] | solution})


def draft(of: dict[str, Any], language: str) -> tuple[Document, list[Finding]]:
    """The draft of a deal, and its gaps."""
    gaps: list[Finding] = []
    view = deal(**of).view(Audience.CUSTOMER, language, NEEDS)
    return Document(template(language).render(view, language=language, gaps=gaps)), gaps


def without(name: str) -> dict[str, Any]:
    """The bare deal without one of its sections or fields."""
    section, _, field = name.partition(".")
    if not field:
        return {key: value for key, value in BARE.items() if key != section}
    return BARE | {section: {key: value for key, value in BARE[section].items() if key != field}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_every_requirement_is_answered_once_with_the_page_of_the_module_that_answers_it(
    name: str, language: str
) -> None:
    document = printed(name, language)
    rows = document.table("见章节" if language == "zh" else "How we meet it; mitigation")
    assert [row[0] for row in rows] == [each.id for each in sample(name).requirements]
    solution = sample(name).solution
    assert solution is not None
    modules = {module.name for module in solution.modules}
    for requirement, row in zip(sample(name).requirements, rows, strict=True):
        leads = requirement.section_ref in modules and requirement.page is None
        assert row[-1].startswith(requirement.section_ref or "—")
        assert (row[-1] != (requirement.section_ref or "—")) == (leads or requirement.page is not None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_its_pictures_and_charts_are_numbered_below_them(name: str, language: str) -> None:
    document, solution = printed(name, language), sample(name).solution
    assert solution is not None
    captions = document.styled("FigureCaption")
    supplied = [*solution.architecture, *(p for module in solution.modules for p in module.pictures)]
    assert captions[: len(supplied)] == [picture.caption for picture in supplied]
    drawn = [p for p in document.body.iter(DRAWING)]
    assert len(captions) == len(supplied) + 4  # plan, team, price, payments
    assert len(drawn) >= len(captions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_says_what_is_offered_until_when_and_whom_to_call(language: str) -> None:
    text = printed("rail-iscs", language).text
    letter = text[: text.index("文档控制" if language == "zh" else "Document control")]
    for told in ("青岚市轨道交通集团有限公司", "20,968,900.00", "陆知远", "000-5550-0120"):
        assert told in letter
    assert ("2027年2月18日" if language == "zh" else "18 February 2027") in letter


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_nothing_that_the_customer_may_not_know_is_said(name: str, language: str) -> None:
    document = printed(name, language)
    everything = b"".join(document.parts.values()).decode()
    rivals = {alias for rival in sample(name).competitors for alias in (rival.name, *rival.aliases)}
    for hidden in secrets(sample(name)) | rivals:
        assert hidden not in everything


@pytest.mark.parametrize("language", LANGUAGES)
def test_workbooks_of_its_charts_hold_prices_and_dates_only(language: str) -> None:
    kept = zipfile.ZipFile(io.BytesIO(printed("rail-iscs", language).data))
    books = [name for name in kept.namelist() if name.endswith(".xlsx")]
    assert len(books) == 3  # plan, price, payments: the team is drawn as shapes
    for name in books:
        book = zipfile.ZipFile(io.BytesIO(kept.read(name)))
        sheets = [each for each in book.namelist() if each.startswith("xl/worksheets/")]
        assert len(sheets) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_deal_makes_a_whole_proposal(language: str) -> None:
    document = proposal(deal(**BARE), language)
    assert document.hollow == []
    assert document.silent <= {"SectionEnd"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("more", "headings"),
    [
        ({"training": [{"course": "操作"}], "sla": [{"level": "一级", "definition": "停运"}]}, 3),
        ({"raci": [{"activity": "联调"}]}, 1),
        ({"risks": [{"risk": "延期", "probability": 3, "impact": 4}]}, 2),
        ({"glossary": [{"term": "FEP", "meaning": "前端处理器"}]}, 2),
        ({"team": [{"name": "韩彻", "role": "项目经理"}]}, 1),
        ({"method": {"quality": "分级评审"}}, 2),
    ],
)
def test_what_is_there_comes_with_its_headings(more: dict[str, Any], headings: int, language: str) -> None:
    bare, fuller = proposal(deal(**BARE), language), proposal(with_(**more), language)
    assert set(bare.headings) < set(fuller.headings)
    assert len(fuller.headings) == len(bare.headings) + headings
    assert fuller.hollow == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_scanned_certificates_are_asked_for_only_where_they_are_pictures(language: str) -> None:
    papers = [{"name": "质量体系", "scan": "资料/质量体系.pdf"}]
    document = proposal(deal(**BARE | {"qualifications": {"certificates": papers}}), language)
    assert "质量体系" in document.text
    assert document.styled("FigureCaption") == proposal(deal(**BARE), language).styled("FigureCaption")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_used_that_the_model_lacks_or_the_customer_may_not_see(language: str) -> None:
    assert template(language).check(shape(Audience.CUSTOMER)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("need", NEEDS)
def test_a_draft_shows_each_unmet_need_and_leaves_no_table_empty(need: str, language: str) -> None:
    document, gaps = draft(without(need), language)
    assert need in {gap.path for gap in gaps}
    assert document.hollow == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_nothing_counts_nothing_and_has_no_price(language: str) -> None:
    document, gaps = draft({}, language)
    assert {gap.path for gap in gaps} == set(NEEDS)
    for wrong in ("0.00", "零元", "完全满足0", "Met in full"):
        assert wrong not in document.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_says_its_own_header_and_footer(language: str) -> None:
    """A section that vanishes must not leave the next one with the headers of another."""
    found = deliverable("proposal")
    data = deliverables.template(found, found.says.outputs[0], language).data
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    cover, *others = body.iter(f"{word}sectPr")
    assert cover.find(f"{word}headerReference") is None
    for section in others:
        assert section.find(f"{word}headerReference") is not None
        assert section.find(f"{word}footerReference") is not None
