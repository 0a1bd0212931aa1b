"""The printers: filters that the compiler puts around every printed expression.

Their second argument is the number of the site; the state of the render, which writes, comes with the
context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, cast

from jinja2 import pass_context, pass_environment

from kadocs.findings import Fault, Text
from kadocs.render import measures
from kadocs.render.environment import Context, Environment
from kadocs.render.undefined import Undefined, absent, no_value
from kadocs.render.values import Fragment
from kadocs.render.word.state import PartRender
from kadocs.render.word.values import placed
from kadocs.render.word.values.value import Writer

TEXT, PLAIN, PROPERTY, BLOCK = "_text", "_plain", "_property", "_block"
ATTRIBUTE, TARGET = "_attribute", "_target"
CHART, CHART_TEXT, CHART_ALTERNATIVE = "_chart", "_chart_text", "_chart_alternative"
COLOUR, SPAN, SPAN_WIDTH = "_colour", "_span", "_span_width"
EACH, FRAGMENT, CALLED, JOINED = "_each", "_fragment", "_called", "_joined"

LEVEL = "\x0e"
"""Opens what a macro returns, with one letter that tells its level; no data can hold it there."""

_special = re.compile(r"[&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]").search
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_MAX_SPAN = 63
_LONG = 256


@pass_context
def text(context: Context, value: object, number: int) -> str:
    """Run content; most values need nothing done to them."""
    if type(value) is str and len(value) < _LONG and not _special(value):
        return value
    return cast(PartRender, context.render).text(value, number)


@pass_context
def _plain(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).plain(value, number)


@pass_context
def _property(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).property(value, number)


@pass_context
def _attribute(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).property(value, number).replace('"', "&quot;")


@pass_context
def _chart(context: Context, value: tuple[object, int], number: int) -> str:
    from kadocs.render.word.charts import filling  # heavy, and most documents have no charts

    return filling.write(cast(PartRender, context.render), value, number)


@pass_context
def _chart_text(context: Context, value: tuple[object, int], number: int) -> str:
    from kadocs.render.word.charts import filling

    return filling.text(cast(PartRender, context.render), value, number)


@pass_context
def _chart_alternative(context: Context, value: tuple[object, int], number: int) -> str:
    from kadocs.render.word.charts import filling

    return filling.alternative(cast(PartRender, context.render), value, number)


@pass_context
def _target(context: Context, value: list[object], number: int) -> str:
    state = cast(PartRender, context.render)
    return placed.target(Writer(state, state.sites[number]), value)


@pass_context
def _block(context: Context, value: object, number: int, here: Context) -> str:
    return cast(PartRender, context.render).block(value, number, here)


@pass_context
def _colour(context: Context, value: object, number: int) -> str:
    if absent(value) or value == "":
        return "auto"
    match = _COLOUR.fullmatch(str(value))
    if match is None:
        raise Fault(
            Text(f"颜色“{value}”不是六位十六进制数", f'colour "{value}" is not six hexadecimal digits'),
            Text("请写成 FFCC00 这样的形式。", "Write it like FFCC00."),
        )
    return match.group(1).upper()


@pass_context
def _span(context: Context, value: object, number: int) -> str:
    count = None if isinstance(value, bool) or absent(value) else _whole(value)
    if count is None or not 1 <= count <= _MAX_SPAN:
        raise Fault(
            Text(
                f"合并的列数“{value}”不是 1 到 63 的整数",
                f'column span "{value}" is not a whole number from 1 to 63',
            ),
            Text("请检查 colspan 里的表达式。", "Check the expression of colspan."),
        )
    return str(count)


@pass_context
def _span_width(
    context: Context, value: tuple[list[object], int, object, list[int], int], number: int
) -> str:
    """The width of a cell: of the columns that it covers, or as it was drawn where there are none.

    It stands behind the spans of some cells and a fixed number of columns.
    """
    before, fixed, span, columns, drawn = value
    start = fixed + sum(int(_span(context, each, number)) for each in before)
    return str(sum(columns[start : start + int(_span(context, span, number))]) or drawn)


def _whole(value: object) -> int | None:
    try:
        number = int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return None
    return number if str(number) == str(value) else None


@pass_context
def _each(context: Context, value: Any) -> Iterable[Any]:
    """What a `for` loops over: nothing where there is no value, else a list or the like."""
    if isinstance(value, Undefined):
        raise value.error()
    if absent(value):
        return ()
    if isinstance(value, str | int | float) or not hasattr(value, "__iter__"):
        raise Fault(
            Text(
                "for 后面的值不是列表，不能循环",
                "the value after for is not a list and cannot be looped over",
            ),
            Text("请检查名称，或把数据改成列表。", "Check the name, or make the data a list."),
        )
    items = cast(Collection[Any], value if hasattr(value, "__len__") else list(value))
    return cast(PartRender, context.render).document.meter.watched(items)


def _fragment(value: str, level: str) -> Fragment:
    return Fragment(level, value)


@pass_context
def _called(context: Context, value: str, number: int) -> str:
    """What a `{% call %}` block prints: the macro's text or piece of document."""
    state = cast(PartRender, context.render)
    result = returned(value)
    return state.text(result, number) if isinstance(result, str) or result.level == "r" else result.xml


@pass_environment
def _joined(environment: Environment, value: object) -> object:
    """An operand of `~`, which must not become the word None."""
    if isinstance(value, Undefined):
        raise value.error()
    if absent(value):
        raise no_value(value)
    measures.check_heft(environment.limits, value)
    return value


def returned(text: str) -> str | Fragment:
    """What a macro's raw result stands for: plain text, or a piece of the document."""
    if text[:1] != LEVEL:
        return text
    return text[2:] if text[1] == "t" else Fragment(text[1], text[2:])


PRINTERS: dict[str, Callable[..., object]] = {
    TEXT: text,
    PLAIN: _plain,
    PROPERTY: _property,
    ATTRIBUTE: _attribute,
    CHART: _chart,
    CHART_TEXT: _chart_text,
    CHART_ALTERNATIVE: _chart_alternative,
    TARGET: _target,
    BLOCK: _block,
    COLOUR: _colour,
    SPAN: _span,
    SPAN_WIDTH: _span_width,
    EACH: _each,
    FRAGMENT: _fragment,
    CALLED: _called,
    JOINED: _joined,
}
