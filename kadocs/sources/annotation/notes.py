"""Notes on cells: the comments of a sheet, and the boxes in which Excel shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from kadocs.figures.columns import position
from kadocs.sources.annotation.listing import SEVERITIES
from kadocs.sources.annotation.parts import Parts
from kadocs.sources.annotation.places import Spot
from kadocs.sources.annotation.xml import Element, child, local, named, parse, put, related, space, text

AUTHOR = "kadocs check"
"""Who writes the notes, by which a later annotation knows them."""

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BELOW = f"\n———————— {AUTHOR}\n"
"""What parts the words of others in a note from ours."""

# How our notes begin; a program that saves the workbook may lose who wrote them.
_WORDS = re.compile(
    rf"(?:{'|'.join(word for each in SEVERITIES.values() for word in each)}) [A-Z]{{3,4}}[0-9]{{3}}\n"
)
# What may stand before the reference to the boxes, in the order that the schema lays down.
_BEFORE = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *(
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
    ),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
)
_FIRST_SHAPE = 1025
_SHAPE = re.compile(rb"_x0000_s([0-9]+)")
_SHAPES_OF_COMMENTS = rb'id="_x0000_t202"'
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    f'<v:shape {_SPACES} id="_x0000_s{{id}}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:{height}pt;z-index:{order};'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 31, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ACROSS, _PER_LINE, _LINE_HEIGHT = 4, 40, 14


class Notes:
    """The notes of one sheet, whose part is `name` and whose tree is `sheet`."""

    def __init__(self, parts: Parts, name: str, sheet: Element) -> None:
        self._parts, self._name, self._sheet = parts, name, sheet
        related_ = list(parts.relations(name))
        self._part = next((part for _, kind, part in related_ if kind.endswith("/comments")), "")
        self._threads = [part for _, kind, part in related_ if kind.endswith("/threadedComment")]
        self._root = parse(parts.read(self._part)) if self._part else None

    def forget(self) -> None:
        """Takes out what an earlier annotation wrote, from notes of others too."""
        if self._root is None:
            return
        for comment in [each for each in self._comments() if self._is_ours(each)]:
            self._erase_box(comment.get("ref"))
            comment.getparent().remove(comment)
        for comment in self._comments():
            _cut(comment)
        self._parts.write(self._part, self._root)

    def add(self, notes: Mapping[Spot, str]) -> None:
        """Writes notes on cells; a cell that has one already keeps it, with ours below it.

        Cells with a conversation are left alone: Excel shows that, and whoever answers must be a person.
        """
        talked = self._talked()
        free = {spot: words for spot, words in notes.items() if spot.reference not in talked}
        if not free:
            return
        if self._root is None:
            self._begin()
        known = {comment.get("ref"): comment for comment in self._comments()}
        fresh = [spot for spot in free if spot.reference not in known]
        author = self._author()
        for spot, words in free.items():
            if spot in fresh:
                self._write(spot, words, author)
            else:
                _append(known[spot.reference], words)
        self._parts.write(self._part, self._root)
        self._draw({spot: free[spot] for spot in fresh})

    def _comments(self) -> list[Element]:
        listed = child(self._root, "commentList") if self._root is not None else None
        return [] if listed is None else [each for each in listed if local(each) == "comment"]

    def _authors(self) -> list[Element]:
        found = child(self._root, "authors")
        return [] if found is None else [each for each in found if local(each) == "author"]

    def _is_ours(self, comment: Element) -> bool:
        names = [author.text for author in self._authors()]
        number = int(comment.get("authorId") or 0)
        words = "".join(each.text or "" for each in _texts(comment))
        return AUTHOR in names[number : number + 1] or _WORDS.match(words) is not None

    def _author(self) -> int:
        """The number of our name among the authors."""
        names = [author.text for author in self._authors()]
        if AUTHOR in names:
            return names.index(AUTHOR)
        found = child(self._root, "authors")
        if found is None:
            found = put(self._root, etree.Element(named(self._root, "authors")), ())
        etree.SubElement(found, named(self._root, "author")).text = AUTHOR
        return len(self._authors()) - 1

    def _begin(self) -> None:
        namespace = space(self._sheet)
        self._root = etree.Element(f"{{{namespace}}}comments", nsmap={None: namespace})  # type: ignore[dict-item]
        etree.SubElement(self._root, f"{{{namespace}}}authors")
        etree.SubElement(self._root, f"{{{namespace}}}commentList")
        self._part = self._parts.new("xl/comments", ".xml")
        self._parts.add(self._part, self._root, _COMMENTS)
        self._parts.relate(self._name, f"{related(self._sheet)}/comments", self._part)

    def _write(self, spot: Spot, words: str, author: int) -> None:
        listed = child(self._root, "commentList")
        comment = etree.SubElement(
            listed, named(self._root, "comment"), ref=spot.reference, authorId=str(author)
        )
        run = etree.SubElement(etree.SubElement(comment, named(self._root, "text")), named(self._root, "r"))
        text(run, "t", words)

    def _talked(self) -> set[str]:
        """The cells on which people have a conversation."""
        threads = [parse(self._parts.read(part)) for part in self._threads]
        return {each.get("ref") or "" for thread in threads for each in thread}

    def _boxes(self) -> str:
        """The part with the boxes of notes, made if there is none."""
        reference = child(self._sheet, "legacyDrawing")
        id_ = f"{{{related(self._sheet)}}}id"
        if reference is not None:
            return next(
                part for rid, _, part in self._parts.relations(self._name) if rid == reference.get(id_)
            )
        part = self._parts.new("xl/drawings/vmlDrawing", ".vml")
        self._parts.write(part, f"<xml {_SPACES}></xml>".encode())
        self._parts.declare("vml", _DRAWING)
        rid = self._parts.relate(self._name, f"{related(self._sheet)}/vmlDrawing", part)
        put(self._sheet, etree.Element(named(self._sheet, "legacyDrawing"), {id_: rid}), _BEFORE)
        return part

    def _draw(self, notes: Mapping[Spot, str]) -> None:
        """Adds boxes as text: what else Excel keeps in this part need not be XML."""
        if not notes:
            return
        part = self._boxes()
        drawing = self._parts.read(part)
        first = max((int(number) + 1 for number in _SHAPE.findall(drawing)), default=_FIRST_SHAPE)
        shapes = [] if _SHAPES_OF_COMMENTS in drawing else [_SHAPE_TYPE]
        shapes += [_box(spot, words, first + n) for n, (spot, words) in enumerate(notes.items())]
        head, end, tail = drawing.rpartition(b"</")
        self._parts.write(part, head + "".join(shapes).encode() + end + tail)

    def _erase_box(self, reference: str) -> None:
        found = re.fullmatch("([A-Z]+)([0-9]+)", reference or "")
        if found is None or child(self._sheet, "legacyDrawing") is None:
            return
        part = self._boxes()
        self._parts.write(part, _without_box(self._parts.read(part), found[1], int(found[2])))


def _box(spot: Spot, words: str, number: int) -> str:
    lines = sum(1 + 2 * len(line) // _PER_LINE for line in words.split("\n")) + 1
    return _BOX.format(
        id=number,
        order=number - _FIRST_SHAPE + 1,
        height=lines * _LINE_HEIGHT,
        left=spot.column,
        right=spot.column + _ACROSS,
        top=max(spot.row - 2, 0),
        bottom=spot.row - 1 + lines,
        row=spot.row - 1,
        column=spot.column - 1,
    )


def _without_box(drawing: bytes, column: str, row: int) -> bytes:
    at = f"<x:Row>{row - 1}</x:Row><x:Column>{position(column)}</x:Column>".encode()
    shapes = re.compile(rb"<v:shape\b(?:(?!</v:shape>).)*</v:shape>", re.DOTALL)
    return shapes.sub(lambda shape: b"" if at in re.sub(rb"\s", b"", shape[0]) else shape[0], drawing)


def _append(comment: Element, words: str) -> None:
    """Puts our words below those of a note that is there, under a rule by which they are known again."""
    held = child(comment, "text")
    run = etree.SubElement(held, named(comment, "r"))
    if len(held) and local(held[0]) == "t":  # a plain note becomes one of several runs
        first = etree.Element(named(comment, "r"))
        first.append(held[0])
        held.insert(0, first)
    text(run, "t", f"{_BELOW}{words}")


def _cut(comment: Element) -> None:
    """Takes out what `_append` has put below a note, in whatever runs it is by now."""
    room = "".join(each.text or "" for each in _texts(comment)).find(_BELOW)
    if room < 0:
        return
    for each in _texts(comment):
        each.text = (each.text or "")[:room]
        room -= len(each.text)


def _texts(comment: Element) -> list[Element]:
    return [each for each in comment.iter() if local(each) == "t"]
