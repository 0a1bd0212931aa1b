"""What was left over in finished files, what shows who worked on them, and what contradicts the deal."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

import pytest
from pypdf import PdfWriter

from kadocs.audit import audit, held, watch
from kadocs.findings import Finding, Severity
from kadocs.model import Audience, Deal
from tests.audit.hiding import PLACES, body, docx, paragraph, zipped

DEAL = Deal.model_validate(
    {
        "vendor": {"legal_name": "云岭控制技术股份有限公司", "legal_rep": "程砚白"},
        "account": {"name": "青岚市轨道交通集团有限公司"},
        "opportunity": {"id": "P-1", "name": "青岚市轨道交通2号线综合监控改造项目"},
        "tender": {"number": "HT-2026-018", "lot": "2标段", "buyer": "青岚市轨道交通集团有限公司"},
        "bid": {"agent": {"name": "陆知远"}, "validity_days": 120},
        "quote": {
            "currency": "CNY",
            "validity_days": 120,
            "delivery_days": 90,
            "items": [{"name": "软件", "quantity": 1, "unit_price": "10,200,000"}],
        },
        "solution": {"references": [{"project": "青岚市轨道交通1号线综合监控改造项目", "customer": "甲"}]},
    }
)
CUSTOMER = watch(DEAL, held(DEAL), Audience.CUSTOMER)
DRAFT = watch(DEAL, held(DEAL), Audience.CUSTOMER, draft=True)
INTERNAL = watch(DEAL, held(DEAL), Audience.INTERNAL)


def found(data: bytes, of=CUSTOMER, name: str = "a.docx") -> list[Finding]:
    return audit({PurePath(name): data}, of)


def codes(data: bytes, of=CUSTOMER, name: str = "a.docx") -> list[str]:
    return [finding.code for finding in found(data, of, name)]


@pytest.mark.parametrize("tag", ["{{ account.name }}", "{% if x %}", "{# note #}", "【待补充：交货期】"])
def test_a_tag_that_nothing_filled_is_an_error_but_in_a_draft(tag):
    [finding] = found(docx(paragraph(f"致 {tag}")))
    assert (finding.code, finding.severity) == ("AUD005", Severity.ERROR)
    assert codes(docx(paragraph(tag)), DRAFT) == []


@pytest.mark.parametrize("hide", PLACES.values(), ids=PLACES)
def test_a_tag_is_found_in_every_place(hide):
    path, data = hide("{{ x }}")
    assert "AUD005" in codes(data, name=path.name)


@pytest.mark.parametrize("words", ["待填写", "TBD", "XXX 公司", "Lorem ipsum dolor", "此处填写"])
def test_a_word_that_keeps_a_place_is_warned_of(words):
    assert codes(docx(paragraph(words))) == ["AUD006"]


@pytest.mark.parametrize("words", ["4×100 平方", "AXXXB", "310XXXX", "xxl"])
def test_other_words_are_no_placeholders(words):
    assert codes(docx(paragraph(words))) == []


CORE = "<x><dc:creator>{}</dc:creator><cp:revision>{}</cp:revision></x>"


@pytest.mark.parametrize(
    ("author", "revision", "expected"),
    [
        ("张三", "1", ["AUD007"]),
        ("", "17", ["AUD007"]),
        ("云岭控制技术股份有限公司", "1", []),
        ("", "", []),
    ],
)
def test_properties_name_nobody_but_ourselves(author, revision, expected):
    data = docx(**{"docProps/core.xml": CORE.format(author, revision)})
    assert codes(data) == expected
    assert codes(data, DRAFT) == codes(data, INTERNAL) == []


@pytest.mark.parametrize(
    "xml", ["<w:ins w:id='1'><w:r><w:t>x</w:t></w:r></w:ins>", "<w:r><w:rPr><w:vanish/></w:rPr></w:r>"]
)
def test_tracked_changes_and_hidden_text_are_warned_of(xml):
    assert codes(docx(f"<w:p>{xml}</w:p>")) == ["AUD008"]


def test_comments_are_warned_of():
    comments = body(f'<w:comment w:id="1">{paragraph("改一下")}</w:comment>')
    assert codes(docx(**{"word/comments.xml": comments})) == ["AUD008"]


def test_what_cannot_be_read_is_told():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", b"0" * (8 << 20))
    locked = PdfWriter()
    locked.add_blank_page(10, 10)
    locked.encrypt("secret", algorithm="RC4-128")
    pdf = io.BytesIO()
    locked.write(pdf)
    nested = docx()
    for _ in range(9):
        nested = zipped(**{"in.docx": nested})
    for data in (bomb.getvalue(), pdf.getvalue(), nested, b"PK\x03\x04broken", b"%PDF-1.7 broken"):
        assert codes(zipped(**{"word/embeddings/x.bin": data})) == ["AUD009"]


@pytest.mark.parametrize(
    "text",
    [
        "招标编号：HT-2025-042",
        "标段：1标段",
        "项目名称：青岚市轨道交通3号线综合监控改造项目",
        "招标人：青岚市轨道交通集团股份有限公司",
        "投标人：云岭控制技术有限责任公司",
        "授权代表：江听澜",
        "投标有效期：90日历天",
        "交货期：60 天",
    ],
)
def test_what_is_like_the_deal_s_but_not_the_same_is_warned_of(text):
    assert codes(docx(paragraph(text))) == ["AUD010"]
    label, value = text.split("：")
    assert codes(docx(f"<w:tc>{paragraph(label)}</w:tc><w:tc>{paragraph(value)}</w:tc>")) == ["AUD010"]


@pytest.mark.parametrize(
    "text",
    [
        "招标编号：HT-2026-018",
        "标段：2标段",
        "项目名称：青岚市轨道交通1号线综合监控改造项目",  # a reference of the deal
        "项目名称：客户 金额 竣工",
        "招标人：青岚市轨道交通集团有限公司（盖章）",
        "投标人：（盖单位章）",
        "授权代表：（签字）",
        "授权代表：程砚白",
        "投标有效期：120日历天",
        "投标有效期内不得撤销",
        "人民币壹仟零贰拾万元整（¥10,200,000.00）",
        "投标总价：1,020 万元",
    ],
)
def test_what_is_right_or_something_else_is_not(text):
    assert codes(docx(paragraph(text))) == []


def test_an_amount_in_words_must_equal_the_figures_beside_it():
    assert codes(docx(paragraph("人民币壹仟万元整（¥10,200,000.00）"))) == ["AUD011"]


def test_a_total_that_is_no_amount_of_the_deal_is_warned_of():
    assert codes(docx(paragraph("投标总价：980 万元"))) == ["AUD012"]
