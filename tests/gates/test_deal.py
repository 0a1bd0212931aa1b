"""Rules of every stage."""

import pytest


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("requirements:\n- {id: R-1, text: a, response: full}\n- {id: R-1, text: b, response: full}", 3),
        (
            "solution:\n  milestones:\n  - {id: M, name: a, offset_days: 1}\n"
            "  - {id: M, name: b, offset_days: 2}",
            4,
        ),
        (
            "solution:\n  tasks:\n  - {id: T1, name: a, start_offset: 0, duration: 1}\n"
            "  - {id: T1, name: b, start_offset: 1, duration: 1}",
            4,
        ),
    ],
)
def test_an_id_given_twice_is_an_error_where_it_is_repeated(broken, text, line):
    assert broken(text) == [("DEAL001", line)]


def test_the_same_id_in_two_lists_is_no_matter(broken):
    text = """
requirements: [{id: "1", text: a, response: full}]
solution: {milestones: [{id: "1", name: a, offset_days: 1}]}
"""
    assert broken(text) == []


@pytest.mark.parametrize("name", ["青岚轨道交通集团", "青岚轨道", "青岚地铁", "KA-1"])
def test_a_customer_may_be_called_by_its_name_short_name_alias_or_id(broken, name):
    assert broken(_called(name)) == []


def test_any_other_name_is_an_error(judge):
    [finding] = judge(_called("青岚地下铁道"))
    assert (finding.code, finding.path) == ("DEAL002", "opportunity.account")
    assert "青岚轨道交通集团" in finding.message.zh


def _called(name: str) -> str:
    return f"""
account: {{name: 青岚轨道交通集团, short_name: 青岚轨道, aliases: [青岚地铁], id: KA-1}}
opportunity: {{id: P-1, name: 升级, account: {name}}}
"""
