"""Bytes of a text file → text, whichever way the file was saved."""

from __future__ import annotations

import codecs

from kadocs.findings import Place, Text, refuse

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNREADABLE = Text("文件编码无法识别", "the file's encoding is not known")
_UNREADABLE_HINT = Text(
    "请用记事本或编辑器另存为 UTF-8 编码；Excel 文件请保留 .xlsx 扩展名",
    "Save it as UTF-8 in an editor; an Excel file keeps its extension .xlsx",
)


def decode(source: str | bytes, file: str) -> str:
    """The text of a file: UTF-8, UTF-16 with a byte order mark, else GB18030, as older Chinese editors save.

    Raises `Refused` at the line of the first byte that is none of them.
    """
    if isinstance(source, str):
        return _read(source.encode("utf-8", "surrogatepass"), file, "utf-8").removeprefix("\ufeff")
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return _read(source.removeprefix(bom), file, encoding)
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return _read(source, file, "gb18030")


def _read(source: bytes, file: str, encoding: str) -> str:
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as error:
        line = source[: error.start].count(b"\n") + 1
        raise refuse("DATA001", Place(file, line), _UNREADABLE, _UNREADABLE_HINT) from None
