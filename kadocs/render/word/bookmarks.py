"""Bookmarks that values make and ask for, by the names that a template's author gives them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.render.word.entities import unescape
from kadocs.render.word.sites import Site
from kadocs.render.word.values.faults import BookmarkTwice

_FIT = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_UNFIT = re.compile(r"[^A-Za-z0-9]+")
_READABLE = 24
"""How much of a name is kept beside the digest that makes it unique; Word keeps 40 characters in all."""

_PRESENT = re.compile(rb'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
_ASKS = re.compile(r"\|\s*page\b")

_UNKNOWN = Text("没有叫“{name}”的书签", "there is no bookmark called “{name}”")
_UNKNOWN_HINT = Text(
    '用 {{{{ 文字 | bookmark("{name}") }}}} 在要指向的地方做书签，或改正这里的名字。',
    'Set it where this leads to, with {{{{ text | bookmark("{name}") }}}}, or correct the name here.',
)
_NEAR_HINT = Text("是不是想写“{near}”？", "Did you mean “{near}”?")
_DANGLING = Text(
    "交叉引用指向的书签“{name}”不在文件里，显示的是模板里保存的旧结果",
    "a cross-reference leads to the bookmark “{name}”, which the document does not have; "
    "it shows its old result",
)
_DANGLING_HINT = Text(
    "在模板里删除这个交叉引用后重新插入；指向的段落如果只在某些情况下印出，把引用放进同样的条件里。",
    "Delete the cross-reference in the template and insert it again; where the paragraph that it leads to "
    "is only printed under a condition, put the reference under the same.",
)


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one document.

    `made` and `asked` are by given name: Word's name, and where it is first asked for. `lost` are the names
    that the template's own references lead to in vain.
    """

    made: dict[str, str] = field(default_factory=dict)
    asked: dict[str, tuple[str, Site]] = field(default_factory=dict)
    lost: dict[str, None] = field(default_factory=dict)

    def make(self, given: str, used: frozenset[str]) -> str:
        """Word's name for a bookmark that is set now; raises Fault (TPL091) where it is there already."""
        if given in self.made or given in used:
            raise BookmarkTwice(
                Text(f"书签“{given}”设了两次", f"the bookmark “{given}” is set twice"),
                Text(
                    '名字要唯一：在循环里把编号放进名字，例如 bookmark("req-" ~ item.id)。',
                    'Its name must be its own: in a loop, put the number in, bookmark("req-" ~ item.id).',
                ),
            )
        self.made[given] = named(given, used)
        return self.made[given]

    def ask(self, given: str, name: str, site: Site) -> None:
        """Somebody leads to a bookmark, which is Word's `name`."""
        self.asked.setdefault(given, (name, site))

    def unknown(self, present: frozenset[str], file: str) -> list[Finding]:
        """The names that values asked for and that no bookmark has (TPL090)."""
        return [
            Finding(
                "TPL090",
                Severity.ERROR,
                site.spot.place(file, site.tag),
                _UNKNOWN.fill(name=given),
                self._hint(given),
            )
            for given, (name, site) in self.asked.items()
            if name not in present
        ]

    def dangling(self, present: frozenset[str], file: str) -> list[Finding]:
        """The template's own references that lead nowhere (TPL092)."""
        return [
            Finding("TPL092", Severity.WARNING, Place(file), _DANGLING.fill(name=name), _DANGLING_HINT)
            for name in self.lost
            if name not in present
        ]

    def _hint(self, given: str) -> Text:
        near = difflib.get_close_matches(given, self.made, n=1)
        return _NEAR_HINT.fill(near=near[0]) if near else _UNKNOWN_HINT.fill(name=given)


def named(given: str, used: frozenset[str]) -> str:
    """A name that Word takes, always the same for the same given one; the template's own stay as they are."""
    if given in used or _FIT.fullmatch(given):
        return given
    readable = _UNFIT.sub("_", given).strip("_")[:_READABLE]
    return f"k_{readable}_{sha256(given.encode()).hexdigest()[:8]}".replace("__", "_")


def present(parts: Iterable[bytes]) -> frozenset[str]:
    """The names of all bookmarks in these parts."""
    return frozenset(
        unescape(name.decode("utf-8", "replace")).replace("&quot;", '"')
        for part in parts
        for name in _PRESENT.findall(part)
    )


def asks_page(pieces: Iterable[str]) -> bool:
    """Whether a tag in these pieces of a template asks for a page."""
    return any(_ASKS.search(piece) for piece in pieces)
