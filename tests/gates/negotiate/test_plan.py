"""Room to agree; concessions that fall, shrink and buy something."""

import pytest


def plan(*prices, opening="opening_price: 1000, "):
    rows = ", ".join(f"{{round: {n}, price: {price}, asks: x}}" for n, price in enumerate(prices, 1))
    return f"negotiation: {{{opening}concessions: [{rows}]}}"


@pytest.mark.parametrize(
    ("negotiation", "found"),
    [
        ("balance: {walk_away: 900, their_limit: 900}", []),
        ("balance: {walk_away: 900, their_limit: 899}", ["negotiation.balance.walk_away"]),
        ("balance: {walk_away: 900}", []),
        ("issues: [{topic: x, target: 20%, walk_away: 15%, their_limit_est: 15%}]", []),
        (
            "issues: [{topic: x, ideal: 30%, target: 20%, walk_away: 15%, their_limit_est: 10%}]",
            ["negotiation.issues[0].walk_away"],
        ),
        ("issues: [{topic: x, walk_away: 平台源代码不交付, their_limit_est: 平台归我方}]", []),
    ],
)
def test_there_is_room_to_agree(paths, negotiation, found):
    assert paths("NEG020", f"negotiation: {{{negotiation}}}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (plan(990, 985, 985), []),
        (plan(990, 991), ["negotiation.concessions[1].price"]),
        (plan(1001), ["negotiation.concessions[0].price"]),
        (plan(1001, opening=""), []),
        (
            "negotiation: {concessions: [{round: 2, price: 5, asks: x}, {round: 1, price: 4, asks: x}]}",
            ["negotiation.concessions[1].round"],
        ),
        (
            "negotiation: {concessions: [{round: 1, price: 5, asks: x}, {round: 1, price: 4, asks: x}]}",
            ["negotiation.concessions[1].round"],
        ),
    ],
)
def test_prices_do_not_rise(paths, text, found):
    assert paths("NEG021", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (plan(980, 970, 965), []),
        (plan(980, 960), ["negotiation.concessions[1].price"]),
        (plan(980, 950), ["negotiation.concessions[1].price"]),
        (plan(1000, 990), []),
        (plan(980), []),
    ],
)
def test_steps_shrink(paths, text, found):
    assert paths("NEG022", text) == found


@pytest.mark.parametrize(("row", "told"), [("asks: 当场签约", 0), ("authorised_by: 甲", 1)])
def test_nothing_is_given_for_nothing(paths, row, told):
    text = f"negotiation: {{concessions: [{{round: 1, price: 5, {row}}}]}}"
    assert paths("NEG023", text) == ["negotiation.concessions[0].asks"] * told


@pytest.mark.parametrize(
    ("weights", "told"),
    [((60, 40), 0), ((60, 35), 1), ((60, 40.5), 1), ((60, None), 0), ((), 0)],
)
def test_weights_come_to_a_hundred(paths, weights, told):
    rows = ", ".join(
        "{topic: x}" if weight is None else f"{{topic: x, weight: {weight}}}" for weight in weights
    )
    assert paths("NEG024", f"negotiation: {{issues: [{rows}]}}") == ["negotiation.issues"] * told


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [("80%", "80%", 0), ("75%", "80%", 1), ("75%", "85%", 2)],
)
def test_compared_payments_are_whole(paths, ours, theirs, told):
    text = f"""negotiation:
  payment_terms:
  - {{node: 预付款, our_share: 20%, their_share: 20%}}
  - {{node: 终验款, our_share: {ours}, their_share: {theirs}}}
"""
    assert paths("NEG025", text) == ["negotiation.payment_terms"] * told


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("concessions: [{round: 1, price: 900, asks: x}]", []),
        ("concessions: [{round: 1, price: 899.99, asks: x}]", ["negotiation.concessions[0].price"]),
        ("agreed_price: 900", []),
        ("agreed_price: 899", ["negotiation.agreed_price"]),
    ],
)
def test_no_price_is_below_the_walk_away(paths, more, found):
    assert paths("NEG026", f"negotiation: {{balance: {{walk_away: 900}}, {more}}}") == found
