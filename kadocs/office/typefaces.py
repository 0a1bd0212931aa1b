"""The fonts that a .docx asks for: those of its text, and of the styles that it uses."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_STORIES = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_THEMES = re.compile(r"word/theme/theme\d*\.xml")
_FONTS, _STYLE, _VAL = f"{_W}rFonts", f"{_W}style", f"{_W}val"
_LATIN, _CHINESE = ("ascii", "hAnsi"), ("eastAsia",)
_CHARACTERS = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_IN_THEME = {"ascii": "latin", "hAnsi": "latin", "eastAsia": "ea"}


def of(document: bytes) -> tuple[list[str], list[str]]:
    """The fonts for Latin letters and those for Chinese characters, if it has any, that a .docx asks for."""
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        names = file.namelist()
        stories = [_parse(file, name) for name in names if _STORIES.fullmatch(name)]
        styles = _parse(file, "word/styles.xml") if "word/styles.xml" in names else None
        theme = next((_parse(file, name) for name in names if _THEMES.fullmatch(name)), None)
    said = list(_said(stories, styles))
    chinese = any(_CHARACTERS.search(t.text or "") for story in stories for t in story.iter(f"{_W}t"))
    return _names(said, _LATIN, theme), _names(said, _CHINESE, theme) if chinese else []


def _parse(file: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(file.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _said(stories: list[etree._Element], styles: etree._Element | None) -> Iterator[etree._Element]:
    """Every statement about fonts that counts for some text."""
    for story in stories:
        yield from story.iter(_FONTS)
    if styles is None:
        return
    known = {style.get(f"{_W}styleId", ""): style for style in styles.iter(_STYLE)}
    used = {
        named.get(_VAL, "")
        for story in stories
        for named in story.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")
    }
    used |= {identity for identity, style in known.items() if style.get(f"{_W}default") in ("1", "true")}
    for identity in sorted(used):
        yield from _of_style(identity, known)


def _of_style(identity: str, known: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """What a style says of fonts, or else the nearest of those that it is based on."""
    seen = set()
    while identity in known and identity not in seen:
        seen.add(identity)
        found = known[identity].find(f"{_W}rPr/{_W}rFonts")
        if found is not None:
            yield found
            return
        based = known[identity].find(f"{_W}basedOn")
        identity = "" if based is None else based.get(_VAL, "")


def _names(said: Iterable[etree._Element], kinds: tuple[str, ...], theme: etree._Element | None) -> list[str]:
    found = dict[str, None]()
    for fonts in said:
        for kind in kinds:
            named = fonts.get(f"{_W}{kind}Theme")
            name = _of_theme(theme, named, kind) if named else fonts.get(f"{_W}{kind}")
            if name:
                found[name] = None
    return list(found)


def _of_theme(theme: etree._Element | None, named: str, kind: str) -> str:
    """The font behind a theme's name such as `minorEastAsia`."""
    if theme is None:
        return ""
    fonts = theme.find(f".//{_A}{'major' if named.startswith('major') else 'minor'}Font")
    if fonts is None:
        return ""
    named_so = fonts.find(f"{_A}{_IN_THEME[kind]}")
    face = "" if named_so is None else named_so.get("typeface", "")
    if not face and kind == "eastAsia":
        face = next((f.get("typeface", "") for f in fonts.iter(f"{_A}font") if f.get("script") == "Hans"), "")
    return face
