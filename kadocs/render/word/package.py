"""A Word file as a package of parts: read once with care, written again quickly.

Members that a render does not touch are copied still compressed, and every date in the archive is
fixed, so the same parts always give the same bytes.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from kadocs.findings import Place, Text, refuse
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word.entities import unescape

_SMALL = 1 << 20
_CHUNK = 1 << 16  # characters: more calls below, more memory above

# Measured on a letter and on tables of random Chinese text: level 3 costs what level 1 costs and comes out
# 5 % smaller; level 6 would save another 5-8 % for three times the time, and deflating is most of a letter.
LEVEL = 3

CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORD + "document.main+xml"
_TEMPLATE = _WORD + "template.main+xml"
_OVERRIDE = re.compile(r"<(?:\w+:)?Override\s[^>]*?>")
_ATTRIBUTE = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')

_RELATIONS = "_rels/.rels"
_CORE_PROPERTIES = re.compile(rb"<Relationship\s[^>]*/metadata/core-properties[^>]*/>")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF8 = 0x800
_DATE = 0x0021  # 1 January 1980, the first day a zip archive knows
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, as it is stored: compressed bytes, checksum, size when inflated."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    @property
    def content(self) -> bytes:
        """The inflated bytes."""
        return self.data if self.method == 0 else zlib.decompress(self.data, -15)


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a Word file by name, the kinds of its parts, and the name of its main part."""

    members: dict[str, Member]
    kinds: dict[str, str]
    main: str

    def read(self, name: str) -> bytes:
        """The inflated bytes of a member."""
        return self.members[name].content

    def of_kind(self, kind: str) -> list[str]:
        """The names of the parts of one kind ("header", "footnotes"), in name order."""
        return sorted(name for name, k in self.kinds.items() if k == kind)


def of(members: dict[str, Member]) -> Package:
    """The package that these members make, of which the content types say what each is."""
    types = members[CONTENT_TYPES].content.decode("utf-8-sig", "replace")
    kinds = {name: kind for name, kind in _kinds(types).items() if name in members}
    main = next((name for name, kind in kinds.items() if kind in ("document", "template")), "")
    return Package(members, kinds, main)


def member(name: str, content: bytes, level: int = LEVEL) -> Member:
    """A member made from `content`."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Member(name, 8, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())


class Writer:
    """A member that is deflated while its text is still being written, so that the whole is never held."""

    def __init__(self, name: str, level: int = LEVEL) -> None:
        self._name = name
        self._deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        self._waiting: list[str] = []
        self._length = self._size = self._crc = 0
        self._out: list[bytes] = []

    def write(self, text: str) -> None:
        """Add to the member's text."""
        self._waiting.append(text)
        self._length += len(text)
        if self._length > _CHUNK:
            self._squeeze()

    def member(self) -> Member:
        """The member, complete."""
        self._squeeze()
        self._out.append(self._deflate.flush())
        return Member(self._name, 8, self._crc, self._size, b"".join(self._out))

    def _squeeze(self) -> None:
        content = "".join(self._waiting).encode()
        self._waiting, self._length = [], 0
        self._size += len(content)
        self._crc = zlib.crc32(content, self._crc)
        self._out.append(self._deflate.compress(content))


def read(data: bytes, file: str, limits: Limits = USUAL) -> Package:
    """The package in `data`; refuses what is not a plain Word file (TPL001 to TPL006)."""
    members = unpack(_open(data, file), data, file, limits)
    if CONTENT_TYPES not in members:
        raise _not_word(file)
    package = Package(members, {}, "")
    types = package.read(CONTENT_TYPES).decode("utf-8-sig", "replace")
    kinds = _kinds(types)
    _name_properties_once(members, package)
    _refuse_macros(types, members, file)
    main = next((name for name, kind in kinds.items() if kind in ("document", "template")), "")
    if main not in members:
        raise _not_word(file)
    if kinds[main] == "template":
        members[CONTENT_TYPES] = member(CONTENT_TYPES, types.replace(_TEMPLATE, _MAIN).encode())
    return Package(members, {name: kind for name, kind in kinds.items() if name in members}, main)


