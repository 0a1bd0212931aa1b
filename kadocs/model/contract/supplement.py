"""What the parties change after signing."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Day, String


class Supplement(Noun):
    """A supplementary agreement."""

    no: Annotated[
        String,
        Mark(
            "补充协议编号",
            "Supplement no.",
            names=("编号", "序号"),
            help=Text("协议自己的编号", "Its own number"),
        ),
    ]
    content: Annotated[
        String | None,
        Mark(
            "补充内容",
            "Content",
            names=("内容",),
            help=Text("改了什么，一两句话", "What it changes, in a sentence or two"),
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "补充金额",
            "Amount",
            names=("金额",),
            help=Text("含税；减少写负数，不涉及价款写 0", "With tax; a reduction is negative, none is 0"),
        ),
    ] = None
    signed_on: Annotated[
        Day | None,
        Mark("补充签订日期", "Signed on", names=("日期",), help=Text("双方签字的日期", "The day of signing")),
    ] = None
    reason: Annotated[
        String | None,
        Mark(
            "变更原因",
            "Reason",
            audience=Audience.INTERNAL,
            names=("原因",),
            help=Text("为什么要改，谁提的", "Why, and who wanted it"),
        ),
    ] = None
    approved_by: Annotated[
        String | None,
        Mark(
            "补充批准人",
            "Approved by",
            audience=Audience.INTERNAL,
            names=("批准人",),
            help=Text("我方谁批准", "Who approved it on our side"),
        ),
    ] = None
