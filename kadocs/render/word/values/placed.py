"""Values in place of pictures and link targets that the template has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from jinja2 import pass_context

from kadocs.render.environment import Context
from kadocs.render.undefined import absent
from kadocs.render.values import shown
from kadocs.render.word.values import links
from kadocs.render.word.values.image import InlineImage, embedded
from kadocs.render.word.values.value import Writer

_POINT = 12_700
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BARE = ("", "http://", "https://")
_NOWHERE = "https://missing.invalid/"


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture fitted into a box, in EMU; without a `relation` there is none, and `gap` may say so."""

    relation: str = ""
    width: int = 0
    height: int = 0
    x: int = 0
    y: int = 0
    alt: str = ""
    gap: str = ""

    def __bool__(self) -> bool:
        return bool(self.relation)

    @property
    def width_in_points(self) -> str:
        """The width in points, for drawings of old."""
        return f"{self.width / _POINT:.2f}"

    @property
    def height_in_points(self) -> str:
        """The height in points."""
        return f"{self.height / _POINT:.2f}"


@pass_context
def placed(context: Context, value: object, number: int, width: int, height: int, x: int, y: int) -> Placed:
    """The picture that `value` is, as large as fits into a box, and centred in it.

    An absent value is a gap like any other; an empty text leaves the picture out.
    """
    state = context.render
    writer = Writer(state, state.sites[number])
    if absent(value):
        return Placed(gap=state.gap_run(value, writer.site))
    if value == "":
        return Placed()
    image = value if isinstance(value, InlineImage) else InlineImage(value)  # type: ignore[arg-type]
    picture = image.picture(writer)
    scale = min(width / picture.width, height / picture.height)
    across, down = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    alt = state.legal(image.alt, writer.site).replace('"', "&quot;")
    return Placed(
        embedded(picture, writer), across, down, x + (width - across) // 2, y + (height - down) // 2, alt
    )


def target(writer: Writer, pieces: Sequence[object]) -> str:
    """The relationship for a link's target made of pieces, as `address` makes it."""
    return writer.link(address(writer, pieces))


def address(writer: Writer, pieces: Sequence[object]) -> str:
    """A link's target made of pieces: text and values by turns, text first.

    A value is percent-encoded, so that it cannot lead elsewhere, unless it is the address itself.
    Raises Fault (TPL052) for an address that a document may not hold.
    """
    head = str(pieces[0])
    safe = "@+,;=" if head.lower().startswith(("mailto:", "tel:")) else ""
    out = head
    for index, piece in enumerate(pieces[1:], start=1):
        if index % 2 == 0:
            out += str(piece)
        elif absent(piece):
            writer.state.gap_run(piece, writer.site)
            return _NOWHERE
        else:
            text = shown(piece, writer.state.document.language)
            whole = index == 1 and head in _BARE and (not head or _SCHEME.match(text))
            out = text if whole else out + quote(text, safe=safe)
    return links.target(out)
