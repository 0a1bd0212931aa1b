"""Alternative texts that hold tags; above all, pictures that keep the place of others.

A picture whose alternative text is one tag is a placeholder: the tag's value takes its place, as large
as fits into its box and centred there. Any other alternative text is a text with tags in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kadocs.render import tags
from kadocs.render.tags import OUTPUT, Tag
from kadocs.render.word import printer
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.charts.names import named
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import Element, P, R, ancestor, instruction, remove
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Spotter, Standing
from kadocs.render.word.stock import OFFICE

PLACED = "kadocs_placed"
"""The filter that fits a value into a placeholder's box."""

_VARIABLE = "kadocs_picture"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_LINK, _EMBED, _ID = f"{{{OFFICE}}}link", f"{{{OFFICE}}}embed", f"{{{OFFICE}}}id"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_NAMED = (
    f"{_WP}docPr", f"{_PIC}cNvPr", f"{_WPG}cNvPr", f"{_WPS}cNvPr",
    *(_V + name for name in ("shape", "rect", "roundrect", "oval", "group")),
)  # fmt: skip
_FRAMES = (f"{_WP}inline", f"{_WP}anchor")
_TEXTS = ("descr", "title", "alt")
_SIDE = re.compile(r"\b(width|height):\s*([\d.]+)(pt|in|cm|mm|px)?", re.IGNORECASE)
_UNITS = {"pt": 12_700, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": 9_525, "": 9_525}


class Alternative(NamedTuple):
    """An attribute with tags, and the paragraph that it is in."""

    element: Element
    name: str
    text: str
    tags: list[Tag]
    spot: Spot | Standing


class _Box(NamedTuple):
    """The place of a picture, in EMU (in a group, in the group's own measure)."""

    width: int
    height: int
    x: int = 0
    y: int = 0


def find(root: Element, locator: Spotter) -> list[Alternative]:
    """The alternative texts of a part that hold tags; charts keep theirs."""
    return list(_found(root, locator))


def _found(root: Element, locator: Spotter) -> Iterator[Alternative]:
    of_charts = {element for chart in root.iter(_CHART) for element in named(chart)}
    for element in root.iter(*_NAMED):
        paragraph = ancestor(element, P)
        if paragraph is None or element in of_charts:
            continue
        for name in _TEXTS:
            text = element.get(name, "")
            found = [tag for tag in tags.scan(text).tags if tag.kind == OUTPUT] if "{{" in text else []
            if found:
                yield Alternative(element, name, text, found, locator.spot(paragraph))


def settle(found: list[Alternative], marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
    """Put expressions in place of these tags; the part's other tags are at their levels already."""
    settling = _Settling(marks, extras, token)
    for alternative in found:
        settling.take(alternative)


class _Settling:
    def __init__(self, marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
        self._marks = marks
        self._extras = extras
        self._token = token
        self._placed: dict[Element, Mark] = {}
        self._gaps: set[tuple[Element, str]] = set()

    def take(self, found: Alternative) -> None:
        """Settle one alternative text."""
        picture, run = _picture(found.element), ancestor(found.element, R)
        tag = found.tags[0]
        if picture is None or run is None or found.text.strip() != tag.source:
            self._write(found)
            return
        if picture not in self._placed:
            mark = self._mark(tag, found.spot, run)
            self._placed[picture] = mark
            self._place(picture, run, mark)
        mark = self._placed[picture]
        found.element.set(found.name, self._attribute(f"{_VARIABLE}{mark.number}.alt", mark))

    def _write(self, found: Alternative) -> None:
        """Print the tags of a text where they stand."""
        out, end = "", 0
        for tag in found.tags:
            mark = self._mark(tag, found.spot, found.element)
            out += found.text[end : tag.start] + self._attribute(tag.body, mark, printer.ATTRIBUTE)
            end = tag.end
        found.element.set(found.name, out + found.text[end:])

    def _place(self, picture: Element, run: Element, mark: Mark) -> None:
        """Make room for a value: it is fitted in front of the run, and the run is written if there is one."""
        name = f"{_VARIABLE}{mark.number}"
        frame = _frame(picture)
        grouped = frame is not None and _grouped(picture)
        box = _box_of_shape(picture) if frame is None else _box(picture, frame, grouped=grouped)
        numbers = ", ".join(map(str, (mark.number, *box)))
        run.addprevious(self._statement(f"set {name} = ({mark.tag.body})|{PLACED}({numbers})", mark))
        if (run, mark.tag.body) not in self._gaps:
            self._gaps.add((run, mark.tag.body))
            run.addprevious(self._node(Extra(f"{name}.gap", mark)))
        whole = run if sum(1 for _ in run.iter(f"{_PIC}pic", f"{_V}imagedata")) == 1 else picture
        whole.addprevious(self._statement(f"if {name}", mark))
        whole.addnext(self._statement("endif", mark))
        if frame is None:
            self._fill_shape(picture, name, mark)
        else:
            self._fill(picture, frame, name, mark, grouped=grouped)

    def _fill(self, picture: Element, frame: Element, name: str, mark: Mark, *, grouped: bool) -> None:
        for blip in picture.iter(f"{_A}blip"):
            blip.attrib.pop(_LINK, "")
            blip.set(_EMBED, self._attribute(f"{name}.relation", mark))
            for extension in blip.findall(f"{_A}extLst"):  # a vector form of the old picture
                remove(extension)
        for crop in list(picture.iter(f"{_A}srcRect")):
            remove(crop)
        sized = [] if grouped else frame.findall(f"{_WP}extent")
        for element in (*sized, *picture.iterfind(f"{_PIC}spPr/{_A}xfrm/{_A}ext")):
            element.set("cx", self._attribute(f"{name}.width", mark))
            element.set("cy", self._attribute(f"{name}.height", mark))
        for element in picture.iterfind(f"{_PIC}spPr/{_A}xfrm/{_A}off") if grouped else ():
            element.set("x", self._attribute(f"{name}.x", mark))
            element.set("y", self._attribute(f"{name}.y", mark))
        for axis, offset in _offsets(frame).items() if not grouped else ():
            offset.text = None
            offset.append(self._node(Extra(f"{name}.{axis}", mark)))

    def _fill_shape(self, shape: Element, name: str, mark: Mark) -> None:
        for data in shape.iter(f"{_V}imagedata"):
            data.set(_ID, self._attribute(f"{name}.relation", mark))
        style = _SIDE.sub(
            lambda m: f"{m[1]}:{self._attribute(f'{name}.{m[1].lower()}_in_points', mark)}pt",
            shape.get("style", ""),
        )
        shape.set("style", style)

    def _mark(self, tag: Tag, spot: Spot | Standing, holder: Element) -> Mark:
        mark = Mark(len(self._marks), tag, instruction("k", "0"), holder, spot)
        self._marks.append(mark)
        return mark

    def _extra(self, extra: Extra) -> str:
        key = f"i{len(self._extras)}"
        self._extras[key] = extra
        return key

    def _node(self, extra: Extra) -> Element:
        return instruction("k", self._extra(extra))

    def _statement(self, code: str, mark: Mark) -> Element:
        return self._node(Extra(code, mark, printer=""))

    def _attribute(self, code: str, mark: Mark, kind: str = printer.PLAIN) -> str:
        return in_attribute(self._token, self._extra(Extra(code, mark, kind)))


def _picture(element: Element) -> Element | None:
    """The one picture that an alternative text speaks of: a `pic:pic`, or the shape of an old drawing."""
    if str(element.tag).startswith(_V):
        return element if element.find(f"{_V}imagedata") is not None else None
    holder = element.getparent()
    if element.tag == f"{_PIC}cNvPr":
        found = [holder.getparent()]  # type: ignore[union-attr]
    else:  # not those in the text of a box
        found = [pic for pic in holder.iter(f"{_PIC}pic") if _frame(pic) is holder]  # type: ignore[union-attr]
    alone = len(found) == 1 and found[0] is not None and found[0].tag == f"{_PIC}pic"
    return found[0] if alone else None


def _frame(element: Element) -> Element | None:
    return next(element.iterancestors(*_FRAMES), None)


def _grouped(picture: Element) -> bool:
    parent = picture.getparent()
    return parent is not None and parent.tag != f"{_A}graphicData"


def _box(picture: Element, frame: Element, *, grouped: bool) -> _Box:
    size = picture.find(f"{_PIC}spPr/{_A}xfrm/{_A}ext") if grouped else frame.find(f"{_WP}extent")
    width, height = (_whole(size, "cx"), _whole(size, "cy")) if size is not None else (1, 1)
    if grouped:
        corner = picture.find(f"{_PIC}spPr/{_A}xfrm/{_A}off")
        return _Box(width, height, _whole(corner, "x"), _whole(corner, "y"))
    offsets = {axis: int(element.text or 0) for axis, element in _offsets(frame).items()}
    return _Box(width, height, **offsets)


def _box_of_shape(shape: Element) -> _Box:
    sides = {
        m[1].lower(): round(float(m[2]) * _UNITS[m[3] or ""]) for m in _SIDE.finditer(shape.get("style", ""))
    }
    return _Box(max(sides.get("width", 1), 1), max(sides.get("height", 1), 1))


def _offsets(frame: Element) -> dict[str, Element]:
    """Where a floating picture stands, unless it is aligned."""
    found = {
        "x": frame.find(f"{_WP}positionH/{_WP}posOffset"),
        "y": frame.find(f"{_WP}positionV/{_WP}posOffset"),
    }
    return {axis: element for axis, element in found.items() if element is not None}


def _whole(element: Element | None, name: str) -> int:
    text = "" if element is None else element.get(name, "")
    return int(text) if text.lstrip("-").isdigit() else 0
