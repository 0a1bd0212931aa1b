"""Whether we bid, and how far the bid has come."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Lines, Moment, String

_INTERNAL = Audience.INTERNAL


class BidStatus(Choice):
    """How far a bid has come."""

    PLANNED = "planned", "策划中", "Planned"
    WRITING = "writing", "编制中", "In preparation"
    SEALED = "sealed", "已封标", "Sealed"
    SUBMITTED = "submitted", "已递交", "Submitted"
    OPENED = "opened", "已开标", "Opened"
    WON = "won", "中标", "Won"
    LOST = "lost", "未中标", "Lost"
    REJECTED = "rejected", "被否决", "Rejected", "废标"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"


class BidDecision(Choice):
    """Whether we bid."""

    BID = "bid", "投标", "Bid"
    NO_BID = "no_bid", "不投标", "No bid", "放弃投标"
    OPEN = "open", "待定", "Undecided"


class Decision(Noun):
    """The decision to bid, and what became of it."""

    status: Annotated[
        BidStatus | None,
        Mark(
            "投标状态",
            "Bid status",
            audience=_INTERNAL,
            help=Text("递交后及时更新", "Update it once it is submitted"),
        ),
    ] = None
    decision: Annotated[
        BidDecision | None,
        Mark(
            "投标决策",
            "Decision to bid",
            audience=_INTERNAL,
            help=Text("决策会的结论", "What the meeting decided"),
        ),
    ] = None
    decided_on: Annotated[
        Day | None,
        Mark(
            "投标决策日期",
            "Bid decided on",
            audience=_INTERNAL,
            help=Text("决策会日期", "The date of the meeting"),
        ),
    ] = None
    decided_by: Annotated[
        String | None,
        Mark(
            "投标决策人", "Decided by", audience=_INTERNAL, help=Text("有权决定的人", "Who had the authority")
        ),
    ] = None
    decision_reasons: Annotated[
        Lines,
        Mark(
            "投标决策理由",
            "Reasons to bid",
            audience=_INTERNAL,
            help=Text("为什么投或不投，逐条", "Why, one a line"),
        ),
    ] = ()
    submitted_at: Annotated[
        Moment | None,
        Mark(
            "实际递交时间",
            "Submitted at",
            audience=_INTERNAL,
            help=Text("回执上的时刻", "The moment on the receipt"),
        ),
    ] = None
