"""公民身份号码: what GB 11643 allows, and what is told of the rest. All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import id_card
from kadocs.findings import Fault

BODIES = st.tuples(
    st.integers(100000, 999999), st.dates(date(1900, 1, 1), date(2030, 12, 31)), st.integers(0, 999)
).map(lambda parts: f"{parts[0]}{parts[1]:%Y%m%d}{parts[2]:03d}")


@pytest.mark.parametrize("written", ["11010519491231002X", "11010519491231002x", "110105 19491231 002X"])
def test_a_number_is_read_however_it_is_typed(written: str) -> None:
    assert id_card.parse(written) == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("110105194912310021", "校验位不对"),
        ("110105491231002", "这里是 15 位"),
        ("11010519491331002X", "不是一个日期"),
        ("1101051949123100AX", "不该有的字符"),
        ("", "这里是 0 位"),
    ],
)
def test_a_number_with_a_slip_is_refused_without_repeating_it(number: str, message: str) -> None:
    with pytest.raises(Fault) as refusal:
        id_card.parse(number)
    assert message in refusal.value.message.zh
    assert not number or number not in str(refusal.value)
    assert refusal.value.hint.zh


@given(BODIES, st.integers(0, 16), st.integers(0, 9))
def test_one_wrong_digit_is_always_found(body: str, place: int, digit: int) -> None:
    number = body + id_card.check_sign(body)
    assert id_card.parse(number) == number
    wrong = number[:place] + str(digit) + number[place + 1 :]
    if wrong != number:
        with pytest.raises(Fault):
            id_card.parse(wrong)
