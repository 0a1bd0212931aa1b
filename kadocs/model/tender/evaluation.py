"""How bids are judged: method, weights, deductions, and the scoring table against what we expect to score."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERCENT, POINTS, Noun
from kadocs.model.types import Count, Flag, Names, Percent, Points, String, Weight

_INTERNAL = Audience.INTERNAL


class EvaluationMethod(Choice):
    """How the winner is found."""

    SCORED = "scored", "综合评分法", "Weighted scoring", "综合评估法", "综合评审法"
    LOWEST_EVALUATED = "lowest_evaluated", "经评审的最低投标价法", "Lowest evaluated price", "最低评标价法"
    LOWEST_PRICE = "lowest_price", "最低价法", "Lowest price"
    VALUE_FOR_MONEY = "value", "性价比法", "Value for money"


class FactorGroup(Choice):
    """The part of the evaluation that a factor belongs to."""

    PRICE = "price", "价格", "Price", "价格部分", "报价"
    COMMERCIAL = "commercial", "商务", "Commercial", "商务部分", "资信"
    TECHNICAL = "technical", "技术", "Technical", "技术部分"
    SERVICE = "service", "服务", "Service", "服务部分"


class ScoringFactor(Noun):
    """One factor of the scoring table, with what we expect to score and where the bid proves it."""

    group: Annotated[
        FactorGroup | None,
        Mark(
            "评分类别",
            "Factor group",
            names=("部分",),
            help=Text("价格、商务、技术或服务", "Which part of the score"),
        ),
    ] = None
    factor: Annotated[
        String,
        Mark(
            "评分因素", "Factor", names=("评分项", "评审因素"), help=Text("照抄评分表", "As the table has it")
        ),
    ]
    points: Annotated[
        Points | None,
        Mark(
            "分值",
            "Points",
            unit=POINTS,
            names=("满分",),
            help=Text("这一项最多得几分", "The most it can earn"),
        ),
    ] = None
    rule: Annotated[
        String | None,
        Mark(
            "评分标准",
            "Scoring rule",
            names=("评分细则", "评分办法"),
            help=Text("怎样得分，照抄", "How points are given"),
        ),
    ] = None
    our_score: Annotated[
        Points | None,
        Mark(
            "我方得分估",
            "Our expected score",
            unit=POINTS,
            audience=_INTERNAL,
            names=("自评分", "预估得分"),
            help=Text("按评分标准保守估计，不超过分值", "A careful estimate, not above the points"),
        ),
    ] = None
    evidence: Annotated[
        String | None,
        Mark(
            "得分依据",
            "Evidence for the score",
            audience=_INTERNAL,
            names=("证据",),
            help=Text("凭哪份证书、业绩或章节得分", "Which certificate, project or chapter earns it"),
        ),
    ] = None
    answered_in: Annotated[
        String | None,
        Mark(
            "投标文件章节",
            "Answered in",
            names=("对应章节",),
            help=Text("部分或标题的名称，几处用分号隔开", "Part or heading; semicolons part several"),
        ),
    ] = None
    page: Annotated[
        Count | None,
        Mark(
            "投标文件页码",
            "Page in the bid",
            names=("页码",),
            help=Text("印好后由程序填，可留空", "May stay blank"),
        ),
    ] = None

    @computed(
        Mark(
            "失分估",
            "Points we may lose",
            audience=_INTERNAL,
            unit=POINTS,
            help=Text("分值减我方估分", "Points less what we expect"),
        ),
        "points",
        "our_score",
    )
    def lost(self) -> Decimal | None:
        """The points less our expected score, where both are known."""
        return None if self.points is None or self.our_score is None else self.points - self.our_score


class Evaluation(Noun):
    """How the tender says that bids are judged."""

    method: Annotated[
        EvaluationMethod | None,
        Mark(
            "评标办法",
            "Evaluation method",
            names=("评审办法",),
            help=Text("照评标办法一章选择", "As its chapter says"),
        ),
    ] = None
    price_weight: Annotated[
        Weight | None,
        Mark(
            "价格分权重",
            "Price weight",
            unit=PERCENT,
            help=Text("价格占总分的百分比", "Its share of the score"),
        ),
    ] = None
    sme_only: Annotated[
        Flag | None,
        Mark(
            "专门面向中小企业",
            "For SMEs only",
            help=Text("只有中小企业可投时填“是”", "Yes where others may not bid"),
        ),
    ] = None
    sme_rate: Annotated[
        Percent | None,
        Mark(
            "小微企业价格扣除",
            "SME price deduction",
            help=Text("招标文件写明的扣除比例，如 10%", "The share deducted for evaluation, such as 10%"),
        ),
    ] = None
    sme_partner_rate: Annotated[
        Percent | None,
        Mark(
            "联合体或分包价格扣除",
            "Deduction for SME partners",
            help=Text("联合体或分包给小微企业时的扣除比例", "Where small companies share in the work"),
        ),
    ] = None
    domestic_rate: Annotated[
        Percent | None,
        Mark(
            "本国产品价格扣除",
            "Domestic product deduction",
            help=Text("本国与非本国产品竞争时的扣除比例", "Where domestic and other products compete"),
        ),
    ] = None
    core_products: Annotated[
        Names,
        Mark(
            "核心产品",
            "Core products",
            help=Text("同品牌按一家计算的产品", "Bidders who offer one brand of these count as one"),
        ),
    ] = ()
    factors: Annotated[
        tuple[ScoringFactor, ...],
        Mark(
            "评分表",
            "Scoring table",
            names=("评分标准表", "评分索引"),
            help=Text("一行一个评分因素", "One factor a row"),
        ),
    ] = ()

    @computed(
        Mark(
            "评分满分",
            "Points in all",
            unit=POINTS,
            help=Text("各评分项分值之和", "The sum of the factors' points"),
        ),
        "factors",
    )
    def points(self) -> Decimal | None:
        """The sum of the factors' points; None where a factor has none."""
        each = [factor.points for factor in self.factors]
        known = [points for points in each if points is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(each) else None

    @computed(
        Mark(
            "我方总分估",
            "Our expected total",
            audience=_INTERNAL,
            unit=POINTS,
            help=Text("各评分项我方估分之和", "The sum of what we expect"),
        ),
        "factors",
    )
    def our_score(self) -> Decimal | None:
        """The sum of what we expect to score; None where an estimate is missing."""
        each = [factor.our_score for factor in self.factors]
        known = [score for score in each if score is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(each) else None
