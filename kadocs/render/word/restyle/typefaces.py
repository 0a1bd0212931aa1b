"""The fonts of a theme, and what takes its font from one.

As with colours, a font that names one of the theme is followed by how it is called, for programs that read
no theme.
"""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.render.word import theme as themes
from kadocs.render.word.markup import Element, w
from kadocs.render.word.restyle.colours import A

_NAMED = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}


def dress(
    theme: Element, settings: Element | None, roots: Iterable[Element], latin: str, east_asian: str
) -> None:
    """Give a theme these fonts, where they are said, and all that names them their names."""
    for kind, font in (("latin", latin), ("ea", east_asian)):
        for face in theme.iter(f"{A}{kind}") if font else ():
            face.attrib.clear()
            face.set("typeface", font)
    known = themes.fonts(theme, settings) if latin or east_asian else {}
    for fonts in (fonts for root in roots if known for fonts in root.iter(w("rFonts"))):
        for attribute, script in _NAMED.items():
            if found := known.get(fonts.get(w(attribute), "")):
                fonts.set(w(script), found)
