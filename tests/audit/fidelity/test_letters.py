"""Letters of a tender: what is a blank of them, and what is not."""

from __future__ import annotations

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.audit.fidelity.forms import changes, fills, form, result, saved

ISSUED = (
    "授权委托书",
    "本人~　　　　~（姓名）系~　　　　　　~（投标人名称）的法定代表人，现委托______为我方代理人。",
    "委托期限：____年__月__日至____年__月__日。",
    "代理人无转委托权。",
    "投标人：__________（盖单位章）",
    "性别：□男　□女",
)
COPY = (
    "授权委托书",
    "本人~ {{ vendor.legal_rep }} ~（姓名）系~{{ vendor.legal_name }}~（投标人名称）的法定代表人，"
    "现委托{{ bid.agent.name }}为我方代理人。",
    "委托期限：{{ a }}年{{ b }}月{{ c }}日至{{ d }}年{{ e }}月{{ f }}日。",
    "代理人无转委托权。",
    "投标人：{{ vendor.legal_name }}（盖单位章）",
    "性别：{% if man %}☑{% else %}□{% endif %}男　{% if man %}□{% else %}☑{% endif %}女",
)
DONE = (
    "授权委托书",
    "本人~ 沈屹川 ~（姓名）系~云岭控制技术股份有限公司~（投标人名称）的法定代表人，"
    "现委托陆知远为我方代理人。",
    "委托期限：2026年12月15日至2027年3月31日。",
    "代理人无转委托权。",
    "投标人：云岭控制技术股份有限公司（盖单位章）",
    "性别：☑男　□女",
)


def test_a_form_with_its_blanks_filled_has_not_changed() -> None:
    compared = result(form(*ISSUED), form(*COPY), form(*DONE))
    assert changes(compared) == []
    assert fills(compared) == {
        "姓名": "沈屹川",
        "投标人名称": "云岭控制技术股份有限公司",
        "现委托": "陆知远",
        "委托期限": "2026年12月15日",
        "日至": "2027年3月31日",
        "投标人": "云岭控制技术股份有限公司",
        "男": "☑",
        "女": "□",
    }
    assert next(each for each in compared.filled if each.label == "姓名").tags == ("vendor.legal_rep",)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (0, "授权书"),
        (1, "本人沈屹川系云岭控制技术股份有限公司（投标人名称）的法定代表人，现委托陆知远为我方代理人。"),
        (1, "本人沈屹川（姓名）系甲（投标人名称）的法定代表人，现委托陆知远为我方的代理人。"),
        (2, "委托期限：2026年12月15日起至2027年3月31日。"),
        (3, "代理人有转委托权。"),
        (3, "代理人无转委托权"),
        (4, "投标单位：云岭控制技术股份有限公司（盖单位章）"),
        (4, "投标人：云岭控制技术股份有限公司（盖公章）"),
        (5, "性别：☑男　□女　□其他"),
    ],
)
def test_a_word_outside_the_blanks_is_told_with_its_place(line: int, wrong: str) -> None:
    done = [wrong if number == line else each for number, each in enumerate(DONE)]
    copy = [wrong if number == line else each for number, each in enumerate(COPY)]
    compared = result(form(*ISSUED), form(*copy), form(*done))
    (change,) = compared.changes
    assert change.finished == wrong
    assert change.issued is not None
    assert change.where[-1].en == f"paragraph {line + 1}"


def test_a_paragraph_that_is_gone_and_one_that_came_are_told() -> None:
    fewer = [line for line in DONE if "转委托" not in line]
    assert changes(result(form(*ISSUED), form(*COPY), form(*fewer))) == [("代理人无转委托权。", None)]
    more = [*DONE, "我方保留解释权。"]
    assert changes(result(form(*ISSUED), form(*COPY), form(*more))) == [(None, "我方保留解释权。")]


def test_paragraphs_in_another_order_are_told() -> None:
    moved = [*DONE[:2], DONE[3], DONE[2], *DONE[4:]]
    assert changes(result(form(*ISSUED), form(*COPY), form(*moved)))


def test_a_tag_where_the_tender_leaves_no_room_is_no_blank() -> None:
    copy = form("我方承诺{{ promise }}不收取任何费用。")
    done = form("我方承诺除运费外不收取任何费用。")
    assert changes(result(form("我方承诺不收取任何费用。"), copy, done)) == [
        ("我方承诺不收取任何费用。", "我方承诺除运费外不收取任何费用。")
    ]
    assert changes(result(form("我方承诺不收取任何费用。"), copy, form("我方承诺不收取任何费用。"))) == []


