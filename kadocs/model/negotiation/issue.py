"""What is negotiated: each issue with our ideal, target and walk-away, and what was agreed."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from kadocs.figures import numbers
from kadocs.findings import Fault, Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.negotiation.meeting import Round
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Count, Day, String, Weight

_secret = partial(Mark, audience=Audience.SECRET)


class IssueType(Choice):
    """What kind of term an issue is about."""

    PRICE = "price", "价格", "Price"
    PAYMENT = "payment", "付款", "Payment", "付款条件"
    DELIVERY = "delivery", "交付", "Delivery", "交期", "交货"
    SCOPE = "scope", "范围", "Scope", "供货范围"
    WARRANTY = "warranty", "质保", "Warranty"
    DAMAGES = "damages", "违约", "Liquidated damages", "违约金"
    LIABILITY = "liability", "责任上限", "Liability cap"
    IP = "ip", "知识产权", "Intellectual property", "IP"
    ACCEPTANCE = "acceptance", "验收", "Acceptance"
    CONFIDENTIALITY = "confidentiality", "保密", "Confidentiality"
    DISPUTES = "disputes", "争议", "Disputes", "争议解决"
    OTHER = "other", "其他", "Other"


class IssueStatus(Choice):
    """How far the two sides have come on an issue."""

    OPEN = "open", "未谈", "Not yet discussed"
    DISPUTED = "disputed", "分歧", "Disputed", "有分歧"
    CONDITIONAL = "conditional", "有条件", "Conditional", "有条件同意"
    AGREED = "agreed", "已达成", "Agreed", "达成", "一致"


class Issue(Noun):
    """One issue, from our ideal to the point at which we leave; what was agreed is `AgreedTerm`."""

    id: Annotated[
        String | None,
        _secret(
            "议题编号",
            "Issue ID",
            names=("编号",),
            help=Text("自编短号，如 N-01，记录里按它引用", "A short number, such as N-01, to refer to"),
        ),
    ] = None
    topic: Annotated[
        String,
        _secret(
            "议题",
            "Issue",
            names=("谈判议题",),
            help=Text(
                "谈什么，写得客户也能看：达成后印入条款确认单",
                "What is negotiated, fit for the customer's eyes: once agreed it is printed",
            ),
        ),
    ]
    type: Annotated[
        IssueType | None,
        _secret("议题类型", "Type", names=("类型",), help=Text("从列表中选一类", "Choose from the list")),
    ] = None
    weight: Annotated[
        Weight | None,
        _secret(
            "权重",
            "Weight",
            unit=PERCENT,
            help=Text(
                "对我方有多重要；各议题合计 100", "How much it matters to us; all issues add up to 100"
            ),
        ),
    ] = None
    ideal: Annotated[
        String | None,
        _secret(
            "理想", "Ideal", names=("理想值",), help=Text("最好能拿到的结果", "The best we could hope for")
        ),
    ] = None
    target: Annotated[
        String | None,
        _secret(
            "目标", "Target", names=("目标值",), help=Text("实际要争取的结果", "What we mean to achieve")
        ),
    ] = None
    walk_away: Annotated[
        String | None,
        _secret(
            "底线",
            "Walk-away",
            names=("底线值",),
            help=Text(
                "比这再差就不签；尽量写成数字加单位",
                "Worse than this we do not sign; best a figure with unit",
            ),
        ),
    ] = None
    their_open: Annotated[
        String | None,
        _secret(
            "对方开价",
            "Their opening",
            names=("对方要求",),
            help=Text("对方第一次提出的条件", "What they asked for first"),
        ),
    ] = None
    their_limit_est: Annotated[
        String | None,
        _secret(
            "对方底线（估）",
            "Their limit (estimate)",
            names=("对方底线估计",),
            help=Text(
                "估计对方最多能接受到哪里，单位同我方底线",
                "How far we think they can go, in the unit of our walk-away",
            ),
        ),
    ] = None
    trade: Annotated[
        String | None,
        _secret(
            "交换条件",
            "Trade",
            names=("以什么换什么",),
            help=Text("我方让这一条时要换回什么", "What we want in return if we give way here"),
        ),
    ] = None
    order: Annotated[
        Count | None,
        _secret(
            "谈判顺序",
            "Order",
            names=("顺序",),
            help=Text("第几个谈，写 1、2、3", "Which comes first: 1, 2, 3 and so on"),
        ),
    ] = None
    approval: Annotated[
        String | None,
        _secret(
            "审批级别",
            "Approval level",
            names=("审批层级",),
            help=Text("低于目标时由谁批准", "Who must approve less than the target"),
        ),
    ] = None
    status: Annotated[
        IssueStatus | None,
        _secret(
            "议题状态",
            "Status",
            names=("状态",),
            help=Text(
                "谈成后改为“已达成”，结果才会出现在条款确认单",
                "Set it to Agreed once it is: only then is the result printed",
            ),
        ),
    ] = None
    result: Annotated[
        String | None,
        _secret(
            "谈判结果",
            "Result",
            names=("结果", "达成条款"),
            help=Text(
                "双方一致的条款原文，会给客户看", "The terms as both sides agreed them; the customer reads it"
            ),
        ),
    ] = None
    agreed_in: Annotated[
        Count | None,
        _secret(
            "谈定轮次",
            "Agreed in round",
            help=Text("第几轮谈定的，会给客户看", "In which round; the customer reads it"),
        ),
    ] = None

    @computed(
        _secret(
            "有成交区间",
            "Agreement possible",
            help=Text("对方底线够到我方底线即为“是”", "Whether their limit reaches our walk-away"),
        ),
        "walk_away",
        "their_limit_est",
    )
    def zopa(self) -> bool | None:
        """Whether their limit reaches our walk-away, in the direction from our ideal to it.

        None where one of the three is no figure, or they have different units.
        """
        ideal, ours, theirs = (figure(text) for text in (self.ideal, self.walk_away, self.their_limit_est))
        if not ideal or not ours or not theirs or len({ideal[1], ours[1], theirs[1]}) > 1:
            return None
        return theirs[0] >= ours[0] if ideal[0] >= ours[0] else theirs[0] <= ours[0]


class AgreedTerm(Noun):
    """One term as both sides agreed it: what of an issue the customer may read."""

    id: Annotated[
        String | None, Mark("议题编号", "Issue ID", help=Text("对应的议题", "The issue's number"))
    ] = None
    topic: Annotated[String, Mark("议题", "Issue", help=Text("谈定的题目", "What was agreed about"))]
    result: Annotated[
        String | None, Mark("达成条款", "Agreed terms", help=Text("双方一致的条款", "The terms as agreed"))
    ] = None
    status: Annotated[IssueStatus, Mark("状态", "Status", help=Text("总是“已达成”", "Always Agreed"))]
    round: Annotated[
        Count | None, Mark("谈定轮次", "Round", help=Text("第几轮谈定的", "In which round it was agreed"))
    ] = None
    date: Annotated[
        Day | None, Mark("谈定日期", "Agreed on", help=Text("那一轮的日期", "The day of that round"))
    ] = None


def agreed(issues: tuple[Issue, ...], rounds: tuple[Round, ...]) -> tuple[AgreedTerm, ...]:
    """The issues on which both sides agree, as the customer may read them, with the day of their round."""
    days = {each.no: each.date for each in rounds}
    return tuple(
        AgreedTerm.model_construct(
            id=issue.id,
            topic=issue.topic,
            result=issue.result,
            status=IssueStatus.AGREED,
            round=issue.agreed_in,
            date=None if issue.agreed_in is None else days.get(issue.agreed_in),
        )
        for issue in issues
        if issue.status is IssueStatus.AGREED
    )


def figure(text: str | None) -> tuple[Decimal, str] | None:
    """A figure and its unit, if the text is just that: "1,980万元", "36个月", "20%"."""
    try:
        if text and text.rstrip().endswith(("%", "％")):
            return numbers.parse_percent(text), "%"
        return numbers.parse_with_unit(text) if text else None
    except Fault:
        return None
