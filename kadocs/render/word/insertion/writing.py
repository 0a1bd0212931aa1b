"""A Word file's text written into another document, every reference given anew."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from kadocs.render.word import markup
from kadocs.render.word.additions import Additions
from kadocs.render.word.ids import ANNOTATION, CONTROL
from kadocs.render.word.insertion.reading import Inserted, Pieces, Reference
from kadocs.render.word.package import CONTENT_TYPES
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.stock import Relation, relations_name, relative
from kadocs.render.word.values import links

_PICTURES = {
    "png": "png",
    "jpeg": "jpeg",
    "jpg": "jpeg",
    "gif": "gif",
    "bmp": "bmp",
    "tif": "tiff",
    "tiff": "tiff",
}
_BINARY = "application/octet-stream"


def insert(
    inserted: Inserted, additions: Additions, part: str, outline: Mapping[str, int] | None = None
) -> str:
    """The text of a Word file as blocks for `part`, all that it needs added to the package.

    `outline` are the codes of the heading styles that a table of contents lists.
    """
    return _Insertion(inserted, additions, outline or {}).written(inserted.body, part, inserted.main)


class _Insertion:
    def __init__(self, inserted: Inserted, additions: Additions, outline: Mapping[str, int]) -> None:
        self._inserted = inserted
        self._additions = additions
        self._outline = outline
        self._styles = additions.styles_of(inserted)
        self._nums: dict[str, str] = {}
        self._bookmarks: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def written(self, pieces: Pieces, part: str, source: str, number: str = "") -> str:
        """Pieces of the part `source` as they stand in `part`; `number` is that of the note that they are."""
        return "".join(
            piece if isinstance(piece, str) else self._one(piece, part, source, number) for piece in pieces
        )

    def _one(self, reference: Reference, part: str, source: str, number: str) -> str:
        kind, key = reference
        if kind in ("paragraph", "character", "table", "numbering"):
            return self._style(kind, key)
        if kind == "relation":
            return self._relation(key, part, source)
        if kind in ("footnotes", "endnotes"):
            return self._note(kind, key)
        if kind in ("opening", "closing"):
            code = self._outline.get(self._style("paragraph", key))
            sign = "[" if kind == "opening" else "]"
            return "" if code is None else f"{MARK}{sign}{code}{MARK_END}"
        return number if kind == "note" else self._number(kind, key)

    def _number(self, kind: str, key: str) -> str:
        if kind == "num":
            return self._num(key)
        if kind == "name":
            return self._name(key)
        if kind == "bookmark":
            if key not in self._bookmarks:
                self._bookmarks[key] = self._additions.ids.next(ANNOTATION)
            return self._bookmarks[key]
        if kind == "drawing":
            return str(self._additions.drawing())
        return self._additions.ids.next(CONTROL)

    def _name(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = self._additions.ids.name(name)
        return self._names[name]

    def _style(self, kind: str, identity: str) -> str:
        """The style of the same name, which is brought along where the document has none."""
        key = kind, identity
        style = self._inserted.styles.get(key)
        if key in self._styles or style is None:
            return self._styles.get(key, identity)
        stock = self._additions.stock
        found = stock.names.id_of(kind, style.name)
        self._styles[key] = found or self._additions.free_style(identity)
        if not found:
            self._additions.style(self._styles[key], self.written(style.pieces, stock.styles_part, ""))
        return self._styles[key]

    def _num(self, key: str) -> str:
        listed = self._inserted.lists.get(key)
        if listed is None:
            return "0"
        if key not in self._nums:
            abstract = self._additions.abstract(self.written(listed.levels, "", ""))
            self._nums[key] = str(self._additions.num(abstract, listed.starts))
        return self._nums[key]

    def _note(self, kind: str, key: str) -> str:
        pieces = self._inserted.notes.get((kind, key))
        if pieces is None:
            return "0"
        part = self._additions.note_part(kind)
        number = self._additions.note_number()
        text = self.written(pieces, part, self._inserted.note_parts[kind], number)
        self._additions.note(kind, text)
        return number

    def _relation(self, identity: str, part: str, source: str) -> str:
        relation = self._inserted.stock.relations(source).by_id[identity]
        kind = relation.type.rpartition("/")[2]
        if relation.external:
            target = links.target(relation.target)
            return self._additions.relate(part, "hyperlink", target, external=True)
        return self._additions.relate(part, kind, self._copied(_member(relation, source)))

    def _copied(self, name: str) -> str:
        """The copy of a part, with all that it needs itself."""
        package = self._inserted.stock.package
        content = package.read(name)
        stem, _, extension = name.rpartition(".")
        if extension.lower() in _PICTURES:
            return self._additions.media(content, _PICTURES[extension.lower()])
        free = self._additions.part(f"{stem}_{{}}.{extension}", content, _content_type(self._inserted, name))
        known = self._inserted.stock.relations(name)
        if known.by_id:
            moved = {
                identity: relation
                if relation.external
                else Relation(relation.type, relative(self._copied(_member(relation, name)), free))
                for identity, relation in known.by_id.items()
            }
            text = type(known)(moved, known.first).text({})
            self._additions.plain_part(relations_name(free), text.encode())
        return free


def _member(relation: Relation, source: str) -> str:
    """The member that an inner relationship leads to."""
    if relation.target.startswith("/"):
        return relation.target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), relation.target))


def _content_type(inserted: Inserted, name: str) -> str:
    package = inserted.stock.package
    root = markup.parse(package.read(CONTENT_TYPES), name, CONTENT_TYPES)
    found = _BINARY
    for child in markup.children(root):
        if child.get("PartName") == f"/{name}":
            return child.get("ContentType", _BINARY)
        if child.get("Extension", "").lower() == name.rpartition(".")[2].lower():
            found = child.get("ContentType", _BINARY)
    return found
