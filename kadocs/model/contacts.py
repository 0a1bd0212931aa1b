"""决策链: the people at the customer, and what part they have in the decision."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Access, Day, Flag, Scale5, Stance, String

_INTERNAL = Audience.INTERNAL


class BuyingRole(Choice):
    """What part a contact has in the buying decision."""

    ECONOMIC = "EB", "经济决策", "Economic buyer", "经济决策者", "决策者", "EB"
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

    name: Annotated[
        String,
        Mark(
            "姓名",
            "Name",
            names=("联系人",),
            help=Text("这位联系人的姓名", "The person's full name"),
        ),
    ]
    dept: Annotated[
        String | None,
        Mark(
            "部门",
            "Department",
            help=Text(
                "所在部门，组织架构图按它分组", "The department, by which the organisation chart groups"
            ),
        ),
    ] = None
    title: Annotated[
        String | None,
        Mark("职务", "Position", names=("职位",), help=Text("名片上的职务", "As on the business card")),
    ] = None
    reports_to: Annotated[
        String | None,
        Mark(
            "汇报对象",
            "Reports to",
            audience=_INTERNAL,
            names=("上级",),
            help=Text("上级的姓名，须是本表中的人", "The name of the superior, who stands in this table too"),
        ),
    ] = None
    phone: Annotated[
        String | None,
        Mark(
            "电话",
            "Phone",
            personal=True,
            names=("手机", "联系电话"),
            help=Text("手机或直线", "Mobile or direct line"),
        ),
    ] = None
    email: Annotated[
        String | None, Mark("邮箱", "E-mail", personal=True, help=Text("工作邮箱", "The address at work"))
    ] = None
    role: Annotated[
        BuyingRole | None,
        Mark(
            "采购角色",
            "Buying role",
            audience=_INTERNAL,
            names=("角色",),
            help=Text(
                "在这次采购里起什么作用，不是职务", "The part in this purchase, which is not the position"
            ),
        ),
    ] = None
    decision_maker: Annotated[
        Flag,
        Mark(
            "最高决策者",
            "Decision maker",
            audience=_INTERNAL,
            names=("拍板人",),
            help=Text("最后由这个人拍板就填“是”", "Yes if this person has the last word"),
        ),
    ] = False
    influence: Annotated[
        Scale5 | None,
        Mark(
            "影响力",
            "Influence",
            audience=_INTERNAL,
            help=Text("1 最小、5 最大，或写 高、中、低、★★★", "1 least to 5 most, or high, medium, low, ★★★"),
        ),
    ] = None
    stance: Annotated[
        Stance | None,
        Mark(
            "立场",
            "Stance",
            audience=_INTERNAL,
            names=("态度",),
            help=Text(
                "-2 到 2，或写 强烈支持、支持、中立、反对、强烈反对", "-2 to 2, or for, neutral, against"
            ),
        ),
    ] = None
    access: Annotated[
        Access | None,
        Mark(
            "关系温度",
            "Access",
            audience=_INTERNAL,
            help=Text(
                "能不能见到、谈到真话，0 没接触、3 能约到、5 信任",
                "How well we reach the person: 0 never met, 3 meets us, 5 trusts us",
            ),
        ),
    ] = None
    response_mode: Annotated[
        ResponseMode | None,
        Mark(
            "反应模式",
            "Response mode",
            audience=_INTERNAL,
            help=Text(
                "对改变的态度：想更好、有麻烦、觉得够好、觉得不需要",
                "Wants better, is in trouble, is content, or sees no need",
            ),
        ),
    ] = None
    business_need: Annotated[
        String | None,
        Mark(
            "业务诉求",
            "Business need",
            audience=_INTERNAL,
            help=Text("这个人的部门要得到什么结果", "The result that the person's department needs"),
        ),
    ] = None
    personal_win: Annotated[
        String | None,
        Mark(
            "个人赢",
            "Personal win",
            audience=_INTERNAL,
            help=Text("项目成功对他个人意味着什么", "What success means for the person"),
        ),
    ] = None
    decision_points: Annotated[
        String | None,
        Mark(
            "决策点",
            "Decision points",
            audience=_INTERNAL,
            help=Text("这个人凭什么做判断", "What the person judges by"),
        ),
    ] = None
    prefers: Annotated[
        Preference | None,
        Mark(
            "倾向",
            "Prefers",
            audience=_INTERNAL,
            names=("对我方/竞品倾向",),
            help=Text("现在更愿意选谁", "Whom the person would choose today"),
        ),
    ] = None
    prefers_why: Annotated[
        String | None,
        Mark(
            "倾向原因",
            "Prefers because",
            audience=_INTERNAL,
            help=Text("为什么，有什么迹象", "Why, and by what sign we know"),
        ),
    ] = None
    last_contact: Annotated[
        Day | None,
        Mark(
            "最近接触日",
            "Last contact",
            audience=_INTERNAL,
            help=Text("最近一次见面或通话的日期", "The day of the last meeting or call"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "我方对接人",
            "Our owner",
            audience=_INTERNAL,
            help=Text("我方由谁负责这个人", "Who on our side looks after the person"),
        ),
    ] = None
    next_step: Annotated[
        String | None,
        Mark(
            "下一步",
            "Next step",
            audience=_INTERNAL,
            help=Text("下次为什么、怎样接触", "Why and how to meet next"),
        ),
    ] = None
    next_on: Annotated[
        Day | None,
        Mark(
            "下次接触日",
            "Next contact",
            audience=_INTERNAL,
            names=("下次联系",),
            help=Text("计划哪天", "The day planned for it"),
        ),
    ] = None
    notes: Annotated[
        String | None,
        Mark(
            "私密备注",
            "Private notes",
            audience=Audience.SECRET,
            help=Text(
                "只给谈判和审批小组看的话，不写隐私", "For the negotiators only; nothing about private life"
            ),
        ),
    ] = None
