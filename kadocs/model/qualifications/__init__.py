"""What proves that we are fit for the work: certificates, projects, people, figures, a clean record."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.qualifications.finance import FinanceYear
from kadocs.model.qualifications.people import Person
from kadocs.model.qualifications.projects import OngoingProject, PastProject
from kadocs.model.qualifications.records import Certificate, CreditCheck, Honour, Lawsuit
from kadocs.model.types import Flag, Scans


class Qualifications(Noun):
    """The ledgers that bids draw on; they are best kept once, in a file that every deal includes."""

    certificates: Annotated[
        tuple[Certificate, ...],
        Mark(
            "资质台账",
            "Certificates held",
            names=("资质证书", "资质清单"),
            help=Text("一行一张证书", "One certificate a row"),
        ),
    ] = ()
    projects: Annotated[
        tuple[PastProject, ...],
        Mark(
            "业绩台账",
            "Past projects",
            names=("类似项目业绩", "业绩清单"),
            help=Text("一行一个已完成项目", "One finished project a row"),
        ),
    ] = ()
    ongoing: Annotated[
        tuple[OngoingProject, ...],
        Mark(
            "在建项目",
            "Projects in hand",
            names=("在手项目", "正在供货和新承接的项目"),
            help=Text("一行一份合同", "One contract a row"),
        ),
    ] = ()
    people: Annotated[
        tuple[Person, ...],
        Mark("人员台账", "People", names=("人员清单", "投标人员"), help=Text("一行一人", "One person a row")),
    ] = ()
    finance: Annotated[
        tuple[FinanceYear, ...],
        Mark(
            "财务状况",
            "Finance by year",
            names=("财务状况表", "近年财务状况"),
            help=Text("一行一年", "One year a row"),
        ),
    ] = ()
    litigation: Annotated[
        tuple[Lawsuit, ...],
        Mark(
            "诉讼仲裁",
            "Litigation",
            names=("诉讼及仲裁情况",),
            help=Text("没有则留空，并在下面确认", "Blank for none"),
        ),
    ] = ()
    no_litigation: Annotated[
        Flag | None,
        Mark(
            "近年无诉讼",
            "No litigation",
            help=Text("确认近三年没有诉讼仲裁填“是”", "Yes where there was none in three years"),
        ),
    ] = None
    honours: Annotated[
        tuple[Honour, ...],
        Mark("荣誉", "Honours", names=("获奖情况",), help=Text("一行一项", "One a row")),
    ] = ()
    credit_checks: Annotated[
        tuple[CreditCheck, ...],
        Mark(
            "信用查询", "Credit checks", names=("信用记录",), help=Text("一行一个网站", "One register a row")
        ),
    ] = ()
    tax_proof: Annotated[
        Scans | None,
        Mark("纳税证明", "Proof of tax", help=Text("近期完税证明的路径", "The path of a recent certificate")),
    ] = None
    social_security_proof: Annotated[
        Scans | None,
        Mark(
            "社保缴纳证明",
            "Proof of social security",
            help=Text("近期社保证明的路径", "The path of a recent certificate"),
        ),
    ] = None
