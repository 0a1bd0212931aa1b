"""A file of data → its raw tree, with what it includes merged beneath; the format goes by the extension."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from kadocs.findings import Finding, Place, Refused, Text, refuse
from kadocs.sources import json
from kadocs.tree import yaml
from kadocs.tree.node import Mapping, Node, Scalar, Sequence, merge, plain

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel import Mapped, Workbook

TEXT_FORMATS = {".yaml": yaml.parse, ".yml": yaml.parse, ".json": json.parse}
TABLES = frozenset({".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".et", ".xlsb", ".ods"})
"""What the Excel reader is handed; it refuses the kinds that it does not know with the way out."""

MAX_BYTES = 64 * 1024 * 1024
MAX_FILES = 100
"""How many files one deal may take in, counted each time one is included."""


@dataclass(frozen=True, slots=True)
class Source:
    """What stands in a file and in all that it includes; `files` are the files read, in order.

    `mapped` says what the headings of each sheet were taken for, if there are any.
    """

    node: Node
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    mapped: tuple[Mapped, ...] = ()


def read(path: Path, book: Workbook | None = None) -> Source:
    """The tree of a YAML, JSON, Excel or CSV file, included files merged beneath it, values at their places.

    `book` is the workbook at `path`, if it is open already and known to be that of one deal. Raises
    `Refused` if one of the files cannot be used, with the problems of all of them.
    """
    reading = _Reading(book)
    node = reading.read(path, Place(shown(path)), ())
    return Source(node, tuple(reading.findings), tuple(reading.files), tuple(reading.mapped))


def parse(path: Path, at: Place) -> Node:
    """The tree of one YAML or JSON file as it stands; `at` is the place to blame if there is none."""
    _require_file(path, at)
    parser = TEXT_FORMATS.get(path.suffix.lower())
    if parser is None:
        raise refuse("DATA021", at, _FORMAT.fill(name=path.name), _FORMAT_HINT)
    return parser(_bytes(path, at), shown(path))


def opened(path: Path) -> Workbook:
    """The workbook or .csv file at `path`. Raises `Refused` if it cannot be used."""
    from kadocs.sources import excel  # heavy, and most deals of a batch may be YAML

    _require_file(path, Place(shown(path)))
    return excel.open_(path)


def shown(path: Path) -> str:
    """The path as places write it: without detours, with forward slashes."""
    return Path(os.path.normpath(path)).as_posix()


@dataclass
class _Reading:
    book: Workbook | None = None
    files: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    mapped: list[Mapped] = field(default_factory=list)

    def read(self, path: Path, at: Place, above: tuple[Path, ...]) -> Node:
        """The tree of `path`, which `at` names and the files `above` include one in another."""
        self.files.append(path)
        if len(self.files) > MAX_FILES:
            raise refuse("DATA023", at, _TOO_MANY.fill(limit=MAX_FILES), _CYCLE_HINT)
        if path.suffix.lower() in TABLES:
            _require_file(path, at)
            return self._tables(path)
        node = parse(path, at)
        if not isinstance(node, Mapping) or "include" not in node.items:
            return node
        return self._with_includes(path, node, (*above, path.resolve()))

    def _tables(self, path: Path) -> Node:
        from kadocs.sources import excel, register  # heavy, and most deals of a batch may be YAML

        book, self.book = self.book, None
        if book is None:
            book = opened(path)
            register.refuse(book)
        found = excel.of(book)
        self.findings.extend(found.findings)
        self.mapped.extend(found.mapped)
        return found.node

    def _with_includes(self, path: Path, node: Mapping, above: tuple[Path, ...]) -> Node:
        merged: Node = node._replace(items={k: v for k, v in node.items.items() if k != "include"})
        refusals: list[Finding] = []
        for entry in _entries(node.items["include"]):
            try:
                merged = merge(merged, self._included(path, entry, above))
            except Refused as refused:
                refusals.extend(refused.findings)
        if refusals:
            raise Refused(refusals)
        return merged

    def _included(self, path: Path, entry: Scalar, above: tuple[Path, ...]) -> Node:
        relative = PureWindowsPath(entry.text)  # which takes both kinds of slash
        if relative.anchor:
            raise refuse("DATA022", entry.place, _ABSOLUTE.fill(name=entry.text), _ABSOLUTE_HINT)
        target = path.parent.joinpath(*relative.parts)
        if target.resolve() in above:
            raise refuse("DATA023", entry.place, _CYCLE.fill(name=entry.text), _CYCLE_HINT)
        node = self.read(target, entry.place, above)
        if not isinstance(node, Mapping):
            raise refuse("DATA024", node.place, _NOT_A_GROUP, _NOT_A_GROUP_HINT)
        return node


def _entries(include: Node) -> tuple[Scalar, ...]:
    """The file names under `include:`, one or several."""
    items = include.items if isinstance(include, Sequence) else (include,)
    entries = tuple(item for item in items if isinstance(item, Scalar) and plain(item) is not None)
    if len(entries) != len(items) and plain(include) is not None:
        raise refuse("DATA022", include.place, _LIST, _LIST_HINT)
    return entries


def _bytes(path: Path, at: Place) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse(
            "DATA020", at, _UNREADABLE.fill(name=path.name, why=error.strerror), _OPEN_HINT
        ) from None


def _require_file(path: Path, at: Place) -> None:
    """Refuses what is no file, or too large a one, before any of it is read."""
    if not path.is_file():
        raise refuse("DATA020", at, _ABSENT.fill(name=shown(path)), _ABSENT_HINT)
    if path.stat().st_size > MAX_BYTES:
        raise refuse("DATA020", at, _LARGE.fill(name=path.name, limit=MAX_BYTES >> 20), _LARGE_HINT)


_FORMAT = Text("不支持 {name} 的文件格式", "the format of {name} is not supported")
_FORMAT_HINT = Text("请用 .yaml、.json、.xlsx 或 .csv 文件", "Use a .yaml, .json, .xlsx or .csv file")
_ABSENT = Text("找不到文件 {name}", "there is no file {name}")
_ABSENT_HINT = Text("请检查文件名和所在文件夹", "Check the name and the folder")
_UNREADABLE = Text("无法读取 {name}（{why}）", "{name} cannot be read ({why})")
_OPEN_HINT = Text(
    "请检查文件权限，并关闭正在占用它的程序", "Check its permissions, and close what holds it open"
)
_LARGE = Text("{name} 超过 {limit} MB", "{name} is larger than {limit} MB")
_LARGE_HINT = Text("商机数据不会这么大，请检查是否选错了文件", "No deal is that large; is it the right file?")
_ABSOLUTE = Text("include 里的 {name} 是绝对路径", "{name} under include is an absolute path")
_ABSOLUTE_HINT = Text(
    "请写相对于本文件的路径，例如 ../account.yaml", "Write it from this file, such as ../account.yaml"
)
_CYCLE = Text("{name} 又引入了本文件", "{name} includes this file in turn")
_CYCLE_HINT = Text("请删去其中一处 include", "Remove one of the includes")
_TOO_MANY = Text("引入的文件超过 {limit} 个", "more than {limit} files are included")
_LIST = Text("include 应是文件名的列表", "include takes a list of file names")
_LIST_HINT = Text("例如 include: [../account.yaml]", "Such as include: [../account.yaml]")
_NOT_A_GROUP = Text("文件里没有“名称: 值”", "the file holds no “name: value”")
_NOT_A_GROUP_HINT = Text(
    "请在最外层写字段，例如 account: 下面写客户信息", "Write fields at the outermost level, such as account:"
)
