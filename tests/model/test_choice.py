"""A choice is read from its code or from either label, as people type them."""

from __future__ import annotations

import pytest

from kadocs.findings import Fault
from kadocs.model.contacts import BuyingRole
from kadocs.model.opportunity import Stage
from kadocs.model.requirement import Response


@pytest.mark.parametrize(
    "text", ["partial", "部分满足", "Partial", "PARTIAL", " 部分 满足 ", "Ｐａｒｔｉａｌ"]
)
def test_code_and_labels_are_read_whatever_their_case_and_width(text: str) -> None:
    assert Response.read(text) is Response.PARTIAL


def test_another_word_is_refused_with_the_list_of_choices() -> None:
    with pytest.raises(Fault) as caught:
        Response.read("也许")
    assert "也许" in caught.value.message.zh
    assert caught.value.hint.zh == "请填：完全满足、部分满足、定制满足、不满足"
    assert caught.value.hint.en == "Use one of: Full, Partial, Custom, None"


def test_the_words_of_sales_teams_are_read_as_well() -> None:
    assert (Stage.read("已赢单"), Stage.read("已丢单"), Stage.read("输单")) == (
        Stage.WON,
        Stage.LOST,
        Stage.LOST,
    )
    assert BuyingRole.read("决策者") is BuyingRole.ECONOMIC


def test_a_stage_reads_with_and_without_its_number() -> None:
    assert Stage.read("3提案") is Stage.read("提案") is Stage.read("propose") is Stage.PROPOSE
