"""Template files as they lie on the disk: their bytes, and the folders of the files that they may include."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kadocs.findings import Place, Text, refuse

SECTIONS = "_sections"
"""The folder, beside those of deliverables, of Word files that the templates of all of them may include."""


STYLES = "_styles"
"""The folder, beside those of deliverables, of the base files whose look documents may have."""


class Look(NamedTuple):
    """How documents in the house style look: a base file for each language, and the company's own brand.

    `zh` and `en` are names of base files, or their paths from `folder`; `place` is where they are said.
    Colours are six hexadecimal digits; what is empty stays as the base has it.
    """

    zh: str = "bid"
    en: str = "english"
    primary: str = ""
    accent: str = ""
    latin: str = ""
    east_asian: str = ""
    place: Place = Place("kadocs.yaml")
    folder: Path = Path()


USUAL = Look()
"""The look where nothing is said of it."""


class Base(NamedTuple):
    """A base file, for documents in `language`; `usual` are the bytes of the one they have by default."""

    name: str
    data: bytes
    usual: bytes
    language: str
    look: Look


class Source(NamedTuple):
    """A template's file: its name within the deliverable, and its bytes.

    `folders` hold the files that it may include, and `stamps` tell when those changed: path, time and size.
    `base` is the file whose look it takes over, if it does. `given` are files that it includes in other words
    than they have on the disk, by name.
    """

    name: str
    data: bytes
    folders: tuple[Path, ...] = ()
    stamps: tuple[tuple[str, int, int], ...] = ()
    base: Base | None = None
    given: tuple[tuple[str, bytes], ...] = ()


def shelved(folder: Path, name: str, shelf: Iterable[Path] = ()) -> Source:
    """The template with this name in a deliverable's folder. Raises `Refused` where it cannot be read.

    It may include the sections of the `shelf`, the user's own first, and those beside its deliverable.
    """
    sections = dict.fromkeys(above / SECTIONS for above in (*shelf, folder.parent))
    folders = ((folder / name).resolve().parent, *sections)
    return Source(f"{folder.name}/{name}", content(folder / name), folders, _stamps(folders))


def reading(source: Source, folders: tuple[Path, ...]) -> Source:
    """The template that may include the files of other folders."""
    return source._replace(folders=folders, stamps=_stamps(folders))


def alone(path: Path) -> Source:
    """A template that belongs to no deliverable. Raises `Refused` where it cannot be read."""
    return Source(path.as_posix(), content(path), (path.parent, path.parent.parent / SECTIONS))


def content(path: Path) -> bytes:
    """The bytes of a file. Raises `Refused` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse(
            "CFG002",
            Place(str(path)),
            Text("读不了这个文件：{e}", "the file cannot be read: {e}").fill(e=error.strerror or error),
            Text("请检查文件名和权限", "Check its name, and that you may read it"),
        ) from None


def _stamps(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Path, time and size of each Word file in these folders."""
    found = sorted(path for folder in folders for path in folder.rglob("*.do[ct]x"))
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in found)
