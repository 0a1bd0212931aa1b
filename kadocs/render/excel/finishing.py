"""The finished workbook: the sheets that were written, and every other part that speaks of their cells."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from kadocs.findings import Fault, Refused, Text
from kadocs.render.excel import asides, book, settle, shell, styles
from kadocs.render.excel.axis import unmoved
from kadocs.render.excel.book import Listed
from kadocs.render.excel.compiling import Workbook
from kadocs.render.excel.formulas import Finder, Ground
from kadocs.render.excel.marks import elsewhere, error
from kadocs.render.excel.names import COLUMNS, ROWS, Element
from kadocs.render.excel.places import Places
from kadocs.render.excel.sheets import Compiled
from kadocs.render.excel.state import Render, Sheet
from kadocs.render.word import package as archive
from kadocs.render.word.package import Member, member


class Written(NamedTuple):
    """What the code of a template's sheet wrote: the sheets that came of it, and the XML of their rows."""

    sheets: list[Sheet]
    rows: list[str]


@dataclass(frozen=True, slots=True)
class Finished:
    """A sheet of the result: the number of its origin in the template, and which of those that came of it."""

    origin: int
    turn: int
    name: str
    part: str
    id: str


def finished(workbook: Workbook, written: dict[int, Written], render: Render) -> bytes:
    """The bytes of the workbook."""
    return _Finishing(workbook, written, render).bytes()


class _Finishing:
    def __init__(self, workbook: Workbook, written: dict[int, Written], render: Render) -> None:
        self._book = workbook
        self._written = written
        self._render = render
        self._members: dict[str, Member] = dict(workbook.package.members)
        self._sheets: list[Finished] = []

    def bytes(self) -> bytes:
        self._list()
        if not self._sheets:
            raise Refused([error(elsewhere("", Text("", "")), self._render.file, "TPL116", *_NO_SHEET)])
        for sheet in self._sheets:
            if sheet.origin in self._book.compiled:
                self._finish(sheet)
        listed = [Listed(each.origin, each.name, each.id) for each in self._sheets]
        main = self._book.package.main
        content = book.written(self._book.root, listed, self._finder, calculate=self._book.has_formulas)
        self._members[main] = member(main, content)
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
                self._sheets.append(Finished(origin, turn, name, sheet.part, sheet.id))

    def _name(self, origin: int, turn: int) -> str:
        compiled = self._book.compiled.get(origin)
        said = self._book.package.sheets[origin].name
        for key, aside in enumerate(compiled.asides if compiled else ()):
            if aside.part == asides.NAME:
                said = asides.said(self._written[origin].sheets[turn].asides[key])
        return said

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

    def _finish(self, finished: Finished) -> None:
        number = self._sheets.index(finished)
        compiled, written = self._book.compiled[finished.origin], self._written[finished.origin]
        sheet = written.sheets[finished.turn]
        places = Places(compiled.plan, compiled.sheet.name, sheet.rows, sheet.across, self._finder(number))
        root = shell.moved(_said(compiled, sheet), places)
        rows = settle.rows(written.rows[finished.turn], compiled, sheet, places)
        self._members[finished.part] = settle.part(finished.part, root, rows)


def _said(compiled: Compiled, sheet: Sheet) -> Element:
    """A sheet's shell with the texts that stand in no cell."""
    filled = [(key, each) for key, each in enumerate(compiled.asides) if not each.part]
    root = deepcopy(compiled.shell) if filled else compiled.shell
    for key, aside in filled:
        asides.put(root, aside, asides.said(sheet.asides[key], is_header=aside.is_header))
    return root


_NO_SHEET = (
    Text("没有留下任何工作表", "no sheet is left"),
    Text("请检查 {%sheet … %} 的条件和列表。", "Check the conditions and lists of {%sheet … %}."),
)
_GONE = (
    Text(
        "公式引用的工作表“{n}”没有生成，或生成了几张", "the sheet “{n}” that is referred to is not there once"
    ),
    Text(
        "请让公式只引用总是有一张的工作表，或用同样的条件控制它。",
        "Refer to sheets of which there is always one, or put the formula under the same condition.",
    ),
)
