"""What the template of an anonymous volume sees: values that are nothing but a name are called otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kadocs.figures.missing import Missing
from kadocs.figures.typesetting import Spacing
from kadocs.model import Audience, Deal
from kadocs.plan.blind import look, masked

DEAL = Deal.model_validate(
    {
        "vendor": {"legal_name": "云岭控制技术股份有限公司", "phone": "000-5550-0100"},
        "account": {"name": "青岚轨道"},
        "solution": {
            "team": [{"name": "韩彻", "role": "项目经理"}, {"name": "顾闻笛", "role": "技术负责人"}],
            "tasks": [
                {"id": "1", "name": "设计", "start": "2027-01-04", "duration": "5", "owner": "韩彻、顾闻笛"}
            ],
            "overview": "由韩彻负责",
            "references": [{"project": "甲", "customer": "临澜地铁", "disclose": "是"}],
        },
        "tender": {"anonymous": {"required": "是", "font": "宋体", "size": "四号", "spacing": "适中"}},
    }
)


def seen(path: str, language: str = "zh"):
    value = masked(DEAL.view(Audience.CUSTOMER, language), DEAL, language)
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else value[step]
    return value


@pytest.mark.parametrize(
    ("path", "language", "shown"),
    [
        ("vendor.legal_name", "zh", "投标人"),
        ("vendor.legal_name", "en", "the bidder"),
        ("solution.team.0.name", "zh", "项目经理"),
        ("solution.tasks.0.owner", "zh", "项目经理、技术负责人"),
        ("solution.references.0.shown_customer", "zh", "某客户"),
        ("solution.overview", "zh", "由韩彻负责"),
        ("account.name", "zh", "青岚轨道"),
    ],
)
def test_a_name_alone_is_called_by_what_it_is_and_a_sentence_stays(path, language, shown):
    assert seen(path, language) == shown


def test_a_number_of_ours_is_missing():
    assert isinstance(seen("vendor.phone"), Missing)


def test_the_look_is_what_is_demanded_and_usual_where_it_is_not_understood():
    found = look(DEAL)
    assert (found.font, found.size, found.spacing) == ("宋体", Decimal(14), Spacing(times=Decimal("1.5")))
