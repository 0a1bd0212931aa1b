"""The socket at which a running LibreOffice takes orders from a second call of itself.

Whoever calls `soffice --convert-to …` while one with the same profile runs, hands its arguments to that one
and ends; so does this, without the second program. LibreOffice names the socket after the profile and
speaks in texts that end with a zero byte (desktop/source/app/officeipcthread.cxx, unchanged since 4.2).
"""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from hashlib import md5
from pathlib import Path

_FOLDERS = ("/tmp", "/var/tmp")
_GREETING, _DONE = b"InternalIPC::SendArguments", b"InternalIPC::ProcessingDone"
_ORDER = "InternalIPC::Arguments"
_LONGEST = 4096


def known() -> bool:
    """Whether this machine has such sockets."""
    return hasattr(socket, "AF_UNIX") and hasattr(os, "getuid")


def path(profile: Path) -> Path:
    """Where a LibreOffice with this profile listens."""
    digest = md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    # Its bytes are written without leading zeros.
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
    folder = next((each for each in _FOLDERS if os.access(each, os.W_OK)), _FOLDERS[0])
    return Path(folder) / name


def ask(listening: Path, arguments: Sequence[str], seconds: float) -> None:
    """Hand over arguments and wait until they are done with.

    Raises `ConnectionError` where nobody answers as expected or the other side ends,
    `TimeoutError` after `seconds` of silence.
    """
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(seconds)
            line.connect(str(listening))
            _expect(line, _GREETING)
            line.sendall(_order(arguments))
            _expect(line, _DONE)
    except (TimeoutError, ConnectionError):
        raise
    except OSError as error:
        raise ConnectionError from error


def _order(arguments: Sequence[str]) -> bytes:
    folder = Path("/").as_uri()  # the working directory, which absolute paths do not need
    return f"{_ORDER}1{folder}{''.join(f',{_escaped(each)}' for each in arguments)}\0".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace("\0", "\\0")


def _expect(line: socket.socket, text: bytes) -> None:
    heard = b""
    while not heard.endswith(b"\0"):
        heard += (byte := line.recv(1))
        if not byte or len(heard) > _LONGEST:
            raise ConnectionError
    if heard != text + b"\0":
        raise ConnectionError
