"""What a rule is: one function, its code, how bad a breach is, and its manual page in two languages."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from kadocs.findings import Severity, Text
from kadocs.model import Deal
from kadocs.tree.node import Path


class Case(NamedTuple):
    """What a rule looks at: the deal, and the day on which it is judged."""

    deal: Deal
    today: date


class Breach(NamedTuple):
    """One breach of a rule: the field it is about, what is wrong, and the way out."""

    path: Path
    message: Text
    hint: Text


Check: TypeAlias = Callable[[Case], Iterator[Breach]]


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

    @property
    def family(self) -> str:
        """The letters of the code, by which deliverables name the rules that must hold."""
        return self.code.rstrip("0123456789")

    @property
    def title(self) -> Text:
        """The manual page's first line."""
        return Text(self.manual.zh.partition("\n")[0], self.manual.en.partition("\n")[0])


RULES: dict[str, Rule] = {}


def rule(
    code: str, severity: Severity, *, zh: str, needs_whole: tuple[Path, ...] = (), gap: bool = False
) -> Callable[[Check], Check]:
    """A decorator that registers a function as the rule `code`.

    The function's docstring is the manual page in English, `zh` the one in Chinese; both begin
    with one line that says what must hold.
    """

    def register(find: Check) -> Check:
        if code in RULES:
            raise TypeError(f"two rules are called {code}")
        manual = Text(inspect.cleandoc(zh), inspect.getdoc(find) or "")
        RULES[code] = Rule(code, severity, manual, find, needs_whole, gap)
        return find

    return register
