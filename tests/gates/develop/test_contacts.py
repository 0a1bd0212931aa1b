"""The people at the customer."""

import pytest


def contacts(*people):
    return "contacts:\n" + "".join(f"- {{{person}}}\n" for person in people)


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (["name: 甲", "name: 乙, reports_to: 甲"], []),
        (["name: 甲, reports_to: 周副总"], ["contacts[0].reports_to"]),
        (["name: 甲, reports_to: 甲"], ["contacts[0].reports_to"]),
        (
            ["name: 甲, reports_to: 乙", "name: 乙, reports_to: 甲", "name: 丙, reports_to: 甲"],
            ["contacts[0].reports_to", "contacts[1].reports_to"],
        ),
    ],
)
def test_superiors_are_contacts_and_lead_upwards(paths, people, found):
    assert paths("DEV040", contacts(*people)) == found


def test_a_slip_in_a_superiors_name_is_mended(judge):
    [finding] = judge(contacts("name: 周亦衡", "name: 乙, reports_to: 周亦珩"))
    assert finding.hint.zh == "是否想写 周亦衡？"


@pytest.mark.parametrize(
    ("person", "told"),
    [("influence: 4", 1), ("influence: 5, owner: 陆知远", 0), ("influence: 3", 0), ("title: 处长", 0)],
)
def test_a_key_person_has_an_owner(paths, person, told):
    assert paths("DEV041", contacts(f"name: 甲, {person}")) == ["contacts[0].owner"] * told


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("role: EB, last_contact: 2026-10-21", 0),
        ("role: EB, last_contact: 2026-10-20", 1),
        ("role: 教练, last_contact: 2026-10-20", 1),
        ("decision_maker: 是, last_contact: 2026-10-20", 1),
        ("role: 使用, last_contact: 2026-01-20", 0),
        ("role: EB", 0),
    ],
)
def test_decision_makers_and_coaches_are_met_every_thirty_days(paths, person, told):
    text = contacts(f"name: 甲, {person}")
    assert paths("DEV042", text) == ["contacts[0].last_contact"] * told
    assert paths("DEV042", text + "opportunity: {id: P, name: a, stage: 实施}") == []


@pytest.mark.parametrize(
    ("names", "found"),
    [("甲 乙", []), ("甲 乙 甲", ["contacts[2].name"]), ("甲 甲 甲", ["contacts[1].name"])],
)
def test_a_name_stands_once(paths, names, found):
    assert paths("DEV043", contacts(*(f"name: {name}" for name in names.split()))) == found


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("role: 教练, stance: -1", 1),
        ("role: 教练, stance: 0", 0),
        ("role: 支持者, prefers: 竞品", 1),
        ("role: 反对者, stance: 1", 1),
        ("role: 反对者, stance: -2, prefers: 竞品", 0),
        ("role: 使用, stance: -1, prefers: 我方", 1),
        ("role: 使用, stance: 2, prefers: 竞品", 1),
        ("role: 使用, stance: 2, prefers: 我方", 0),
        ("stance: -1", 0),
    ],
)
def test_role_stance_and_preference_bear_each_other_out(paths, person, told):
    assert paths("DEV044", contacts(f"name: 甲, {person}")) == ["contacts[0].stance"] * told


@pytest.mark.parametrize(("people", "told"), [("甲", 0), ("甲、乙", 1)])
def test_who_is_visited_is_a_contact(paths, people, told):
    met = f"{{date: 2026-11-01, purpose: 汇报, contacts: {people}}}"
    visit = f"opportunity: {{id: P, name: a, visits: [{met}]}}\n"
    assert paths("DEV045", visit + contacts("name: 甲")) == ["opportunity.visits[0].contacts"] * told
    assert paths("DEV045", visit) == []
