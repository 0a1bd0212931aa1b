"""What went wrong in a template's own code while it was rendered, as a finding with its place.

Only what the template asked for is turned into a finding; anything else is a bug of the engine and
goes on its way.
"""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, cast

from jinja2.exceptions import SecurityError, TemplateRuntimeError

from kadocs.findings import Fault, Finding, Place, Refused, Text
from kadocs.render.limits import TooMuch
from kadocs.render.undefined import NoValue, UnknownName, Unsafe
from kadocs.render.word import places
from kadocs.render.word.runs import Run
from kadocs.render.word.values.faults import UnfitValue

_CODES: tuple[tuple[type[Fault], str], ...] = (
    (UnknownName, "TPL021"),
    (NoValue, "TPL020"),
    (Unsafe, "TPL023"),
    (TooMuch, "TPL024"),
)
_CALCULATION = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_OWN_ROOMS = (
    "kadocs.figures",
    "kadocs.render.filters",
    "kadocs.render.values",
    "kadocs.render.word",
    "kadocs.render.excel",
)
_EXPECTED = (Fault, Refused, TemplateRuntimeError, OverflowError, RecursionError, MemoryError, *_CALCULATION)


class Sites(Protocol):
    """Where tags stand, by their numbers."""

    def place(self, number: int, file: str) -> Place:
        """A tag's place, for messages."""


def findings(error: Exception, lines: tuple[int | None, ...], sites: Sites, file: str) -> list[Finding]:
    """The findings for an error that a template's code met; none where the engine itself failed.

    There is one, unless it is a file put in at a tag that was refused.
    """
    mark = _mark(error.__traceback__, lines)
    if mark is None and isinstance(error, TooMuch):
        return [error.at(Place(file), "TPL024")]
    if mark is None or not isinstance(error, _EXPECTED) or _is_bug(error):
        return []
    place = sites.place(mark, file)
    if isinstance(error, Refused):
        return [places.within(place, found) for found in error.findings]
    fault = error if isinstance(error, Fault) else _fault(error)
    return [fault.at(place, _code(error))]


def _mark(trace: TracebackType | None, lines: tuple[int | None, ...]) -> int | None:
    """The number of the mark whose line was running last."""
    number = None
    while trace is not None:
        if trace.tb_frame.f_code is Run.write.__code__:
            return cast(int, trace.tb_frame.f_locals["number"])
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
            if 0 <= line - 2 < len(lines) and lines[line - 2] is not None:
                number = lines[line - 2]
        trace = trace.tb_next
    return number


def _is_bug(error: Exception) -> bool:
    """Whether a miscalculation happened in the engine's own rooms, on whose account it then is."""
    trace = error.__traceback__
    if not isinstance(error, _CALCULATION) or isinstance(error, Fault | OverflowError):
        return False
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or trace.tb_frame.f_code is Run.write.__code__:  # it stands for the template's code
        return False
    return str(trace.tb_frame.f_globals.get("__name__")).startswith(_OWN_ROOMS)


def _code(error: Exception) -> str:
    if isinstance(error, UnfitValue):
        return error.code
    if isinstance(error, SecurityError):
        return "TPL023"
    if isinstance(error, OverflowError | RecursionError | MemoryError):
        return "TPL024"
    return next(
        (code for kind, code in _CODES if isinstance(error, kind)),
        "TPL022" if isinstance(error, Fault) else "TPL025",
    )


def _fault(error: Exception) -> Fault:
    if isinstance(error, OverflowError | RecursionError | MemoryError):
        return Fault(
            Text("这里算出的内容太多，已停止", "this makes too much and was stopped"),
            Text("请检查循环和宏的写法。", "Check loops and macros."),
        )
    if isinstance(error, ZeroDivisionError):
        return Fault(Text("除数是零", "division by zero"), Text("请先判断除数。", "Test the divisor first."))
    if isinstance(error, SecurityError):
        return Fault(Text("模板不能这样做", "a template may not do this"), Text("请去掉它。", "Remove it."))
    return Fault(
        Text(f"这个表达式算不出来：{error}", f"this expression cannot be computed: {error}"),
        Text(
            "请检查值的种类，例如文字和数字不能相加。",
            "Check the kinds of values: text and numbers do not add.",
        ),
    )
