"""How what was sold is delivered, accepted and settled."""

from __future__ import annotations

import calendar
from datetime import date

from kadocs.findings import Text
from kadocs.model.contract.terms import WarrantyStart
from kadocs.model.delivery.acceptance import AcceptanceType, Conclusion, Verdict
from kadocs.model.delivery.progress import Severity
from kadocs.model.delivery.project import Project
from kadocs.model.delivery.report import AcceptanceReport, reports
from kadocs.model.marks import Mark, computed
from kadocs.model.types import Count, Day

__all__ = ["AcceptanceType", "Conclusion", "Delivery", "Severity", "Verdict"]

_STARTS = {
    WarrantyStart.FINAL: AcceptanceType.FINAL,
    WarrantyStart.PRELIMINARY: AcceptanceType.PRELIMINARY,
    WarrantyStart.ARRIVAL: AcceptanceType.ARRIVAL,
    WarrantyStart.SERVICE: AcceptanceType.SERVICE,
}


class Delivery(Project):
    """A project with what follows from its records: the warranty, and what is still open."""

    @computed(
        Mark(
            "质保开始日期", "Warranty from", help=Text("质保起算的验收日期", "The acceptance that starts it")
        ),
        "warranty_from",
        "acceptances",
    )
    def warranty_from(self) -> Day | None:
        """The day as stated, or that of the acceptance from which the warranty counts: the final one."""
        if self.stated_from is not None:
            return self.stated_from
        wanted = _STARTS.get(self.warranty_start or WarrantyStart.FINAL)
        days = [each.date for each in self.acceptances if each.type is wanted and each.accepted]
        return next((day for day in reversed(days) if day is not None), None)

    @computed(
        Mark("质保结束日期", "Warranty to", help=Text("开始日期加质保期", "The beginning and the period")),
        "warranty_to",
        "acceptances",
    )
    def warranty_to(self) -> Day | None:
        """The day as stated, or the same day of the month so many months later (民法典 article 202)."""
        if self.stated_to is not None:
            return self.stated_to
        if self.warranty_from is None or self.warranty_months is None:
            return None
        return _later(self.warranty_from, self.warranty_months)

    @computed(
        Mark("验收项数", "Items in all", help=Text("逐项验收的条数", "How many requirements were checked")),
        "items",
    )
    def items_total(self) -> Count:
        """How many requirements were checked."""
        return len(self.items)

    @computed(
        Mark("合格项数", "Items passed", help=Text("单项结论为合格的条数", "How many of them passed")),
        "items",
    )
    def items_passed(self) -> Count:
        """How many requirements are met."""
        return sum(item.conclusion is Verdict.PASS for item in self.items)

    @computed(
        Mark(
            "未关闭问题数",
            "Issues still open",
            help=Text("没有关闭日期的遗留问题", "Those without a day of closing"),
        ),
        "open_issues",
    )
    def issues_open(self) -> Count:
        """How many of the open issues are not closed."""
        return sum(issue.closed_on is None for issue in self.open_issues)

    @computed(
        Mark(
            "验收报告",
            "Acceptance reports",
            help=Text("每次验收和属于它的记录", "Each acceptance with what belongs to it"),
        ),
        "acceptances",
    )
    def reports(self) -> tuple[AcceptanceReport, ...]:
        """Each acceptance with the rows of the record that belong to it, as they were on its day."""
        return reports(self, self.warranty_from, self.warranty_to)


def _later(day: date, months: int) -> date | None:
    """The same day so many months later, or the month's last; None beyond the calendar."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return None
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
