"""What the readers of a document may not see, looked for in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kadocs.audit.folding import bare, even
from kadocs.audit.parts import Part, around
from kadocs.audit.spoken import Spoken, amounts, significant
from kadocs.audit.watch import Secret, Watch
from kadocs.findings import Finding, Severity, Text
from kadocs.gates.texts import Names
from kadocs.model import Audience

_WAN = 10_000

_VALUE = Text("出现了“{t}”（{p}）的内容：{v}", "tells “{t}” ({p}): {v}")
_VALUE_HINT = Text(
    "“{a}”级内容不得进入本文件：请在商机数据或模板里删去这处文字",
    "It is {a}: remove it from the text, in the deal's data or in the template",
)
_RIVAL = Text("出现了竞争对手“{n}”的名字", "names the competitor “{n}”")
_RIVAL_HINT = Text("请换一种不点名的说法", "Say it without the name")
_STRANGER = Text("出现了别的客户“{n}”的名字", "names another customer, “{n}”")
_STRANGER_HINT = Text(
    "多半是旧文件留下的：请改成本项目的客户；确需引用时填到案例里并注明已授权公开",
    "It is most likely left from an old document: put in this customer; a reference with consent belongs"
    " into the references",
)
_INSIDE = Text("出现了内部的说法“{w}”", "“{w}” is for the house only")
_INSIDE_HINT = Text("请删去，或只写在内部文件里", "Delete it, or keep it for internal documents")

# 成本, 底线 and 内部 are ordinary words (运维成本, 安全底线) unless they are about our own side.
_WORDS = re.compile(
    r"batna|毛利|口袋价|底价|让步(?:计划|空间|幅度|底线|方案|策略)|(?:我方|报价|价格|谈判|商务)(?:底线|成本)|底线价"
    r"|成本价|成本加成|内部(?:资料|使用|掌握|定价|成本|参考|讨论|评审意见|文件)|walk-?away price|floor price"
    r"|gross margin|our (?:own )?costs?\b|concession plan|internal use only|internal only|target margin"
)


@dataclass(frozen=True)
class Leaks:
    """Looks for what a watch forbids; made once for all parts of a document."""

    watch: Watch

    def within(self, part: Part, text: str) -> Iterator[Finding]:
        """What a part, its `text` made even, tells that it may not; each thing once, where it is first."""
        yield from self._figures(part, text)
        if self.watch.texts:
            yield from self._sentences(part, bare(text))
        yield from self._named(part, text, self._rivals, "AUD002", _RIVAL, _RIVAL_HINT)
        yield from self._named(part, text, self._strangers, "AUD003", _STRANGER, _STRANGER_HINT)
        if self.watch.audience <= Audience.CUSTOMER:
            yield from self._words(part, text)

    @cached_property
    def _rivals(self) -> _Wanted:
        return _Wanted(self.watch.rivals, self.watch.allowed)

    @cached_property
    def _strangers(self) -> _Wanted:
        return _Wanted(self.watch.strangers, self.watch.allowed)

    def _figures(self, part: Part, text: str) -> Iterator[Finding]:
        told: set[Secret] = set()
        for each in amounts(text):
            secret = self._told(each)
            if secret and secret not in told:
                told.add(secret)
                yield _secret(secret, part, text, each.start, each.end)

    def _told(self, spoken: Spoken) -> Secret | None:
        """The secret that an amount tells; in a table of which the heading says 万元, too."""
        if spoken.share:
            return self.watch.shares.found(spoken)
        figures = self.watch.amounts
        if found := figures.found(spoken):
            return found
        if spoken.step >= 1 or spoken.sure or figures.seen(spoken):
            return None
        scaled = spoken._replace(value=spoken.value * _WAN, step=spoken.step * _WAN)
        return figures.found(scaled) if significant(scaled.value, scaled.step) >= 4 else None

    def _sentences(self, part: Part, text: str) -> Iterator[Finding]:
        told: set[Secret] = set()
        for sentence, secret in self.watch.texts.items():
            if sentence not in text or secret in told:
                continue
            if secret.audience < Audience.SECRET and sentence in self.watch.seen:
                continue
            told.add(secret)
            at = text.index(sentence)
            yield _secret(secret, part, text, at, at + len(sentence))

    def _named(
        self, part: Part, text: str, names: _Wanted, code: str, message: Text, hint: Text
    ) -> Iterator[Finding]:
        for name, line in names.within(text):
            start = _start(text, line)
            place = part.place(line, around(text, start, start))
            yield Finding(code, Severity.ERROR, place, message.fill(n=name), hint)

    def _words(self, part: Part, text: str) -> Iterator[Finding]:
        found = _WORDS.search(text)
        if found:
            place = part.place(text.count("\n", 0, found.start()), around(text, *found.span()))
            message = _INSIDE.fill(w=found.group())
            yield Finding("AUD004", Severity.WARNING, place, message, _INSIDE_HINT)


class _Wanted:
    """Names to be found in long texts: whether one is there at all is asked before where it is."""

    def __init__(self, names: Iterable[str], allowed: Iterable[str]) -> None:
        self._allowed = tuple(allowed)
        self._names = {even(name): name for name in names if len(even(name)) > 1}

    def within(self, text: str) -> Iterator[tuple[str, int]]:
        """The names in a text made even, each with the number of the line where it stands first."""
        near = [name for even_name, name in self._names.items() if even_name in text]
        if not near:
            return
        names, told = Names(near, self._allowed), set[str]()
        for line, words in enumerate(text.split("\n")):
            for name in names.within(words):
                if name not in told:
                    told.add(name)
                    yield name, line


def _secret(secret: Secret, part: Part, text: str, start: int, end: int) -> Finding:
    place = part.place(text.count("\n", 0, start), around(text, start, end))
    message = _VALUE.fill(t=secret.title, p=secret.path, v=text[start:end].strip()[:40])
    return Finding(
        "AUD001", Severity.ERROR, place, message, _VALUE_HINT.fill(a=secret.audience.title), secret.path
    )


def _start(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.index("\n", at) + 1
    return at
