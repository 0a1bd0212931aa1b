"""What a template's package holds already, so that a render can add to it without reading it again."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kadocs.render.word import ids, markup, theme
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.markup import Element, w
from kadocs.render.word.package import CONTENT_TYPES, Package, member
from kadocs.render.word.stylenames import StyleNames

if TYPE_CHECKING:
    from kadocs.render.word.charts.filling import Drawing

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NUMBER = re.compile(r"\d+")
_NUM = re.compile(r"<w:num[ >]")
_DEFINITION = re.compile(r'<w:num\b[^>]*?w:numId="(\d+)"[^>]*>\s*<w:abstractNumId\b[^>]*?w:val="(\d+)"')
_NUMBERING_END = re.compile(r"<w:numIdMacAtCleanup\b|</w:numbering>")
_EMPTY_ROOT = re.compile(r"<(w:\w+)((?:\s[^<>]*)?)/>\s*$")
_PAGE_WIDTH = re.compile(rb'<w:pgSz\b[^>]*?\bw:w="(\d+)"')
_MARGIN = re.compile(rb'<w:pgMar\b[^>]*?\bw:(?:left|right)="(\d+)"[^>]*?\bw:(?:left|right)="(\d+)"')
_PAGE_HEIGHT = re.compile(rb'<w:pgSz\b[^>]*?\bw:h="(\d+)"')
_MARGIN_TALL = re.compile(rb'<w:pgMar\b[^>]*?\bw:(?:top|bottom)="(\d+)"[^>]*?\bw:(?:top|bottom)="(\d+)"')
_TABLE_STYLE = re.compile(rb'<w:tblStyle w:val="([^"]+)"')
_A4_TEXT, _A4_TALL = 8306, 13958  # twentieths of a point: A4 with Word's default margins


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: its kind (the last word of its type), its target, where that lies."""

    type: str
    target: str
    external: bool = False

    def xml(self, identity: str) -> str:
        """The relationship as an element of a .rels member."""
        mode = ' TargetMode="External"' if self.external else ""
        return f'<Relationship Id="{identity}" Type="{self.type}" Target={quoteattr(self.target)}{mode}/>'


@dataclass(frozen=True, slots=True)
class Relations:
    """The relationships of one part by identifier; `first` is a number that no identifier reaches."""

    by_id: dict[str, Relation] = field(default_factory=dict)
    first: int = 1

    def text(self, added: dict[Relation, str]) -> str:
        """The whole .rels member, with these added."""
        elements = [relation.xml(identity) for identity, relation in self.by_id.items()]
        elements += [relation.xml(identity) for relation, identity in added.items()]
        inner = "".join(elements)
        return f'{_DECLARATION}<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


@dataclass(frozen=True, slots=True)
class Lists:
    """The numbering part's text, cut where definitions and lists may be put in."""

    head: str
    nums: str
    tail: str
    first_abstract: int
    first_num: int


