"""Hard stops: what stops a deal whatever its score, unless a named person answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed
from kadocs.model.approval import Approval, Decision, StopKind
from kadocs.tree.node import Path

_STOPS: Path = ("approval", "hard_stops")
_GOING = (Decision.GO, Decision.CONDITIONAL)


@rule(
    "QUAL013",
    Severity.ERROR,
    needs_whole=(_STOPS,),
    zh="""
    触发否决项又无人豁免的，不立项。

    检查什么：立项决定为“立项”或“有条件立项”时，每个触发的否决项都有豁免人。
    为什么：否决项是一票否决；没有人签字承担就往下走，出了事没有人负责。
    依据：立项否决项：资质不满足、限价低于成本、制裁或失信、利益冲突、围标串标要求、交期短于生产周期、无限责任，任一触发即不立项，除非有人署名豁免。
    示例：“无限责任”触发，豁免人空白，决定却是“立项”。
    怎么办：改为不立项，或由有权的人署名豁免并写明理由。
    """,
)
def stopped(case: Case) -> Iterator[Breach]:
    """Where a hard stop is hit and nobody waives it, it is no-go.

    What: where the decision is Go or Conditional go, every hard stop that is hit is waived by name.
    Why: any of them stops the deal; going on with nobody's signature, nobody answers for it.
    Basis: the hard stops of the approval: qualification, ceiling below cost, sanctions, conflict, collusion,
    schedule, liability; any of them means no-go unless it is waived with a name.

    Example: “Unlimited liability” is hit, nobody has waived it, and the decision is Go.

    What to do: make it no-go, or have someone with the authority waive it by name, with the reason.
    """
    if _approval(case).decision not in _GOING:
        return
    for index, stop in enumerate(_approval(case).hard_stops):
        if stop.stops:
            yield Breach(
                (*_STOPS, index, "waived_by"),
                Text(
                    "否决项“{k}”触发，却没有豁免人", "the hard stop “{k}” is hit, and nobody has waived it"
                ).fill(k=stop.kind.label),
                Text("请改为不立项，或由有权的人署名豁免", "Make it no-go, or have it waived by name"),
            )


@rule(
    "QUAL014",
    Severity.ERROR,
    zh="""
    豁免人不是立项编制人。

    检查什么：否决项的豁免人与立项编制人不是同一个人。
    为什么：自己申请、自己豁免，否决项就形同虚设。
    依据：审批人与编制人分离。
    示例：编制人顾闻笛自己豁免了“限价低于成本”。
    怎么办：请上级署名豁免。
    """,
)
def waived_by_another(case: Case) -> Iterator[Breach]:
    """Who waives a hard stop is not the author.

    What: no hard stop is waived by the author of the approval.
    Why: who asks and waives alone makes the stops worth nothing.
    Basis: approver and author are two people.

    Example: the author waives “Price ceiling below cost” for himself.

    What to do: ask a superior to waive it.
    """
    author = _approval(case).author
    for index, stop in enumerate(_approval(case).hard_stops):
        if author and stop.waived_by == author:
            yield Breach(
                (*_STOPS, index, "waived_by"),
                Text("编制人“{n}”自己豁免了“{k}”", "the author “{n}” has waived “{k}”").fill(
                    n=author, k=stop.kind.label
                ),
                Text("请由上级署名豁免", "Have a superior waive it"),
            )


@rule(
    "QUAL015",
    Severity.WARNING,
    gap=True,
    zh="""
    豁免写明日期和理由。

    检查什么：有豁免人的否决项，豁免日期和豁免理由都已填写。
    为什么：事后追问为什么放行，名字、日期、理由缺一不可。
    依据：否决项须署名豁免并留痕。
    示例：豁免人写了“程砚白”，理由空白。
    怎么办：补上日期和理由。
    """,
)
def waiver_explained(case: Case) -> Iterator[Breach]:
    """A waiver says when and why.

    What: a hard stop that is waived has the day and the reason.
    Why: who is asked later why it was let pass needs the name, the day and the reason.
    Basis: waivers carry a name and leave a trace.

    Example: it is waived by the managing director, without a reason.

    What to do: write the day and the reason.
    """
    for index, stop in enumerate(_approval(case).hard_stops):
        lacking = [name for name in ("waived_on", "reason") if getattr(stop, name) is None]
        if stop.waived_by and lacking:
            yield Breach(
                (*_STOPS, index, lacking[0]),
                Text("“{k}”的豁免没有日期或理由", "the waiver of “{k}” lacks its day or its reason").fill(
                    k=stop.kind.label
                ),
                Text("请补上豁免日期和理由", "Write the day and the reason"),
            )


@rule(
    "QUAL016",
    Severity.WARNING,
    gap=True,
    needs_whole=(_STOPS,),
    zh="""
    七个否决项都核查过。

    检查什么：立项决定为“立项”或“有条件立项”时，七种否决项在清单里各有一行。
    为什么：没有列出来的否决项就是没有人看过。
    依据：立项否决项清单，逐项确认。
    示例：清单里没有“利益冲突”一行。
    怎么办：逐项核查，没有触发也写“否”和核查情况。
    """,
)
def all_looked_at(case: Case) -> Iterator[Breach]:
    """All seven hard stops are looked at.

    What: where the decision is Go or Conditional go, each of the seven kinds has its row.
    Why: what is not listed nobody has looked at.
    Basis: the list of hard stops, each to be confirmed.

    Example: there is no row for “Conflict of interest”.

    What to do: look at each; where it is not hit, write No and what was found.
    """
    seen = {stop.kind for stop in _approval(case).hard_stops}
    missing = [kind.label for kind in StopKind if kind is not StopKind.OTHER and kind not in seen]
    if missing and _approval(case).decision in _GOING:
        yield Breach(
            _STOPS,
            Text("没有核查否决项：{k}", "these hard stops were not looked at: {k}").fill(k=listed(missing)),
            Text("请逐项核查，各写一行", "Look at each, and write a row for it"),
        )


def _approval(case: Case) -> Approval:
    return case.deal.approval or Approval()
