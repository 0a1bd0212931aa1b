"""What the customer asks for, and our answer to it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Flag, Lines, Number, String


class RequirementType(Choice):
    """What kind of thing is required."""

    FUNCTION = "function", "功能", "Functional", "功能需求", "Function"
    PERFORMANCE = "performance", "性能", "Performance", "性能需求"
    SECURITY = "security", "安全", "Security", "安全需求", "Safety"
    INTEGRATION = "integration", "集成", "Integration", "接口", "Interface"
    SERVICE = "service", "服务", "Service"


class Priority(Choice):
    """How much the customer wants it (MoSCoW)."""

    MUST = "must", "必须", "Must", "M"
    SHOULD = "should", "应该", "Should", "S"
    COULD = "could", "可以", "Could", "C"
    WONT = "wont", "暂不", "Won't", "W", "Will not"


class Response(Choice):
    """How far we meet a requirement."""

    FULL = "full", "完全满足", "Full", "满足", "Fully compliant", "Y"
    PARTIAL = "partial", "部分满足", "Partial", "Partially compliant", "P"
    CUSTOM = "custom", "定制满足", "Custom", "With customisation"
    NONE = "none", "不满足", "None", "Not compliant", "N"


class Deviation(Choice):
    """Whether the offer departs from the requirement, and which way."""

    NONE = "none", "无偏离", "None", "无"
    POSITIVE = "positive", "正偏离", "Positive", "正"
    NEGATIVE = "negative", "负偏离", "Negative", "负"


class Requirement(Noun):
    """One requirement of the customer, with our response."""

    id: Annotated[
        String,
        Mark(
            "需求编号",
            "Requirement ID",
            names=("编号", "需求号", "No.", "ID"),
            help=Text("一条一个编号，别处按它引用", "One number each, by which other tables refer to it"),
        ),
    ]
    text: Annotated[
        String,
        Mark(
            "需求",
            "Requirement",
            names=("需求描述", "需求内容", "Description"),
            help=Text("照抄客户文件的原文", "As the customer wrote it, word for word"),
        ),
    ]
    source: Annotated[
        String | None,
        Mark(
            "来源",
            "Source",
            names=("需求来源",),
            help=Text("出自哪份文件或哪次会谈", "The paper or the meeting that it comes from"),
        ),
    ] = None
    source_clause: Annotated[
        String | None,
        Mark(
            "条款号", "Clause", names=("来源条款",), help=Text("原文件里的条款号", "The clause in that paper")
        ),
    ] = None
    type: Annotated[
        RequirementType | None,
        Mark(
            "类型",
            "Type",
            names=("需求类型",),
            help=Text("属于哪一类要求", "What kind of thing is asked for"),
        ),
    ] = None
    priority: Annotated[
        Priority | None,
        Mark("优先级", "Priority", help=Text("客户有多在意", "How much the customer wants it")),
    ] = None
    mandatory: Annotated[
        Flag,
        Mark(
            "实质性条款",
            "Mandatory",
            names=("★",),
            help=Text("带★、不满足就出局的填“是”", "Yes where an offer without it is rejected"),
        ),
    ] = False
    weight: Annotated[
        Number | None,
        Mark(
            "权重",
            "Weight",
            audience=Audience.INTERNAL,
            help=Text("评标时占多少分", "The points it carries in the evaluation"),
        ),
    ] = None
    response: Annotated[
        Response | None,
        Mark(
            "响应",
            "Response",
            names=("响应程度", "满足情况"),
            help=Text("我方做得到什么程度", "How far we meet it"),
        ),
    ] = None
    response_text: Annotated[
        String | None,
        Mark(
            "响应说明",
            "Response details",
            names=("说明",),
            help=Text("怎么满足，写具体的做法和数值", "How we meet it, with means and figures"),
        ),
    ] = None
    mitigation: Annotated[
        String | None,
        Mark(
            "补救措施",
            "Mitigation",
            names=("替代方案", "缓解措施"),
            help=Text("不能完全满足时怎么补救", "What we do where we do not meet it in full"),
        ),
    ] = None
    deviation: Annotated[
        Deviation | None,
        Mark(
            "偏离",
            "Deviation",
            names=("偏差",),
            help=Text("比要求好填正偏离，差填负偏离", "Positive where we offer more, negative where less"),
        ),
    ] = None
    evidence: Annotated[
        Lines,
        Mark(
            "证明材料",
            "Evidence",
            help=Text("证明做得到的材料，每行一份", "The papers that prove it, one a line"),
        ),
    ] = ()
    section_ref: Annotated[
        String | None,
        Mark(
            "响应章节",
            "Answered in",
            names=("见章节", "章节", "Section"),
            help=Text("方案里哪一章回答它", "The chapter of the proposal that answers it"),
        ),
    ] = None
    page: Annotated[
        Count | None,
        Mark("页码", "Page", help=Text("投标文件的哪一页", "The page of the bid where it is answered")),
    ] = None
