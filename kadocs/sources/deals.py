"""A path → the deals there, and a deal's file → the checked deal or its findings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kadocs.findings import Finding, Place, Severity, Text, refuse
from kadocs.sources import files
from kadocs.tree import node as tree

if TYPE_CHECKING:  # heavy: data that are no deal must not wait for it
    from kadocs.model import Deal

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel import Mapped

FILES = ("deal.yaml", "deal.yml", "deal.json", "deal.xlsx")
"""What makes a folder a deal; the first of these that is there is read."""

_EMPTY = Text("文件里还没有内容", "the file is empty")
_EMPTY_HINT = Text("请写入商机数据，可参照示例", "Write the deal into it; the samples show how")
_NO_DEAL = Text("文件夹 {name} 里没有商机", "there is no deal in the folder {name}")
_NO_DEAL_HINT = Text(
    "商机是一个含 deal.yaml、deal.json 或 deal.xlsx 的文件夹",
    "A deal is a folder with a deal.yaml, deal.json or deal.xlsx",
)
_BESIDE = Text("同一文件夹里的 {other} 没有读取", "{other} in the same folder is not read")
_BESIDE_HINT = Text(
    "读取的是 {name}；要用 {other}，请直接指明该文件", "{name} is; to use {other}, name that file itself"
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A deal's file as read: `deal` is None if its types are wrong, and `findings` then say where.

    A deal may come with findings that block (a broken cell that no field needs), so ask `blocks`.
    `node` is the raw tree; `files` are all files that were read, the deal's own first; `mapped` says
    what the headings of their sheets were taken for.
    """

    deal: Deal | None
    findings: tuple[Finding, ...]
    node: tree.Node
    files: tuple[Path, ...]
    mapped: tuple[Mapped, ...] = ()

    def place(self, path: tree.Path) -> Place:
        """Where the value at `path` stands, or its nearest parent present."""
        return tree.place_of(self.node, path)


def find(path: Path) -> list[Path]:
    """The deals at `path`: itself if it is a file or a folder with a deal, else the deal folders inside.

    Folders are walked by name; hidden ones and those that begin with `_` are passed over, and the
    inside of a deal is its own. Raises `Refused` if there is no deal at all.
    """
    if not path.is_dir():
        return [path]
    found = []
    for folder, below, names in os.walk(path):
        if set(FILES) & set(names):
            found.append(Path(folder))
            below.clear()
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
    if not found:
        raise refuse("DATA025", Place(files.shown(path)), _NO_DEAL.fill(name=path.name), _NO_DEAL_HINT)
    return found


def load(path: Path, defaults: tree.Node | None = None) -> Loaded:
    """The deal of a file or of a deal's folder, `defaults` (of the workspace) beneath it.

    Raises `Refused` if a file cannot be used; wrong types are findings.
    """
    with _no_collection():
        return _load(path, defaults)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Puts off garbage collection: a large deal makes a million small objects, none of them in a cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(path: Path, defaults: tree.Node | None) -> Loaded:
    from kadocs.model import Deal
    from kadocs.tree.check import check

    chosen = file(path)
    source = files.read(chosen)
    if isinstance(source.node, tree.Scalar) and tree.plain(source.node) is None:
        raise refuse("DATA024", source.node.place, _EMPTY, _EMPTY_HINT)
    node = tree.merge(source.node, defaults) if defaults else source.node
    deal, findings = check(Deal, node)
    # A cell that could not be read is told of once, not again for what stands there instead.
    told = {found.place for found in source.findings if found.severity is Severity.ERROR}
    new = (found for found in findings if found.place not in told)
    return Loaded(deal, (*source.findings, *new, *_beside(path, chosen)), node, source.files, source.mapped)


def file(path: Path) -> Path:
    """The file of the deal at `path`: itself, or the first of its folder; raises `Refused` without one."""
    if not path.is_dir():
        return path
    for name in FILES:
        if (path / name).is_file():
            return path / name
    raise refuse("DATA025", Place(files.shown(path)), _NO_DEAL.fill(name=path.name), _NO_DEAL_HINT)


def _beside(path: Path, chosen: Path) -> list[Finding]:
    """That further forms of the deal were not read, lest someone edits the one that does not count."""
    others = [name for name in FILES if path != chosen and name != chosen.name and (path / name).is_file()]
    place = Place(files.shown(chosen))
    return [
        Finding(
            "DATA026",
            Severity.INFO,
            place,
            _BESIDE.fill(other=other),
            _BESIDE_HINT.fill(name=chosen.name, other=other),
        )
        for other in others
    ]
