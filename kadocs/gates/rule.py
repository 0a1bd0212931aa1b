"""What a rule is: one function, its code, how bad a breach is, when it is in force, and its manual page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from kadocs.findings import Severity, Text
from kadocs.model import Deal
from kadocs.model.choice import Choice
from kadocs.model.opportunity import Regime
from kadocs.tree.node import Path


class Case(NamedTuple):
    """What a rule looks at: the deal, the day on which it is judged, and the names of other customers."""

    deal: Deal
    today: date
    others: tuple[str, ...] = ()


class Breach(NamedTuple):
    """One breach of a rule: the field it is about, what is wrong, and the way out."""

    path: Path
    message: Text
    hint: Text


Check: TypeAlias = Callable[[Case], Iterator[Breach]]


class Certainty(Choice):
    """How sure the ground of a rule is."""

    LAW = "law", "法律条文，已核对原文", "Law, as read in its text"
    LIKELY = "likely", "通行做法或二手资料", "Known practice or a secondary source"
    VERIFY = "verify", "引用前请核对现行原文", "Check against the text in force before relying on it"
    PRACTICE = "practice", "行业惯例", "Good practice of the trade"


class Effect(Choice):
    """What a breach leads to before those who evaluate the bid."""

    REJECTED = "rejected", "否决投标", "the bid is rejected"
    INVALID = "invalid", "投标（响应）无效", "the bid is invalid"
    REFUSED = "refused", "拒收", "the bid is not accepted"
    REVOKED = "revoked", "视为撤回或撤销投标", "the bid counts as withdrawn"
    WARNING = "warning", "提醒：可能被澄清、修正或失分", "warning: asked about, corrected, or points lost"
    INFO = "info", "提示：我方的权利与期限", "note: our rights and periods"
    CALCULATION = "calculation", "计算：影响评审价和得分", "calculation: evaluated price and score"


# Where a part of a manual page ends: at a blank line, or at the next heading.
_PART = Text(r"^{h}：(.*?)$(?=\n\S+：|\n\n|\Z)", r"^{h}: (.*?)$(?=\n[A-Z][a-z ]+: |\n\n|\Z)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a stage.

    `needs_whole` are the parts of the deal that must have been read in full for the rule to say
    anything true; `gap` marks a rule that only tells of something not filled in yet, which does
    not stop a draft.
    """

    code: str
    severity: Severity
    manual: Text
    find: Check
    needs_whole: tuple[Path, ...] = ()
    gap: bool = False
    certainty: Certainty = Certainty.PRACTICE
    regimes: tuple[Regime, ...] = ()
    since: date | None = None
    until: date | None = None
    effects: tuple[Effect, ...] = ()

    def applies(self, case: Case) -> bool:
        """Whether the rule is in force on the day and for the deal that are judged."""
        opportunity = case.deal.opportunity
        return (
            (self.since is None or self.since <= case.today)
            and (self.until is None or case.today <= self.until)
            and (not self.regimes or (opportunity is not None and opportunity.regime in self.regimes))
        )

    @property
    def basis(self) -> Text:
        """What the rule rests on: an article of a law, or a custom of the trade, from its manual page."""
        return self._part(Text("依据", "Basis"))

    @property
    def why(self) -> Text:
        """What a breach leads to, from its manual page."""
        return self._part(Text("为什么", "Why"))

    @property
    def family(self) -> str:
        """The letters of the code, by which deliverables name the rules that must hold."""
        return self.code.rstrip("0123456789")

    @property
    def title(self) -> Text:
        """The manual page's first line."""
        return Text(self.manual.zh.partition("\n")[0], self.manual.en.partition("\n")[0])

    def _part(self, heading: Text) -> Text:
        pattern = _PART.fill(h=heading)
        return Text(_within(pattern.zh, self.manual.zh, ""), _within(pattern.en, self.manual.en, " "))


def _within(pattern: str, manual: str, blank: str) -> str:
    """A part of a manual page in one line; Chinese lines are joined without a blank."""
    found = re.search(pattern, manual, re.DOTALL | re.MULTILINE)
    return blank.join(line.strip() for line in found[1].splitlines()) if found else ""


RULES: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    *,
    zh: str,
    needs_whole: tuple[Path, ...] = (),
    gap: bool = False,
    certainty: Certainty = Certainty.PRACTICE,
    regimes: tuple[Regime, ...] = (),
    since: date | None = None,
    until: date | None = None,
    effects: tuple[Effect, ...] = (),
) -> Callable[[Check], Check]:
    """A decorator that registers a function as the rule `code`.

    The function's docstring is the manual page in English, `zh` the one in Chinese; both begin
    with one line that says what must hold. A law that changes is two rules, one until the day before
    the other's `since`. `effects` are what a breach leads to in a bid, the first under 招标投标法.
    """

    def register(find: Check) -> Check:
        if code in RULES:
            raise TypeError(f"two rules are called {code}")
        manual = Text(inspect.cleandoc(zh), inspect.getdoc(find) or "")
        RULES[code] = Rule(
            code, severity, manual, find, needs_whole, gap, certainty, regimes, since, until, effects
        )
        return find

    return register
