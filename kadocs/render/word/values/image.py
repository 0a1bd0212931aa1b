"""Pictures that a value puts into a line of text."""

from __future__ import annotations

import hashlib
import os
import re
from typing import BinaryIO

from kadocs.findings import Text
from kadocs.render.word.values import links, pictures
from kadocs.render.word.values.faults import BadPicture
from kadocs.render.word.values.pictures import EMU_PER_INCH, Picture
from kadocs.render.word.values.value import Value, Writer

_UNITS = {
    "cm": EMU_PER_INCH / 2.54,
    "厘米": EMU_PER_INCH / 2.54,
    "mm": EMU_PER_INCH / 25.4,
    "毫米": EMU_PER_INCH / 25.4,
    "in": EMU_PER_INCH,
    "pt": EMU_PER_INCH / 72,
    "磅": EMU_PER_INCH / 72,
    "px": EMU_PER_INCH / 96,
}
_SIZE = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(_UNITS)}|%)", re.IGNORECASE)
_POINT = EMU_PER_INCH // 72
_LARGEST = 22 * EMU_PER_INCH  # what Word lets a picture be
_TWIP = EMU_PER_INCH // 1440

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Size = int | str | None
"""Nothing said, a number of EMU (as `docx.shared.Mm` gives), or text such as "4cm" or "50%"."""


class InlineImage(Value):
    """A picture in a line of text.

    `source` is the picture's bytes, a file open for reading, or a path, which is read by the `files`
    function of the template. Of `width` and `height` ("4cm", "30mm", "1.5in", "120pt", "50%" of the
    text's width, or a number of EMU as python-docx's `Mm(40)` gives) one is enough: the other follows.
    Without both it has its natural size, but is never wider than the text. `anchor` is an address to
    link to, `alt` the text for those who cannot see it.
    """

    def __init__(
        self,
        source: bytes | str | os.PathLike[str] | BinaryIO,
        width: Size = None,
        height: Size = None,
        anchor: str = "",
        alt: str = "",
    ) -> None:
        self._source = bytes_or_name(source)
        self._width = width
        self._height = height
        self._anchor = anchor
        self._alt = alt

    def __str__(self) -> str:
        return self._alt

    def resized(self, width: Size, height: Size, alt: str = "") -> InlineImage:
        """The same picture with these sizes, where they are given."""
        said = width is not None or height is not None
        size = (width, height) if said else (self._width, self._height)
        return InlineImage(self._source, *size, self._anchor, alt or self._alt)

    @property
    def alt(self) -> str:
        """What stands for the picture where it cannot be seen."""
        return self._alt

    def picture(self, writer: Writer) -> Picture:
        """The picture itself; read once a render, however often it is printed."""
        source = self._source
        content = writer.file(source) if isinstance(source, str) else source
        known = writer.state.document.pictures
        digest = hashlib.sha256(content).digest()
        if digest not in known:
            known[digest] = pictures.read(content, writer.state.document.meter.limits)
        return known[digest]

    def runs(self, writer: Writer) -> str:
        """A run that holds the picture."""
        picture = self.picture(writer)
        width, height = self.size(picture, writer)
        identity = writer.additions.drawing()
        alt = writer.state.legal(self._alt, writer.site).replace('"', "&quot;")
        link = ""
        if self._anchor:
            target = writer.link(links.target(self._anchor))
            link = f'<a:hlinkClick xmlns:a="{_A}" xmlns:r="{_R}" r:id="{target}"/>'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{identity}" name="Picture {identity}" descr="{alt}">{link}</wp:docPr>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
            f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="{identity}" name="Picture {identity}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_R}" '
            f'r:embed="{embedded(picture, writer)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def size(self, picture: Picture, writer: Writer) -> tuple[int, int]:
        """The width and height of the picture in the document, in EMU."""
        text = writer.additions.stock.text_width * _TWIP
        width, height = emu(self._width, text), emu(self._height, text)
        if width is None and height is None:
            width = min(picture.width, text)
        if width is None and height is not None:
            width = round(height * picture.width / picture.height)
        if height is None and width is not None:
            height = round(width * picture.height / picture.width)
        return min(max(width or 1, 1), _LARGEST), min(max(height or 1, 1), _LARGEST)


def embedded(picture: Picture, writer: Writer) -> str:
    """The identifier by which the part at hand refers to a picture."""
    name = writer.additions.media(picture.content, picture.extension)
    return writer.additions.relate(writer.part, "image", name)


def bytes_or_name(source: object) -> bytes | str:
    """The bytes of a file, or its name where that is what was given."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, str | os.PathLike):
        return os.fspath(source).replace("\\", "/") if isinstance(source, os.PathLike) else source
    content = source.read() if hasattr(source, "read") else None
    if isinstance(content, bytes):
        return content
    raise BadPicture(
        Text("这个值不是图片", "this value is no picture"),
        Text("图片要给出文件路径或文件内容（bytes）。", "Give a picture as a path or as bytes."),
    )


def emu(size: Size, text: int) -> int | None:
    """A size in EMU, of `text` where it is a share; raises Fault (TPL051) for what is no size.

    A bare number is EMU already, and so small a one was meant in another unit.
    """
    if size is None or size == "":
        return None
    if isinstance(size, str):
        match = _SIZE.fullmatch(size.strip())
        if match and float(match[1]):
            factor = text / 100 if match[2] == "%" else _UNITS[match[2].lower()]
            return max(1, round(float(match[1]) * factor))
    elif isinstance(size, int) and not isinstance(size, bool) and size >= _POINT:
        return int(size)
    raise BadPicture(
        Text(f"图片尺寸“{size}”不对", f'"{size}" is no size for a picture'),
        Text("请写上单位，例如 4cm、30mm、1.5in、50%。", "Write it with its unit: 4cm, 30mm, 1.5in, 50%."),
    )
