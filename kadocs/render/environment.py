"""The Jinja environment that templates run in: sandboxed, immutable, strict about names.

One environment serves one language, because filters print in it; it holds no state of a render.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import filters as jinja_filters
from jinja2 import pass_environment
from jinja2.runtime import Context as JinjaContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from kadocs.findings import Fault
from kadocs.render import lists, measures
from kadocs.render.filters import filters
from kadocs.render.limits import USUAL, Limits
from kadocs.render.undefined import Undefined, absent, no_value, outside_schema

# Out of the set: what works on HTML, what is random, and what reads attributes past `getattr`.
_UNFIT_FILTERS = frozenset({"attr", "pprint", "random", "urlize", "xmlattr", "striptags"})
_UNFIT_GLOBALS = frozenset({"lipsum"})
# Every value is escaped where it is printed, so asking for it twice must change nothing.
_ESCAPES = ("e", "escape", "forceescape", "safe")
_MEASURED = frozenset({"batch", "center", "indent", "round", "slice", "tojson", "truncate", "wordwrap"})
_WRITERS = frozenset({"capitalize", "center", "indent", "lower", "string", "title", "tojson", "trim"}) | {
    *("truncate", "upper", "urlencode", "wordcount", "wordwrap"),
}
_LISTS: Mapping[str, Callable[..., Any]] = {
    "join": lists.join,
    "sum": lists.total,
    "max": lists.largest,
    "min": lists.smallest,
    "sort": lists.sort,
    "groupby": lists.groupby,
}
_UNFIT_METHODS = frozenset({"translate", "maketrans"})


class Context(JinjaContext):
    """The names of one part's render; `render` is the state of the whole document's render."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None = None,
        blocks: dict[str, Any] | None = None,
        globals: Mapping[str, Any] | None = None,
        render: Any = None,
    ) -> None:
        super().__init__(environment, parent, name, blocks or {}, None)
        self.render = render

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name, an `Undefined` that every use of trips over, or `missing`."""
        if key in self.vars:
            return self.vars[key]
        if key in self.parent:
            return self.parent[key]
        if key in self.environment.globals:
            return self.environment.globals[key]
        try:
            return self.parent[key]
        except KeyError:
            return Undefined(obj=self.parent, name=key)
        except Fault as fault:
            return outside_schema(key, fault)

    def derived(self, locals: dict[str, Any] | None = None) -> Context:
        """A context with these names on top, for a function that asks for its context."""
        context = Context(self.environment, self.parent, self.name, render=self.render)  # type: ignore[arg-type]
        context.vars.update(self.vars)
        context.vars.update({k: v for k, v in (locals or {}).items() if v is not missing})
        return context


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with keys before attributes, exact decimals, and caps."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    context_class = Context

    def __init__(self, language: str, limits: Limits = USUAL) -> None:
        super().__init__(undefined=Undefined, autoescape=False, optimized=False, keep_trailing_newline=True)
        self.language = language
        self.limits = limits
        self.binop_table = {**self.default_binop_table, **measures.operators(limits)}
        for name in _UNFIT_GLOBALS:
            del self.globals[name]
        self.filters = {**_jinja_filters(limits), **filters(language)}
        self.tests = {**self.tests, "defined": _is_defined, "undefined": _is_undefined, "none": _is_none}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: a mapping's key first, so that `quote.items` is the key."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                pass
        if obj is None:
            return Undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: JinjaContext, operator: str, left: Any, right: Any) -> Any:
        """An arithmetic operation; beside a Decimal, a float is read by its shortest text."""
        if isinstance(left, float) and isinstance(right, Decimal):
            left = Decimal(str(left))
        elif isinstance(right, float) and isinstance(left, Decimal):
            right = Decimal(str(right))
        if absent(left) or absent(right):
            raise _fault_of(left if absent(left) else right)
        return self.binop_table[operator](left, right)

    def call(self, __context: JinjaContext, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """The result of a call, unless it is unsafe or would make something enormous."""
        if isinstance(__obj, Undefined):
            raise __obj.error()
        measures.check_call(self.limits, __obj, args, kwargs)
        return super().call(__context, __obj, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use an attribute; no text's method that can blow it up."""
        if attr in _UNFIT_METHODS and isinstance(obj, str | bytes):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """The sandboxed form of a text's `format` method, with sensible widths only."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        measures.check_format(self.limits, value.__self__)

        @functools.wraps(wrapped)
        def measured(*args: Any, **kwargs: Any) -> str:
            measures.check_heft(self.limits, *args, *kwargs.values())
            return wrapped(*args, **kwargs)

        return measured


@functools.cache
def environment(language: str, limits: Limits = USUAL) -> Environment:
    """The environment whose filters print in `language` ("zh" or "en")."""
    return Environment(language, limits)


def _fault_of(value: object) -> Fault:
    return value.error() if isinstance(value, Undefined) else no_value(value)


def _jinja_filters(limits: Limits) -> dict[str, Callable[..., Any]]:
    """Jinja's own filters: an absent value passes through, an unknown name does not."""
    kept = {name: f for name, f in jinja_filters.FILTERS.items() if name not in _UNFIT_FILTERS}
    wrapped = {name: _hand_on_absent(_measured(name, f, limits)) for name, f in kept.items()}
    wrapped |= {
        "default": _default,
        "d": _default,
        **{name: _hand_on_absent(function) for name, function in _LISTS.items()},
        "format": _hand_on_absent(_format),
        "replace": _hand_on_absent(_replace),
    }
    return wrapped | dict.fromkeys(_ESCAPES, _hand_on_absent(_unchanged))


