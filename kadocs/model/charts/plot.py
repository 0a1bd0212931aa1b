"""The nouns that every chart is made of: categories and series of numbers, or series of points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Words

Value = Decimal | None

NAMELESS = Text("\u00a0", "\u00a0")
"""The name of a series that only carries others: nothing that a legend would show."""


class Series(Noun):
    """A row of numbers under one name, a number or a gap for each category."""

    name: Annotated[Words, Mark("系列名称", "Series", help=Text("图例里的名称", "As in the legend"))]
    values: Annotated[
        tuple[Value, ...], Mark("系列数值", "Values", help=Text("每个分类一个数", "One for each category"))
    ]
    labels: Annotated[
        tuple[Words | None, ...],
        Mark(
            "系列标签",
            "Labels",
            help=Text("写在各点旁的文字，空则按模板", "Texts at the points, else as in the template"),
        ),
    ] = ()
    like: Annotated[
        Count | None,
        Mark("系列样式", "Look", help=Text("与模板里第几个系列同样式", "That of which series drawn")),
    ] = None
    format: Annotated[
        Words | None, Mark("数字格式", "Number format", help=Text("Excel 的写法", "As Excel writes it"))
    ] = None


class Points(Noun):
    """A series of points: across, up, and how large each is."""

    name: Annotated[Words, Mark("系列名称", "Series", help=Text("图例里的名称", "As in the legend"))]
    x: Annotated[tuple[Decimal, ...], Mark("横坐标", "Across", help=Text("每点一个数", "One for each point"))]
    y: Annotated[tuple[Decimal, ...], Mark("纵坐标", "Up", help=Text("每点一个数", "One for each point"))]
    size: Annotated[
        tuple[Decimal, ...], Mark("气泡大小", "Size", help=Text("气泡图才有", "Of bubbles only"))
    ] = ()
    labels: Annotated[
        tuple[Words | None, ...],
        Mark("系列标签", "Labels", help=Text("写在各点旁的文字", "Texts at the points")),
    ] = ()
    like: Annotated[
        Count | None,
        Mark("系列样式", "Look", help=Text("与模板里第几个系列同样式", "That of which series drawn")),
    ] = None


class Axis(Noun):
    """Where the value axis begins and ends, where the chart cannot find that out for itself."""

    low: Annotated[Value, Mark("起点", "From", help=Text("轴从哪里起", "Where the axis begins"))] = None
    high: Annotated[Value, Mark("终点", "To", help=Text("轴到哪里止", "Where it ends"))] = None
    step: Annotated[
        Decimal | None, Mark("刻度", "Step", help=Text("两条刻度线相隔多少", "From one mark to the next"))
    ] = None
    format: Annotated[
        Words | None, Mark("数字格式", "Number format", help=Text("Excel 的写法", "As Excel writes it"))
    ] = None


class Plot(Noun):
    """A chart of categories: what a chart of the template is filled with."""

    title: Annotated[
        Words, Mark("图的说明", "What it shows", help=Text("用作替代文字", "The alternative text"))
    ]
    categories: Annotated[
        tuple[Words, ...], Mark("分类", "Categories", help=Text("横轴上各项的名称", "Along the axis"))
    ]
    series: Annotated[
        tuple[Series, ...], Mark("系列", "Series", help=Text("每个系列一组数", "A row of numbers each"))
    ]
    unit: Annotated[
        Words | None, Mark("图的单位", "Unit", help=Text("数轴上的单位", "What the axis counts in"))
    ] = None
    axis: Annotated[Axis | None, Mark("数轴", "Axis", help=Text("起止和刻度", "Its ends and its step"))] = (
        None
    )
    note: Annotated[
        Words | None,
        Mark("图注", "Note", help=Text("没画出的、轴不从零起等", "What is left out, where the axis begins")),
    ] = None


class Scatter(Noun):
    """A chart of points or bubbles."""

    title: Annotated[
        Words, Mark("图的说明", "What it shows", help=Text("用作替代文字", "The alternative text"))
    ]
    series: Annotated[
        tuple[Points, ...], Mark("点系列", "Series", help=Text("每个系列一组点", "A group of points each"))
    ]
    note: Annotated[Words | None, Mark("图注", "Note", help=Text("没画出的有哪些", "What is left out"))] = (
        None
    )


def series(
    name: Text,
    values: Iterable[Value],
    like: int,
    labels: Sequence[Text | None] = (),
    format: Text | None = None,
) -> Series:
    """A series that looks like the template's number `like`."""
    return Series.model_construct(
        name=name, values=tuple(values), labels=tuple(labels), like=like, format=format
    )


def plot(
    title: Text,
    categories: Iterable[Text],
    rows: Iterable[Series],
    *,
    unit: Text | None = None,
    axis: Axis | None = None,
    note: Text | None = None,
) -> Plot:
    """A chart of categories; a series without any number is left out."""
    shown = tuple(row for row in rows if any(value is not None for value in row.values))
    return Plot.model_construct(
        title=title, categories=tuple(categories), series=shown, unit=unit, axis=axis, note=note
    )
