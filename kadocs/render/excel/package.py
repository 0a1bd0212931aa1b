"""An Excel file as a package: its sheets by name, its shared texts, and what leads from part to part."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import NamedTuple

from kadocs.findings import Place, Text, refuse
from kadocs.render.excel import relations
from kadocs.render.excel.names import Element, r, s
from kadocs.render.excel.relations import Relation
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word import markup
from kadocs.render.word.package import CONTENT_TYPES, Member, member, unpack

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CALC_CHAIN = re.compile(rb"<Relationship\s[^>]*/calcChain\"[^>]*/>")
_CALC_TYPE = re.compile(rb"<Override\s[^>]*calcChain\+xml\"[^>]*/>")


class Sheet(NamedTuple):
    """A sheet: its name, the part that holds it, and the id by which the workbook refers to that."""

    name: str
    part: str
    id: str


@dataclass(frozen=True, slots=True)
class Package:
    """The members of an Excel file by name, the part that lists its sheets, and those."""

    members: dict[str, Member]
    main: str
    sheets: tuple[Sheet, ...]

    def read(self, name: str) -> bytes:
        """The inflated bytes of a member."""
        return self.members[name].content

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to."""
        name = relations.part_of(part)
        return relations.read(self.read(name)) if name in self.members else []

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind ("drawing", "comments") to which a part refers."""
        found = [relations.target(part, each) for each in self.relations(part) if each.kind == kind]
        return [name for name in found if name in self.members]


def read(data: bytes, file: str, limits: Limits = USUAL) -> Package:
    """The package in `data`; refuses what is not a plain Excel file (TPL001 to TPL006, TPL110).

    The order in which its formulas were last worked out is left behind, as it will not be that of the result.
    """
    found = unpack(_open(data, file), data, file, limits)
    if any(name.lower().endswith("vbaproject.bin") for name in found):
        raise _refused(
            "TPL004", file, _MACROS, Text("请在 Excel 里另存为 .xlsx。", "Save it in Excel as .xlsx.")
        )
    main = _main(found, file)
    _settle(found, main)
    package = Package(found, main, ())
    workbook = parse(package.read(main), file, main)
    targets = {each.id: each for each in package.relations(main)}
    sheets = tuple(
        Sheet(
            each.get("name", ""),
            relations.target(main, targets[each.get(r("id"), "")]),
            each.get(r("id"), ""),
        )
        for each in workbook.iter(s("sheet"))
        if each.get(r("id"), "") in targets
    )
    return Package(found, main, sheets)


def parse(data: bytes, file: str, part: str) -> Element:
    """The root of a part, without comments and instructions. Refuses what is unsafe or broken (TPL005)."""
    return markup.parse(data, file, part, _SAVE)


def _main(found: dict[str, Member], file: str) -> str:
    if CONTENT_TYPES in found and "_rels/.rels" in found:
        for each in relations.read(found["_rels/.rels"].content):
            name = relations.target("", each)
            if each.kind == "officeDocument" and name in found and b"workbook" in found[name].content[:4096]:
                if _STRICT in found[name].content[:4096]:
                    raise _refused("TPL003", file, _DIALECT, _SAVE)
                return name
    raise _refused("TPL003", file, Text("这不是 Excel 工作簿", "this is not an Excel workbook"), _SAVE)


def _settle(found: dict[str, Member], main: str) -> None:
    """Leave the order of calculation behind, and make a template a workbook."""
    types = _CALC_TYPE.sub(b"", found[CONTENT_TYPES].content).replace(_TEMPLATE.encode(), _MAIN.encode())
    found[CONTENT_TYPES] = member(CONTENT_TYPES, types)
    links = relations.part_of(main)
    if links in found:
        found[links] = member(links, _CALC_CHAIN.sub(b"", found[links].content))
    for name in [name for name in found if name.lower().endswith("calcchain.xml")]:
        del found[name]


_MACROS = Text("模板里有宏，不能使用", "the template holds macros and cannot be used")
_DIALECT = Text("这是“严格 Open XML”格式", "this is in the “Strict Open XML” format")
_SAVE = Text("请在 Excel 里另存为普通的 .xlsx。", "Save it in Excel as a plain .xlsx.")


def _open(data: bytes, file: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        message = Text(
            "这是旧的 .xls 格式或加了密码的文件", "this is an old .xls file or one protected by a password"
        )
        hint = Text(
            "请在 Excel 里去掉密码，另存为 .xlsx。", "Remove the password in Excel; save it as .xlsx."
        )
        raise _refused("TPL002", file, message, hint)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        message = Text("这不是 Excel 文件，或者文件不完整", "this is not an Excel file, or it is cut short")
        raise _refused("TPL001", file, message, _SAVE) from None


def _refused(code: str, file: str, message: Text, hint: Text) -> Exception:
    return refuse(code, Place(file), message, hint)
