"""The state of a render, and how values become cells: written once, never read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kadocs.figures.missing import Missing
from kadocs.findings import Finding, Severity, Text
from kadocs.render.excel import strings, values
from kadocs.render.excel.axis import Placing
from kadocs.render.excel.heights import Fit, needed
from kadocs.render.excel.names import LONGEST_TEXT, ROWS
from kadocs.render.excel.plan import FORMULA_MARK, ROW_MARK, SHEET_MARK, CellPlan, Plan
from kadocs.render.excel.spread import Spread, too_many
from kadocs.render.excel.strings import element, is_plain
from kadocs.render.excel.styles import GAP, Styles
from kadocs.render.meter import Meter
from kadocs.render.undefined import Undefined, absent, no_value
from kadocs.render.values import shown

if TYPE_CHECKING:
    from kadocs.render.excel.sites import Sites

_LONG = 256
_GAP = Text("【待补充：{title}】", "[To be added: {title}]")


@dataclass(slots=True)
class Render:
    """The state of one workbook's render, shared by its sheets."""

    file: str
    language: str
    draft: bool
    styles: Styles
    since_1904: bool = False
    gaps: dict[Finding, None] = field(default_factory=dict)
    warnings: list[Finding] = field(default_factory=list)
    meter: Meter = field(default_factory=Meter)

    def turn(self, count: int) -> None:
        """Count the turns of a loop that begins; too many for one document are refused."""
        self.meter.turn(count)


