"""Whether we reach those who decide."""

import pytest

EB = "name: 甲, role: EB, influence: 5, access: 3, owner: 我"
COACH = "name: 乙, role: 教练, influence: 3, access: 4, stance: 1"


def deal(*people, stage="提案"):
    rows = "".join(f"- {{{person}}}\n" for person in people)
    return f"opportunity: {{id: P, name: a, stage: {stage}}}\ncontacts:\n{rows}"


def rel(found):
    return [(finding.code, finding.path) for finding in found if finding.code.startswith("REL")]


def test_relations_are_effective_when_those_who_decide_are_reached(judge):
    assert rel(judge(deal(EB, COACH))) == []


@pytest.mark.parametrize("stage", ["开发", "实施", "丢单"])
def test_they_are_judged_while_it_matters(judge, stage):
    assert rel(judge(deal("name: 甲", stage=stage))) == []


def test_a_deal_without_contacts_is_asked_nothing(judge):
    assert rel(judge("opportunity: {id: P, name: a, stage: 提案}")) == []


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ([EB.replace("EB", "使用"), COACH], [("REL001", "contacts")]),
        ([EB.replace("role: EB", "decision_maker: 是"), COACH], []),
        (
            [EB.replace("access: 3", "access: 2"), COACH],
            [("REL004", "contacts"), ("REL002", "contacts[0].access")],
        ),
        ([EB], [("REL003", "contacts")]),
        ([EB, COACH.replace("stance: 1", "stance: 0")], [("REL003", "contacts")]),
        ([EB, COACH.replace("access: 4", "access: 2")], [("REL003", "contacts")]),
        ([EB, COACH.replace("教练", "支持者")], []),
    ],
)
def test_what_is_missing_is_told(judge, people, found):
    assert rel(judge(deal(*people))) == found


@pytest.mark.parametrize(("influence", "told"), [(5, 0), (6, 1)])
def test_sixty_percent_of_the_influence_is_covered(paths, influence, told):
    others = [f"name: 丙{n}, influence: 1" for n in range(influence)]
    text = deal(EB, COACH.replace("influence: 3", "influence: 3"), *others)
    assert paths("REL004", text) == ["contacts"] * told


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("influence: 4, stance: -1", 1),
        ("influence: 4, stance: -1, next_step: 汇报割接方案", 0),
        ("influence: 3, stance: -2", 0),
        ("influence: 4, stance: 0", 0),
    ],
)
def test_something_is_done_about_opponents(paths, person, told):
    text = deal(EB, COACH, f"name: 丙, owner: 我, access: 3, {person}")
    assert paths("REL005", text) == ["contacts[2].next_step"] * told


def test_they_do_not_stop_the_proposal(judge):
    assert {f.severity.value for f in judge(deal("name: 甲")) if f.code.startswith("REL")} == {"warning"}
