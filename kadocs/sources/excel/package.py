"""The file as a package: what it really is, and its parts within bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kadocs.findings import Place, Refused, Text, refuse

MOST_PARTS = 10_000
MOST_BYTES = 512 * 1024 * 1024
"""What the parts of a workbook may come to, unpacked."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb"\b([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_SAVE_AS = Text(
    "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再用",
    "Open it in Excel or WPS and save it as an Excel workbook (*.xlsx)",
)
_DECRYPT = Text("请打开它，取消密码后再保存", "Open it, remove the password and save it")
_RENAMED = Text(
    "请检查文件名，或在 Excel 里重新保存为 .xlsx", "Check the file, or save it from Excel as .xlsx"
)
_BROKEN = Text(
    "请用 Excel 或 WPS 打开并修复，再保存一次", "Open it in Excel or WPS, let it repair the file, and save it"
)


class Package:
    """An opened .xlsx or .xlsm; `part` gives its parts, all of them together within bounds."""

    def __init__(self, archive: zipfile.ZipFile, file: str) -> None:
        self.file = file
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    def part(self, name: str) -> bytes:
        """The bytes of a part, or none where the workbook has no such part.

        Raises `Refused` if the part is damaged, or brings its own document type (XML entities).
        """
        known = self._names.get(name.lower())
        if known is None:
            return b""
        try:
            data = self._archive.read(known)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError):
            raise damaged(self.file) from None
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
            raise refuse("DATA031", Place(self.file), _ENTITIES, _BROKEN)
        return data

    def relations(self, owner: str) -> Iterator[tuple[str, str, str]]:
        """Id, type (its last word) and part of each relation of the part `owner` ("" for the package)."""
        folder = PurePosixPath(owner).parent
        rels = folder / "_rels" / f"{PurePosixPath(owner).name}.rels"
        for tag in _RELATION.findall(self.part(str(rels))):
            said = attributes(tag)
            target = PurePosixPath("/", folder, said.get("Target", ""))
            parts: list[str] = []
            for step in target.parts[1:]:
                parts = parts[:-1] if step == ".." else [*parts, step]
            yield said.get("Id", ""), said.get("Type", "").rpartition("/")[2], "/".join(parts)

    def workbook(self) -> str:
        """The name of the part that lists the sheets."""
        found = (part for _, kind, part in self.relations("") if kind == "officeDocument")
        return next(found, "xl/workbook.xml")


def attributes(tag: bytes) -> dict[str, str]:
    """The attributes of one XML tag, by name without prefix."""
    return {
        name.decode().rpartition(":")[2]: (one or two).decode("utf-8", "replace")
        for name, one, two in _ATTRIBUTE.findall(tag)
    }


def open_(path: Path, file: str) -> tuple[Package, bytes]:
    """The package at `path`, called `file` in findings, and its bytes.

    Raises `Refused` for anything but .xlsx and .xlsm, saying what the file really is, and for
    a package whose parts are too many or too large.
    """
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        raise _stranger(data, file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged(file) from None
    _bounded(archive, file)
    package = Package(archive, file)
    if not package.part(package.workbook()):
        raise _other_package(set(archive.namelist()), file)
    return package, data


def damaged(file: str) -> Refused:
    """The refusal of a workbook whose parts cannot be read."""
    return refuse("DATA030", Place(file), Text("工作簿已损坏", "the workbook is damaged"), _BROKEN)


def _bounded(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise refuse("DATA031", Place(file), _LARGE.fill(limit=MOST_BYTES >> 20), _LARGE_HINT)
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("DATA030", Place(file), _PASSWORD, _DECRYPT)


def _stranger(data: bytes, file: str) -> Refused:
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        return refuse("DATA030", Place(file), _PASSWORD if locked else _OLD, _DECRYPT if locked else _SAVE_AS)
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        return refuse("DATA030", Place(file), _really(_WEB_PAGE), _SAVE_AS)
    if head.startswith(b"<?xml"):
        return refuse("DATA030", Place(file), _really(_XML), _SAVE_AS)
    if not data.strip():
        return refuse("DATA030", Place(file), _really(_NOTHING), _RENAMED)
    if b"\0" not in data[:4096]:
        return refuse("DATA030", Place(file), _really(_PLAIN), _SAVE_AS)
    return refuse("DATA030", Place(file), _NO_WORKBOOK, _RENAMED)


def _other_package(names: set[str], file: str) -> Refused:
    for sign, kind in _KINDS.items():
        if sign in names:
            hint = _SAVE_AS if kind in (_BINARY, _OPEN_DOCUMENT) else _RENAMED
            return refuse("DATA030", Place(file), _really(kind), hint)
    return refuse("DATA030", Place(file), _NO_WORKBOOK, _RENAMED)


def _really(kind: Text) -> Text:
    return Text("这不是 Excel 工作簿，实际是{kind}", "this is no Excel workbook but {kind}").fill(kind=kind)


_PASSWORD = Text("工作簿设有打开密码", "the workbook is protected by a password")
_OLD = Text("这是旧格式的 .xls 或 .et 文件", "this is a workbook of an old kind (.xls or .et)")
_NO_WORKBOOK = Text("这不是 Excel 工作簿", "this is no Excel workbook")
_WEB_PAGE = Text("网页（常见于系统导出的“假 Excel”）", "a web page, as some systems export it")
_XML = Text("XML 文件", "an XML file")
_PLAIN = Text("文本文件（例如 CSV）", "a text file, such as CSV")
_NOTHING = Text("空文件", "an empty file")
_BINARY = Text("二进制工作簿 .xlsb", "a binary workbook (.xlsb)")
_OPEN_DOCUMENT = Text("OpenDocument 文件", "an OpenDocument file")
_KINDS = {
    "xl/workbook.bin": _BINARY,
    "word/document.xml": Text("Word 文档", "a Word document"),
    "ppt/presentation.xml": Text("PowerPoint 演示文稿", "a PowerPoint presentation"),
    "content.xml": _OPEN_DOCUMENT,
}
_ENTITIES = Text("工作簿里有不允许的 XML 声明", "the workbook holds an XML declaration that is not allowed")
_LARGE = Text("工作簿解压后超过 {limit} MB", "the workbook unpacks to more than {limit} MB")
_LARGE_HINT = Text(
    "请删去图片、空行空列和无关的工作表后再保存",
    "Remove pictures, empty rows and columns and sheets that do not belong to it, and save it",
)