@pytest.mark.parametrize(
    ("issued", "copy", "done"),
    [
        ("致：", "致：{{ buyer }}", "致：青岚市轨道交通集团有限公司"),
        ("致：（招标人名称）", "致：{{ buyer }}（招标人名称）", "致：青岚公司（招标人名称）"),
        ("项目名称：【项目名称】", "项目名称：{{ t }}", "项目名称：综合监控"),
        (
            "投标总报价（大写）：人民币　　　　元",
            "投标总报价（大写）：人民币{{ t }}元",
            "投标总报价（大写）：人民币壹佰元",
        ),
        ("小写：¥元", "小写：¥{{ t }}元", "小写：¥100.00元"),
        ("日期：年月日", "日期：{{ y }}年{{ m }}月{{ d }}日", "日期：2026年12月3日"),
        ("To: [name of the Buyer]", "To: {{ buyer }}", "To: Northgate Water plc"),
        (
            "We, the undersigned, ______, offer",
            "We, the undersigned, {{ us }}, offer",
            "We, the undersigned, A B, offer",
        ),
        ("×××公司", "{{ us }}公司", "云岭公司"),
        ("地址………………", "地址{{ a }}", "地址云岭市"),
        ("\t\t日期：____", "\t\t日期：{{ d }}", "\t\t日期：2026-12-03"),
    ],
)
def test_what_tenders_leave_as_a_blank(issued: str, copy: str, done: str) -> None:
    compared = result(form(issued), form(copy), form(done))
    assert changes(compared) == []
    assert any(filled.text and filled.tags for filled in compared.filled)


def test_a_blank_that_nobody_filled_is_open_and_one_to_be_signed_is_left_to_hands() -> None:
    lines = ("身份证号码：________", "法定代表人：________（签字）", "（盖单位章）")
    compared = result(form(*lines), form(*lines), form(*lines))
    assert changes(compared) == []
    states = {each.label: (each.open, each.by_hand) for each in compared.filled}
    assert states == {"身份证号码": (True, False), "法定代表人": (True, True)}


def test_a_line_to_write_on_may_be_shorter_and_words_on_it_are_told() -> None:
    issued = form("身份证号码：________________")
    assert changes(result(issued, form("身份证号码：____"), form("身份证号码：____"))) == []
    assert changes(result(issued, form("身份证号码：无"), form("身份证号码：无")))


def test_without_an_original_the_copy_stands_for_it() -> None:
    assert changes(result(None, form(*COPY), form(*DONE))) == []
    assert changes(result(None, form(*COPY), form(*DONE[:3], "代理人有转委托权。", *DONE[4:])))


def test_a_number_that_a_style_adds_is_told() -> None:
    document = docx.Document()
    document.add_paragraph("授权委托书", style="List Number")
    assert changes(result(form("授权委托书"), form("授权委托书"), saved(document))) == [
        ("授权委托书", "1. 授权委托书")
    ]


def test_breaks_that_word_does_not_show_make_no_difference() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("代理人无")
    paragraph.add_run("转委托权。").bold = True
    paragraph.add_run("  ")
    document.add_paragraph("")
    assert changes(result(form("代理人无转委托权。"), form("代理人无转委托权。"), saved(document))) == []


def test_a_condition_may_not_drop_words_of_the_form() -> None:
    issued, copy = (
        form("我方（联合体牵头人）承诺如下。"),
        form("我方{% if x %}（联合体牵头人）{% endif %}承诺如下。"),
    )
    assert changes(result(issued, copy, form("我方（联合体牵头人）承诺如下。"))) == []
    assert changes(result(issued, copy, form("我方承诺如下。")))


WORDS = st.text("甲乙丙丁（）：；，。年月日一二三 12abXYZ-", min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=9, max_size=9))
def test_whatever_fills_the_blanks_nothing_is_told(texts: list[str]) -> None:
    names, line = iter(texts), COPY[1].replace(" {{ vendor.legal_rep }} ", "{{ vendor.legal_rep }}")
    copy = [COPY[0], line, *COPY[2:5]]
    done = []
    for each in copy:
        while "{{" in each:
            head, _, rest = each.partition("{{")
            each = f"{head}{next(names, '某').strip() or '某'}{rest.partition('}}')[2]}"
        done.append(each)
    assert changes(result(form(*ISSUED[:5]), form(*copy), form(*done))) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4), st.integers(0, 10_000), st.sampled_from(["换", "插", "删"]))
def test_whatever_is_edited_outside_the_blanks_is_told(line: int, at: int, how: str) -> None:
    copy = list(COPY[:5])
    inside = [
        number for number, sign in enumerate(copy[line]) if not _in_tag(copy[line], number) and sign.isalpha()
    ]
    place = inside[at % len(inside)]
    new = {"换": "¤", "插": f"¤{copy[line][place]}", "删": ""}[how]
    copy[line] = f"{copy[line][:place]}{new}{copy[line][place + 1 :]}"
    done = [_filled(each) for each in copy]
    assert changes(result(form(*ISSUED[:5]), form(*copy), form(*done)))


def _in_tag(line: str, number: int) -> bool:
    return line.rfind("{{", 0, number + 1) > line.rfind("}}", 0, number + 1)


def _filled(line: str) -> str:
    while "{{" in line:
        line = f"{line.partition('{{')[0]}某某{line.partition('}}')[2]}"
    return line
