"""The customer: a company, and the people in it who decide."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE, PERCENT, Noun
from kadocs.model.types import (
    Access,
    Amount,
    Count,
    Day,
    DayCount,
    Names,
    Number,
    PeopleCount,
    Scale5,
    Stance,
    String,
    Weight,
)

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


class Grade(Choice):
    """A grade of credit, payment or reliability."""

    A = "A", "A级", "Grade A"
    B = "B", "B级", "Grade B"
    C = "C", "C级", "Grade C"


class Tier(Choice):
    """How much the account matters to us."""

    S = "S", "S级", "Tier S"
    A = "A", "A级", "Tier A"
    B = "B", "B级", "Tier B"
    C = "C", "C级", "Tier C"


class ExportControl(Choice):
    """Whether the account was screened against export controls."""

    UNCHECKED = "unchecked", "未查", "Unchecked"
    SUSPECTED = "suspected", "疑似", "Suspected"
    CONFIRMED = "confirmed", "确认", "Confirmed"


class TierScore(Noun):
    """One weighted criterion of the account's value."""

    criterion: Annotated[String, Mark("评价项", "Criterion", audience=_INTERNAL)]
    weight: Annotated[Weight, Mark("权重", "Weight", audience=_INTERNAL, unit=PERCENT)]
    score: Annotated[Number, Mark("得分", "Score", audience=_INTERNAL)]
    evidence: Annotated[String | None, Mark("依据", "Evidence", audience=_INTERNAL)] = None


class Account(Noun):
    """The customer, as its business licence has it."""

    name: Annotated[
        String | None,
        Mark(
            "客户全称",
            "Customer",
            audience=Audience.PUBLIC,
            names=("客户名称", "甲方", "业主", "建设单位", "采购人", "招标人"),
        ),
    ] = None
    id: Annotated[String | None, Mark("客户编号", "Customer ID")] = None
    short_name: Annotated[String | None, Mark("客户简称", "Customer short name")] = None
    aliases: Annotated[Names, Mark("客户别名", "Also known as", audience=_INTERNAL, names=("曾用名",))] = ()
    uscc: Annotated[String | None, Mark("客户统一社会信用代码", "Customer registration number")] = None
    ownership: Annotated[Ownership | None, Mark("客户性质", "Ownership", names=("企业性质", "单位性质"))] = (
        None
    )
    customer_class: Annotated[
        CustomerClass | None, Mark("客户分类", "Customer class", audience=_INTERNAL)
    ] = None
    industry: Annotated[String | None, Mark("所属行业", "Industry", names=("行业",))] = None
    parent: Annotated[String | None, Mark("集团上级", "Parent group", names=("上级单位",))] = None
    address: Annotated[String | None, Mark("客户地址", "Customer address")] = None
    registered_capital: Annotated[Amount | None, Mark("注册资本", "Registered capital")] = None
    founded: Annotated[Day | None, Mark("客户成立日期", "Customer founded")] = None
    employees: Annotated[PeopleCount | None, Mark("客户人数", "Customer employees", unit=PEOPLE)] = None
    revenue: Annotated[Amount | None, Mark("年营收", "Yearly revenue", names=("年营业收入",))] = None
    revenue_year: Annotated[Count | None, Mark("营收年度", "Revenue year")] = None
    credit_rating: Annotated[Grade | None, Mark("信用等级", "Credit rating", audience=_INTERNAL)] = None
    payment_behaviour: Annotated[Grade | None, Mark("付款信誉", "Payment behaviour", audience=_INTERNAL)] = (
        None
    )
    payment_days: Annotated[
        DayCount | None, Mark("付款周期", "Payment period", audience=_INTERNAL, unit=Text("天", "days"))
    ] = None
    strategic: Annotated[String | None, Mark("战略合作", "Strategic partnership", audience=_INTERNAL)] = None
    tier: Annotated[Tier | None, Mark("客户等级", "Account tier", audience=_INTERNAL)] = None
    tier_scores: Annotated[tuple[TierScore, ...], Mark("客户评分", "Account scores", audience=_INTERNAL)] = ()
    it_budget: Annotated[Amount | None, Mark("本年预算", "Budget of the year", audience=_INTERNAL)] = None
    incumbents: Annotated[Names, Mark("当前服务商", "Incumbent suppliers", audience=_INTERNAL)] = ()
    export_control: Annotated[
        ExportControl | None, Mark("出口管制核查", "Export control check", audience=_INTERNAL)
    ] = None
    source: Annotated[String | None, Mark("客户来源", "Account source", audience=_INTERNAL)] = None


