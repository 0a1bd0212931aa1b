"""The closed lists that an opportunity is described with."""

from __future__ import annotations

from kadocs.model.choice import Choice


class Stage(Choice):
    """Our own stage in the sale."""

    DEVELOP = "develop", "1开发", "Develop", "开发", "客户开发", "1 开发"
    QUALIFY = "qualify", "2立项", "Qualify", "立项", "2 立项"
    PROPOSE = "propose", "3提案", "Propose", "提案", "3 提案"
    BID = "bid", "4招投标", "Bid", "招投标", "投标", "4 招投标"
    NEGOTIATE = "negotiate", "5谈判", "Negotiate", "谈判", "商务谈判", "5 谈判"
    DELIVER = "deliver", "6实施", "Deliver", "实施", "工程实施", "6 实施"
    WON = "won", "赢单", "Won", "已赢单"
    LOST = "lost", "丢单", "Lost", "已丢单", "输单"
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


class Reliability(Choice):
    """How well what we know of the project is founded."""

    A = "A", "A书面", "A written", "A级", "Grade A", "书面"
    B = "B", "B关键人口述", "B told by a key person", "B级", "Grade B", "关键人口述", "口述"
    C = "C", "C传闻", "C hearsay", "C级", "Grade C", "传闻"


class ProjectType(Choice):
    """What kind of work the project is."""

    IMPLEMENTATION = "implementation", "实施", "Implementation", "产品实施"
    DEVELOPMENT = "development", "定制开发", "Custom development"
    INTEGRATION = "integration", "系统集成", "System integration"
    CONSULTING = "consulting", "咨询", "Consulting"
    OPERATION = "operation", "运维", "Operation and maintenance", "运维服务"


class RevenueType(Choice):
    """How revenue is recognised."""

    FIXED = "fixed", "固定总价", "Fixed price"
    TIME = "time", "人天计费", "Time and material", "T&M", "人天T&M", "人天"


class OrderType(Choice):
    """Whether the order is a first one, more of the same, or a renewal."""

    NEW = "new", "新签", "New"
    ADDITIONAL = "additional", "增购", "Additional"
    RENEWAL = "renewal", "续约", "Renewal"


class Standing(Choice):
    """Where we stand against the rivals in the customer's eyes."""

    AHEAD = "ahead", "领先", "Ahead"
    LEVEL = "level", "并列", "Level"
    BEHIND = "behind", "落后", "Behind"
    UNKNOWN = "unknown", "不清楚", "Unknown", "未知"


class LeadSource(Choice):
    """How a lead came in."""

    CUSTOMER = "customer", "客户来电来函", "Customer's call or letter", "客户来电", "客户主动联系"
    VISIT = "visit", "拜访发现", "Found on a visit", "拜访"
    NOTICE = "notice", "招标公告", "Tender notice", "公告"
    PARTNER = "partner", "合作伙伴", "Partner", "伙伴推荐"
    EVENT = "event", "展会活动", "Event", "展会"
    WEB = "web", "网站咨询", "Web enquiry", "网络"
    REFERRAL = "referral", "老客户推荐", "Referral", "转介绍"
    OTHER = "other", "其他来源", "Other source"
