"""Charts at render time: the values of a chart's tags gathered, then its parts written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kadocs.findings import Text
from kadocs.render.undefined import absent
from kadocs.render.values import shown
from kadocs.render.word.charts import writing
from kadocs.render.word.charts.belongings import CHART_TYPE, Belongings
from kadocs.render.word.charts.model import Model
from kadocs.render.word.charts.sheet import CONTENT_TYPE
from kadocs.render.word.sites import Site
from kadocs.render.word.stock import OFFICE, Relation, Relations, relations_name, relative
from kadocs.render.word.values.chart import Figures, figures, is_chart
from kadocs.render.word.values.faults import BadChart

if TYPE_CHECKING:
    from kadocs.render.word.state import PartRender


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of the template that a render writes anew, wherever its drawing comes out."""

    model: Model
    belongings: Belongings


@dataclass(slots=True)
class Filling:
    """What the tags of one drawing gave so far: texts of the chart, and the figures among the values.

    `gap` says which value is missing, in a draft.
    """

    texts: list[str] = field(default_factory=list)
    figures: Figures | None = None
    gap: str = ""


def alternative(state: PartRender, value: tuple[object, int], number: int) -> str:
    """What a tag in an alternative text prints there; the drawing's number is with its value."""
    return _take(state, *value, number).replace('"', "&quot;")


def text(state: PartRender, value: tuple[object, int], number: int) -> str:
    """Nothing, where it is printed: what a tag in a chart's text gave is kept until the chart is written."""
    written = _take(state, *value, number)
    state.fillings[value[1]].texts.append(written)
    return ""


def _take(state: PartRender, value: object, drawing: int, number: int) -> str:
    """The text of a tag's value: its title, if any, where the value is the data of the chart."""
    filling = state.fillings.setdefault(drawing, Filling())
    if absent(value):
        filling.gap = gap = _line(state.property(value, number))
        return gap
    if not is_chart(value):
        return _line(state.property(value, number))
    if filling.figures is not None:
        raise BadChart(
            Text("图表已经有数据了", "the chart has its data already"),
            Text("一个图表只写一个数据标签。", "Give a chart one tag for its data."),
        )
    found = figures(value)
    writing.check(state.document.additions.stock.drawings[drawing].model, found)
    filling.figures = found
    return "" if found.title is None else _line(state.property(found.title, number))


def write(state: PartRender, value: tuple[object, int], number: int) -> str:
    """The identifier of the relationship to the chart, whose parts are added to the package."""
    additions = state.document.additions
    drawing = additions.stock.drawings[value[1]]
    kept, filling = drawing.belongings, state.fillings.pop(value[1], Filling())
    xml, workbook = _contents(state, drawing, filling, state.sites[number])
    chart = additions.part(kept.pattern, xml.encode(), CHART_TYPE)
    relations = dict(kept.shared.by_id)
    for own in kept.own:
        name = additions.part(own.pattern, own.content, own.content_type)
        relations[own.identity] = Relation(own.type, relative(name, chart))
    if workbook is not None:
        name = additions.part(_workbook_pattern(kept), workbook, CONTENT_TYPE)
        relations[kept.free] = Relation(f"{OFFICE}/package", relative(name, chart))
    additions.plain_part(relations_name(chart), Relations(relations).text({}).encode())
    return additions.relate(state.sites[number].member or state.part, "chart", chart)


def _contents(state: PartRender, drawing: Drawing, filling: Filling, site: Site) -> tuple[str, bytes | None]:
    """The chart's XML and its workbook: as drawn, with its texts only, where its tags are only texts.

    Where a value is missing that may be its data, a draft says so, and shows none of the sample data.
    """
    model, kept = drawing.model, drawing.belongings
    if filling.figures is None and not filling.gap:
        drawn = model.as_drawn.write(lambda _, number: filling.texts[number])
        return drawn, kept.workbook.content if kept.workbook is not None else None

    def shown_(value: object) -> str:
        return "" if absent(value) else _line(state.legal(shown(value, state.document.language), site))

    if filling.figures is None:
        xml, sheet = writing.write_gap(model, filling.gap, filling.texts, kept.free)
    else:
        xml, sheet = writing.write(model, filling.figures, filling.texts, shown_, kept.free)
    return xml, sheet.workbook()


def _workbook_pattern(kept: Belongings) -> str:
    said = kept.workbook.pattern if kept.workbook is not None else ""
    return said if said.endswith(".xlsx") else "word/embeddings/Microsoft_Excel_Sheet{}.xlsx"


def _line(text: str) -> str:
    """Text of a chart: a line of it, for a new line would need a paragraph."""
    return " ".join(text.splitlines())
