"""What one render adds to the package: pictures, links, lists, styles, and what makes them known.

All of it is text put into members that were cut open when the template was compiled; nothing is
parsed. Names and numbers are given in the order of asking, so the same render gives the same bytes.
"""

from __future__ import annotations

import hashlib
import posixpath
import zlib
from collections.abc import Mapping
from functools import cached_property

from kadocs.render.word import package
from kadocs.render.word.ids import DRAWING, NOTE, Ids
from kadocs.render.word.markup import W
from kadocs.render.word.order import ordered
from kadocs.render.word.package import CONTENT_TYPES, Member
from kadocs.render.word.stock import OFFICE, Relation, Relations, Stock, relations_name, relative

NOTES = ("footnotes", "endnotes")
COLLECTED = (*NOTES, "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
"""The kinds of parts to which what was written in another part is moved; their numbers stand in marks."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STORED = frozenset({"png", "jpeg", "gif"})
_EMPTY_NOTES = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{{0}} xmlns:w="{W}">'
    '<w:{1} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{1}>'
    '<w:{1} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{1}>'
    "</w:{0}>"
)
_EMPTY = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{{0}} xmlns:w="{W}"></w:{{0}}>'
_EMPTY_STYLES = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:styles xmlns:w="{W}"></w:styles>'


class Additions:
    """What one render adds; `stock` is what the template holds already."""

    def __init__(self, stock: Stock) -> None:
        self.stock = stock
        self._relations: dict[str, dict[Relation, str]] = {}
        self._types: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        self._media: dict[bytes, str] = {}
        self._members: dict[str, Member] = {}
        self._numbers: dict[str, int] = {}
        self._abstracts: dict[str, int] = {}
        self._abstract_xml: list[str] = []
        self._nums: list[str] = []
        self._shared: dict[int, int] = {}
        self._styles: dict[str, str] = {}
        self._style_ids: set[str] = set()
        self._inserted: dict[int, tuple[object, dict[tuple[str, str], str]]] = {}
        self._notes: dict[str, dict[str, None]] = {}

    def relate(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """The identifier of a relationship from `part`, made unless it is there already.

        `kind` is its type, or the last word of that where it is one of Word's own ("image", "hyperlink"); an
        inner target is a member's name.
        """
        type_ = kind if "/" in kind else f"{OFFICE}/{kind}"
        relation = Relation(type_, target if external else relative(target, part), external)
        known = self.stock.relations(part)
        added = self._relations.setdefault(part, {})
        if relation not in added:
            added[relation] = f"rId{known.first + len(added)}"
        return added[relation]

    def media(self, content: bytes, extension: str) -> str:
        """The member that holds these bytes ("word/media/picture1.png"); the same bytes are kept once."""
        digest = hashlib.sha256(content).digest()
        if digest not in self._media:
            folder = posixpath.join(posixpath.dirname(self.stock.package.main), "media")
            name = self._free_name(f"{folder}/picture{{}}.{extension}")
            self._media[digest] = name
            self._types[extension] = f"image/{extension}"
            self._members[name] = (
                Member(name, 0, zlib.crc32(content), len(content), content)
                if extension in _STORED
                else package.member(name, content)
            )
        return self._media[digest]

    def part(self, name: str, content: bytes, content_type: str) -> str:
        """The name given to a new part; `name` has `{}` where its number goes."""
        free = self._free_name(name)
        self._members[free] = package.member(free, content)
        self._overrides[free] = content_type
        return free

    def _free_name(self, name: str) -> str:
        number = self._numbers.get(name, 1)
        while (free := name.format(number)) in self.stock.package.members or free in self._members:
            number += 1
        self._numbers[name] = number + 1
        return free

    @cached_property
    def ids(self) -> Ids:
        """Gives out identifiers that neither the template nor this render has used."""
        return Ids(self.stock.used_ids)

    def drawing(self) -> int:
        """An identifier that no other drawing of the document has."""
        return int(self.ids.next(DRAWING))

    def abstract(self, levels: str) -> int:
        """The identifier of a list definition with these `w:lvl` elements; the same are kept once."""
        if levels not in self._abstracts:
            identity = self.stock.lists.first_abstract + len(self._abstract_xml)
            self._abstracts[levels] = identity
            self._abstract_xml.append(
                f'<w:abstractNum w:abstractNumId="{identity}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        return self._abstracts[levels]

    def num(
        self,
        abstract: int | str,
        starts: Mapping[int, int] | None = None,
        own: Mapping[int, str] | None = None,
    ) -> int:
        """The identifier (`w:numId`) of a new list of this definition; `starts` restarts its levels.

        `own` are levels that it has instead of the definition's, as XML.
        """
        identity = self.stock.lists.first_num + len(self._nums)
        levels = own or {}
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/>{levels.get(level, "")}'
            "</w:lvlOverride>"
            for level, start in (starts or {}).items()
        )
        self._nums.append(
            f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        return identity

    @property
    def nums(self) -> int:
        """How many lists this render has added."""
        return len(self._nums)

    def shared_num(self, abstract: int) -> int:
        """The identifier of the one list of this definition that needs no restart."""
        if abstract not in self._shared:
            self._shared[abstract] = self.num(abstract)
        return self._shared[abstract]

    def free_style(self, identity: str) -> str:
        """An identifier for a new style, made from one that may be taken."""
        taken = self.stock.names.identities() | self._style_ids
        number, free = 2, identity
        while free in taken:
            free, number = f"{identity}{number}", number + 1
        self._style_ids.add(free)
        return free

    def styles_of(self, styles: object) -> dict[tuple[str, str], str]:
        """What the styles of an inserted document have become so far; a file filled again has the same."""
        return self._inserted.setdefault(id(styles), (styles, {}))[1]

    def plain_part(self, name: str, content: bytes) -> None:
        """Add a member that needs no content type of its own."""
        self._members[name] = package.member(name, content)

    def note_part(self, kind: str) -> str:
        """The name of the part of "footnotes" or another kind."""
        beside = posixpath.join(posixpath.dirname(self.stock.package.main), f"{kind}.xml")
        return next(iter(self.stock.package.of_kind(kind)), beside)

    def note_number(self) -> str:
        """The number of a new note."""
        return self.ids.next(NOTE)

    def note(self, kind: str, xml: str) -> None:
        """Add a note, which has its number already; the same is kept once."""
        self._notes.setdefault(kind, {})[xml] = None

    def collect(self, code: int, xml: str) -> None:
        """Add what was written beside a reference to its own part."""
        self.note(COLLECTED[code], xml)

    def style(self, identity: str, xml: str) -> None:
        """Add a style, unless one with this identifier was added before."""
        self._styles.setdefault(identity, xml)

    def members(self, written: Mapping[str, Member] | None = None) -> dict[str, Member]:
        """All members that are new or changed, by name; `written` are those that the render wrote."""
        changed: dict[str, str] = {}
        changed |= self._noted(written or {})
        if self._nums or self._abstract_xml:
            changed[self._known("numbering", self.stock.numbering_part)] = self._numbering()
        if self._styles:
            changed[self._known("styles", self.stock.styles_part)] = self._style_text()
        for part, added in self._relations.items():
            known = self.stock.relations(part)
            if added:
                changed[relations_name(part)] = known.text(added)
        if types := self._content_types():
            changed[CONTENT_TYPES] = types
        written = {name: package.member(name, text.encode()) for name, text in changed.items()}
        return self._members | written

    def _known(self, kind: str, part: str) -> str:
        """The name of a part that Word finds through the main part, which is told of it if need be."""
        if part not in self.stock.package.members:
            self.relate(self.stock.package.main, kind, part)
            self._overrides[part] = f"{_WORD}{kind}+xml"
        return part

    def _noted(self, written: Mapping[str, Member]) -> dict[str, str]:
        """The parts of notes, and the document that refers to them where their numbers had to change."""
        changed: dict[str, str] = {}
        main = self.stock.package.main
        for kind in COLLECTED:
            part = self.note_part(kind)
            if kind not in self._notes and (part not in written or kind not in NOTES):
                continue
            changed[self._known(kind, part)] = notes = self._note_text(kind, written.get(part))
            if main in written and kind in NOTES:
                before = changed.get(main) or written[main].content.decode()
                after, changed[part] = ordered(before, notes, kind)
                changed |= {main: after} if after != before else {}
        return changed

    def _note_text(self, kind: str, written: Member | None) -> str:
        part = self.note_part(kind)
        if written is not None:
            text = written.content.decode()
        elif part in self.stock.package.members:
            text = self.stock.text(part)
        else:
            text = (_EMPTY_NOTES if kind in NOTES else _EMPTY).format(kind, kind.removesuffix("s"))
        end = text.rindex("</")
        return f"{text[:end]}{''.join(self._notes.get(kind, ()))}{text[end:]}"

    def _numbering(self) -> str:
        lists = self.stock.lists
        abstracts, nums = "".join(self._abstract_xml), "".join(self._nums)
        return f"{lists.head}{abstracts}{lists.nums}{nums}{lists.tail}"

    def _style_text(self) -> str:
        part = self.stock.styles_part
        text = self.stock.text(part) if part in self.stock.package.members else _EMPTY_STYLES
        head, end, tail = text.rpartition("</w:styles>")
        return f"{head}{''.join(self._styles.values())}{end}{tail}"

    def _content_types(self) -> str:
        text, known = self.stock.types
        added = [
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in self._types.items()
            if extension not in known
        ]
        added += [
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._overrides.items()
        ]
        return f"{text}{''.join(added)}</Types>" if added else ""


__all__ = ["Additions", "Relations", "Stock"]
