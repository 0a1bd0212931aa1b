"""The numbers that Word puts before headings, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kadocs.render.word.markup import VAL, Element, source, w
from kadocs.render.word.styles import Styles

_PLACEHOLDER = re.compile(r"%([1-9])")
_DIGITS = "零一二三四五六七八九"
_ZEROS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a multilevel list (ISO 29500-1, 17.9.6)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a template: each list's definition, and the levels of each.

    `own` are the levels that a list has instead of its definition's, as XML.
    """

    definitions: dict[str, str]
    levels: dict[str, dict[int, ListLevel]]
    style_levels: dict[tuple[str, str], int]
    own: dict[str, dict[int, str]] = field(default_factory=dict)

    def level_of(self, number: str, level: str, style: str) -> int:
        """The level of a paragraph in list `number`, told by itself or by its style."""
        return int(level) if level else self.style_levels.get((number, style), 0)


class Counter:
    """The running numbers of one render."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, number: str, level: int) -> tuple[str, str]:
        """The next number of a list at a level, as text, and what follows it (tab, space, nothing)."""
        levels = self._numbering.levels.get(number)
        if not levels or level not in levels:
            return "", "nothing"
        counts = self._counts.setdefault(self._numbering.definitions[number], {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [d for d in counts if d > level and _restarts(levels.get(d), d, level)]:
            del counts[deeper]
        return _text(levels, level, counts), levels[level].suffix


def read(root: Element | None, styles: Styles) -> Numbering:
    """The lists of a template; `root` is its numbering part, if it has one."""
    if root is None:
        return Numbering({}, {}, {})
    abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iter(w("abstractNum"))}
    nums = {n.get(w("numId"), ""): n for n in root.iter(w("num"))}
    definitions: dict[str, str] = {}
    levels: dict[str, dict[int, ListLevel]] = {}
    style_levels: dict[tuple[str, str], int] = {}
    own: dict[str, dict[int, str]] = {}
    for number, num in nums.items():
        identity = _definition(num, nums, abstracts, styles)
        if identity not in abstracts:
            continue
        definitions[number] = identity
        own[number] = _own(num)
        levels[number] = _levels(abstracts[identity]) | _overrides(num, _levels(abstracts[identity]))
        for level in abstracts[identity].iter(w("lvl")):
            if style := _value(level, "pStyle"):
                style_levels[number, style] = int(level.get(w("ilvl"), "0"))
    return Numbering(definitions, levels, style_levels, own)


def _own(num: Element) -> dict[int, str]:
    """The levels that a list has for itself, without the styles that lead to it."""
    found = {}
    for override in num.iterfind(w("lvlOverride")):
        level = override.find(w("lvl"))
        if level is not None:
            found[int(override.get(w("ilvl"), "0"))] = source(level, w("pStyle"))
    return found


def _definition(num: Element, nums: dict[str, Element], abstracts: dict[str, Element], styles: Styles) -> str:
    """The definition behind a list, through one link to a numbering style."""
    identity = _value(num, "abstractNumId")
    link = _value(abstracts[identity], "numStyleLink") if identity in abstracts else ""
    linked = nums.get(styles.list_of(link)) if link else None
    return identity if linked is None else _value(linked, "abstractNumId")


def _levels(abstract: Element) -> dict[int, ListLevel]:
    return {int(level.get(w("ilvl"), "0")): _level(level) for level in abstract.iterfind(w("lvl"))}


def _overrides(num: Element, levels: dict[int, ListLevel]) -> dict[int, ListLevel]:
    found = {}
    for override in num.iterfind(w("lvlOverride")):
        index = int(override.get(w("ilvl"), "0"))
        own = override.find(w("lvl"))
        level = _level(own) if own is not None else levels.get(index, ListLevel())
        start = _value(override, "startOverride")
        if start:
            level = ListLevel(int(start), level.format, level.text, level.suffix, level.legal, level.restart)
        found[index] = level
    return found


def _level(element: Element) -> ListLevel:
    restart = _value(element, "lvlRestart")
    legal = element.find(w("isLgl"))
    return ListLevel(
        start=int(_value(element, "start") or 1),
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        suffix=_value(element, "suff") or "tab",
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        restart=int(restart) if restart else None,
    )


def _value(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(VAL, "")


def _restarts(level: ListLevel | None, index: int, reached: int) -> bool:
    """Whether level `index` starts anew when level `reached` counts on (17.9.10)."""
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and reached < level.restart


def _text(levels: dict[int, ListLevel], level: int, counts: dict[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        shown = levels.get(index, ListLevel())
        style = "decimal" if levels[level].legal else shown.format
        return formatted(counts.get(index, shown.start), style)

    if levels[level].format in ("none", "bullet"):
        return ""
    return _PLACEHOLDER.sub(number, levels[level].text)


def formatted(number: int, style: str) -> str:
    """A number in one of Word's number formats (17.18.59); unknown formats are written as decimal."""
    if style in _FORMATS and number > 0:
        return _FORMATS[style](number)
    return str(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _chinese(number: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """A number below ten thousand in Chinese: 10 is 十, 105 is 一百零五."""
    if number >= 10_000:
        return str(number)
    written, zero = "", False
    for position in reversed(range(4)):
        digit = number // 10**position % 10
        if digit:
            written += (digits[0] if zero and written else "") + digits[digit] + units[position]
        zero = digit == 0
    return written[1:] if written.startswith("一十") else written


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": lambda n: _chinese(n, _CAPITALS, ("", "拾", "佰", "仟")),
    "ideographDigital": lambda n: "".join(_ZEROS[int(d)] for d in str(n)),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "decimalFullWidth": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: chr(0x245F + n) if n <= 20 else str(n),
}
