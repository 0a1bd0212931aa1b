"""Names of files and folders that every system takes."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

MOST_BYTES = 255
"""The longest name that common file systems take, in bytes of UTF-8."""

_LONGEST_EXTENSION = 10
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})


def safe(name: str, suffix: str = "") -> str:
    """A file's name that every system takes, near to `name`, with `suffix` before its extension.

    Separators and reserved characters become `-`, invisible ones go, a device's name gets a `_`; a name
    that is too long is cut before its extension, on a character.
    """
    visible = "".join(
        sign
        for sign in unicodedata.normalize("NFC", name)
        if unicodedata.category(sign) not in _INVISIBLE or sign.isspace()
    )
    path = PurePath(_FORBIDDEN.sub(_dash_or_space, visible).strip(" .-") or "_")
    stem, extension = (path.stem, path.suffix) if len(path.suffix) <= _LONGEST_EXTENSION else (path.name, "")
    stem = stem.strip(" .")
    stem = "_" + stem if _RESERVED.match(stem) else stem
    room = MOST_BYTES - len((suffix + extension).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + suffix + extension


def same(file: PurePath) -> str:
    """What names have in common that some systems take for one."""
    return unicodedata.normalize("NFC", file.as_posix()).casefold()


def _dash_or_space(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else "-"
