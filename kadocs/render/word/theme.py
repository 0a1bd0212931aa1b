"""The fonts that a document's theme stands for."""

from __future__ import annotations

from kadocs.render.word.markup import Element, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {
    "zh-CN": "Hans",
    "zh-SG": "Hans",
    "zh-TW": "Hant",
    "zh-HK": "Hant",
    "ja-JP": "Jpan",
    "ko-KR": "Hang",
}
_KINDS = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}


def fonts(theme: Element, settings: Element | None) -> dict[str, str]:
    """The font behind each name that texts use for one of the theme ("minorHAnsi", ISO 29500-1, 17.18.96).

    A theme may leave the font of East Asian text to the language of the document.
    """
    spoken = None if settings is None else settings.find(w("themeFontLang"))
    language = "" if spoken is None else spoken.get(w("eastAsia"), "")
    found = {}
    for weight in ("major", "minor"):
        scheme = next(theme.iter(f"{_A}{weight}Font"), None)
        if scheme is None:
            continue
        for name, kind in _KINDS.items():
            font = _typeface(scheme.find(f"{_A}{kind}"))
            if not font and kind == "ea":
                script = f"{_A}font[@script='{_SCRIPTS.get(language, '')}']"
                font = _typeface(scheme.find(script))
            if font:
                found[f"{weight}{name}"] = font
    return found


def _typeface(element: Element | None) -> str:
    return "" if element is None else element.get("typeface", "")
