"""A path → the deals there, and a deal → the checked deal or its findings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kadocs.findings import Finding, Place, Severity, Text, refuse
from kadocs.sources import files
from kadocs.tree import node as tree

if TYPE_CHECKING:  # heavy: data that are no deal must not wait for it
    from kadocs.model import Deal

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel import Mapped, Workbook
    from kadocs.sources.register import Register

FILES = ("deal.yaml", "deal.yml", "deal.json", "deal.xlsx")
"""What makes a folder a deal; the first of these that is there is read."""

REGISTER = "register.xlsx"
"""What a register is called that is found in a folder."""

_PICK = "#"
"""What stands between a register's file and the id of one of its deals."""

_EMPTY = Text("文件里还没有内容", "the file is empty")
_EMPTY_HINT = Text("请写入商机数据，可参照示例", "Write the deal into it; the samples show how")
_NO_DEAL = Text("文件夹 {name} 里没有商机", "there is no deal in the folder {name}")
_NO_DEAL_HINT = Text(
    "商机是一个含 deal.yaml、deal.json 或 deal.xlsx 的文件夹；商机台账叫 register.xlsx",
    "A deal is a folder with a deal.yaml, deal.json or deal.xlsx; a register of deals is a register.xlsx",
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One deal that can be loaded: what it is called, and where it begins.

    It is the file or folder `path`, or the deal of that name in its register.
    """

    path: Path
    name: str
    place: Place
    register: Register | None = None
    book: Workbook | None = None


class Opened(NamedTuple):
    """The deals of one path, each to be loaded in its turn.

    `findings` are about a register as such, not about one of its deals; `mapped` says what its headings were
    taken for.
    """

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()
    mapped: tuple[Mapped, ...] = ()


def find(path: Path) -> list[Path]:
    """The deals and registers at `path`: itself if it is a file or a deal's folder, else those inside.

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
        elif REGISTER in names:
            found.append(Path(folder) / REGISTER)
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
    if not found:
        raise refuse("DATA025", Place(files.shown(path)), _NO_DEAL.fill(name=path.name), _NO_DEAL_HINT)
    return found


def open_(path: Path) -> Opened:
    """The deals of what `find` found: one, or all those of a register, or the one at FILE#ID of them.

    No deal is read yet. Raises `Refused` if a workbook cannot be used, or has no such deal.
    """
    picked = _picked(path)
    whole = picked[0] if picked else path
    if whole.suffix.lower() not in files.TABLES or not whole.is_file():
        return Opened((Entry(path, _name(path), Place(files.shown(path))),))
    from kadocs.sources import register  # heavy, and most deals of a batch may be YAML

    with _no_collection():
        book = files.opened(whole)
        found = register.of(book)
    if found is None:
        return Opened((Entry(whole, _name(whole), Place(book.file), book=book),))
    if picked:
        ids = [found.id(picked[1])]
        return Opened((Entry(whole, ids[0].text, ids[0].place, found),))
    entries = tuple(Entry(whole, each.text, each.place, found) for each in found.ids)
    return Opened(entries, tuple(found.findings), tuple(found.mapped))


def _picked(path: Path) -> tuple[Path, str] | None:
    """The register and the id that FILE#ID names, where there is no file of that name."""
    head, mark, name = path.name.partition(_PICK)
    whole = path.with_name(head) if head else path
    return (whole, name) if mark and name and whole.is_file() and not path.exists() else None


def _name(path: Path) -> str:
    """What a deal is called: its folder, or its file where that has a name of its own."""
    here = path.resolve()
    if not here.is_file():
        return here.name
    return here.parent.name if here.stem == "deal" else here.stem


def load(deal: Path | Entry, defaults: tree.Node | None = None) -> Loaded:
    """A deal, of a file, of a folder or of a register, `defaults` (of the workspace) beneath it.

    Raises `Refused` if a file cannot be used; wrong types are findings.
    """
    with _no_collection():
        return _load(deal, defaults)


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


def _load(deal: Path | Entry, defaults: tree.Node | None) -> Loaded:
    from kadocs.model import Deal
    from kadocs.tree.check import check

    source, beside = _source(deal)
    if isinstance(source.node, tree.Scalar) and tree.plain(source.node) is None:
        raise refuse("DATA024", source.node.place, _EMPTY, _EMPTY_HINT)
    node = tree.merge(source.node, defaults) if defaults else source.node
    checked, findings = check(Deal, node)
    # A cell that could not be read is told of once, not again for what stands there instead.
    told = {found.place for found in source.findings if found.severity is Severity.ERROR}
    new = (found for found in findings if found.place not in told)
    return Loaded(checked, (*source.findings, *new, *beside), node, source.files, source.mapped)


def _source(deal: Path | Entry) -> tuple[files.Source, list[Finding]]:
    """What a deal is read from, and that further forms of it were not read."""
    if isinstance(deal, Path):
        chosen = file(deal)
        return files.read(chosen), _beside(deal, chosen)
    if deal.register is None:
        chosen = file(deal.path)
        return files.read(chosen, deal.book), _beside(deal.path, chosen)
    node, findings = deal.register.deal(deal.name)
    return files.Source(node, tuple(findings), (deal.path,)), []


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
