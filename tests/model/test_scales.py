"""Scales in numbers, in words and in stars."""

from __future__ import annotations

import pytest

from kadocs.findings import Fault
from kadocs.model import scales
from kadocs.model.contacts import Contact

FIVE = scales.reader(1, 5, scales.WEIGHTS)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("高", 5),
        ("中", 3),
        (" 低 ", 1),
        ("较高", 4),
        ("High", 5),
        ("★★★", 3),
        ("★★★★☆", 4),
        ("４", 4),
        (2, 2),
    ],
)
def test_a_weight_of_one_to_five(said: object, number: int) -> None:
    assert FIVE(said) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [("支持", 1), ("强烈支持", 2), ("中立", 0), ("反对", -1), ("坚决反对", -2), ("neutral", 0), ("-2", -2)],
)
def test_how_a_contact_stands_to_us(said: str, number: int) -> None:
    assert Contact.model_validate({"name": "周", "stance": said}).stance == number


@pytest.mark.parametrize("said", ["未接触", "无", "0"])
def test_a_contact_whom_nobody_has_met(said: str) -> None:
    assert Contact.model_validate({"name": "周", "access": said}).access == 0


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("特高", "不在这个量表里", "高、较高、中、较低、低"),
        ("★★★★★★", "超出范围", "1 到 5"),
        ("6", "超出范围", "1 到 5"),
        ("3分", "单位", "数字"),
        ("待定", "不在这个量表里", "1 到 5"),
        ("2.5", "整数", "小数"),
    ],
)
def test_what_is_not_on_the_scale_is_told_with_what_is(said: str, message: str, hint: str) -> None:
    with pytest.raises(Fault) as fault:
        FIVE(said)
    assert message in fault.value.message.zh
    assert hint in fault.value.hint.zh
