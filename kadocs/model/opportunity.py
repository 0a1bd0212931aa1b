"""The project that the customer may buy, and where we stand in it."""

from __future__ import annotations

from typing import Annotated

from kadocs.model.account import Grade
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Amount, Chance, Day, Flag, Lines, Score3, String

_INTERNAL = Audience.INTERNAL


class Stage(Choice):
    """Our own stage in the sale."""

    DEVELOP = "develop", "1开发", "Develop", "开发", "客户开发", "1 开发"
    QUALIFY = "qualify", "2立项", "Qualify", "立项", "2 立项"
    PROPOSE = "propose", "3提案", "Propose", "提案", "3 提案"
    BID = "bid", "4招投标", "Bid", "招投标", "投标", "4 招投标"
    NEGOTIATE = "negotiate", "5谈判", "Negotiate", "谈判", "商务谈判", "5 谈判"
    DELIVER = "deliver", "6实施", "Deliver", "实施", "工程实施", "6 实施"
    WON = "won", "赢单", "Won"
    LOST = "lost", "丢单", "Lost"
    DROPPED = "dropped", "放弃", "Dropped"


class BuyerStep(Choice):
    """The customer's own step in the purchase."""

    INITIATE = "initiate", "内部立项", "Internal approval", "内部需求和立项"
    SHORTLIST = "shortlist", "供应商初选", "Supplier shortlist", "供应商调查筛选"
    SPECIFY = "specify", "指标制定", "Specification", "制定采购指标"
    TENDER = "tender", "招标评标", "Tender and evaluation", "招标、评标"
    COMMIT = "commit", "购买承诺", "Purchase commitment"
    INSTALL = "install", "安装实施", "Installation"


class ProcurementMethod(Choice):
    """How the customer buys."""

    OPEN = "open", "公开招标", "Open tender"
    INVITED = "invited", "邀请招标", "Invited tender"
    COMPETITIVE_NEGOTIATION = "competitive_negotiation", "竞争性谈判", "Competitive negotiation"
    COMPETITIVE_CONSULTATION = "competitive_consultation", "竞争性磋商", "Competitive consultation"
    INQUIRY = "inquiry", "询价", "Request for quotation"
    SINGLE_SOURCE = "single_source", "单一来源", "Single source"
    FRAMEWORK = "framework", "框架", "Framework agreement", "框架协议"
    ENTERPRISE = "enterprise", "企业自主", "Enterprise procurement", "企业自主采购"


class Regime(Choice):
    """The set of rules that a tender follows."""

    NDRC_EQUIPMENT = "ndrc_equipment_2017", "标准设备采购招标文件（2017）", "NDRC equipment 2017"
    NDRC_CONSTRUCTION = "ndrc_construction_2007", "标准施工招标文件（2007）", "NDRC construction 2007"
    NDRC_SERVICE = "ndrc_service_2017", "标准服务招标文件（2017）", "NDRC services 2017"
    GOV_GOODS = "gov_goods", "政府采购货物", "Government goods"
    GOV_SERVICES = "gov_services", "政府采购服务", "Government services"
    GOV_NEGOTIATION = "gov_negotiation", "政府采购谈判磋商询价", "Government negotiation"
    ENTERPRISE = "enterprise", "企业招标", "Enterprise tender"
    RFP = "rfp", "国际招标", "Request for proposal"


class Confidentiality(Choice):
    """The secrecy that documents of the deal carry on their covers."""

    PUBLIC = "public", "公开", "Public"
    INTERNAL = "internal", "内部", "Internal"
    CONFIDENTIAL = "confidential", "商密", "Commercial in confidence", "商业秘密", "秘密"
    SECRET = "secret", "机密", "Secret"


class FundStatus(Choice):
    """How far the customer's money is approved."""

    INTENT = "intent", "意向", "Intent"
    FEASIBILITY = "feasibility", "可研", "Feasibility study"
    APPROVED = "approved", "已批", "Approved"
    BUDGETED = "budgeted", "已批预算", "Budget approved"
    TENDERED = "tendered", "已发标", "Tender issued"


class Level(Choice):
    """High, medium or low."""

    HIGH = "high", "高", "High"
    MEDIUM = "medium", "中", "Medium"
    LOW = "low", "低", "Low"


class Triangle(Noun):
    """铁三角: the three people who own the deal on our side."""

    account_manager: Annotated[
        String | None, Mark("客户经理", "Account manager", names=("客户经理AR", "AR"))
    ] = None
    solution_manager: Annotated[
        String | None, Mark("解决方案经理", "Solution manager", names=("解决方案经理SR", "SR"))
    ] = None
    delivery_manager: Annotated[
        String | None, Mark("交付经理", "Delivery manager", names=("交付经理FR", "FR"))
    ] = None


