"""What was looked up about the customer, and what it runs today."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, String

_INTERNAL = Audience.INTERNAL


class CheckKind(Choice):
    """What is looked up before we deal with a customer."""

    CREDIT = "credit", "信用报告", "Credit report", "企业信用", "信用中国"
    DISHONEST = "dishonest", "失信名单", "Blacklist", "失信", "失信被执行人", "黑名单"
    ENFORCED = "enforced", "被执行", "Enforcement", "被执行人", "司法执行"
    RELATED = "related", "关联关系", "Related parties", "关联方"
    INTEGRITY = "integrity", "廉洁", "Integrity", "廉洁合规", "反商业贿赂"
    EXPORT = "export", "出口管制", "Export control", "EAR", "制裁名单"
    DATA = "data", "数据出境", "Data transfer", "数据合规"
    OTHER = "other", "其他核查", "Other check"


class CheckResult(Choice):
    """What a check found."""

    CLEAR = "clear", "无异常", "Clear", "正常", "通过"
    DOUBT = "doubt", "存疑", "In doubt", "疑似"
    ADVERSE = "adverse", "有问题", "Adverse", "异常", "不通过"
    PENDING = "pending", "待查", "Pending", "未查"


class Check(Noun):
    """One look at a register or list."""

    kind: Annotated[
        CheckKind,
        Mark(
            "核查事项",
            "Check",
            audience=_INTERNAL,
            names=("核查类型",),
            help=Text(
                "查了什么：信用报告、失信名单、关联关系、廉洁、出口管制等",
                "What was looked up: credit report, blacklist, related parties, integrity, export control",
            ),
        ),
    ]
    result: Annotated[
        CheckResult,
        Mark(
            "核查结果",
            "Result",
            audience=_INTERNAL,
            names=("结果",),
            help=Text("查到的结论；还没查就选“待查”", "What was found; Pending where nobody has looked yet"),
        ),
    ]
    date: Annotated[
        Day | None,
        Mark(
            "查询日期",
            "Checked on",
            audience=_INTERNAL,
            names=("核查日期", "日期"),
            help=Text(
                "在哪一天查的，结论只对当天有效", "The day of the query: the answer holds for that day"
            ),
        ),
    ] = None
    source: Annotated[
        String | None,
        Mark(
            "查询渠道",
            "Looked up in",
            audience=_INTERNAL,
            names=("来源", "渠道"),
            help=Text(
                "从哪里查的，如信用中国、执行信息公开网、付费报告编号", "The register, site or report number"
            ),
        ),
    ] = None
    by: Annotated[
        String | None,
        Mark(
            "核查人",
            "Checked by",
            audience=_INTERNAL,
            names=("查询人",),
            help=Text("谁查的", "Who looked it up"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "核查说明",
            "Check notes",
            audience=_INTERNAL,
            names=("说明", "备注"),
            help=Text("发现的问题，或为什么可以继续", "What was found, or why we may go on"),
        ),
    ] = None


class System(Noun):
    """A system that the customer runs today."""

    name: Annotated[
        String,
        Mark(
            "系统名称",
            "System",
            audience=_INTERNAL,
            names=("系统", "在用系统"),
            help=Text("客户在用的系统或设备", "A system or plant that the customer runs"),
        ),
    ]
    supplier: Annotated[
        String | None,
        Mark(
            "系统供应商",
            "System supplier",
            audience=_INTERNAL,
            names=("供应商", "厂家"),
            help=Text("当初由谁供货或现在由谁维护", "Who delivered it, or maintains it now"),
        ),
    ] = None
    since: Annotated[
        String | None,
        Mark(
            "上线时间",
            "In use since",
            audience=_INTERNAL,
            names=("上线年份", "投用时间"),
            help=Text("哪年投入使用，如 2014", "The year it went live, such as 2014"),
        ),
    ] = None
    contract_end: Annotated[
        Day | None,
        Mark(
            "维保到期日",
            "Maintained until",
            audience=_INTERNAL,
            names=("合同到期日",),
            help=Text(
                "现有维保合同哪天到期，这是切入的时机", "When its maintenance contract ends: our opening"
            ),
        ),
    ] = None
    satisfaction: Annotated[
        String | None,
        Mark(
            "使用评价",
            "Satisfaction",
            audience=_INTERNAL,
            names=("满意度", "评价"),
            help=Text(
                "客户自己怎么评价它，最好是原话", "What the customer says of it, best in its own words"
            ),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "系统备注",
            "System notes",
            audience=_INTERNAL,
            names=("备注", "说明"),
            help=Text("规模、版本、停产情况等", "Size, version, end of support"),
        ),
    ] = None
