"""A Word file's text written into another document, every reference given anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kadocs.findings import Text
from kadocs.render.word import markup
from kadocs.render.word.additions import NOTES, Additions
from kadocs.render.word.breaks import BROKEN, Section
from kadocs.render.word.entities import escape
from kadocs.render.word.ids import ANNOTATION, CONTROL, SHAPE
from kadocs.render.word.insertion.pieces import Pieces, Reference
from kadocs.render.word.insertion.reading import Inserted
from kadocs.render.word.package import CONTENT_TYPES
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.stock import Relation, Relations, relations_name, relative, target_of
from kadocs.render.word.values import links
from kadocs.render.word.values.faults import BadDocument

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
_COMMENT = {
    "commentRangeStart": '<w:commentRangeStart w:id="{}"/>',
    "commentRangeEnd": '<w:commentRangeEnd w:id="{}"/>',
    "commentReference": '<w:commentReference w:id="{}"/>',
}


def insert(
    inserted: Inserted,
    additions: Additions,
    part: str,
    outline: Mapping[str, int] | None = None,
    section: Section | None = None,
) -> str:
    """The text of a Word file as blocks for `part`, all that it needs added to the package.

    `outline` are the codes of the heading styles that a table of contents lists; without it, there are no
    marks in the text. `section` is the one that the file's own sections break; without it, they are left out.
    """
    insertion = _Insertion(inserted, additions, outline, section)
    text = insertion.written(inserted.body, part, inserted.main)
    broken = section is not None and any(
        isinstance(piece, Reference) and piece.kind == "section" for piece in inserted.body
    )
    return f"{section.lead}{text}" if section is not None and broken else text


class _Insertion:
    """One insertion of a file: what it has been given so far, by kind and by its name in the file."""

    def __init__(
        self,
        inserted: Inserted,
        additions: Additions,
        outline: Mapping[str, int] | None,
        section: Section | None,
    ) -> None:
        self._inserted = inserted
        self._additions = additions
        self._outline = outline or {}
        self._around = section
        self._break = "" if outline is None else f"{MARK}{BROKEN}{MARK_END}"
        self._styles = additions.styles_of(inserted.styles)
        self._given: dict[tuple[str, str], str] = {}
        self._copies: dict[str, str] = {}
        self._writers = {
            **dict.fromkeys(("paragraph", "character", "table", "numbering"), self._style),
            **dict.fromkeys(("opening", "closing"), self._heading),
            **dict.fromkeys(("footnotes", "endnotes"), self._note),
            "section": self._section,
            "link": self._link,
            "font": self._font,
        }
        self._makers = {
            "num": self._num,
            "name": additions.ids.name,
            "range": lambda _: additions.ids.next(ANNOTATION),
            "shape": lambda _: f"_x0000_s{additions.ids.next(SHAPE)}",
            "comment": self._comment,
        }

    def written(self, pieces: Pieces, part: str, source: str, number: str = "") -> str:
        """Pieces of the part `source` as they stand in `part`; `number` is that of the note that they are."""
        return "".join(
            piece if isinstance(piece, str) else self._one(piece, part, source, number) for piece in pieces
        )

    def _one(self, reference: Reference, part: str, source: str, number: str) -> str:
        kind, key = reference
        if kind in NOTES and part != self._additions.stock.package.main:
            raise _note_outside()
        if kind in self._writers:
            return self._writers[kind](kind, key)
        if kind in self._makers:
            return self._same(kind, key)
        if kind in _COMMENT:
            return self._commented(kind, key, part)
        if kind == "relation":
            return self._relation(key, part, source)
        if kind == "note":
            return number
        return str(self._additions.drawing()) if kind == "drawing" else self._additions.ids.next(CONTROL)

    def _same(self, kind: str, key: str) -> str:
        """What is made for a name when it is first met, and used again."""
        if (kind, key) not in self._given:
            self._given[kind, key] = self._makers[kind](key)
        return self._given[kind, key]

    def _section(self, _: str, layout: str) -> str:
        """The end of a section of the file; the first takes over what the document's says of its start."""
        around = self._around
        if around is None:
            return ""
        heads, numbers, first = ("", "", "") if around.begun else around.beginning
        self._around = replace(around, begun=True)
        pages, columns, rest = layout.split("\n")
        return f"{self._break}<w:sectPr>{heads}{pages}{numbers}{columns}{first}{rest}</w:sectPr>"

    def _heading(self, kind: str, key: str) -> str:
        """A mark before or behind what stands in a heading that a table of contents lists."""
        code = self._outline.get(self._style("paragraph", key))
        sign = "[" if kind == "opening" else "]"
        return "" if code is None else f"{MARK}{sign}{code}{MARK_END}"

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
            same = stock.defaults == self._inserted.stock.defaults
            pieces = style.pieces if same or not style.whole else style.whole
            self._additions.style(self._styles[key], self.written(pieces, stock.styles_part, ""))
        return self._styles[key]

    def _link(self, _: str, key: str) -> str:
        """What links a style that is brought along with another that is, but not with one of the document."""
        kind, identity = key.split("\n")
        style = self._inserted.styles.get((kind, identity))
        if style is None or self._additions.stock.names.id_of(kind, style.name):
            return ""
        return f'<w:link w:val="{escape(self._style(kind, identity))}"/>'

    def _font(self, _: str, key: str) -> str:
        """The font that the file's theme gives, by way of the document's theme where that gives the same."""
        script, said, font = key.split("\n")
        attribute = "cstheme" if script == "cs" else f"{script}Theme"
        themed = self._additions.stock.theme_fonts.get(said) == font
        name = escape(font).replace('"', "&quot;")
        return f'{name}" w:{attribute}="{said}' if themed else name

    def _num(self, key: str) -> str:
        listed = self._inserted.lists.get(key)
        if listed is None:
            return "0"
        abstract = self._additions.abstract(self.written(listed.levels, "", ""))
        return str(self._additions.num(abstract, listed.starts))

    def _note(self, kind: str, key: str) -> str:
        pieces = self._inserted.notes.get((kind, key))
        if pieces is None:
            return "0"
        part = self._additions.note_part(kind)
        number = self._additions.note_number()
        text = self.written(pieces, part, self._inserted.note_parts[kind], number)
        self._additions.note(kind, text)
        return number

    def _commented(self, kind: str, key: str, part: str) -> str:
        """A mark of a comment; only the body of a document may have any."""
        known = ("comments", key) in self._inserted.notes
        main = part == self._additions.stock.package.main
        return _COMMENT[kind].format(self._same("comment", key)) if known and main else ""

    def _comment(self, key: str) -> str:
        return self._note("comments", key)

    def _relation(self, identity: str, part: str, source: str) -> str:
        relation = self._inserted.stock.relations(source).by_id[identity]
        if relation.external:
            target = links.target(relation.target)
            return self._additions.relate(part, relation.type, target, external=True)
        return self._additions.relate(part, relation.type, self._copied(target_of(relation, source)))

    def _copied(self, name: str) -> str:
        """The copy of a part, with all that it needs itself."""
        if name not in self._copies:
            content = self._inserted.stock.package.read(name)
            stem, _, extension = name.rpartition(".")
            if extension.lower() in _PICTURES:
                self._copies[name] = self._additions.media(content, _PICTURES[extension.lower()])
            else:
                kind = _content_type(self._inserted, name)
                self._copies[name] = self._additions.part(f"{stem}_{{}}.{extension}", content, kind)
                self._copy_relations(name)
        return self._copies[name]

    def _copy_relations(self, name: str) -> None:
        stock = self._inserted.stock
        present = stock.present(name)
        if not present:
            return
        free = self._copies[name]
        moved = {
            identity: relation
            if relation.external
            else Relation(relation.type, relative(self._copied(target_of(relation, name)), free))
            for identity, relation in present.items()
        }
        text = Relations(moved, stock.relations(name).first).text({})
        self._additions.plain_part(relations_name(free), text.encode())


def _note_outside() -> BadDocument:
    return BadDocument(
        Text(
            "这个文件有脚注或尾注，只能放进正文",
            "the file has footnotes or endnotes, and can only go into the body",
        ),
        Text(
            "请把标签移到正文，或去掉文件里的注。",
            "Move the tag to the body, or take the notes out of the file.",
        ),
    )


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
