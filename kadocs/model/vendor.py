"""Us: the company that sells."""

from __future__ import annotations

from typing import Annotated

from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE, Noun
from kadocs.model.types import Day, Lines, Names, PeopleCount, String


class VatType(Choice):
    """How the vendor is registered for value-added tax."""

    GENERAL = "general", "一般纳税人", "General taxpayer"
    SMALL = "small", "小规模纳税人", "Small-scale taxpayer"


class EnterpriseSize(Choice):
    """The size class that SME rules ask for."""

    LARGE = "large", "大型企业", "Large", "大型"
    MEDIUM = "medium", "中型企业", "Medium", "中型"
    SMALL = "small", "小型企业", "Small", "小型"
    MICRO = "micro", "微型企业", "Micro", "微型"


class Bank(Noun):
    """The account that customers pay into."""

    name: Annotated[String, Mark("开户行", "Bank", names=("开户银行", "银行名称"))]
    account: Annotated[String, Mark("账号", "Account number", names=("银行账号", "银行账户"))]


class Vendor(Noun):
    """The selling company, as its business licence has it."""

    legal_name: Annotated[
        String | None,
        Mark(
            "公司全称",
            "Legal name",
            audience=Audience.PUBLIC,
            names=("投标人", "乙方", "供应商", "承建单位", "我方"),
        ),
    ] = None
    short_name: Annotated[String | None, Mark("公司简称", "Short name", audience=Audience.PUBLIC)] = None
    uscc: Annotated[String | None, Mark("统一社会信用代码", "Registration number", names=("信用代码",))] = (
        None
    )
    legal_rep: Annotated[
        String | None, Mark("法定代表人", "Legal representative", personal=True, names=("法人代表",))
    ] = None
    agent: Annotated[
        String | None, Mark("授权代表", "Authorised agent", personal=True, names=("委托代理人",))
    ] = None
    agent_title: Annotated[String | None, Mark("授权代表职务", "Agent's position")] = None
    address: Annotated[String | None, Mark("公司地址", "Address", names=("注册地址",))] = None
    postcode: Annotated[String | None, Mark("邮政编码", "Postcode", names=("邮编",))] = None
    phone: Annotated[String | None, Mark("公司电话", "Phone", names=("联系电话",))] = None
    email: Annotated[String | None, Mark("公司邮箱", "E-mail", names=("电子邮箱",))] = None
    website: Annotated[String | None, Mark("公司网址", "Website", names=("网址",))] = None
    bank: Annotated[Bank | None, Mark("收款账户", "Bank account")] = None
    vat_type: Annotated[VatType | None, Mark("纳税人类型", "VAT registration")] = None
    sme_type: Annotated[EnterpriseSize | None, Mark("企业规模", "Enterprise size")] = None
    founded: Annotated[Day | None, Mark("公司成立日期", "Founded")] = None
    employees: Annotated[PeopleCount | None, Mark("公司人数", "Employees", unit=PEOPLE)] = None
    profile: Annotated[String | None, Mark("公司简介", "Company profile")] = None
    strengths: Annotated[Lines, Mark("公司优势", "Strengths", names=("资质与优势",))] = ()
    logo: Annotated[String | None, Mark("公司标志", "Logo", names=("LOGO",))] = None
    seals: Annotated[Names, Mark("印章", "Seals")] = ()
