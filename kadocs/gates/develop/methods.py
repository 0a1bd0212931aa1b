"""C139 and MEDDPICC: judgements that add up and rest on evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.contacts import BuyingRole
from kadocs.model.opportunity import Opportunity, Stage
from kadocs.model.opportunity.methods import Group
from kadocs.tree.node import Path

_C139: Path = ("opportunity", "c139")
_MEDDPICC: Path = ("opportunity", "meddpicc")
_SIZE = {Group.CLEAR: 9, Group.FIRST: 3, Group.WIN: 1}
_LIKELY = 80
"""From this probability on a deal is forecast as won."""


@rule(
    "DEV050",
    Severity.ERROR,
    needs_whole=(_C139,),
    zh="""
    没有“第一”，就没有“赢”。

    检查什么：C139 的“1 赢”达成时，“3 第一”中至少达成一项。
    为什么：最高决策者选定我方，却没有任何关键人认为我方最好，这样的判断多半是一厢情愿。
    依据：C139 模型：九清楚、三第一、一赢，层层递进。
    示例：C139 值为 5C-0F-1W。
    怎么办：核实“赢”的证据；确已选定的，补上三第一的判断。
    """,
)
def no_win_without_a_first(case: Case) -> Iterator[Breach]:
    """There is no Win without a First.

    What: where the Win of C139 is reached, at least one of the three Firsts is too.
    Why: that the top decision maker has chosen us while no key person puts us first is mostly a wish.
    Basis: C139: nine Clear, three First, one Win, each on top of the one before.

    Example: a C139 value of 5C-0F-1W.

    What to do: look at the evidence of the Win; where it is true, judge the Firsts too.
    """
    points = _opportunity(case).c139
    if any(point.reached and point.group is Group.FIRST for point in points):
        return
    for index, point in enumerate(points):
        if point.reached and point.group is Group.WIN:
            message = Text(
                "C139 值为 {v}：没有“第一”，却有“赢”", "the C139 value is {v}: a Win without a First"
            )
            yield Breach(
                (*_C139, index, "reached"),
                message.fill(v=_opportunity(case).c139_value),
                Text("请核实“赢”的证据，或补上三第一的判断", "Check the evidence, or judge the Firsts"),
            )


@rule(
    "DEV051",
    Severity.ERROR,
    needs_whole=(_C139,),
    zh="""
    C139 的控制点不超过 9、3、1 个，并都分了组。

    检查什么：“9 清楚”不超过 9 项，“3 第一”不超过 3 项，“1 赢”不超过 1 项；已达成的控制点都写了分组。
    为什么：重复或没有分组的控制点会使 C139 值虚高或漏算。
    依据：C139 模型：九清楚、三第一、一赢，共十三个控制点。
    示例：“9 清楚”列了 10 项，同一项写了两遍。
    怎么办：删去重复的，给没有分组的控制点选一组。
    """,
)
def thirteen_points(case: Case) -> Iterator[Breach]:
    """C139 has at most 9, 3 and 1 points, each in its group.

    What: there are at most nine Clear, three First and one Win, and a point that is reached has a group.
    Why: points that are there twice make the value too high, and those without a group do not count.
    Basis: C139: nine Clear, three First, one Win, thirteen points in all.

    Example: ten points of Clear, one of them written twice.

    What to do: delete what is there twice, and choose a group where there is none.
    """
    seen = Counter[Group]()
    for index, point in enumerate(_opportunity(case).c139):
        if point.group is None and point.reached:
            yield Breach(
                (*_C139, index, "group"),
                Text("“{p}”没有分组，不计入 C139 值", "“{p}” has no group and does not count").fill(
                    p=point.point
                ),
                Text("请选 9清楚、3第一 或 1赢", "Choose 9 Clear, 3 First or 1 Win"),
            )
        elif point.group is not None:
            seen[point.group] += 1
            if seen[point.group] == _SIZE[point.group] + 1:
                message = Text("“{g}”多于 {n} 项", "there are more than {n} of “{g}”")
                yield Breach(
                    (*_C139, index, "group"),
                    message.fill(g=point.group.label, n=_SIZE[point.group]),
                    Text("请删去重复的控制点", "Delete the point that is there twice"),
                )


@rule(
    "DEV052",
    Severity.WARNING,
    gap=True,
    zh="""
    达成的控制点和 MEDDPICC 得分有证据。

    检查什么：C139 中已达成的控制点、MEDDPICC 中得分大于 0 的要素，都写了证据。
    为什么：没有证据的判断只是感觉，评审时一问就倒。
    依据：C139、MEDDPICC 的使用规则：有证据才给分。
    示例：“关键人主动协助”填“是”，证据空白。
    怎么办：写下谁说的、做了什么、哪天；写不出来就改回“否”或 0 分。
    """,
)
def evident(case: Case) -> Iterator[Breach]:
    """Points reached and elements scored have evidence.

    What: each point of C139 that is reached, and each element of MEDDPICC above 0, says what shows it.
    Why: without evidence a judgement is a feeling, and falls at the first question.
    Basis: how C139 and MEDDPICC are used: no score without evidence.

    Example: “Key people help us actively” is yes, and the evidence empty.

    What to do: write who said or did what, and when; if there is nothing to write, set it back.
    """
    opportunity = _opportunity(case)
    bare = [
        ((*_C139, index, "evidence"), Text(point.point, point.point))
        for index, point in enumerate(opportunity.c139)
        if point.reached and not point.evidence
    ] + [
        ((*_MEDDPICC, index, "evidence"), row.element.label)
        for index, row in enumerate(opportunity.meddpicc)
        if row.score and not row.evidence
    ]
    for path, what in bare:
        yield Breach(
            path,
            Text("“{w}”没有证据", "“{w}” has no evidence").fill(w=what),
            Text("请写明证据；没有就改回未达成或 0 分", "Write what shows it, or set it back"),
        )


@rule(
    "DEV053",
    Severity.ERROR,
    needs_whole=(_MEDDPICC,),
    zh="""
    MEDDPICC 每个要素只评一次。

    检查什么：八个要素在表里各出现一次，不重复。
    为什么：重复的要素会被加两次，总分可能超过 24。
    依据：MEDDPICC 八个要素，每个 0 到 3 分，满分 24。
    示例：“痛点”有两行，一行 3 分，一行 1 分。
    怎么办：保留最近的一行。
    """,
)
def elements_once(case: Case) -> Iterator[Breach]:
    """Each element of MEDDPICC is scored once.

    What: none of the eight elements is there twice.
    Why: an element that is there twice is added twice, and the total may pass 24.
    Basis: MEDDPICC has eight elements of 0 to 3, 24 in all.

    Example: Pain has two rows, one of 3 and one of 1.

    What to do: keep the newer one.
    """
    rows = _opportunity(case).meddpicc
    for index, row in enumerate(rows):
        if row.element in [earlier.element for earlier in rows[:index]]:
            yield Breach(
                (*_MEDDPICC, index, "element"),
                Text("“{e}”已经评过", "“{e}” is scored already").fill(e=row.element.label),
                Text("请只保留最近的一行", "Keep the newer row only"),
            )


@rule(
    "DEV054",
    Severity.WARNING,
    needs_whole=(_C139,),
    zh="""
    赢单概率与 C139 相符。

    检查什么：签约之前，C139 没有达成“赢”时，赢单概率低于 80%。
    为什么：销售预测靠概率；最高决策者还没有选定我方，就不能当成已经赢了。
    依据：C139 模型的预测用法：有“1 赢”才按赢单预测。
    示例：C139 值为 6C-1F-0W，概率却填 90%。
    怎么办：调低概率，或取得决策者选定我方的证据。
    """,
)
def probability_fits(case: Case) -> Iterator[Breach]:
    """The probability agrees with C139.

    What: until the contract, the probability is below 80 % where the Win of C139 is not reached.
    Why: forecasts are made of probabilities; while the top decision maker has not chosen, nothing is won.
    Basis: how C139 is used in forecasts: only the Win makes a deal count as won.

    Example: the C139 value is 6C-1F-0W, and the probability 90 %.

    What to do: lower it, or get evidence that we are chosen.
    """
    opportunity = _opportunity(case)
    won = any(point.reached and point.group is Group.WIN for point in opportunity.c139)
    high = opportunity.probability is not None and opportunity.probability >= _LIKELY
    if opportunity.c139 and high and not won and stages.at_most(case, Stage.NEGOTIATE):
        message = Text("C139 值为 {v}，赢单概率却是 {p}%", "the C139 value is {v}, and the probability {p}%")
        yield Breach(
            ("opportunity", "probability"),
            message.fill(v=opportunity.c139_value, p=opportunity.probability),
            Text("请调低概率，或补上“赢”的证据", "Lower it, or give the evidence of the Win"),
        )


@rule(
    "DEV055",
    Severity.WARNING,
    needs_whole=(("contacts",),),
    zh="""
    有教练评分，就有教练。

    检查什么：填了大于 0 的教练评分，联系人里就有角色为“教练”或“支持者”的人。
    为什么：教练评分用来校准 C139；没有教练的评分是凭空来的。
    依据：C139 模型：教练评分校准控制点的可信程度。
    示例：教练评分 8，七位联系人里没有教练，也没有支持者。
    怎么办：在联系人里标出教练，或把教练评分改为 0。
    """,
)
def coach_known(case: Case) -> Iterator[Breach]:
    """Where a coach is scored there is one.

    What: with a coach score above 0, some contact is a coach or a champion.
    Why: the score says how far C139 can be relied on; without a coach it comes from nowhere.
    Basis: C139: the coach score calibrates its points.

    Example: a coach score of 8, and among seven contacts neither coach nor champion.

    What to do: mark the coach among the contacts, or set the score to 0.
    """
    helpers = (BuyingRole.COACH, BuyingRole.CHAMPION)
    score, contacts = _opportunity(case).coach_score, case.deal.contacts
    if score and contacts and not any(contact.role in helpers for contact in contacts):
        message = Text(
            "教练评分为 {s}，联系人里却没有教练", "the coach score is {s}, and no contact is a coach"
        )
        yield Breach(
            ("opportunity", "coach_score"),
            message.fill(s=score),
            Text("请在联系人里标出教练，或改为 0", "Mark the coach among the contacts, or set it to 0"),
        )


def _opportunity(case: Case) -> Opportunity:
    return case.deal.opportunity or Opportunity()
