"""Whether a document states the deal's facts as the deal has them; only what is beyond doubt is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from difflib import SequenceMatcher

from kadocs.audit.facts import Fact, Facts, stated
from kadocs.audit.folding import bare
from kadocs.audit.parts import Part, around
from kadocs.audit.spoken import Spoken, amounts
from kadocs.audit.watch import Figures
from kadocs.findings import Finding, Severity, Text

Alike = Callable[[str, str], bool]

_ALIKE = 0.6
_OTHER = Text("写的{t}是“{f}”，本商机是“{v}”", "has {t} “{f}”; this deal's is “{v}”")
_OTHER_HINT = Text(
    "多半是旧文件留下的：请改正模板或商机里的这处文字",
    "It is most likely left from an old document: correct it in the template or in the deal",
)
_SUMS = Text("大写金额是 {c}，小写金额是 {f}", "the amount in words is {c}, in figures {f}")
_SUMS_HINT = Text(
    "两者不一致时以大写为准：请改正，最好用 rmb 过滤器从同一个数得出",
    "Where they differ, the words hold: correct it, best by the filter rmb of the same number",
)
_TOTAL = Text("写的总价 {f} 不是本商机的任何金额", "gives a total of {f}, which is no amount of this deal")
_TOTALS = re.compile(
    r"(?:投标总价|投标总报价|总报价|报价总计|合同总价|total (?:bid|tender|contract) price)[^\n0-9]{0,24}"
)
_CAPITALS = re.compile(r"[壹贰叁肆伍陆柒捌玖][^\n]*?[元圆](?:整|正|[^\n]{0,6}[角分])?")
_FIGURES = re.compile(r"[¥$][ ]?[0-9][0-9,]*(?:\.[0-9]{1,2})?")
_DAYS = re.compile(r"^\D{0,12}([0-9]{1,4})\s*(?:个?(?:日历)?[天日]|(?:calendar )?days?)")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NO_PERSON = re.compile("签|章|姓名|日期|职务|电话|代表|身份")
_SHAPE = str.maketrans("123456789", "000000000")


def within(part: Part, text: str, facts: Facts, seen: Collection[str], sums: Figures) -> Iterator[Finding]:
    """Where a part's even `text` states another fact than the deal.

    What is `seen` elsewhere in the deal, and an amount that is one of its `sums`, may stand.
    """
    for fact in facts.names:
        yield from _differing(part, text, fact, seen, alike)
    for fact in facts.numbers:
        yield from _differing(part, text, fact, seen, of_one_shape)
    for fact in facts.days:
        yield from _days(part, text, fact)
    for fact in facts.people:
        yield from _differing(part, text, fact, seen, person)
    yield from _sums(part, text)
    yield from _totals(part, text, sums)


def _differing(part: Part, text: str, fact: Fact, seen: Collection[str], alike: Alike) -> Iterator[Finding]:
    for start, end, value in stated(fact, text):
        found = bare(value)
        near = [known for known in fact.values if alike(found, known)]
        if near and found not in fact.values and found not in seen and not _contains(found, fact.values):
            yield _finding("AUD010", part, text, start, end, _OTHER.fill(t=fact.title, f=value, v=near[0]))


def _contains(found: str, values: Collection[str]) -> bool:
    """Whether a value stands whole in what was found, which then only says more, or the other way round."""
    return any(value in found or found in value for value in values)


def alike(found: str, known: str) -> bool:
    """Whether two names are so near that they are meant for one."""
    return SequenceMatcher(None, found, known, autojunk=False).ratio() >= _ALIKE


def of_one_shape(found: str, known: str) -> bool:
    """Whether two numbers differ in their digits alone, as those of two tenders of one buyer do."""
    return found.translate(_SHAPE) == known.translate(_SHAPE) and any(sign.isdigit() for sign in known)


def person(found: str, known: str) -> bool:
    """Whether what was found is a person's name, and no word of a form such as 签字."""
    return bool(_PERSON.fullmatch(found)) and not _NO_PERSON.search(found)


def _days(part: Part, text: str, fact: Fact) -> Iterator[Finding]:
    for start, end, value in stated(fact, text):
        found = days(value)
        if found and found not in fact.values:
            message = _OTHER.fill(t=fact.title, f=found, v=fact.values[0])
            yield _finding("AUD010", part, text, start, end, message)


def days(value: str) -> str:
    """The number of days that a text begins with; nothing where it says no days."""
    found = _DAYS.match(value)
    return found[1] if found else ""


def _sums(part: Part, text: str) -> Iterator[Finding]:
    for line in _FIGURES.finditer(text):
        start, end = text.rfind("\n", 0, line.start()) + 1, text.find("\n", line.end())
        around_ = text[start : end if end >= 0 else len(text)]
        words, figures = _CAPITALS.findall(around_), _FIGURES.findall(around_)
        if len(words) != 1 or len(figures) != 1:
            continue
        said, written = _one(words[0]), _one(figures[0])
        if said and written and said.value != written.value:
            message = _SUMS.fill(c=words[0], f=figures[0])
            yield _finding("AUD011", part, text, line.start(), line.end(), message, _SUMS_HINT)


def _one(text: str) -> Spoken | None:
    found = list(amounts(text))
    return found[0] if len(found) == 1 else None


def _totals(part: Part, text: str, seen: Figures) -> Iterator[Finding]:
    for label in _TOTALS.finditer(text):
        after = text[label.end() : label.end() + 40].split("\n")[0]
        said = next((each for each in amounts(after) if each.start <= 1 and each.sure), None)
        if said and said.value >= 10_000 and not seen.seen(said):
            start = label.end() + said.start
            shown = after[said.start : said.end].strip()
            yield _finding("AUD012", part, text, start, label.end() + said.end, _TOTAL.fill(f=shown))


def _finding(
    code: str, part: Part, text: str, start: int, end: int, message: Text, hint: Text = _OTHER_HINT
) -> Finding:
    place = part.place(text.count("\n", 0, start), around(text, start, end))
    return Finding(code, Severity.WARNING, place, message, hint)
