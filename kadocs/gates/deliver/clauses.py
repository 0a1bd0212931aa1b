"""逐项验收: every item judged, and in government procurement every clause."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import day_of, delivery
from kadocs.gates.procurement import GOVERNMENT
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import some
from kadocs.model.delivery.acceptance import AcceptanceType
from kadocs.tree.node import Path

_ITEMS: Path = ("delivery", "items")


@rule(
    "DELV024",
    Severity.ERROR,
    gap=True,
    zh="""
    验收项都有单项结论。

    检查什么：已有结论的验收，它的每个验收项都填了单项结论。
    为什么：漏判一项，结论就没有依据。
    依据：验收报告的规则：逐项验收。
    示例：最终验收“通过”，第 5 项结论空白。
    怎么办：逐项填合格、不合格或让步接收。
    """,
)
def each_judged(case: Case) -> Iterator[Breach]:
    """Each item has its result.

    What: every item of an acceptance that has a conclusion is Pass, Fail, or accepted with concession.
    Why: a conclusion rests on its items.
    Basis: rule of acceptance reports: requirement by requirement.

    Example: the final acceptance passed, and item 5 is blank.

    What to do: judge it.
    """
    concluded = {each.type for each in delivery(case).acceptances if each.conclusion is not None}
    for index, each in enumerate(delivery(case).items):
        if each.conclusion is None and (each.variant or AcceptanceType.FINAL) in concluded:
            yield Breach(
                (*_ITEMS, index, "conclusion"),
                Text("验收项“{r}”没有单项结论", "“{r}” has no result").fill(r=each.requirement),
                Text("请填合格、不合格或让步接收", "Write Pass, Fail, or accepted with concession"),
            )


@rule(
    "DELV025",
    Severity.ERROR,
    gap=True,
    certainty=Certainty.LAW,
    regimes=GOVERNMENT,
    needs_whole=(_ITEMS, ("requirements",), ("bid", "technical_deviations")),
    zh="""
    政府采购的每一项技术、服务要求都经过验收。

    检查什么：政府采购项目的终验，需求清单的来源条款和技术偏离表的条款号，在逐项验收结果里都有。
    为什么：验收书漏一项，采购人不能付款，审计会追究。
    依据：政府采购法实施条例第四十五条：验收书应当包括每一项技术、服务、安全标准的履约情况。
    示例：技术偏离表有 3.2.5，逐项验收结果没有。
    怎么办：补上漏掉的条款和实测结果。
    """,
)
def every_clause_accepted(case: Case) -> Iterator[Breach]:
    """In government procurement every technical and service clause is accepted.

    What: at the final acceptance, each clause of the requirements and of the technical deviations is among
    the accepted items.
    Why: with one missing the buyer may not pay, and auditors ask.
    Basis: 政府采购法实施条例, art. 45: the report covers each technical, service and safety standard.

    Example: the deviations have clause 3.2.5, the accepted items do not.

    What to do: add what is missing, with what was measured.
    """
    found = delivery(case)
    if not found.items or not (found.conclusion or day_of(case, AcceptanceType.FINAL)):
        return
    rows = case.deal.bid.technical_deviations if case.deal.bid else ()
    wanted = [each.source_clause for each in case.deal.requirements] + [row.clause for row in rows]
    done = {folded(item.clause) for item in found.items if item.clause}
    missing = list(dict.fromkeys(clause for clause in wanted if clause and folded(clause) not in done))
    if missing:
        yield Breach(
            _ITEMS,
            Text("有 {n} 条要求没有验收：{c}", "{n} clauses were not accepted: {c}").fill(
                n=len(missing), c=some(missing)
            ),
            Text("请逐条补上实测结果和单项结论", "Add each, with what was measured and its result"),
        )
