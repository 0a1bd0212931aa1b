"""Plain values between static text, written without Jinja.

`{{ name }}`, `{{ name.field }}` and `{{ name.field | filter }}` are most of what templates hold. Where
no loop, macro or `set` gives the name, they need no code of their own: a stretch of them is a table
that one call walks through. Compiling one costs a tenth of compiling Jinja's code for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import pass_context

from kadocs.render.environment import Context, Environment
from kadocs.render.word import printer
from kadocs.render.word.marks import Mark

RUN = "_run"
"""What stands for a run in a part's source."""

_PLAIN = re.compile(r"([^\W\d_]\w*(?:\.[^\W\d_]\w*)*)((?: ?\| ?[^\W\d_]\w*)*)")
_WORD = re.compile(r"\w+")
_GIVEN_BY_JINJA = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_NO_NAMES = frozenset(["true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is"])
_TARGETS = {"for": " in ", "set": "="}
_PARAMETERS = frozenset({"macro", "call", "with"})


class Step(NamedTuple):
    """Static text, then a value: a name, the fields to follow from it, filters, the number of its site."""

    before: str
    name: str
    fields: tuple[str, ...]
    filters: tuple[str, ...]
    number: int

    @property
    def body(self) -> str:
        """The expression that gives the value."""
        return " | ".join((".".join((self.name, *self.fields)), *self.filters))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of plain values; `after` is the static text that follows the last one."""

    steps: list[Step]
    after: str

    def write(self, context: Context) -> str:
        """The text of the run."""
        out: list[str] = []
        add, resolve, environment = out.append, context.resolve_or_missing, context.environment
        # `trouble` reads `number` from this frame when something below raises.
        for before, name, fields, filters, number in self.steps:
            value = resolve(name)
            for field in fields:
                value = environment.getattr(value, field)
            for filter_ in filters:
                value = environment.filters[filter_](value)
            add(before)
            add(printer.text(context, value, number))
        add(self.after)
        return "".join(out)


class Plain:
    """Tells which tags of a part are plain values; `marks` are all that its statements are among."""

    def __init__(self, marks: Iterable[Mark], environment: Environment) -> None:
        self._not_given = _NO_NAMES | _assigned(marks)
        self._environment = environment

    def step(self, before: str, body: str, number: int) -> Step | None:
        """The step that writes static text and an expression's value, if that is plain."""
        if body.isidentifier() and body[0] != "_":
            return None if body in self._not_given else Step(before, body, (), (), number)
        match = _PLAIN.fullmatch(body)
        if match is None:
            return None
        name, *fields = match[1].split(".")
        filters = tuple(_WORD.findall(match[2]))
        if name in self._not_given or not all(map(self._takes_one, filters)):
            return None
        return Step(before, name, tuple(fields), filters, number)

    def _takes_one(self, name: str) -> bool:
        """Whether a filter exists and wants nothing but its value."""
        found = self._environment.filters.get(name)
        return found is not None and not hasattr(found, "jinja_pass_arg")


def _assigned(marks: Iterable[Mark]) -> set[str]:
    """Every name that the statements of a part may give a value to."""
    names = set(_GIVEN_BY_JINJA)
    for mark in marks:
        keyword, body = mark.tag.keyword, mark.tag.body
        if keyword in _TARGETS:
            names.update(_WORD.findall(body.partition(_TARGETS[keyword])[0]))
        elif keyword in _PARAMETERS:
            names.update(_WORD.findall(body))
    return names


@pass_context
def run(context: Context, line: int) -> str:
    """The text of a run of the part that `context` renders, by its line."""
    runs: dict[int, Run] = context.render.runs
    return runs[line].write(context)
