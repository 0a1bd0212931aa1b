"""Jinja's filters that read a whole list, where an item or the field that they read may be missing.

What cannot be told without the missing value is that missing value, so that whoever prints it reports it;
what orders a list puts it last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, pass_environment
from jinja2 import filters as jinja_filters

from kadocs.render import measures
from kadocs.render.undefined import Undefined, absent

Attribute = str | int | None


@pass_environment
def join(environment: Any, value: Any, separator: str = "", attribute: Attribute = None) -> Any:
    """The items as one text, `separator` between them."""
    items = _read(environment, value, attribute)
    gap = _gap(items)
    if gap:
        return gap[0]
    measures.check_joining(environment.limits, separator, items)
    return separator.join(map(str, items))


@pass_environment
def total(environment: Environment, value: Any, attribute: Attribute = None, start: Any = 0) -> Any:
    """The sum of the items, from `start` on."""
    items = _read(environment, value, attribute)
    gap = _gap(items)
    return gap[0] if gap else jinja_filters.do_sum(environment, items, None, start)


@pass_environment
def largest(
    environment: Environment, value: Any, case_sensitive: bool = False, attribute: Attribute = None
) -> Any:
    """The item of which nothing is greater."""
    items = list(value)
    gap = _gap(_read(environment, items, attribute))
    return gap[0] if gap else jinja_filters.do_max(environment, items, case_sensitive, attribute)


@pass_environment
def smallest(
    environment: Environment, value: Any, case_sensitive: bool = False, attribute: Attribute = None
) -> Any:
    """The item of which nothing is less."""
    items = list(value)
    gap = _gap(_read(environment, items, attribute))
    return gap[0] if gap else jinja_filters.do_min(environment, items, case_sensitive, attribute)


@pass_environment
def sort(
    environment: Environment,
    value: Any,
    reverse: bool = False,
    case_sensitive: bool = False,
    attribute: Attribute = None,
) -> list[Any]:
    """The items in order."""
    present, missing = _parted(environment, value, attribute)
    ordered = jinja_filters.do_sort(environment, present, reverse, case_sensitive, attribute)
    return [*ordered, *missing]


@pass_environment
def groupby(
    environment: Environment,
    value: Any,
    attribute: str | int,
    default: Any = None,
    case_sensitive: bool = False,
) -> list[Any]:
    """The items in groups of the same `attribute`, each with that and its list."""
    if default is not None:
        return jinja_filters.sync_do_groupby(environment, value, attribute, default, case_sensitive)
    present, missing = _parted(environment, value, attribute)
    groups = jinja_filters.sync_do_groupby(environment, present, attribute, None, case_sensitive)
    if missing:
        groups.append(jinja_filters._GroupTuple(_field(environment, attribute)(missing[0]), missing))
    return groups


def first_missing(value: object) -> list[object]:
    """The first missing item of `value`, if it is a list that has one; raises Fault for an unknown name."""
    return _gap(value) if isinstance(value, list | tuple) else []


def _read(environment: Environment, value: Iterable[Any], attribute: Attribute) -> list[Any]:
    """The items, or of each the field that is asked for."""
    return list(value if attribute is None else map(_field(environment, attribute), value))


def _field(environment: Environment, attribute: str | int) -> Callable[[Any], Any]:
    """What reads a field of an item; an item that is missing has no other."""
    getter = jinja_filters.make_attrgetter(environment, attribute)
    return lambda item: item if absent(item) else getter(item)


def _gap(items: Iterable[Any]) -> list[Any]:
    """The first missing value, if there is one."""
    for item in items:
        if isinstance(item, Undefined):
            raise item.error()
        if absent(item):
            return [item]
    return []


def _parted(environment: Environment, value: Any, attribute: Attribute) -> tuple[list[Any], list[Any]]:
    """The items that can be compared, and those that cannot, for want of a value."""
    names = attribute.split(",") if isinstance(attribute, str) else [attribute]
    present: list[Any] = []
    missing: list[Any] = []
    for item in value:
        gap = any(_gap([item if name is None else _field(environment, name)(item)]) for name in names)
        (missing if gap else present).append(item)
    return present, missing
