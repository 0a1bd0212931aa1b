"""What the tender calls the files of volumes, in its own words."""

from __future__ import annotations

import pytest

from kadocs.findings import Fault
from kadocs.model import Deal
from kadocs.plan.handing_in import called


def deal(rule: str, lot: str = "2标段") -> Deal:
    tender = {"number": "HT-1", "lot": lot or None, "submission": {"file_names": rule}}
    return Deal.model_validate({"vendor": {"legal_name": "云岭控制"}, "tender": tender})


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("招标编号-册名", "HT-1-商务册"),
        ("“招标编号-册名.pdf”", "HT-1-商务册"),
        ("项目编号_标包_序号_册名.PDF", "HT-1_2标段_3_商务册"),
        ("投标人名称 册名", "云岭控制 商务册"),
        ("序号册名（正本）", "3商务册（正本）"),
        ("TENDER-LOT-NO VOLUME.docx", "HT-1-2标段-3 商务册"),
        ("NOTICE-VOLUME", "NOTICE-商务册"),
    ],
)
def test_words_of_the_tender_stand_for_what_they_name(rule, name):
    assert called("商务册", 3, deal(rule)) == f"{name}.docx"


def test_what_is_not_there_leaves_no_gap():
    assert called("商务册", 1, deal("招标编号-标段-册名", lot="")) == "HT-1-商务册.docx"
    assert called("商务册", 1, deal("标段-册名", lot="")) == "商务册.docx"


def test_an_anonymous_volume_is_not_called_by_its_bidder():
    assert called("技术册", 2, deal("投标人-册名"), blind=True) == "技术册.docx"


def test_a_rule_that_calls_all_volumes_alike_is_a_fault():
    with pytest.raises(Fault):
        called("商务册", 1, deal("招标编号-标段"))


def test_a_tender_without_a_rule_leaves_names_to_the_regime():
    assert called("商务册", 1, Deal.model_validate({})) == ""
    assert called("商务册", 1, Deal.model_validate({"tender": {"number": "HT-1"}})) == ""
