"""A volume: a host document into which parts are put, in the order that is given when it is built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from kadocs.findings import Place, Text, refuse
from kadocs.render.word.markup import P_PR, Element, P, R, T, parse, remove, w

PARTS = "{# parts #}"
"""What the host says, alone in a paragraph, where the parts go; a comment, so that it is whole by itself."""

_MAIN = "word/document.xml"
_NOTE = "TableNote"
_TAG = '{{% include "{}" %}}'


class Leaf(NamedTuple):
    """A part to be put in: the name of its Word file, and what a draft says below it."""

    file: str
    note: str = ""


def bound(host: bytes, name: str, leaves: Sequence[Leaf]) -> bytes:
    """The host with a tag for each part, in place of its `{# parts #}`.

    Raises `Refused` (TPL054) where the host has no such tag.
    """
    with zipfile.ZipFile(io.BytesIO(host)) as package:
        members = [(info, package.read(info)) for info in package.infolist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in members:
            written = _with_parts(data, name, leaves) if info.filename == _MAIN else data
            package.writestr(info, written, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with_parts(data: bytes, name: str, leaves: Sequence[Leaf]) -> bytes:
    root = parse(data, name, _MAIN)
    tag = next((p for p in root.iter(P) if _text(p).strip() == PARTS), None)
    if tag is None:
        raise refuse(
            "TPL054",
            Place(name),
            Text(
                "分册模板里没有放各部分的标签", "the template of volumes has no tag in whose place parts go"
            ),
            Text("请在单独一段写 {# parts #}", "Write {# parts #} alone in a paragraph"),
        )
    for leaf in leaves:
        tag.addprevious(_saying(tag, _TAG.format(leaf.file)))
        if leaf.note:
            tag.addprevious(_saying(tag, leaf.note, _NOTE))
    remove(tag)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iterfind(f"{R}/{T}"))


def _saying(like: Element, text: str, style: str = "") -> Element:
    """A paragraph like another, with this text in one run, in the `style` with that id."""
    paragraph = deepcopy(like)
    named = paragraph.find(f"{P_PR}/{w('pStyle')}")
    if style and named is not None:
        named.set(w("val"), style)
    first, *others = paragraph.findall(R)
    for run in others:
        paragraph.remove(run)
    written = first.find(T)
    if written is not None:
        written.text = text
    return paragraph
