"""What was left over in a document: tags that nothing filled, gaps, words that keep a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.audit.parts import Part
from kadocs.findings import Finding, Severity, Text

_TAG = re.compile(r"\{\{(?!\{).{1,200}?\}\}|\{%.{1,200}?%\}|\{#.{1,200}?#\}|【待补充")
_OPEN = re.compile(
    r"待填写|待完善|此处填写|(?i:\blorem ipsum\b|(?<![a-z0-9×])(?:[x×]{3,}|tbd|tbc|todo)(?![a-z0-9×]))"
)
_MESSAGE = Text("留下了没有填上的“{w}”", "“{w}” was left, and nothing filled it")
_TAG_HINT = Text(
    "请检查模板里的这个标签；kadocs 不填写图形名称、自定义 XML 等处的标签",
    "Look at this tag in the template; kadocs fills none in shape names, custom XML and the like",
)
_OPEN_MESSAGE = Text("还有待填的“{w}”", "“{w}” is still to be filled in")
_OPEN_HINT = Text("请换成真实内容，或删去", "Write what is true, or delete it")


def within(part: Part) -> Iterator[Finding]:
    """The first tag of a part that nothing filled, and the first word in it that only keeps a place."""
    if found := _TAG.search(part.text):
        yield _finding("AUD005", Severity.ERROR, part, found, _MESSAGE, _TAG_HINT)
    if found := _OPEN.search(part.text):
        yield _finding("AUD006", Severity.WARNING, part, found, _OPEN_MESSAGE, _OPEN_HINT)


def _finding(
    code: str, severity: Severity, part: Part, found: re.Match[str], message: Text, hint: Text
) -> Finding:
    text = part.text
    line = text.count("\n", 0, found.start())
    shown = " ".join(text.split("\n")[line].split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    return Finding(code, severity, part.place(line, shown), message.fill(w=found.group()[:40]), hint)
