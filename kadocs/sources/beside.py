"""The files that lie beside a template or its data: pictures, and Word files to include."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Beside:
    """Reads files by their names within `folders`, the first folder that has one before the others.

    `largest` is the most bytes that one may have, if there is such a limit.
    """

    folders: tuple[Path, ...]
    largest: int | None = None

    def __call__(self, name: str) -> bytes:
        """The bytes of the file `name`; raises `OSError` where no folder holds it inside itself."""
        path = self.find(name)
        if self.largest is not None and path.stat().st_size > self.largest:
            raise OSError(errno.EFBIG, "too large", name)
        return path.read_bytes()

    def remembering(self, read: dict[Path, bytes]) -> Callable[[str], bytes]:
        """The same reader, which enters each file that it was asked for into `read`."""

        def reader(name: str) -> bytes:
            content = read[self.find(name)] = self(name)
            return content

        return reader

    def find(self, name: str) -> Path:
        """The path of the file `name`; raises `OSError` where no folder holds it inside itself."""
        for folder in self.folders:
            with contextlib.suppress(RuntimeError):  # links that lead in a circle
                path = (folder / name).resolve()
                if path.is_relative_to(folder.resolve()) and path.is_file():
                    return path
        raise FileNotFoundError(errno.ENOENT, "no such file", name)
