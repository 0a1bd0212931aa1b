"""验收结论: what an acceptance may come to, given its items and the issues still open."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import belongs, day_of, delivery, passed
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import some
from kadocs.model.delivery.acceptance import AcceptanceType, AcceptedItem, Conclusion, Verdict
from kadocs.model.delivery.progress import OpenIssue
from kadocs.model.delivery.progress import Severity as Weight
from kadocs.tree.node import Path

_ITEMS: Path = ("delivery", "items")
_ISSUES: Path = ("delivery", "open_issues")
_OVERALL: Path = ("delivery", "conclusion")


@rule(
    "DELV020",
    Severity.ERROR,
    needs_whole=(_ITEMS,),
    zh="""
    有不合格项，结论就不能是“通过”。

    检查什么：某次验收结论为“通过”时，它的验收项没有“不合格”；总体结论为“通过”时，
    所有验收项没有未经复验合格的“不合格”。
    为什么：结论与逐项结果矛盾，验收书站不住，审计一查就退。
    依据：验收报告的规则：结论与逐项结果一致。
    示例：“主备切换不大于 2 秒”不合格，最终验收写“通过”。
    怎么办：整改后复验（补一行复验结果）；或写“有条件通过”“不通过”，或双方同意让步接收。
    """,
)
def nothing_failed(case: Case) -> Iterator[Breach]:
    """Where an item failed, the conclusion is not Passed.

    What: no item of an acceptance that passed has failed; where the whole passed, no item has failed that was
    not accepted when it was checked again.
    Why: a conclusion that its own items contradict does not stand.
    Basis: rule of acceptance reports: the conclusion agrees with the items.

    Example: “switch-over within 2 seconds” failed, and the final acceptance says Passed.

    What to do: mend it and check again (in a row of its own); or pass with conditions, or accept with
    concession.
    """
    failed = [each for each in delivery(case).items if each.conclusion is Verdict.FAIL]
    told: list[AcceptedItem] = []
    for index, acceptance in passed(case):
        here = [each for each in failed if belongs(each.variant, acceptance.type)]
        told += here
        yield from _failing(("delivery", "acceptances", index, "conclusion"), acceptance.type.label, here)
    if delivery(case).conclusion is Conclusion.PASSED:
        rest = [each for each in failed if each not in told and not _mended(case, each)]
        yield from _failing(_OVERALL, _WHOLE, rest)


@rule(
    "DELV021",
    Severity.ERROR,
    needs_whole=(_ISSUES,),
    zh="""
    严重的遗留问题没有关闭，结论就不能是“通过”。

    检查什么：结论为“通过”的验收（及总体结论），在验收当天没有未关闭的“严重”遗留问题。
    为什么：带着严重问题通过，质保和责任都说不清。
    依据：验收报告的规则：未关闭的严重问题，结论不能为通过。
    示例：“两站联动失效”级别严重、未关闭，最终验收写“通过”。
    怎么办：先关闭问题；或写“有条件通过”并写明条件和期限。
    """,
)
def nothing_severe_open(case: Case) -> Iterator[Breach]:
    """While a severe issue is open, the conclusion is not Passed.

    What: no acceptance that passed, nor the whole, has a critical issue that was open on its day.
    Why: passed with a critical issue, warranty and liability are open to dispute.
    Basis: rule of acceptance reports: with a critical issue open, the conclusion cannot be Passed.

    Example: “interlock fails in two stations” is critical and open, and the final acceptance says Passed.

    What to do: close it first; or pass with conditions, and say which, and by when.
    """
    severe = [each for each in delivery(case).open_issues if each.severity is Weight.CRITICAL]
    told: list[OpenIssue] = []
    for index, acceptance in passed(case):
        here = [
            each
            for each in severe
            if belongs(each.variant, acceptance.type)
            and (each.closed_on is None or (acceptance.date is not None and each.closed_on > acceptance.date))
        ]
        told += here
        yield from _severe(("delivery", "acceptances", index, "conclusion"), acceptance.type.label, here)
    if delivery(case).conclusion is Conclusion.PASSED:
        last = day_of(case, AcceptanceType.FINAL)
        rest = [
            each
            for each in severe
            if each not in told and (each.closed_on is None or (last is not None and each.closed_on > last))
        ]
        yield from _severe(_OVERALL, _WHOLE, rest)


@rule(
    "DELV022",
    Severity.ERROR,
    zh="""
    总体结论与最终验收的结论一致。

    检查什么：总体验收结论与最后一次最终验收的结论相同。
    为什么：两处结论不同，质保从哪天起、尾款付不付都有争议。
    依据：验收报告的常理。
    示例：最终验收“有条件通过”，总体结论“通过”。
    怎么办：以签字的最终验收为准。
    """,
)
def one_conclusion(case: Case) -> Iterator[Breach]:
    """The whole comes to what the final acceptance came to.

    What: the overall conclusion is that of the last final acceptance.
    Why: with two conclusions the warranty and the last payment are open to dispute.
    Basis: what a conclusion is.

    Example: the final acceptance passed with conditions, and the whole says Passed.

    What to do: the final acceptance as signed holds.
    """
    found = delivery(case)
    finals = [each for each in found.acceptances if each.type is AcceptanceType.FINAL and each.conclusion]
    if found.conclusion and finals and (last := finals[-1].conclusion) and last is not found.conclusion:
        yield Breach(
            _OVERALL,
            Text("总体结论“{a}”，最终验收“{b}”", "the whole is “{a}”, the final acceptance “{b}”").fill(
                a=found.conclusion.label, b=last.label
            ),
            Text("请以签字的最终验收为准", "The final acceptance as signed holds"),
        )


@rule(
    "DELV023",
    Severity.ERROR,
    gap=True,
    zh="""
    有条件通过和不通过的验收写明原因。

    检查什么：结论为“有条件通过”“不通过”的验收填了结论说明。
    为什么：没有写条件，就没有人知道做到什么程度才算通过。
    依据：验收报告的通行要求。
    示例：初步验收“有条件通过”，说明空白。
    怎么办：写明遗留什么、谁负责、什么时候关闭。
    """,
)
def conditions_written(case: Case) -> Iterator[Breach]:
    """An acceptance with conditions, or that failed, says why.

    What: its note is filled in.
    Why: without the conditions nobody knows when it has passed.
    Basis: common form of acceptance reports.

    Example: the preliminary acceptance passed with conditions, and the note is blank.

    What to do: write what is left, who does it, and by when.
    """
    for index, each in enumerate(delivery(case).acceptances):
        if (
            each.conclusion in (Conclusion.CONDITIONAL, Conclusion.FAILED)
            and each.conclusion
            and not each.note
        ):
            yield Breach(
                ("delivery", "acceptances", index, "note"),
                Text("{k}“{c}”，没有写明原因", "{k}: “{c}”, and not why").fill(
                    k=each.type.label, c=each.conclusion.label
                ),
                Text("请写明遗留什么、谁负责、何时关闭", "Write what is left, who does it, and by when"),
            )


_WHOLE = Text("总体结论", "the whole")


def _failing(path: Path, what: Text, items: list[AcceptedItem]) -> Iterator[Breach]:
    if items:
        yield Breach(
            path,
            Text("{w}是“通过”，但有 {n} 项不合格：{i}", "{w} passed, but {n} items failed: {i}").fill(
                w=what, n=len(items), i=some([each.requirement for each in items])
            ),
            Text("请整改后复验，或改结论", "Mend them and check again, or change the conclusion"),
        )


def _severe(path: Path, what: Text, issues: list[OpenIssue]) -> Iterator[Breach]:
    if issues:
        yield Breach(
            path,
            Text(
                "{w}是“通过”，但有 {n} 个严重问题未关闭：{i}",
                "{w} passed, but {n} critical issues were open: {i}",
            ).fill(w=what, n=len(issues), i=some([each.text for each in issues])),
            Text("请先关闭问题，或改结论", "Close them first, or change the conclusion"),
        )


def _mended(case: Case, failed: AcceptedItem) -> bool:
    """Whether a later row says that the requirement was accepted when it was checked again."""
    rows = list(delivery(case).items)
    later = rows[max(index for index, each in enumerate(rows) if each is failed) + 1 :]
    return any(
        folded(each.requirement) == folded(failed.requirement)
        and each.conclusion in (Verdict.PASS, Verdict.WAIVED)
        for each in later
    )
