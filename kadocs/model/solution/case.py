"""Why the customer should believe us: the argument of a proposal."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import MONTHS, Noun
from kadocs.model.types import Amount, Lines, Months, Names, Number, String

_INTERNAL = Audience.INTERNAL


class Summary(Noun):
    """The executive summary, in the order that decision makers read it."""

    challenge: Annotated[
        String | None,
        Mark(
            "客户挑战",
            "Challenge",
            names=("挑战",),
            help=Text("客户面临什么难题，用客户的话", "The customer's problem in its own words"),
        ),
    ] = None
    approach: Annotated[
        String | None,
        Mark(
            "应对思路",
            "Approach",
            names=("方案思路",),
            help=Text("我们怎么解决，几句话", "How we solve it, in a few sentences"),
        ),
    ] = None
    value: Annotated[
        String | None,
        Mark(
            "量化价值",
            "Quantified value",
            names=("价值",),
            help=Text("做成后好多少，用数字", "What gets better, in figures"),
        ),
    ] = None
    proof: Annotated[
        String | None,
        Mark(
            "成功佐证",
            "Proof",
            names=("佐证",),
            help=Text("凭什么相信我们：业绩和数据", "Why to believe us: work done, figures"),
        ),
    ] = None
    investment: Annotated[
        String | None,
        Mark(
            "投资说明",
            "Investment",
            names=("投资",),
            help=Text("要花多少钱、多久收回", "What it costs and when it pays back"),
        ),
    ] = None
    next_step: Annotated[
        String | None,
        Mark(
            "建议下一步",
            "Next step",
            names=("下一步",),
            help=Text("建议客户现在做什么", "What we ask the customer to do now"),
        ),
    ] = None


class Background(Noun):
    """Where the customer comes from and what it runs today."""

    strategy: Annotated[
        String | None,
        Mark(
            "战略背景",
            "Strategic background",
            help=Text("客户的战略和项目的关系", "The customer's plans, and the project's part in them"),
        ),
    ] = None
    current_state: Annotated[
        String | None,
        Mark(
            "现状",
            "Current situation",
            help=Text("现在用什么、规模多大、问题在哪", "What runs today, how large, with what trouble"),
        ),
    ] = None


class Pain(Noun):
    """Something that hurts the customer today."""

    text: Annotated[
        String,
        Mark(
            "痛点",
            "Pain point",
            help=Text("一个痛点，用客户的话", "One thing that hurts, in the customer's words"),
        ),
    ]
    impact: Annotated[
        String | None, Mark("影响", "Impact", help=Text("造成多大损失，用数字", "What it costs, in figures"))
    ] = None
    dept: Annotated[
        String | None,
        Mark("责任部门", "Department", help=Text("哪个部门受影响最大", "The department that suffers most")),
    ] = None
    priority: Annotated[
        String | None, Mark("优先级", "Priority", help=Text("先解决哪个", "Which to cure first"))
    ] = None
    fit: Annotated[
        Number | None,
        Mark(
            "我方能力匹配",
            "Our fit",
            audience=_INTERNAL,
            help=Text("我们解决得了多少，0 到 5", "How well we can cure it, 0 to 5"),
        ),
    ] = None
    evidence: Annotated[
        String | None,
        Mark("证据", "Evidence", audience=_INTERNAL, help=Text("从哪里知道的", "How we know of it")),
    ] = None


class WinTheme(Noun):
    """One reason to choose us: a feature, the benefit it brings, and the proof."""

    theme: Annotated[
        String, Mark("制胜主题", "Win theme", help=Text("一句话说清楚的理由", "The reason in one sentence"))
    ]
    label: Annotated[
        String | None,
        Mark(
            "主题标签",
            "Theme label",
            audience=_INTERNAL,
            help=Text("内部用的短标签", "A short label for ourselves"),
        ),
    ] = None
    feature: Annotated[
        String | None, Mark("特点", "Feature", help=Text("我们有什么不一样", "What is different about us"))
    ] = None
    benefit: Annotated[
        String | None,
        Mark("收益", "Benefit", help=Text("给客户带来什么好处", "What the customer gains by it")),
    ] = None
    proof: Annotated[
        String | None,
        Mark("佐证", "Proof", help=Text("数据、案例、证书", "Figures, references, certificates")),
    ] = None
    criteria: Annotated[
        Names,
        Mark(
            "对应评分项",
            "Criteria",
            audience=_INTERNAL,
            help=Text("对应哪些评分项", "The evaluation criteria it speaks to"),
        ),
    ] = ()
    sections: Annotated[
        Names,
        Mark(
            "体现章节",
            "Sections",
            audience=_INTERNAL,
            help=Text("写进方案的哪些章", "The chapters in which it is told"),
        ),
    ] = ()


class Return(Noun):
    """What the investment brings back."""

    investment: Annotated[
        Amount | None,
        Mark("总投资", "Investment", help=Text("客户总共要投入多少", "All that the customer must spend")),
    ] = None
    annual_benefit: Annotated[
        Amount | None,
        Mark("年收益", "Annual benefit", help=Text("每年省下或多赚多少", "What it saves or earns each year")),
    ] = None
    payback_months: Annotated[
        Months | None,
        Mark(
            "回收期",
            "Payback period",
            unit=MONTHS,
            help=Text("几个月收回投资", "After how many months it has paid back"),
        ),
    ] = None
    npv: Annotated[
        Amount | None,
        Mark(
            "净现值",
            "Net present value",
            names=("NPV",),
            help=Text("折现以后净赚多少", "What is gained after discounting"),
        ),
    ] = None
    tco: Annotated[
        Amount | None,
        Mark(
            "全生命周期成本",
            "Total cost of ownership",
            names=("TCO",),
            help=Text("整个使用期的总花费", "All costs over its life"),
        ),
    ] = None
    basis: Annotated[
        Lines,
        Mark(
            "测算依据",
            "Basis of the calculation",
            help=Text(
                "怎么算的、用了哪些假设，每行一条", "How it was worked out, on what assumptions, one a line"
            ),
        ),
    ] = ()


class Goal(Noun):
    """A measure that the project moves from one value to another."""

    metric: Annotated[
        String, Mark("指标", "Metric", help=Text("要改善的指标", "The figure that shall change"))
    ]
    current: Annotated[
        String | None,
        Mark("现值", "Current value", names=("现状值",), help=Text("现在是多少", "What it is today")),
    ] = None
    target: Annotated[String, Mark("目标值", "Target", help=Text("做完后是多少", "What it will be"))]
    unit: Annotated[
        String | None, Mark("单位", "Unit", help=Text("%、分钟、条/日等", "Per cent, minutes, a day"))
    ] = None
    by: Annotated[String | None, Mark("达成时间", "By", help=Text("什么时候达到", "By when"))] = None
    method: Annotated[
        String | None,
        Mark("度量方法", "Measured by", help=Text("怎么量、谁来量", "How it is measured, by whom")),
    ] = None
