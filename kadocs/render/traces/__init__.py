"""What a file tells of those who made it, taken out before it is compiled, so that no document tells it on.

Nothing is put in its place: what is gone is gone, and two files are not made to look alike or different. Only
what a tag fills, such as the author `{{ vendor.legal_name }}`, stays, for a template's maker meant it.
"""

from __future__ import annotations

import io
import zipfile

from kadocs.findings import Refused
from kadocs.render.limits import USUAL
from kadocs.render.traces import markup, pictures, properties
from kadocs.render.word.package import Member, member, unpack, write

_OURS = ("word/", "xl/")
_PACKAGES = (".docx", ".xlsx", ".pptx")


def forget(members: dict[str, Member]) -> None:
    """Take out of a package's parts who wrote it, for whom, when, where it lay, in which sessions of work.

    That is in its properties, its settings, its comments and changes, its pictures, and the files in it.
    """
    parts = [each for name, each in members.items() if name.startswith(_OURS)]
    for name, before in list(members.items()):
        content = before.content
        after = _cleaned(name, content, parts)
        if after is not content:
            members[name] = member(name, after)


def _cleaned(name: str, content: bytes, parts: list[Member]) -> bytes:
    """The content of a part; the same object where there is nothing in it to forget."""
    if name in properties.PARTS:
        return properties.cleaned(name, content, parts)
    if "/media/" in name:
        return pictures.bare(content)
    if name.lower().endswith(_PACKAGES):
        return _inside(content)
    return markup.cleaned(content) if name.startswith(_OURS) and name.endswith(".xml") else content


def _inside(content: bytes) -> bytes:
    """A file that lies in another; one that cannot be read is left as it is."""
    try:
        found = unpack(zipfile.ZipFile(io.BytesIO(content)), content, "", USUAL)
    except (Refused, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return content
    before = dict(found)
    forget(found)
    return content if found == before else write(found.values())
