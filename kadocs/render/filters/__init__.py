"""The filters that a template may use on a value: `{{ quote.total | money }}`.

They are thin: the work is done in `kadocs.figures`. A filter handed None, a `Missing` or an undefined
name hands it on, so that whoever prints it reports it; a filter fed wrongly raises `Fault`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial, wraps
from types import MappingProxyType

from jinja2 import Undefined

from kadocs.figures.missing import Missing
from kadocs.findings import Fault, Text
from kadocs.render.filters import accounts, amounts, days

Filter = Callable[..., object]

_ABSENT = (Missing, Undefined, type(None))


def filters(language: str) -> dict[str, Filter]:
    """Every filter by its name in templates, speaking `language` where it prints words or signs."""
    return {
        name: guarded(name, partial(function, language=language) if name in _SPOKEN else function)
        for name, function in FILTERS.items()
    }


def guarded(name: str, function: Filter) -> Filter:
    """`function` as a filter that hands on an absent value and names itself where its arguments are wrong."""

    @wraps(FILTERS.get(name, function))
    def apply(value: object, *args: object, **options: object) -> object:
        if isinstance(value, _ABSENT):
            return value
        try:
            return function(value, *args, **options)
        except TypeError:
            if _takes(function, value, *args, **options):
                raise
            raise _wrong_arguments(name, function) from None

    return apply


def _takes(function: Filter, *args: object, **options: object) -> bool:
    try:
        inspect.signature(function).bind(*args, **options)
    except TypeError:
        return False
    return True


def _wrong_arguments(name: str, function: Filter) -> Fault:
    known = [option for option in inspect.signature(function).parameters if option not in _GIVEN][1:]
    listed = ", ".join(known)
    return Fault(
        Text("过滤器 {name} 的参数不对", "the filter {name} was given wrong arguments").fill(name=name),
        Text("可用的参数：{listed}", "its arguments are: {listed}").fill(listed=listed)
        if known
        else Text("它没有参数", "it takes none"),
    )


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "money": amounts.money,
        "number": amounts.number,
        "percent": amounts.percent,
        "wan": amounts.wan,
        "rmb": amounts.rmb,
        "words": amounts.words,
        "date": days.date,
        "datetime": days.datetime,
        "cn_date": days.cn_date,
        "bank": accounts.bank,
    }
)
"""The filters without a language bound to them; `filters` is what an environment takes."""

_GIVEN = frozenset({"language", "document"})
"""What filters are told without being asked."""

_SPOKEN = frozenset({"money", "date", "datetime"})
