"""交接: what sales tells delivery when it hands a signed deal over."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import COPIES, Noun
from kadocs.model.types import CopyCount, Day, Lines, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class OpenQuestion(Noun):
    """Something that sales leaves unsettled."""

    question: Annotated[
        String,
        _internal(
            "交接未决事项",
            "Open question",
            names=("未决事项",),
            help=Text("什么还没定", "What is not settled"),
        ),
    ]
    owner: Annotated[
        String | None,
        _internal("未决责任人", "Settled by", names=("责任人",), help=Text("谁去定", "Who settles it")),
    ] = None
    due: Annotated[
        Day | None, _internal("未决期限", "Due", names=("期限",), help=Text("最迟哪天定", "By which day"))
    ] = None


class Paper(Noun):
    """A document that sales gives to delivery."""

    paper: Annotated[
        String,
        _internal(
            "交接资料",
            "Paper",
            names=("资料名称",),
            help=Text("合同、报价、纪要等", "Contract, quotation, minutes"),
        ),
    ]
    number: Annotated[
        String | None,
        _internal("资料编号", "Number", names=("编号",), help=Text("编号或版本", "Its number or version")),
    ] = None
    copies: Annotated[
        CopyCount | None,
        _internal(
            "资料份数", "Copies", unit=COPIES, help=Text("几份；电子算一份", "How many; a file is one")
        ),
    ] = None
    note: Annotated[
        String | None,
        _internal("资料说明", "Note", names=("说明",), help=Text("放在哪里、注意什么", "Where it is kept")),
    ] = None


class Handover(Noun):
    """The handover itself: when, what matters, what is open, and which papers change hands."""

    date: Annotated[
        Day | None,
        _internal(
            "销售交接日期", "Handed over on", help=Text("交接会的日期", "The day of the handover meeting")
        ),
    ] = None
    summary: Annotated[
        String | None,
        _internal(
            "销售交接要点",
            "What matters",
            help=Text(
                "一段话：客户为什么买、最怕什么", "Why the customer buys, and what it fears; a paragraph"
            ),
        ),
    ] = None
    exclusions: Annotated[
        Lines,
        _internal(
            "合同范围外事项",
            "Not in the scope",
            help=Text(
                "客户可能以为包含、其实不含的，每条一行",
                "What the customer may expect and did not buy, one a line",
            ),
        ),
    ] = ()
    questions: Annotated[
        tuple[OpenQuestion, ...],
        _internal("交接未决清单", "Open questions", help=Text("每件没定的事一行", "A line for each")),
    ] = ()
    papers: Annotated[
        tuple[Paper, ...],
        _internal("交接资料清单", "Papers handed over", help=Text("每份资料一行", "A line for each")),
    ] = ()
