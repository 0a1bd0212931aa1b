"""The texts of cells: shared ones, those that stand in their cell, and their runs of different formats."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from kadocs.render.excel.names import Element, s

T, RUN, RUN_FORMAT = s("t"), s("r"), s("rPr")
_DECLARED = re.compile(r' xmlns(:\w+)?="[^"]*"')
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
_plain = re.compile(r"\A(?!\s)[^&<>\x00-\x1f_\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]*(?<!\s)\Z").match


class Piece(NamedTuple):
    """A stretch of a text with one format, which is XML and empty where it is the cell's own."""

    text: str
    format: str = ""


def pieces(item: Element) -> list[Piece]:
    """The text of a shared item or of a cell's own, in its formats; readings of characters are left out."""
    found = [Piece(_decoded(each.text or "")) for each in item.iterchildren(T)]
    for run in item.iterchildren(RUN):
        shape, text = run.find(RUN_FORMAT), "".join(each.text or "" for each in run.iterchildren(T))
        found.append(Piece(_decoded(text), "" if shape is None else bare(shape)))
    return found


def bare(element: Element) -> str:
    """An element as XML without the names that its document declares anyway."""
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def is_plain(text: str) -> bool:
    """Whether a text can be written as it is, with nothing to escape or to keep."""
    return _plain(text) is not None


def written(text: str) -> str:
    """A text as XML writes it in a cell: an element `t` without its start and end."""
    coded = _LOOKS_CODED.sub("_x005F_", text)
    return coded.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "_x000D_")


def element(text: str) -> str:
    """A text as an element `t`."""
    if is_plain(text):
        return f"<t>{text}</t>"
    return f'<t xml:space="preserve">{written(text)}</t>'


def legal(text: str) -> tuple[str, int]:
    """A text without what XML cannot hold, its line ends made one kind; and how much was left out."""
    return _ILLEGAL.subn("", _LINE_ENDS.sub("\n", text))


def _decoded(text: str) -> str:
    return _CODED.sub(lambda match: chr(int(match[1], 16)), text)