@dataclass(slots=True)
class Sheet:
    """A sheet that was written: where its rows and columns are, its formulas, its texts outside of cells."""

    rows: Placing
    across: Placing
    formulas: list[tuple[int, int, int]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    asides: dict[int, list[tuple[str, bool]]] = field(default_factory=dict)


@dataclass(slots=True)
class SheetRender:
    """The state of the render of one sheet of the template, of which there may come several."""

    document: Render
    sites: Sites
    plan: Plan
    sheets: list[Sheet] = field(default_factory=list)
    row: str = ""
    _row: int = 0
    _fits: bool = False
    _pieces: list[tuple[object, int, str]] = field(default_factory=list)
    spread: Spread = field(init=False)

    def __post_init__(self) -> None:
        self.spread = Spread(self.plan)

    def sheet(self, _: int) -> str:
        """Begin a sheet."""
        plan = self.plan
        self._row, self.row = 0, ""
        rows = Placing(
            plan.rows, ROWS, [[] for _ in plan.rows.strips], {loop: [] for loop in plan.rows.heads}
        )
        self.sheets.append(Sheet(rows, self.spread.begin()))
        return SHEET_MARK

    def begin_row(self, number: int) -> str:
        """Begin a row."""
        plan = self.plan.row_plans[number]
        self._row += 1
        if self._row > ROWS:
            raise too_many(ROWS)
        self.row = str(self._row)
        self.sheets[-1].rows.places[plan.strip].append(self._row)
        self._fits = plan.fits
        if plan.fits:
            self.sheets[-1].heights.append(0)
        return self._fixed(plan.begin)

    def gap(self, number: int) -> str:
        """Leave rows out of which the file says nothing."""
        plan = self.plan.gaps[number]
        self.sheets[-1].rows.places[plan.strip].append(self._row + 1)
        self._row += plan.length
        return ""

    def turn(self, loop: int) -> str:
        """Begin a turn of a loop over rows."""
        self.sheets[-1].rows.starts[loop].append(self._row + 1)
        return ""

    def end(self, strip: int) -> str:
        """End the rows."""
        self.sheets[-1].rows.places[strip].append(self._row + 1)
        return ""

    def static(self, number: int) -> str:
        """XML of which only the address changes."""
        return self._fixed(self.plan.statics[number])

    def formula(self, number: int) -> str:
        """A cell with a formula that is worked out when all rows are known."""
        plan = self.plan.formulas[number]
        column = plan.formula.at.column
        self.sheets[-1].formulas.append((number, self._row, self.spread.column_of(column)))
        return f'{self._fixed(plan.head)}"{plan.attributes}>{FORMULA_MARK}</c>{self._fixed(plan.after)}'

    def cell(self, value: object, number: int, cell: int) -> str:
        """A cell that holds one value, of its own type."""
        plan = self.plan.cells[cell]
        if type(value) is str and 0 < len(value) < _LONG and not plan.format and is_plain(value):
            if plan.fit is not None:
                self._heighten(value, plan.fit)
            return (
                f'{self._fixed(plan.head)}"{plan.style} t="inlineStr"><is><t>{value}</t></is></c>'
                f"{self._fixed(plan.after)}"
            )
        return self._one(value, number, plan, plan.format)

    def open(self, _: int) -> str:
        """Begin a text of several parts."""
        self._pieces = []
        return ""

    def text(self, number: int) -> str:
        """A part of a text that never changes."""
        said, format_ = self.plan.texts[number]
        self._pieces.append((said, -1, format_))
        return ""

    def captured_text(self, number: int) -> str:
        """The same, within a block whose text is kept as a value."""
        return self.plan.texts[number][0]

    def part(self, value: object, number: int) -> None:
        """A part of a text that is a value."""
        self._pieces.append((value, number, self.plan.formats.get(number, "")))

    def captured(self, value: object, number: int) -> str:
        """The same, within a block whose text is kept as a value."""
        return self._text(value, number)

    def close(self, cell: int) -> str:
        """The cell of a text that ends: empty if nothing was written, of its own type if one value was."""
        plan = self.plan.cells[cell]
        said = [piece for piece in self._pieces if not _is_blank(piece)]
        if not said:
            return self._empty(plan)
        if len(said) == 1 and said[0][1] >= 0:
            value, number, format_ = said[0]
            return self._one(value, number, plan, format_)
        lost = any(absent(value) for value, _, _ in self._pieces)
        pieces = [(self._text(v, n) if n >= 0 else str(v), f) for v, n, f in self._pieces]
        self._check_length(pieces)
        return self._string(plan, pieces, self._style(plan, GAP) if lost else plan.style)

    def close_aside(self, key: int) -> str:
        """Keep a text that stands in no cell."""
        said = [(self._text(v, n) if n >= 0 else str(v), n >= 0) for v, n, _ in self._pieces]
        self.sheets[-1].asides[key] = said
        return ""

    def _fixed(self, xml: str) -> str:
        """Static XML with the addresses that its cells came to have."""
        return self.spread.named(xml).replace(ROW_MARK, self.row)

    def _one(self, value: object, number: int, plan: CellPlan, format_: str) -> str:
        if absent(value):
            text = self._gap(value, number)
            return self._string(plan, [(text, "")], self._style(plan, GAP))
        kept = values.stored(value, self.document.language, since_1904=self.document.since_1904)
        if kept.type == "s":
            text = self._legal(kept.text, number)
            if not text:
                return self._empty(plan)
            self.document.meter.hold(len(text))
            return self._string(plan, [(text, format_)], plan.style)
        style = self._style(plan, str(kept.format)) if kept.format else plan.style
        kind = "" if kept.type == "n" else f' t="{kept.type}"'
        return f'{self._fixed(plan.head)}"{style}{kind}><v>{kept.text}</v></c>{self._fixed(plan.after)}'

    def _heighten(self, text: str, fit: Fit) -> None:
        """Make the row high enough for a text."""
        heights = self.sheets[-1].heights
        if self._fits:
            heights[-1] = max(heights[-1], needed(text, fit))

    def _empty(self, plan: CellPlan) -> str:
        return f'{self._fixed(plan.head)}"{plan.style}/>{self._fixed(plan.after)}'

    def _string(self, plan: CellPlan, pieces: list[tuple[str, str]], style: str) -> str:
        if plan.fit is not None:
            self._heighten("".join(text for text, _ in pieces), plan.fit)
        start = f'{self._fixed(plan.head)}"{style} t="inlineStr"><is>'
        return f"{start}{_runs(pieces)}</is></c>{self._fixed(plan.after)}"

    def _style(self, plan: CellPlan, kind: str) -> str:
        return self.document.styles.changed(plan.style, kind)

    def _text(self, value: object, number: int) -> str:
        """A value as text."""
        if absent(value):
            return self._gap(value, number)
        text = self._legal(shown(value, self.document.language), number)
        self.document.meter.hold(len(text))
        return text

    def _legal(self, text: str, number: int) -> str:
        cleaned, count = strings.legal(text)
        if count:
            place = self.sites.place(number, self.document.file)
            message = Text(
                f"值里有 {count} 个 Excel 不允许的控制字符，已去掉",
                f"{count} control character(s) that Excel does not allow were left out of the value",
            )
            hint = Text("请检查数据里的这个值。", "Check this value in the data.")
            self.document.warnings.append(Finding("TPL030", Severity.WARNING, place, message, hint))
        return cleaned

    def _gap(self, value: object, number: int) -> str:
        """Record that a value is missing; the text that marks the gap in a draft."""
        if isinstance(value, Undefined):
            raise value.error()
        place = self.sites.place(number, self.document.file)
        finding = no_value(value).at(place, "TPL020", value.path if isinstance(value, Missing) else "")
        self.document.gaps[finding] = None
        if not self.document.draft:
            return ""
        known = value.title.in_(self.document.language) if isinstance(value, Missing) else ""
        title = known or self.sites.source(number).strip("{}").strip("- ")
        return _GAP.in_(self.document.language).format(title=title)

    def _check_length(self, pieces: list[tuple[str, str]]) -> None:
        length = sum(len(text) for text, _ in pieces)
        if length > LONGEST_TEXT:
            raise values.too_long(length)


def _runs(pieces: list[tuple[str, str]]) -> str:
    """Texts with their formats as the content of a cell."""
    if not any(format_ for _, format_ in pieces):
        return element("".join(text for text, _ in pieces))
    return "".join(f"<r>{format_}{element(text)}</r>" for text, format_ in pieces if text)


def _is_blank(piece: tuple[object, int, str]) -> bool:
    value, number, _ = piece
    return isinstance(value, str) and not (value.strip() if number < 0 else value)
