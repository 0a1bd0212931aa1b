"""Requirements, modules, win themes."""

import pytest


def test_a_requirement_without_a_response_is_an_error(judge):
    [finding] = judge("requirements:\n- {id: R-1, text: 冗余, response: full}\n- {id: R-2, text: 接口}")
    assert (finding.code, finding.place.line, finding.path) == ("PROP001", 3, "requirements[1].response")
    assert "R-2" in finding.message.en
    assert "部分满足" in finding.hint.zh


@pytest.mark.parametrize("response", ["部分满足", "不满足", "partial", "None"])
def test_a_partial_or_negative_answer_needs_a_mitigation(broken, response):
    assert broken(f"requirements:\n- {{id: R-1, text: a, response: {response}}}") == [("PROP002", 2)]
    assert broken(f"requirements:\n- {{id: R-1, text: a, response: {response}, mitigation: b}}") == []


@pytest.mark.parametrize("response", ["完全满足", "定制满足"])
def test_a_positive_answer_needs_none(broken, response):
    assert broken(f"requirements:\n- {{id: R-1, text: a, response: {response}}}") == []


def test_in_a_draft_an_open_answer_is_a_warning(judge):
    from kadocs.findings import blocks

    findings = judge("requirements: [{id: R-1, text: a}, {id: R-2, text: b, response: none}]", draft=True)
    assert [finding.code for finding in findings] == ["PROP001", "PROP002"]
    assert not blocks(findings)


def test_a_module_answers_only_requirements_that_exist(judge):
    text = """
requirements: [{id: R-01, text: a, response: full}]
solution:
  modules:
  - {name: 监控, requirements: [R-01, R-O1]}
"""
    [finding] = judge(text)
    assert (finding.code, finding.place.line) == ("PROP003", 5)
    assert "R-01" in finding.hint.en


@pytest.mark.parametrize(("number", "codes"), [(0, []), (2, ["PROP004"]), (3, []), (5, []), (6, ["PROP004"])])
def test_win_themes_are_three_to_five(judge, number, codes):
    themes = ", ".join(f"{{theme: 主题{n}}}" for n in range(number))
    assert [finding.code for finding in judge(f"solution: {{win_themes: [{themes}]}}")] == codes
