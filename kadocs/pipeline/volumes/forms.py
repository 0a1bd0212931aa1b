"""The forms of a finished volume beside those that the tender issued, and what fills their blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.pipeline.made import Made
from kadocs.pipeline.volumes.pack import BlankIn
from kadocs.pipeline.volumes.source import BEGINS
from kadocs.plan.volumes import Placed
from kadocs.render.limits import USUAL
from kadocs.sources import Beside

if TYPE_CHECKING:
    from kadocs.audit.fidelity import Change, Compared, Filled
    from kadocs.audit.fidelity.words import Block
    from kadocs.pipeline.volumes.laying import Standing

CHANGED, NO_ORIGINAL, OPEN = "OUT030", "OUT031", "OUT032"

_MOST = 12
"""How many changes of one form are told one by one."""

_SHOWN = 60

_OTHER = Text(
    "与招标文件不同，且不在空白处：原文“{o}”，成册“{f}”",
    "differs from the tender outside the blanks: “{o}” became “{f}”",
)
_GONE = Text("招标文件的这段文字，成册里没有了：“{o}”", "the finished form lacks words of the tender: “{o}”")
_ADDED = Text(
    "成册里多了招标文件没有的文字：“{f}”", "the finished form has words that the tender has not: “{f}”"
)
_PUT_BACK = Text(
    "在 {t} 里改回原文，标签只写在空白处，括号里的提示保留，再重新生成",
    "Put the tender's words back in {t}: tags in its blanks alone, hints in brackets stay; build again",
)
_MORE = Text("这个格式还有 {n} 处与招标文件不同", "{n} more places of this form differ from the tender")
_RIGHT_FILE = Text(
    "请先看看 original 是不是这个格式的原件", "See first whether original is this form as it was issued"
)
_NO_ORIGINAL = Text(
    "{p}：没有给出未加标签的原件，只和副本自己去掉标签后比较",
    "{p}: the form as issued is not named; it was compared with its own tagged copy",
)
_NAME_IT = Text(
    "把招标文件发来的格式原样放在旁边，路径写在 original",
    "Keep the form as issued beside it, and name it in original",
)
_BLANK = Text("{p} 还有 {n} 处空白没有填：{l}", "{p} has {n} blanks that nothing fills: {l}")
_FILL_IN = Text(
    "在 {t} 的空白处写标签并填好字段；本来就要手填的，打印后填，填完对照“填写核对表”",
    "Put tags into these blanks of {t}, or fill them in by hand on the print and tick them off the list",
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_FIELD = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
_COMMA = Text("、", ", ")


def compare(made: Made, each: Standing) -> tuple[list[Finding], tuple[BlankIn, ...]]:
    """What differs between a volume's forms and the tender's, and what fills their blanks.

    A changed form whose wording must stay is an error: such a volume is not for handing in. `made` takes up
    the originals that were read.
    """
    from kadocs.audit import fidelity  # heavy where no bid is made

    bookmarks = {BEGINS.format(number): placed for number, placed in enumerate(each.bound.parts, 1)}
    if not any(placed.own or placed.part.tag == "hard" for placed in bookmarks.values()):
        return [], ()
    finished = fidelity.finished(each.content, each.document.path.name, bookmarks)
    told: list[Finding] = []
    found: list[BlankIn] = []
    for number, (bookmark, placed) in enumerate(bookmarks.items(), 1):
        if placed.own or placed.part.tag == "hard":
            compared = _compared(made, each, placed, finished.get(bookmark, ()))
            told += _told(placed, compared, draft=made.job.draft) if placed.own else ()
            found += (_blank(each, placed, filled, each.begins(number)) for filled in compared.filled)
    return told, tuple(found)


def _compared(made: Made, each: Standing, placed: Placed, part: Sequence[Block]) -> Compared:
    """What came of comparing one part."""
    from kadocs.audit import fidelity

    files = Beside(each.work.source.folders, USUAL.file)
    issued = files(placed.original) if placed.original else None
    if placed.original:
        made.read[files.find(placed.original)] = None
    words = each.bound.words.in_(made.job.language)
    form = fidelity.Form(
        files(placed.file),
        placed.file,
        issued,
        placed.original,
        placed.part.tag != "hard",
        {f"volume.words.{name}": said for name, said in words.items()},
    )
    return fidelity.compare(form, part)


def _told(placed: Placed, compared: Compared, *, draft: bool) -> Iterator[Finding]:
    """What there is to say of an own form."""
    title, hard = placed.part.title.text, placed.part.tag == "hard"
    place = Place(placed.file, trail=(title,))
    if placed.part.tag != "free":
        severity = Severity.ERROR if hard and not draft else Severity.WARNING
        for change in compared.changes[:_MOST]:
            yield _changed(placed, change, severity)
        if (more := len(compared.changes) - _MOST) > 0:
            yield Finding(CHANGED, severity, place, _MORE.fill(n=more), _RIGHT_FILE)
    if not placed.original:
        yield Finding(NO_ORIGINAL, Severity.INFO, place, _NO_ORIGINAL.fill(p=title), _NAME_IT)
    blank = [filled for filled in compared.filled if filled.open and not filled.by_hand]
    if blank and hard and not draft:
        labels = dict.fromkeys(Text(filled.label, filled.label) for filled in blank if filled.label)
        said = _BLANK.fill(p=title, n=len(blank), l=_listed(list(labels)))
        yield Finding(OPEN, Severity.WARNING, place, said, _FILL_IN.fill(t=placed.file))


def _listed(labels: Sequence[Text]) -> Text:
    return Text(_COMMA.zh.join(each.zh for each in labels), _COMMA.en.join(each.en for each in labels))


def _changed(placed: Placed, change: Change, severity: Severity) -> Finding:
    issued, finished = change.shown(_SHOWN)
    said = _ADDED if change.issued is None else _GONE if change.finished is None else _OTHER
    place = Place(placed.file, trail=(placed.part.title.text, *change.where))
    hint = _PUT_BACK.fill(t=placed.file)
    return Finding(CHANGED, severity, place, said.fill(o=issued, f=finished), hint)


def _blank(each: Standing, placed: Placed, filled: Filled, page: str) -> BlankIn:
    return BlankIn(
        part=placed.part.title.text,
        volume=each.bound.volume.title.text,
        tag=placed.part.tag,
        own=placed.own,
        label=filled.label,
        room=filled.room,
        text="" if filled.open else filled.text,
        field=", ".join(_fields(filled.tags)),
        page=page,
        state="filled" if not filled.open else "hand" if filled.by_hand else "open",
    )


def _fields(tags: Sequence[str]) -> dict[str, None]:
    """The fields that tags print or ask for, each once."""
    said = (_QUOTED.sub("", tag) for tag in tags)
    return dict.fromkeys(name for tag in said for name in _FIELD.findall(tag) if not name.startswith("loop."))