class Stock:
    """The parts of one compiled template that renders add to; shared by them, never changed then."""

    def __init__(self, package: Package, file: str) -> None:
        self.package = package
        self._file = file
        self._relations: dict[str, Relations] = {}
        self.drawings: list[Drawing] = []
        for name in (package.main, *package.of_kind("header"), *package.of_kind("footer")):
            self.relations(name)

    def relations(self, part: str) -> Relations:
        """The relationships of a part; none where it has no .rels member."""
        if part not in self._relations:
            name = relations_name(part)
            if name in self.package.members:
                root = markup.parse(self.package.read(name), self._file, name)
                self._relations[part] = _relations(root)
            else:
                self._relations[part] = Relations()
        return self._relations[part]

    def present(self, part: str) -> dict[str, Relation]:
        """Those relationships of a part that lead to something."""
        found = self.relations(part).by_id.items()
        return {i: r for i, r in found if r.external or target_of(r, part) in self.package.members}

    def forget(self, part: str, identities: Iterable[str]) -> None:
        """Take relationships out of a part while the template is compiled: renders make them anew."""
        kept = {i: relation for i, relation in self.relations(part).by_id.items() if i not in set(identities)}
        self._relations[part] = Relations(kept, self._relations[part].first)
        name = relations_name(part)
        self.package.members[name] = member(name, self._relations[part].text({}).encode())

    @cached_property
    def types(self) -> tuple[str, frozenset[str]]:
        """The content types' text without its end, and the extensions that it knows."""
        root = markup.parse(self.package.read(CONTENT_TYPES), self._file, CONTENT_TYPES)
        elements: list[str] = []
        extensions: set[str] = set()
        for child in markup.children(root):
            name = str(child.tag).rpartition("}")[2]
            attributes = "".join(f" {key}={quoteattr(value)}" for key, value in _plain(child).items())
            elements.append(f"<{name}{attributes}/>")
            extensions.add(child.get("Extension", "").lower())
        inner = "".join(elements)
        return f'{_DECLARATION}<Types xmlns="{_TYPES}">{inner}', frozenset(extensions)

    @cached_property
    def numbering_part(self) -> str:
        """The name of the numbering part, which may have to be made."""
        return next(iter(self.package.of_kind("numbering")), self._beside("numbering.xml"))

    @cached_property
    def lists(self) -> Lists:
        """The numbering part, ready to be added to."""
        if self.numbering_part in self.package.members:
            text = self.text(self.numbering_part)
        else:
            text = f'{_DECLARATION}<w:numbering xmlns:w="{markup.W}"></w:numbering>'
        end = _NUMBERING_END.search(text)
        cut = len(text) if end is None else end.start()
        first = _NUM.search(text)
        start = cut if first is None else first.start()
        return Lists(
            text[:start],
            text[start:cut],
            text[cut:],
            _beyond(text, r'<w:abstractNum\b[^>]*?w:abstractNumId="(\d+)"'),
            _beyond(text, r'<w:num\b[^>]*?w:numId="(\d+)"'),
        )

    @cached_property
    def abstracts(self) -> dict[str, str]:
        """The definition of each of the template's lists."""
        return dict(_DEFINITION.findall(self.lists.nums))

    @cached_property
    def styles_part(self) -> str:
        """The name of the part of styles, which may have to be made."""
        return next(iter(self.package.of_kind("styles")), self._beside("styles.xml"))

    @cached_property
    def names(self) -> StyleNames:
        """The template's styles by name."""
        if self.styles_part not in self.package.members:
            return StyleNames(None)
        return StyleNames(
            markup.parse(self.package.read(self.styles_part), self._file, self.styles_part),
        )

    @cached_property
    def used_ids(self) -> frozenset[str]:
        """Every number and bookmark name that the template uses."""
        return ids.used(self.package)

    @cached_property
    def text_width(self) -> int:
        """The width of the text on the template's last page, in twentieths of a point."""
        body = self.package.read(self.package.main)
        width, margins = _PAGE_WIDTH.findall(body), _MARGIN.findall(body)
        if not width or not margins:
            return _A4_TEXT
        return max(int(width[-1]) - sum(map(int, margins[-1])), 567)

    @cached_property
    def text_height(self) -> int:
        """The height of the text on the template's highest pages, in twentieths of a point.

        Scanned papers stand upright, also where the last page lies wide.
        """
        body = self.package.read(self.package.main)
        sections = zip(_PAGE_HEIGHT.findall(body), _MARGIN_TALL.findall(body), strict=False)
        high = [int(height) - sum(map(int, margins)) for height, margins in sections]
        return max(*high, 567) if high else _A4_TALL

    @cached_property
    def table_style(self) -> str:
        """The identifier of the style that the template's tables have, empty where it has none."""
        found = _TABLE_STYLE.search(self.package.read(self.package.main))
        style = found[1].decode() if found else ""
        return style or self.names.id_of("table", "Table Grid", "网格型")

    @cached_property
    def theme_fonts(self) -> dict[str, str]:
        """The fonts of the theme, by the names that texts use for them."""
        related = self.relations(self.package.main).by_id.values()
        themes = (
            target_of(relation, self.package.main) for relation in related if relation.type.endswith("/theme")
        )
        name = next(themes, "")
        if name not in self.package.members:
            return {}
        settings = [self._root(each) for each in self.package.of_kind("settings")]
        return theme.fonts(self._root(name), next(iter(settings), None))

    @cached_property
    def defaults(self) -> str:
        """How text looks that says nothing of itself: the same for documents with the same look."""
        if self.styles_part not in self.package.members:
            return ""
        found = self._root(self.styles_part).find(w("docDefaults"))
        return "" if found is None else f"{markup.source(found)}{self.theme_fonts}"

    def _root(self, part: str) -> Element:
        return markup.parse(self.package.read(part), self._file, part)

    def text(self, part: str) -> str:
        """A part as text whose root has an end tag, so that something can be put before it."""
        text = self.package.read(part).decode("utf-8-sig")
        return _EMPTY_ROOT.sub(r"<\1\2></\1>", text)

    def _beside(self, name: str) -> str:
        return posixpath.join(posixpath.dirname(self.package.main), name)


def relations_name(part: str) -> str:
    """The name of the member that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relative(target: str, part: str) -> str:
    """A member's name as seen from another part."""
    return posixpath.relpath(target, posixpath.dirname(part) or ".")


def target_of(relation: Relation, part: str) -> str:
    """The member to which a relationship of a part leads."""
    if relation.target.startswith("/"):
        return relation.target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), relation.target))


def _relations(root: Element) -> Relations:
    found: dict[str, Relation] = {}
    for child in markup.children(root):
        identity = child.get("Id", "")
        found[identity] = Relation(
            child.get("Type", ""), child.get("Target", ""), child.get("TargetMode") == "External"
        )
    numbers = [int(n) for identity in found for n in _NUMBER.findall(identity) if len(n) < 10]
    return Relations(found, max(numbers, default=0) + 1)


def _plain(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}


def _beyond(text: str, pattern: str) -> int:
    return max((int(n) for n in re.findall(pattern, text)), default=0) + 1
