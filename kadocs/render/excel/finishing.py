"""The finished workbook: the sheets that were written, and every other part that speaks of their cells."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from kadocs.findings import Fault, Place, Refused, Text
from kadocs.render.excel import asides, book, parts, relations, settle, shell, styles
from kadocs.render.excel.axis import unmoved
from kadocs.render.excel.book import Listed
from kadocs.render.excel.compiling import Workbook
from kadocs.render.excel.copies import Copies, distinguish
from kadocs.render.excel.formulas import Finder, Ground
from kadocs.render.excel.names import COLUMNS, ROWS, Element, s
from kadocs.render.excel.places import Places
from kadocs.render.excel.relations import Relation
from kadocs.render.excel.sheets import Compiled
from kadocs.render.excel.state import Render, Sheet
from kadocs.render.word import package as archive
from kadocs.render.word.package import Member, member
from kadocs.render.word.values.faults import UnfitValue
from kadocs.render.word.values.links import target

_WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


class Written(NamedTuple):
    """What the code of a template's sheet wrote: the sheets that came of it, and the XML of their rows."""

    sheets: list[Sheet]
    rows: list[str]


@dataclass(frozen=True, slots=True)
class Finished:
    """A sheet of the result: the number of its origin in the template, and which of those that came of it.

    `parts` are its parts and those that hang on it, by their names in the template: new name and kind.
    """

    origin: int
    turn: int
    name: str
    parts: dict[str, tuple[str, str]]
    id: str


def finished(workbook: Workbook, written: dict[int, Written], render: Render) -> bytes:
    """The bytes of the workbook. Raises `Refused` where a sheet that is referred to is not there (TPL116)."""
    return _Finishing(workbook, written, render).workbook()


