"""首次响应: how the lead came in, and how fast we answered."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import HOURS_OF_DAY, Noun
from kadocs.model.opportunity.choices import LeadSource
from kadocs.model.types import Moment, String

_INTERNAL = Audience.INTERNAL


class Lead(Noun):
    """The first sign of the project, and our first answer to it."""

    source: Annotated[
        LeadSource | None,
        Mark(
            "线索来源",
            "Lead source",
            audience=_INTERNAL,
            help=Text("项目的第一个消息是怎么来的", "How the first word of the project reached us"),
        ),
    ] = None
    brought_by: Annotated[
        String | None,
        Mark("线索提供人", "Lead from", audience=_INTERNAL, help=Text("谁告诉我们的", "Who told us")),
    ] = None
    summary: Annotated[
        String | None,
        Mark(
            "线索内容",
            "Lead",
            audience=_INTERNAL,
            help=Text("对方要什么，一两句话", "What they asked for, in a line or two"),
        ),
    ] = None
    received_at: Annotated[
        Moment | None,
        Mark(
            "接收时刻",
            "Received at",
            audience=_INTERNAL,
            names=("收到时间",),
            help=Text("几号几点收到的，如 2026-03-05 09:30", "Day and time, such as 2026-03-05 09:30"),
        ),
    ] = None
    responded_at: Annotated[
        Moment | None,
        Mark(
            "首响时刻",
            "First response at",
            audience=_INTERNAL,
            names=("首次响应时间",),
            help=Text("我方第一次正式回复的时刻，应在 24 小时内", "When we first answered; within 24 hours"),
        ),
    ] = None
    channel: Annotated[
        String | None,
        Mark(
            "响应方式",
            "Answered by",
            audience=_INTERNAL,
            help=Text("电话、邮件还是上门", "By phone, by mail, in person"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark("响应责任人", "Answered by whom", audience=_INTERNAL, help=Text("由谁回复的", "Who answered")),
    ] = None
    promise: Annotated[
        String | None,
        Mark(
            "承诺事项",
            "Promised",
            audience=_INTERNAL,
            help=Text("回复时答应了什么，何时兑现", "What was promised, and by when"),
        ),
    ] = None
    next_contact: Annotated[
        Moment | None,
        Mark(
            "下次联系时刻",
            "Next contact at",
            audience=_INTERNAL,
            names=("下次联系",),
            help=Text("约好的下一次联系", "When we speak next"),
        ),
    ] = None

    @computed(
        Mark(
            "响应用时",
            "Time to respond",
            audience=_INTERNAL,
            unit=HOURS_OF_DAY,
            help=Text("首响时刻减接收时刻", "First response less receipt"),
        ),
        "received_at",
        "responded_at",
    )
    def response_hours(self) -> Decimal | None:
        """Hours from receipt to first response, one place."""
        if self.received_at is None or self.responded_at is None:
            return None
        seconds = int((self.responded_at - self.received_at).total_seconds())
        return (Decimal(seconds) / 3600).quantize(Decimal("0.1"))
