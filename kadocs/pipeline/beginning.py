"""What to begin with and to change in Word: deliverables, styles and sections of one's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from kadocs import deliverables, pack, templates
from kadocs.deliverables import Deliverable, styles
from kadocs.findings import Place, Refused, Text, refuse
from kadocs.render.word import package
from kadocs.render.word.entities import escape

_NEW, _SAID = "_new", "description.yaml"  # by another name, it is no deliverable itself
_TITLE = "__TITLE__"
_TITLED = ("word/document.xml", "docProps/core.xml")


def begin(folder: Path, title: str) -> list[Path]:
    """The files of a new deliverable, written to `folder`: a description, and templates in both languages.

    Raises `Refused` where the folder holds something already (CFG014), or cannot be written.
    """
    files = {path.name: _titled(path, title) for path in _files(deliverables.shipped() / _NEW)}
    files[deliverables.DESCRIPTION] = files.pop(_SAID)
    return _write(folder, files)


def copy(deliverable: Deliverable, folder: Path) -> list[Path]:
    """The files of a deliverable, written to `folder` as they are. Raises `Refused` as `begin` does."""
    root = deliverable.folder
    return _write(folder, {str(path.relative_to(root)): path.read_bytes() for path in _files(root)})


def style(name: str, source: str, own: Path, folders: Sequence[Path]) -> list[Path]:
    """A base file of one's own in `own`, the copy of another on the shelf. Raises `Refused` as `begin` does.

    It begins as `source`, the name of a style there is (CFG012).
    """
    look = templates.USUAL._replace(zh=source, place=Place(source))
    base = styles.base(look, "zh", folders)
    return _write_each(own / templates.STYLES, {f"{name}.docx": base.data})


def section(name: str, own: Path, folders: Sequence[Path]) -> list[Path]:
    """A shared section in each language it is there in, copied to `own`. Raises `Refused` as `begin` does."""
    known = {path.name: path for folder in reversed(folders) for path in _files(folder / templates.SECTIONS)}
    files = {path.name: path.read_bytes() for path in known.values() if path.name.split(".")[0] == name}
    if not files:
        names = dict.fromkeys(each.split(".")[0] for each in sorted(known))
        raise refuse(
            "CFG002",
            Place(name),
            Text("没有名为“{n}”的章节", "there is no section “{n}”").fill(n=name),
            Text("可用的有：{k}", "There are: {k}").fill(k=", ".join(names)),
        )
    return _write_each(own / templates.SECTIONS, files)


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
        raise _there(folder)
    return _write_each(folder, files)


def _write_each(folder: Path, files: dict[str, bytes]) -> list[Path]:
    paths = {folder / name: content for name, content in files.items()}
    for path in paths:
        if path.exists():
            raise _there(path)
    for path, content in paths.items():
        pack.write(path, content)
    return list(paths)


def _there(path: Path) -> Refused:
    return refuse(
        "CFG014",
        Place(path.as_posix()),
        Text("已经有了，没有改动", "it is there already, and was not changed"),
        Text("请换一个名称，或用 --into 换一个文件夹", "Choose another name, or another folder with --into"),
    )
