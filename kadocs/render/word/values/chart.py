"""What a chart shows: categories and series of numbers, as Python or data files give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kadocs.findings import Text
from kadocs.render.undefined import absent
from kadocs.render.word.values.faults import BadChart, ChartTooLarge, UnequalChart, UnfitValue
from kadocs.render.word.values.figures import NAME, Points, name_of, numbers_of, points_of
from kadocs.render.word.values.looks import AS_DRAWN, DAY, Axis, axis_of, labels_of, like_of
from kadocs.render.word.values.value import Value, Writer

SERIES, POINTS = 255, 32_000
"""How many series a chart may have, and how many points a series, in Word."""

_KEYS = ("categories", "series", "title", "axis")
_BESIDE = ("unit", "note")  # texts that a template prints beside the chart
_COLUMNS = ("x", "y", "size")


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers under one name; None is a gap. `x` and `sizes` are there for scatter and bubble.

    `format` is the number format of its cells, where the template has none, `labels` what is written at its
    points, `like` which of the template's series it looks like, where it is not the one in its place.
    """

    name: str
    values: tuple[Decimal | None, ...]
    x: tuple[Decimal | None, ...] | None = None
    sizes: tuple[Decimal | None, ...] | None = None
    format: str = ""
    labels: tuple[str | None, ...] = ()
    like: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a chart shows. `categories` are None where the data name none."""

    categories: tuple[object, ...] | None
    series: tuple[Series, ...]
    title: object = None
    axis: Axis = AS_DRAWN


class Chart(Value):
    """The data of a chart that is drawn in the template, with the value's tag in its title or alt text.

    `series` is a dict from names to numbers, one for each of the `categories`; None is a gap. For scatter
    and bubble charts its values are points, (x, y) or (x, y, size). A `title` is written in place of the
    tag, `axis` (a dict of low, high, step, format) sets the value axis. What is wrong with the data is a
    finding when it is rendered (TPL100 to TPL104).
    """

    def __init__(
        self, categories: object = None, series: object = None, title: object = None, axis: object = None
    ) -> None:
        self._data = {"categories": categories, "series": series, "title": title, "axis": axis}

    @property
    def data(self) -> Mapping[str, object]:
        """The data as they were given."""
        return self._data

    def runs(self, writer: Writer) -> str:
        """Nothing: a chart's data do not stand in a line of text."""
        raise UnfitValue(
            Text("图表的数据不能直接印在文字里", "the data of a chart cannot be printed in a text"),
            Text(
                "请在 Word 里画一个图表，把这个标签写进它的标题或替代文字。",
                "Draw a chart in Word and put this tag into its title or its alternative text.",
            ),
        )


def is_chart(value: object) -> bool:
    """Whether a value is meant as the data of a chart, rather than as a text."""
    return isinstance(value, Chart | Mapping | list | tuple)


def figures(value: object) -> Figures:
    """The data of a chart in `value`: a Chart, a mapping, or a list of records.

    Raises Fault (TPL100 to TPL104) where they are not such data.
    """
    if isinstance(value, Chart):
        value = value.data
    if isinstance(value, Mapping):
        found = _of_mapping(value)
    elif isinstance(value, list | tuple) and value and all(isinstance(item, Mapping) for item in value):
        found = _of_records(value)
    else:
        raise _not_a_chart()
    if not found.series:
        raise _not_a_chart()
    _check(found)
    pointed = all(series.x is not None for series in found.series)
    return replace(found, categories=None) if pointed else found


def _of_mapping(value: Mapping[str, object]) -> Figures:
    title = value["title"] if "title" in value and not _is_list(value["title"]) else None
    categories = value.get("categories")
    if "series" in value:
        unknown = [key for key in value if key not in _KEYS + _BESIDE]
        if unknown:
            raise _not_a_chart(Text(f"多出了“{unknown[0]}”", f'"{unknown[0]}" does not belong there'))
        series, axis = value["series"], axis_of(value.get("axis"))
    else:
        series, axis = _plain_series(value), AS_DRAWN
    named = None if absent(categories) else _listed(categories, Text("categories", "categories"))
    return Figures(named, tuple(_series(series)), None if absent(title) else title, axis)


def _plain_series(value: Mapping[str, object]) -> dict[str, object]:
    return {k: v for k, v in value.items() if k != "categories" and (k != "title" or _is_list(v))}


def _series(value: object) -> list[Series]:
    if isinstance(value, Mapping):
        return [_one(name_of(name), cells) for name, cells in value.items()]
    if absent(value) or not _is_list(value):
        raise _not_a_chart()
    return [_of_item(item) for item in value]  # type: ignore[attr-defined]


