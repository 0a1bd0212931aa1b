"""A rival in the deal, and how it compares; nothing of it ever reaches a customer."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Access, Names, Number, String

_INTERNAL = Audience.INTERNAL


class Competitor(Noun):
    """A rival and what we mean to do about it."""

    name: Annotated[
        String,
        Mark(
            "竞争对手",
            "Competitor",
            audience=_INTERNAL,
            names=("竞品", "竞品公司"),
            help=Text("对手公司的全称", "The rival's full name"),
        ),
    ]
    aliases: Annotated[
        Names,
        Mark(
            "对手别名",
            "Competitor aliases",
            audience=_INTERNAL,
            help=Text(
                "简称和英文名，用来检查是否误写进客户文件",
                "Short and foreign names, so that none slips into a customer's document",
            ),
        ),
    ] = ()
    products: Annotated[
        String | None,
        Mark(
            "竞品产品",
            "Competing products",
            audience=_INTERNAL,
            names=("产品",),
            help=Text("对手会拿哪个产品来投", "Which product it will offer"),
        ),
    ] = None
    strengths: Annotated[
        String | None,
        Mark(
            "优势",
            "Strengths",
            audience=_INTERNAL,
            help=Text("客户眼里它强在哪里", "Where the customer sees it ahead"),
        ),
    ] = None
    weaknesses: Annotated[
        String | None,
        Mark(
            "劣势",
            "Weaknesses",
            audience=_INTERNAL,
            help=Text("它弱在哪里，要有依据", "Where it is weak, on what evidence"),
        ),
    ] = None
    supporters: Annotated[
        String | None,
        Mark(
            "客户内支持者",
            "Supporters",
            audience=Audience.SECRET,
            help=Text("客户里谁支持它", "Who at the customer is for it"),
        ),
    ] = None
    history: Annotated[
        String | None,
        Mark(
            "历史合作",
            "History",
            audience=_INTERNAL,
            help=Text("它和客户以前做过什么", "What it has done for the customer before"),
        ),
    ] = None
    price_range: Annotated[
        String | None,
        Mark(
            "价格区间",
            "Price range",
            audience=Audience.SECRET,
            help=Text("估计它会报多少，写上依据更好", "What it is likely to quote, and how we know"),
        ),
    ] = None
    strategy: Annotated[
        String | None,
        Mark(
            "预计策略",
            "Expected strategy",
            audience=_INTERNAL,
            help=Text("估计它会怎么打", "How it is likely to play"),
        ),
    ] = None
    our_counter: Annotated[
        String | None,
        Mark(
            "我方对策",
            "Our counter",
            audience=_INTERNAL,
            names=("对策",),
            help=Text("我们怎么应对", "What we do about it"),
        ),
    ] = None


class AxisScore(Noun):
    """How strong a firm is on one axis of the comparison, 0 to 5; we are a firm among the others."""

    competitor: Annotated[
        String,
        Mark(
            "竞争对手",
            "Competitor",
            audience=_INTERNAL,
            names=("公司", "厂商", "竞品"),
            help=Text(
                "哪家公司，可用简称；我方也评，写“我方”",
                "Which firm, a short name will do; judge us too, as “We”",
            ),
        ),
    ]
    axis: Annotated[
        String,
        Mark(
            "对比项",
            "Axis",
            audience=_INTERNAL,
            names=("维度", "评价维度"),
            help=Text(
                "从哪个方面比，如技术、价格、本地服务，最多六项",
                "What is compared: technology, price, service; six at most",
            ),
        ),
    ]
    score: Annotated[
        Access,
        Mark(
            "评分",
            "Score",
            audience=_INTERNAL,
            names=("得分",),
            help=Text("0 到 5，5 最强", "0 to 5, 5 is strongest"),
        ),
    ]
    evidence: Annotated[
        String | None,
        Mark(
            "评分依据",
            "Evidence",
            audience=_INTERNAL,
            names=("依据",),
            help=Text("凭什么这样评", "What the score rests on"),
        ),
    ] = None


class AxisValue(Noun):
    """A firm's score on one axis, if it has one."""

    axis: Annotated[
        String, Mark("对比项", "Axis", audience=_INTERNAL, help=Text("比较的方面", "What is compared"))
    ]
    score: Annotated[
        Access | None,
        Mark("评分", "Score", audience=_INTERNAL, help=Text("0 到 5，没有评则空", "0 to 5, or nothing")),
    ] = None


class Firm(Noun):
    """One firm's line of the comparison."""

    name: Annotated[
        String, Mark("竞争对手", "Competitor", audience=_INTERNAL, help=Text("公司名称", "The firm"))
    ]
    values: Annotated[
        tuple[AxisValue, ...],
        Mark(
            "各项评分", "Scores", audience=_INTERNAL, help=Text("按对比项的顺序", "In the order of the axes")
        ),
    ] = ()
    total: Annotated[
        Number,
        Mark(
            "评分合计", "Total score", audience=_INTERNAL, help=Text("各项评分之和", "The sum of its scores")
        ),
    ] = Decimal(0)


class Comparison(Noun):
    """Firms down, axes across: the table beside the radar."""

    axes: Annotated[
        Names,
        Mark(
            "全部对比项",
            "Axes",
            audience=_INTERNAL,
            help=Text("按首次出现的顺序", "In the order in which they come up"),
        ),
    ] = ()
    firms: Annotated[
        tuple[Firm, ...],
        Mark(
            "全部公司",
            "Firms",
            audience=_INTERNAL,
            help=Text("按首次出现的顺序", "In the order in which they come up"),
        ),
    ] = ()


def compare(scores: tuple[AxisScore, ...]) -> Comparison | None:
    """The scores as a table, each firm with a value for each axis; None where there are no scores."""
    if not scores:
        return None
    axes = tuple(dict.fromkeys(row.axis for row in scores))
    known = {(row.competitor, row.axis): row.score for row in scores}
    return Comparison.model_construct(
        axes=axes,
        firms=tuple(
            Firm.model_construct(
                name=name,
                values=tuple(AxisValue.model_construct(axis=a, score=known.get((name, a))) for a in axes),
                total=Decimal(sum(known.get((name, axis), 0) for axis in axes)),
            )
            for name in dict.fromkeys(row.competitor for row in scores)
        ),
    )
