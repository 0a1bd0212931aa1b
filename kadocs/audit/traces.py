"""Traces of work in a finished file: who wrote it, what was commented on, changed, or hidden."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kadocs.audit.folding import bare
from kadocs.audit.parts import Part
from kadocs.findings import Finding, Severity, Text

_MAKERS = frozenset({"kadocs", "microsoft office word", "wps office"})
_NAMED = Text("文档属性里留有“{w}”", "the document's properties say “{w}”")
_NAMED_HINT = Text(
    "请把模板“文件—信息”里填出它的标签改成我方名称或删去；不要改成别人的名字",
    "In the template's properties, change the tag that gives it to our own name, or clear it; no other name",
)
_TRACE = Text("里面有{w}", "it has {w}")
_TRACE_HINT = Text(
    "请在模板里接受或拒绝修订，删去批注和隐藏文字",
    "Accept or reject changes, delete comments and hidden text",
)
REMAINS = {
    "<w:comment ": Text("批注", "comments"),
    "<w:ins ": Text("未接受的修订", "tracked changes"),
    "<w:del ": Text("未接受的修订", "tracked changes"),
    "<w:vanish/>": Text("隐藏文字", "hidden text"),
}
"""What shows in a part's XML that somebody worked on it."""


def within(part: Part, own: Collection[str]) -> Iterator[Finding]:
    """What a part says of those who worked on it; `own` names (the vendor's) may stand there."""
    if part.personal:
        allowed = {bare(name) for name in own} | _MAKERS
        for line, said in enumerate(part.text.split("\n")):
            field, _, value = said.partition(": ")
            if value and bare(value) not in allowed and not (field == "revision" and value in ("0", "1")):
                yield _finding("AUD007", part, line, _NAMED.fill(w=said), _NAMED_HINT)
    for what in dict.fromkeys(part.remains):
        yield _finding("AUD008", part, 0, _TRACE.fill(w=what), _TRACE_HINT)


def _finding(code: str, part: Part, line: int, message: Text, hint: Text) -> Finding:
    place = part.place(line) if part.personal else part.place(line)._replace(trail=part.way)
    return Finding(code, Severity.WARNING, place, message, hint)
