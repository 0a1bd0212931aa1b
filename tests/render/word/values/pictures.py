"""Pictures made in memory."""

import io

from PIL import Image


def picture(width=40, height=20, kind="PNG", **options):
    """The bytes of a picture: red on its left half, blue on its right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
