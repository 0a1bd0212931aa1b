"""人民币大写: the official examples, the rules' allowed forms, and what must not be read or written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures.capitals import capitals, parse_capitals
from kadocs.findings import Fault

AMOUNTS = st.integers(-(10**18) + 1, 10**18 - 1).map(lambda cents: Decimal(cents).scaleb(-2))

CANONICAL = [
    ("0", "零元整"),
    ("-0.00", "零元整"),
    ("0.01", "壹分"),
    ("0.10", "壹角整"),
    ("0.15", "壹角伍分"),
    ("1", "壹元整"),
    ("1.10", "壹元壹角整"),
    ("10", "壹拾元整"),
    ("10.10", "壹拾元零壹角整"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("10001.00", "壹万零壹元整"),
    ("10010.00", "壹万零壹拾元整"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("100000", "壹拾万元整"),
    ("100001", "壹拾万零壹元整"),
    ("101000", "壹拾万壹仟元整"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("1010101.01", "壹佰零壹万零壹佰零壹元零壹分"),
    ("100000000", "壹亿元整"),
    ("100005000", "壹亿零伍仟元整"),
    ("1050000000", "壹拾亿伍仟万元整"),
    ("1000000000000.00", "壹万亿元整"),
    ("1000500000000", "壹万零伍亿元整"),
    ("1000000050000", "壹万亿零伍万元整"),
    ("9999999999999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ("-1680.32", "负壹仟陆佰捌拾元零叁角贰分"),
]


@pytest.mark.parametrize(("amount", "spelled"), CANONICAL)
def test_an_amount_has_one_canonical_form(amount: str, spelled: str) -> None:
    assert capitals(Decimal(amount)) == spelled
    assert parse_capitals(spelled) == Decimal(amount)


def test_an_invoice_has_its_own_yuan_and_minus() -> None:
    assert capitals(Decimal("-100.50"), invoice=True) == "（负数）壹佰圆零伍角整"


def test_an_amount_may_be_given_as_int_or_text() -> None:
    assert capitals(200000) == capitals("200,000.00") == capitals("20万") == "贰拾万元整"


@pytest.mark.parametrize("amount", ["1680.325", "0.005", "10000000000000000", "-10000000000000000", "待定"])
def test_nothing_is_cut_off_or_guessed(amount: str) -> None:
    with pytest.raises(Fault):
        capitals(amount)


def test_a_float_is_refused() -> None:
    with pytest.raises(Fault, match="not an exact one"):
        capitals(1680.32)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("人民币壹仟肆佰零玖元伍角", "1409.50"),
        ("壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹拾万柒仟元伍角叁分", "107000.53"),
        ("壹拾万零柒仟元零伍角叁分", "107000.53"),
        ("叁佰伍拾万零肆仟零玖拾陆元肆角叁分", "3504096.43"),
        ("壹億元正", "100000000"),
        ("貳拾萬圓整", "200000"),
        ("贰拾万圆整", "200000"),
        ("人民币 贰拾万元整", "200000"),
        ("人民币负壹角正", "-0.10"),
        ("（负数）壹佰圆整", "-100"),
    ],
)
def test_every_form_that_the_rules_allow_is_read(written: str, amount: str) -> None:
    assert parse_capitals(written) == Decimal(amount)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("壹万贰千元整", "“千”应写作“仟”"),
        ("壹拾元伍毛", "“毛”应写作“角”"),
        ("壹佰另伍元整", "“另”应写作“零”"),
        ("〇元整", "“〇”应写作“零”"),
        ("1万元整", "例如"),
        ("", "例如"),
        ("壹" * 500, "例如"),
        ("拾元整", "应写作"),
        ("壹元零角伍分", "应写作：壹元零伍分"),
        ("壹万零零伍元整", "应写作：壹万零伍元整"),
        ("壹万零零伍元", "应写作：壹万零伍元整"),
        ("壹元伍分", "应写作：壹元零伍分"),
        ("壹元伍分整", "应写作：壹元零伍分"),
        ("贰拾万元", "应写作：贰拾万元整"),
        ("壹佰伍元整", "应写作：壹佰零伍元整"),
        ("负零元整", "应写作：零元整"),
        ("负（负数）壹元整", "例如"),
        ("壹亿亿元整", "小于一亿亿"),
    ],
)
def test_other_forms_are_refused_with_the_right_one(written: str, hint: str) -> None:
    with pytest.raises(Fault) as refusal:
        parse_capitals(written)
    assert hint in refusal.value.hint.zh


@given(AMOUNTS)
def test_what_is_written_reads_back_as_the_same_amount(amount: Decimal) -> None:
    assert parse_capitals(capitals(amount)) == amount
    assert parse_capitals("人民币" + capitals(amount, invoice=True)) == amount


@given(st.text("零壹贰玖拾佰仟万亿元角分整负", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        amount = parse_capitals(text)
    except Fault as fault:
        assert fault.hint.zh
        assert fault.hint.en
    else:
        assert parse_capitals(capitals(amount)) == amount


GROUPS = st.lists(st.sampled_from([0, 1, 10, 100, 1000, 1001, 1010, 5000, 9999]), min_size=4, max_size=4)


@given(GROUPS, st.sampled_from([0, 1, 10, 11, 50]))
def test_zeros_at_every_place_are_spelled_as_the_rules_say(groups: list[int], cents: int) -> None:
    """Z1 to Z9 where they meet: no 零 twice or at the end, 整 unless there is 分, 零 before 分 without 角."""
    yuan = sum(group * 10_000**place for place, group in enumerate(reversed(groups)))
    amount = Decimal(yuan * 100 + cents).scaleb(-2)
    spelled = capitals(amount)
    assert parse_capitals(spelled) == amount
    assert not {"零零", "零万", "零亿", "亿万"} & {spelled[at : at + 2] for at in range(len(spelled))}
    assert spelled.endswith("分") == bool(cents % 10)
    assert spelled.endswith("整") != bool(cents % 10)
    assert ("元零" in spelled) == bool(yuan and cents and (cents < 10 or yuan % 10 == 0))
    assert not spelled.startswith(("零", "拾")) or spelled == "零元整"
