"""Personal data is recognised and not given away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures.masks import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("110101199003071234", "110***********1234"),
        ("11010119900307123X", "110***********123X"),
        ("13812345678", "138****5678"),
        ("138-1234-5678", "138-****-5678"),
        ("138 1234 5678", "138 **** 5678"),
        ("+86 138 1234 5678", "+86 1** **** 5678"),
        ("000-5550-0201", "000-****-0201"),
        ("65551234", "65****34"),
        ("(010) 6555-1234", "(010) ****-1234"),
        ("E12345678", "E1*****78"),
        ("12345", "*****"),
        ("li.ming@x.cn", "l***@x.cn"),
        ("a@x.cn", "a***@x.cn"),
        ("13812345678 / li@x.cn", "138****5678 / l***@x.cn"),
        ("13812345678，13912345678", "138****5678，139****5678"),
        ("手机13812345678", "手机138****5678"),
        ("李明", "李*"),
        ("", ""),
    ],
)
def test_what_is_left_of_it(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.from_regex(r"[1-9]\d{16}[0-9X]|1\d{10}|[a-z]{2,20}@[a-z]{1,9}\.cn", fullmatch=True))
def test_no_number_and_no_address_stays_whole(text: str) -> None:
    assert masked(text) != text
    assert masked(f"电话：{text}") == f"电话：{masked(text)}"


@given(st.text(min_size=2))
def test_something_is_hidden_of_any_text(text: str) -> None:
    assert "*" in masked(text)
