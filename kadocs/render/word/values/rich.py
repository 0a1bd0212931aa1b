"""Text with formatting of its own, made in Python: the names and arguments are docxtpl's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kadocs.render.word.values import formatting, links
from kadocs.render.word.values.formatting import Formatting
from kadocs.render.word.values.value import Value, Writer

_LINK_LOOKS = frozenset({"color", "u"})


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    style: str
    own: Formatting
    url: str


class RichText(Value):
    r"""Pieces of text, each with its own formatting.

    >>> words = RichText("Due ")
    >>> words.add("tomorrow", bold=True, color="C00000")

    Printed with `{{r words }}` it has only its own formatting, as in docxtpl; with `{{ words }}` its
    formatting lies above that of the tag. Line ends, tabs, paragraphs (`\a`) and page breaks (`\f`)
    in the text become real.
    """

    def __init__(self, text: object = None, **options: Any) -> None:
        self._pieces: list[_Piece] = []
        if text is not None:
            self.add(text, **options)

    def add(
        self, text: object, style: str | None = None, *, url: str = "", url_id: str = "", **options: Any
    ) -> None:
        """Add a piece: any text, or another RichText with the formatting that it has.

        `style` names a character style; `url` makes it a link (`url_id`, docxtpl's name, is the same).
        `color` and `highlight` are six hexadecimal digits (or a highlighter's name), `size` is in
        half-points, `underline` is true or a kind ("double", "wave"), `font` a name or
        "eastAsia:微软雅黑"; then `bold`, `italic`, `strike`, `subscript`, `superscript`, `rtl`, `lang`.
        Raises Fault (TPL056) for a value that Word does not have.
        """
        if isinstance(text, RichText):
            self._pieces += text._pieces
            return
        # docxtpl's False means "not said", so that a style's own bold stays
        said = {name: value or None for name, value in options.items()}
        self._pieces.append(
            _Piece(
                "" if text is None else str(text), style or "", formatting.formatting(**said), url or url_id
            )
        )

    def __add__(self, other: object) -> RichText:
        joined = RichText(self)
        joined.add(other)
        return joined

    def __radd__(self, other: object) -> RichText:
        return RichText(other) + self

    def __str__(self) -> str:
        return "".join(piece.text for piece in self._pieces)

    def __len__(self) -> int:
        return sum(len(piece.text) for piece in self._pieces)

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def runs(self, writer: Writer) -> str:
        """One run a piece."""
        return "".join(_written(piece, writer) for piece in self._pieces)


class RichTextParagraph(Value):
    """Whole paragraphs, each in a style of the template, printed with `{{p … }}`."""

    def __init__(
        self, text: object = None, style: str | None = None, *, parastyle: str | None = None
    ) -> None:
        self._paragraphs: list[tuple[RichText, str]] = []
        if text is not None:
            self.add(text, style or parastyle)

    def add(self, text: object, style: str | None = None, *, parastyle: str | None = None) -> None:
        """Add a paragraph: text or RichText, in the paragraph style of this name.

        Without a style it looks like the tag's own paragraph. `parastyle` is docxtpl's name for it.
        """
        rich = text if isinstance(text, RichText) else RichText(text)
        self._paragraphs.append((rich, style or parastyle or ""))

    def __str__(self) -> str:
        return "\n".join(str(rich) for rich, _ in self._paragraphs)

    def __bool__(self) -> bool:
        return bool(self._paragraphs)

    def paragraphs(self, writer: Writer) -> str:
        """The paragraphs, in order."""
        return "".join(
            writer.paragraph(rich.runs(writer), writer.style("paragraph", style) if style else "")
            for rich, style in self._paragraphs
        )


class Listing(Value):
    """Text as it stands; here every text keeps its line ends, so this is a name for docxtpl's sake."""

    def __init__(self, text: object) -> None:
        self.text = str(text)

    def __str__(self) -> str:
        return self.text

    def runs(self, writer: Writer) -> str:
        """The text in the tag's formatting."""
        return writer.run(self.text)


def _written(piece: _Piece, writer: Writer) -> str:
    own = dict(piece.own)
    if piece.style:
        own |= formatting.styled(writer.style("character", piece.style))
    if not piece.url:
        return writer.run(piece.text, own)
    if not piece.style and not _LINK_LOOKS & own.keys():
        own |= links.look(writer)
    return links.linked(writer, piece.url, writer.run(piece.text, own))
