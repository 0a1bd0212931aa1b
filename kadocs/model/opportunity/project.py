"""The customer's project: what it is, how it is bought, how far it is approved."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.opportunity.choices import (
    BuyerStep,
    Confidentiality,
    FundStatus,
    OrderType,
    ProcurementMethod,
    ProjectType,
    Regime,
    RevenueType,
    Stage,
)
from kadocs.model.types import Amount, Day, Flag, String

_INTERNAL = Audience.INTERNAL


class Project(Noun):
    """What the customer means to do, and how it buys."""

    id: Annotated[
        String | None,
        Mark(
            "商机编号",
            "Opportunity ID",
            names=("项目编号", "项目号"),
            help=Text("全公司唯一的编号，文件名也用它", "Unique in the company; documents are filed by it"),
        ),
    ] = None
    name: Annotated[
        String | None,
        Mark(
            "项目名称",
            "Project",
            names=("商机名称", "工程名称"),
            help=Text("客户正式文件上的项目全称", "The project's name in the customer's own papers"),
        ),
    ] = None
    alias: Annotated[
        String | None,
        Mark(
            "项目别名",
            "Project alias",
            audience=_INTERNAL,
            help=Text("内部口头的叫法", "What we call it among ourselves"),
        ),
    ] = None
    account: Annotated[
        String | None,
        Mark(
            "商机客户",
            "Opportunity account",
            help=Text(
                "客户全称、简称或编号，与客户信息一致",
                "The customer's name, short name or ID, as under Account",
            ),
        ),
    ] = None
    stage: Annotated[
        Stage | None,
        Mark(
            "销售阶段",
            "Seller stage",
            audience=_INTERNAL,
            help=Text("我方走到六个阶段的哪一个", "Which of our six stages it is in"),
        ),
    ] = None
    stage_since: Annotated[
        Day | None,
        Mark(
            "进入阶段日期",
            "In stage since",
            audience=_INTERNAL,
            help=Text("哪天进入这个阶段", "The day it entered the stage"),
        ),
    ] = None
    buyer_step: Annotated[
        BuyerStep | None,
        Mark(
            "采购步骤",
            "Buyer step",
            audience=_INTERNAL,
            help=Text("客户自己走到采购的哪一步", "Where the customer is in its purchase"),
        ),
    ] = None
    project_type: Annotated[
        ProjectType | None,
        Mark(
            "项目类型",
            "Project type",
            audience=_INTERNAL,
            help=Text("主要是哪种工作", "What kind of work it mainly is"),
        ),
    ] = None
    business_class: Annotated[
        String | None,
        Mark(
            "业务分类",
            "Business class",
            audience=_INTERNAL,
            help=Text("公司内部的业务线或产品线", "Our business line"),
        ),
    ] = None
    revenue_type: Annotated[
        RevenueType | None,
        Mark(
            "收入确认类型",
            "Revenue type",
            audience=_INTERNAL,
            help=Text("按总价还是按人天确认收入", "Fixed price, or time and material"),
        ),
    ] = None
    order_type: Annotated[
        OrderType | None,
        Mark(
            "订单类型",
            "Order type",
            audience=_INTERNAL,
            help=Text("新签、增购还是续约", "New, additional or renewal"),
        ),
    ] = None
    contracting_entity: Annotated[
        String | None,
        Mark(
            "签约主体",
            "Contracting entity",
            audience=_INTERNAL,
            help=Text("我方用哪家公司签约", "Which of our companies signs"),
        ),
    ] = None
    procurement_method: Annotated[
        ProcurementMethod | None,
        Mark(
            "采购方式",
            "Procurement method",
            help=Text(
                "客户怎么买；招标项目定标前不能谈实质内容",
                "How the customer buys; a tender forbids negotiation before the award",
            ),
        ),
    ] = None
    regime: Annotated[
        Regime | None,
        Mark(
            "招标规则",
            "Tender rules",
            help=Text(
                "招标文件用的范本或法规，决定检查哪些规则",
                "The model documents or rules that the tender follows",
            ),
        ),
    ] = None
    needs_tender: Annotated[
        Flag | None,
        Mark(
            "是否投标",
            "Needs a bid",
            audience=_INTERNAL,
            help=Text("要编投标文件填“是”", "Yes where a bid must be written"),
        ),
    ] = None
    budget: Annotated[
        Amount | None,
        Mark(
            "项目预算",
            "Budget",
            names=("预算",),
            help=Text("客户批的项目预算", "What the customer has set aside for it"),
        ),
    ] = None
    ceiling: Annotated[
        Amount | None,
        Mark(
            "最高限价",
            "Price ceiling",
            names=("最高投标限价",),
            help=Text("超过就废标的价格", "The price above which an offer is rejected"),
        ),
    ] = None
    location: Annotated[
        String | None,
        Mark(
            "项目地点",
            "Site",
            names=("交付地", "交付地点"),
            help=Text("在哪里交付和安装", "Where it is delivered and installed"),
        ),
    ] = None
    confidentiality: Annotated[
        Confidentiality | None,
        Mark("密级", "Confidentiality", help=Text("印在文件封面上的密级", "What covers of documents say")),
    ] = None
    fund_status: Annotated[
        FundStatus | None,
        Mark(
            "立项状态",
            "Funding status",
            audience=_INTERNAL,
            help=Text("客户内部批到哪一步", "How far the customer has approved it"),
        ),
    ] = None
    fund_source: Annotated[
        String | None,
        Mark(
            "资金来源",
            "Source of funds",
            audience=_INTERNAL,
            help=Text("钱从哪里来：财政、自筹、贷款、专项", "Public money, own funds, loan, grant"),
        ),
    ] = None
    initiated_on: Annotated[
        Day | None,
        Mark(
            "客户立项时间",
            "Customer's approval date",
            audience=_INTERNAL,
            help=Text("客户内部立项的日期", "The day on which the customer approved the project"),
        ),
    ] = None
    expected_tender: Annotated[
        Day | None,
        Mark(
            "预计招标日",
            "Expected tender date",
            audience=_INTERNAL,
            help=Text("估计哪天发招标文件", "When the tender is likely to come out"),
        ),
    ] = None
    expected_sign: Annotated[
        Day | None,
        Mark(
            "预计签约日",
            "Expected signing date",
            audience=_INTERNAL,
            names=("预计签约日期",),
            help=Text(
                "估计哪天签合同，不早于招标日", "When the contract is likely to be signed, after the tender"
            ),
        ),
    ] = None
    expected_amount: Annotated[
        Amount | None,
        Mark(
            "预计签约金额",
            "Expected amount",
            audience=_INTERNAL,
            names=("商机金额", "预计金额"),
            help=Text("估计能签多少，含税", "What it is likely to be signed for, with tax"),
        ),
    ] = None
    planned_start: Annotated[
        Day | None,
        Mark(
            "项目计划开始",
            "Project starts",
            audience=_INTERNAL,
            help=Text("计划哪天开工", "The day planned to begin the work"),
        ),
    ] = None
    planned_end: Annotated[
        Day | None,
        Mark(
            "项目计划结束",
            "Project ends",
            audience=_INTERNAL,
            help=Text("计划哪天验收完", "The day planned to be accepted"),
        ),
    ] = None
    subcontracting: Annotated[
        String | None,
        Mark(
            "分包信息",
            "Subcontracting",
            audience=_INTERNAL,
            help=Text("哪些工作分包、给谁", "What is subcontracted, and to whom"),
        ),
    ] = None
