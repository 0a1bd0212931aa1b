"""What a base has for one language, in documents of another: 第一章, 表 1, Table 1, labels spread out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kadocs.render.word.markup import VAL, Element, remove, w
from kadocs.render.word.restyle.matching import value

_CHINESE = re.compile(r"[\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_CHINESE_FORMATS = re.compile(r"chinese|ideograph|japanese|taiwanese|aiueo|korean", re.IGNORECASE)


def settle(holder: Element, language: str, own: Mapping[str, str]) -> None:
    """Let a list speak `language`, with the template's `own` words for the numbers of a style.

    The levels of a list are told apart by their numbers alone then: 1, 1.1, 1.1.1.
    """
    levels = list(holder.iter(w("lvl")))
    if not any(_language(level) not in ("", language) for level in levels):
        return
    for level in levels:
        depth = int(level.get(w("ilvl"), "0"))
        plain = ".".join(f"%{number}" for number in range(1, depth + 2))
        text, shape = level.find(w("lvlText")), level.find(w("numFmt"))
        if text is None or shape is None or shape.get(VAL) in ("bullet", "none"):
            continue
        said = own.get(value(level, "pStyle"), "")
        text.set(VAL, plain if _spoken(said) not in ("", language) else said or plain)
        shape.set(VAL, "decimal")
        for legal in level.findall(w("isLgl")):
            remove(legal)
        for suffix in level.findall(w("suff")):
            suffix.set(VAL, "space")


def gather(styles: Element, language: str) -> None:
    """Let short labels stand together where the base spreads them over their line, as only Chinese is."""
    for spread in styles.iter(w("jc")) if language != "zh" else ():
        if spread.get(VAL) == "distribute":
            spread.set(VAL, "left")


def _language(level: Element) -> str:
    """The language that a level's numbers are written in; empty where that is plain from nothing."""
    return "zh" if _CHINESE_FORMATS.search(value(level, "numFmt")) else _spoken(value(level, "lvlText"))


def _spoken(text: str) -> str:
    if _CHINESE.search(text):
        return "zh"
    return "en" if _LATIN.search(text) else ""