class BuyingRole(Choice):
    """What part a contact has in the buying decision."""

    ECONOMIC = "EB", "经济决策", "Economic buyer", "经济决策者", "EB"
    USER = "UB", "使用", "User buyer", "使用者", "最终使用"
    TECHNICAL = "TB", "技术把关", "Technical buyer", "技术把关者"
    COACH = "COACH", "教练", "Coach"
    CHAMPION = "CHAMPION", "支持者", "Champion", "内部支持者"
    GATEKEEPER = "GATEKEEPER", "把门人", "Gatekeeper"
    INFLUENCER = "INFLUENCER", "影响者", "Influencer"
    DETRACTOR = "DETRACTOR", "反对者", "Detractor"


class ResponseMode(Choice):
    """How a contact sees the need for change."""

    GROWTH = "growth", "增长", "Growth"
    TROUBLE = "trouble", "困境", "Trouble"
    EVEN_KEEL = "even_keel", "平稳", "Even keel"
    OVERCONFIDENT = "overconfident", "自负", "Overconfident"


class Preference(Choice):
    """Whom a contact would rather buy from."""

    US = "us", "我方", "Us"
    RIVAL = "rival", "竞品", "Rival", "对手"
    NONE = "none", "无倾向", "None", "中立"


class Contact(Noun):
    """A person at the customer."""

    name: Annotated[String, Mark("姓名", "Name", personal=True, names=("联系人",))]
    dept: Annotated[String | None, Mark("部门", "Department")] = None
    title: Annotated[String | None, Mark("职务", "Position", names=("职位",))] = None
    phone: Annotated[String | None, Mark("电话", "Phone", personal=True, names=("手机", "联系电话"))] = None
    email: Annotated[String | None, Mark("邮箱", "E-mail", personal=True)] = None
    role: Annotated[
        BuyingRole | None, Mark("采购角色", "Buying role", audience=_INTERNAL, names=("角色",))
    ] = None
    influence: Annotated[Scale5 | None, Mark("影响力", "Influence", audience=_INTERNAL)] = None
    stance: Annotated[Stance | None, Mark("立场", "Stance", audience=_INTERNAL)] = None
    access: Annotated[Access | None, Mark("关系温度", "Access", audience=_INTERNAL)] = None
    response_mode: Annotated[ResponseMode | None, Mark("反应模式", "Response mode", audience=_INTERNAL)] = (
        None
    )
    business_need: Annotated[String | None, Mark("业务诉求", "Business need", audience=_INTERNAL)] = None
    personal_win: Annotated[String | None, Mark("个人赢", "Personal win", audience=_INTERNAL)] = None
    decision_points: Annotated[String | None, Mark("决策点", "Decision points", audience=_INTERNAL)] = None
    prefers: Annotated[Preference | None, Mark("倾向", "Prefers", audience=_INTERNAL)] = None
    last_contact: Annotated[Day | None, Mark("最近接触日", "Last contact", audience=_INTERNAL)] = None
    owner: Annotated[String | None, Mark("我方对接人", "Our owner", audience=_INTERNAL)] = None
    next_step: Annotated[String | None, Mark("下一步", "Next step", audience=_INTERNAL)] = None
    notes: Annotated[String | None, Mark("私密备注", "Private notes", audience=Audience.SECRET)] = None
