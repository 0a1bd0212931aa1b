"""A template's package with the look of a base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from kadocs.render.limits import USUAL, Limits
from kadocs.render.word import package
from kadocs.render.word.additions import Additions
from kadocs.render.word.markup import SECT_PR, VAL, Element, w
from kadocs.render.word.opened import Opened, written
from kadocs.render.word.package import Package, member
from kadocs.render.word.restyle import cover, lists, logo, matching, pages, settings, spoken
from kadocs.render.word.restyle import house as houses
from kadocs.render.word.restyle.house import Base, House
from kadocs.render.word.restyle.pages import Change
from kadocs.render.word.restyle.stylesheet import Sheet
from kadocs.render.word.stock import OFFICE, Stock, target_of

_STORIES = ("document", "template", "header", "footer", "footnotes", "endnotes", "comments")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_REFERENCES = (w("headerReference"), w("footerReference"))


@lru_cache(maxsize=64)
def restyled(data: bytes, name: str, house: House, limits: Limits = USUAL) -> bytes:
    """A Word template's bytes in a house style; the same arguments give the same bytes.

    Raises `Refused` where the template or the base is no Word file (TPL001 to TPL006).
    """
    found = package.read(data, name, limits)
    restyle(found, house, name)
    return package.write(found.members.values())


@lru_cache(maxsize=256)
def fitted(data: bytes, name: str, house: House, limits: Limits = USUAL) -> bytes:
    """The bytes of a Word file that templates of that house style take in: between the margins of its pages.

    The look of its text is that of the styles of the same names in the template.
    """
    found = package.read(data, name, limits)
    base = houses.read(house.data, house.name, house.brand)
    restyling = _Restyling(found, base, name)
    if not restyling.pages():
        return data
    restyling.store()
    return package.write(found.members.values())


def restyle(template: Package, house: House, file: str) -> None:
    """Give a template the styles, numbers, theme, fonts, pages and header picture of a house style."""
    base = houses.read(house.data, house.name, house.brand)
    restyling = _Restyling(template, base, file)
    restyling.look(house.language)
    restyling.edges(restyling.pages())
    restyling.store()
    restyling.theme()
    usual = (houses.read(house.usual, house.name, houses.Brand()),) if house.usual else ()
    logo.place(template, (base, *usual), file)


class _Restyling:
    def __init__(self, template: Package, base: Base, file: str) -> None:
        self._package, self._base, self._file = template, base, file
        self._parts = Opened(template, file)
        self._stories = [name for kind in _STORIES for name in template.of_kind(kind)]

    def look(self, language: str) -> None:
        """Styles, lists, fonts and settings."""
        own = self._parts.only("styles")
        if own is None:
            own = self._base.styles.makeelement(self._base.styles.tag)
        identities = matching.matched(self._base.styles, own)
        self._sheet = Sheet(self._base.styles, own, identities)
        numbering = self._parts.only("numbering")
        if not (self._base.numbering is None and numbering is None):
            merged, instead = lists.merged(self._base.numbering, numbering, self._sheet, identities, language)
            for name in self._stories:
                _renumber(self._parts.part(name), instead)
            self._put("numbering", merged)
        spoken.gather(self._sheet.root, language)
        main = self._parts.main
        cover.settle(self._sheet.root, self._base.main, self._base.styles, main, own)
        self._put("styles", self._sheet.root)
        if self._base.settings is not None:
            self._put("settings", settings.settings(self._base.settings, self._parts.only("settings")))
        if self._base.fonts is not None:
            self._put("fontTable", settings.fonts(self._base.fonts, self._parts.only("fontTable")))

    def pages(self) -> list[Change]:
        """Page sizes and margins, and what they hold; what changed."""
        root = self._parts.main
        changed = dict(pages.replaced(root, self._base.upright, self._base.wide))
        body = root.find(w("body"))
        for section, blocks in pages.blocks_of(body) if changed and body is not None else ():
            if (change := changed.get(section)) is not None:
                pages.fit(blocks, change)
        for part, change in self._around(changed).items():
            pages.fit([self._parts.part(part)], change)
        return list(changed.values())

    def _around(self, changed: Mapping[Element, Change]) -> dict[str, Change]:
        """The headers and footers of sections that changed."""
        found: dict[str, Change] = {}
        relations = Stock(self._package, self._file).relations(self._package.main).by_id if changed else {}
        for section, change in changed.items():
            for reference in section.iterchildren(*_REFERENCES):
                relation = relations.get(reference.get(f"{{{OFFICE}}}id", ""))
                part = "" if relation is None else target_of(relation, self._package.main)
                if part in self._package.members:
                    found.setdefault(part, change)
        return found

    def edges(self, changes: Iterable[Change]) -> None:
        """Tab stops at the edge of the text, after these changes of its width."""
        sections = self._parts.main.iter(SECT_PR)
        widths = {room.width for section in sections if (room := pages.room(section)) is not None}
        edges = {width: width for width in widths}
        edges |= {change.before.width: change.after.width for change in changes}
        moved = {before: after for before, after in edges.items() if before != after}
        for name in self._stories:
            pages.move_tabs(self._parts.part(name), moved)
        for style in self._sheet.kept.values():
            pages.move_tabs(style, moved)
        for _, style, before in self._sheet.both():
            pages.keep_edge(style, before, edges)

    def store(self) -> None:
        """Write what was changed back into the package."""
        self._parts.store()

    def theme(self) -> None:
        """The base's theme in place of the template's."""
        if self._base.theme is None:
            return
        content = written(self._base.theme)
        relations = Stock(self._package, self._file).relations(self._package.main).by_id.values()
        known = (target_of(r, self._package.main) for r in relations if r.type.endswith("/theme"))
        name = next((name for name in known if name in self._package.members), "")
        if name:
            self._package.members[name] = member(name, content)
        else:
            self._add("word/theme/theme{}.xml", content, _THEME, "theme")

    def _put(self, kind: str, root: Element) -> None:
        """Write a part that a document has once, which may be new."""
        names = self._package.of_kind(kind)
        if names:
            self._parts.put(names[0], root)
            return
        name = self._add(f"word/{kind}{{}}.xml", written(root), f"{_WORD}{kind}+xml", kind)
        self._package.kinds[name] = kind

    def _add(self, name: str, content: bytes, content_type: str, kind: str) -> str:
        additions = Additions(Stock(self._package, self._file))
        free = additions.part(name, content, content_type)
        additions.relate(self._package.main, kind, free)
        self._package.members.update(additions.members())
        return free


def _renumber(root: Element, instead: Mapping[str, str]) -> None:
    """Lead paragraphs that name a list of the template's styles to the one that took its place."""
    for number in root.iter(w("numId")):
        if (given := instead.get(number.get(VAL, ""))) is not None:
            number.set(VAL, given)
