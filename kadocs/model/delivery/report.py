"""What the report of one acceptance holds: the rows that belong to it, as they were on its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Protocol, TypeVar

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.delivery.acceptance import (
    Acceptance,
    AcceptanceType,
    AcceptedItem,
    BoardMember,
    Signatory,
    Verdict,
)
from kadocs.model.delivery.handover import Arrival, Deliverable, DocumentRecord, TrainingRecord
from kadocs.model.delivery.progress import Change, OpenIssue, Stage
from kadocs.model.delivery.project import Project
from kadocs.model.delivery.testing import CaseTotals, ServiceResult, TrialRun
from kadocs.model.marks import Mark, computed
from kadocs.model.types import Count, Day


class _Row(Protocol):
    @property
    def variant(self) -> AcceptanceType | None: ...


Row = TypeVar("Row", bound=_Row)
Dated = TypeVar("Dated", CaseTotals, Change, TrainingRecord, DocumentRecord)
Batch = TypeVar("Batch", Arrival, ServiceResult)


class AcceptanceReport(Acceptance):
    """An acceptance with all that its report prints."""

    members: Annotated[
        tuple[BoardMember, ...],
        Mark("验收组", "Acceptance board", help=Text("参加这次验收的人", "Its board")),
    ] = ()
    stages: Annotated[
        tuple[Stage, ...],
        Mark("实施过程", "Project stages", help=Text("验收日前完成的阶段", "The stages done by its day")),
    ] = ()
    arrivals: Annotated[
        tuple[Arrival, ...],
        Mark("到货清单", "Goods arrived", help=Text("这一批到货", "The goods of this delivery")),
    ] = ()
    items: Annotated[
        tuple[AcceptedItem, ...],
        Mark("逐项验收结果", "Items accepted", help=Text("这次验收的要求", "The requirements it checked")),
    ] = ()
    deliverables: Annotated[
        tuple[Deliverable, ...],
        Mark("交付物清单", "Deliverables", help=Text("这次验收的交付物", "What it took over")),
    ] = ()
    tests: Annotated[
        tuple[CaseTotals, ...],
        Mark("测试结果", "Test results", help=Text("验收日前的测试", "The tests run by its day")),
    ] = ()
    trial: Annotated[
        TrialRun | None,
        Mark("试运行", "Trial run", help=Text("验收日前结束的试运行", "The trial run, if over by its day")),
    ] = None
    services: Annotated[
        tuple[ServiceResult, ...],
        Mark(
            "服务考核", "Service results", help=Text("这次验收的服务期间", "The periods of this acceptance")
        ),
    ] = ()
    changes: Annotated[
        tuple[Change, ...],
        Mark(
            "变更汇总", "Project changes", help=Text("验收日前批准的变更", "The changes approved by its day")
        ),
    ] = ()
    issues: Annotated[
        tuple[OpenIssue, ...],
        Mark("遗留问题", "Open issues", help=Text("这次验收遗留的问题", "What it left open")),
    ] = ()
    earlier: Annotated[
        tuple[OpenIssue, ...],
        Mark(
            "此前的遗留问题",
            "Earlier issues",
            help=Text("前几次验收遗留的问题", "What earlier ones left open"),
        ),
    ] = ()
    trainings: Annotated[
        tuple[TrainingRecord, ...],
        Mark("培训记录", "Training given", help=Text("验收日前完成的培训", "The training given by its day")),
    ] = ()
    documents: Annotated[
        tuple[DocumentRecord, ...],
        Mark("文档移交记录", "Documents", help=Text("验收日前移交的文档", "The documents given by its day")),
    ] = ()
    signatories: Annotated[
        tuple[Signatory, ...],
        Mark("签署代表", "Signatories", help=Text("谁在这次验收上签字", "Who signs this acceptance")),
    ] = ()
    warranty_from: Annotated[
        Day | None,
        Mark("质保开始", "Warranty from", help=Text("验收日已起算的质保", "Where it has begun by its day")),
    ] = None
    warranty_to: Annotated[
        Day | None,
        Mark("质保结束", "Warranty to", help=Text("验收日已起算的质保", "Where it has begun by its day")),
    ] = None

    @computed(Mark("用例总数", "Cases", help=Text("各轮测试之和", "Over all tests")), "tests")
    def cases(self) -> Count:
        """How many test cases there were in all."""
        return sum(test.cases or 0 for test in self.tests)

    @computed(Mark("通过用例", "Passed cases", help=Text("各轮测试之和", "Over all tests")), "tests")
    def passed(self) -> Count:
        """How many of them passed."""
        return sum(test.passed or 0 for test in self.tests)

    @computed(Mark("失败用例", "Failed cases", help=Text("各轮测试之和", "Over all tests")), "tests")
    def failed(self) -> Count:
        """How many failed in the end."""
        return sum(test.failed or 0 for test in self.tests)

    @computed(Mark("通过率", "Pass rate", help=Text("通过用例÷用例总数", "Passed / all cases")), "tests")
    def pass_rate(self) -> Decimal | None:
        """The part of all cases that passed, as a fraction."""
        return sums.share(self.passed, self.cases)

    @computed(Mark("合格项数", "Items passed", help=Text("结论为合格的项", "Found to pass")), "items")
    def items_passed(self) -> Count:
        """How many requirements are met."""
        return self._found(Verdict.PASS)

    @computed(Mark("不合格项数", "Items failed", help=Text("结论为不合格的项", "Found to fail")), "items")
    def items_failed(self) -> Count:
        """How many requirements are not met."""
        return self._found(Verdict.FAIL)

    @computed(
        Mark("让步项数", "Concessions", help=Text("结论为让步接收的项", "Accepted as they are")), "items"
    )
    def items_waived(self) -> Count:
        """How many requirements were accepted though not met to the letter."""
        return self._found(Verdict.WAIVED)

    @computed(
        Mark("变更合计", "Changes in all", help=Text("各项变更之和", "The sum of the changes")), "changes"
    )
    def changes_total(self) -> Money | None:
        """What the changes come to, with tax."""
        return sums.total(change.amount for change in self.changes)

    def _found(self, verdict: Verdict) -> int:
        return sum(item.conclusion is verdict for item in self.items)


def reports(project: Project, begins: dt.date | None, ends: dt.date | None) -> tuple[AcceptanceReport, ...]:
    """A report of each acceptance, in the order of the record; the warranty runs from `begins` to `ends`."""
    return tuple(_report(project, each, begins, ends) for each in project.acceptances)


def _report(
    project: Project, acceptance: Acceptance, begins: dt.date | None, ends: dt.date | None
) -> AcceptanceReport:
    kind, day = acceptance.type, acceptance.date
    begun = begins is not None and _by(begins, day)
    return AcceptanceReport.model_construct(
        **dict(acceptance),
        members=_own(project.members, kind),
        stages=tuple(each for each in project.stages if each.actual is not None and _by(each.actual, day)),
        arrivals=_since(project, acceptance, AcceptanceType.ARRIVAL, project.arrivals),
        items=_items(project, acceptance),
        deliverables=_own(project.deliverables, kind),
        tests=_until(_own(project.tests, kind), day),
        trial=_trial(project, acceptance),
        services=_since(project, acceptance, AcceptanceType.SERVICE, project.services),
        changes=_until(project.changes, day),
        issues=tuple(_as_on(day, issue) for issue in _own(project.open_issues, kind)),
        earlier=_earlier(project, acceptance),
        trainings=_until(project.trainings, day),
        documents=_until(project.documents, day),
        signatories=_own(project.signatories, kind),
        warranty_from=begins if begun else None,
        warranty_to=ends if begun else None,
    )


def _own(rows: Iterable[Row], kind: AcceptanceType) -> tuple[Row, ...]:
    """The rows that belong to the acceptance: those that name it, and those that name none."""
    return tuple(row for row in rows if row.variant is None or row.variant is kind)


def _items(project: Project, acceptance: Acceptance) -> tuple[AcceptedItem, ...]:
    """The requirements that the acceptance checked; the final one answers for those of all before it too.

    Public procurement wants it to say how every requirement was met (政府采购法实施条例 article 45).
    """
    if acceptance.type is not AcceptanceType.FINAL:
        return _own(project.items, acceptance.type)
    done = {None, acceptance.type, *_before(project, acceptance)}
    return tuple(item for item in project.items if item.variant in done)


def _before(project: Project, acceptance: Acceptance) -> set[AcceptanceType]:
    """The kinds of acceptance that were held before this one."""
    day = acceptance.date
    return {each.type for each in project.acceptances if each.date and day and each.date < day}


def _by(when: dt.date | None, day: dt.date | None) -> bool:
    """Whether something had come about on the day; what has no date, and what is asked of no day, had."""
    return when is None or day is None or when <= day


def _until(rows: Iterable[Dated], day: dt.date | None) -> tuple[Dated, ...]:
    return tuple(row for row in rows if _by(row.date, day))


def _since(
    project: Project, acceptance: Acceptance, kind: AcceptanceType, rows: Iterable[Batch]
) -> tuple[Batch, ...]:
    """What came since the acceptance of the same kind before, up to this one; nothing for another kind."""
    if acceptance.type is not kind:
        return ()
    day = acceptance.date
    days = [each.date for each in project.acceptances if each.type is kind]
    before = max((each for each in days if each and day and each < day), default=None)
    come = (row for row in rows if _by(row.date, day))
    return tuple(row for row in come if row.date is None or before is None or row.date > before)


def _trial(project: Project, acceptance: Acceptance) -> TrialRun | None:
    trial = project.trial
    over = trial is not None and trial.end is not None and _by(trial.end, acceptance.date)
    return trial if over and acceptance.type is AcceptanceType.FINAL else None


def _earlier(project: Project, acceptance: Acceptance) -> tuple[OpenIssue, ...]:
    """What the acceptances before this one left open, as it stood on its day."""
    before = _before(project, acceptance) - {acceptance.type}
    return tuple(_as_on(acceptance.date, each) for each in project.open_issues if each.variant in before)


def _as_on(day: dt.date | None, issue: OpenIssue) -> OpenIssue:
    """The issue as it was on the day: what was closed later was open then."""
    closed = issue.closed_on
    return issue if closed is None or _by(closed, day) else issue.model_copy(update={"closed_on": None})
