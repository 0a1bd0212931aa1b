"""What is filed and handed over at the end, and what is left as an exception."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Flag, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class ArchiveItem(Noun):
    """Something that is filed."""

    item: Annotated[
        String,
        _internal(
            "归档资料",
            "Filed item",
            names=("资料名称", "归档"),
            help=Text("合同、验收书、源代码等", "Contract, certificate, source code"),
        ),
    ]
    number: Annotated[
        String | None,
        _internal(
            "归档编号", "File number", names=("档案号",), help=Text("档案编号", "Its number in the archive")
        ),
    ] = None
    place: Annotated[
        String | None,
        _internal(
            "存放位置",
            "Kept at",
            names=("位置",),
            help=Text("柜号或系统路径", "Cabinet, or path in the system"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        _internal(
            "归档日期", "Filed on", names=("日期",), help=Text("哪天归档；没归留空", "When; blank until then")
        ),
    ] = None
    keeper: Annotated[
        String | None,
        _internal("归档责任人", "Keeper", names=("责任人",), help=Text("谁保管", "Who keeps it")),
    ] = None


class OperationsItem(Noun):
    """Something that operations take over."""

    item: Annotated[
        String,
        _internal(
            "移交运维事项",
            "Handed to operations",
            names=("移交事项", "事项"),
            help=Text("账号、备件、值班、质保承诺等", "Accounts, spares, duty, warranty"),
        ),
    ]
    to: Annotated[
        String | None,
        _internal("运维接收人", "Taken over by", names=("接收人",), help=Text("谁接手", "Who takes it over")),
    ] = None
    date: Annotated[
        Day | None,
        _internal("运维移交日期", "Handed over on", names=("日期",), help=Text("哪天交接", "When")),
    ] = None
    note: Annotated[
        String | None,
        _internal(
            "移交注意事项",
            "What to mind",
            names=("注意事项",),
            help=Text("接手人要知道的事", "What they should know"),
        ),
    ] = None
    done: Annotated[
        Flag | None,
        _internal("移交完成", "Done", names=("完成",), help=Text("交接完成填“是”", "Yes once it is done")),
    ] = None


class CloseException(Noun):
    """What is not in order at the end, and who answers for closing all the same."""

    exception: Annotated[
        String,
        _internal(
            "结项例外",
            "Exception",
            names=("例外事项", "例外"),
            help=Text("哪项条件没满足，如“终验款未开票”", "What is missing, such as an invoice not raised"),
        ),
    ]
    reason: Annotated[
        String | None,
        _internal(
            "例外原因", "Reason", names=("原因",), help=Text("为什么还要结项", "Why we close all the same")
        ),
    ] = None
    approved_by: Annotated[
        String | None,
        _internal(
            "例外批准人",
            "Approved by",
            names=("批准人",),
            help=Text("谁签字承担", "Who answers for it, by name"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        _internal(
            "例外解决期限", "Due", names=("期限",), help=Text("最迟哪天补齐", "By which day it is made good")
        ),
    ] = None
