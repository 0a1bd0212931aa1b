"""What is recorded at the end of a project."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.approval.sign_off import SignOff
from kadocs.model.closing.handover import ArchiveItem, CloseException, OperationsItem
from kadocs.model.closing.lessons import FollowUp, Lesson, WinReview
from kadocs.model.closing.results import Bill, ClassCost, Goal, RiskOutcome
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Day, Score10, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class CloseRecord(Noun):
    """The end of a project as people record it; what follows is worked out in `Closing`."""

    closed_on: Annotated[
        Day | None,
        _internal(
            "结项日期",
            "Closed on",
            names=("项目关闭日期",),
            help=Text("申请结项的日期", "The day on which closing is asked for"),
        ),
    ] = None
    prepared_by: Annotated[
        String | None,
        _internal(
            "结项编制人",
            "Closing report by",
            help=Text("谁写的结项报告，不能自己批", "Who wrote the report, and may not approve it"),
        ),
    ] = None
    summary: Annotated[
        String | None,
        _internal(
            "结项概述",
            "Closing summary",
            help=Text("项目做了什么、结果怎样，一段话", "What was done and how it ended, in a paragraph"),
        ),
    ] = None
    settled: Annotated[
        Amount | None,
        _internal(
            "结项结算额",
            "Amount settled",
            help=Text(
                "含税；不填则取结算金额，再取合同额",
                "With tax; left blank, the settlement, or the contract's amount",
            ),
        ),
    ] = None
    planned_revenue: Annotated[
        Amount | None,
        _internal(
            "计划收入",
            "Planned revenue",
            help=Text("不含税；不填则取合同不含税金额", "Without tax; left blank, the contract's"),
        ),
    ] = None
    revenue: Annotated[
        Amount | None,
        _internal(
            "实际收入",
            "Revenue",
            names=("不含税收入",),
            help=Text("不含税，账上确认的收入", "Without tax, as the books have it"),
        ),
    ] = None
    retention: Annotated[
        Amount | None,
        _internal(
            "未到期质保金", "Retention outstanding", help=Text("不填则取结算质保金", "Left blank, as settled")
        ),
    ] = None
    retention_due: Annotated[
        Day | None,
        _internal(
            "质保金到期日",
            "Retention due",
            help=Text("不填则取质保结束日期", "Left blank, the end of the warranty"),
        ),
    ] = None
    satisfaction: Annotated[
        Score10 | None,
        _internal(
            "客户满意度",
            "Customer satisfaction",
            names=("满意度",),
            help=Text("客户打的分，0 到 10", "The customer's own mark, 0 to 10"),
        ),
    ] = None
    satisfaction_note: Annotated[
        String | None,
        _internal(
            "客户评语",
            "Customer's comment",
            names=("满意度评语",),
            help=Text("客户的原话", "In the customer's words"),
        ),
    ] = None
    goals: Annotated[
        tuple[Goal, ...],
        _internal(
            "目标达成",
            "Goals reached",
            names=("目标达成表", "计划实际对比"),
            help=Text("每个目标一行：计划和实际", "A line for each goal: planned and actual"),
        ),
    ] = ()
    costs: Annotated[
        tuple[ClassCost, ...],
        _internal(
            "成本决算",
            "Final costs",
            names=("成本执行", "决算"),
            help=Text("四类成本各一行", "A line for each of the four classes"),
        ),
    ] = ()
    billing: Annotated[
        tuple[Bill, ...],
        _internal(
            "开票与回款",
            "Invoices and receipts",
            names=("开票回款表", "回款记录"),
            help=Text("每张发票、每笔到账一行", "A line for each invoice, and each payment"),
        ),
    ] = ()
    risks: Annotated[
        tuple[RiskOutcome, ...],
        _internal(
            "风险关闭",
            "Risks and what became of them",
            names=("风险关闭清单",),
            help=Text(
                "每个风险一行：发生没有、怎么了结", "A line for each: whether it came about, how it ended"
            ),
        ),
    ] = ()
    lessons: Annotated[
        tuple[Lesson, ...], _internal("经验教训", "Lessons", help=Text("每条经验一行", "A line for each"))
    ] = ()
    reviews: Annotated[
        tuple[WinReview, ...],
        _internal(
            "赢单复盘",
            "Win or loss review",
            names=("输赢复盘", "丢单复盘"),
            help=Text("每个原因一行", "A line for each reason"),
        ),
    ] = ()
    follow_ups: Annotated[
        tuple[FollowUp, ...],
        _internal(
            "后续商机清单",
            "Follow-up business",
            names=("后续机会",),
            help=Text("每个机会一行", "A line for each"),
        ),
    ] = ()
    archive: Annotated[
        tuple[ArchiveItem, ...],
        _internal(
            "归档清单",
            "Archive",
            names=("交付物归档清单",),
            help=Text("每份资料一行", "A line for each item"),
        ),
    ] = ()
    operations: Annotated[
        tuple[OperationsItem, ...],
        _internal(
            "移交运维",
            "Hand-over to operations",
            names=("运维移交清单",),
            help=Text("每件事一行", "A line for each"),
        ),
    ] = ()
    approvals: Annotated[
        tuple[SignOff, ...],
        _internal("结项审批", "Closing approvals", help=Text("每个岗位一行", "A line for each post")),
    ] = ()
    exceptions: Annotated[
        tuple[CloseException, ...],
        _internal(
            "结项例外事项",
            "Closing exceptions",
            names=("例外清单",),
            help=Text("条件没满足仍要结项的，逐条写明谁批准", "What is not in order, and who answers for it"),
        ),
    ] = ()
