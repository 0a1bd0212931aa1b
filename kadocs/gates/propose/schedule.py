"""The plan: milestones in order, tasks that fit together."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import nearest
from kadocs.model.solution import Solution
from kadocs.model.solution.plan import Task


@rule(
    "PROP030",
    Severity.ERROR,
    gap=True,
    zh="""
    每个里程碑都有时间。

    检查什么：里程碑填了日期或 T+天数。
    为什么：没有时间的里程碑不是承诺，客户排不了计划。
    依据：里程碑表的通行格式：编号、里程碑、交付物、时间（T+n 天或日期）、责任方、验收标准。
    示例：M3“初验”没有日期。
    怎么办：填日期；开工日未定时填 T+天数。
    """,
)
def milestones_dated(case: Case) -> Iterator[Breach]:
    """Every milestone has its time.

    What: a milestone has a date, or T+ days.
    Why: a milestone without a time promises nothing, and the customer cannot plan.
    Basis: the usual table: id, milestone, deliverables, time (T+n or date), party, acceptance.

    Example: M3 “Preliminary acceptance” has no date.

    What to do: give its date, or T+ days as long as the start is open.
    """
    for index, milestone in enumerate(_solution(case).milestones):
        if milestone.date is None and milestone.offset_days is None:
            yield Breach(
                ("solution", "milestones", index, "date"),
                Text("里程碑 {id} 没有时间", "milestone {id} has no date").fill(id=milestone.id),
                Text("请填日期，或填 T+天数", "Give its date, or its T+ days"),
            )


@rule(
    "PROP031",
    Severity.ERROR,
    zh="""
    里程碑按时间先后排列。

    检查什么：每个里程碑不早于紧接在它前面的里程碑。
    为什么：顺序颠倒往往是日期写错，例如年份没有改。
    依据：里程碑之间有先后关系。
    示例：M4 为 2027-03-01，M5 却是 2026-09-01。
    怎么办：改正日期，或调整里程碑的顺序。
    """,
)
def milestones_in_order(case: Case) -> Iterator[Breach]:
    """The milestones follow one another in time.

    What: no milestone is earlier than the one before it.
    Why: a break in the order mostly is a slip in a date, for example last year's.
    Basis: milestones build on each other.

    Example: M4 is due on 2027-03-01 and M5 on 2026-09-01.

    What to do: correct the date, or move the milestone to its place.
    """
    solution = _solution(case)
    before: dict[str, tuple[int, str]] = {}
    for index, milestone in enumerate(solution.milestones):
        day = milestone.day(solution.start)
        axis, when = ("day", day.toordinal()) if day else ("T+", milestone.offset_days)
        if when is None:
            continue
        if axis in before and when < before[axis][0]:
            yield Breach(
                ("solution", "milestones", index, "date" if milestone.date else "offset_days"),
                Text("里程碑 {id} 早于它前面的 {p}", "milestone {id} is earlier than {p} before it").fill(
                    id=milestone.id, p=before[axis][1]
                ),
                Text("请改正日期，或调整顺序", "Correct the date, or the order"),
            )
        before[axis] = when, milestone.id


@rule(
    "PROP032",
    Severity.ERROR,
    needs_whole=(("solution", "tasks"), ("solution", "milestones")),
    zh="""
    任务引用的前置任务和里程碑都存在。

    检查什么：“前置任务”里的编号是任务编号，“所属里程碑”是里程碑的编号或名称。
    为什么：引用落空，计划就断了，甘特图也画不对。
    依据：引用必须指向存在的条目。
    示例：T-05 的前置任务写 T-40，而任务只到 T-14。
    怎么办：改成正确的编号，或补上那一条。
    """,
)
def known_tasks(case: Case) -> Iterator[Breach]:
    """The tasks and milestones that a task names exist.

    What: each predecessor is the id of a task, the milestone the id or name of a milestone.
    Why: where a reference leads nowhere the plan is broken.
    Basis: a reference must lead somewhere.

    Example: T-05 depends on T-40, and the tasks end at T-14.

    What to do: correct the id, or add what it names.
    """
    solution = _solution(case)
    tasks = [task.id for task in solution.tasks]
    milestones = [name for milestone in solution.milestones for name in (milestone.id, milestone.name)]
    for index, task in enumerate(solution.tasks):
        for name in task.depends_on:
            if name not in tasks:
                yield Breach(
                    ("solution", "tasks", index, "depends_on"),
                    Text(
                        "任务 {id} 的前置任务 {n} 不存在", "task {id} depends on {n}, which is no task"
                    ).fill(id=task.id, n=name),
                    nearest(name, [other for other in tasks if other != task.id]),
                )
        if task.milestone and task.milestone not in milestones:
            yield Breach(
                ("solution", "tasks", index, "milestone"),
                Text("任务 {id} 的里程碑 {n} 不存在", "task {id} names {n}, which is no milestone").fill(
                    id=task.id, n=task.milestone
                ),
                nearest(task.milestone, milestones),
            )


@rule(
    "PROP033",
    Severity.WARNING,
    zh="""
    任务在前置任务结束之后开始。

    检查什么：有前置任务的任务，开始日不早于前置任务的最后一天。
    为什么：计划自相矛盾，实施时必然延期。
    依据：前置关系按“完成—开始”理解。
    示例：T-03“联调”2027-03-01 开始，它的前置 T-02 到 2027-03-20 才结束。
    怎么办：改正开始日或工期；确实并行的工作不要写前置。
    """,
)
def tasks_in_order(case: Case) -> Iterator[Breach]:
    """A task starts when those that it depends on have ended.

    What: no task starts before the last day of a predecessor.
    Why: a plan that contradicts itself will be late.
    Basis: dependencies are read as finish-to-start.

    Example: T-03 starts on 2027-03-01, and its predecessor T-02 ends on 2027-03-20.

    What to do: correct start or duration; leave the dependency out where work goes on side by side.
    """
    solution = _solution(case)
    spans = {task.id: _span(task, solution) for task in solution.tasks}
    for index, task in enumerate(solution.tasks):
        axis, first, _ = spans[task.id]
        for name in task.depends_on:
            before = spans.get(name)
            if before and before[0] == axis and before[2] > first:
                yield Breach(
                    ("solution", "tasks", index, "start" if task.start else "start_offset"),
                    Text(
                        "任务 {id} 在前置任务 {n} 结束之前开始", "task {id} starts before {n} has ended"
                    ).fill(id=task.id, n=name),
                    Text("请改正开始日期或工期", "Correct its start, or the duration of the other"),
                )


def _solution(case: Case) -> Solution:
    return case.deal.solution or Solution()


def _span(task: Task, solution: Solution) -> tuple[str, int, int]:
    """The time axis of the task, and its first and last day on it."""
    day = task.day(solution.start)
    axis, first = ("day", day.toordinal()) if day else ("T+", task.start_offset or 0)
    return axis, first, first + max(task.duration - 1, 0)
