"""Days, sums and lists as findings write them, in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kadocs.figures import dates, moments, money
from kadocs.figures.money import Money
from kadocs.findings import Text


def day(when: date) -> Text:
    """The day as each language writes it: 2026年3月5日, 5 March 2026."""
    return Text(dates.shown(when, "zh"), dates.shown(when, "en"))


def moment(when: datetime) -> Text:
    """The moment as each language writes it: 2026年3月5日9:30, 5 March 2026, 09:30."""
    return Text(moments.shown(when, "zh"), moments.shown(when, "en"))


def amount(sum_: Money) -> Text:
    """The amount as each language writes it."""
    return Text(money.shown(sum_, "zh"), money.shown(sum_, "en"))


def listed(texts: Iterable[Text | str]) -> Text:
    """The texts in one line, parted as each language does it."""
    both = [text if isinstance(text, Text) else Text(text, text) for text in texts]
    return Text("、".join(text.zh for text in both), ", ".join(text.en for text in both))


def some(texts: Sequence[Text | str], most: int = 5) -> Text:
    """The first of the texts in one line, and a sign that there are more."""
    shown = listed(texts[:most])
    return shown if len(texts) <= most else Text("{s} 等", "{s} ...").fill(s=shown)


def nearest(name: str, known: Iterable[str], otherwise: Text | None = None) -> Text:
    """A hint with the known name nearest to `name`, or else how to make the name known."""
    near = difflib.get_close_matches(name, list(known), n=1)
    if near:
        return Text("是否想写 {n}？", "Did you mean {n}?").fill(n=near[0])
    return otherwise or _UNKNOWN


_UNKNOWN = Text("请改成已有的编号，或先补上这一条", "Write an existing id, or add the entry that it names")
