"""The year's plan of an account by quarter: goals with the customer, what we do, what may be sold."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account.plan import AccountPlan
from kadocs.model.account.year import JointGoal, PlannedAction, Progress, Quarter, Upsell
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, String

_INTERNAL = Audience.INTERNAL


class Step(Noun):
    """An action of the plan, with how to tell that its goal is reached."""

    action: Annotated[
        String,
        Mark("计划行动", "Planned action", audience=_INTERNAL, help=Text("要做的事", "What to do")),
    ]
    goal: Annotated[
        String | None,
        Mark("行动所属目标", "Action's goal", audience=_INTERNAL, help=Text("服务于哪个目标", "Its goal")),
    ] = None
    measure: Annotated[
        String | None,
        Mark(
            "行动衡量标准",
            "Action's measure",
            audience=_INTERNAL,
            help=Text("所属目标的衡量标准", "The measure of its goal"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark("计划行动负责人", "Planned by", audience=_INTERNAL, help=Text("由谁去做", "Who does it")),
    ] = None
    due: Annotated[
        Day | None,
        Mark("计划行动截止日", "Planned for", audience=_INTERNAL, help=Text("最晚哪天", "The last day")),
    ] = None
    status: Annotated[
        Progress | None,
        Mark(
            "计划行动状态", "Planned action is", audience=_INTERNAL, help=Text("到哪一步了", "How far it is")
        ),
    ] = None


class PlanQuarter(Noun):
    """A quarter of the plan, with all that falls into it."""

    quarter: Annotated[
        Quarter | None,
        Mark(
            "计划季度",
            "Plan quarter",
            audience=_INTERNAL,
            help=Text("没有写季度的为空", "Empty for what names no quarter"),
        ),
    ] = None
    goals: Annotated[
        tuple[JointGoal, ...],
        Mark(
            "季度目标", "Goals of the quarter", audience=_INTERNAL, help=Text("本季度到期", "Those due then")
        ),
    ] = ()
    steps: Annotated[
        tuple[Step, ...],
        Mark(
            "季度行动",
            "Actions of the quarter",
            audience=_INTERNAL,
            help=Text("本季度要做的，按截止日", "Those of the quarter, by their last day"),
        ),
    ] = ()
    upsells: Annotated[
        tuple[Upsell, ...],
        Mark(
            "季度增购",
            "Business of the quarter",
            audience=_INTERNAL,
            help=Text("预计本季度签约", "What may be signed then"),
        ),
    ] = ()


def quarters(plan: AccountPlan | None) -> tuple[PlanQuarter, ...]:
    """The quarters in which something is planned, in their order; what names no quarter comes last."""
    if plan is None:
        return ()
    found = [_quarter(plan, quarter) for quarter in (*Quarter, None)]
    return tuple(each for each in found if each.goals or each.steps or each.upsells)


def _quarter(plan: AccountPlan, quarter: Quarter | None) -> PlanQuarter:
    measures = {goal.goal: goal.measure for goal in plan.goals}
    steps = [_step(action, measures) for action in plan.actions if _quarter_of(action) is quarter]
    return PlanQuarter.model_construct(
        quarter=quarter,
        goals=tuple(goal for goal in plan.goals if goal.quarter is quarter),
        steps=tuple(sorted(steps, key=lambda step: step.due or date.max)),
        upsells=tuple(upsell for upsell in plan.upsells if upsell.quarter is quarter),
    )


def _quarter_of(action: PlannedAction) -> Quarter | None:
    """The quarter that an action names, else that of its last day."""
    if action.quarter or action.due is None:
        return action.quarter
    return tuple(Quarter)[(action.due.month - 1) // 3]


def _step(action: PlannedAction, measures: dict[str, str | None]) -> Step:
    return Step.model_construct(
        action=action.action,
        goal=action.goal,
        measure=measures.get(action.goal or ""),
        owner=action.owner,
        due=action.due,
        status=action.status,
    )
