"""What a finished form has to hold, beside what it holds: what was changed, and what fills the blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from kadocs.audit.fidelity import blanks
from kadocs.audit.fidelity.blanks import Blank
from kadocs.audit.fidelity.pairing import NEVER, Costs, paired
from kadocs.audit.fidelity.plan import GridSlot, LineSlot, RowSlot, Slot, kinship
from kadocs.audit.fidelity.words import Block, Cell, Grid, Line, Row
from kadocs.findings import Text

_SENTENCE = re.compile(r"[。；;，,！!？?]")
_BY_HAND = re.compile(r"签字|签名|签章|盖章|盖单位章|公章|手写|粘贴|(?i:\b(?:sign|seal|stamp|affix))")
_HINT = re.compile(r"\s*[（(]([^（）()]{2,24})[）)]")
_BOX = re.compile("[□☐○◯]")
_TICKED = re.compile("[☑☒√✓✔■]")
_LONGEST = 24
_APART = 2.5


class Change(NamedTuple):
    """Something outside the blanks that is not as it was issued: changed, or missing, or added.

    `where` leads to it in the original.
    """

    where: tuple[Text, ...]
    issued: str | None
    finished: str | None

    def shown(self, length: int) -> tuple[str, str]:
        """Both texts, from shortly before they begin to differ, and no longer than `length`."""
        issued, finished = (" ".join((text or "").split()) for text in (self.issued, self.finished))
        start = max(_differing(issued, finished) - length // 4, 0) if issued and finished else 0
        return _shortened(issued, start, length), _shortened(finished, start, length)


class Filled(NamedTuple):
    """A blank of the original: the `label` that stands by it, and the `text` in it.

    `room` is what stood there. `open` says that nobody filled it, `by_hand` that it is signed or sealed.
    """

    label: str
    room: str
    text: str
    tags: tuple[str, ...]
    where: tuple[Text, ...]
    open: bool = False
    by_hand: bool = False


@dataclass(slots=True)
class Compared:
    """What came of comparing a form."""

    changes: list[Change] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)

    def add(self, other: Compared) -> None:
        """Take up what came of comparing a piece of it."""
        self.changes += other.changes
        self.filled += other.filled


def compared(expected: Sequence[Slot], finished: Sequence[Block], label: str = "") -> Compared:
    """The finished blocks beside what they have to be; `label` is what stands by them, as by a cell."""
    costs: Costs[Slot, Block] = Costs(_together, _absent, _added, lambda slot: slot.many)
    found, before = Compared(), label
    where: tuple[Text, ...] = ()
    for slot, block in paired(expected, finished, costs):
        where = slot.issued.where if slot is not None and not slot.foreign else where
        if block is not None and _added(block) and (slot is None or slot.foreign):
            found.changes.append(Change(where, None, block.text))
        elif slot is not None and block is None and _absent(slot):
            found.changes.append(Change(where, slot.issued.text, None))
        elif slot is not None and block is not None:
            found.add(_one(slot, block, before))
        if isinstance(slot, LineSlot) and slot.issued.text and not slot.foreign:
            before = label or slot.issued.text
    return found


def _one(slot: Slot, block: Block, label: str) -> Compared:
    if isinstance(slot, LineSlot) and isinstance(block, Line):
        return _line(slot, block, label)
    if isinstance(slot, GridSlot) and isinstance(block, Grid):
        return _grid(slot, block)
    return Compared(filled=[_whole(slot, block, label)]) if slot.many else Compared()


def _whole(slot: Slot, block: Block, label: str) -> Filled:
    """A tag's own paragraphs or tables, in the place of a blank."""
    tags = slot.pattern.open[0].tags if isinstance(slot, LineSlot) and slot.pattern.open else ()
    return Filled(label[-_LONGEST:], slot.issued.text, block.text, tags, slot.issued.where)


def _differing(issued: str, finished: str) -> int:
    """Where two texts begin to differ in more than what fills a blank; 0 where nothing else is found."""
    steps = SequenceMatcher(None, issued, finished, autojunk=False).get_opcodes()
    return next((a for how, a, b, _, _ in steps if how != "equal" and not blanks.is_blank(issued[a:b])), 0)


def _shortened(text: str, start: int, length: int) -> str:
    cut = text[start : start + length]
    return f"{'…' if start else ''}{cut}{'…' if start + length < len(text) else ''}"


def _line(slot: LineSlot, line: Line, label: str) -> Compared:
    match = slot.pattern.expression.fullmatch(line.ruled)
    if match is None or line.number != slot.issued.number:
        numbered = (f"{one.number} {one.text}".strip() for one in (slot.issued, line))
        return Compared([Change(slot.issued.where, *numbered)])
    found = [
        _filled(blank, line.text[slice(*match.span(number))], slot.issued, label)
        for number, blank in enumerate(slot.pattern.open, 1)
    ]
    return Compared(filled=list(_dates(found, slot.pattern.open)))


def _dates(filled: Sequence[Filled], open_: Sequence[Blank]) -> Iterator[Filled]:
    """The blanks of a line, those of a year, month and day as one."""
    groups: list[list[int]] = []
    for number, blank in enumerate(open_):
        if groups and blank.near in ("年", "月"):
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        yield _date(filled, open_, group) if len(group) > 1 else filled[group[0]]