class _Finishing:
    def __init__(self, workbook: Workbook, written: dict[int, Written], render: Render) -> None:
        self._book = workbook
        self._written = written
        self._render = render
        self._members: dict[str, Member] = dict(workbook.package.members)
        self._copies = Copies(self._members)
        self._sheets: list[Finished] = []
        self._tables: set[str] = set()

    def workbook(self) -> bytes:
        """The bytes of the workbook."""
        self._list()
        for sheet in self._sheets:
            if sheet.origin in self._book.compiled:
                self._attempt(sheet)
        self._drop()
        self._say()
        if self._render.styles.added and self._book.styles is not None:
            part = self._book.styles_part
            self._members[part] = member(part, styles.written(self._book.styles, self._render.styles))
        return archive.write(self._members.values())

    def _list(self) -> None:
        taken: set[str] = set()
        for origin, sheet in enumerate(self._book.package.sheets):
            turns = len(self._written[origin].sheets) if origin in self._book.compiled else 1
            for turn in range(turns):
                name = book.name(self._name(origin, turn), taken)
                own = self._copies.copy(sheet.part, turn)
                key = f"{sheet.id}_{turn + 1}" if turn else sheet.id
                self._sheets.append(Finished(origin, turn, name, own, key))
        if not self._sheets:
            raise Refused([Fault(*_NO_SHEET).at(Place(self._render.file), "TPL116")])

    def _name(self, origin: int, turn: int) -> str:
        compiled = self._book.compiled.get(origin)
        for key, aside in enumerate(compiled.asides if compiled else ()):
            if aside.part == asides.NAME:
                return asides.said(self._written[origin].sheets[turn].asides[key])
        return self._book.package.sheets[origin].name

    def _drop(self) -> None:
        """Leave out the sheets of which none came."""
        left = {each.origin for each in self._sheets}
        for origin, sheet in enumerate(self._book.package.sheets):
            if origin not in left:
                self._copies.drop(sheet.part)

    def _say(self) -> None:
        """Write what the workbook says of its sheets, and what the package says of its parts."""
        main = self._book.package.main
        listed = [Listed(each.origin, each.name, each.id) for each in self._sheets]
        try:
            content = book.written(self._book.root, listed, self._finder, calculate=self._book.has_formulas)
        except Fault as fault:
            raise Refused([fault.at(Place(self._render.file, trail=(_NAMES,)), "TPL116")]) from None
        self._members[main] = member(main, content)
        added = [
            Relation(each.id, _WORKSHEET, f"/{each.parts[self._origin(each)][0]}")
            for each in self._sheets
            if each.turn
        ]
        self._copies.finish(main, added)

    def _origin(self, sheet: Finished) -> str:
        return self._book.package.sheets[sheet.origin].part

    def _finder(self, number: int) -> Finder:
        """What a finished sheet sees of the others, and of itself; -1 for what belongs to none."""
        home = self._sheets[number] if number >= 0 else None

        def find(name: str) -> Ground | None:
            if home is not None and name in ("", self._book.package.sheets[home.origin].name):
                return self._ground(home)
            return self._other(name)

        return find

    def _other(self, name: str) -> Ground | None:
        origins = [n for n, each in enumerate(self._book.package.sheets) if each.name == name]
        if not origins:
            return None
        found = [each for each in self._sheets if each.origin == origins[0]]
        if len(found) != 1:
            raise Fault(_GONE[0].fill(n=name), _GONE[1])
        return self._ground(found[0])

    def _ground(self, sheet: Finished) -> Ground:
        if sheet.origin not in self._book.compiled:
            return Ground(unmoved(ROWS), unmoved(COLUMNS), sheet.name)
        written = self._written[sheet.origin].sheets[sheet.turn]
        return Ground(written.rows, written.across, sheet.name)

    def _attempt(self, sheet: Finished) -> None:
        try:
            self._finish(sheet)
        except Fault as fault:
            name = self._book.package.sheets[sheet.origin].name
            code = fault.code if isinstance(fault, UnfitValue) else "TPL116"
            raise Refused([fault.at(Place(self._render.file, cell=name), code)]) from None

    def _finish(self, finished: Finished) -> None:
        number = self._sheets.index(finished)
        compiled, written = self._book.compiled[finished.origin], self._written[finished.origin]
        sheet = written.sheets[finished.turn]
        places = Places(compiled.plan, compiled.sheet.name, sheet.rows, sheet.across, self._finder(number))
        root = shell.moved(_said(compiled.shell, compiled, sheet, ""), places)
        rows = settle.rows(written.rows[finished.turn], compiled, sheet, places, self._render.file)
        name = finished.parts[compiled.sheet.part][0]
        self._members[name] = settle.part(name, root, rows)
        self._links(compiled, sheet, name)
        for part, (new, kind) in finished.parts.items():
            if part in self._book.trees:
                tree = _said(self._book.trees[part], compiled, sheet, part)
                self._members[new] = member(new, self._moved(kind, tree, places, finished.turn))

    def _moved(self, kind: str, tree: Element, places: Places, turn: int) -> bytes:
        tree = deepcopy(tree)
        parts.moved(kind, tree, places)
        if tree.tag == s("table"):
            distinguish(tree, turn, self._tables, len(self._tables) + 1)
        return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _links(self, compiled: Compiled, sheet: Sheet, name: str) -> None:
        """The addresses of links with what their tags say."""
        links = relations.part_of(compiled.sheet.part)
        said = {
            aside.attribute: target(asides.said(sheet.asides[key]))
            for key, aside in enumerate(compiled.asides)
            if aside.part == links
        }
        if said:
            new = relations.part_of(name)
            listed = relations.read(self._members[new].content)
            listed = [each._replace(target=said.get(each.id, each.target)) for each in listed]
            self._members[new] = member(new, relations.write(listed))


def _said(root: Element, compiled: Compiled, sheet: Sheet, part: str) -> Element:
    """A part with the texts of it that stand in no cell; itself where there are none."""
    filled = [(key, each) for key, each in enumerate(compiled.asides) if each.part == part]
    if not filled:
        return root
    root = deepcopy(root)
    for key, aside in filled:
        asides.put(root, aside, asides.said(sheet.asides[key], is_header=aside.is_header))
    return root


_NAMES = Text("名称管理器", "defined names")
_NO_SHEET = (
    Text("没有留下任何工作表", "no sheet is left"),
    Text("请检查 {%sheet … %} 的条件和列表。", "Check the conditions and lists of {%sheet … %}."),
)
_GONE = (
    Text("引用的工作表“{n}”没有生成，或生成了几张", "the sheet “{n}” that is referred to is not there once"),
    Text(
        "请只引用总是有一张的工作表，或用同样的条件控制两处。",
        "Refer to sheets of which there is always one, or put both under the same condition.",
    ),
)
