"""One bidder a lot: a second bidder's pack is refused, whoever was first; all else is made."""

from __future__ import annotations

import json

import pytest

from kadocs import pipeline
from kadocs.findings import Severity
from tests.pipeline.bids import FIRST, SECOND, arrange, built, deal


@pytest.fixture
def bids(world):
    """A world in which bids are made."""
    arrange(world)
    return world


def refusals(outcome: pipeline.Outcome) -> list[str]:
    found = [each for each in outcome.findings if each.code == "OUT035"]
    assert all(each.severity is Severity.ERROR for each in found)
    return [each.message.zh for each in found]


def test_of_two_bidders_for_one_lot_in_a_run_neither_is_made(bids):
    outcome = built(deal(bids, "a"), deal(bids, "b", SECOND))
    first, second = refusals(outcome)
    assert SECOND in first
    assert "b/deal.yaml" in first
    assert FIRST in second
    assert "第四十条" in second
    assert not outcome.done
    assert not bids.files()


def test_a_bidder_whose_rival_is_in_an_earlier_manifest_is_refused(bids):
    assert built(deal(bids, "a")).done
    made = bids.files()
    for how in ({}, {"draft": True}):
        [said] = refusals(built(deal(bids, "b", SECOND), **how))
        assert "out/a/manifest/bid.zh.json" in said
        assert bids.files() == made


def test_a_draft_counts_as_prepared(bids):
    built(deal(bids, "a"), draft=True)
    assert refusals(built(deal(bids, "b", SECOND)))


@pytest.mark.parametrize(
    ("number", "lot", "bidder"),
    [
        ("ＨＴ-2026-018", "1 标段", SECOND),
        ("ht-2026-018", "１标段", SECOND),
        ("HT -2026-018", "1标段", f"{SECOND[:2]} {SECOND[2:]}"),
    ],
)
def test_spelling_makes_no_other_lot(bids, number, lot, bidder):
    built(deal(bids, "a"))
    assert refusals(built(deal(bids, "b", bidder, number=f'"{number}"', lot=f'"{lot}"')))


@pytest.mark.parametrize(
    ("number", "lot", "bidder"),
    [
        ("HT-2026-018", "2标段", SECOND),
        ("HT-2026-018", "", SECOND),
        ("HT-2026-019", "1标段", SECOND),
        ("HT-2026-018", "1标段", FIRST),
        ("HT-2026-018", "1标段", "云岭控制技术 股份有限公司"),
    ],
)
def test_other_lots_and_the_same_bidder_are_fine(bids, number, lot, bidder):
    built(deal(bids, "a"))
    outcome = built(deal(bids, "b", bidder, number=number, lot=lot))
    assert outcome.done
    assert not refusals(outcome)


def test_other_documents_of_the_two_are_made(bids):
    deals = deal(bids, "a"), deal(bids, "b", SECOND)
    outcome = built(*deals, deliverables=("letter",))
    assert outcome.done


def test_the_manifest_of_a_bid_says_whose_it_is_and_that_of_another_document_does_not(bids):
    built(deal(bids, "a"), deliverables=("bid", "letter"))
    told = {path.name: json.loads(path.read_text("utf-8")) for path in (bids.out / "a/manifest").iterdir()}
    said = told["bid.zh.json"]
    assert (said["tender"], said["lot"], said["bidder"]) == ("HT-2026-018", "1标段", FIRST)
    assert "bidder" not in told["letter.zh.json"]


def test_manifests_that_cannot_be_read_stop_nothing(bids):
    for name, text in (("a", "{broken"), ("b", '["bidder"]'), ("c", '{"bidder": 1, "tender": [], "lot": 2}')):
        bids.write(f"out/{name}/manifest/bid.zh.json", text)
    assert built(deal(bids, "d")).done
