"""Past work is told with consent, and figures give their ratios."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.model import Audience, Deal
from kadocs.model.qualifications.finance import FinanceYear
from kadocs.model.qualifications.projects import PastProject
from kadocs.model.qualifications.records import Certificate

PROJECT = {
    "name": "4号线综合监控",
    "buyer": "沧岳轨道",
    "public_name": "某市地铁",
    "contact": "于主任",
    "contact_phone": "13812345678",
}


@pytest.mark.parametrize(
    ("consent", "shown"),
    [
        ("是", ("沧岳轨道", "于主任", "13812345678")),
        ("否", ("某市地铁", None, None)),
    ],
)
def test_buyer_and_contact_are_told_with_consent_only(consent: str, shown: tuple[str | None, ...]) -> None:
    project = PastProject.model_validate({**PROJECT, "disclose": consent})
    assert (project.shown_buyer, project.shown_contact, project.shown_phone) == shown


def test_a_contacts_phone_is_masked_unless_the_form_wants_it() -> None:
    deal = Deal.model_validate({"qualifications": {"projects": [{**PROJECT, "disclose": "是"}]}})

    def phone(*personal: str) -> str:
        [project] = deal.view(Audience.CUSTOMER, "zh", personal=personal)["qualifications"]["projects"]
        return str(project["shown_phone"])

    assert phone() == "138****5678"
    assert phone("qualifications.projects.shown_phone") == "13812345678"


@pytest.mark.parametrize(
    ("assets", "liabilities", "ratio"),
    [
        ("10亿元", "4.15亿元", Decimal("0.4150")),
        ("3", "1", Decimal("0.3333")),
        ("0", "1", None),
        (None, "1", None),
        ("USD 3", "CNY 1", None),
    ],
)
def test_the_debt_ratio(assets: str | None, liabilities: str | None, ratio: Decimal | None) -> None:
    year = FinanceYear.model_validate({"year": 2025, "assets": assets, "liabilities": liabilities})
    assert year.debt_ratio == ratio


@given(*[st.decimals(-(10**24), 10**24, places=4)] * 2)
def test_no_figures_break_the_debt_ratio(assets: Decimal, liabilities: Decimal) -> None:
    year = FinanceYear.model_validate({"year": 2025, "assets": assets, "liabilities": liabilities})
    assert year.debt_ratio is None or isinstance(year.debt_ratio, Decimal)


@pytest.mark.parametrize("until", ["长期", " 长期有效", "Permanent", "无固定期限"])
def test_a_certificate_may_be_valid_without_end(until: str) -> None:
    certificate = Certificate.model_validate({"name": "营业执照", "valid_until": until})
    assert (certificate.permanent, certificate.valid_until) == (True, None)


def test_a_certificate_that_has_no_end_and_has_one_is_refused() -> None:
    with pytest.raises(ValidationError, match="is not a day"):
        Certificate.model_validate({"name": "营业执照", "valid_until": "长期", "permanent": "否"})
