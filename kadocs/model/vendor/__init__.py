"""Us: the company that sells."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE
from kadocs.model.types import Flag, Lines, Names, PeopleCount, PicturePath, String
from kadocs.model.vendor.bank import Bank, BasicAccount
from kadocs.model.vendor.licence import Gender, Licence

__all__ = ["Bank", "BasicAccount", "EnterpriseSize", "Gender", "VatType", "Vendor"]


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


class Vendor(Licence):
    """The selling company: its licence, how to reach it, its accounts, what it is good at."""

    agent: Annotated[
        String | None,
        Mark(
            "授权代表",
            "Authorised agent",
            names=("委托代理人",),
            help=Text(
                "在建议书和合同上签字的人；投标另填投标代理人",
                "Who signs proposals and contracts; a bid has its own",
            ),
        ),
    ] = None
    agent_title: Annotated[
        String | None,
        Mark("授权代表职务", "Agent's position", help=Text("如 事业部总经理", "Such as division manager")),
    ] = None
    address: Annotated[
        String | None,
        Mark("公司地址", "Address", names=("注册地址",), help=Text("营业执照上的住所", "As on the licence")),
    ] = None
    postcode: Annotated[
        String | None,
        Mark("邮政编码", "Postcode", names=("邮编",), help=Text("按文字填写，保留前面的 0", "As text")),
    ] = None
    phone: Annotated[
        String | None,
        Mark("公司电话", "Phone", names=("联系电话",), help=Text("对外的总机", "The number for customers")),
    ] = None
    fax: Annotated[
        String | None,
        Mark("公司传真", "Fax", names=("传真",), help=Text("没有则填“无”", "Write none if there is none")),
    ] = None
    email: Annotated[
        String | None,
        Mark(
            "公司邮箱",
            "E-mail",
            names=("电子邮箱",),
            help=Text("对外的公共邮箱", "The address for customers"),
        ),
    ] = None
    website: Annotated[
        String | None,
        Mark(
            "公司网址", "Website", names=("网址",), help=Text("以 https:// 开头", "Beginning with https://")
        ),
    ] = None
    contact: Annotated[
        String | None,
        Mark("业务联系人", "Business contact", help=Text("客户有事找谁", "Whom customers ask for")),
    ] = None
    contact_phone: Annotated[
        String | None,
        Mark(
            "业务联系电话",
            "Contact's business phone",
            help=Text("工作电话，会印在文件上", "Of the office: it is printed"),
        ),
    ] = None
    contact_email: Annotated[
        String | None,
        Mark(
            "业务联系邮箱",
            "Contact's business e-mail",
            help=Text("工作邮箱，会印在文件上", "Of the office: it is printed"),
        ),
    ] = None
    bank: Annotated[
        Bank | None, Mark("收款账户", "Bank account", help=Text("客户付款的账户", "Where customers pay"))
    ] = None
    basic_account: Annotated[
        BasicAccount | None,
        Mark(
            "基本存款账户",
            "Basic account",
            names=("基本账户",),
            help=Text("投标保证金从这里转出", "Bid bonds leave from it"),
        ),
    ] = None
    vat_type: Annotated[
        VatType | None,
        Mark(
            "纳税人类型",
            "VAT registration",
            help=Text("决定能开哪种发票", "It decides which invoices we issue"),
        ),
    ] = None
    sme_type: Annotated[
        EnterpriseSize | None,
        Mark(
            "企业规模",
            "Enterprise size",
            help=Text("按划型标准，每年核对", "By the official criteria; check every year"),
        ),
    ] = None
    sme_industry: Annotated[
        String | None,
        Mark(
            "划型行业",
            "Industry for the size",
            help=Text("中小企业划型所依据的行业", "By which our size was judged"),
        ),
    ] = None
    disabled_welfare: Annotated[
        Flag | None,
        Mark(
            "残疾人福利性单位",
            "Welfare enterprise of disabled people",
            help=Text("符合财库〔2017〕141号条件填“是”", "Yes where 财库〔2017〕141号 counts us as one"),
        ),
    ] = None
    prison_enterprise: Annotated[
        Flag | None,
        Mark(
            "监狱企业",
            "Prison enterprise",
            help=Text(
                "有省级监狱（戒毒）管理局证明填“是”", "Yes where the provincial authority certifies it"
            ),
        ),
    ] = None
    prison_proof: Annotated[
        String | None,
        Mark(
            "监狱企业证明",
            "Proof of prison enterprise",
            help=Text("证明文件扫描件的路径", "The path of the scan"),
        ),
    ] = None
    employees: Annotated[
        PeopleCount | None,
        Mark("公司人数", "Employees", unit=PEOPLE, help=Text("缴社保的人数", "Those insured")),
    ] = None
    technicians: Annotated[
        PeopleCount | None,
        Mark(
            "技术人员数",
            "Technical staff",
            unit=PEOPLE,
            help=Text("基本情况表要填", "For the bidder's data sheet"),
        ),
    ] = None
    affiliates: Annotated[
        Lines,
        Mark(
            "关联企业",
            "Affiliates",
            help=Text(
                "控股、管理关系的单位；同一标段不得同时投标",
                "Companies we control or that control us: one bid a lot",
            ),
        ),
    ] = ()
    profile: Annotated[
        String | None,
        Mark(
            "公司简介",
            "Company profile",
            help=Text("两三段，写与客户行业相关的", "Two or three paragraphs that matter here"),
        ),
    ] = None
    strengths: Annotated[
        Lines,
        Mark(
            "公司优势",
            "Strengths",
            names=("资质与优势",),
            help=Text("逐条，每条有事实", "One a line, each with a fact"),
        ),
    ] = ()
    logo: Annotated[
        PicturePath | None,
        Mark(
            "公司标志",
            "Logo",
            audience=Audience.PUBLIC,
            names=("LOGO",),
            help=Text("图片路径；印在页眉和封面", "The path of a picture, for headers and covers"),
        ),
    ] = None
    holidays: Annotated[
        Names,
        Mark(
            "放假日",
            "Public holidays",
            help=Text(
                "新公布的放假日期，补充自带日历，如 2027-02-09",
                "Days off newly announced, such as 2027-02-09, beyond those that kadocs knows",
            ),
        ),
    ] = ()
    workdays: Annotated[
        Names,
        Mark(
            "调休上班日",
            "Weekend days worked",
            help=Text("新公布的调休上班日期", "Weekend days that make up for a holiday"),
        ),
    ] = ()
    seals: Annotated[
        Names, Mark("印章", "Seals", help=Text("可用的印章名称", "The names of the seals in use"))
    ] = ()
