"""What the customer must not read is found, wherever it hides and however it is spelled."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from kadocs.audit import Watch, audit, held, watch
from kadocs.findings import Finding, Severity
from kadocs.model import Audience, Deal
from tests.audit.hiding import PLACES, docx, paragraph, printed

DEAL = Deal.model_validate(
    {
        "vendor": {"legal_name": "云岭控制技术股份有限公司"},
        "bid": {"agent": {"name": "陆知远", "phone": "13912345678"}},
        "account": {"name": "青岚轨道集团", "short_name": "青岚轨道"},
        "opportunity": {"id": "QL-2026-018", "name": "青岚二号线监控改造"},
        "competitors": [
            {"name": "蓝鲸自动化股份公司", "aliases": ["蓝鲸", "BlueWhale"], "products": "WhaleSCADA 7"}
        ],
        "solution": {"references": [{"project": "环线", "customer": "北城地铁公司", "disclose": "是"}]},
        "quote": {"currency": "CNY", "items": [
            {"name": "软件", "quantity": 1, "unit_price": "1,500,000", "floor_price": "1234567"},
            {"name": "服务", "quantity": 1, "unit_price": "300,000", "unit_cost": "1,200"},
        ]},
        "contacts": [{"name": "陆知远", "notes": "他私下说预算其实还可以再增加一些"}],
    }
)  # fmt: skip
VALUES = held(DEAL)
CUSTOMER = watch(DEAL, VALUES, Audience.CUSTOMER, others=["南港石化有限公司", "北城地铁公司"])

SPELLINGS = {
    "digits": "1234567",
    "two places": "1,234,567.00",
    "plain places": "1234567.00",
    "currency": "¥1,234,567.00",
    "code": "CNY1,234,567",
    "ten thousands": "123.4567万",
    "rounded": "约123.46万元",
    "full width": "１２３４５６７",
    "full-width groups": "１，２３４，５６７．００",
    "hard blanks": "1\u00a0234\u00a0567",
    "capitals": "壹佰贰拾叁万肆仟伍佰陆拾柒元整",
    "numerals": "一百二十三万四千五百六十七元",
    "words": "One Million Two Hundred Thirty-Four Thousand Five Hundred Sixty-Seven",
    "million": "1.2346 million",
}


def found(file: tuple[PurePath, bytes], of: Watch = CUSTOMER) -> list[Finding]:
    return audit(dict([file]), of)


def said(text: str, of: Watch = CUSTOMER) -> list[str]:
    return [finding.code for finding in found((PurePath("a.docx"), docx(paragraph(text))), of)]


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("hide", PLACES.values(), ids=PLACES)
def test_a_planted_amount_is_found_in_every_place_and_spelling(hide, spelling):
    codes = {finding.code: finding for finding in found(hide(f"可降到 {spelling}"))}
    assert codes["AUD001"].severity is Severity.ERROR
    assert codes["AUD001"].path == "quote.items.floor_price"


@pytest.mark.parametrize("hide", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("优于蓝鲸的同类产品", "AUD002"),
        ("better than bluewhale is", "AUD002"),
        ("替换 WhaleSCADA 7", "AUD002"),
        ("服务于南港石化有限公司", "AUD003"),
        ("电话 13912345678", "AUD001"),
        ("他私下说预算其实还可以再增加一些", "AUD001"),
    ],
)
def test_names_and_private_words_are_found_in_every_place(hide, text, code):
    assert code in {finding.code for finding in found(hide(text))}


def test_an_amount_on_a_page_of_a_pdf_is_found_with_its_page():
    [finding] = found((PurePath("a.pdf"), printed("floor 1,234,567.00")))
    assert finding.place.in_("en").startswith("a.pdf › page 2 › ")


@pytest.mark.parametrize(
    "text",
    [
        "合计 1,800,000.00 元，其中软件 ¥1,500,000.00",  # what the customer sees anyway
        "编号 QL-2026-018，共 1,200 点，2026 年",  # small numbers are counts
        "含税 150 万元，即壹佰伍拾万元整",
        "降低运维成本，守住安全底线，内部网络改造",  # ordinary words
        "北城地铁公司环线项目",  # a reference with consent
        "青岚轨道集团、云岭控制技术股份有限公司",
    ],
)
def test_what_the_customer_may_read_is_no_leak(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["毛利较高", "我方底线是多少", "谈判底线", "BATNA", "仅供内部使用", "our cost"]
)
def test_words_from_inside_are_warned_of(text):
    [finding] = found((PurePath("a.docx"), docx(paragraph(text))))
    assert (finding.code, finding.severity) == ("AUD004", Severity.WARNING)


def test_the_title_of_a_part_is_no_secret_because_our_notes_name_it_too():
    title = "履行合同所必需的设备和专业技术能力证明"
    deal = DEAL.model_copy(update={"contacts": (DEAL.contacts[0].model_copy(update={"notes": title}),)})
    told = watch(deal, held(deal), Audience.CUSTOMER)
    named = watch(deal, held(deal), Audience.CUSTOMER, titles=[title])
    assert (said(title, told), said(title, named)) == (["AUD001"], [])


def test_our_own_people_may_read_names_and_words_but_no_secret_of_a_higher_audience():
    internal = watch(DEAL, VALUES, Audience.INTERNAL, others=["南港石化有限公司"])
    assert said("蓝鲸的毛利，南港石化有限公司", internal) == []
    hidden = {each.path for each in VALUES if each.audience is Audience.SECRET}
    assert ("AUD001" in said("底价 1,234,567.00", internal)) == ("quote.items.floor_price" in hidden)


def test_a_secret_document_may_tell_all():
    secret = watch(DEAL, VALUES, Audience.SECRET)
    assert said("底价 1,234,567.00，蓝鲸，他私下说预算其实还可以再增加一些", secret) == []


def test_a_draft_tells_no_more_than_a_finished_document():
    draft = watch(DEAL, VALUES, Audience.CUSTOMER, draft=True)
    assert said("【待补充：{{ x }}】 底价 1,234,567.00", draft) == ["AUD001", "AUD004"]


def test_an_amount_in_a_table_whose_heading_says_ten_thousands_is_found():
    assert said("123.4567") == ["AUD001"]


def test_a_finding_names_file_part_paragraph_and_the_words_around():
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>报价说明</w:t></w:r></w:p>'
    cells = f"<w:tc>{paragraph('项')}</w:tc><w:tc>{paragraph('最低 123.46万元')}</w:tc>"
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    [finding] = found((PurePath("out/方案.docx"), docx(heading + paragraph("如下") + table)))
    assert finding.place.in_("zh") == "方案.docx › 正文 › 报价说明 › 表1 第1行第2列 › “最低 123.46万元”"
