"""The company's particulars, as bid forms want them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from kadocs.model import Audience, Deal
from kadocs.model.vendor import Vendor


@pytest.mark.parametrize("number", ["999999197403120016", "E12345678"])
def test_a_person_has_an_identity_card_or_a_passport(number: str) -> None:
    assert Vendor.model_validate({"legal_rep_id": number}).legal_rep_id == number


def test_a_misread_identity_number_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValidationError) as refused:
        Vendor.model_validate({"legal_rep_id": "999999197403120017"})
    [error] = refused.value.errors()
    assert "校验位不对" in error["ctx"]["error"].message.zh


def test_who_signs_is_named_and_their_number_masked() -> None:
    vendor = {"legal_rep": "沈屹川", "agent": "陆知远", "legal_rep_id": "999999197403120016"}
    shown = Deal.model_validate({"vendor": vendor}).view(Audience.CUSTOMER, "zh")["vendor"]
    assert (shown["legal_rep"], shown["agent"]) == ("沈屹川", "陆知远")
    assert shown["legal_rep_id"] == "999***********0016"
