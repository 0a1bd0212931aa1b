"""Who the customer is: what its business licence and its invoicing details say."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE, Noun
from kadocs.model.types import Amount, Count, Day, Names, PeopleCount, String, Uscc

_INTERNAL = Audience.INTERNAL


class Ownership(Choice):
    """What kind of body the customer is."""

    GOVERNMENT = "government", "党政机关", "Government"
    INSTITUTION = "institution", "事业单位", "Public institution"
    STATE_OWNED = "state_owned", "国企", "State-owned enterprise", "国有企业", "央企"
    PRIVATE = "private", "民企", "Private company", "民营企业"
    FOREIGN = "foreign", "外资", "Foreign-owned", "外资企业"
    JOINT_VENTURE = "joint_venture", "合资", "Joint venture", "合资企业"


class CustomerClass(Choice):
    """What the customer may be in a deal; agents only pay."""

    REGULAR = "regular", "常规销售客户", "Regular customer"
    AGENCY = "agency", "招标代理", "Tendering agency"
    OTHER = "other", "其他", "Other"


class Identity(Noun):
    """The customer, as its business licence has it."""

    name: Annotated[
        String | None,
        Mark(
            "客户全称",
            "Customer",
            audience=Audience.PUBLIC,
            names=("客户名称", "甲方", "业主", "建设单位", "采购人", "招标人"),
            help=Text(
                "营业执照和公章上的全称，一字不差", "The full name on the business licence and the seal"
            ),
        ),
    ] = None
    id: Annotated[
        String | None,
        Mark(
            "客户编号",
            "Customer ID",
            help=Text("客户在我方系统里的编号", "The customer's number in our own systems"),
        ),
    ] = None
    short_name: Annotated[
        String | None,
        Mark(
            "客户简称",
            "Customer short name",
            help=Text(
                "文件里第二次提到客户时用的叫法", "What documents call the customer after the first mention"
            ),
        ),
    ] = None
    aliases: Annotated[
        Names,
        Mark(
            "客户别名",
            "Also known as",
            audience=_INTERNAL,
            names=("曾用名",),
            help=Text(
                "曾用名和口头叫法，用来发现名称写错", "Former names and nicknames, by which slips are found"
            ),
        ),
    ] = ()
    uscc: Annotated[
        Uscc | None,
        Mark(
            "客户统一社会信用代码",
            "Customer registration number",
            help=Text(
                "营业执照上的 18 位代码；境外客户填当地登记号",
                "The 18 characters on a Chinese licence, or the number in the customer's own register",
            ),
        ),
    ] = None
    ownership: Annotated[
        Ownership | None,
        Mark(
            "客户性质",
            "Ownership",
            names=("企业性质", "单位性质"),
            help=Text("决定适用哪套采购规定", "Who owns it, which decides how it must buy"),
        ),
    ] = None
    customer_class: Annotated[
        CustomerClass | None,
        Mark(
            "客户分类",
            "Customer class",
            audience=_INTERNAL,
            help=Text(
                "招标代理只付款，不能作商机、投标和合同的客户",
                "An agency only pays: it is no party to opportunities, bids or contracts",
            ),
        ),
    ] = None
    industry: Annotated[
        String | None,
        Mark(
            "所属行业",
            "Industry",
            names=("行业",),
            help=Text("按国民经济行业分类的叫法", "As the classification of industries names it"),
        ),
    ] = None
    parent: Annotated[
        String | None,
        Mark(
            "集团上级",
            "Parent group",
            names=("上级单位",),
            help=Text("上级集团或主管单位", "The group or authority above it"),
        ),
    ] = None
    legal_rep: Annotated[
        String | None,
        Mark(
            "客户法定代表人",
            "Customer's legal representative",
            help=Text(
                "营业执照上的法定代表人，签合同时要用", "As on the licence; the contract names this person"
            ),
        ),
    ] = None
    address: Annotated[
        String | None,
        Mark(
            "客户地址",
            "Customer address",
            help=Text("注册地址或收件地址", "Where it is registered, or takes its mail"),
        ),
    ] = None
    phone: Annotated[
        String | None,
        Mark(
            "客户电话",
            "Customer phone",
            help=Text(
                "单位总机，开票和合同用；个人手机写在联系人里",
                "The switchboard; people's own phones stand with the contacts",
            ),
        ),
    ] = None
    bank_name: Annotated[
        String | None,
        Mark(
            "客户开户行",
            "Customer's bank",
            help=Text("开票资料里的开户行", "As in the customer's invoicing details"),
        ),
    ] = None
    bank_account: Annotated[
        String | None,
        Mark(
            "客户银行账号",
            "Customer's bank account",
            help=Text(
                "开票资料里的账号，按文字填，前面的 0 要保留",
                "As in its invoicing details; text, with leading zeros",
            ),
        ),
    ] = None
    registered_capital: Annotated[
        Amount | None,
        Mark(
            "注册资本",
            "Registered capital",
            help=Text("营业执照上的金额，如 80亿元", "As on the licence, such as EUR 25,000,000"),
        ),
    ] = None
    founded: Annotated[
        Day | None,
        Mark("客户成立日期", "Customer founded", help=Text("营业执照上的日期", "The day on the licence")),
    ] = None
    employees: Annotated[
        PeopleCount | None,
        Mark(
            "客户人数",
            "Customer employees",
            unit=PEOPLE,
            help=Text("在职人数，约数取整", "How many people work there"),
        ),
    ] = None
    revenue: Annotated[
        Amount | None,
        Mark(
            "年营收",
            "Yearly revenue",
            names=("年营业收入",),
            help=Text("最近一年的营业收入", "Its revenue in the last year that is known"),
        ),
    ] = None
    revenue_year: Annotated[
        Count | None,
        Mark("营收年度", "Revenue year", help=Text("营收是哪一年的", "The year of that revenue")),
    ] = None
    source: Annotated[
        String | None,
        Mark(
            "客户来源",
            "Account source",
            audience=_INTERNAL,
            help=Text("怎么认识这个客户的", "How we came to know it"),
        ),
    ] = None
