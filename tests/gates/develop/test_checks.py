"""What was looked up about the customer."""

import pytest

DONE = (
    "{kind: 信用报告, result: 无异常, date: 2026-11-09}, {kind: 失信名单, result: 无异常, date: 2026-11-09}"
)


def deal(checks="", stage="立项", **account):
    told = ", ".join(f"{name}: {value}" for name, value in account.items())
    return f"""
account: {{checks: [{checks}], {told}}}
opportunity: {{id: P, name: a, stage: {stage}, procurement_method: 公开招标}}
"""


@pytest.mark.parametrize(
    ("checks", "stage", "found"),
    [
        (DONE, "立项", []),
        ("", "开发", []),
        ("", "立项", ["opportunity.stage"]),
        ("{kind: 信用报告, result: 无异常}", "提案", ["account.checks"]),
        ("{kind: 信用报告, result: 无异常}, {kind: 失信名单, result: 待查}", "立项", ["account.checks"]),
        ("", "实施", []),
    ],
)
def test_credit_and_blacklist_are_looked_up_before_the_approval(paths, checks, stage, found):
    assert paths("DEV030", deal(checks, stage)) == found


@pytest.mark.parametrize(
    ("checks", "found"),
    [
        ("{kind: 失信名单, result: 无异常, date: 2026-08-22}", []),
        ("{kind: 失信名单, result: 无异常, date: 2026-08-21}", ["account.checks[0].date"]),
        (
            "{kind: 失信名单, result: 无异常, date: 2026-01-21}, "
            "{kind: 失信名单, result: 无异常, date: 2026-11-01}",
            [],
        ),
        ("{kind: 失信名单, result: 无异常}", []),
    ],
)
def test_answers_hold_for_ninety_days(paths, checks, found):
    assert paths("DEV031", deal(checks)) == found


def test_the_check_of_export_control_grows_old_too(paths):
    old = {"export_control": "已查无异常", "export_checked_on": "2026-05-01"}
    assert paths("DEV031", deal(**old)) == ["account.export_checked_on"]
    assert paths("DEV031", deal(stage="实施", **old)) == []


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("{kind: 被执行, result: 存疑}", 1),
        ("{kind: 被执行, result: 有问题, note: 已履行完毕}", 0),
        ("{kind: 被执行, result: 无异常}", 0),
    ],
)
def test_what_was_found_is_explained(paths, check, told):
    assert paths("DEV032", deal(check)) == ["account.checks[0].note"] * told


@pytest.mark.parametrize(("result", "told"), [("有问题", 1), ("存疑", 0), ("无异常", 0)])
def test_who_is_related_to_the_tenderer_does_not_bid(paths, result, told):
    check = f"{{kind: 关联关系, result: {result}, note: a}}"
    assert paths("DEV033", deal(check)) == ["account.checks[0].result"] * told
    assert paths("DEV033", deal(check).replace("公开招标", "单一来源")) == []


@pytest.mark.parametrize(
    ("result", "stage", "told"),
    [
        ("疑似", "开发", 0),
        ("疑似", "立项", 1),
        ("确认", "提案", 1),
        ("已查无异常", "提案", 0),
        ("未查", "提案", 0),
    ],
)
def test_a_customer_under_export_control_is_not_pursued(judge, result, stage, told):
    found = [f for f in judge(deal(stage=stage, export_control=result)) if f.code == "DEV034"]
    assert [f.severity.value for f in found] == ["error"] * told
