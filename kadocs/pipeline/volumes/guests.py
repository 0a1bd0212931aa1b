"""The tender's own forms of a volume → ready to be put in, looking as they were issued."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.plan.volumes import Placed
from kadocs.sources import Beside

CODE = "OUT033"

_WORD = (".docx", ".dotx")
_NOT_WORD = Text("招标文件的格式 {f} 不是 .docx", "the tender's form {f} is no .docx")
_LOST = Text("读不到招标文件的格式 {f}", "the tender's form {f} cannot be read")
_WHERE = Text(
    "路径从商机文件所在的文件夹算起；请检查名称和位置",
    "Its path begins at the folder of the deal's file; check both",
)
_TRACKED = Text(
    "{f} 里有修订或批注，不能放进投标文件", "{f} has tracked changes or comments, and cannot go into a bid"
)
_SETTLE = Text(
    "在 Word 的“审阅”里接受或拒绝全部修订、删除全部批注，再存盘",
    "In Word, under Review, accept or reject all changes and delete all comments, and save it",
)
_SAVE_AS = Text("用 Word 或 WPS 打开，另存为 .docx", "Open it in Word or WPS and save it as .docx")
_ASK = Text(
    "请向招标人或代理机构要 Word 版；没有就照原样录成 .docx，逐字核对后作为原件",
    "Ask the buyer or its agency for the Word file; else type it as it is, and compare it word by word",
)
_COPY = Text(
    "把表格复制到 Word 里，版式不变，存为 .docx", "Copy its table into Word as it is, and save that as .docx"
)
_WAYS = {".pdf": _ASK, ".jpg": _ASK, ".png": _ASK, ".xls": _COPY, ".xlsx": _COPY, ".et": _COPY}


def ready(parts: tuple[Placed, ...], files: Beside, owner: str) -> tuple[tuple[str, bytes], ...]:
    """The own forms among the parts of a volume, by their names.

    Raises `Refused` with all that is wrong with their files, which the deal in `owner` names.
    """
    own = [placed for placed in parts if placed.own]
    if wrong := [finding for placed in own for finding in _wrong(placed, files, owner)]:
        raise Refused(wrong)
    return tuple((placed.file, _staying(placed, files)) for placed in own)


def _staying(placed: Placed, files: Beside) -> bytes:
    from kadocs.render.word import guests  # heavy where no bid is made

    title = placed.part.title
    return guests.staying(files(placed.file), placed.file, f"[{placed.part.id}]", (title.zh, title.en))


def _wrong(placed: Placed, files: Beside, owner: str) -> Iterator[Finding]:
    from kadocs.render.word import guests, package

    for name in dict.fromkeys((placed.file, placed.original or placed.file)):
        place = Place(owner, trail=(placed.part.title.text,))
        ending = PurePath(name).suffix.lower()
        if ending not in _WORD:
            hint = _WAYS.get(ending, _SAVE_AS)
            yield Finding(CODE, Severity.ERROR, place, _NOT_WORD.fill(f=name), hint, "bid.forms")
            continue
        try:
            package.read(files(name), name)
        except OSError:
            yield Finding(CODE, Severity.ERROR, place, _LOST.fill(f=name), _WHERE, "bid.forms")
        except Refused as refused:
            yield from refused.findings
        else:
            if name == placed.file and guests.unsettled(files(name), name):
                yield Finding(CODE, Severity.ERROR, Place(name), _TRACKED.fill(f=name), _SETTLE)
