"""The company as its business licence has it, and who represents it by law."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import YEARS, Noun
from kadocs.model.types import Amount, Day, IdNumber, Scans, String, Uscc, YearCount

_PUBLIC = Audience.PUBLIC


class Gender(Choice):
    """As identity cards have it."""

    MALE = "male", "男", "Male", "M"
    FEMALE = "female", "女", "Female", "F"


class Licence(Noun):
    """What the business licence says, with the legal representative's particulars."""

    legal_name: Annotated[
        String | None,
        Mark(
            "公司全称",
            "Legal name",
            audience=_PUBLIC,
            names=("投标人", "乙方", "供应商", "承建单位", "我方"),
            help=Text("与营业执照和公章一字不差", "As on the business licence and the seal"),
        ),
    ] = None
    short_name: Annotated[
        String | None,
        Mark(
            "公司简称",
            "Short name",
            audience=_PUBLIC,
            help=Text("正文中用的简称", "What running text calls us"),
        ),
    ] = None
    uscc: Annotated[
        Uscc | None,
        Mark(
            "统一社会信用代码",
            "Registration number",
            names=("信用代码",),
            help=Text("18 位，按文字填写", "As text"),
        ),
    ] = None
    nature: Annotated[
        String | None,
        Mark(
            "公司性质",
            "Legal form",
            names=("公司类型",),
            help=Text("营业执照上的类型", "The type on the business licence"),
        ),
    ] = None
    registered_capital: Annotated[
        Amount | None,
        Mark(
            "公司注册资本",
            "Our registered capital",
            names=("注册资金",),
            help=Text("营业执照上的金额", "On the licence"),
        ),
    ] = None
    founded: Annotated[
        Day | None,
        Mark("公司成立日期", "Founded", names=("成立时间",), help=Text("营业执照上的日期", "On the licence")),
    ] = None
    business_term: Annotated[
        String | None,
        Mark(
            "经营期限",
            "Business term",
            names=("营业期限",),
            help=Text("如 2003-05-18 至长期", "From when until when"),
        ),
    ] = None
    business_scope: Annotated[
        String | None,
        Mark("经营范围", "Business scope", help=Text("照营业执照，须覆盖投标内容", "As on the licence")),
    ] = None
    licence_scan: Annotated[
        Scans | None,
        Mark("营业执照扫描件", "Business licence scan", help=Text("文件路径", "The path of the file")),
    ] = None
    legal_rep: Annotated[
        String | None,
        Mark(
            "法定代表人",
            "Legal representative",
            names=("法人代表",),
            help=Text("营业执照上的姓名", "On the licence"),
        ),
    ] = None
    legal_rep_gender: Annotated[
        Gender | None,
        Mark(
            "法定代表人性别",
            "Representative's gender",
            help=Text("身份证明书要填", "For the certificate of identity"),
        ),
    ] = None
    legal_rep_age: Annotated[
        YearCount | None,
        Mark(
            "法定代表人年龄", "Representative's age", unit=YEARS, help=Text("周岁，每年更新", "In full years")
        ),
    ] = None
    legal_rep_title: Annotated[
        String | None,
        Mark(
            "法定代表人职务",
            "Representative's position",
            help=Text("如 董事长", "Such as chair of the board"),
        ),
    ] = None
    legal_rep_id: Annotated[
        IdNumber | None,
        Mark(
            "法定代表人身份证号",
            "Representative's ID number",
            personal=True,
            help=Text(
                "按文字填写，外籍填护照号；除非格式要求，印出时遮盖",
                "As text; masked in print unless a form demands it",
            ),
        ),
    ] = None
    legal_rep_id_scan: Annotated[
        Scans | None,
        Mark(
            "法定代表人身份证扫描件",
            "Representative's ID scan",
            personal=True,
            help=Text("正反面扫描件的路径；只在投标文件中附", "Its path, both sides; only bids enclose it"),
        ),
    ] = None
    legal_rep_phone: Annotated[
        String | None,
        Mark(
            "法定代表人电话",
            "Representative's phone",
            personal=True,
            help=Text("基本情况表要填", "For the bidder's data sheet"),
        ),
    ] = None
