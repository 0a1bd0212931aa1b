"""The colours of a theme, and what takes its colour from one.

A colour that names one of the theme says beside it how it looks, for programs that read no theme; so a new
colour of the theme is written at every such place too (ISO 29500-1, 17.18.97).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

from kadocs.render.word.markup import VAL, Element, children, w

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMES = {
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_PRIMARY, _ACCENT = ("dk2", "accent1"), ("accent2",)


def dress(theme: Element, roots: Iterable[Element], primary: str, accent: str) -> None:
    """Give a theme these main colours, where they are said, and all that names them its new looks."""
    said = {name: colour for names, colour in ((_PRIMARY, primary), (_ACCENT, accent)) for name in names}
    scheme = next(theme.iter(f"{A}clrScheme"), None)
    if scheme is None or not (primary or accent):
        return
    for name, colour in said.items():
        slot = scheme.find(f"{A}{name}")
        if colour and slot is not None:
            for old in list(children(slot)):
                slot.remove(old)
            slot.append(slot.makeelement(f"{A}srgbClr", {"val": colour}))
    known = {str(slot.tag).rpartition("}")[2]: _colour(slot) for slot in children(scheme)}
    for root in roots:
        for element in root.iter("*"):
            own = "val" if element.tag == w("color") else "color"
            _write(element, known, own, "theme", "themeColor")
            _write(element, known, "fill", "themeFill", "themeFill")


def _colour(slot: Element) -> str:
    colour = next(children(slot), None)
    return "" if colour is None else colour.get("lastClr", colour.get("val", ""))


def _write(element: Element, known: dict[str, str], own: str, prefix: str, naming: str) -> None:
    """Write how a colour looks beside its name in the theme."""
    name = element.get(w(naming))
    colour = "" if name is None else known.get(_NAMES.get(name, name), "")
    if colour:
        tint, shade = element.get(w(f"{prefix}Tint"), ""), element.get(w(f"{prefix}Shade"), "")
        element.set(VAL if own == "val" else w(own), blended(colour, tint, shade))


def blended(colour: str, tint: str = "", shade: str = "") -> str:
    """A colour made lighter by a tint or darker by a shade, each two hexadecimal digits (17.3.2.6)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if tint:
        share = int(tint, 16) / 255
        light = light * share + 1 - share
    if shade:
        light *= int(shade, 16) / 255
    mixed = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)
