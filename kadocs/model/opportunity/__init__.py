"""The project that the customer may buy, and where we stand in it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.competitor import AxisScore, Comparison, compare
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERCENT
from kadocs.model.opportunity.choices import Level, ProcurementMethod, Regime, Reliability, Stage, Standing
from kadocs.model.opportunity.lead import Lead
from kadocs.model.opportunity.methods import Bant, C139Point, Evidence, control
from kadocs.model.opportunity.project import Project
from kadocs.model.opportunity.team import Triangle
from kadocs.model.opportunity.visit import Action, Visit
from kadocs.model.types import Chance, Day, Lines, Score10, String

__all__ = ["Level", "Opportunity", "ProcurementMethod", "Regime", "Reliability", "Stage"]

_INTERNAL = Audience.INTERNAL


class Opportunity(Project):
    """A project of the customer that we want to win."""

    source: Annotated[
        String | None,
        Mark(
            "信息来源",
            "Source",
            audience=_INTERNAL,
            help=Text("谁说的或哪份文件写的", "Who said so, or which paper"),
        ),
    ] = None
    reliability: Annotated[
        Reliability | None,
        Mark(
            "可信度",
            "Reliability",
            audience=_INTERNAL,
            help=Text(
                "A 有书面依据、B 关键人口述、C 传闻", "A in writing, B told by a key person, C hearsay"
            ),
        ),
    ] = None
    verified_on: Annotated[
        Day | None,
        Mark(
            "核实日期",
            "Verified on",
            audience=_INTERNAL,
            help=Text(
                "最近哪天核实过，超过 30 天要重新核实",
                "When it was last verified; after 30 days verify again",
            ),
        ),
    ] = None
    lead: Annotated[
        Lead | None,
        Mark(
            "首次响应",
            "First response",
            audience=_INTERNAL,
            names=("首次响应单", "线索"),
            help=Text("第一个消息和我方的第一次回复", "The first word of the project, and our first answer"),
        ),
    ] = None
    objective: Annotated[
        String | None,
        Mark(
            "单一销售目标",
            "Sales objective",
            audience=_INTERNAL,
            help=Text("卖什么、多少钱、何时签，一句话", "What, for how much, by when, in one sentence"),
        ),
    ] = None
    probability: Annotated[
        Chance | None,
        Mark(
            "赢单概率",
            "Win probability",
            audience=_INTERNAL,
            unit=PERCENT,
            help=Text("0 到 100，与 C139 的判断相符", "0 to 100, in keeping with C139"),
        ),
    ] = None
    controllability: Annotated[
        Level | None,
        Mark(
            "可控性",
            "Controllability",
            audience=_INTERNAL,
            help=Text("我方能左右局面的程度", "How far we can steer the deal"),
        ),
    ] = None
    priority: Annotated[
        Level | None,
        Mark(
            "商机优先级",
            "Opportunity priority",
            audience=_INTERNAL,
            help=Text("与其他商机相比先做哪个", "Beside our other opportunities"),
        ),
    ] = None
    standing: Annotated[
        Standing | None,
        Mark(
            "竞争态势",
            "Standing",
            audience=_INTERNAL,
            help=Text("客户眼里我方领先还是落后", "Ahead or behind in the customer's eyes"),
        ),
    ] = None
    triangle: Annotated[
        Triangle | None,
        Mark("铁三角", "Deal team", help=Text("我方负责这个商机的人", "Who owns the deal on our side")),
    ] = None
    bant: Annotated[
        Bant | None,
        Mark(
            "BANT",
            "BANT",
            audience=_INTERNAL,
            help=Text("第一阶段的快速判断：预算、决策权、需求、时间", "The quick look of the first stage"),
        ),
    ] = None
    meddpicc: Annotated[
        tuple[Evidence, ...],
        Mark(
            "MEDDPICC",
            "MEDDPICC",
            audience=_INTERNAL,
            help=Text(
                "八个要素各一行，打分并写证据",
                "A row for each of the eight elements, with score and evidence",
            ),
        ),
    ] = ()
    c139: Annotated[
        tuple[C139Point, ...],
        Mark(
            "C139",
            "C139",
            audience=_INTERNAL,
            names=("C139控制点",),
            help=Text("九清楚、三第一、一赢，共十三个控制点", "Thirteen points: 9 clear, 3 first, 1 win"),
        ),
    ] = ()
    coach_score: Annotated[
        Score10 | None,
        Mark(
            "教练评分",
            "Coach score",
            audience=_INTERNAL,
            help=Text(
                "教练可靠的程度，0 到 10；没有教练，C139 要打折看",
                "How far our coach can be relied on, 0 to 10; C139 is worth no more",
            ),
        ),
    ] = None
    red_flags: Annotated[
        Lines,
        Mark(
            "红旗",
            "Red flags",
            audience=_INTERNAL,
            help=Text(
                "不清楚、没接触、有变动的地方，每行一条",
                "What is unknown, not reached or changing, one a line",
            ),
        ),
    ] = ()
    strengths: Annotated[
        Lines,
        Mark(
            "我方强项",
            "Our strengths in the deal",
            audience=_INTERNAL,
            names=("商机优势",),
            help=Text(
                "客户认可的、能消除红旗的强项", "What the customer values in us and what removes a red flag"
            ),
        ),
    ] = ()
    comparison: Annotated[
        tuple[AxisScore, ...],
        Mark(
            "竞争评分",
            "Competitor scores",
            audience=_INTERNAL,
            help=Text("我方和对手在各对比项上的分数", "How we and the rivals score on each axis"),
        ),
    ] = ()
    visits: Annotated[
        tuple[Visit, ...],
        Mark(
            "拜访记录",
            "Visits",
            audience=_INTERNAL,
            help=Text("每次与客户谈话一行", "A row for each talk with the customer"),
        ),
    ] = ()
    actions: Annotated[
        tuple[Action, ...],
        Mark(
            "行动计划",
            "Actions",
            audience=_INTERNAL,
            help=Text("接下来要做的事，每件一行", "What to do next, a row each"),
        ),
    ] = ()
    closed_on: Annotated[
        Day | None,
        Mark(
            "结果日期",
            "Decided on",
            audience=_INTERNAL,
            help=Text("赢单、丢单或放弃的日期", "The day it was won, lost or dropped"),
        ),
    ] = None
    winner: Annotated[
        String | None,
        Mark(
            "中标方",
            "Winner",
            audience=_INTERNAL,
            help=Text("最后谁拿到了，丢单时填", "Who won it, where we did not"),
        ),
    ] = None
    win_loss: Annotated[
        String | None,
        Mark(
            "输赢原因",
            "Win or loss reason",
            audience=_INTERNAL,
            help=Text("为什么赢或输，以客户的说法为准", "Why we won or lost, as the customer puts it"),
        ),
    ] = None

    @computed(
        Mark(
            "C139值",
            "C139 value",
            audience=_INTERNAL,
            help=Text("各组达成的个数，如 6C-2F-0W", "Points reached in each group, such as 6C-2F-0W"),
        ),
        "c139",
    )
    def c139_value(self) -> str | None:
        """The points reached of 9 Clear, 3 First and 1 Win: 6C-2F-0W."""
        return control(self.c139)

    @computed(
        Mark(
            "MEDDPICC得分",
            "MEDDPICC score",
            audience=_INTERNAL,
            help=Text("八个要素之和，满分 24", "The sum of the elements, of 24"),
        ),
        "meddpicc",
    )
    def meddpicc_score(self) -> int | None:
        """The sum of the elements' scores, of 24; None without any."""
        return sum(row.score or 0 for row in self.meddpicc) if self.meddpicc else None

    @computed(
        Mark(
            "竞争对比",
            "Comparison of rivals",
            audience=_INTERNAL,
            help=Text("公司为行、对比项为列", "Firms down, axes across"),
        ),
        "comparison",
    )
    def rivalry(self) -> Comparison | None:
        """The scores as a table of firms and axes, for the radar and the table beside it."""
        return compare(self.comparison)
