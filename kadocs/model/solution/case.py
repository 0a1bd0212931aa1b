"""Why the customer should believe us: the argument, and references of earlier work."""

from __future__ import annotations

from typing import Annotated

from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import MONTHS, Noun
from kadocs.model.types import Amount, Flag, Lines, Months, Names, Number, String

_INTERNAL = Audience.INTERNAL


class Summary(Noun):
    """The executive summary, in the order that decision makers read it."""

    challenge: Annotated[String | None, Mark("客户挑战", "Challenge", names=("挑战",))] = None
    approach: Annotated[String | None, Mark("应对思路", "Approach", names=("方案思路",))] = None
    value: Annotated[String | None, Mark("量化价值", "Quantified value", names=("价值",))] = None
    proof: Annotated[String | None, Mark("成功佐证", "Proof", names=("佐证",))] = None
    investment: Annotated[String | None, Mark("投资说明", "Investment", names=("投资",))] = None
    next_step: Annotated[String | None, Mark("建议下一步", "Next step", names=("下一步",))] = None


class Background(Noun):
    """Where the customer comes from and what it runs today."""

    strategy: Annotated[String | None, Mark("战略背景", "Strategic background")] = None
    current_state: Annotated[String | None, Mark("现状", "Current situation")] = None


class Pain(Noun):
    """Something that hurts the customer today."""

    text: Annotated[String, Mark("痛点", "Pain point")]
    impact: Annotated[String | None, Mark("影响", "Impact")] = None
    dept: Annotated[String | None, Mark("责任部门", "Department")] = None
    priority: Annotated[String | None, Mark("优先级", "Priority")] = None
    fit: Annotated[Number | None, Mark("我方能力匹配", "Our fit", audience=_INTERNAL)] = None
    evidence: Annotated[String | None, Mark("证据", "Evidence", audience=_INTERNAL)] = None


class WinTheme(Noun):
    """One reason to choose us: a feature, the benefit it brings, and the proof."""

    theme: Annotated[String, Mark("制胜主题", "Win theme")]
    label: Annotated[String | None, Mark("主题标签", "Theme label", audience=_INTERNAL)] = None
    feature: Annotated[String | None, Mark("特点", "Feature")] = None
    benefit: Annotated[String | None, Mark("收益", "Benefit")] = None
    proof: Annotated[String | None, Mark("佐证", "Proof")] = None
    criteria: Annotated[Names, Mark("对应评分项", "Criteria", audience=_INTERNAL)] = ()
    sections: Annotated[Names, Mark("体现章节", "Sections", audience=_INTERNAL)] = ()


class Return(Noun):
    """What the investment brings back."""

    investment: Annotated[Amount | None, Mark("总投资", "Investment")] = None
    annual_benefit: Annotated[Amount | None, Mark("年收益", "Annual benefit")] = None
    payback_months: Annotated[Months | None, Mark("回收期", "Payback period", unit=MONTHS)] = None
    npv: Annotated[Amount | None, Mark("净现值", "Net present value", names=("NPV",))] = None
    tco: Annotated[Amount | None, Mark("全生命周期成本", "Total cost of ownership", names=("TCO",))] = None
    basis: Annotated[Lines, Mark("测算依据", "Basis of the calculation")] = ()


class Reference(Noun):
    """Earlier work for another customer, who is named only with consent."""

    project: Annotated[String, Mark("案例项目", "Project", names=("项目",))]
    customer: Annotated[
        String | None, Mark("案例客户", "Reference customer", audience=_INTERNAL, names=("客户",))
    ] = None
    disclose: Annotated[
        Flag, Mark("授权公开", "Consent to name", audience=_INTERNAL, names=("授权", "授权?"))
    ] = False
    public_name: Annotated[
        String | None, Mark("对外称谓", "Public description", audience=_INTERNAL, names=("匿名称谓",))
    ] = None
    date: Annotated[String | None, Mark("时间", "Completed", names=("实施时间", "Date"))] = None
    scale: Annotated[String | None, Mark("规模", "Scale")] = None
    amount: Annotated[Amount | None, Mark("合同金额", "Contract amount", audience=_INTERNAL)] = None
    result: Annotated[String | None, Mark("成效", "Result", names=("效果",))] = None
    contact: Annotated[String | None, Mark("联系人", "Contact", audience=_INTERNAL, personal=True)] = None

    @computed(Mark("案例客户（可公开）", "Reference customer (as published)"), "customer", "public_name")
    def shown_customer(self) -> str | None:
        """The customer's name where it agreed to be named, else the description used in its place."""
        return self.customer if self.disclose and self.customer else self.public_name


class Picture(Noun):
    """A picture supplied with the deal."""

    path: Annotated[String, Mark("图片", "Picture", names=("图片路径",))]
    caption: Annotated[String | None, Mark("图题", "Caption")] = None


class Goal(Noun):
    """A measure that the project moves from one value to another."""

    metric: Annotated[String, Mark("指标", "Metric")]
    current: Annotated[String | None, Mark("现值", "Current value", names=("现状值",))] = None
    target: Annotated[String, Mark("目标值", "Target")]
    unit: Annotated[String | None, Mark("单位", "Unit")] = None
    by: Annotated[String | None, Mark("达成时间", "By")] = None
    method: Annotated[String | None, Mark("度量方法", "Measured by")] = None


class Module(Noun):
    """One module of the offered solution."""

    name: Annotated[String, Mark("模块", "Module", names=("模块名称",))]
    purpose: Annotated[String | None, Mark("模块价值", "Value", names=("价值",))] = None
    functions: Annotated[Lines, Mark("功能", "Functions", names=("主要功能",))] = ()
    specification: Annotated[String | None, Mark("规格", "Specification", names=("技术规格",))] = None
    requirements: Annotated[Names, Mark("响应需求", "Answers", names=("对应需求",))] = ()
    pictures: Annotated[tuple[Picture, ...], Mark("界面图", "Pictures")] = ()
