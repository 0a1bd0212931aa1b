"""An original and its tagged copy → what a finished form has to hold, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kadocs.audit.fidelity import blanks
from kadocs.audit.fidelity.blanks import Pattern
from kadocs.audit.fidelity.pairing import NEVER, Costs, Pairs, paired
from kadocs.audit.fidelity.words import Block, Cell, Grid, Line, Row
from kadocs.render.tags import STATEMENT

_KIN = 0.6
"""How much of a line is found again in another that is the same, changed."""

_APART = 2.5
_OPENING, _CLOSING = ("for",), ("endfor",)


@dataclass(frozen=True, slots=True)
class LineSlot:
    """A paragraph of the original, and the pattern of the finished one.

    `many`: a tag may have made several paragraphs of it. `foreign`: only the copy has it.
    """

    issued: Line
    pattern: Pattern
    many: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class GridSlot:
    """A table of the original, and its rows as they have to be. `foreign`: only the copy has it."""

    issued: Grid
    rows: tuple[RowSlot, ...]
    many: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class RowSlot:
    """A row of the original, and what each of its cells has to hold.

    `many`: rows like it are added, one for each item of a list. `spare`: it is one of those that were left
    blank for such items, and may go. `foreign`: only the copy has it.
    """

    issued: Row
    cells: tuple[tuple[Slot, ...], ...]
    many: bool = False
    spare: bool = False
    foreign: bool = False


Slot = LineSlot | GridSlot


def slots(issued: Sequence[Block], copy: Sequence[Block], *, grows: bool) -> tuple[Slot, ...]:
    """What a finished form has to hold; where it `grows`, loops of its copy may add rows to its tables."""
    staying = [block for block in copy if not (isinstance(block, Line) and blanks.is_control(block.text))]
    costs: Costs[Block, Block] = Costs(_kinship, _absence, _absence)
    found = paired(issued, staying, costs)
    made = (_foreign(other) if one is None else _slot(one, other, grows=grows) for one, other in found)
    return tuple(slot for slot in made if slot is not None)


def assumed(copy: Sequence[Block]) -> tuple[Block, ...]:
    """The form as it may have been issued, from the copy alone: its tags are blanks."""
    return tuple(
        blanks.untagged(block) if isinstance(block, Line) else _assumed_grid(block)
        for block in copy
        if not (isinstance(block, Line) and blanks.is_control(block.text))
    )


def _assumed_grid(grid: Grid) -> Grid:
    rows = (row for row in grid.rows if not blanks.is_control(row.text))
    return Grid(tuple(_assumed_row(row) for row in rows), grid.where)


def _assumed_row(row: Row) -> Row:
    cells = (Cell(assumed(cell.blocks), cell.span, cell.merged) for cell in row.cells)
    return Row(tuple(cells), row.where)


def _foreign(copy: Block | None) -> Slot | None:
    """What only the copy has: found in the finished form, it was added."""
    if copy is None or not copy.text:
        return None
    return replace(_slot(assumed([copy])[0], copy, grows=False), foreign=True)


def _slot(issued: Block, copy: Block | None, *, grows: bool) -> Slot:
    if isinstance(issued, Line):
        other = copy if isinstance(copy, Line) else None
        fitting = blanks.pattern(issued, other) if other else None
        many = fitting is not None and other is not None and blanks.makes_blocks(other)
        return LineSlot(issued, fitting or blanks.strict(issued), many)
    rows = copy.rows if isinstance(copy, Grid) else ()
    return GridSlot(issued, tuple(_rows(issued.rows, rows, grows=grows)))


def _rows(issued: Sequence[Row], copy: Sequence[Row], *, grows: bool) -> Iterator[RowSlot]:
    """The rows of a table. Each row of a loop takes the place of the blank rows that stand there."""
    looped = dict(_looped(copy))
    costs: Costs[Row, Row] = Costs(_likeness, _blankness, _blankness)
    found = paired(issued, list(looped), costs)
    loops = _loops(found, looped)
    for (one, other), loop in zip(found, loops, strict=True):
        if one is not None:
            yield _row(one, other or loop, spare=grows and loop is not None, grows=grows)
        if other is not None and (grows if looped[other] else one is None):
            like = _row(_assumed_row(other), other)
            yield replace(like, many=looped[other], foreign=not looped[other])


def _loops(found: Pairs[Row, Row], looped: dict[Row, bool]) -> list[Row | None]:
    """Of each pair the row of a loop in whose place it stands: that row itself, or a blank row next to it."""
    loops = [other if other is not None and looped[other] else None for _, other in found]
    for numbers in (range(len(found)), range(len(found) - 1, -1, -1)):
        last: Row | None = None
        for number in numbers:
            one, other = found[number]
            blank = one is not None and is_spare(one) and (other is None or looped[other])
            last = loops[number] or (last if blank else None)
            loops[number] = last if one is None or blank else None
    return loops


def _looped(rows: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """The rows that stay, each with whether it stands in a loop."""
    depth = 0
    for row in rows:
        steps = [tag.keyword for tag in blanks.tagged(row.text) if tag.kind == STATEMENT]
        if not blanks.is_control(row.text):
            yield row, depth > 0 or _whole_row(row)
        depth += sum(step in _OPENING for step in steps) - sum(step in _CLOSING for step in steps)


def _whole_row(row: Row) -> bool:
    """Whether a row is repeated by tags in its own cells."""
    return any(tag.prefix == "tr" and tag.keyword in _OPENING for tag in blanks.tagged(row.text)) or any(
        tag.keyword in _OPENING and not any(other.keyword in _CLOSING for other in blanks.tagged(cell.text))
        for cell in row.cells
        for tag in blanks.tagged(cell.text)
    )


def _row(issued: Row, copy: Row | None, *, spare: bool = False, grows: bool = False) -> RowSlot:
    fits = copy is not None and copy.shape == issued.shape
    cells = tuple(
        slots(cell.blocks, copy.cells[number].blocks if fits and copy else (), grows=grows)
        for number, cell in enumerate(issued.cells)
    )
    return RowSlot(issued, cells, spare=spare)


def is_spare(row: Row) -> bool:
    """Whether a row was left blank for items: nothing in it but blanks, and perhaps its number."""
    texts = [blanks.said(cell.text).bare for cell in row.cells]
    return all(not text or (number == 0 and text.isdigit()) for number, text in enumerate(texts))


def kinship(bare: str, other: str) -> float:
    """The cost of taking a text for what an original says without its blanks, changed.

    It is 0 for the same; how much of the original is found again counts, not what else there is.
    """
    if bare == other:
        return 0.0
    pieces = SequenceMatcher(None, bare, other, autojunk=False).get_matching_blocks()
    alike = sum(piece.size for piece in pieces) / max(len(bare), 1)
    return 1.0 - alike / 2 if alike >= _KIN else _APART


def _kinship(issued: Block, copy: Block) -> float:
    if isinstance(issued, Line) and isinstance(copy, Line):
        if blanks.alike(issued, copy):
            return 0.0 if bool(issued.text) == bool(copy.text) else 0.1
        return kinship(blanks.said(issued.ruled).bare, blanks.said(blanks.untagged(copy).text).bare)
    return 0.1 if isinstance(issued, Grid) and isinstance(copy, Grid) else NEVER


def _likeness(issued: Row, copy: Row) -> float:
    if issued.shape != copy.shape:
        return _APART
    said = [blanks.said(cell.text).bare for cell in issued.cells]
    again = [blanks.said(_plain(cell)).bare for cell in copy.cells]
    if is_spare(issued) and any(one and one != other for one, other in zip(again, said, strict=True)):
        return _APART
    wrong = sum(one != other for one, other in zip(said, again, strict=True))
    return 2 * wrong / max(len(said), 1)


def _plain(cell: Cell) -> str:
    return Cell(assumed(cell.blocks)).text


def _absence(block: Block) -> float:
    return 0.0 if isinstance(block, Line) and not block.text else 1.0


def _blankness(row: Row) -> float:
    return 0.5 if blanks.is_blank(row.text.replace("|", "")) else 1.0
