"""Sizes, spacing and margins in the words of tenders."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kadocs.figures.typesetting import SIZES, Spacing, margins, size, spacing
from kadocs.findings import Fault


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("四号", "14"), ("小四", "12"), ("小四号", "12"), ("五号字", "10.5"), ("初号", "42"), ("14", "14"),
        ("１４磅", "14"), ("10.5 pt", "10.5"), ("12 points", "12"),
    ],
)  # fmt: skip
def test_a_size_is_a_chinese_one_or_points(text, points):
    assert size(text) == Decimal(points)


def test_every_chinese_size_is_known_in_half_points():
    assert all(size(name) * 2 == int(size(name) * 2) for name in SIZES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("固定值 26 磅", Spacing(Decimal(26))), ("固定值28磅", Spacing(Decimal(28))),
        ("行距：22磅", Spacing(Decimal(22))),
        ("1.5 倍", Spacing(times=Decimal("1.5"))), ("1.5倍行距", Spacing(times=Decimal("1.5"))),
        ("单倍行距", Spacing()), ("double", Spacing(times=Decimal(2))),
        ("exactly 26 pt", Spacing(Decimal(26))),
        ("1.5 lines", Spacing(times=Decimal("1.5"))),
    ],
)  # fmt: skip
def test_spacing_is_kept_exactly_or_is_a_multiple(text, expected):
    assert spacing(text) == expected


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        ("上下 2.5cm，左右 3cm", (25, 25, 30, 30)), ("上、下、左、右均为2.5厘米", (25, 25, 25, 25)),
        ("四周 25mm", (25, 25, 25, 25)), ("2.54 cm", (25.4, 25.4, 25.4, 25.4)),
        ("上3.7cm 下3.5cm 左2.8cm 右2.6cm", (37, 35, 28, 26)), ("1 inch all round", (25.4, 25.4, 25.4, 25.4)),
        ("Top and bottom 25 mm, left and right 30 mm", (25, 25, 30, 30)),
    ],
)  # fmt: skip
def test_margins_name_their_sides_or_are_all_alike(text, millimetres):
    assert [round(float(side) / 72 * 25.4, 1) for side in margins(text)] == list(millimetres)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (size, "大号"), (size, "140"), (size, ""), (spacing, "适中"), (spacing, "260磅"), (spacing, "1.5"),
        (margins, "上下 2.5cm"), (margins, "2.5"), (margins, "按惯例"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_examples(read, text):
    with pytest.raises(Fault) as refused:
        read(text)
    assert refused.value.hint.zh and refused.value.hint.en
