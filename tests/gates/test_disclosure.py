"""Names that the customer must not read."""

import pytest


def test_a_reference_without_consent_needs_a_public_description(broken):
    reference = "solution:\n  references:\n  - {project: 三号线, customer: 某地铁集团%s}"
    assert broken(reference % "") == [("DISC001", 3)]
    assert broken(reference % ", public_name: 某省会地铁") == []
    assert broken(reference % ", disclose: 是") == []


def test_a_customer_who_did_not_agree_is_named_nowhere(judge):
    text = """
vendor:
  legal_name: 云岭控制
  profile: 曾为沧浪地铁集团建成三号线
solution:
  references:
  - {project: 三号线, customer: 沧浪地铁集团, public_name: 某省会地铁}
"""
    [finding] = judge(text)
    assert (finding.code, finding.place.line, finding.path) == ("DISC002", 4, "vendor.profile")


def test_a_description_that_gives_the_name_away_is_found_too(broken):
    text = "solution:\n  references:\n  - {project: 三号线, customer: 沧浪地铁, public_name: 沧浪地铁公司}"
    assert broken(text) == [("DISC002", 3)]


def test_earlier_work_for_this_very_customer_names_no_stranger(broken):
    text = """
account: {name: 青岚轨道交通集团}
solution: {references: [{project: 青岚轨道交通集团一号线, customer: 青岚轨道交通集团, public_name: 贵司}]}
"""
    assert broken(text) == []


RIVALS = """
vendor: {legal_name: 华控智能股份有限公司}
competitors:
- {name: 华控, aliases: [Rivalsoft, "AB B"], strengths: 华控的优势, our_counter: 压低 Rivalsoft}
requirements:
- id: R-1
  response: full
  text: "TEXT"
"""


@pytest.mark.parametrize(
    "text",
    [
        "优于华控的产品",
        "better than rivalsoft's",
        "ＲＩＶＡＬＳＯＦＴ",
        "an AB  B panel",
        "采用Rivalsoft协议",
    ],
)
def test_no_rival_is_named_in_what_a_customer_sees(broken, text):
    assert broken(RIVALS.replace("TEXT", text)) == [("DISC003", 8)]


@pytest.mark.parametrize("text", ["华控智能股份有限公司承诺", "Rivalsoftware", "cab bed", "同类产品"])
def test_a_name_inside_another_word_or_inside_our_own_is_none(broken, text):
    assert broken(RIVALS.replace("TEXT", text)) == []


def test_a_term_that_is_agreed_reads_as_the_customer_reads_it(judge):
    text = """
competitors: [{name: 华控}]
negotiation:
  issues:
  - {topic: 价格, status: %s, result: 比华控低 2%%}
"""
    [finding] = judge(text % "已达成")
    assert (finding.code, finding.path) == ("DISC003", "negotiation.agreed_terms[0].result")
    assert judge(text % "分歧") == []
