"""The files of one pack, compared with each other."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from kadocs.audit import Across, audit, held, watch
from kadocs.findings import Finding
from kadocs.model import Audience, Deal
from tests.audit.hiding import docx, paragraph

DEAL = Deal.model_validate({"vendor": {"legal_name": "云岭控制"}, "tender": {"number": "HT-2026-018"}})


def across(*files: bytes, deal: Deal = DEAL, draft: bool = False) -> list[Finding]:
    of = watch(deal, held(deal), Audience.CUSTOMER, draft=draft)
    found = Across(of.facts)
    audit({PurePath(f"{name}.docx"): data for name, data in zip("abc", files, strict=False)}, of, found)
    return list(found.findings())


def line(text: str) -> bytes:
    return docx(paragraph(text))


def cells(*texts: str) -> bytes:
    return docx("".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in texts))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("投标总价：¥1,020,000.00", "投标总价：¥1,020,000.00", 0),
        ("投标总价：¥1,020,000.00", "投标总价（大写）：壹佰零贰万元整", 0),
        ("投标总价：¥1,020,000.00", "投标总价：102 万元", 0),
        ("投标总价：¥1,024,999.00", "投标总价：102 万元", 0),  # to the digits that are written
        ("投标总价：¥1,020,000.00", "投标总价（不含税）：¥902,654.87", 0),
        ("投标总价：¥1,020,000.00", "投标总价的 2% 为 20,400 元", 0),
        ("投标总价：¥1,020,000.00", "投标总价：¥1,002,000.00", 1),
        ("投标总价：¥1,020,000.00", "投标总价（大写）：壹佰贰拾万元整", 1),
        ("投标总价：¥1,020,000.00", "总报价：100.2 万元", 1),
    ],
)
def test_the_total_price_is_one_in_all_files(one, other, told):
    found = across(line(one), line(other))
    assert [(each.code, each.place.file) for each in found] == [("AUD013", "b.docx")] * told
    assert all("a.docx" in each.message.en for each in found)
    label, _, value = other.partition("：")
    assert len(across(line(one), cells(label, value) if value else line(other))) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("交货期：90 天", "交货期：90 个日历天", 0),
        ("交货期：90 天", "交货期：120 天", 1),
        ("投标有效期：90日", "投标有效期：60日", 1),
        ("授权代表：江听澜", "授权代表：陆知远", 1),
        ("授权代表：江听澜", "授权代表：（签字）", 0),
        ("标段：2标段", "标段：1标段", 1),
        ("招标人：青岚市轨道交通集团有限公司", "招标人：青岚市轨道交通集团股份有限公司", 1),
        ("招标人：青岚市轨道交通集团有限公司", "招标人：青岚市轨道交通集团有限公司（盖章）", 0),
        ("招标人：青岚市轨道交通集团有限公司", "招标人：另一家", 0),  # what is not alike is no slip
        ("招标编号：HT-2026-018", "招标编号：HT-2026-019", 0),  # the deal has it: AUD010
    ],
)
def test_what_the_deal_does_not_say_is_the_same_in_all_files(one, other, told):
    found = across(line(one), line("无关"), line(other))
    assert [(each.code, each.place.file) for each in found] == [("AUD014", "c.docx")] * told
    assert all("a.docx" in each.message.zh and "“" in each.message.zh for each in found)


def test_another_text_is_told_once():
    assert len(across(line("交货期：90 天"), line("交货期：120 天"), line("交货期：120 天"))) == 1


def test_a_draft_is_not_compared():
    assert across(line("交货期：90 天"), line("交货期：120 天"), draft=True) == []
