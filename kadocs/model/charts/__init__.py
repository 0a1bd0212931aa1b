"""图表: the figures of a deal as charts, each for those who may see the fields that it comes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from kadocs.findings import Text
from kadocs.model.charts.cost import cash_flow, cost_stack, margin_floor
from kadocs.model.charts.organisation import Tree, org_chart, team_chart
from kadocs.model.charts.people import power_map
from kadocs.model.charts.plot import Plot, Scatter
from kadocs.model.charts.price import payment_timeline, price_breakdown
from kadocs.model.charts.progress import gantt, plan_vs_actual, s_curve
from kadocs.model.charts.receipts import receipts
from kadocs.model.charts.risks import RiskMatrix, risk_matrix
from kadocs.model.charts.scores import score_gap
from kadocs.model.charts.standing import account_grid, radar
from kadocs.model.charts.talks import concession_steps, waterfall
from kadocs.model.charts.zopa import zopa
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun

if TYPE_CHECKING:
    from kadocs.model.deal import Deal

_internal = partial(Mark, audience=Audience.INTERNAL)
_secret = partial(Mark, audience=Audience.SECRET)


class Charts(Noun):
    """Every chart that the deal has figures for."""

    power_map: Annotated[
        Scatter | None,
        _internal("权力地图", "Power map", help=Text("立场、影响力、关系温度", "Stance, influence, access")),
    ] = None
    org_chart: Annotated[
        Tree | None,
        _internal("客户组织架构图", "Customer's organisation", help=Text("由联系人画出", "From contacts")),
    ] = None
    radar: Annotated[
        Plot | None,
        _internal("竞争雷达图", "Competitor radar", help=Text("由竞争评分画出", "From the comparison")),
    ] = None
    account_grid: Annotated[
        Scatter | None,
        _internal("客户定位图", "Account grid", help=Text("竞争力 × 吸引力", "Position × attractiveness")),
    ] = None
    price_breakdown: Annotated[
        Plot | None,
        Mark("报价构成图", "Price breakdown", help=Text("各类含税金额", "What each category comes to")),
    ] = None
    margin_floor: Annotated[
        Plot | None,
        _secret("毛利率与底线图", "Margin against floor", help=Text("各阶段毛利率", "Margins step by step")),
    ] = None
    cost_stack: Annotated[
        Plot | None,
        _internal("成本构成图", "Cost stack", help=Text("四类成本、毛利、报价", "Four costs, profit, price")),
    ] = None
    gantt: Annotated[
        Plot | None,
        Mark("计划甘特图", "Plan as a chart", help=Text("由任务和里程碑画出", "From tasks and milestones")),
    ] = None
    payment_timeline: Annotated[
        Plot | None,
        Mark(
            "付款计划图",
            "Payment timeline",
            help=Text("合同或报价的付款", "Of contract or quotation"),
        ),
    ] = None
    zopa: Annotated[
        Plot | None,
        _secret("成交区间图", "Zone of agreement", help=Text("由底线价和议题画出", "From limits and issues")),
    ] = None
    waterfall: Annotated[
        Plot | None,
        _secret("价格瀑布图", "Price waterfall chart", help=Text("由价格瀑布画出", "From the waterfall")),
    ] = None
    concession_steps: Annotated[
        Plot | None,
        _secret("让步阶梯图", "Concessions as a chart", help=Text("由让步计划画出", "From the plan")),
    ] = None
    plan_vs_actual: Annotated[
        Plot | None,
        _internal("计划与实际图", "Plan against actual", help=Text("由成本决算画出", "From the final costs")),
    ] = None
    s_curve: Annotated[
        Plot | None,
        Mark("S曲线图", "S-curve", help=Text("由实施过程的日期画出", "From the dates of the stages")),
    ] = None
    receipts: Annotated[
        Plot | None,
        _internal("回款图", "Receipts", help=Text("由现金流和开票回款画出", "From cash flow and billing")),
    ] = None
    cash_flow: Annotated[
        Plot | None,
        _internal("现金流图", "Cash flow chart", help=Text("由成本测算的现金流画出", "From the estimate")),
    ] = None
    score_gap: Annotated[
        Plot | None,
        _internal("评分对标图", "Scores against points", help=Text("由评分表画出", "From the scored list")),
    ] = None
    risk_matrix: Annotated[
        RiskMatrix | None,
        _internal("商务风险矩阵", "Deal risk matrix", help=Text("由立项风险清单算出", "From the deal risks")),
    ] = None
    project_risk_matrix: Annotated[
        RiskMatrix | None,
        Mark("项目风险矩阵", "Project risk matrix", help=Text("由项目风险算出", "From the project's risks")),
    ] = None
    team_chart: Annotated[
        Tree | None,
        Mark("项目组织图", "Team chart", help=Text("由项目团队画出", "From the team of the solution")),
    ] = None


def charts(deal: Deal) -> Charts:
    """The charts of a deal; one without figures is None."""
    approval, solution, quote = deal.approval, deal.solution, deal.quote
    estimate = approval.estimate if approval else None
    return Charts.model_construct(
        power_map=power_map(deal.contacts),
        org_chart=org_chart(deal.account, deal.contacts),
        radar=radar(deal.opportunity.rivalry if deal.opportunity else None),
        account_grid=account_grid(deal.account),
        price_breakdown=price_breakdown(quote),
        margin_floor=margin_floor(approval, quote, deal.negotiation, deal.closing),
        cost_stack=cost_stack(estimate),
        gantt=gantt(solution),
        payment_timeline=payment_timeline(deal.contract, quote),
        zopa=zopa(deal.negotiation),
        waterfall=waterfall(quote),
        concession_steps=concession_steps(deal.negotiation),
        plan_vs_actual=plan_vs_actual(deal.closing),
        s_curve=s_curve(deal.delivery),
        receipts=receipts(deal.closing, estimate),
        cash_flow=cash_flow(estimate),
        score_gap=score_gap(deal.tender),
        risk_matrix=risk_matrix(approval.risks if approval else ()),
        project_risk_matrix=risk_matrix(solution.risks if solution else ()),
        team_chart=team_chart(solution.team if solution else ()),
    )
