"""Headings, titles and their units."""

import pytest

from kadocs.sources.excel import headings
from kadocs.sources.excel.headings import NO_UNIT, Unit


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("客 户 名 称：", "客户名称"),
        ("＊单价", "单价"),
        ("Unit Price", "unitprice"),
        ("（ＳＬＡ）", "sla"),
        ("No.", "no"),
    ],
)
def test_width_case_blanks_and_signs_do_not_count(text, key):
    assert headings.key(text) == key


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("预算（万元）", Unit("万", "元")),
        ("预算(单位：万元)", Unit("万", "元")),
        ("价格（元）", Unit("", "元")),
        ("Price (EUR)", Unit(currency="EUR")),
        ("比例（%）", Unit(percent=True)),
        ("工期（天）", NO_UNIT),
        ("预算", NO_UNIT),
    ],
)
def test_units_stand_in_brackets(text, unit):
    assert headings.unit(text) == unit


@pytest.mark.parametrize("text", ["单位：万元", "（金额单位：万元）", "含税价，单位: 万元"])
def test_units_stand_in_notes(text):
    assert headings.unit_note(text) == Unit("万", "元")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("报价清单", ("quote", "items")),
        ("二、报价清单（单位：元）", ("quote", "items")),
        ("青岚市轨道交通2号线报价清单", ("quote", "items")),
        ("06 实施计划", ("solution", "tasks")),
        ("需求响应表", ("requirements",)),
        ("（一）执行摘要", ("solution", "summary")),
        ("Unit 3: Price items", ("quote", "items")),
        ("团队与RACI", ("solution", "raci")),
        ("Total cost of ownership includes ten years of service", None),
        ("封面", None),
    ],
)
def test_titles_name_sections(text, path):
    assert (path in headings.titled(text)) if path else headings.titled(text) == ()
