"""The scorecard: is it real, can we win, is it worth it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed
from kadocs.model.approval import Approval
from kadocs.model.approval.scorecard import Anchor
from kadocs.tree.node import Path

_CRITERIA: Path = ("approval", "criteria")
_UNPROVEN = 5
"""The most that a criterion scores without evidence."""


@rule(
    "QUAL001",
    Severity.ERROR,
    needs_whole=(_CRITERIA,),
    zh="""
    立项评分卡的权重合计 100。

    检查什么：评分卡全部评审项的权重之和等于 100。
    为什么：权重不是 100，70 分、50 分两条线就失去意义。
    依据：立项评分卡：三个问题、十二个评审项，Σ权重 = 100。
    示例：十二项权重合计 96。
    怎么办：补上漏掉的评审项，或改正权重。
    """,
)
def weights(case: Case) -> Iterator[Breach]:
    """The weights of the scorecard add up to 100.

    What: the weights of all its criteria make 100.
    Why: with other weights the lines of 70 and 50 mean nothing.
    Basis: the scorecard has three questions, twelve criteria, and weights of 100.

    Example: twelve criteria with weights of 96.

    What to do: add the criterion that is missing, or correct a weight.
    """
    criteria = _approval(case).criteria
    total = sum((row.weight for row in criteria), Decimal(0))
    if criteria and total != 100:
        message = Text(
            "评分卡的权重合计 {n}，应为 100", "the weights of the scorecard add up to {n}, not 100"
        )
        yield Breach(
            _CRITERIA,
            message.fill(n=grouped(total)),
            Text("请补上漏掉的评审项，或改正权重", "Add the criterion that is missing, or correct a weight"),
        )


@rule(
    "QUAL002",
    Severity.WARNING,
    needs_whole=(_CRITERIA,),
    zh="""
    评分卡回答了全部三个问题。

    检查什么：每个评审项都归入一个问题，“项目真实吗”“能赢吗”“值得做吗”各至少有一项。
    为什么：只算能不能赢、不问值不值得做，赢下来也可能亏损。
    依据：立项评审的三个问题：项目真实吗、能赢吗、值得做吗（Shipley、APMP 通行方法）。
    示例：十项评审都在问能不能赢，没有一项问值不值得。
    怎么办：补上缺的一类评审项，或给评审项选对“评审问题”。
    """,
)
def three_questions(case: Case) -> Iterator[Breach]:
    """The scorecard answers all three questions.

    What: each criterion belongs to a question, and each of “Is it real?”, “Can we win?” and “Is it worth it?”
    has one at least.
    Why: who only asks whether we can win may win a loss.
    Basis: the three questions of qualification, as Shipley and APMP have them.

    Example: ten criteria, all about winning, and none about worth.

    What to do: add criteria of the kind that is missing, or choose the right question.
    """
    criteria = _approval(case).criteria
    for index, row in enumerate(criteria):
        if row.anchor is None:
            yield Breach(
                (*_CRITERIA, index, "anchor"),
                Text("“{c}”没有归入任何问题", "“{c}” belongs to no question").fill(c=row.criterion),
                Text("请选“评审问题”", "Choose its question"),
            )
    missing = [each.label for each in Anchor if each not in {row.anchor for row in criteria}]
    if criteria and missing and all(row.anchor for row in criteria):
        yield Breach(
            _CRITERIA,
            Text("没有评审项回答“{q}”", "no criterion answers “{q}”").fill(q=listed(missing)),
            Text("请补上这一类评审项", "Add criteria of this kind"),
        )


@rule(
    "QUAL003",
    Severity.WARNING,
    gap=True,
    zh="""
    高分有依据。

    检查什么：评审得分超过 5 分的，写了评审依据。
    为什么：没有依据的高分是愿望，会把不该做的项目推过 70 分线。
    依据：评分卡的打分规则：没有证据不超过 5 分。
    示例：“关系与决策链”打 9 分，依据空白。
    怎么办：写明依据，或把分数降到 5 分以内。
    """,
)
def proven(case: Case) -> Iterator[Breach]:
    """A high score has evidence.

    What: a criterion that scores more than 5 says what the score rests on.
    Why: without evidence a high score is a wish, and lifts deals over the line that should not pass it.
    Basis: how the card is scored: no more than 5 without evidence.

    Example: “Relationships” scores 9, and the evidence is empty.

    What to do: write what it rests on, or score 5 at most.
    """
    for index, row in enumerate(_approval(case).criteria):
        if row.score > _UNPROVEN and not row.evidence:
            yield Breach(
                (*_CRITERIA, index, "evidence"),
                Text("“{c}”打了 {s} 分，却没有依据", "“{c}” scores {s} without evidence").fill(
                    c=row.criterion, s=row.score
                ),
                Text("请写明依据，或降到 5 分以内", "Write what it rests on, or score 5 at most"),
            )


def _approval(case: Case) -> Approval:
    return case.deal.approval or Approval()
