"""What the approvers read first: what the deal is, and how we mean to win it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Lines, String

_INTERNAL = Audience.INTERNAL


class Case(Noun):
    """The case for a deal in words."""

    number: Annotated[
        String | None,
        Mark(
            "立项编号",
            "Approval number",
            audience=_INTERNAL,
            names=("立项单号",),
            help=Text("公司立项流程的编号", "The number in the company's approval process"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Mark(
            "立项日期",
            "Approval date",
            audience=_INTERNAL,
            help=Text("提交立项的日期", "The day it was put forward"),
        ),
    ] = None
    author: Annotated[
        String | None,
        Mark(
            "立项编制人",
            "Approval author",
            audience=_INTERNAL,
            names=("编制人", "申请人"),
            help=Text("谁写的这份立项，不能自己审批自己", "Who wrote it, and so may not approve it"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "立项范围",
            "Scope",
            audience=_INTERNAL,
            help=Text("做什么、不做什么，几句话", "What we do and what we do not, in a few sentences"),
        ),
    ] = None
    key_needs: Annotated[
        Lines,
        Mark(
            "关键需求",
            "Key needs",
            audience=_INTERNAL,
            help=Text("客户最在意的需求，每行一条", "What matters most to the customer, one a line"),
        ),
    ] = ()
    gaps: Annotated[
        Lines,
        Mark(
            "能力缺口",
            "Gaps",
            audience=_INTERNAL,
            names=("缺口",),
            help=Text("我方现在做不到的，每行一条", "What we cannot do today, one a line"),
        ),
    ] = ()
    outside: Annotated[
        Lines,
        Mark(
            "外采与定制",
            "Bought or custom-made",
            audience=_INTERNAL,
            names=("需外采/定制",),
            help=Text(
                "要外购、分包或专门开发的，每行一条",
                "What must be bought, subcontracted or developed, one a line",
            ),
        ),
    ] = ()
    success_factors: Annotated[
        Lines,
        Mark(
            "关键成功要素",
            "Key success factors",
            audience=_INTERNAL,
            names=("KSF",),
            help=Text("做到哪几条就能赢，最多三条", "What wins it, three at most"),
        ),
    ] = ()
    win_strategy: Annotated[
        Lines,
        Mark(
            "赢单策略",
            "Win strategy",
            audience=_INTERNAL,
            help=Text("我们靠什么赢，每行一条", "How we mean to win, one a line"),
        ),
    ] = ()
    expected_moves: Annotated[
        Lines,
        Mark(
            "对手预判",
            "Rivals' expected moves",
            audience=_INTERNAL,
            help=Text("对手会怎么做，每行一条", "What the rivals will do, one a line"),
        ),
    ] = ()
    counter_moves: Annotated[
        Lines,
        Mark(
            "破局动作",
            "Counter-moves",
            audience=_INTERNAL,
            help=Text("我们抢先做什么，每行一条", "What we do before they do, one a line"),
        ),
    ] = ()