def _measured(name: str, function: Callable[..., Any], limits: Limits) -> Callable[..., Any]:
    """A filter that looks at its widths, and at the heft of the lists that it makes a text of."""
    if name not in _MEASURED | _WRITERS:
        return function
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def filter_(*args: Any, **kwargs: Any) -> Any:
        if name in _MEASURED:
            measures.check_widths(limits, (*args[position + 1 :], *kwargs.values()))
        if name in _WRITERS and not isinstance(args[position], str):
            if gap := lists.first_missing(args[position]):
                return gap[0]
            measures.check_heft(limits, args[position])
        return function(*args, **kwargs)

    return filter_


def _hand_on_absent(function: Callable[..., Any]) -> Callable[..., Any]:
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def filter_(*args: Any, **kwargs: Any) -> Any:
        value = args[position]
        if isinstance(value, Undefined):
            raise value.error()
        return value if absent(value) else function(*args, **kwargs)

    return filter_


def _unchanged(value: object) -> object:
    return value


def _default(value: object, default: object = "", boolean: bool = False) -> object:
    return default if not _is_defined(value) or (boolean and not value) else value


@pass_environment
def _format(environment: Environment, value: Any, *args: Any, **kwargs: Any) -> Any:
    for arg in (*args, *kwargs.values()):
        if absent(arg):
            raise _fault_of(arg)
    measures.check_format(environment.limits, value)
    measures.check_heft(environment.limits, *args, *kwargs.values())
    return jinja_filters.do_format(value, *args, **kwargs)


@pass_environment
def _replace(environment: Environment, value: Any, old: str, new: str, count: int | None = None) -> Any:
    if gap := lists.first_missing(value):
        return gap[0]
    measures.check_replacement(environment.limits, str(value), str(old), str(new))
    return str(value).replace(str(old), str(new), -1 if count is None else count)


def _is_defined(value: object) -> bool:
    if isinstance(value, Undefined):
        return bool(value)  # false, or the schema's fault
    return not absent(value)


def _is_undefined(value: object) -> bool:
    return not _is_defined(value)


def _is_none(value: object) -> bool:
    return absent(value) and not isinstance(value, Undefined)
