"""The texts of a cell or of YAML become values, or are refused with the way out."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kadocs.figures.moments import CHINA
from kadocs.figures.money import Money
from kadocs.model import types


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (types.String, "no", "no"),
        (types.String, "0123", "0123"),
        (types.Number, "１２．５", Decimal("12.5")),
        (types.Percent, "13%", Decimal("0.13")),
        (types.Count, "３０", 30),
        (types.Flag, "是", True),
        (types.Flag, "No", False),
        (types.Day, "2026年3月5日", dt.date(2026, 3, 5)),
        (types.Moment, "2026年5月8日9时30分", dt.datetime(2026, 5, 8, 9, 30, tzinfo=CHINA)),
        (types.Month, "2026年3月", "2026-03"),
        (types.Month, "2026-03-01", "2026-03"),
        (types.Month, dt.datetime(2026, 3, 1), "2026-03"),
        (types.Uscc, "91350100m000100y43", "91350100M000100Y43"),
        (types.IdNumber, "11010519491231002x", "11010519491231002X"),
        (types.Amount, "3500万元", Money(Decimal(35_000_000), "CNY")),
        (types.Lines, "先进\n可靠", ("先进", "可靠")),
        (types.Scans, " ./资料\\执照.pdf ", "资料/执照.pdf"),
        (types.Scans, "a.pdf; b、c.png\nd.tif；", "a.pdf；b、c.png；d.tif"),
        (types.Lines, "支持A、B两种协议", ("支持A、B两种协议",)),
        (types.Names, "甲、乙、丙", ("甲", "乙", "丙")),
        (types.Names, "", ()),
        (types.Lines, "• 甲；乙\n• 丙\n  第二行\n第三行", ("甲；乙", "丙\n第二行\n第三行")),
        (types.Names, "•甲、乙", ("甲、乙",)),
        (types.Lines, ["• 甲；乙", "丙"], ("甲；乙", "丙")),
        (types.String, "　上一行\r\n下一行\xa0\n", "上一行\n下一行"),
        (types.DayCount, "90天", 90),
        (types.Chance, "60%", 60),
        (types.Chance, 60, 60),
        (types.Weight, "12.5％", Decimal("12.5")),
        (types.DayCount, "90", 90),
        (types.MonthCount, "36个月", 36),
        (types.MonthCount, "36 months", 36),
        (types.Hours, "1.5学时", Decimal("1.5")),
    ],
)
def test_texts_become_values(kind: Any, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (types.String, {"a": 1}, "请写成一段文字"),
        (types.Count, "2.5", "请去掉小数"),
        (types.Chance, "0.5", "请写成百分数，例如 50%"),
        (types.Flag, "也许", "请填“是”或“否”"),
        (types.Stance, "3", "请填 -2 到 2 之间的整数"),
        (types.Month, "3月", "请写成 2026-03 的样子"),
        (types.Uscc, "91350100M000100Y44", "请对照营业执照逐位核对；常见的是抄错一位或把 0 写成 O、1 写成 I"),
        (types.IdNumber, "110105194912310021", "请对照证件逐位核对，多半是抄错了一位"),
        (types.MonthCount, "2年", "这里按“个月”计，请换算后填写"),
        (types.DayCount, "99999999999", "请填 0 到 36500 之间的数"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(kind: Any, value: object, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    assert caught.value.errors()[0]["ctx"]["error"].hint.zh == hint