def write(members: Iterable[Member]) -> bytes:
    """An archive of `members`, the content types first."""
    ordered = sorted(members, key=lambda m: m.name != CONTENT_TYPES)
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for m in ordered:
        name = m.name.encode()
        flags = 0 if m.name.isascii() else _UTF8
        fields = (20, flags, m.method, 0, _DATE, m.crc, len(m.data), m.size, len(name), 0)
        out += (_LOCAL.pack(b"PK\x03\x04", *fields), name, m.data)
        directory += (_CENTRAL.pack(b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(m.data)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(ordered), len(ordered), size, offset, 0)
    return b"".join((*out, *directory, end))


def _name_properties_once(members: dict[str, Member], package: Package) -> None:
    """Keep one relationship to the core properties; LibreOffice has been known to write two."""
    if _RELATIONS not in members:
        return
    text = package.read(_RELATIONS)
    for again in _CORE_PROPERTIES.findall(text)[1:]:
        members[_RELATIONS] = member(_RELATIONS, text := b"".join(text.rpartition(again)[::2]))


def _open(data: bytes, file: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise refuse(
            "TPL002",
            Place(file),
            Text(
                "这是旧的 .doc 格式或加了密码的文件",
                "this is an old .doc file or one protected by a password",
            ),
            Text("请在 Word 里去掉密码，另存为 .docx。", "Remove the password in Word and save it as .docx."),
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        raise refuse(
            "TPL001",
            Place(file),
            Text("这不是 Word 文件，或者文件不完整", "this is not a Word file, or it is cut short"),
            Text("请检查文件，用 Word 另存为 .docx。", "Check the file; save it as .docx in Word."),
        ) from None


def _not_word(file: str) -> Exception:
    return refuse(
        "TPL003",
        Place(file),
        Text("这不是 Word 文档（里面没有正文）", "this is not a Word document: it has no body"),
        Text("请提供用 Word 保存的 .docx 或 .dotx。", "Give a .docx or .dotx saved by Word."),
    )


def _refuse_macros(types: str, members: dict[str, Member], file: str) -> None:
    if "macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in members):
        raise refuse(
            "TPL004",
            Place(file),
            Text("模板里有宏，不能使用", "the template holds macros and cannot be used"),
            Text("请在 Word 里另存为不带宏的 .docx。", "Save it in Word as .docx, without macros."),
        )


def unpack(archive: zipfile.ZipFile, data: bytes, file: str, limits: Limits) -> dict[str, Member]:
    """The members of an archive; refuses what is damaged or inflates to too much (TPL001, TPL006)."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    _refuse_bombs(infos, file, limits)
    members: dict[str, Member] = {}
    for info in infos:
        name = info.filename
        if name in members or "\\" in name or name.startswith("/") or ".." in name.split("/"):
            raise _broken(file, name)
        try:
            archive.read(info)  # proves the checksum and the declared size
        except Exception:  # zipfile, zlib and lzma each raise their own kinds
            raise _broken(file, name) from None
        members[name] = Member(name, info.compress_type, info.CRC, info.file_size, _stored(info, data))
        if info.compress_type not in (0, 8):
            members[name] = member(name, archive.read(info))
    return members


def _stored(info: zipfile.ZipInfo, data: bytes) -> bytes:
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    return data[start : start + info.compress_size]


def _refuse_bombs(infos: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    total = sum(info.file_size for info in infos)
    swollen = any(
        info.file_size > _SMALL and info.file_size > limits.ratio * max(info.compress_size, 1)
        for info in infos
    )
    if len(infos) > limits.members or total > limits.unzipped or swollen:
        raise refuse(
            "TPL006",
            Place(file),
            Text("文件解压后过大，不像正常的文档", "the file inflates to more than a document should"),
            Text(
                "请检查文件来源；确认无误时可以调高 Limits.unzipped、ratio 或 members。",
                "Check where the file comes from; where it is right, raise Limits.unzipped, ratio, members.",
            ),
        )


def _broken(file: str, name: str) -> Exception:
    return refuse(
        "TPL001",
        Place(file, trail=(Text(name, name),)),
        Text("文件已损坏", "the file is damaged"),
        Text("请用 Word 或 Excel 打开并另存一份。", "Open it in Word or Excel and save it again."),
    )


def _kinds(types: str) -> dict[str, str]:
    """What each part is: "document", "header", "styles"; parts that are not Word's are left out."""
    kinds = {}
    for override in _OVERRIDE.findall(types):
        attributes = {m[0]: unescape(m[1] or m[2]) for m in _ATTRIBUTE.findall(override)}
        kind = attributes.get("ContentType", "")
        if kind.startswith(_WORD):
            name = attributes.get("PartName", "").removeprefix("/")
            kinds[name] = kind.removeprefix(_WORD).removesuffix("+xml").removesuffix(".main")
    return kinds
