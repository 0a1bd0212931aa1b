"""The files that lie beside a template or its data: pictures, and Word files to include."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LARGEST = 100 << 20
"""The most bytes that one file may have: a picture or a document of more is a mistake."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Reads files by their names within `folders`, the first folder that has one before the others."""

    folders: tuple[Path, ...]

    def __call__(self, name: str) -> bytes:
        """The bytes of the file `name`; raises `OSError` where no folder holds it inside itself."""
        for folder in self.folders:
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= LARGEST:
                return path.read_bytes()
        raise FileNotFoundError(name)
