"""Writing a chart's XML for the figures that it shows, and the sheet that agrees with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from kadocs.findings import Text
from kadocs.render.word.charts import scale
from kadocs.render.word.charts.model import BUBBLES, POINTS, Axis, Model
from kadocs.render.word.charts.series import Drawn
from kadocs.render.word.charts.sheet import GENERAL, Column, Sheet
from kadocs.render.word.values.chart import Figures, Series
from kadocs.render.word.values.faults import UnequalChart, UnfitPoints
from kadocs.render.word.values.looks import DAY
from kadocs.render.word.values.ordinals import ordinal

_STOCK = "stockChart"
_TITLE = (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr><a:highlight><a:srgbClr val="FFFF00"/></a:highlight>'
    '</a:rPr><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
)
# As Word does beyond the six accents of a theme.
_SHADES = ("", '<a:lumMod val="60000"/>', '<a:lumMod val="80000"/><a:lumOff val="20000"/>')

Shown = Callable[[object], str]
"""How a name or category becomes text for an element, escaped."""


def check(model: Model, figures: Figures) -> None:
    """Raise Fault (TPL102, TPL103) where a chart of this kind cannot show these figures."""
    for number, series in enumerate(figures.series):
        kind = model.plots[_drawn(model, _place(number, series)).plot].kind
        if kind in POINTS:
            _check_points(series, figures, kind)
        elif series.x is not None:
            raise UnfitPoints(
                Text("这种图表要分类和数值，不能用点", "this chart has categories, and cannot show points"),
                Text(
                    "请给出 categories 和每个系列的数值；要画点，请在 Word 里改用散点图。",
                    "Give categories and numbers, or make it a scatter chart in Word.",
                ),
            )
    if any(plot.kind == _STOCK for plot in model.plots) and len(figures.series) != len(model.series):
        raise UnequalChart(
            Text(
                f"股价图要有 {len(model.series)} 个系列",
                f"this stock chart needs {len(model.series)} series",
            ),
            Text("请按模板里的系列给出数据。", "Give the series that the template has."),
        )


def write(
    model: Model, figures: Figures, texts: Sequence[str], shown: Shown, relation: str
) -> tuple[str, Sheet]:
    """The XML of a chart and its sheet; `texts` are those of its tags, `relation` leads to the workbook."""
    writing = _Writing(model, figures, texts, shown, relation)
    return model.pieces.write(writing.fill), writing.sheet


def write_gap(model: Model, gap: str, texts: Sequence[str], relation: str) -> tuple[str, Sheet]:
    """The XML of a chart without data whose title is `gap`, unless that stands in it, and its sheet."""
    stock = any(plot.kind == _STOCK for plot in model.plots)
    series = (Series(gap, ()),) * (len(model.series) if stock else 1)
    writing = _Writing(model, Figures(None, series), texts, str, relation, gap)
    return model.pieces.write(writing.fill), writing.sheet


class _Writing:
    def __init__(
        self, model: Model, figures: Figures, texts: Sequence[str], shown: Shown, relation: str, gap: str = ""
    ) -> None:
        self._model = model
        self._gap = gap
        self._texts = texts
        self._relation = relation
        self._shown = shown
        self._inks = _inks(model)
        # LibreOffice draws only the longest of several series of bubbles, and none that has a single one.
        lengths = [len(series.values) for series in figures.series if series.x is not None]
        self._longest = max(2, *lengths) if len(lengths) > 1 else 0
        self.sheet = Sheet()
        self._figures = figures
        self._categories = self._category_column(figures)
        self._written: list[list[str]] = [[] for _ in model.plots]
        for number, series in enumerate(figures.series):
            plot = _drawn(model, _place(number, series)).plot
            self._written[plot].append(self._series(number, series))
        kept = [plot for plot, written in zip(model.plots, self._written, strict=True) if written]
        self._axes = frozenset[str]().union(*(plot.axes for plot in kept))

    def fill(self, kind: str, number: int) -> str:
        """What stands in a hole of the chart."""
        if kind == "k":
            return self._texts[number]
        if kind == "plot" and self._written[number]:
            return self._model.plots[number].pieces.write(lambda *_: "".join(self._written[number]))
        if kind == "axis" and self._model.axes[number].identity in self._axes:
            return self._axis(self._model.axes[number])
        if kind == "title":
            return self._title()
        if kind == "untitled":
            return self._untitled(number)
        if kind == "workbook":
            return f'<c:externalData r:id="{self._relation}"><c:autoUpdate val="0"/></c:externalData>'
        return ""

    def _title(self) -> str:
        """The title, unless nothing but tags was in it, and they came to nothing."""
        title = self._model.title
        if title is None or self._gap:
            return self._title_of_gap()
        said = any(self._texts[number].strip() for kind, number in title.pieces.holes if kind == "k")
        return title.pieces.write(self.fill) if title.fixed or said else ""

    def _title_of_gap(self) -> str:
        title = self._model.title
        if not self._gap:
            return ""
        if title is not None and self._gap in (own := title.pieces.write(self.fill)):
            return own
        return _TITLE.format(self._gap)

    def _untitled(self, number: int) -> str:
        """Whether Word must make up no title; where the template has none, that of a gap comes before."""
        if self._model.title is not None:
            return f'<c:autoTitleDeleted val="{number if self._title() else 1}"/>'
        return f'{self._title()}<c:autoTitleDeleted val="{0 if self._gap else number}"/>'

    def _axis(self, axis: Axis) -> str:
        said, own = self._figures.axis, axis.scale

        def fill(kind: str, number: int) -> str:
            return (
                own.write(kind, said) if own is not None and kind in scale.HOLES else self.fill(kind, number)
            )

        return axis.pieces.write(fill)

    def _series(self, number: int, series: Series) -> str:
        place = _place(number, series)
        drawn = _drawn(self._model, place)
        beyond = place - len(self._model.series)
        pieces = drawn.pieces if beyond < 0 else self._model.clone
        kind = self._model.plots[drawn.plot].kind
        data, values = self._points(series, drawn, kind) if kind in POINTS else self._values(series, drawn)
        idx, order = self._numbers(number, drawn, beyond)
        ink, shade = self._inks[beyond % len(self._inks)]
        holes = {
            "head": f'<c:idx val="{idx}"/><c:order val="{order}"/>{_name(values)}',
            "data": data,
            "labels": drawn.labels.write(tuple(map(self._label, series.labels))),
            "colour": f'<a:schemeClr val="accent{ink}">',
            "coloured": f"{shade}</a:schemeClr>",
        }
        return pieces.write(lambda kind, _: holes[kind])

    def _numbers(self, number: int, drawn: Drawn, beyond: int) -> tuple[int, int]:
        """The number of a series in the legend, and in the order of drawing; each is there once."""
        if any(series.like for series in self._figures.series):
            return number, number
        if beyond < 0:
            return drawn.idx, drawn.order
        known = self._model.series
        return max(s.idx for s in known) + beyond + 1, max(s.order for s in known) + beyond + 1

    def _label(self, text: str | None) -> str | None:
        return text and self._shown(text)

    def _values(self, series: Series, drawn: Drawn) -> tuple[str, Column]:
        code = drawn.format("val")
        code = series.format if series.format and code == GENERAL else code
        values = self.sheet.add(self._shown(series.name), series.values, code)
        categories = self._categories
        said = "" if categories is None else f"<c:cat>{_categories(categories)}</c:cat>"
        return f"{said}<c:val>{_numbers(values)}</c:val>", values

    def _points(self, series: Series, drawn: Drawn, kind: str) -> tuple[str, Column]:
        least = self._longest if kind == BUBBLES else 0
        x = self._shared_x(len(series.values)) if series.x is None else None
        if x is None:
            x = self.sheet.add("X", _even(series.x or (), least), drawn.format("xVal"))
        y = self.sheet.add(self._shown(series.name), _even(series.values, least), drawn.format("yVal"))
        data = f"<c:xVal>{_numbers(x)}</c:xVal><c:yVal>{_numbers(y)}</c:yVal>"
        if kind == BUBBLES and series.sizes is not None:
            sizes = self.sheet.add("", _even(series.sizes, least), drawn.format("bubbleSize"))
            data += f"<c:bubbleSize>{_numbers(sizes)}</c:bubbleSize>"
        return data, y

    def _shared_x(self, count: int) -> Column:
        """The x of series that have none of their own: the categories, or 1, 2, 3."""
        column = self._categories
        if column is None or any(isinstance(cell, str) for cell in column.cells):
            said = self._figures.categories or range(1, count + 1)
            column = self.sheet.add("X", [ordinal(value) for value in said])
        return column

    def _category_column(self, figures: Figures) -> Column | None:
        categories = figures.categories
        if categories is None:
            return None
        drawn = self._model.series[0]
        if self._model.plots[drawn.plot].kind in POINTS:
            return self.sheet.add("X", [ordinal(value) for value in categories], drawn.format("xVal"))
        code = drawn.format("cat")
        if drawn.numeric and all(ordinal(value) is not None for value in categories):
            dated = any(isinstance(value, date) for value in categories)
            code = DAY if dated and code == GENERAL else code
            return self.sheet.add("", [ordinal(value) for value in categories], code)
        return self.sheet.add("", [self._shown(value) or None for value in categories])


def _even(cells: Sequence[Decimal | None], least: int) -> tuple[Decimal | None, ...]:
    """The cells, with gaps behind them up to `least`."""
    return (*cells, *(None,) * (least - len(cells)))


def _place(number: int, series: Series) -> int:
    """The number of the template's series that one looks like."""
    return series.like - 1 if series.like else number


