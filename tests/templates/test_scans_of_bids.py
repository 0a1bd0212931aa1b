"""The scans behind the forms of a bid: one a page, captioned, and found by the pages that tables name."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

import pypdf
import pytest

from kadocs import office
from kadocs.deliverables import shipped
from kadocs.findings import Finding
from kadocs.model import Audience, Deal
from kadocs.render.word import Template
from kadocs.sources import Beside
from tests.render.word.docs import template
from tests.render.word.scans.papers import drawn, saved, scanned, sheet
from tests.templates.printed import LANGUAGES, Document, W

BID = shipped() / "bid"
INCLUDED = Beside((BID, shipped() / "_sections"), 9_000_000)
PAPERS = {
    "three.pdf": drawn(3),
    "licence.pdf": drawn(),
    "card.png": saved(sheet(1012, 638), dpi=(300, 300)),
    "scan.pdf": scanned(sheet(1654, 2339)),
}
CERTIFICATES = [
    {"name": "质量体系", "number": "Q-1", "valid_until": "2027-06-19", "scan": "three.pdf"},
    {"name": "营业执照", "number": "91X", "permanent": "是", "scan": "licence.pdf"},
    {"name": "无扫描件", "number": "Z-9"},
]
VENDOR = {
    "legal_name": "云岭",
    "uscc": "91350100M000100Y43",
    "licence_scan": "licence.pdf",
    "legal_rep": "沈某",
}
WORLD = {"vendor": VENDOR, "account": {"name": "青岚"}, "opportunity": {"id": "P-1", "name": "监控"}}
needs_pages = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def forms(language: str, *names: str) -> Template:
    """These forms, one behind the other."""
    source = template(*('{% include "forms/' + f"{name}.{language}.docx" + '" %}' for name in names))
    return Template(source, "bid.docx", INCLUDED)


def seen(language: str, **sections: Any) -> dict[str, Any]:
    """A deal as its customer sees it in a volume."""
    deal = Deal.model_validate(WORLD | sections)
    personal = ("vendor.legal_rep_id_scan", "bid.agent.id_scan")
    view = deal.view(Audience.CUSTOMER, language, (), personal)
    words: defaultdict[str, str] = defaultdict(lambda: "…")
    return view.naming("volume", {"titles": words, "words": words, "forms": (), "sealed": (), "places": ()})


def made(language: str, *names: str, pages: dict[str, int] | None = None, **sections: Any) -> bytes:
    view = seen(language, **sections)
    return forms(language, *names).render(view, language=language, pages=pages, files=PAPERS.__getitem__)


def pictures(document: bytes) -> int:
    return len(list(Document(document).body.iter(f"{W}drawing")))


def begun(document: Document) -> int:
    """How many paragraphs begin a page."""
    return sum(p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in document.body.iter(f"{W}p"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_of_three_pages_gives_three_each_on_a_page_of_its_own_with_a_caption(language: str) -> None:
    document = made(language, "certificates", qualifications={"certificates": CERTIFICATES[:1]})
    assert pictures(document) == 3
    said = Document(document)
    assert begun(said) == 1 + 3  # the form's heading, and each page
    first, *more = [text for text in said.styled("Heading2", "Label") if "质量体系" in text]
    assert "Q-1" not in first
    assert [note for note in said.styled("TableNote") if "Q-1" in note and "2027" in note]
    assert [(str(number) in text, "3" in text) for number, text in enumerate(more, 2)] == [(True, True)] * 2


@pytest.mark.parametrize(("language", "word"), [("zh", "长期有效"), ("en", "without end")])
def test_what_is_valid_for_ever_says_so(language: str, word: str) -> None:
    document = Document(made(language, "certificates", qualifications={"certificates": CERTIFICATES[1:2]}))
    assert [text for text in document.styled("TableNote") if word in text and "91X" in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_scan_is_shown_once_and_both_tables_lead_to_it(language: str) -> None:
    document = made(language, "company", "certificates", qualifications={"certificates": CERTIFICATES[1:2]})
    assert pictures(document) == 1
    assert Document(document).parts["word/document.xml"].count(b" PAGEREF k_scan_licence") == 2


def test_a_draft_names_a_missing_scan_once_and_both_tables_lead_to_it() -> None:
    gaps: list[Finding] = []
    lost = {"vendor": VENDOR | {"licence_scan": "lost.pdf"}}
    view = seen("zh", **lost, qualifications={"certificates": [CERTIFICATES[1] | {"scan": "lost.pdf"}]})
    content = forms("zh", "company", "certificates").render(view, gaps=gaps, files=PAPERS.__getitem__)
    assert Document(content).text.count("扫描件 lost.pdf") == 1
    assert len(gaps) == 1


FORMS: list[tuple[str, dict[str, Any], int]] = [
    ("company", {"vendor": VENDOR | {"basic_account": {"bank": "某行", "scan": "card.png"}}}, 2),
    ("finances", {"qualifications": {"finance": [{"year": "2025", "scan": "three.pdf"}]}}, 3),
    ("projects", {"qualifications": {"projects": [{"name": "某线", "proof": "three.pdf；card.png"}]}}, 4),
    (
        "people",
        {
            "bid": {"posts": [{"person": "P-1", "post": "项目经理"}]},
            "qualifications": {
                "people": [
                    {"id": "P-1", "name": "韩某", "scan": "three.pdf"},
                    {"name": "别人", "scan": "none"},
                ]
            },
        },
        3,
    ),
    ("taxes", {"qualifications": {"tax_proof": "scan.pdf", "social_security_proof": "card.png"}}, 2),
    (
        "credit",
        {
            "qualifications": {
                "credit_checks": [{"source": "信用中国", "date": "2026-12-01", "scan": "scan.pdf"}]
            }
        },
        1,
    ),
    ("bond", {"bid": {"bond": {"amount": "40万元", "number": "B-1", "evidence": "scan.pdf"}}}, 1),
    ("maker", {"bid": {"authorisations": [{"maker": "磐序", "scan": "scan.pdf"}, {"maker": "岚网"}]}}, 1),
    (
        "certificates",
        {"qualifications": {"certificates": [], "honours": [{"name": "优秀案例", "scan": "scan.pdf"}]}},
        1,
    ),
    ("identity", {"vendor": VENDOR | {"legal_rep_id_scan": "card.png"}}, 1),
    (
        "attorney",
        {
            "vendor": VENDOR | {"legal_rep_id_scan": "card.png"},
            "bid": {"agent": {"name": "陆某", "id_scan": "scan.pdf"}},
        },
        2,
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "sections", "pages"), FORMS, ids=[form for form, _, _ in FORMS])
def test_each_form_encloses_what_proves_it(
    form: str, sections: dict[str, Any], pages: int, language: str
) -> None:
    assert pictures(made(language, form, **sections)) == pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [form for form, _, _ in FORMS])
def test_a_form_without_scans_is_as_it_was(form: str, language: str) -> None:
    people = [{"id": "P-1", "name": "韩某"}]
    document = made(
        language,
        form,
        vendor=VENDOR | {"licence_scan": None},
        bid={
            "posts": [{"person": "P-1"}],
            "agent": {"name": "陆某"},
            "bond": {"number": "1"},
            "authorisations": [{"maker": "m"}],
        },
        qualifications={"people": people, "certificates": [{"name": "c"}], "projects": [{"name": "p"}]},
    )
    assert pictures(document) == 0
    assert b"PAGEREF" not in Document(document).parts["word/document.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_maker_whose_letter_is_there_need_not_sign_another(language: str) -> None:
    both = [{"maker": "磐序", "scan": "scan.pdf"}, {"maker": "岚网"}]
    document = Document(made(language, "maker", bid={"authorisations": both}))
    assert [text for text in document.headings if text == "岚网"]
    assert not [text for text in document.headings if text == "磐序"]


def test_numbers_of_identity_cards_that_others_may_not_see_are_no_scans_for_them() -> None:
    deal = Deal.model_validate({"vendor": VENDOR | {"legal_rep_id_scan": "card.png"}})
    assert deal.view(Audience.CUSTOMER, "zh")["vendor"]["legal_rep_id_scan"] != "card.png"


@needs_pages
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_that_tables_name_are_those_on_which_the_scans_stand(language: str) -> None:
    sections = {
        "qualifications": {
            "certificates": CERTIFICATES,
            "honours": [{"name": "优秀案例", "scan": "scan.pdf"}],
        }
    }
    content = made(language, "company", "certificates", **sections)
    for _ in range(2):
        content = made(language, "company", "certificates", pages=office.pages(content, "a.docx"), **sections)
    printed = [
        page.extract_text()
        for page in pypdf.PdfReader(io.BytesIO(office.lay_out(content, "a.docx").pdf)).pages
    ]
    rows = [
        row
        for table in Document(content).tables
        for row in table
        if row[1] in ("质量体系", "营业执照", "优秀案例")
    ]
    words = {"质量体系": "Q-1", "营业执照": "91350100M000100Y43", "优秀案例": "优秀案例"}
    assert len(rows) == 3
    for row in rows:
        assert words[row[1]] in "".join(printed[int(row[-1]) - 1].split()), row
