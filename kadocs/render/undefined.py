"""What a template gets for a name that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, NoReturn

from jinja2 import Undefined as JinjaUndefined
from jinja2.exceptions import SecurityError

from kadocs.figures.missing import Missing
from kadocs.findings import Fault, Text


class UnknownName(Fault):
    """A template uses a name that its data does not have."""


class NoValue(Fault):
    """A value that is not there is used where one is needed."""


class Unsafe(Fault):
    """A template reaches for what the sandbox keeps from it."""


class Undefined(JinjaUndefined):
    """A name without a value: it may be tested, but printing or using it raises `UnknownName`.

    A schema knows all its names, so for a name outside it even the test is an error: such an
    `Undefined` carries the schema's `fault`.
    """

    __slots__ = ("fault",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fault: Fault | None = None

    def _fail_with_undefined_error(self, *_: object, **__: object) -> NoReturn:
        raise self.error()

    def error(self) -> Fault:
        """The fault that any use of this name raises."""
        if self.fault is not None:
            return self.fault
        if self._undefined_exception is SecurityError:
            return unsafe(str(self._undefined_name))
        return unknown(str(self._undefined_name), names_of(self._undefined_obj), self._undefined_obj)

    def _test(self) -> bool:
        if self.fault is not None:
            raise self.fault
        if self._undefined_exception is SecurityError:
            raise self.error()
        return False

    def __getattr__(self, name: str) -> NoReturn:
        if name[:2] == "__":
            raise AttributeError(name)
        raise self.error()

    __bool__ = _test
    __iter__ = __str__ = __len__ = __contains__ = _fail_with_undefined_error
    __eq__ = __ne__ = __hash__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _fail_with_undefined_error
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _fail_with_undefined_error
    __mod__ = __rmod__ = __pow__ = __rpow__ = __pos__ = __neg__ = _fail_with_undefined_error
    __call__ = __getitem__ = _fail_with_undefined_error
    __lt__ = __le__ = __gt__ = __ge__ = _fail_with_undefined_error
    __int__ = __float__ = __complex__ = _fail_with_undefined_error


def outside_schema(name: str, fault: Fault) -> Undefined:
    """The stand-in for a top-level name that the schema refuses: every use raises its `fault`."""
    undefined = Undefined(name=name)
    undefined.fault = fault
    return undefined


def absent(value: object) -> bool:
    """Whether `value` is no value: None, a known field without one, or an unknown name."""
    return value is None or isinstance(value, Missing | Undefined)


def names_of(value: object) -> list[str]:
    """The names that a template could have meant on `value`."""
    if isinstance(value, dict):
        return [key for key in value if isinstance(key, str)]
    return [name for name in dir(value) if not name.startswith("_")] if value is not None else []


def unknown(name: str, names: Iterable[str], holder: object = None) -> UnknownName:
    """The fault for a name that is nowhere, with the nearest of the `names` that exist."""
    near = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    if near:
        hint = Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
    elif holder is None:
        hint = Text("请检查名称，或在数据里加上它。", "Check the name, or add it to the data.")
    else:
        hint = Text("请检查名称是否写对。", "Check the spelling of the name.")
    return UnknownName(Text(f"数据里没有“{name}”", f'the data has no "{name}"'), hint)


def unsafe(name: str) -> Unsafe:
    """The fault for a name that templates may not touch."""
    return Unsafe(
        Text(f"模板不能使用“{name}”", f'a template may not use "{name}"'),
        Text("请只使用数据里的字段和过滤器。", "Use the fields of the data and the filters only."),
    )


def no_value(value: object) -> NoValue:
    """The fault for an absent `value` that is needed, named by its title where it has one."""
    if isinstance(value, Missing):
        title = value.title
        return NoValue(
            Text(f"还没有填写“{title.zh}”（{value.path}）", f'"{title.en}" ({value.path}) has no value yet'),
            Text("请在数据里填写它。", "Fill it in."),
        )
    return NoValue(
        Text("这里没有值", "there is no value here"),
        Text(
            "请在数据里填写它，或在模板里用 default 给出缺省值。",
            "Fill it in, or give a default in the template.",
        ),
    )
