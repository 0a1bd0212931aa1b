"""交接: what sales promised, and delivery must keep."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day, listed
from kadocs.tree.node import Path

_PROMISES: Path = ("delivery", "promises")


@rule(
    "DELV070",
    Severity.WARNING,
    gap=True,
    zh="""
    合同外的承诺都标明，并有人负责。

    检查什么：承诺交接清单每一条都填了“已写入合同”；没有写入合同又没有兑现的，有承诺责任人和兑现期限。
    为什么：销售口头答应的事，交付不知道就会漏，客户却一直记着。
    依据：销售向交付的交接单：承诺清单，逐条注明是否在合同内。
    示例：“免费提供统计报表”没有写入合同，也没有责任人。
    怎么办：写明是否在合同内；合同外的定责任人和期限。
    """,
)
def promises_owned(case: Case) -> Iterator[Breach]:
    """What was promised beside the contract is marked, and someone keeps it.

    What: each promise that is handed over says whether it is in the contract; one that is not, and is not
    kept yet, has an owner and a day.
    Why: what sales agreed to by word of mouth delivery does not know, and the customer remembers.
    Basis: the handover from sales to delivery: a list of promises, each in the contract or flagged.

    Example: “reports free of charge” is not in the contract, and nobody's task.

    What to do: say whether it is in the contract; if not, give it an owner and a day.
    """
    for index, each in enumerate(delivery(case).promises):
        if each.in_contract is None:
            yield Breach(
                (*_PROMISES, index, "in_contract"),
                Text("承诺“{p}”没有注明是否写入合同", "nothing says whether “{p}” is in the contract").fill(
                    p=each.promise
                ),
                Text("请填“是”或“否”", "Write yes or no"),
            )
        elif not each.in_contract and not each.kept:
            lacking = {"owner": Text("责任人", "an owner"), "due": Text("期限", "a day")}
            lacking = {field: what for field, what in lacking.items() if not getattr(each, field)}
            if lacking:
                yield Breach(
                    (*_PROMISES, index, next(iter(lacking))),
                    Text("合同外的承诺“{p}”没有{w}", "“{p}” is not in the contract, and lacks {w}").fill(
                        p=each.promise, w=listed(lacking.values())
                    ),
                    Text("请定责任人和兑现期限", "Give it an owner and a day"),
                )


@rule(
    "DELV071",
    Severity.WARNING,
    zh="""
    承诺按期兑现。

    检查什么：承诺交接清单里没有到期（按今天或 --as-of 的日期）仍未兑现的。
    为什么：小承诺落空，大信任就没有了。
    依据：销售向交付的交接单：承诺清单。
    示例：“样板站割接总监到场”应在 6 月 4 日兑现，6 月 5 日仍未兑现。
    怎么办：兑现后标明；办不到的提前与客户说明，另定日期。
    """,
)
def promises_kept(case: Case) -> Iterator[Breach]:
    """Promises are kept in time.

    What: none is due, by today or --as-of, and not kept.
    Why: small promises broken cost great trust.
    Basis: the handover from sales to delivery: its list of promises.

    Example: the director was to be on site on 4 June; on the 5th it is not marked as kept.

    What to do: mark it once it is; where it cannot be, tell the customer before, and set another day.
    """
    for index, each in enumerate(delivery(case).promises):
        if each.due is not None and not each.kept and each.due < case.today:
            yield Breach(
                (*_PROMISES, index, "due"),
                Text("承诺“{p}”应在 {d} 兑现，已经逾期", "“{p}” was promised for {d}").fill(
                    p=each.promise, d=day(each.due)
                ),
                Text("兑现后请标明，或与客户另定日期", "Mark it once it is kept, or agree on another day"),
            )
