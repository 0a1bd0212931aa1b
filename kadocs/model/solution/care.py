"""What keeps the work good: method, risks, service levels, and the control of the document."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import (
    Flag,
    Scale5,
    String,
)


class ServiceLevel(Noun):
    """How fast a class of fault is answered and cured."""

    level: Annotated[
        String,
        Mark(
            "故障级别",
            "Level",
            names=("级别", "服务级别"),
            help=Text("故障分几级，这是哪一级", "Which level of fault"),
        ),
    ]
    definition: Annotated[
        String,
        Mark(
            "级别定义",
            "Definition",
            names=("定义",),
            help=Text("什么情况算这一级", "What counts as this level"),
        ),
    ]
    response: Annotated[
        String | None,
        Mark("响应时间", "Response time", names=("响应",), help=Text("多久给答复", "How soon we answer")),
    ] = None
    onsite: Annotated[
        String | None,
        Mark("到场时间", "On site", names=("到场",), help=Text("多久到现场", "How soon we are there")),
    ] = None
    recovery: Annotated[
        String | None,
        Mark("恢复时间", "Recovery", names=("恢复",), help=Text("多久恢复", "How soon it works again")),
    ] = None
    always: Annotated[
        Flag,
        Mark(
            "7×24",
            "24/7",
            names=("7*24", "7x24", "7×24?", "24x7"),
            help=Text("全天候服务填“是”", "Yes where it holds day and night"),
        ),
    ] = False


class Risk(Noun):
    """Something that may go wrong, and what we do about it."""

    risk: Annotated[
        String, Mark("风险", "Risk", names=("风险描述",), help=Text("可能出什么问题", "What may go wrong"))
    ]
    probability: Annotated[
        Scale5 | None,
        Mark(
            "概率",
            "Probability",
            names=("可能性",),
            help=Text("1 很少发生，5 几乎一定", "1 hardly ever, 5 almost certain"),
        ),
    ] = None
    impact: Annotated[
        Scale5 | None,
        Mark(
            "影响程度",
            "Impact",
            names=("影响",),
            help=Text("1 可忽略，5 毁掉项目", "1 negligible, 5 ruins the project"),
        ),
    ] = None
    response: Annotated[
        String | None,
        Mark(
            "应对措施",
            "Mitigation",
            names=("应对",),
            help=Text("怎么防、发生了怎么办", "How to prevent it, and what to do if it happens"),
        ),
    ] = None
    owner: Annotated[
        String | None, Mark("风险责任人", "Owner", names=("责任人",), help=Text("由谁盯着", "Who watches it"))
    ] = None

    @computed(
        Mark(
            "风险等级",
            "Risk level",
            help=Text(
                "概率 × 影响：15 起为高，8 起为中", "Probability × impact: high from 15, medium from 8"
            ),
        ),
        "probability",
        "impact",
    )
    def level(self) -> Text | None:
        """High from 15, medium from 8, on probability × impact."""
        if self.probability is None or self.impact is None:
            return None
        score = self.probability * self.impact
        return (
            Text("高", "High") if score >= 15 else Text("中", "Medium") if score >= 8 else Text("低", "Low")
        )


class Service(Noun):
    """What comes after acceptance, beside the service levels."""

    spare_parts: Annotated[
        String | None,
        Mark(
            "备件",
            "Spare parts",
            names=("备品备件",),
            help=Text("备件放在哪、供应多少年", "Where spares are kept and how long they are supplied"),
        ),
    ] = None
    escalation: Annotated[
        String | None,
        Mark("升级路径", "Escalation", help=Text("解决不了时逐级找谁", "Whom to turn to, step by step")),
    ] = None
    hotline: Annotated[
        String | None,
        Mark("服务热线", "Hotline", help=Text("24 小时能打通的电话", "The number that always answers")),
    ] = None


class Method(Noun):
    """How quality, risks, changes and communication are managed in the project."""

    quality: Annotated[
        String | None,
        Mark("质量管理", "Quality management", help=Text("怎样保证质量", "How quality is kept")),
    ] = None
    risk: Annotated[
        String | None,
        Mark(
            "风险管理",
            "Risk management",
            help=Text("怎样发现和处理风险", "How risks are found and dealt with"),
        ),
    ] = None
    change: Annotated[
        String | None,
        Mark(
            "变更管理",
            "Change management",
            help=Text("变更怎么提、谁批", "How a change is asked for and approved"),
        ),
    ] = None
    communication: Annotated[
        String | None,
        Mark("沟通管理", "Communication", help=Text("例会、报告、联系方式", "Meetings, reports, contacts")),
    ] = None
