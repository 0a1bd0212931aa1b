"""Archives opened with bounds: what inflates to more than a document should is not read at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from kadocs.findings import Fault, Text
from kadocs.render.limits import USUAL

_SMALL = 1 << 20
_SIGNATURE = b"PK\x03\x04"

BROKEN = Text("文件已损坏", "it is damaged")
SWOLLEN = Text("解压后过大，没有读取", "it inflates to more than a document should, and was not read")
LOCKED = Text("设有密码，没有读取", "it has a password, and was not read")


class Archive(NamedTuple):
    """An open archive and the sizes of its members by name."""

    file: zipfile.ZipFile
    names: tuple[str, ...]

    def members(self) -> Iterator[tuple[str, bytes]]:
        """Each member with its bytes, in the archive's order. Raises `Fault` for one that is damaged."""
        for name in self.names:
            yield name, self.read(name)

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises `Fault` where it is damaged or has a password."""
        try:
            return self.file.read(name)
        except RuntimeError:
            raise Fault(LOCKED) from None
        except Exception:  # zipfile, zlib and lzma each raise their own kinds
            raise Fault(BROKEN) from None


def is_archive(data: bytes) -> bool:
    """Whether these bytes begin as a zip archive does."""
    return data.startswith(_SIGNATURE)


def opened(data: bytes) -> Archive:
    """The archive in these bytes. Raises `Fault` where it is damaged, or too large when inflated."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Fault(BROKEN) from None
    infos = [info for info in archive.infolist() if not info.is_dir()]
    swollen = any(
        info.file_size > _SMALL and info.file_size > USUAL.ratio * max(info.compress_size, 1)
        for info in infos
    )
    if swollen or len(infos) > USUAL.members or sum(info.file_size for info in infos) > USUAL.unzipped:
        raise Fault(SWOLLEN)
    return Archive(archive, tuple(dict.fromkeys(info.filename for info in infos)))
