"""The Jinja environment that templates run in: sandboxed, immutable, strict about names.

One environment serves one language, because filters print in it; it holds no state of a render.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Environment as JinjaEnvironment
from jinja2 import filters as jinja_filters
from jinja2 import pass_environment, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as JinjaContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from kadocs.findings import Fault
from kadocs.render import limits
from kadocs.render.filters import filters
from kadocs.render.undefined import Undefined, absent, no_value, outside_schema

# Out of the set: what works on HTML, what is random, and what reads attributes past `getattr`.
_UNFIT_FILTERS = frozenset({"attr", "pprint", "random", "urlize", "xmlattr", "striptags"})
_UNFIT_GLOBALS = frozenset({"lipsum"})
# Every value is escaped where it is printed, so asking for it twice must change nothing.
_ESCAPES = ("e", "escape", "forceescape", "safe")
_MEASURED = frozenset({"batch", "center", "indent", "slice", "truncate", "wordwrap"})


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
        names = {**self.get_all(), **{k: v for k, v in (locals or {}).items() if v is not missing}}
        return Context(self.environment, names, self.name, render=self.render)  # type: ignore[arg-type]


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with keys before attributes, exact decimals, and caps."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    context_class = Context

    def __init__(self, language: str) -> None:
        super().__init__(undefined=Undefined, autoescape=False, optimized=False, keep_trailing_newline=True)
        self.language = language
        self.binop_table.update({"+": limits.plus, "*": limits.times, "**": limits.power, "%": limits.modulo})
        for name in _UNFIT_GLOBALS:
            del self.globals[name]
        self.filters = {**_jinja_filters(), **filters(language)}
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
        limits.check_call(__obj, args)
        return super().call(__context, __obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """The sandboxed form of a text's `format` method, with sensible widths only."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            limits.check_format(value.__self__)
        return wrapped


@functools.cache
def environment(language: str) -> Environment:
    """The environment whose filters print in `language` ("zh" or "en")."""
    return Environment(language)


def _fault_of(value: object) -> Fault:
    return value.error() if isinstance(value, Undefined) else no_value(value)


def _jinja_filters() -> dict[str, Callable[..., Any]]:
    """Jinja's own filters: an absent value passes through, an unknown name does not."""
    kept = {name: f for name, f in jinja_filters.FILTERS.items() if name not in _UNFIT_FILTERS}
    wrapped = {name: _hand_on_absent(function, measured=name in _MEASURED) for name, function in kept.items()}
    wrapped |= {
        "default": _default,
        "d": _default,
        "join": _hand_on_absent(_join),
        "format": _hand_on_absent(_format),
        "replace": _hand_on_absent(_replace),
    }
    return wrapped | dict.fromkeys(_ESCAPES, _hand_on_absent(_unchanged))


def _hand_on_absent(function: Callable[..., Any], *, measured: bool = False) -> Callable[..., Any]:
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def filter_(*args: Any, **kwargs: Any) -> Any:
        value = args[position]
        if measured:
            limits.check_widths((*args[position + 1 :], *kwargs.values()))
        if isinstance(value, Undefined):
            raise value.error()
        return value if absent(value) else function(*args, **kwargs)

    return filter_


def _unchanged(value: object) -> object:
    return value


def _default(value: object, default: object = "", boolean: bool = False) -> object:
    return default if not _is_defined(value) or (boolean and not value) else value


@pass_environment
def _join(
    environment: JinjaEnvironment, value: Any, separator: str = "", attribute: str | int | None = None
) -> Any:
    items = list(value)
    if attribute is not None:
        items = list(map(jinja_filters.make_attrgetter(environment, attribute), items))
    for item in items:
        if absent(item):
            raise _fault_of(item)
    limits.check_joining(separator, items)
    return separator.join(map(str, items))


def _format(value: Any, *args: Any, **kwargs: Any) -> Any:
    for arg in (*args, *kwargs.values()):
        if absent(arg):
            raise _fault_of(arg)
    limits.check_format(value)
    return jinja_filters.do_format(value, *args, **kwargs)


@pass_eval_context
def _replace(eval_ctx: EvalContext, value: Any, old: str, new: str, count: int | None = None) -> Any:
    limits.check_replacement(str(value), old, new)
    return jinja_filters.do_replace(eval_ctx, str(value), str(old), str(new), count)


def _is_defined(value: object) -> bool:
    if isinstance(value, Undefined):
        return bool(value)  # false, or the schema's fault
    return not absent(value)


def _is_undefined(value: object) -> bool:
    return not _is_defined(value)


def _is_none(value: object) -> bool:
    return absent(value) and not isinstance(value, Undefined)
