"""How volumes of a bid are handed in: what their files are called, and which is an original, which a copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from kadocs.deliverables.regimes import Volume
from kadocs.findings import Fault, Text
from kadocs.model import Deal
from kadocs.model.tender.submission import SubmissionRules

COPY = Text("副本", "Copy")
"""What the name of a copy's file ends with."""

_WORDS = {
    "招标编号": "number",
    "项目编号": "number",
    "采购编号": "number",
    "标段": "lot",
    "标包": "lot",
    "包号": "lot",
    "投标人名称": "bidder",
    "投标人": "bidder",
    "供应商名称": "bidder",
    "册名": "volume",
    "分册名称": "volume",
    "序号": "place",
    "TENDER": "number",
    "LOT": "lot",
    "BIDDER": "bidder",
    "VOLUME": "volume",
    "NO": "place",
}
"""The words of a tender that stand for something else in its rule for the names of files."""

_WORD = re.compile(
    "|".join(
        rf"(?<![A-Z]){word}(?![A-Z])" if word.isascii() else word
        for word in sorted(_WORDS, key=len, reverse=True)
    )
)
_EXTENSION = re.compile(r"[.。](?:pdf|docx?)$", re.IGNORECASE)
_QUOTES = "“”\"'《》「」 "
_GAP = re.compile(r"([-_—－ ])(?:\s*[-_—－])+|^[-_—－ ]+|[-_—－ ]+$")


_ALIKE = Fault(
    Text(
        "按文件命名规则，各册的文件名会相同", "by the rule for file names, all volumes would be called alike"
    ),
    Text(
        "请在规则里写上 册名 或 序号，例如 招标编号-册名", "Put VOLUME or NO into it, such as TENDER-VOLUME"
    ),
)


class Mark(StrEnum):
    """What the cover of a volume says that it is."""

    ORIGINAL = "original"
    COPY = "copy"
    NONE = ""


def marks(volume: Volume, deal: Deal, *, blind: bool = False) -> tuple[Mark, ...]:
    """What a volume is marked as: one print for each. The first is of the file that is handed in.

    Where the tender wants copies on paper, they are prints of one file with a cover of its own. An anonymous
    volume bears no mark, nor does one of which the tender asks for no paper.
    """
    rules = deal.tender.submission if deal.tender and deal.tender.submission else SubmissionRules()
    if blind:
        return (Mark.NONE,)
    if volume.copies and rules.copies:
        return Mark.ORIGINAL, Mark.COPY
    if rules.originals or not (volume.copies or rules.electronic):
        return (Mark.ORIGINAL,)
    return (Mark.NONE,)


def copy_of(path: PurePath, language: str) -> PurePath:
    """The path of the PDF that is printed for the copies of a volume."""
    return path.with_name(f"{path.stem}-{COPY.in_(language)}.pdf")


def called(volume: str, place: int, deal: Deal, *, blind: bool = False) -> str:
    """What the tender's rule for the names of files calls a volume, the `place`-th; "" where it has none.

    The name of the bidder is left out of that of an anonymous volume. Raises `Fault` for a rule that does not
    tell one volume from another.
    """
    tender = deal.tender
    rule = tender.submission.file_names if tender and tender.submission else None
    if not tender or not rule:
        return ""
    if not {_WORDS[word] for word in _WORD.findall(rule)} & {"volume", "place"}:
        raise _ALIKE
    vendor = deal.vendor
    values: Mapping[str, str | None] = {
        "number": tender.number,
        "lot": tender.lot,
        "bidder": vendor.legal_name if vendor and not blind else None,
        "volume": volume,
        "place": str(place),
    }
    plain = _EXTENSION.sub("", rule.strip(_QUOTES))
    name = _WORD.sub(lambda found: values[_WORDS[found[0]]] or "", plain)
    return _GAP.sub(r"\1", name) + ".docx"
