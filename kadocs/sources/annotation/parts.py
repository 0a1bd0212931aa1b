"""The parts of a workbook's package: changed one by one, and written with all others as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from kadocs.sources.annotation.xml import Element, parse, serialized

_TYPES, _RELATIONS = "[Content_Types].xml", "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DAY = (1980, 1, 1, 0, 0, 0)


class Parts:
    """An opened package. `new` names a part that is not there yet; relations are kept beside their owner."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {name.lower(): name for name in self._archive.namelist()}
        self._changed: dict[str, bytes] = {}
        self._removed: set[str] = set()
        self._ids = 0

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """The bytes of a part, as changed so far."""
        known = self._names[name.lower()]
        return self._changed[known] if known in self._changed else self._archive.read(known)

    def parsed(self, name: str) -> Element:
        """The part as a tree, which is not kept: write it back with `write`."""
        return parse(self.read(name))

    def write(self, name: str, content: bytes | Element) -> None:
        """Sets the bytes of a part, a new one too."""
        known = self._names.setdefault(name.lower(), name)
        self._removed.discard(known)
        self._changed[known] = content if isinstance(content, bytes) else serialized(content)

    def remove(self, name: str) -> None:
        """Takes out a part with its content type; relations to it are the caller's business."""
        known = self._names.pop(name.lower())
        self._removed.add(known)
        self._changed.pop(known, None)
        types = self.parsed(_TYPES)
        for each in list(types):
            if (each.get("PartName") or "").lower() == f"/{name}".lower():
                types.remove(each)
        self.write(_TYPES, types)

    def new(self, stem: str, extension: str) -> str:
        """A name for a further part: `xl/comments` and `.xml` give `xl/comments3.xml`."""
        number = 1
        while f"{stem}{number}{extension}".lower() in self._names:
            number += 1
        return f"{stem}{number}{extension}"

    def add(self, name: str, content: bytes | Element, content_type: str) -> None:
        """Adds a part with its content type."""
        self.write(name, content)
        types = self.parsed(_TYPES)
        etree.SubElement(types, f"{_TYPES_SPACE}Override", PartName=f"/{name}", ContentType=content_type)
        self.write(_TYPES, types)

    def declare(self, extension: str, content_type: str) -> None:
        """Gives all parts of an extension their content type, if they have none."""
        types = self.parsed(_TYPES)
        for each in types:
            if (each.get("Extension") or "").lower() == extension:
                return
        types.insert(
            0, types.makeelement(f"{_TYPES_SPACE}Default", Extension=extension, ContentType=content_type)
        )
        self.write(_TYPES, types)

    def relations(self, owner: str) -> Iterator[tuple[str, str, str]]:
        """Id, type and part of each relation of a part ("" for the package) to another part."""
        name = _relations_of(owner)
        for each in self.parsed(name) if name in self else ():
            if isinstance(each.tag, str) and each.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(owner), each.get("Target") or "")
                yield each.get("Id") or "", each.get("Type") or "", posixpath.normpath(target).lstrip("/")

    def relate(self, owner: str, kind: str, part: str) -> str:
        """Adds a relation of type `kind` from a part to another, and gives its id."""
        name = _relations_of(owner)
        root = self.parsed(name) if name in self else etree.Element(f"{{{_RELATIONS}}}Relationships")
        taken = {each.get("Id") for each in root}
        while (id_ := f"kadocs{self._ids}") in taken:
            self._ids += 1
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=id_, Type=kind, Target=f"/{part}")
        self.write(name, root)
        return id_

    def unrelate(self, owner: str, id_: str) -> None:
        """Takes out a relation."""
        name = _relations_of(owner)
        root = self.parsed(name)
        for each in list(root):
            if each.get("Id") == id_:
                root.remove(each)
        self.write(name, root)

    def saved(self) -> bytes:
        """The bytes of the package: parts that were not changed are those that were read."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for entry in self._archive.infolist():
                if entry.filename not in self._removed:
                    data = self._changed.get(entry.filename)
                    target.writestr(
                        _like(entry), self._archive.read(entry.filename) if data is None else data
                    )
            old = set(self._archive.namelist())
            for name, content in self._changed.items():
                if name not in old:
                    entry = zipfile.ZipInfo(name, _DAY)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    target.writestr(entry, content)
        return out.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
    copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
    return copy


def _relations_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")
