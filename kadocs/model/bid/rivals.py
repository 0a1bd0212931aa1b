"""The prices of others: assumed before the opening, read out at it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Amount, Chance, Flag, String

_SECRET, _INTERNAL = Audience.SECRET, Audience.INTERNAL


class RivalPrice(Noun):
    """What we think that a rival will bid."""

    rival: Annotated[
        String,
        Mark(
            "预估对手",
            "Rival assumed",
            audience=_SECRET,
            names=("对手",),
            help=Text("与竞争对手表一致的名称", "As named in competitors"),
        ),
    ]
    price: Annotated[
        Amount | None,
        Mark(
            "预估报价", "Price assumed", audience=_SECRET, help=Text("最可能的总价", "The most likely total")
        ),
    ] = None
    low: Annotated[
        Amount | None,
        Mark(
            "预估下限", "Lowest assumed", audience=_SECRET, help=Text("最低可能报到多少", "How low it may go")
        ),
    ] = None
    chance: Annotated[
        Chance | None,
        Mark("预估把握", "How sure", unit=PERCENT, audience=_SECRET, help=Text("0 到 100", "From 0 to 100")),
    ] = None
    basis: Annotated[
        String | None,
        Mark(
            "预估依据",
            "Basis of the estimate",
            audience=_SECRET,
            help=Text("历史中标价、公开信息等", "Past awards, public sources"),
        ),
    ] = None


class OpenedBid(Noun):
    """One line of the opening record."""

    bidder: Annotated[
        String,
        Mark(
            "开标投标人",
            "Bidder opened",
            audience=_INTERNAL,
            names=("投标人",),
            help=Text("唱标的单位名称", "As read out"),
        ),
    ]
    price: Annotated[
        Amount | None,
        Mark("唱标价", "Price read out", audience=_INTERNAL, help=Text("唱出的总价", "The total read out")),
    ] = None
    legal_rep: Annotated[
        String | None,
        Mark(
            "开标单位负责人",
            "Bidder's representative",
            audience=_INTERNAL,
            help=Text("公开查得的法定代表人，用来查关联", "Of public record, to see who belongs together"),
        ),
    ] = None
    agent: Annotated[
        String | None,
        Mark(
            "开标代理人",
            "Bidder's agent",
            audience=_INTERNAL,
            help=Text("到场签字的委托代理人或联系人", "Who signed the record, or is named as contact"),
        ),
    ] = None
    manager: Annotated[
        String | None,
        Mark(
            "开标项目负责人",
            "Bidder's project manager",
            audience=_INTERNAL,
            names=("唱标项目经理",),
            help=Text("唱出的项目经理姓名", "The project manager read out"),
        ),
    ] = None
    valid: Annotated[
        Flag | None,
        Mark(
            "有效投标",
            "Valid bid",
            audience=_INTERNAL,
            help=Text("被否决的填“否”", "No for one that was rejected"),
        ),
    ] = None
    score: Annotated[
        String | None,
        Mark(
            "评标得分",
            "Score given",
            audience=_INTERNAL,
            help=Text("公示的得分或排名", "The published score or rank"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "开标备注",
            "Opening note",
            audience=_INTERNAL,
            names=("备注",),
            help=Text("异常情况", "Anything unusual"),
        ),
    ] = None
