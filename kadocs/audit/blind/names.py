"""Names, numbers and addresses of ours in an anonymous volume, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from kadocs.audit.blind.parcel import Blind
from kadocs.audit.folding import bare, even
from kadocs.audit.parts import Part, around
from kadocs.audit.reading import read
from kadocs.findings import Finding, Place, Severity, Text
from kadocs.gates.giveaways import Giveaway

_SAID = Text("暗标里出现了{k}“{n}”", "the anonymous volume has “{n}”, a {k}")
_HINT = Text(
    "请在商机的这处文字里换成不指名的说法，如“投标人”“项目经理”；一处即可能被否决",
    "Say it without the name in the deal, such as “the bidder” or “the project manager”; one sign is enough",
)
_IN_NAME = Text("文件名", "name of the file")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_EVERYDAY = re.compile("[也的了是在和与或及为以于中大小上下不有可到将被从由对等其之而且则如若全部方]$")
"""What ends a name of two characters that other words may make too."""

_LETTERS = re.compile(r"[a-z]")
_NOT_DIGITS = re.compile(r"[^0-9x]")
_DIGITS = re.compile(r"[0-9][0-9x\s()+./\-]{4,}[0-9x]")
_FEWEST_DIGITS = 7


class _Wanted(NamedTuple):
    """The giveaways, by how they are looked for."""

    chinese: tuple[tuple[str, Giveaway], ...]
    others: tuple[tuple[re.Pattern[str], Giveaway], ...]
    numbers: dict[str, Giveaway]


def within(path: PurePath, data: bytes, of: Blind) -> Iterator[Finding]:
    """Each sign of ours in a file, a line once: in its text, its properties, its links, its own name."""
    wanted = _wanted(of.giveaways)
    for each, sure in _found(path.stem, wanted):
        yield _finding(Place(path.name, trail=(_IN_NAME,)), each, sure=sure)
    for part in read(path, data):
        if not isinstance(part, Part):
            continue
        for number, line in enumerate(part.text.split("\n")):
            for each, sure in _found(line, wanted):
                yield _finding(part.place(number, _around(line, each)), each, sure=sure)


@lru_cache(maxsize=8)
def _wanted(giveaways: tuple[Giveaway, ...]) -> _Wanted:
    chinese, others, numbers = [], [], {}
    for each in sorted(giveaways, key=lambda one: -len(one.words)):
        words = bare(each.words)
        digits = _NOT_DIGITS.sub("", words)
        if _CHINESE.search(words):
            chinese.append((words, each))
        elif len(digits) >= _FEWEST_DIGITS and not _LETTERS.search(words.replace("x", "")):
            numbers[digits] = each
        else:
            others.append((_as_word(even(each.words)), each))
    return _Wanted(tuple(chinese), tuple(others), numbers)


def _as_word(words: str) -> re.Pattern[str]:
    """Latin words are words of their own, however their blanks are set."""
    spelt = r"\s*".join(re.escape(part) for part in words.split())
    return re.compile(rf"(?<![a-z0-9]){spelt}(?![a-z0-9])")


def _found(line: str, wanted: _Wanted) -> Iterator[tuple[Giveaway, bool]]:
    """What a line tells, the longest first, and whether it is beyond doubt; a name within one is not told."""
    text, pressed = even(line), bare(line)
    for words, each in wanted.chinese:
        if words in pressed:
            yield each, _is_apart(words, pressed)
            pressed, text = pressed.replace(words, "\x00"), text.replace(even(each.words), "\x00")
    for pattern, each in wanted.others:
        if pattern.search(text):
            yield each, True
            text = pattern.sub("\x00", text)
    if wanted.numbers:
        for said in _DIGITS.findall(text):
            digits = _NOT_DIGITS.sub("", said)
            yield from ((each, True) for number, each in wanted.numbers.items() if number in digits)


def _is_apart(words: str, text: str) -> bool:
    """Whether a name is a word here: 方也 in the midst of 对方也同意 is none, 韩彻 is one anywhere."""
    if len(words) > 2 or not _EVERYDAY.search(words):
        return True
    ends = ((match.start(), match.end()) for match in re.finditer(re.escape(words), text))
    return any(
        not (_CHINESE.fullmatch(text[max(0, start - 1) : start]) and _CHINESE.fullmatch(text[end : end + 1]))
        for start, end in ends
    )


def _around(line: str, each: Giveaway) -> str:
    text = even(line)
    at = max(text.find(even(each.words)), 0)
    return around(line if len(line) == len(text) else text, at, at + len(each.words))


def _finding(place: Place, each: Giveaway, *, sure: bool) -> Finding:
    severity = Severity.ERROR if sure else Severity.WARNING
    return Finding("AUD020", severity, place, _SAID.fill(k=each.kind, n=each.words), _HINT)
