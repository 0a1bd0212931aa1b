"""One document after another through the LibreOffice of this Python process, or a new one where it fails."""

from __future__ import annotations

import atexit
import os
import threading

from kadocs.findings import Place, Refused, Text, refuse
from kadocs.office import installed
from kadocs.office.process import Process

SECONDS = 180
"""How long one document may take; a hundred pages need about five."""

MOST = 100
"""How many documents one LibreOffice serves before a new one takes its place: it gives little memory back."""

_ABSENT = Text("没有找到 LibreOffice", "LibreOffice was not found")
_ABSENT_HINT = Text(
    "生成 PDF 和计算 Excel 需要 LibreOffice（Debian/Ubuntu：apt install "
    "libreoffice-writer libreoffice-calc）；没有它也能生成 Word 文件",
    "PDF and the values of Excel formulas need LibreOffice (Debian/Ubuntu: "
    "apt install libreoffice-writer libreoffice-calc); Word files do not",
)
_SLOW = Text(
    "LibreOffice 在 {n} 秒内没有处理完这个文件", "LibreOffice did not finish this file within {n} seconds"
)
_DEAD = Text("LibreOffice 处理这个文件时两次意外退出", "LibreOffice ended unexpectedly on this file, twice")
_NOTHING = Text("LibreOffice 打不开这个文件", "LibreOffice could not open this file")
_HINT = Text(
    "请用 Word 或 Excel 打开文件，在那里另存为 PDF 或重新计算",
    "Open the file in Word or Excel, and save it as PDF or recalculate it there",
)
_NO_ROOM = Text(
    "LibreOffice 需要的临时文件夹写不进去（{reason}）",
    "the folder for temporary files, which LibreOffice needs, cannot be written ({reason})",
)
_NO_ROOM_HINT = Text(
    "请腾出磁盘空间，或用环境变量 TMPDIR 指定另一个文件夹",
    "Free some disk space, or name another folder in the environment variable TMPDIR",
)

_lock = threading.Lock()
_process: Process | None = None


def convert(data: bytes, suffix: str, target: str, name: str) -> bytes:
    """A file of the kind `suffix` as LibreOffice's filter `target` writes it; findings call it `name`.

    Raises `Refused`: OUT010 without LibreOffice, OUT011 where it fails, dies twice or takes too long.
    """
    program = installed.program()
    if program is None:
        raise refuse("OUT010", Place(name), _ABSENT, _ABSENT_HINT)
    with _lock:
        try:
            made = _converted(program, data, suffix, target, name)
        except OSError as error:
            stop()
            reason = error.strerror or str(error)
            raise refuse("OUT011", Place(name), _NO_ROOM.fill(reason=reason), _NO_ROOM_HINT) from None
    if not made:
        raise failure(name)
    return made


def failure(name: str) -> Refused:
    """The refusal of a file that LibreOffice made nothing of."""
    return refuse("OUT011", Place(name), _NOTHING, _HINT)


def stop() -> None:
    """End the LibreOffice of this Python process; the next document starts another."""
    global _process
    process, _process = _process, None
    if process:
        process.end()


def _converted(program: str, data: bytes, suffix: str, target: str, name: str) -> bytes:
    for last in (False, True):
        process = _running(program)
        first = process.served == 0
        try:
            return process.convert(data, suffix, target, SECONDS)
        except ConnectionError:
            stop()
            if last:
                raise refuse("OUT011", Place(name), _DEAD, _HINT) from None
        except TimeoutError:
            stop()
            if first or last:  # one that has served others may have hung for their sake
                raise refuse("OUT011", Place(name), _SLOW.fill(n=SECONDS), _HINT) from None
    return b""


def _running(program: str) -> Process:
    global _process
    if _process and (_process.served >= MOST or _process.program != program):
        stop()
    if _process is None:
        _process = Process(program, SECONDS)
    return _process


def _leave() -> None:
    """In a copy of the Python process: the LibreOffice is that of the other one."""
    global _lock, _process
    _lock = threading.Lock()
    if _process:
        _process.leave()
    _process = None


atexit.register(stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave)
