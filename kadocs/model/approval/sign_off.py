"""What the approvers read beside the figures, and what they say."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERSON_DAYS, Noun
from kadocs.model.types import Day, Number, Scale5, String

_INTERNAL = Audience.INTERNAL


class Opinion(Choice):
    """What an approver says."""

    AGREE = "agree", "同意", "Agree", "批准"
    CONDITIONAL = "conditional", "有条件同意", "Agree with conditions", "有条件"
    REFUSE = "refuse", "不同意", "Refuse", "否决"


class SignOff(Noun):
    """One step of the approval chain."""

    post: Annotated[
        String,
        Mark(
            "审批岗位",
            "Post",
            audience=_INTERNAL,
            names=("岗位", "审批环节"),
            help=Text(
                "按顺序：销售负责人、事业部、财务、本部", "In order: sales, division, finance, headquarters"
            ),
        ),
    ]
    name: Annotated[
        String | None,
        Mark(
            "审批人",
            "Approver",
            audience=_INTERNAL,
            names=("姓名",),
            help=Text("谁审批，不能是编制人", "Who approves; never the author"),
        ),
    ] = None
    opinion: Annotated[
        Opinion | None,
        Mark(
            "审批意见",
            "Opinion",
            audience=_INTERNAL,
            names=("意见",),
            help=Text("还没批就留空", "Empty until it is given"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "审批说明",
            "Approver's note",
            audience=_INTERNAL,
            names=("说明",),
            help=Text("条件或理由", "Conditions or reasons"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Mark(
            "审批日期",
            "Approved on",
            audience=_INTERNAL,
            names=("日期",),
            help=Text("签字的日期", "The day it was signed"),
        ),
    ] = None


class DealRisk(Noun):
    """Something that may spoil the deal for us; the project's risks stand in the solution."""

    risk: Annotated[
        String,
        Mark(
            "商务风险",
            "Deal risk",
            audience=_INTERNAL,
            names=("立项风险", "风险"),
            help=Text("可能让我们丢单、亏损或违约的事", "What may lose the deal, or lose us money"),
        ),
    ]
    probability: Annotated[
        Scale5 | None,
        Mark(
            "风险概率",
            "Probability",
            audience=_INTERNAL,
            names=("概率",),
            help=Text("1 很少发生，5 几乎一定", "1 hardly ever, 5 almost certain"),
        ),
    ] = None
    impact: Annotated[
        Scale5 | None,
        Mark(
            "风险影响",
            "Impact",
            audience=_INTERNAL,
            names=("影响",),
            help=Text("1 可忽略，5 毁掉项目", "1 negligible, 5 ruins the project"),
        ),
    ] = None
    response: Annotated[
        String | None,
        Mark(
            "风险应对",
            "Response",
            audience=_INTERNAL,
            names=("应对", "应对措施"),
            help=Text("怎么防、发生了怎么办", "How to prevent it, and what to do if it happens"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "风险负责人",
            "Risk owner",
            audience=_INTERNAL,
            names=("责任人",),
            help=Text("由谁盯着", "Who watches it"),
        ),
    ] = None

    @computed(
        Mark(
            "风险值",
            "Risk score",
            audience=_INTERNAL,
            help=Text("概率 × 影响，1 到 25", "Probability × impact, 1 to 25"),
        ),
        "probability",
        "impact",
    )
    def score(self) -> int | None:
        """Probability × impact."""
        return None if self.probability is None or self.impact is None else self.probability * self.impact

    @computed(
        Mark(
            "商务风险等级",
            "Deal risk level",
            audience=_INTERNAL,
            help=Text("15 起为高，8 起为中", "High from 15, medium from 8"),
        ),
        "probability",
        "impact",
    )
    def level(self) -> Text | None:
        """High from 15, medium from 8, on probability × impact."""
        score = self.score
        if score is None:
            return None
        high, medium, low = Text("高", "High"), Text("中", "Medium"), Text("低", "Low")
        return high if score >= 15 else medium if score >= 8 else low


class Resource(Noun):
    """Someone or something that the bid and the project need."""

    role: Annotated[
        String,
        Mark(
            "资源角色",
            "Resource",
            audience=_INTERNAL,
            names=("角色", "资源"),
            help=Text("需要什么岗位或设备", "The role or equipment that is needed"),
        ),
    ]
    name: Annotated[
        String | None,
        Mark(
            "拟派人员",
            "Person",
            audience=_INTERNAL,
            names=("人员", "姓名"),
            help=Text("已经谈好的人，没有就空着", "Who has agreed to it; empty if nobody has"),
        ),
    ] = None
    days: Annotated[
        Number | None,
        Mark(
            "资源人天",
            "Days needed",
            audience=_INTERNAL,
            unit=PERSON_DAYS,
            names=("人天",),
            help=Text("估计用多少人天", "How many person-days"),
        ),
    ] = None
    start: Annotated[
        Day | None,
        Mark(
            "资源开始日",
            "Needed from",
            audience=_INTERNAL,
            names=("开始",),
            help=Text("从哪天起用", "From which day"),
        ),
    ] = None
    end: Annotated[
        Day | None,
        Mark(
            "资源结束日",
            "Needed until",
            audience=_INTERNAL,
            names=("结束",),
            help=Text("用到哪天", "Until which day"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "资源说明",
            "Resource notes",
            audience=_INTERNAL,
            names=("说明", "备注"),
            help=Text("缺口和解决办法", "What is missing, and what to do about it"),
        ),
    ] = None
