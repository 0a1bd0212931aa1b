"""The plan of a negotiation: room to agree, concessions that fall, shrink and buy something."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above, whole
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount
from kadocs.model.negotiation import Negotiation
from kadocs.tree.node import Path

_STEPS: Path = ("negotiation", "concessions")


@rule(
    "NEG020",
    Severity.WARNING,
    zh="""
    有成交的余地。

    检查什么：价格和每个议题，我方底线与估计的对方底线之间有重叠（可成交区间 ZOPA 不为空）。
    为什么：没有重叠，谈多少轮都谈不成，只会逼出越权让步。
    依据：谈判力量分析：ZOPA =［我方底线, 对方底线估计］，为空则提示。
    示例：我方底线价 2,030 万元，估计对方最多接受 2,000 万元。
    怎么办：加入别的议题做交换，重估底线，或按 BATNA 准备退出。
    """,
)
def room_to_agree(case: Case) -> Iterator[Breach]:
    """There is room to agree.

    What: for the price, and each issue, our walk-away and the other side's estimated limit leave a zone
    between.
    Why: without one no number of rounds ends in a contract, only in concessions beyond authority.
    Basis: analysis of a negotiation: the zone of possible agreement lies between both limits.

    Example: we walk away below 20.3 million, and they are thought to pay 20.0 million at most.

    What to do: bring in another issue to trade, think the limits over, or prepare to leave.
    """
    negotiation = _negotiation(case)
    balance = negotiation.balance
    if balance and balance.zopa is False and balance.walk_away and balance.their_limit:
        yield Breach(
            ("negotiation", "balance", "walk_away"),
            Text(
                "我方底线价 {a}，对方底线估计 {b}，没有成交区间",
                "we walk away at {a}, their limit is thought to be {b}: no zone of agreement",
            ).fill(a=amount(balance.walk_away), b=amount(balance.their_limit)),
            _NO_ROOM,
        )
    for index, issue in enumerate(negotiation.issues):
        if issue.zopa is False:
            yield Breach(
                ("negotiation", "issues", index, "walk_away"),
                Text(
                    "议题“{t}”：我方底线 {a}，对方底线估计 {b}，没有成交区间",
                    "“{t}”: our limit is {a}, theirs is thought to be {b}: no zone of agreement",
                ).fill(t=issue.topic, a=issue.walk_away, b=issue.their_limit_est),
                _NO_ROOM,
            )


@rule(
    "NEG021",
    Severity.ERROR,
    needs_whole=(_STEPS,),
    zh="""
    让步计划的报价逐轮不升。

    检查什么：每一轮的含税报价不高于上一轮；第一轮不高于首次报价；轮次依次递增。
    为什么：报价回升等于收回承诺，谈判信任就没有了；多半是数字写错。
    依据：让步计划的规则：价格单调。
    示例：第 2 轮 2,040 万元，第 3 轮 2,050 万元。
    怎么办：改正报价或轮次。
    """,
)
def prices_fall(case: Case) -> Iterator[Breach]:
    """The prices of the concession plan do not rise.

    What: the price of a round is at most that of the round before, the first at most the opening price, and
    rounds are numbered upwards.
    Why: a price that goes up again takes back a promise; mostly it is a slip.
    Basis: rule of concession plans: the price is monotone.

    Example: 20.4 million in round 2, 20.5 million in round 3.

    What to do: correct the price, or the round.
    """
    negotiation = _negotiation(case)
    before, number = negotiation.opening_price, 0
    for index, row in enumerate(negotiation.concessions):
        if row.round <= number:
            yield Breach(
                (*_STEPS, index, "round"),
                Text("第 {a} 轮排在第 {b} 轮之后", "round {a} stands after round {b}").fill(
                    a=row.round, b=number
                ),
                Text("请按先后编轮次", "Number the rounds in their order"),
            )
        elif before is not None and above(row.price, before):
            yield Breach(
                (*_STEPS, index, "price"),
                Text("第 {n} 轮报价 {a}，高于前面的 {b}", "round {n} offers {a}, above {b} before it").fill(
                    n=row.round, a=amount(row.price), b=amount(before)
                ),
                Text("报价只降不升，请改正", "Prices only go down; correct it"),
            )
        before, number = row.price, max(number, row.round)


@rule(
    "NEG022",
    Severity.WARNING,
    needs_whole=(_STEPS,),
    zh="""
    让步幅度逐轮收窄。

    检查什么：每一轮的让步额小于上一轮的让步额。
    为什么：越让越多，对方会认为还没有到底，继续压价。
    依据：让步计划的规则：d1 > d2 > d3。
    示例：第 1 轮让 20 万元，第 2 轮让 30 万元。
    怎么办：重新分配让步额，先大后小。
    """,
)
def steps_shrink(case: Case) -> Iterator[Breach]:
    """Each concession is smaller than the one before.

    What: the step of a round is smaller than that of the round before.
    Why: growing steps tell the other side that there is more to come.
    Basis: rule of concession plans: d1 > d2 > d3.

    Example: 200,000 in round 1, 300,000 in round 2.

    What to do: share the concessions anew, the large ones first.
    """
    steps = _negotiation(case).concession_steps
    for index in range(1, len(steps)):
        last, this = steps[index - 1], steps[index]
        if last.step.amount > 0 and this.step.amount >= last.step.amount:
            yield Breach(
                (*_STEPS, index, "price"),
                Text("第 {n} 轮让 {a}，不小于上一轮的 {b}", "round {n} gives {a}, the round before {b}").fill(
                    n=this.round, a=amount(this.step), b=amount(last.step)
                ),
                Text("让步应逐轮收窄", "Let the steps shrink"),
            )


@rule(
    "NEG023",
    Severity.ERROR,
    gap=True,
    zh="""
    每次让步都换回东西。

    检查什么：让步计划的每一轮都填了“换取”。
    为什么：白给的让步不被珍惜，还会成为下一轮的起点。
    依据：让步计划的规则：换取为空的不得让步。
    示例：第 2 轮让 20 万元，“换取”空白。
    怎么办：写明换什么，如预付款比例、当场签约、后续维保。
    """,
)
def nothing_for_nothing(case: Case) -> Iterator[Breach]:
    """Every concession buys something.

    What: each round of the concession plan says what is asked in exchange.
    Why: what comes for nothing is worth nothing, and the next round starts from there.
    Basis: rule of concession plans: none with an empty exchange.

    Example: round 2 gives 200,000, and nothing is asked for it.

    What to do: say what for: a larger advance, signature on the spot, a service contract.
    """
    for index, row in enumerate(_negotiation(case).concessions):
        if not row.asks:
            yield Breach(
                (*_STEPS, index, "asks"),
                Text("第 {n} 轮让步没有写换取什么", "round {n} asks for nothing in exchange").fill(
                    n=row.round
                ),
                Text("请写明用让步换什么", "Say what the concession is to buy"),
            )


@rule(
    "NEG024",
    Severity.ERROR,
    needs_whole=(("negotiation", "issues"),),
    zh="""
    议题权重合计为 100。

    检查什么：议题都填了权重时，合计为 100。
    为什么：合计不对，“已达成多少”就算不准。
    依据：议题三档表的权重为百分制。
    示例：七个议题的权重之和为 95。
    怎么办：重新分配权重。
    """,
)
def weights_whole(case: Case) -> Iterator[Breach]:
    """The weights of the issues come to 100.

    What: where every issue has a weight, they add up to 100.
    Why: otherwise the share that is agreed comes out wrong.
    Basis: issues are weighed in per cent.

    Example: the weights of seven issues add up to 95.

    What to do: share the weights anew.
    """
    negotiation = _negotiation(case)
    total = negotiation.weight_total
    if any(issue.weight is None for issue in negotiation.issues) or total in (None, 100) or total is None:
        return
    yield Breach(
        ("negotiation", "issues"),
        Text("议题权重合计 {w}，不是 100", "the weights of the issues come to {w}, not 100").fill(
            w=grouped(total)
        ),
        Text("请重新分配权重", "Share the weights anew"),
    )


@rule(
    "NEG025",
    Severity.ERROR,
    needs_whole=(("negotiation", "payment_terms"),),
    zh="""
    付款条款比较的比例各自合计为 100%。

    检查什么：付款条款比较中，我方比例、对方比例各自之和为 100%。
    为什么：漏了一个节点，资金成本就比较错了。
    依据：各期付款之和等于合同总价。
    示例：对方比例合计 95%，漏了质保金。
    怎么办：补上漏掉的节点，或改正比例。
    """,
)
def compared_shares(case: Case) -> Iterator[Breach]:
    """The payment terms that are compared each come to 100 %.

    What: our shares add up to 100 %, and so do theirs.
    Why: with a payment missing the financing costs are compared wrongly.
    Basis: the payments add up to the price.

    Example: their shares add up to 95 %: the retention is missing.

    What to do: add what is missing, or correct a share.
    """
    terms, path = _negotiation(case).payment_terms, ("negotiation", "payment_terms")
    yield from whole(path, [each.our_share for each in terms], Text("我方付款比例", "our payment shares"))
    yield from whole(path, [each.their_share for each in terms], Text("对方付款比例", "their payment shares"))


@rule(
    "NEG026",
    Severity.ERROR,
    zh="""
    让步和成交价不低于底线价。

    检查什么：让步计划各轮的报价和谈定总价都不低于“我方底线价”。
    为什么：底线是事先定的，谈判桌上突破底线，事后没有人能补回来。
    依据：谈判三档：理想、目标、底线；低于底线按 BATNA 退出。
    示例：底线价 2,030 万元，第 3 轮报 2,020 万元。
    怎么办：改报价，或重新审批底线。
    """,
)
def above_walk_away(case: Case) -> Iterator[Breach]:
    """No price is below our walk-away.

    What: neither a round of the plan nor the agreed price is below our walk-away price.
    Why: the limit was set with a cool head; what is given away at the table nobody brings back.
    Basis: ideal, target, walk-away; below it we take our alternative.

    Example: we walk away below 20.3 million, and round 3 offers 20.2 million.

    What to do: change the price, or have the limit approved anew.
    """
    negotiation = _negotiation(case)
    limit = negotiation.balance.walk_away if negotiation.balance else None
    prices = [((*_STEPS, index, "price"), row.price) for index, row in enumerate(negotiation.concessions)]
    if negotiation.agreed_price is not None:
        prices.append((("negotiation", "agreed_price"), negotiation.agreed_price))
    for path, price in prices:
        if limit is not None and above(limit, price):
            yield Breach(
                path,
                Text("{a} 低于我方底线价 {b}", "{a} is below our walk-away price, {b}").fill(
                    a=amount(price), b=amount(limit)
                ),
                Text("请改报价，或重新审批底线", "Change the price, or have the limit approved anew"),
            )


_NO_ROOM = Text("请加入可交换的议题，或重估底线", "Bring in an issue to trade, or think the limits over")


def _negotiation(case: Case) -> Negotiation:
    return case.deal.negotiation or Negotiation()
