"""Hard stops beside the facts: what ceiling, schedule and checks say, the approval says too."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.money import Money
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount, day, listed
from kadocs.model.account.checks import CheckKind, CheckResult
from kadocs.model.account.standing import ExportControl
from kadocs.model.approval import Decision, StopKind
from kadocs.model.approval.estimate import Estimate
from kadocs.tree.node import Path

_STOPS: Path = ("approval", "hard_stops")


@rule(
    "QUAL017",
    Severity.ERROR,
    needs_whole=(_STOPS,),
    zh="""
    最高限价不低于成本。

    检查什么：最高限价（换算为不含税）不低于成本测算的总成本；低于的，否决项“限价低于成本”填“是”。
    为什么：照限价中标也要亏损。
    依据：立项否决项：限价低于成本。
    示例：最高限价 1,200 万元（不含税 1,062 万元），总成本 1,100 万元，否决项却填“否”。
    怎么办：降低成本、争取调整限价，或如实填“是”，由有权的人决定。
    """,
)
def ceiling_above_cost(case: Case) -> Iterator[Breach]:
    """The price ceiling is not below cost.

    What: the ceiling, without tax, is at least the total cost; where it is below, the hard stop says so.
    Why: even at the ceiling the deal loses money.
    Basis: the hard stop “Price ceiling below cost”.

    Example: the ceiling is 12.0 million, 10.62 without tax, the cost 11.0 million, and the stop is not hit.

    What to do: lower the cost, ask for another ceiling, or say Yes and let those with the authority decide.
    """
    estimate = case.deal.approval.estimate if case.deal.approval else None
    cost = estimate.total_cost if estimate else None
    for ceiling in _ceilings(case):
        if estimate is None or cost is None or ceiling.currency not in ("", cost.currency):
            continue
        net = _without_tax(ceiling, estimate)
        if net.amount < cost.amount:
            why = Text(
                "最高限价 {c}（不含税）低于总成本 {k}", "the ceiling, {c} without tax, is below the cost, {k}"
            )
            net = Money(net.amount, cost.currency).rounded()
            yield from _unless_hit(case, StopKind.CEILING, why.fill(c=amount(net), k=amount(cost)))
            return


@rule(
    "QUAL018",
    Severity.ERROR,
    needs_whole=(_STOPS, ("solution", "milestones")),
    zh="""
    交期不短于生产和实施计划。

    检查什么：招标要求的交货期不少于我方报价的交货期，项目计划结束不早于方案最后一个里程碑；做不到的，否决项“交期短于生产周期”填“是”。
    为什么：签下做不到的工期，等着的就是违约金。
    依据：立项否决项：交期短于生产周期。
    示例：要求 90 天交货，生产和供货要 120 天，否决项却填“否”。
    怎么办：压缩计划、争取延长交期，或如实填“是”，由有权的人决定。
    """,
)
def time_to_produce(case: Case) -> Iterator[Breach]:
    """The deadline leaves time for production and delivery.

    What: the delivery time that the tender asks for is not shorter than the one we quote, and the project's
    planned end not before our last milestone; where it is, the hard stop says so.
    Why: to sign for a time that cannot be kept is to sign for damages.
    Basis: the hard stop “Deadline shorter than production”.

    Example: 90 days are asked for, we need 120, and the stop is not hit.

    What to do: shorten the plan, ask for more time, or say Yes and let those with the authority decide.
    """
    why = _too_long(case)
    if why is not None:
        yield from _unless_hit(case, StopKind.SCHEDULE, why)


@rule(
    "QUAL019",
    Severity.ERROR,
    needs_whole=(_STOPS, ("account", "checks")),
    zh="""
    否决项与核查结果一致。

    检查什么：失信名单“有问题”、出口管制“疑似”或“确认”的，“制裁或失信”填“是”；关联关系“有问题”的，“利益冲突”填“是”；资格否决项不满足的，“资质不满足”填“是”。
    为什么：核查查出了问题，立项却说没有，审批人是在不知情下签字。
    依据：立项否决项以客户核查和招标资格要求为依据。
    示例：失信名单核查“有问题”，否决项“制裁或失信”填“否”。
    怎么办：如实填“是”，由有权的人决定；核查结果有误的，更正核查。
    """,
)
def stops_tell_the_truth(case: Case) -> Iterator[Breach]:
    """The hard stops say what the checks found.

    What: where the blacklist is adverse or export control suspected or confirmed, “Sanctions” is hit; where
    related parties are adverse, “Conflict of interest”; where a starred demand is not met, “Qualification”.
    Why: where the checks found something and the approval says nothing, approvers sign without knowing.
    Basis: hard stops rest on the checks of the customer and the demands of the tender.

    Example: the blacklist is adverse, and “Sanctions or blacklist” is not hit.

    What to do: say Yes and let those with the authority decide; where the check is wrong, correct it.
    """
    for kind, why in _found_elsewhere(case):
        yield from _unless_hit(case, kind, why)


def _unless_hit(case: Case, kind: StopKind, why: Text) -> Iterator[Breach]:
    """The breach that `why` tells, unless the approval says so itself, or there is no deal to stop."""
    approval = case.deal.approval
    if approval is None or approval.decision is Decision.NO_GO:
        return
    rows = [(index, stop) for index, stop in enumerate(approval.hard_stops) if stop.kind is kind]
    if any(stop.hit for _, stop in rows):
        return
    yield Breach(
        (*_STOPS, rows[0][0], "hit") if rows else _STOPS,
        Text("{w}，否决项“{k}”却没有触发", "{w}, and the hard stop “{k}” is not hit").fill(
            w=why, k=kind.label
        ),
        Text("请如实填“是”，由有权的人决定", "Say Yes, and let those with the authority decide"),
    )


def _ceilings(case: Case) -> Iterator[Money]:
    for section in (case.deal.tender, case.deal.opportunity):
        if section is not None and section.ceiling is not None:
            yield section.ceiling


def _without_tax(ceiling: Money, estimate: Estimate) -> Money:
    """The ceiling without tax, at the estimate's own rate; as it is where it has none, or none is known."""
    if ceiling.tax == "exclusive" or not estimate.price or not estimate.net_price:
        return ceiling
    return Money(ceiling.amount * estimate.net_price.amount / estimate.price.amount, ceiling.currency)