class Evidence(Noun):
    """One element of MEDDPICC, 0 to 3, with what proves it."""

    element: Annotated[String, Mark("要素", "Element", audience=_INTERNAL)]
    score: Annotated[Score3 | None, Mark("得分", "Score", audience=_INTERNAL)] = None
    evidence: Annotated[String | None, Mark("证据", "Evidence", audience=_INTERNAL)] = None
    date: Annotated[Day | None, Mark("日期", "Date", audience=_INTERNAL)] = None


class C139Point(Noun):
    """One point of C139 (9 Clear, 3 First, 1 Win), reached or not, with what proves it."""

    point: Annotated[String, Mark("控制点", "Point", audience=_INTERNAL)]
    group: Annotated[String | None, Mark("分组", "Group", audience=_INTERNAL)] = None
    reached: Annotated[Flag, Mark("已达成", "Reached", audience=_INTERNAL)] = False
    evidence: Annotated[String | None, Mark("证据", "Evidence", audience=_INTERNAL)] = None


class Bant(Noun):
    """The quick gate of the first stage: budget, authority, need, timing."""

    budget: Annotated[String | None, Mark("预算情况", "Budget", audience=_INTERNAL)] = None
    authority: Annotated[String | None, Mark("决策权", "Authority", audience=_INTERNAL)] = None
    need: Annotated[String | None, Mark("需求", "Need", audience=_INTERNAL)] = None
    timing: Annotated[String | None, Mark("时间", "Timing", audience=_INTERNAL)] = None


class Opportunity(Noun):
    """A project of the customer that we want to win."""

    id: Annotated[String | None, Mark("商机编号", "Opportunity ID", names=("项目编号", "项目号"))] = None
    name: Annotated[String | None, Mark("项目名称", "Project", names=("商机名称", "工程名称"))] = None
    account: Annotated[String | None, Mark("商机客户", "Opportunity account")] = None
    stage: Annotated[Stage | None, Mark("销售阶段", "Seller stage", audience=_INTERNAL)] = None
    buyer_step: Annotated[BuyerStep | None, Mark("采购步骤", "Buyer step", audience=_INTERNAL)] = None
    procurement_method: Annotated[ProcurementMethod | None, Mark("采购方式", "Procurement method")] = None
    regime: Annotated[Regime | None, Mark("招标规则", "Tender rules")] = None
    budget: Annotated[Amount | None, Mark("项目预算", "Budget", names=("预算",))] = None
    ceiling: Annotated[Amount | None, Mark("最高限价", "Price ceiling", names=("最高投标限价",))] = None
    location: Annotated[String | None, Mark("项目地点", "Site", names=("交付地", "交付地点"))] = None
    confidentiality: Annotated[Confidentiality | None, Mark("密级", "Confidentiality")] = None
    fund_status: Annotated[FundStatus | None, Mark("立项状态", "Funding status", audience=_INTERNAL)] = None
    fund_source: Annotated[String | None, Mark("资金来源", "Source of funds", audience=_INTERNAL)] = None
    expected_tender: Annotated[Day | None, Mark("预计招标日", "Expected tender date", audience=_INTERNAL)] = (
        None
    )
    expected_sign: Annotated[
        Day | None, Mark("预计签约日", "Expected signing date", audience=_INTERNAL, names=("预计签约日期",))
    ] = None
    probability: Annotated[
        Chance | None, Mark("赢单概率", "Win probability", audience=_INTERNAL, unit=PERCENT)
    ] = None
    controllability: Annotated[Level | None, Mark("可控性", "Controllability", audience=_INTERNAL)] = None
    priority: Annotated[Level | None, Mark("商机优先级", "Opportunity priority", audience=_INTERNAL)] = None
    source: Annotated[String | None, Mark("信息来源", "Source", audience=_INTERNAL)] = None
    reliability: Annotated[Grade | None, Mark("可信度", "Reliability", audience=_INTERNAL)] = None
    verified_on: Annotated[Day | None, Mark("核实日期", "Verified on", audience=_INTERNAL)] = None
    triangle: Annotated[Triangle | None, Mark("铁三角", "Deal team")] = None
    meddpicc: Annotated[tuple[Evidence, ...], Mark("MEDDPICC", "MEDDPICC", audience=_INTERNAL)] = ()
    c139: Annotated[tuple[C139Point, ...], Mark("C139", "C139", audience=_INTERNAL)] = ()
    bant: Annotated[Bant | None, Mark("BANT", "BANT", audience=_INTERNAL)] = None
    red_flags: Annotated[Lines, Mark("红旗", "Red flags", audience=_INTERNAL)] = ()
    win_loss: Annotated[String | None, Mark("输赢原因", "Win or loss reason", audience=_INTERNAL)] = None
