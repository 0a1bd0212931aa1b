"""Our people as bids show them: the ledger from which bids name people."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import YEARS, Noun
from kadocs.model.types import Day, Flag, IdNumber, Lines, Names, Scans, String, YearCount
from kadocs.model.vendor import Gender


class Person(Noun):
    """A person whom bids may name; what they do in this one stands in `bid.posts`."""

    id: Annotated[
        String | None,
        Mark(
            "人员编号",
            "Person ID",
            names=("编号", "No."),
            help=Text("如 P-01，同名时用编号引用", "Such as E-01, to refer to"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "人员姓名", "Person", names=("姓名", "Name"), help=Text("与身份证一致", "As on the identity card")
        ),
    ]
    gender: Annotated[
        Gender | None, Mark("人员性别", "Gender", names=("性别",), help=Text("男或女", "Male or female"))
    ] = None
    age: Annotated[
        YearCount | None,
        Mark("人员年龄", "Age", unit=YEARS, names=("年龄",), help=Text("周岁", "In full years")),
    ] = None
    id_number: Annotated[
        IdNumber | None,
        Mark(
            "人员身份证号",
            "Person's ID number",
            personal=True,
            names=("身份证号", "身份证"),
            help=Text(
                "按文字填写，外籍填护照号；除非格式要求，印出时遮盖",
                "As text; masked in print unless a form demands it",
            ),
        ),
    ] = None
    phone: Annotated[
        String | None,
        Mark(
            "人员手机",
            "Person's mobile",
            personal=True,
            names=("手机", "电话"),
            help=Text("投标期间能接通", "Reachable while we bid"),
        ),
    ] = None
    education: Annotated[
        String | None,
        Mark("学历", "Education", help=Text("最高学历和专业", "The highest degree, and its subject")),
    ] = None
    title: Annotated[
        String | None,
        Mark(
            "人员职称",
            "Professional title",
            names=("职称",),
            help=Text("如 高级工程师", "Such as senior engineer"),
        ),
    ] = None
    certificates: Annotated[
        Names,
        Mark(
            "执业证书",
            "Professional certificates",
            names=("证书", "资格证书"),
            help=Text("名称加编号，用顿号隔开", "With their numbers, parted by commas"),
        ),
    ] = ()
    certificates_until: Annotated[
        Day | None,
        Mark(
            "执业证书有效期至",
            "Certificates valid until",
            names=("证书有效期",),
            help=Text("最早到期的一本", "The one that ends first"),
        ),
    ] = None
    years: Annotated[
        YearCount | None,
        Mark(
            "人员从业年限",
            "Years at work",
            unit=YEARS,
            names=("从业年限",),
            help=Text("从事本专业的年数", "In this profession"),
        ),
    ] = None
    social_security: Annotated[
        Flag | None,
        Mark(
            "在我方缴社保",
            "Insured with us",
            names=("社保",),
            help=Text("近期社保由我方缴纳填“是”", "Yes where we pay the social security"),
        ),
    ] = None
    experience: Annotated[
        Lines,
        Mark(
            "人员项目经历",
            "Experience",
            names=("项目经历", "主要业绩"),
            help=Text("时间、项目、职务，一行一个", "When, which project, as what"),
        ),
    ] = ()
    scan: Annotated[
        Scans | None,
        Mark(
            "人员证书扫描件",
            "Person's papers",
            names=("扫描件",),
            help=Text("文件路径", "The path of the file"),
        ),
    ] = None
