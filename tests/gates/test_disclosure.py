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


@pytest.mark.parametrize("table", ["projects", "ongoing"])
def test_the_buyers_of_our_projects_are_named_only_with_consent(judge, table):
    project = "{name: 三号线, buyer: 沧浪地铁集团%s}"
    text = f"vendor: {{profile: 曾为沧浪地铁集团服务}}\nqualifications: {{{table}: [{project}]}}"
    assert [f.code for f in judge(text % "")] == ["DISC002", "DISC001"]
    assert [f.path for f in judge(text % ", public_name: 某省会地铁")] == ["vendor.profile"]
    assert judge(text % ", disclose: 是") == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("累计服务 XXX 家客户", "XXX"),
        ("工期：待补充", "待补充"),
        ("delivery: TBD", "TBD"),
        ("todo: describe", "todo"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("可用率 ??", "??"),
        ("致 {{ account.name }}", "{{"),
        ("采用 XXXL-200 机柜", None),
        ("为什么选择我们？", None),
        ("STBDX 协议", None),
    ],
)
def test_what_was_left_to_be_filled_in_is_told(judge, text, word):
    found = [f for f in judge(f'vendor: {{profile: "{text}"}}') if f.code == "DISC004"]
    assert [word in f.message.zh for f in found] == ([True] if word else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("按毛利率 28% 测算", 1),
        ("calculated at a gross margin of 28 %", 1),
        ("不低于我方底线", 1),
        ("within our BATNA", 1),
        ("支持按产品统计毛利", 0),
        ("accuracy with a margin of error", 0),
        ("降低全生命周期成本", 0),
    ],
)
def test_words_from_inside_stay_inside(paths, text, told):
    assert paths("DISC005", f'vendor: {{profile: "{text}"}}') == ["vendor.profile"] * told
    assert paths("DISC005", f'account: {{strategic: "{text}"}}') == []


def test_masked_numbers_are_no_placeholders(broken):
    assert broken("contacts: [{name: 甲, phone: 000-5550-0201}]") == []
