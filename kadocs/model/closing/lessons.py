"""What the project taught, why we won, and what comes next."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Amount, Chance, Day, Flag, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class WinReason(Choice):
    """Why a deal is won or lost."""

    PRICE = "price", "价格", "Price"
    PRODUCT = "product", "产品技术", "Product and technology", "产品", "技术"
    SOLUTION = "solution", "方案", "Solution"
    RELATIONSHIP = "relationship", "客户关系", "Relationship", "关系"
    REFERENCES = "references", "案例业绩", "References", "业绩"
    DELIVERY = "delivery", "交付与工期", "Delivery and time", "交付", "工期"
    SERVICE = "service", "售后服务", "Service", "服务"
    TERMS = "terms", "商务条款", "Commercial terms", "付款条件"
    QUALIFICATION = "qualification", "资质", "Qualification", "资格"
    TIMING = "timing", "介入时机", "Timing", "时机"
    COMPETITION = "competition", "对手失误或压制", "Competition", "竞争"
    CUSTOMER = "customer", "客户内部变化", "Change at the customer", "项目取消"
    OTHER = "other", "其他", "Other"


class FollowUpKind(Choice):
    """What kind of business comes after."""

    EXPANSION = "expansion", "扩容", "Expansion", "增购"
    RENEWAL = "renewal", "续保", "Renewal", "维保"
    REFERRAL = "referral", "转介绍", "Referral", "推荐"
    REPLACEMENT = "replacement", "更新换代", "Replacement", "升级"
    OTHER = "other", "其他", "Other"


class Lesson(Noun):
    """Something to do again, or otherwise next time."""

    practice: Annotated[
        String, _internal("经验做法", "Practice", names=("做法",), help=Text("当时怎么做的", "What was done"))
    ]
    effect: Annotated[
        String | None,
        _internal(
            "做法效果",
            "Effect",
            names=("效果",),
            help=Text("带来什么结果，最好有数字", "What came of it, best in figures"),
        ),
    ] = None
    advice: Annotated[
        String | None,
        _internal("改进建议", "Advice", names=("建议",), help=Text("下次怎么做", "What to do next time")),
    ] = None
    applies_to: Annotated[
        String | None,
        _internal(
            "适用范围",
            "Applies to",
            names=("适用",),
            help=Text("什么样的项目适用", "For what kind of project"),
        ),
    ] = None


class WinReview(Noun):
    """One reason why we won or lost."""

    reason: Annotated[
        WinReason,
        _internal("赢丢单原因", "Reason", names=("原因",), help=Text("从列表中选", "Choose from the list")),
    ]
    helped: Annotated[
        Flag | None,
        _internal(
            "有利因素",
            "In our favour",
            names=("有利",),
            help=Text("帮了我们填“是”，拖后腿填“否”", "Yes where it helped, no where it hurt"),
        ),
    ] = None
    detail: Annotated[
        String | None,
        _internal(
            "原因说明", "What happened", names=("说明",), help=Text("具体发生了什么", "What happened in fact")
        ),
    ] = None
    source: Annotated[
        String | None,
        _internal(
            "复盘依据",
            "Who says so",
            names=("依据",),
            help=Text("谁说的或哪里看到的", "Whose word it is, or which paper"),
        ),
    ] = None


class FollowUp(Noun):
    """Business that may come after."""

    kind: Annotated[
        FollowUpKind | None,
        _internal(
            "后续类型",
            "Kind",
            names=("类型",),
            help=Text("扩容、续保、转介绍等", "Expansion, renewal, referral ..."),
        ),
    ] = None
    name: Annotated[
        String,
        _internal(
            "后续商机", "Opportunity", names=("商机", "机会"), help=Text("要做什么", "What it is about")
        ),
    ]
    amount: Annotated[
        Amount | None,
        _internal(
            "后续金额",
            "Amount",
            names=("金额", "预计金额"),
            help=Text("预计金额，含税", "What it may come to, with tax"),
        ),
    ] = None
    expected_on: Annotated[
        Day | None,
        _internal(
            "后续预计时间",
            "Expected on",
            names=("预计时间",),
            help=Text("预计什么时候启动", "When it may begin"),
        ),
    ] = None
    probability: Annotated[
        Chance | None,
        _internal(
            "后续可能性", "Probability", unit=PERCENT, names=("可能性",), help=Text("0 到 100", "0 to 100")
        ),
    ] = None
    owner: Annotated[
        String | None,
        _internal("后续责任人", "Owner", names=("责任人",), help=Text("谁跟进", "Who follows it")),
    ] = None