def _of_item(item: object) -> Series:
    """A series as a mapping with `name` and `values` (or `x`, `y`, `size`), or as a pair of both."""
    if isinstance(item, list | tuple) and len(item) == 2 and isinstance(item[0], str) and _is_list(item[1]):
        return _one(item[0], item[1])
    if not isinstance(item, Mapping) or not {"values", "points", "y"} & set(item):
        raise _not_a_chart()
    name = name_of(item["name"]) if "name" in item else ""
    if "y" in item:
        series = _of_columns(name, item)
    else:
        series = _one(name, item["values"] if "values" in item else item["points"])
    labels = labels_of(item.get("labels"), len(series.values), name)
    code = item.get("format")
    own = series.format if absent(code) else str(code)
    return replace(series, labels=labels, like=like_of(item.get("like")), format=own)


def _of_columns(name: str, item: Mapping[str, object]) -> Series:
    """A series of points whose numbers are given column by column; no sizes are an empty list of them."""
    said = [key for key in _COLUMNS if key in item and (key != "size" or item[key] != ())]
    columns = {key: _listed(item[key], Text(f"{name} {key}", f"{name} {key}")) for key in said}
    known = {"name", "labels", "like", "format", *_COLUMNS}
    if set(item) - known or len({len(column) for column in columns.values()}) != 1:
        raise UnequalChart(
            Text(f"“{name}”的 x、y、size 个数不同", f'x, y and size of "{name}" are not equally many'),
            Text("每个点都要有 x 和 y（气泡图还要 size）。", "Each point has its x and y (and its size)."),
        )
    read = {key: numbers_of(column, name) for key, column in columns.items()}
    return Series(name, read["y"], read.get("x"), read.get("size"))


def _one(name: str, cells: object) -> Series:
    listed = _listed(cells, Text(f"系列“{name}”", f'series "{name}"'))
    if any(isinstance(cell, list | tuple | Mapping) for cell in listed):
        return _of_points(name, points_of(listed, name))
    dated = any(isinstance(cell, date) for cell in listed)
    return Series(name, numbers_of(listed, name), format=DAY if dated else "")


def _of_points(name: str, points: Points) -> Series:
    return Series(name, points.y, points.x, points.sizes)


def _of_records(records: Sequence[Mapping[str, object]]) -> Figures:
    """The first field of each record is its category, the others are series; or `x` and `y` are points."""
    keys = list(dict.fromkeys(key for record in records for key in record))
    if {"x", "y"} <= set(keys):
        groups: dict[str, list[object]] = {}
        for record in records:
            name = next((name_of(record[key]) for key in NAME if key in record), "")
            groups.setdefault(name, []).append({k: v for k, v in record.items() if k not in NAME})
        return Figures(None, tuple(_one(name, points) for name, points in groups.items()))
    columns = {key: [record.get(key) for record in records] for key in keys}
    if not keys:
        raise _not_a_chart()
    first, *others = keys
    return Figures(tuple(columns[first]), tuple(_one(str(key), columns[key]) for key in others))


def _check(found: Figures) -> None:
    longest = max(len(series.values) for series in found.series)
    if len(found.series) > SERIES or longest > POINTS:
        raise ChartTooLarge(
            Text("图表的数据太多", "a chart cannot hold so many data"),
            Text(
                f"一个图表最多 {SERIES} 个系列，每个系列最多 {POINTS} 个点。",
                f"A chart holds {SERIES} series of {POINTS} points each.",
            ),
        )
    plain = [series for series in found.series if series.x is None]
    count = len(plain[0].values) if found.categories is None and plain else len(found.categories or ())
    for series in plain:
        if len(series.values) != count:
            raise UnequalChart(
                Text(
                    f"系列“{series.name}”有 {len(series.values)} 个值，应有 {count} 个",
                    f'series "{series.name}" has {len(series.values)} values, not {count}',
                ),
                Text("每个分类要有一个值，没有的写 null。", "Give one value per category, null for none."),
            )


def _listed(value: object, what: Text) -> tuple[object, ...]:
    if not _is_list(value):
        raise _not_a_chart(Text(f"{what.zh}不是列表", f"{what.en} is not a list"))
    return tuple(value)  # type: ignore[arg-type]


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple | range)


def _not_a_chart(why: Text | None = None) -> BadChart:
    more = Text("", "") if why is None else Text(f"：{why.zh}", f": {why.en}")
    return BadChart(
        Text(f"这个值不是图表的数据{more.zh}", f"this value is not the data of a chart{more.en}"),
        Text(
            "请给出 categories（分类）和 series（系列：名称和数值），或一组记录。",
            "Give categories and series (names and numbers), or a list of records.",
        ),
    )
