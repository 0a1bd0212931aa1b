"""The volumes of a bid: the parts of its regime, as the deal changes them."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.deliverables import regimes, shipped
from kadocs.findings import Place, Severity
from kadocs.model import Audience, Deal
from kadocs.plan import volumes
from kadocs.plan.volumes import Bound

REGIMES = {regime.code: regime for regime in regimes.load("bid", [shipped()])}


def bound(code: str = "rfp", *rows: dict[str, Any], **data: Any) -> list[Bound]:
    """The volumes of a deal under these rules, with these rows in `bid.forms`."""
    bid = {**data.pop("bid", {}), "forms": [{"name": "?", **row} for row in rows]}
    deal = Deal.model_validate({**data, "bid": bid})
    return volumes.bound(REGIMES[code], deal, deal.view(Audience.CUSTOMER, "en"), "en")


def parts(found: list[Bound], volume: str) -> list[str]:
    """The ids of a volume's parts in order."""
    return [each.part.id for one in found if one.volume.id == volume for each in one.parts]


def test_a_part_is_there_if_the_deal_has_what_it_is_about() -> None:
    assert "attorney" not in parts(bound(), "commercial")
    assert "attorney" in parts(bound(bid={"agent": {"name": "Ann"}}), "commercial")


def test_the_letter_of_the_guarantor_is_made_until_its_scan_is_there() -> None:
    for code in REGIMES:
        issued = {"form": "guarantee", "evidence": "bond.pdf"}
        wanted = parts(bound(code, bid={"bond": {"form": "surety"}}), "commercial")
        assert wanted[wanted.index("bond") + 1] == "guarantee"
        assert "guarantee" not in parts(bound(code, bid={"bond": issued}), "commercial")
        assert "guarantee" not in parts(bound(code, bid={"bond": {"form": "transfer"}}), "commercial")


def test_a_volume_without_parts_is_not_made() -> None:
    left = [{"part": "prices", "left_out": True}]
    assert [one.volume.id for one in bound("rfp")] == ["commercial", "technical", "price"]
    assert [one.volume.id for one in bound("rfp", *left)] == ["commercial", "technical"]


def test_a_part_may_be_left_out_moved_and_put_into_another_volume() -> None:
    found = bound(
        "rfp",
        {"part": "declarations", "after": "cover-letter"},
        {"part": "company", "left_out": True},
        {"part": "technical-deviations", "volume": "commercial"},
    )
    assert parts(found, "commercial")[:2] == ["cover-letter", "declarations"]
    assert "company" not in parts(found, "commercial")
    assert "technical-deviations" in parts(found, "commercial")


def test_a_form_of_the_tender_takes_the_place_of_ours() -> None:
    found = bound("rfp", {"part": "declarations", "template": "forms/f5.docx"})
    (form,) = [each for each in found[0].parts if each.part.id == "declarations"]
    assert form.file == "forms/f5.docx"
    assert form.own


def test_a_form_that_only_the_tender_has_is_added_where_the_deal_says() -> None:
    found = bound("rfp", {"name": "Safety plan", "template": "safety.docx", "after": "cover-letter"})
    assert parts(found, "commercial")[:2] == ["cover-letter", "Safety plan"]


def test_a_row_without_a_form_changes_nothing() -> None:
    assert bound("rfp", {"name": "Letter of bid", "sign": True}) == bound("rfp")


@pytest.mark.parametrize(("confirmed", "told"), [(True, []), (False, ["Opening summary"])])
def test_a_form_whose_wording_must_stay_is_to_be_checked_until_it_is_confirmed(
    confirmed: bool, told: list[str]
) -> None:
    row = {"part": "opening", "confirmed": confirmed}
    deal = Deal.model_validate({"bid": {"forms": [{"name": "?", **row}]}})
    regime = REGIMES["enterprise"]
    found = volumes.bound(regime, deal, deal.view(Audience.CUSTOMER, "en"), "en")
    opening = next(one for one in found if one.volume.id == "opening")
    findings = list(volumes.unconfirmed(opening, deal, Place("deal.yaml")))
    assert [finding.severity for finding in findings] == [Severity.WARNING] * len(told)
    assert all(name in finding.message.en for name, finding in zip(told, findings, strict=True))
