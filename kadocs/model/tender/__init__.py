"""The tender as the buyer issued it: identity, dates, money, what it asks, how it judges."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import DAYS
from kadocs.model.tender.anonymous import AnonymousPart
from kadocs.model.tender.conditions import Conditions
from kadocs.model.tender.demands import Clarification, Demand
from kadocs.model.tender.evaluation import Evaluation
from kadocs.model.tender.items import TenderItem
from kadocs.model.tender.submission import BondDemand, SubmissionRules


class Tender(Conditions):
    """One tender (a lot of it), as its documents and their clarifications have it.

    The rules it follows and the way of buying are `opportunity.regime` and `.procurement_method`.
    """

    bond: Annotated[
        BondDemand | None,
        Mark(
            "保证金要求",
            "Bond demanded",
            help=Text("招标文件对投标保证金的要求", "What bond the tender wants"),
        ),
    ] = None
    submission: Annotated[
        SubmissionRules | None,
        Mark(
            "递交要求",
            "Submission rules",
            help=Text("份数、签章、密封、上传", "Copies, signing, sealing, upload"),
        ),
    ] = None
    anonymous: Annotated[
        AnonymousPart | None,
        Mark(
            "暗标要求",
            "Anonymity rules",
            names=("暗标",),
            help=Text("没有暗标则整段留空", "Blank where none is asked"),
        ),
    ] = None
    evaluation: Annotated[
        Evaluation | None,
        Mark(
            "评标信息",
            "Evaluation",
            help=Text("评标办法、价格扣除、评分表", "Method, deductions, scoring table"),
        ),
    ] = None
    demands: Annotated[
        tuple[Demand, ...],
        Mark(
            "资格要求清单",
            "Qualification demands",
            names=("资格审查索引",),
            help=Text("一行一条资格要求", "One a row"),
        ),
    ] = ()
    items: Annotated[
        tuple[TenderItem, ...],
        Mark(
            "招标清单",
            "Tender list",
            names=("工程量清单", "货物需求一览表", "采购清单"),
            help=Text(
                "一行一项，用来核对漏项、增项和数量", "One item a row, to find what is missing or changed"
            ),
        ),
    ] = ()
    clarifications: Annotated[
        tuple[Clarification, ...],
        Mark(
            "澄清记录",
            "Clarifications",
            names=("答疑记录", "澄清答疑"),
            help=Text("我方提问与招标人答复", "Asked and told"),
        ),
    ] = ()

    @computed(
        Mark(
            "等标期",
            "Time to bid",
            unit=DAYS,
            help=Text(
                "从发出招标文件到投标截止的天数，法定最短 20 日",
                "Days from issue to deadline; the law asks for 20 at least",
            ),
        ),
        "issued_on",
        "deadline",
    )
    def days_to_bid(self) -> int | None:
        """Days from issue to deadline; the first day is not counted (招标投标法 article 24 wants 20)."""
        if self.issued_on is None or self.deadline is None:
            return None
        return (self.deadline.date() - self.issued_on).days