def _drawn(model: Model, number: int) -> Drawn:
    return model.series[min(number, len(model.series) - 1)]


def _inks(model: Model) -> list[tuple[int, str]]:
    """The colours of further series, in turn: first the accents that the template has not used."""
    last = model.series[-1].accent or len(model.series)
    cycle = [(last + step) % 6 + 1 for step in range(6)]
    used = {series.accent for series in model.series}
    if used == {0}:
        used = set()
    fresh = [(accent, "") for accent in cycle if accent not in used]
    return fresh + [(accent, shade) for shade in _SHADES[1:] for accent in cycle]


def _check_points(series: Series, figures: Figures, kind: str) -> None:
    said = figures.categories or ()
    if series.x is None and any(ordinal(category) is None for category in said):
        raise UnfitPoints(
            Text("散点图的 x 要是数字", "the x of a scatter chart are numbers"),
            Text(
                "请把点写成 (x, y)，或把分类写成数字。", "Write points as (x, y), or number the categories."
            ),
        )
    if kind == BUBBLES and series.sizes is None:
        raise UnfitPoints(
            Text(
                f"气泡图的系列“{series.name}”没有大小（size）",
                f'series "{series.name}" has no sizes of bubbles',
            ),
            Text("请把点写成 (x, y, size)。", "Write points as (x, y, size)."),
        )


def _name(column: Column) -> str:
    return (
        f"<c:tx><c:strRef><c:f>{column.heading_reference}</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{column.heading}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def _categories(column: Column) -> str:
    if column.format != GENERAL or any(isinstance(cell, Decimal) for cell in column.cells):
        return _numbers(column)
    return f"<c:strRef><c:f>{column.reference}</c:f><c:strCache>{_cells(column)}</c:strCache></c:strRef>"


def _numbers(column: Column) -> str:
    code = column.format.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (
        f"<c:numRef><c:f>{column.reference}</c:f><c:numCache><c:formatCode>{code}</c:formatCode>"
        f"{_cells(column)}</c:numCache></c:numRef>"
    )


def _cells(column: Column) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{cell if isinstance(cell, str) else f"{cell:f}"}</c:v></c:pt>'
        for index, cell in enumerate(column.cells)
        if cell is not None
    )
    return f'<c:ptCount val="{len(column.cells)}"/>{points}'
