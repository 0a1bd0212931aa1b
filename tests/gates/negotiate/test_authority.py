"""Discounts and margins within someone's authority."""

import pytest

TABLE = (
    "[{role: 客户经理, max_discount: 1%%, min_margin: 34%%},"
    " {role: 总经理, max_discount: 3%%, min_margin: 30%%}]"
)
HEAD = f"negotiation: {{opening_price: 1000, opening_net: 1000, cost: 650, authority: {TABLE}, %s}}\n"


def step(price, who):
    return HEAD % f"concessions: [{{round: 1, price: {price}, asks: x, authorised_by: {who}}}]"


GIVER = "negotiation.concessions[0].authorised_by"


@pytest.mark.parametrize(
    ("price", "who", "told"),
    [
        (990, "客户经理", 0),
        ("989.99", "客户经理", 1),
        (970, "总经理", 0),
        (969, "总经理", 1),
        (900, "董事长", 0),
    ],
)
def test_no_concession_is_beyond_its_givers_authority(paths, price, who, told):
    assert paths("NEG030", step(price, who)) == [GIVER] * told


@pytest.mark.parametrize(
    ("price", "who_may"),
    [(980, "请由总经理授权，或减小让步"), (960, "授权表里没有人能批这么多，请减小让步")],
)
def test_the_hint_says_who_may(judge, price, who_may):
    [finding] = [found for found in judge(step(price, "客户经理")) if found.code == "NEG030"]
    assert finding.hint.zh == who_may


@pytest.mark.parametrize(
    ("price", "who", "told"),
    [(990, "客户经理", 0), (980, "客户经理", 1), (980, "总经理", 0), (920, "总经理", 1)],
)
def test_no_margin_is_below_what_its_giver_may_accept(paths, price, who, told):
    assert paths("NEG031", step(price, who)) == [GIVER] * told


FLOOR = "approval: {estimate: {margin_floor: %s}}\n"
ROUND = "negotiation.concessions[0].price"


@pytest.mark.parametrize(
    ("floor", "text", "found"),
    [
        ("34%", step(990, "客户经理"), []),
        ("34%", step(980, "客户经理"), [ROUND]),
        ("34%", step(980, "总经理"), []),
        ("34%", HEAD % "agreed_price: 990", []),
        ("35%", HEAD % "agreed_price: 990", ["negotiation.agreed_price"]),
        (
            "35%",
            HEAD % "agreed_price: 990" + "contract: {review: {reviewers: [{post: 总经理, opinion: 同意}]}}",
            [],
        ),
        (
            "35%",
            HEAD % "agreed_price: 990" + "contract: {review: {reviewers: [{post: 总经理, opinion: 不同意}]}}",
            ["negotiation.agreed_price"],
        ),
    ],
)
def test_no_margin_is_below_the_approved_floor_unless_the_next_level_stands_for_it(paths, floor, text, found):
    assert paths("NEG032", FLOOR % floor + text) == found


SIGNED = "contract: {review: {reviewers: [{post: %s, opinion: %s}]}}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD % "agreed_price: 990", 0),
        (HEAD % "agreed_price: 989", 1),
        (HEAD % "agreed_price: 989" + SIGNED % ("总经理", "同意"), 0),
        (HEAD % "agreed_price: 989" + SIGNED % ("总经理", "不同意"), 1),
        (HEAD % "agreed_price: 989" + SIGNED % ("客户经理", "同意"), 1),
        (HEAD % "agreed_price: 960" + SIGNED % ("总经理", "同意"), 1),
        (
            HEAD % "agreed_price: 980, concessions: [{round: 1, price: 980, asks: x, authorised_by: 总经理}]",
            0,
        ),
        (
            HEAD % "agreed_price: 979, concessions: [{round: 1, price: 980, asks: x, authorised_by: 总经理}]",
            1,
        ),
        ("negotiation: {opening_price: 1000, agreed_price: 500}", 0),
    ],
)
def test_a_discount_beyond_authority_is_on_record(paths, text, told):
    assert paths("NEG033", text) == ["negotiation.agreed_price"] * told


@pytest.mark.parametrize(("who", "told"), [("总经理", 0), ("总 经理", 0), ("总经里", 1), ("", 1)])
def test_the_giver_is_in_the_table(paths, who, told):
    assert paths("NEG034", step(990, who)) == [GIVER] * told


def test_a_near_name_is_suggested(judge):
    [finding] = [found for found in judge(step(990, "总经里")) if found.code == "NEG034"]
    assert finding.hint.zh == "是否想写 总经理？"


def test_without_a_table_nobody_can_say(paths):
    text = "negotiation: {opening_price: 1000, concessions: [{round: 1, price: 500, asks: x}]}"
    assert [paths(code, text) for code in ("NEG030", "NEG031", "NEG033", "NEG034")] == [[], [], [], []]