def _date(filled: Sequence[Filled], open_: Sequence[Blank], group: Sequence[int]) -> Filled:
    signs = [open_[number].behind[:1] for number in group]
    room, text = (
        "".join(f"{said}{sign}" for said, sign in zip(each, signs, strict=True))
        for each in ([filled[n].room for n in group], [filled[n].text for n in group])
    )
    tags = tuple(dict.fromkeys(tag for number in group for tag in filled[number].tags))
    return filled[group[0]]._replace(
        room=room,
        text=text,
        tags=tags,
        open=any(filled[number].open for number in group),
        by_hand=all(filled[number].by_hand for number in group),
    )


def _filled(blank: Blank, text: str, issued: Line, label: str) -> Filled:
    around = f"{blank.before[-_LONGEST:]}{blank.behind[:_LONGEST]}"
    if not any(sign.isalnum() for sign in around):  # only then the line above tells what it is for
        around += label
    ticked = bool(_BOX.search(blank.room))
    is_open = blanks.is_blank(text) and not (ticked and (blank.tags or _TICKED.search(text)))
    return Filled(
        blank.next[:_LONGEST] if ticked else _label(blank, label),
        blank.room.strip(),
        " ".join(text.split()),
        blank.tags,
        issued.where,
        is_open,
        not blank.tags and bool(_BY_HAND.search(around)),
    )


def _label(blank: Blank, label: str) -> str:
    """What a blank is for: the hint in brackets behind it, the words before it, or those by its line."""
    if (hint := _HINT.match(blank.behind)) and not _BY_HAND.search(hint[1]):
        return hint[1]
    before = _SENTENCE.split(blank.near)[-1].strip()
    if any(sign.isalnum() for sign in before):
        return before[-_LONGEST:].strip("：: ")
    behind = _SENTENCE.split(blank.behind)[0].strip()
    if behind.startswith("年") and blanks.said(label).gaps:  # the line above has blanks of its own
        return "年月日"
    return (blanks.said(label).bare or f"{before}{behind}")[-_LONGEST:].strip("：: ")


def _grid(slot: GridSlot, grid: Grid) -> Compared:
    costs: Costs[RowSlot, Row] = Costs(_beside, _gone, lambda _: 1.0, lambda row: row.many)
    found = Compared()
    heads = slot.rows[0].issued.cells if slot.rows else ()
    where = slot.issued.where
    for expected, row in paired(slot.rows, grid.rows, costs):
        where = expected.issued.where if expected is not None and not expected.foreign else where
        if row is not None and (expected is None or expected.foreign):
            found.changes.append(Change(where, None, row.text))
        elif expected is not None and row is None and _gone(expected):
            found.changes.append(Change(where, expected.issued.text, None))
        elif expected is not None and row is not None:
            found.add(_row(expected, row, heads))
    return found


def _row(expected: RowSlot, row: Row, heads: Sequence[Cell]) -> Compared:
    if expected.issued.shape != row.shape:
        return Compared([Change(expected.issued.where, expected.issued.text, row.text)])
    found = Compared()
    for number, cell in enumerate(row.cells):
        label = _by(expected.issued.cells, number, heads, expected.many or expected.spare)
        found.add(compared(expected.cells[number], cell.blocks, label))
    return found


def _by(cells: Sequence[Cell], number: int, heads: Sequence[Cell], listed: bool) -> str:
    """What stands by a cell: its column's heading in a list, else the words to its left, else the heading."""
    head = blanks.said(heads[number].text).bare if number < len(heads) == len(cells) else ""
    left = next((bare for cell in cells[number - 1 :: -1] if (bare := blanks.said(cell.text).bare)), "")
    return (head or left) if listed or number == 0 else (left or head)


def _together(slot: Slot, block: Block) -> float:
    if isinstance(slot, LineSlot) and isinstance(block, Line):
        if slot.pattern.expression.fullmatch(block.ruled):
            return 0.0 if slot.issued.number == block.number else 0.5
        return kinship(blanks.said(slot.issued.ruled).bare, block.text)
    if isinstance(slot, GridSlot) and isinstance(block, Grid):
        return 0.1
    return 0.2 if slot.many else NEVER


def _absent(slot: Slot) -> float:
    return 0.0 if slot.foreign or slot.many or not slot.issued.text else 1.0


def _added(block: Block) -> float:
    return 0.0 if isinstance(block, Line) and not block.text else 1.0


def _beside(expected: RowSlot, row: Row) -> float:
    if expected.issued.shape != row.shape:
        return NEVER if _gone(expected) == 0 else _APART - 1.0
    pairs = zip(expected.cells, row.cells, strict=True)
    wrong = sum(bool(compared(slots, cell.blocks).changes) for slots, cell in pairs)
    if wrong and _gone(expected) == 0:
        return NEVER
    loose = 0.01 if expected.many or expected.spare else 0.0
    return 2 * wrong / max(len(row.cells), 1) + loose


def _gone(expected: RowSlot) -> float:
    return 0.0 if expected.many or expected.spare or expected.foreign else 1.0
