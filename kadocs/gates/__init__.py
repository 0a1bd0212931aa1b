"""The rules of each stage of the sale, and what a document needs; one small function a rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from kadocs.findings import Finding, Severity, Text
from kadocs.gates import bid as _bid  # noqa: F401 - registers its rules
from kadocs.gates import deal as _deal  # noqa: F401 - registers its rules
from kadocs.gates import deliver as _deliver  # noqa: F401 - registers its rules
from kadocs.gates import develop as _develop  # noqa: F401 - registers its rules
from kadocs.gates import disclosure as _disclosure  # noqa: F401 - registers its rules
from kadocs.gates import negotiate as _negotiate  # noqa: F401 - registers its rules
from kadocs.gates import progress as _progress  # noqa: F401 - registers its rules
from kadocs.gates import propose as _propose  # noqa: F401 - registers its rules
from kadocs.gates import qualify as _qualify  # noqa: F401 - registers its rules
from kadocs.gates.needs import absent
from kadocs.gates.outlook import outlook
from kadocs.gates.rule import RULES, Breach, Case, Rule
from kadocs.gates.workable import CODE as UNWORKABLE
from kadocs.gates.workable import ERRORS, Failure, failures, unusable
from kadocs.model import Deal
from kadocs.tree import node, salvage
from kadocs.tree.node import Node, Path

__all__ = [
    "ALWAYS",
    "DISCLOSURE",
    "ERRORS",
    "UNWORKABLE",
    "Breach",
    "Case",
    "Rule",
    "absent",
    "check",
    "families",
    "judged",
    "outlook",
    "rules",
    "unusable",
]

ALWAYS = "DEAL"
"""The family whose rules hold at every stage."""

DISCLOSURE = "DISC"
"""The family whose rules hold for every document that a customer may read, whatever its `gates` say."""


def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(RULES[code] for code in sorted(RULES))


def families() -> tuple[str, ...]:
    """The families of all rules."""
    return tuple(sorted({rule.family for rule in RULES.values()}))


def check(
    deal: Deal,
    tree: Node,
    wanted: Collection[str],
    as_of: date,
    *,
    draft: bool = False,
    damaged: Collection[Path] = (),
    others: tuple[str, ...] = (),
) -> list[Finding]:
    """Every breach of the `wanted` families and of those that always hold, in the order of the file.

    Rules are those in force on the day `as_of`.

    `tree` is what the deal was read from and gives the places; `damaged` are the paths in it that
    could not be read and are not in the deal: a rule that needs them whole is not judged. In
    a `draft`, what is not filled in yet is a warning. Computed values that cannot be worked out are
    errors (DATA014), and the rules that need them are not judged. `others` are names of other customers.
    """
    case = Case(deal, as_of, others)
    found, failed = _judge(judged(deal, wanted, as_of, damaged), case)
    breaches = [(salvage.original(breach.path, damaged), rule, breach) for rule, breach in found]
    breaches.sort(key=lambda found: node.position_of(tree, found[0]))
    return [
        each.at(node.place_of(tree, each.path))
        for each in (each._replace(path=salvage.original(each.path, damaged)) for each in failed)
    ] + [
        _finding(rule, breach, path, tree, draft)
        for path, rule, breach in breaches
        if not salvage.overlaps(path, damaged)  # which has been told of already
    ]


def judged(
    deal: Deal, wanted: Collection[str], as_of: date, damaged: Collection[Path] = ()
) -> tuple[Rule, ...]:
    """The rules that `check` asks: of the `wanted` families, in force for the deal on the day."""
    case = Case(deal, as_of)
    return tuple(
        rule
        for rule in rules()
        if rule.family in {ALWAYS, *wanted}
        and rule.applies(case)
        and not any(salvage.overlaps(part, damaged) for part in rule.needs_whole)
    )


def _judge(asked: Iterable[Rule], case: Case) -> tuple[list[tuple[Rule, Breach]], list[Failure]]:
    """What the rules find, and what cannot be worked out; a rule that fails for it is not told of again."""
    failed = list(failures(case.deal))
    found: list[tuple[Rule, Breach]] = []
    for rule in asked:
        try:
            found += [(rule, breach) for breach in rule.find(case)]
        except ERRORS as error:
            failed = failed or [Failure((), Text(rule.code, rule.code), error)]
    return found, failed


def _finding(rule: Rule, breach: Breach, path: Path, tree: Node, draft: bool) -> Finding:
    severity = Severity.WARNING if draft and rule.gap else rule.severity
    place = node.place_of(tree, path)
    return Finding(rule.code, severity, place, breach.message, breach.hint, node.dotted(path))
