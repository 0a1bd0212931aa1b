"""A rival in the deal; nothing of it ever reaches a customer."""

from __future__ import annotations

from typing import Annotated

from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Access, Names, String

_INTERNAL = Audience.INTERNAL


class AxisScore(Noun):
    """How strong a rival is on one axis of the comparison, 0 to 5."""

    axis: Annotated[String, Mark("对比项", "Axis", audience=_INTERNAL)]
    score: Annotated[Access, Mark("评分", "Score", audience=_INTERNAL)]


class Competitor(Noun):
    """A rival and what we mean to do about it."""

    name: Annotated[String, Mark("竞争对手", "Competitor", audience=_INTERNAL, names=("竞品", "竞品公司"))]
    aliases: Annotated[Names, Mark("对手别名", "Competitor aliases", audience=_INTERNAL)] = ()
    products: Annotated[
        String | None, Mark("竞品产品", "Competing products", audience=_INTERNAL, names=("产品",))
    ] = None
    strengths: Annotated[String | None, Mark("优势", "Strengths", audience=_INTERNAL)] = None
    weaknesses: Annotated[String | None, Mark("劣势", "Weaknesses", audience=_INTERNAL)] = None
    supporters: Annotated[String | None, Mark("客户内支持者", "Supporters", audience=Audience.SECRET)] = None
    history: Annotated[String | None, Mark("历史合作", "History", audience=_INTERNAL)] = None
    price_range: Annotated[String | None, Mark("价格区间", "Price range", audience=Audience.SECRET)] = None
    strategy: Annotated[String | None, Mark("预计策略", "Expected strategy", audience=_INTERNAL)] = None
    our_counter: Annotated[
        String | None, Mark("我方对策", "Our counter", audience=_INTERNAL, names=("对策",))
    ] = None
    scores: Annotated[tuple[AxisScore, ...], Mark("竞争评分", "Competitor scores", audience=_INTERNAL)] = ()
