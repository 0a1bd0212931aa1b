"""Who stands behind the bid: the agent who signs it, consortium partners, subcontractors, named people."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import MONTHS, Noun
from kadocs.model.types import Amount, Day, Flag, IdNumber, MonthCount, Percent, Scans, String, Uscc
from kadocs.model.vendor import EnterpriseSize, Gender


class Agent(Noun):
    """The person whom the power of attorney names, and who signs this bid.

    The legal representative stands in `vendor`, and so does who signs other documents.
    """

    name: Annotated[
        String | None,
        Mark(
            "投标代理人",
            "Bid agent",
            names=("被授权人", "投标委托代理人"),
            help=Text(
                "授权委托书上的被授权人，全套文件由此人签字",
                "Whom the power of attorney names, and who signs",
            ),
        ),
    ] = None
    gender: Annotated[
        Gender | None,
        Mark("代理人性别", "Agent's gender", help=Text("身份证上的性别", "As on the identity card")),
    ] = None
    title: Annotated[
        String | None,
        Mark("代理人职务", "Agent's job title", help=Text("在我方的职务", "The position held with us")),
    ] = None
    id_number: Annotated[
        IdNumber | None,
        Mark(
            "代理人身份证号",
            "Agent's ID number",
            personal=True,
            help=Text(
                "按文字填写，外籍填护照号；只在授权委托书中完整印出",
                "As text; printed in full only where a form demands it",
            ),
        ),
    ] = None
    id_scan: Annotated[
        Scans | None,
        Mark(
            "代理人身份证扫描件",
            "Agent's ID scan",
            personal=True,
            help=Text("正反面扫描件的路径；只在投标文件中附", "Its path, both sides; only bids enclose it"),
        ),
    ] = None
    phone: Annotated[
        String | None,
        Mark(
            "代理人手机",
            "Agent's mobile",
            personal=True,
            help=Text("开标时能接通的号码", "Reachable at the opening"),
        ),
    ] = None
    email: Annotated[
        String | None,
        Mark(
            "代理人邮箱",
            "Agent's e-mail",
            personal=True,
            help=Text("收澄清和通知的邮箱", "For notices and questions"),
        ),
    ] = None
    authorised_on: Annotated[
        Day | None,
        Mark(
            "授权日期",
            "Authorised on",
            help=Text("授权委托书的签署日期", "The date of the power of attorney"),
        ),
    ] = None
    authorised_until: Annotated[
        Day | None,
        Mark(
            "授权截止日",
            "Authorised until",
            names=("委托期限",),
            help=Text("不早于投标有效期届满日", "Not before the bid's validity ends"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "授权范围",
            "Scope of authority",
            help=Text("如 签署、澄清、递交、签订合同", "Such as to sign, clarify and submit"),
        ),
    ] = None


class ConsortiumRole(Choice):
    """A member's part in a consortium."""

    LEADER = "leader", "牵头人", "Leader"
    MEMBER = "member", "成员", "Member"


class ConsortiumMember(Noun):
    """One member of the consortium, ourselves included."""

    name: Annotated[
        String,
        Mark(
            "联合体成员",
            "Consortium member",
            names=("成员单位",),
            help=Text("单位全称", "The company's full name"),
        ),
    ]
    role: Annotated[
        ConsortiumRole | None,
        Mark(
            "联合体角色",
            "Consortium role",
            names=("角色",),
            help=Text("牵头人只有一个", "There is one leader"),
        ),
    ] = None
    uscc: Annotated[
        Uscc | None,
        Mark(
            "成员信用代码",
            "Member's registration number",
            names=("信用代码",),
            help=Text("18 位", "18 characters"),
        ),
    ] = None
    legal_rep: Annotated[
        String | None,
        Mark(
            "成员法定代表人",
            "Member's legal representative",
            help=Text("签联合体协议的人", "Who signs the agreement"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "联合体分工",
            "Scope of work",
            names=("分工", "职责"),
            help=Text("承担哪部分工作", "Which part it does"),
        ),
    ] = None
    share: Annotated[
        Percent | None,
        Mark(
            "联合体份额",
            "Consortium share",
            names=("份额",),
            help=Text("合同额占比，合计 100%", "Together they make 100%"),
        ),
    ] = None
    qualification: Annotated[
        String | None,
        Mark(
            "成员资质等级",
            "Member's grade",
            help=Text("同专业按较低等级认定", "Of one speciality, the lowest counts"),
        ),
    ] = None
    size: Annotated[
        EnterpriseSize | None,
        Mark("成员企业规模", "Member's size", help=Text("享受价格扣除时须填", "For the SME deduction")),
    ] = None
    signed: Annotated[
        Flag | None,
        Mark(
            "协议已签章",
            "Agreement signed",
            help=Text("该成员已在联合体协议上签章", "It signed and sealed the agreement"),
        ),
    ] = None


class Subcontract(Noun):
    """Work that another company is to do for us."""

    work: Annotated[
        String,
        Mark(
            "分包工作",
            "Subcontracted work",
            names=("分包内容",),
            help=Text("只能是非主体、非关键工作", "Not the main work"),
        ),
    ]
    subcontractor: Annotated[
        String | None,
        Mark(
            "分包单位",
            "Subcontractor",
            names=("分包人",),
            help=Text("单位全称；政府采购须写明", "In full, if it is known"),
        ),
    ] = None
    qualification: Annotated[
        String | None,
        Mark(
            "分包单位资质", "Subcontractor's certificates", help=Text("证书和等级", "Certificates and grades")
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark("分包金额", "Subcontract amount", help=Text("拟分包的金额", "What is to be subcontracted")),
    ] = None
    share: Annotated[
        Percent | None,
        Mark(
            "分包比例", "Subcontract share", help=Text("占合同总价的比例", "Its share of the contract price")
        ),
    ] = None
    size: Annotated[
        EnterpriseSize | None,
        Mark(
            "分包单位规模", "Subcontractor's size", help=Text("享受价格扣除时须填", "For the SME deduction")
        ),
    ] = None
    key_work: Annotated[
        Flag | None,
        Mark(
            "属主体工作",
            "Main work",
            help=Text("主体或关键工作不得分包", "Main work may not be subcontracted"),
        ),
    ] = None


class TeamPost(Noun):
    """A person whom the bid names for a post; who they are stands in `qualifications.people`.

    The team that a proposal shows is `solution.team`.
    """

    person: Annotated[
        String,
        Mark(
            "拟派人员",
            "Person named",
            names=("姓名",),
            help=Text("人员台账中的姓名或编号", "A name or ID of our people"),
        ),
    ]
    post: Annotated[
        String | None,
        Mark(
            "拟任岗位",
            "Post in the project",
            names=("拟任职务", "岗位"),
            help=Text("如 项目经理", "Such as project manager"),
        ),
    ] = None
    key: Annotated[
        Flag | None,
        Mark(
            "关键岗位", "Key post", help=Text("中标后不得随意更换的岗位", "Not to be changed without consent")
        ),
    ] = None
    months: Annotated[
        MonthCount | None,
        Mark(
            "投入月数",
            "Months on the job",
            unit=MONTHS,
            help=Text("计划投入的人月", "How long they are planned in"),
        ),
    ] = None
    resident: Annotated[
        Flag | None,
        Mark("驻场", "On site", help=Text("常驻项目现场填“是”", "Yes where they stay at the site")),
    ] = None