def _too_long(case: Case) -> Text | None:
    """Why the time that the customer gives is too short for us; None where it is not, or not known."""
    tender, quote, solution = case.deal.tender, case.deal.quote, case.deal.solution
    asked, offered = tender.delivery_days if tender else None, quote.delivery_days if quote else None
    if asked is not None and offered is not None and asked < offered:
        return Text("要求 {a} 天交货，我方要 {b} 天", "{a} days are asked for, and we need {b}").fill(
            a=asked, b=offered
        )
    end = case.deal.opportunity.planned_end if case.deal.opportunity else None
    days = [m.day(solution.start) for m in solution.milestones] if solution else []
    last = max((each for each in days if each), default=None)
    if end is None or last is None or last <= end:
        return None
    return Text(
        "项目计划 {e} 结束，最后一个里程碑却在 {m}",
        "the project is to end on {e}, and our last milestone is {m}",
    ).fill(e=day(end), m=day(last))


def _found_elsewhere(case: Case) -> Iterator[tuple[StopKind, Text]]:
    """What the checks of the customer and the demands of the tender say about hard stops."""
    account, tender = case.deal.account, case.deal.tender
    adverse = {c.kind for c in account.checks if c.result is CheckResult.ADVERSE} if account else set()
    if CheckKind.DISHONEST in adverse:
        yield StopKind.SANCTIONS, Text("失信名单核查有问题", "the blacklist check is adverse")
    elif account and account.export_control in (ExportControl.SUSPECTED, ExportControl.CONFIRMED):
        yield StopKind.SANCTIONS, Text("客户可能受出口管制", "the customer may be under export control")
    if CheckKind.RELATED in adverse:
        yield StopKind.CONFLICT, Text("关联关系核查有问题", "the check of related parties is adverse")
    unmet = (
        [demand.demand for demand in tender.demands if demand.starred and demand.met is False]
        if tender
        else []
    )
    if unmet:
        yield (
            StopKind.QUALIFICATION,
            Text("资格要求“{d}”不满足", "the demand “{d}” is not met").fill(d=listed(unmet)),
        )
