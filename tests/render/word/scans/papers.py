"""Scans made in memory: pages of an office scanner, drawn PDFs, and files that nobody can use."""

import io
import random

from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

A4 = (595, 842)


def sheet(width=A4[0], height=A4[1], mode="L", colour="white", ink="black"):
    """The picture of a sheet of paper with a line of ink in its upper left corner."""
    image = Image.new(mode, (width, height), colour)
    ImageDraw.Draw(image).rectangle((width // 10, height // 10, width // 2, height // 6), fill=ink)
    return image


def noise(width=400, height=500):
    """A photograph: no colour stands twice."""
    dice = random.Random(7)
    return Image.frombytes("RGB", (width, height), dice.randbytes(width * height * 3))


def saved(image, kind="PNG", **options):
    """The bytes of a picture."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def scanned(*images, dpi=200):
    """A PDF whose pages are one image each, as a scanner makes it."""
    return saved(images[0], "PDF", resolution=dpi, save_all=True, append_images=images[1:])


def drawn(pages=1, size=A4, turned=0):
    """A PDF of words and lines, none of it an image."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for number in range(1, pages + 1):
        page = writer.add_blank_page(*size)
        content = DecodedStreamObject()
        content.set_data(
            b"0.8 0.1 0.1 rg 50 700 60 60 re f 0 g BT /F1 24 Tf 60 600 Td (Page %d) Tj ET" % number
        )
        page[NameObject("/Contents")] = writer._add_object(content)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        if turned:
            page.rotate(turned)
    return written(writer)


def locked(content, reader="secret"):
    """A PDF that opens with a password; without one for readers, it only may not be changed."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(reader, "owner")
    return written(writer)


def written(writer):
    """The bytes of a PDF."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def opened(picture):
    """The pixels of a page."""
    return Image.open(io.BytesIO(picture.content))
