"""Regimes: what tenders want handed in, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kadocs.deliverables import Regime, load, regimes, shelf, shipped
from kadocs.findings import Finding, Refused
from kadocs.model.opportunity import Regime as Rules
from kadocs.plan import expressions

SHIPPED = {regime.code: regime for regime in regimes.load("bid", [shipped()])}

OWN = """\
title: {zh: 本公司, en: Ours}
basis: {zh: 惯例, en: practice}
certainty: L
volumes:
  - {id: all, title: {zh: 投标文件, en: Bid}, file: "{{ title }}.docx"}
parts:
  - {id: letter, title: {zh: 投标函, en: Letter}, volume: all, tag: hard, form: letter}
"""


def own(folder: Path, text: str) -> Path:
    """A folder of templates with rules for enterprises of its own."""
    path = folder / "bid" / "regimes" / "enterprise.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return folder


def wrong(folder: Path, text: str) -> Finding:
    """The one thing that is wrong with such rules."""
    with pytest.raises(Refused) as refused:
        regimes.load("bid", [own(folder, text)])
    (finding,) = refused.value.findings
    return finding


def test_there_are_data_for_every_regime_of_the_model() -> None:
    assert list(SHIPPED) == [rules.code for rules in Rules]


@pytest.mark.parametrize("regime", SHIPPED.values(), ids=list(SHIPPED))
def test_every_part_has_a_form_in_both_languages(regime: Regime) -> None:
    folder = shipped() / "bid" / "forms"
    for part in regime.says.parts:
        assert [part.id for lang in ("zh", "en") if not (folder / f"{part.form}.{lang}.docx").is_file()] == []


@pytest.mark.parametrize("regime", SHIPPED.values(), ids=list(SHIPPED))
def test_no_volume_is_without_parts(regime: Regime) -> None:
    used = {volume for part in regime.says.parts for volume in (part.volume, part.anonymous) if volume}
    assert used == {volume.id for volume in regime.says.volumes}


def test_the_opening_summary_is_sealed_alone_and_has_no_copies() -> None:
    opening = SHIPPED["ndrc_equipment_2017"].volume("opening")
    assert opening is not None
    assert opening.alone
    assert not opening.copies


def test_rules_of_the_user_come_first(tmp_path: Path) -> None:
    found = {each.code: each for each in regimes.load("bid", [own(tmp_path, OWN), shipped()])}
    assert [part.id for part in found["enterprise"].says.parts] == ["letter"]
    assert found["rfp"].says == SHIPPED["rfp"].says


def test_a_part_in_a_volume_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    finding = wrong(tmp_path, OWN.replace("volume: all", "volume: al"))
    assert finding.code == "CFG016"
    assert finding.place.line == 7
    assert "all" in finding.hint.en


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    assert "letter" in wrong(tmp_path, OWN + OWN.splitlines()[-1]).message.en


def test_a_blank_that_no_field_fills_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    finding = wrong(tmp_path, OWN.replace("form: letter", "form: letter, blanks: [tender.numbr]"))
    assert "number" in finding.hint.en


@pytest.mark.parametrize(
    ("condition", "code"), [("bid.agent and", "CFG007"), ("bid.agentt", "CFG008"), ("quote.cost", "CFG008")]
)
def test_conditions_are_checked_before_there_is_a_deal(tmp_path: Path, condition: str, code: str) -> None:
    folder = own(tmp_path, OWN.replace("form: letter", f"form: letter, when: {condition}"))
    (finding,) = expressions.faults(load("bid", shelf([folder])))
    assert finding.code == code
    assert finding.place.line == 7
