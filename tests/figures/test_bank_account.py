"""Bank account numbers in groups of four."""

import pytest

from kadocs.figures.bank_account import grouped
from kadocs.findings import Fault


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("00000000000000550100", "0000 0000 0000 0055 0100"),
        ("6222 0200-0000 0012 345", "6222 0200 0000 0012 345"),
        ("６２２２０２", "6222 02"),
        ("gb00kpcb00000000000000", "GB00 KPCB 0000 0000 0000 00"),
    ],
)
def test_a_number_is_grouped_by_four(number: str, shown: str) -> None:
    assert grouped(number) == shown
    assert grouped(shown) == shown


@pytest.mark.parametrize("number", ["", "123", "基本户", "1" * 35, "6222,0200"])
def test_what_is_no_account_number_is_refused(number: str) -> None:
    with pytest.raises(Fault) as refusal:
        grouped(number)
    assert "4 到 34 位" in refusal.value.hint.zh
