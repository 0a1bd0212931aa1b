"""What filters make of lists and records, as far as the names of their fields go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jinja2 import nodes

from kadocs.render.usage.uses import Parts, Several, Values, items, joined, made, maybe

SAME = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
    | {"e", "escape", "forceescape", "safe"}
)
ONE = frozenset({"first", "last", "max", "min"})
MANY = (
    SAME - {"e", "escape", "forceescape", "safe"} | ONE | {"batch", "groupby", "join", "map", "slice", "sum"}
)
"""The filters that work on lists."""

DEFAULTS = frozenset({"d", "default"})
_FIRST_IS_FIELD = frozenset({"groupby", "rejectattr", "selectattr"})
_FIELD_OF_EACH = _FIRST_IS_FIELD | {"join", "map", "max", "min", "sort", "sum", "unique"}

Through = Callable[[Values, str], Values]


def attributes(node: nodes.Filter) -> list[str]:
    """The fields of each item that a filter is told to look at, dotted."""
    if node.name not in _FIELD_OF_EACH:
        return []
    given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in _FIRST_IS_FIELD and node.args:
        given.append(node.args[0])
    found = [str(each.value) for each in given if isinstance(each, nodes.Const) and each.value is not None]
    return [name for text in found for name in text.split(",")]


def result(node: nodes.Filter, values: Values, given: Sequence[Values], through: Through) -> Values:
    """What a filter gives for `values`; `through` follows a dotted name from each item."""
    name = node.name
    if name in SAME:
        return values
    if name in ONE:
        return maybe(items(values))
    if name in DEFAULTS:
        return maybe(joined(values, *given[:1]))
    if name in ("batch", "slice"):
        return (Several(values),)
    if name == "map" and (fields := attributes(node)):
        return (Several(through(items(values), fields[0])),)
    if name == "groupby" and (fields := attributes(node)):
        key = through(items(values), fields[0])
        return (Several((Parts((("0", key), ("1", values), ("grouper", key), ("list", values))),)),)
    return made(joined(values, *given))
