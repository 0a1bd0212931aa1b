"""Tests and the trial run, and what they came to."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.delivery.acceptance import Variant
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import Count, Day, Flag, Percent, String


class CaseTotals(Noun):
    """What a round of tests came to."""

    test: Annotated[
        String,
        Mark(
            "测试名称",
            "Test",
            names=("测试项目",),
            help=Text("工厂验收、联调、等保测评等", "Factory acceptance, integration test and so on"),
        ),
    ]
    date: Annotated[
        Day | None, Mark("测试日期", "Date", names=("日期",), help=Text("测完的日期", "When it ended"))
    ] = None
    cases: Annotated[
        Count | None,
        Mark("用例总数", "Cases", names=("总数",), help=Text("计划执行的用例数", "How many cases there are")),
    ] = None
    passed: Annotated[
        Count | None,
        Mark("通过用例", "Passed cases", names=("通过数",), help=Text("通过的用例数", "How many passed")),
    ] = None
    failed: Annotated[
        Count | None,
        Mark(
            "失败用例",
            "Failed cases",
            names=("失败数",),
            help=Text("最终仍失败的用例数", "How many failed in the end"),
        ),
    ] = None
    record: Annotated[
        String | None,
        Mark(
            "测试记录编号", "Record", names=("记录",), help=Text("测试报告的编号", "The number of the report")
        ),
    ] = None
    variant: Variant = None

    @computed(
        Mark("通过率", "Pass rate", help=Text("通过用例÷用例总数", "Passed / all cases")), "cases", "passed"
    )
    def pass_rate(self) -> Decimal | None:
        """The part of the cases that passed."""
        return sums.share(self.passed, self.cases)


class TrialRun(Noun):
    """The run on trial before final acceptance."""

    start: Annotated[
        Day | None, Mark("试运行开始", "Trial run from", help=Text("第一天", "Its first day"))
    ] = None
    end: Annotated[Day | None, Mark("试运行结束", "Trial run to", help=Text("最后一天", "Its last day"))] = (
        None
    )
    target: Annotated[
        Percent | None,
        Mark(
            "试运行可用率要求",
            "Availability wanted",
            help=Text("合同要求的可用率，如 99.9%", "What the contract demands, such as 99.9%"),
        ),
    ] = None
    availability: Annotated[
        Percent | None,
        Mark(
            "试运行可用率",
            "Availability reached",
            names=("可用率",),
            help=Text("实际达到的可用率", "What was reached"),
        ),
    ] = None
    incidents: Annotated[
        Count | None,
        Mark(
            "试运行故障次数",
            "Incidents on trial",
            names=("故障次数",),
            help=Text("影响使用的故障次数", "How often something failed that mattered"),
        ),
    ] = None
    record: Annotated[
        String | None,
        Mark("试运行报告编号", "Trial run report", help=Text("报告编号", "The number of the report")),
    ] = None

    @computed(
        Mark("试运行天数", "Days on trial", unit=DAYS, help=Text("首尾两天都算", "Both ends counted")),
        "start",
        "end",
    )
    def days(self) -> int | None:
        """How many days it lasted, both ends counted."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1


class ServiceResult(Noun):
    """How one promise of the service was kept in one period."""

    period: Annotated[
        String,
        Mark("服务期间", "Period", help=Text("如 2027年第四季度", "Such as the fourth quarter of 2027")),
    ]
    indicator: Annotated[
        String | None,
        Mark("服务指标", "Indicator", help=Text("如 一级故障响应时间", "Such as time to answer, level 1")),
    ] = None
    target: Annotated[
        String | None, Mark("服务约定值", "Agreed", help=Text("合同约定的水平", "What the contract promises"))
    ] = None
    actual: Annotated[
        String | None, Mark("服务实际值", "Achieved", help=Text("这一期间达到的水平", "What was reached"))
    ] = None
    met: Annotated[Flag | None, Mark("服务达标", "Met", help=Text("达到约定填“是”", "Yes if it was"))] = None
    record: Annotated[
        String | None,
        Mark("服务记录编号", "Record", help=Text("服务报告、工单编号", "Service report or tickets")),
    ] = None
    date: Annotated[
        Day | None, Mark("服务期间截止", "Period ends", help=Text("这一期间的最后一天", "Its last day"))
    ] = None
