"""Whether the files of one pack say the same of what no field of the deal settles, and of the price."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kadocs.audit import facts as known
from kadocs.audit.agreement import alike, days, of_one_shape, person
from kadocs.audit.facts import Fact, Facts
from kadocs.audit.folding import bare
from kadocs.audit.parts import Part, around
from kadocs.audit.spoken import amounts
from kadocs.findings import Finding, Place, Severity, Text

Near = Callable[[str, str], bool]

_LEAST = 1_000
_TOTAL = re.compile(
    r"(?P<label>投标总价|投标总报价|投标报价总计|总报价|报价总计|total (?:bid|tender) price|bid price)"
    r"(?P<more>[^\n0-9%零壹贰叁肆伍陆柒捌玖拾佰仟]{0,24}\n?[^\n0-9%零壹贰叁肆伍陆柒捌玖拾佰仟]{0,12})"
    r"(?P<said>[^\n]{1,60})"
)
_NET = re.compile(r"不含税|未税|excl|without tax")
_PRICE = Text("投标总价", "total price")
_NET_PRICE = Text("不含税总价", "total without tax")
_MESSAGE = Text("{t}各处不一致：这里是“{a}”，{f}写的是“{b}”", "{t} is not one: “{a}” here, “{b}” in {f}")
_HINT = Text("请以一处为准，改正另一处", "Decide which is right, and correct the other")


class Said(NamedTuple):
    """A statement of a file: what it is about, its text, its value as it is compared, and where it stands."""

    text: str
    value: str
    place: Place
    step: Decimal = Decimal(0)


@dataclass(slots=True)
class Across:
    """Gathers what the files of a pack say, part by part; `settled` are the facts that the deal itself has.

    Those are compared with the deal, file by file (`agreement`); the price is compared here too.
    """

    settled: Facts = field(default_factory=Facts)
    _said: dict[Text, list[Said]] = field(default_factory=dict)
    _near: dict[Text, Near] = field(default_factory=dict)

    def take(self, part: Part, text: str) -> None:
        """Take up what a part says on its pages, its `text` made even."""
        if part.hidden or part.personal:
            return
        for what, said in _totals(part, text):
            self._said.setdefault(what, []).append(said)
            self._near[what] = _any
        have = {fact.title for facts in self.settled for fact in facts}
        for near, facts in _asked():
            for fact in facts:
                if fact.title not in have:
                    self._near[fact.title] = near
                    self._said.setdefault(fact.title, []).extend(_stated(fact, part, text, near))

    def findings(self) -> Iterator[Finding]:
        """What the files say differently: each other text once, beside the one that is said first."""
        for what, all_said in self._said.items():
            told: set[str] = set()
            for each in all_said:
                first = next((one for one in all_said if self._near[what](each.value, one.value)), each)
                if each.value in told or _same(each, first):
                    continue
                told.add(each.value)
                code = "AUD013" if what in (_PRICE, _NET_PRICE) else "AUD014"
                message = _MESSAGE.fill(t=what, a=each.text, b=first.text, f=first.place.file)
                yield Finding(code, Severity.WARNING, each.place, message, _HINT)


def _asked() -> tuple[tuple[Near, tuple[Fact, ...]], ...]:
    asked = known.asked()
    return (alike, asked.names), (of_one_shape, asked.numbers), (_any, asked.days), (person, asked.people)


def _totals(part: Part, text: str) -> Iterator[tuple[Text, Said]]:
    """The totals that a part states behind their label, in its line or in the next cell."""
    for found in _TOTAL.finditer(text):
        said = next((each for each in amounts(found["said"]) if each.start <= 2 and not each.share), None)
        if said is None:
            continue
        scale = 10_000 if re.search("万元|萬元", found["more"]) and said.value < _LEAST * 100 else 1
        if said.value * scale < _LEAST:
            continue
        shown = found["said"][said.start : said.end].strip()
        line = text.count("\n", 0, found.start("said"))
        place = part.place(line, around(text, found.start("label"), found.start("said") + said.end))
        what = _NET_PRICE if _NET.search(found["more"]) else _PRICE
        yield what, Said(shown, f"{said.value * scale:f}", place, said.step * scale)


def _stated(fact: Fact, part: Part, text: str, near: Near) -> Iterator[Said]:
    for start, end, value in known.stated(fact, text):
        found = days(value) if near is _any else bare(value)
        if found and (near is not person or person(found, "")) and not found.startswith(("(", "_", "—")):
            yield Said(value, found, part.place(text.count("\n", 0, start), around(text, start, end)))


def _any(found: str, other: str) -> bool:
    """Whether two values are of one kind: any two sums, or numbers of days, are."""
    return True


def _same(one: Said, other: Said) -> bool:
    """Whether two values are one: sums to the last digit that both write, texts where one holds the other."""
    if one.step or other.step:
        return abs(Decimal(one.value) - Decimal(other.value)) <= max(one.step, other.step) / 2
    if one.value.isdigit() and other.value.isdigit():
        return one.value == other.value
    return one.value in other.value or other.value in one.value
