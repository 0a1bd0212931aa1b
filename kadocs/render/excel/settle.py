"""The finished XML of a sheet: what its code has written, with its formulas, and what is around the rows."""

from __future__ import annotations

from lxml import etree

from kadocs.findings import Fault, Refused
from kadocs.render.excel.formulas import Spot
from kadocs.render.excel.marks import in_cell
from kadocs.render.excel.names import Element
from kadocs.render.excel.names import cell as named
from kadocs.render.excel.places import Places
from kadocs.render.excel.plan import FORMULA_MARK, HEIGHT_MARK, FormulaPlan
from kadocs.render.excel.sheets import Compiled
from kadocs.render.excel.state import Sheet
from kadocs.render.excel.strings import written
from kadocs.render.word.package import Member, Writer

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def part(name: str, root: Element, rows: str) -> Member:
    """The member of a sheet: its shell with the rows in it."""
    text = etree.tostring(root, encoding="unicode")
    before, empty, after = text.partition("<sheetData/>")
    if not empty:
        before, _, after = text.partition("<sheetData></sheetData>")
    writer = Writer(name)
    for piece in (_HEAD, before, "<sheetData>", rows, "</sheetData>", after):
        writer.write(piece)
    return writer.member()


def rows(text: str, compiled: Compiled, sheet: Sheet, places: Places, file: str) -> str:
    """The rows of a sheet, with the formulas that they were waiting for.

    Raises `Refused` where one refers to a sheet that is not there (TPL116).
    """
    pieces = text.split(FORMULA_MARK)
    out = [pieces[0]]
    for (number, row, column), after in zip(sheet.formulas, pieces[1:], strict=True):
        plan = compiled.plan.formulas[number]
        try:
            out += (_formula(plan, Spot(row, column), places), after)
        except Fault as fault:
            spot = in_cell(compiled.sheet.name, *plan.formula.at)
            raise Refused([fault.at(spot.place(file), "TPL116")]) from None
    return _heightened("".join(out), sheet.heights)


def _heightened(text: str, heights: list[float]) -> str:
    """The rows with the heights that their texts need."""
    pieces = text.split(HEIGHT_MARK)
    if len(pieces) == 1:
        return text
    told = (f' ht="{height:g}"' if height else "" for height in heights)
    return "".join([pieces[0], *(said + after for said, after in zip(told, pieces[1:], strict=True))])


def _formula(plan: FormulaPlan, to: Spot, places: Places) -> str:
    text = written(plan.formula.moved(places.find, to))
    if plan.spread is None:
        return f"<f>{text}</f>"
    (top, left), (bottom, right) = plan.spread
    last = named(to.row + bottom - top, to.column + right - left)
    return f'<f t="array" ref="{named(*to)}:{last}">{text}</f>'
