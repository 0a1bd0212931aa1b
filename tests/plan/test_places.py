"""What people write to say where something stands in a bid."""

from __future__ import annotations

import pytest

from kadocs.plan.places import NOWHERE, Places, Spot, Volume, shown


def heading(title: str, number: str, volume: str) -> Spot:
    return Spot((title,), number, number.count(".") + 1, volume, f"{volume} {number}")


def part(zh: str, en: str, volume: str, name: str) -> Spot:
    return Spot((zh, en), "", 0, volume, name, (name,))


BID = Places(
    (
        Volume("commercial", ("商务册", "Commercial volume")),
        Volume("technical", ("技术册", "Technical volume")),
        Volume("opening", ("开标一览表", "Opening summary")),
    ),
    (
        part("投标函", "Letter of bid", "commercial", "letter"),
        part("资质证书", "Certificates", "technical", "certificates"),
        part("开标一览表", "Opening summary", "opening", "opening"),
    ),
    (
        heading("投标函", "第一章", "commercial"),
        heading("概述", "第二章", "commercial"),
        heading("概述", "第一章", "technical"),
        heading("系统方案", "第二章", "technical"),
        heading("架构设计", "2.1", "technical"),
        heading("网络安全", "第十二章", "technical"),
    ),
)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("letter", ["letter"]),
        ("投标函", ["letter"]),  # a part before the heading that it begins with
        ("Letter of Bid", ["letter"]),
        ("架构设计", ["technical 2.1"]),
        ("2.1 架构设计", ["technical 2.1"]),
        ("2.1", ["technical 2.1"]),
        ("技术册 第二章", ["technical 第二章"]),
        ("技术标第2章", ["technical 第二章"]),
        ("技术册 第十二章", ["technical 第十二章"]),
        ("技术册：第二章 系统方案", ["technical 第二章"]),
        ("Technical volume, 2.1", ["technical 2.1"]),
        ("Technical proposal, chapter 2", ["technical 第二章"]),
        ("Technical volume, chapters 2 and 12", ["technical 第二章", "technical 第十二章"]),
        ("技术册 概述", ["technical 第一章"]),
        ("商务册", ["letter"]),  # a volume by what it begins with
        ("开标一览表", ["opening"]),
        ("资质证书（附扫描件）", ["certificates"]),
        ("架构设计；投标函", ["technical 2.1", "letter"]),
    ],
)
def test_places_are_named_by_title_id_volume_and_number(said: str, names: list[str]) -> None:
    assert [spot.name for spot in BID.named(said).spots] == names


@pytest.mark.parametrize("said", ["技术册 第九章", "无此标题", "Letters", "架构设计；无此标题", "第"])
def test_what_nothing_answers_names_nothing(said: str) -> None:
    named = BID.named(said)
    assert (named.spots, named.several) == ((), ())
    assert named.lost


@pytest.mark.parametrize("said", ["概述", "第一章"])
def test_what_could_be_several_places_names_none_of_them(said: str) -> None:
    named = BID.named(said)
    assert not named.spots
    assert {spot.volume for spot in named.several} == {"commercial", "technical"}


def test_chapters_without_numbers_are_counted() -> None:
    plain = BID._replace(headings=tuple(spot._replace(number="") for spot in BID.headings))
    assert [spot.titles[0] for spot in plain.named("技术册 第二章").spots] == ["系统方案"]
    assert not plain.named("第二章").spots


def test_the_nearest_titles_are_told() -> None:
    assert shown(BID.nearest("系统方安"))[0] == "第二章 系统方案"
    assert shown(BID.nearest("技术册 第九章")) == ["第一章 概述", "第二章 系统方案", "第十二章 网络安全"]


def test_of_a_bid_that_was_not_rendered_nothing_is_known() -> None:
    assert NOWHERE.named("投标函").lost == "投标函"
    assert NOWHERE.nearest("投标函") == []
