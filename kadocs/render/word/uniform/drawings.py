"""Pictures, charts and shapes in shades of grey, with the letters of the text."""

from __future__ import annotations

import io

from kadocs.render.word.markup import Element, children, remove

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OLD = (("fillcolor", "white"), ("strokecolor", "black"))
"""How shapes of the old drawing language (VML) say their colours."""

_BLACK, _WHITE = "000000", "FFFFFF"
_NAMED = (f"{A}prstClr", f"{A}hslClr", f"{A}scrgbClr")
_LETTERS = (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr")
_FILLS = (f"{A}solidFill", f"{A}gradFill", f"{A}pattFill", f"{A}blipFill")
_SCHEME = {"dk1": _BLACK, "lt1": _WHITE, "dk2": _BLACK, "lt2": _WHITE, "hlink": _BLACK, "folHlink": _BLACK}
_KINDS = {"PNG": {}, "JPEG": {"quality": 92}}
_PLAIN = ("1", "L", "LA")


def level(root: Element, font: str) -> None:
    """Let all that is drawn in a part be grey, and its text black and in the font."""
    for name in _NAMED:
        for colour in list(root.iter(name)):
            grey = colour.makeelement(f"{A}srgbClr", {"val": "808080"})
            colour.getparent().replace(colour, grey)  # type: ignore[union-attr]  # a colour stands in something
    for colour in root.iter(f"{A}srgbClr"):
        colour.set("val", grey_of(colour.get("val", _BLACK)))
    for letters in root.iter(*_LETTERS):
        _blacken(letters)
    for face in root.iter(f"{A}latin", f"{A}ea", f"{A}cs"):
        face.attrib.clear()
        face.set("typeface", font)
    for name, given in _OLD:
        for shape in root.iterfind(f".//*[@{name}]"):
            shape.set(name, given)


def level_theme(theme: Element, font: str) -> None:
    """A theme without colours, of which headings and text have the same font."""
    scheme = next(theme.iter(f"{A}clrScheme"), None)
    for slot in children(scheme) if scheme is not None else ():
        said = next(children(slot), None)
        name = str(slot.tag).rpartition("}")[2]
        shade = "" if said is None else said.get("lastClr", said.get("val", ""))
        for old in list(children(slot)):
            remove(old)
        slot.append(slot.makeelement(f"{A}srgbClr", {"val": _SCHEME.get(name) or grey_of(shade)}))
    for face in theme.iter(f"{A}latin", f"{A}ea"):
        face.attrib.clear()
        face.set("typeface", font)
    for script in list(theme.iter(f"{A}font")):
        remove(script)


def grey_of(colour: str) -> str:
    """The grey that is as light as a colour of six hexadecimal digits; black where it is none."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return _BLACK
    return f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02X}" * 3


def greyed(picture: bytes) -> bytes:
    """A picture in shades of grey, without what its file says of it; as it is where it cannot be read."""
    from PIL import Image  # slow to load, and most documents have no picture

    try:
        with Image.open(io.BytesIO(picture)) as opened:
            kind, dpi = opened.format or "", opened.info.get("dpi")
            if kind not in _KINDS:
                return picture
            clear = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
            grey = opened.convert("RGBA" if clear else "RGB").convert("LA" if clear else "L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return picture
    out = io.BytesIO()
    said = {"dpi": dpi} if dpi else {}
    grey.save(out, kind, **_KINDS[kind], **said)
    return out.getvalue()


def _blacken(letters: Element) -> None:
    for fill in [child for child in children(letters) if child.tag in (*_FILLS, f"{A}highlight")]:
        remove(fill)
    black = letters.makeelement(f"{A}solidFill")
    black.append(black.makeelement(f"{A}srgbClr", {"val": _BLACK}))
    line = letters.find(f"{A}ln")
    letters.insert(0 if line is None else list(letters).index(line) + 1, black)
