"""Where evaluators are led: proofs of demands, topics of conformity, grounds for rejection."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.model import Deal
from kadocs.plan import evidence
from kadocs.plan.places import Places, Spot, Volume


def part(name: str, form: str = "") -> Spot:
    return Spot((name,), "", 0, "v", f"part-{name}", (name, form or name))


PARTS = [part(n) for n in ("letter", "bond", "company", "certificates", "technical-deviations", "opening")]
BID = Places(
    (Volume("v", ("册",)),),
    (*PARTS, part("references", "projects")),
    (),
    (Spot(("资质证书",), "", 0, "v", "scan-资料/C-1.pdf"),),
)


def names(spots: tuple[Spot, ...]) -> list[str]:
    return [spot.name for spot in spots]


def demanded(**row: Any) -> list[str]:
    data = {"tender": {"demands": [{"demand": "?", **row}]}}
    data["qualifications"] = {"certificates": [{"id": "C-1", "name": "ISO", "scan": "资料/C-1.pdf"}]}
    (found,) = evidence.demands(Deal.model_validate(data), BID)
    return names(found)


def test_a_demand_is_proved_where_it_says() -> None:
    assert demanded(answered_in="bond", kind="experience", answered_by=["C-1"]) == ["part-bond"]


def test_else_on_the_pages_of_the_papers_that_answer_it() -> None:
    assert demanded(kind="certificate", answered_by=["C-1"]) == ["scan-资料/C-1.pdf"]
    assert demanded(kind="certificate", answered_by=["C-9"]) == ["part-certificates"]


def test_else_in_the_part_for_its_kind() -> None:
    assert demanded(kind="experience") == ["part-references"]
    assert demanded(kind="people") == []
    assert demanded() == []


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("投标报价高于最高投标限价", ["opening", "letter"]),
        ("投标有效期短于招标文件要求", ["letter"]),
        ("未按要求提交投标保证金", ["bond"]),
        ("带 ★ 的条款有负偏离", ["technical-deviations"]),
        ("投标文件未按要求签字、盖章", ["letter", "opening"]),
        ("A price above the ceiling", ["opening", "letter"]),
        ("A starred clause that is not met", ["technical-deviations"]),
        ("A bid that arrives after the deadline", []),
    ],
)
def test_a_ground_for_rejection_is_answered_by_the_parts_it_is_about(line: str, parts: list[str]) -> None:
    deal = Deal.model_validate({"tender": {"unacceptable": [line]}})
    ((text, spots),) = evidence.grounds(deal, BID)
    assert text == line
    assert names(spots) == [f"part-{name}" for name in parts]


def test_each_topic_names_two_places_at_most() -> None:
    found = evidence.topics(BID)
    assert found.keys() == evidence.TOPICS.keys()
    assert max(map(len, found.values())) == 2
    assert found["consortium"] == ()
