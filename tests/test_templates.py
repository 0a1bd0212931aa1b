"""The shipped templates: clean Word files that print a full deal, and a bare one without leaving holes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kadocs import deliverables
from kadocs.findings import Finding
from kadocs.model import Audience, Deal, shape
from kadocs.render.usage import Field
from kadocs.render.word import Template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("zh", "en")
PROPOSAL = deliverables.load("proposal", deliverables.shelf([]))

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

DRAWN_FROM: dict[str, tuple[str, ...]] = {
    "solution.revision.version": ("solution.revisions",),
    "solution.revision.date": ("solution.revisions",),
    "quote.valid_until": ("quote.date", "quote.validity_days"),
    "quote.instalments": ("quote.payment",),
    "quote.categories": ("quote.items",),
    "quote.subtotal": ("quote.items",),
    "quote.tax": ("quote.items",),
    "quote.total": ("quote.items",),
    "quote.currency": (),  # every quotation has one,
    "quote.tax_mode": (),  # and this too
}
"""What computed values are worked out from."""


def source(language: str) -> bytes:
    return deliverables.template(PROPOSAL, PROPOSAL.says.outputs[0], language).data


@cache
def template(language: str) -> Template:
    return Template(source(language), f"proposal.{language}.docx")


def parts(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {
            Path(name).stem: etree.fromstring(file.read(name))
            for name in file.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }


def text_parts(data: bytes) -> list[Any]:
    return [root for name, root in parts(data).items() if name.startswith(("document", "header", "footer"))]


def printed(deal: dict[str, Any], language: str) -> Any:
    """The body of the proposal of `deal`."""
    view = Deal.model_validate(deal).view(Audience.CUSTOMER, language)
    return parts(template(language).render(view, language=language))["document"]


def always(fields: Iterable[Field], above: str = "") -> Iterator[str]:
    """The fields that are printed or looped over in every document."""
    for each in fields:
        if each.always:
            yield above + each.name
        yield from always(each.fields, f"{above}{each.name}.")


def words(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def headings(body: Any) -> list[str]:
    return [words(p) for p in body.iter(f"{W}p") if style(p).startswith("Heading")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_formatting_stands_in_styles(language: str) -> None:
    allowed = {
        "rPr": {"rStyle"},
        "pPr": {"pStyle", "sectPr"},
        "tcPr": {"tcW", "gridSpan"},
        "trPr": {"cantSplit", "tblHeader", "trHeight"},
        "tblPr": {"tblStyle", "tblW", "jc", "tblLayout", "tblLook"},
    }
    for root in text_parts(source(language)):
        for name, children in allowed.items():
            for element in root.iter(f"{W}{name}"):
                assert {etree.QName(child).localname for child in element} <= children


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_in_use_is_defined(language: str) -> None:
    found = parts(source(language))
    defined = {s.get(f"{W}styleId") for s in found["styles"].iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for root in text_parts(source(language))
        for kind in ("pStyle", "rStyle", "tblStyle")
        for element in root.iter(f"{W}{kind}")
    }
    assert used <= defined


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_as_wide_as_their_columns(language: str) -> None:
    for table in parts(source(language))["document"].iter(f"{W}tbl"):
        width = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        assert sum(int(c.get(f"{W}w")) for c in table.iter(f"{W}gridCol")) == width
        for row in table.iter(f"{W}tr"):
            assert sum(int(c.get(f"{W}w")) for c in row.iter(f"{W}tcW")) == width


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_stay_whole_and_heads_are_repeated(language: str) -> None:
    for table in parts(source(language))["document"].iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        if table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1":
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_says_its_own_header_and_footer(language: str) -> None:
    """A section that vanishes must not leave the next one with the headers of another."""
    cover, *others = parts(source(language))["document"].iter(f"{W}sectPr")
    assert cover.find(f"{W}headerReference") is None
    for section in others:
        assert section.find(f"{W}headerReference") is not None
        assert section.find(f"{W}footerReference") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_has_nothing_to_ask_when_it_opens_the_file(language: str) -> None:
    assert parts(source(language))["settings"].find(f"{W}updateFields") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_deal_makes_a_whole_proposal(language: str) -> None:
    body = printed(BARE, language)
    silent = [p for p in body.iter(f"{W}p") if not words(p).strip() and p.find(f".//{W}fldChar") is None]
    assert {style(p) for p in silent} <= {
        "SectionEnd",
        "TableDenseCentre",
    }  # the second: a requirement that is not mandatory
    assert all(len(list(table.iter(f"{W}tr"))) > 1 for table in body.iter(f"{W}tbl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_optional_chapter_comes_with_its_heading(language: str) -> None:
    bare = headings(printed(BARE, language))
    training = {"training": [{"course": "操作培训"}], "sla": [{"level": "一级", "definition": "停运"}]}
    trained = headings(printed(BARE | {"solution": BARE["solution"] | training}, language))
    assert len(trained) == len(bare) + 3
    assert set(bare) < set(trained)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_needs_are_what_is_printed_whatever_the_deal_holds(language: str) -> None:
    found = always(template(language).fields())
    needed = {origin for name in found for origin in DRAWN_FROM.get(name, (name,))}
    assert needed == set(PROPOSAL.says.needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_used_that_the_model_lacks_or_the_customer_may_not_see(language: str) -> None:
    assert template(language).check(shape(Audience.CUSTOMER)) == []


def without(name: str) -> dict[str, Any]:
    """The bare deal without one of its sections or fields."""
    section, _, field = name.partition(".")
    if not field:
        return {key: value for key, value in BARE.items() if key != section}
    return BARE | {section: {key: value for key, value in BARE[section].items() if key != field}}


def drafted(deal: dict[str, Any], language: str) -> tuple[Any, list[Finding]]:
    """The body of a draft of `deal`, and its gaps."""
    gaps: list[Finding] = []
    view = Deal.model_validate(deal).view(Audience.CUSTOMER, language, PROPOSAL.says.needs)
    return parts(template(language).render(view, language=language, gaps=gaps))["document"], gaps


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("need", PROPOSAL.says.needs)
def test_a_draft_shows_each_unmet_need_and_leaves_no_table_empty(need: str, language: str) -> None:
    body, gaps = drafted(without(need), language)
    assert need in {gap.path for gap in gaps}
    assert all(len(list(table.iter(f"{W}tr"))) > 1 for table in body.iter(f"{W}tbl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_nothing_counts_nothing_and_has_no_price(language: str) -> None:
    body, gaps = drafted({}, language)
    assert {gap.path for gap in gaps} == set(PROPOSAL.says.needs)
    for wrong in ("0.00", "零元", "逐条响应：", "We answer all"):
        assert wrong not in words(body)
