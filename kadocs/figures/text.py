"""Text as people type it into cells, made even before a figure is read from it."""

from __future__ import annotations

import unicodedata

from kadocs.findings import Text

LONGEST = 100
"""No figure is written with more characters than this."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\r\n"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff"))
_SIGNS = {ord(sign): "-" for sign in "\u2212\ufe63"} | {ord("\uffe5"): "\u00a5", ord("\u2019"): "'"}
_EVEN = {**_FULL_WIDTH, **_SPACES, **_INVISIBLE, **_SIGNS}

_SAID_FOR_NOTHING = (
    "- -- --- — —— – / \\ ? ?? x xx xxx 无 暂无 没有 待定 待补充 待确认 未定 未知 面议 另议 "
    "详见附件 见附件 略 n/a na nil none null tbd tbc tba"
)
_PLACEHOLDERS = frozenset(_SAID_FOR_NOTHING.split())


def tidy(text: str) -> str:
    """`text` with full-width characters, odd spaces and minus signs made plain, and trimmed.

    Unlike NFKC it leaves ², ½ and ① alone: they are not digits of a number.
    """
    return text.translate(_EVEN).strip()


def folded(text: str) -> str:
    """`text` as names are compared: width, case and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def quoted(value: object) -> Text:
    """`value` as a message quotes it: shortened, on one line, in the quotes of the language."""
    line = " ".join(str(value)[: LONGEST + 1].split())
    short = line if len(line) <= 40 else line[:39] + "…"
    return Text(f"“{short}”", f'"{short}"')


def is_placeholder(text: str) -> bool:
    """Whether tidied `text` only says that there is no value yet: 待定, —, N/A and the like."""
    return text.lower().replace(" ", "") in _PLACEHOLDERS
