"""统一社会信用代码: what GB 32100 allows, and what is told of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import uscc
from kadocs.findings import Fault

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODIES = st.tuples(
    st.text(SIGNS, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(SIGNS, min_size=9, max_size=9),
).map("".join)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("91350100M000100Y43", "91350100M000100Y43"),
        ("91350100m000100y43", "91350100M000100Y43"),
        ("９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
        ("91 350100 M000100Y4 3", "91350100M000100Y43"),
    ],
)
def test_a_code_is_read_however_it_is_typed(written: str, code: str) -> None:
    assert uscc.parse(written) == code


@pytest.mark.parametrize("number", ["ALD-0000-0101", "HRB 12345", "SC123456", "U74999MH2000PLC123456", ""])
def test_the_number_of_another_register_is_kept(number: str) -> None:
    assert uscc.parse(number) == number


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("91350100M000100Y44", "请对照营业执照逐位核对"),
        ("91350100M000100Y4", "应为 18 位"),
        ("91350100M000100Y433", "应为 18 位"),
        ("91350100M0001OOY43", "不用字母 I、O、S、V、Z"),
        ("9135A100M000100Y43", "应为 18 位"),
    ],
)
def test_a_code_with_a_slip_is_refused(code: str, hint: str) -> None:
    with pytest.raises(Fault) as refusal:
        uscc.parse(code)
    assert hint in refusal.value.hint.zh


@given(BODIES, st.integers(0, 16), st.sampled_from(SIGNS))
def test_one_wrong_character_is_always_found(body: str, place: int, sign: str) -> None:
    code = body + uscc.check_sign(body)
    assert uscc.parse(code) == code
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong != code:
        with pytest.raises(Fault):
            uscc.parse(wrong)
