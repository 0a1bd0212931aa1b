"""A deliverable to begin with: a folder that builds at once, to be changed in Word."""

from __future__ import annotations

import json
from pathlib import Path

from kadocs import deliverables, pack
from kadocs.deliverables import Deliverable
from kadocs.findings import Place, Text, refuse
from kadocs.render.word import package
from kadocs.render.word.entities import escape

_NEW = "_new"
_TITLE = "__TITLE__"
_TITLED = ("word/document.xml", "docProps/core.xml")


def begin(folder: Path, title: str) -> list[Path]:
    """The files of a new deliverable, written to `folder`: a description, and templates in both languages.

    Raises `Refused` where the folder holds something already (CFG014), or cannot be written.
    """
    return _write(folder, {path.name: _titled(path, title) for path in _files(deliverables.shipped() / _NEW)})


def copy(deliverable: Deliverable, folder: Path) -> list[Path]:
    """The files of a deliverable, written to `folder` as they are. Raises `Refused` as `begin` does."""
    root = deliverable.folder
    return _write(folder, {str(path.relative_to(root)): path.read_bytes() for path in _files(root)})


def _files(folder: Path) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if not path.name.startswith(("~$", "."))]


def _titled(path: Path, title: str) -> bytes:
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data.replace(_TITLE.encode(), json.dumps(title, ensure_ascii=False).encode())
    document = package.read(data, path.name)
    for name in _TITLED:
        said = document.read(name).replace(_TITLE.encode(), escape(title).encode())
        document.members[name] = package.member(name, said)
    return package.write(document.members.values())


def _write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refuse(
            "CFG014",
            Place(folder.as_posix()),
            Text("这里已经有文件，没有改动", "there are files here already; nothing was changed"),
            Text(
                "请换一个名称，或用 --into 换一个文件夹", "Choose another name, or another folder with --into"
            ),
        )
    for name, content in files.items():
        pack.write(folder / name, content)
    return [folder / name for name in files]
