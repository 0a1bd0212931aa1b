"""A project as it is carried out and handed over."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import Field

from kadocs.findings import Text
from kadocs.model.contract.terms import WarrantyStart
from kadocs.model.delivery.acceptance import Acceptance, AcceptedItem, BoardMember, Conclusion, Signatory
from kadocs.model.delivery.briefing import Handover
from kadocs.model.delivery.handover import Arrival, Deliverable, DocumentRecord, TrainingRecord
from kadocs.model.delivery.progress import Change, OpenIssue, Promise, Stage
from kadocs.model.delivery.settlement import Settlement
from kadocs.model.delivery.testing import CaseTotals, ServiceResult, TrialRun
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import MONTHS, Noun
from kadocs.model.types import Day, MonthCount, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class Project(Noun):
    """What is recorded of a project; what follows from it is worked out in `Delivery`."""

    kickoff_on: Annotated[
        Day | None,
        Mark("启动会日期", "Kick-off date", help=Text("开启动会的日期", "The day of the kick-off meeting")),
    ] = None
    started_on: Annotated[
        Day | None,
        Mark("现场开工日期", "Work started on", help=Text("现场开工的日期", "When work on site began")),
    ] = None
    completed_on: Annotated[
        Day | None,
        Mark("完工日期", "Work completed on", help=Text("全部施工调试完成的日期", "When all work was done")),
    ] = None
    supervisor: Annotated[
        String | None,
        Mark("监理单位", "Supervisor", help=Text("没有监理就留空", "Blank where there is none")),
    ] = None
    conclusion: Annotated[
        Conclusion | None,
        Mark(
            "总体验收结论", "Overall conclusion", help=Text("整个项目的验收结论", "Of the project as a whole")
        ),
    ] = None
    conclusion_note: Annotated[
        String | None,
        Mark(
            "总体结论说明",
            "Note on the overall conclusion",
            help=Text("条件、评价，写给双方看", "Conditions and remarks, for both parties"),
        ),
    ] = None
    warranty_months: Annotated[
        MonthCount | None,
        Mark(
            "验收质保期",
            "Warranty accepted",
            unit=MONTHS,
            help=Text("不填则取合同质保期", "Left blank, the contract's"),
        ),
    ] = None
    warranty_start: Annotated[
        WarrantyStart | None,
        Mark(
            "验收质保起算",
            "Warranty accepted from",
            help=Text(
                "不填则按合同，合同没写按终验", "Left blank, as the contract says, or final acceptance"
            ),
        ),
    ] = None
    stated_from: Annotated[
        Day | None,
        Mark(
            "质保开始日期",
            "Warranty from",
            names=("质保起",),
            help=Text("可不填，按验收日期算；另有约定就填", "May stay blank: the day of acceptance"),
        ),
    ] = Field(None, alias="warranty_from")
    stated_to: Annotated[
        Day | None,
        Mark(
            "质保结束日期",
            "Warranty to",
            names=("质保止",),
            help=Text("可不填，按质保期算；另有约定就填", "May stay blank: worked out from the period"),
        ),
    ] = Field(None, alias="warranty_to")
    handover: Annotated[
        Handover | None,
        _internal(
            "销售交接",
            "Handover by sales",
            names=("交接单",),
            help=Text("销售向交付移交时要说清的事", "What sales tells delivery when it hands over"),
        ),
    ] = None
    promises: Annotated[
        tuple[Promise, ...],
        _internal(
            "承诺交接清单",
            "Promises handed over",
            names=("承诺清单", "销售交接单"),
            help=Text("销售答应过的事，一条一行", "What sales promised, a line each"),
        ),
    ] = ()
    stages: Annotated[
        tuple[Stage, ...],
        Mark(
            "实施过程",
            "Project stages",
            names=("实施进度", "计划与实际"),
            help=Text("每个阶段一行：计划和实际", "A line for each stage: planned and actual"),
        ),
    ] = ()
    arrivals: Annotated[
        tuple[Arrival, ...],
        Mark(
            "到货清单",
            "Goods arrived",
            names=("到货验收单",),
            help=Text("每种货物一行", "A line for each item"),
        ),
    ] = ()
    tests: Annotated[
        tuple[CaseTotals, ...],
        Mark(
            "测试结果",
            "Test results",
            names=("测试汇总",),
            help=Text("每轮测试一行", "A line for each round of tests"),
        ),
    ] = ()
    trial: Annotated[
        TrialRun | None,
        Mark("试运行", "Trial run", help=Text("试运行的起止和结果", "When it ran, and with what result")),
    ] = None
    services: Annotated[
        tuple[ServiceResult, ...],
        Mark(
            "服务考核",
            "Service results",
            names=("服务考核表",),
            help=Text("每个期间、每项指标一行", "A line for each period and indicator"),
        ),
    ] = ()
    changes: Annotated[
        tuple[Change, ...],
        Mark(
            "变更汇总",
            "Project changes",
            names=("变更清单",),
            help=Text("每份变更单一行", "A line for each change order"),
        ),
    ] = ()
    acceptances: Annotated[
        tuple[Acceptance, ...],
        Mark(
            "验收情况",
            "Acceptances",
            names=("验收记录",),
            help=Text("到货、初验、终验、服务验收各一行", "A line for each acceptance"),
        ),
    ] = ()
    members: Annotated[
        tuple[BoardMember, ...],
        Mark(
            "验收组",
            "Acceptance board",
            names=("验收组织", "验收组成员"),
            help=Text("每人一行", "A line for each person"),
        ),
    ] = ()
    items: Annotated[
        tuple[AcceptedItem, ...],
        Mark(
            "逐项验收结果",
            "Items accepted",
            names=("逐项验收", "验收项目"),
            help=Text("合同的每一条要求一行", "A line for each requirement of the contract"),
        ),
    ] = ()
    deliverables: Annotated[
        tuple[Deliverable, ...],
        Mark(
            "交付物清单",
            "Deliverables handed over",
            names=("交付清单",),
            help=Text("每个交付物一行", "A line for each deliverable"),
        ),
    ] = ()
    open_issues: Annotated[
        tuple[OpenIssue, ...],
        Mark(
            "遗留问题清单",
            "Open issues",
            names=("遗留问题表",),
            help=Text("每个问题一行", "A line for each issue"),
        ),
    ] = ()
    trainings: Annotated[
        tuple[TrainingRecord, ...],
        Mark("培训记录", "Training given", help=Text("每门课一行", "A line for each course")),
    ] = ()
    documents: Annotated[
        tuple[DocumentRecord, ...],
        Mark(
            "文档移交记录",
            "Documents handed over",
            names=("文档移交清单",),
            help=Text("每份文档一行", "A line for each document"),
        ),
    ] = ()
    signatories: Annotated[
        tuple[Signatory, ...],
        Mark(
            "签署代表",
            "Signatories",
            names=("签章",),
            help=Text("每个签字人一行", "A line for each who signs"),
        ),
    ] = ()
    settlement: Annotated[
        Settlement | None,
        Mark(
            "结算",
            "Settlement",
            names=("结算与付款",),
            help=Text("结算、已付、应付、质保金", "Settlement, paid, due and kept back"),
        ),
    ] = None
