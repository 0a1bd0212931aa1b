"""A volume: a host document into which parts are put, in the order that is given when it is built."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from kadocs.findings import Place, Text, refuse
from kadocs.render.word.markup import P_PR, SECT_PR, Element, P, R, T, parse, remove, w

PARTS = "{# parts #}"
"""What the host says, alone in a paragraph, where the parts go; a comment, so that it is whole by itself."""

_MAIN = "word/document.xml"
_SIZE = w("pgSz")
_NOTE = "TableNote"
_TAG = '{{% include "{}" %}}'


class Leaf(NamedTuple):
    """A part to be put in: the name of its Word file, whether it lies wide, what a draft says below it.

    `bookmark` is Word's name for one where it begins.
    """

    file: str
    wide: bool = False
    note: str = ""
    bookmark: str = ""


def wide(form: bytes) -> bool:
    """Whether the pages of a form lie wide, as those of its last section do; not where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(form)) as package:
            root = etree.fromstring(package.read(_MAIN), etree.XMLParser(resolve_entities=False))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return False
    sizes = list(root.iter(_SIZE))
    return bool(sizes) and sizes[-1].get(w("orient")) == "landscape"


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
    _put(tag, leaves)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _put(tag: Element, leaves: Sequence[Leaf]) -> None:
    """Put the tags of the parts in the place of the host's, each in a section that lies as it does.

    The section that ends right behind the host's tag is the one for wide pages.
    """
    model, (upright, last) = tag.getnext(), _section(tag)
    lying = model.find(f"{P_PR}/{SECT_PR}") if model is not None and model.tag == P else None
    for leaf, following in zip(leaves, [*leaves[1:], None], strict=True):
        _begin(tag, leaf)
        tag.addprevious(_saying(tag, _TAG.format(leaf.file)))
        if leaf.note:
            tag.addprevious(_saying(tag, leaf.note, _NOTE))
        if model is None or lying is None or (following and following.wide == leaf.wide):
            continue
        own = lying if leaf.wide else upright
        if following is None:
            last.getparent().replace(last, deepcopy(own))  # type: ignore[union-attr]
            break
        end = deepcopy(model)
        end.find(P_PR).replace(end.find(f"{P_PR}/{SECT_PR}"), deepcopy(own))  # type: ignore[union-attr, arg-type]
        tag.addprevious(end)
    if model is not None and lying is not None:
        remove(model)
    remove(tag)


def _begin(tag: Element, leaf: Leaf) -> None:
    """Put the bookmark of a part, whose number no other has, where the part begins."""
    if leaf.bookmark:
        taken = [int(each.get(w("id"), "0")) for each in tag.getroottree().iter(w("bookmarkStart"))]
        number = str(max(taken, default=0) + 1)
        start = etree.Element(w("bookmarkStart"), {w("id"): number, w("name"): leaf.bookmark})
        tag.addprevious(start)
        tag.addprevious(etree.Element(w("bookmarkEnd"), {w("id"): number}))


def _section(tag: Element) -> tuple[Element, Element]:
    """A copy of the host's last section, and the section itself."""
    last = next(each for each in tag.itersiblings() if each.tag == SECT_PR)
    return deepcopy(last), last


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
