"""Tests and the trial run."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.numbers import percent
from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.delivery.acceptance import AcceptanceType
from kadocs.tree.node import Path

_TRIAL: Path = ("delivery", "trial")


@rule(
    "DELV050",
    Severity.ERROR,
    zh="""
    测试用例的通过数与失败数之和等于总数。

    检查什么：测试结果每一行，通过 + 失败 = 总数；没有填失败数的，通过数不大于总数。
    为什么：通过率是验收的依据，数不平就没有通过率可言。
    依据：测试记录的常理。
    示例：总数 1286，通过 1279，失败 6。
    怎么办：对照测试记录改正。
    """,
)
def cases_add_up(case: Case) -> Iterator[Breach]:
    """Passed and failed cases come to all cases.

    What: for each test, passed + failed = cases; without failed ones, no more passed than there are.
    Why: acceptance rests on the pass rate.
    Basis: what a test record is.

    Example: of 1286 cases 1279 passed, and 6 failed.

    What to do: correct it after the record.
    """
    for index, each in enumerate(delivery(case).tests):
        if each.cases is None or each.passed is None:
            continue
        found = each.passed + (each.failed or 0)
        if found > each.cases or (each.failed is not None and found != each.cases):
            yield Breach(
                ("delivery", "tests", index, "cases"),
                Text("“{t}”总数 {c}，通过与失败合计 {f}", "“{t}” has {c} cases, {f} passed or failed").fill(
                    t=each.test, c=each.cases, f=found
                ),
                Text("请对照测试记录改正", "Correct it after the record"),
            )


@rule(
    "DELV051",
    Severity.ERROR,
    zh="""
    试运行的天数不少于合同约定。

    检查什么：试运行起止的天数（首尾都算）不少于“合同试运行期”。
    为什么：少一天，终验的前提就不成立。
    依据：合同约定的试运行期。
    示例：合同约定 90 天，9 月 22 日至 12 月 10 日只有 80 天。
    怎么办：延长试运行，或由双方书面同意缩短。
    """,
)
def trial_long_enough(case: Case) -> Iterator[Breach]:
    """The trial run lasts as long as the contract asks.

    What: its days, first and last included, are not fewer than the trial period of the contract.
    Why: a day too few, and the ground of the final acceptance is gone.
    Basis: the trial period of the contract.

    Example: 90 days are agreed, and 22 September to 10 December are 80.

    What to do: let it run on, or have a shorter one agreed in writing.
    """
    trial = delivery(case).trial
    agreed = case.deal.contract.trial_days if case.deal.contract else None
    if trial is not None and trial.days is not None and agreed is not None and 0 < trial.days < agreed:
        yield Breach(
            (*_TRIAL, "end"),
            Text("试运行 {a} 天，合同约定 {b} 天", "the trial run has {a} days, {b} are agreed").fill(
                a=trial.days, b=agreed
            ),
            Text("请延长试运行，或书面同意缩短", "Let it run on, or have a shorter one agreed in writing"),
        )


@rule(
    "DELV052",
    Severity.ERROR,
    zh="""
    试运行可用率达到要求，最终验收才能进行。

    检查什么：已有最终验收日期的，试运行可用率不低于试运行可用率要求。
    为什么：指标没有达到就终验，结论与实测矛盾。
    依据：验收报告的规则：结论与逐项结果一致。
    示例：要求 99.98%，实测 99.91%，仍写了最终验收。
    怎么办：整改后延长试运行；双方同意让步的，把要求改为商定的值并附纪要。
    """,
)
def available_enough(case: Case) -> Iterator[Breach]:
    """Before the final acceptance the trial run reached its availability.

    What: where there is a final acceptance, the availability is not below what was asked for.
    Why: an acceptance against its own figures does not stand.
    Basis: rule of acceptance reports: the conclusion agrees with the results.

    Example: 99.98 % were asked for, 99.91 % measured, and yet it was accepted.

    What to do: mend it and let it run on; where both sides agree to less, write the figure that they agreed.
    """
    trial = delivery(case).trial
    if trial is None or trial.target is None or trial.availability is None:
        return
    final = any(each.type is AcceptanceType.FINAL and each.accepted for each in delivery(case).acceptances)
    if final and trial.availability < trial.target:
        yield Breach(
            (*_TRIAL, "availability"),
            Text("试运行可用率 {a}，要求 {t}", "the trial run reached {a}, {t} are asked for").fill(
                a=percent(trial.availability), t=percent(trial.target)
            ),
            Text("请整改后延长试运行", "Mend it and let it run on"),
        )
