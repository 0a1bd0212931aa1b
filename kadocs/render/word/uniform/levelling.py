"""A finished document → the same text in the look that a tender demands of its anonymous part."""

from __future__ import annotations

import re

from kadocs.render.word import package
from kadocs.render.word.markup import Element, P, w
from kadocs.render.word.opened import Opened
from kadocs.render.word.package import Package, member
from kadocs.render.word.restyle.matching import is_default, kind_of
from kadocs.render.word.uniform import drawings, lists, pages, properties, styles, text, widths
from kadocs.render.word.uniform.look import Uniform, half_points

_STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_DRAWN = re.compile(r"word/(?:charts|diagrams|drawings)/[^/]+\.xml")
_THEME = re.compile(r"word/theme/[^/]+\.xml")
_PICTURE = re.compile(r"word/media/[^/]+")


def uniform(data: bytes, name: str, look: Uniform) -> bytes:
    """A finished Word file's bytes in the demanded look; the same arguments give the same bytes.

    Its text stays as it is, and so do headers, comments, hidden text and links: whoever put them there is
    told when the file is read again. Raises `Refused` where it is no Word file (TPL001 to TPL006).
    """
    levelling = _Levelling(package.read(data, name), name, look)
    levelling.text()
    levelling.pictures()
    return levelling.written()


class _Levelling:
    def __init__(self, found: Package, file: str, look: Uniform) -> None:
        self._package, self._look = found, look
        self._parts = Opened(found, file)
        self._stories = [self._parts.part(name) for kind in _STORIES for name in found.of_kind(kind)]

    def text(self) -> None:
        """Styles, lists, paragraphs, tables and pages."""
        sheet, numbering = self._parts.only("styles"), self._parts.only("numbering")
        bulleted = lists.bulleted(numbering) if numbering is not None else frozenset()
        for root in self._stories:
            text.level(root, bulleted)
        if numbering is not None:
            lists.level(numbering)
        changes = pages.level(self._parts.main, self._look.margins)
        if sheet is not None:
            self._styles(sheet, bulleted)
        pages.move_edges([*self._stories, *([] if sheet is None else [sheet])], changes)
        for root in self._stories:
            widths.settle(root, float(self._look.table or self._look.size))

    def _styles(self, sheet: Element, bulleted: frozenset[str]) -> None:
        default = _default(sheet)
        uses = self._uses(default, bulleted)
        styles.level(sheet, self._look, uses)
        drawn = [p for root in self._stories for p in root.iter(P) if text.has_picture(p)]
        others = {text.style_of(each, default) for each in drawn} - uses.drawn
        text.restyled(drawn, styles.for_pictures(sheet, others), default)
        if self._look.table is not None:
            cells = text.in_tables(self._stories)
            used = {text.style_of(each, default) for each in cells}
            text.restyled(cells, styles.for_tables(sheet, used, half_points(self._look.table)), default)

    def _uses(self, default: str, bulleted: frozenset[str]) -> styles.Uses:
        paragraphs = [p for root in self._stories for p in root.iter(P)]
        told = {text.style_of(p, default) for p in paragraphs if text.has_text(p)}
        drawn = {text.style_of(p, default) for p in paragraphs if text.has_picture(p)}
        return styles.Uses(
            frozenset(drawn - told),
            frozenset({text.style_of(p, default) for p in paragraphs} - told),
            bulleted,
        )

    def pictures(self) -> None:
        """Pictures, charts and colours of the theme."""
        for name in list(self._package.members):
            if _PICTURE.fullmatch(name):
                self._package.members[name] = member(name, drawings.greyed(self._package.read(name)))
            elif _DRAWN.fullmatch(name):
                drawings.level(self._parts.part(name), self._look.font)
            elif _THEME.fullmatch(name):
                drawings.level_theme(self._parts.part(name), self._look.font)
        for root in self._stories:
            drawings.level(root, self._look.font)

    def written(self) -> bytes:
        """The bytes of the package, of which nothing says who made it."""
        if (settings := self._parts.only("settings")) is not None:
            properties.level_settings(settings)
        if (fonts := self._parts.only("fontTable")) is not None:
            properties.level_fonts(fonts, self._look.font)
        self._parts.store()
        properties.clean(self._package)
        return package.write(self._package.members.values())


def _default(sheet: Element) -> str:
    found = (s for s in sheet.iter(w("style")) if kind_of(s) == "paragraph" and is_default(s))
    return next((style.get(w("styleId"), "") for style in found), "")
