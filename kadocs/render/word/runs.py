"""Plain values between static text, written without Jinja.

`{{ name }}`, `{{ name.field }}` and `{{ name.field | filter }}` are most of what templates hold. Where
no loop, macro or `set` gives the name, they need no code of their own: a stretch of them is a table
that one call walks through. Compiling one costs a tenth of compiling Jinja's code for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jinja2 import pass_context

from kadocs.render.environment import Context, Environment
from kadocs.render.tags import OUTPUT
from kadocs.render.word import printer
from kadocs.render.word.assemble import Source
from kadocs.render.word.marks import Mark

RUN = "_run"
"""What stands for a run in a part's source."""

_PLAIN = re.compile(r"([^\W\d_]\w*(?:\.[^\W\d_]\w*)*)((?: ?\| ?[^\W\d_]\w*)*)")
_WORD = re.compile(r"\w+")
_GIVEN_BY_JINJA = frozenset({"loop", "caller", "varargs", "kwargs", "self", "super"})
_NO_NAMES = frozenset(["true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is"])
_TARGETS = {"for": " in ", "set": "="}
_PARAMETERS = frozenset({"macro", "call", "with"})


@dataclass(frozen=True, slots=True)
class Step:
    """Static text, then a value: a name, the fields to follow from it, filters, the number of its site."""

    before: str
    name: str
    fields: tuple[str, ...]
    filters: tuple[str, ...]
    number: int


@dataclass(slots=True)
class Run:
    """A stretch of plain values; `after` is the static text that follows the last one."""

    steps: list[Step] = field(default_factory=list)
    after: str = ""

    def write(self, context: Context) -> str:
        """The text of the run."""
        out: list[str] = []
        resolve, environment = context.resolve_or_missing, context.environment
        for step in self.steps:
            number = step.number  # `trouble` reads it from this frame when something below raises
            value = resolve(step.name)
            for name in step.fields:
                value = environment.getattr(value, name)
            for name in step.filters:
                value = environment.filters[name](value)
            out += (step.before, printer.text(context, value, number))
        out.append(self.after)
        return "".join(out)


def fold(source: Source, environment: Environment) -> tuple[str, dict[int, Run]]:
    """The source's text with a short name in place of each stretch of plain values; those by their lines.

    Every other tag keeps its line.
    """
    folding = _Folding(source, environment)
    for index, mark in enumerate(source.lines):
        folding.take(index, mark)
    folding.flush(len(source.lines))
    return "".join(folding.out), folding.runs


class _Folding:
    def __init__(self, source: Source, environment: Environment) -> None:
        self._source = source
        self._environment = environment
        self._assigned = _assigned(source.lines)
        self._chunks = iter(source.chunks)
        self._static = ""
        self._pieces: list[str] = []
        self._run = Run()
        self.out: list[str] = []
        self.runs: dict[int, Run] = {}

    def take(self, index: int, mark: Mark | None) -> None:
        if mark is None:
            self._static += next(self._chunks)
        elif (step := self._step(index, mark)) is not None:
            self._run.steps.append(step)
            self._static = ""
        else:
            self.flush(index)
            self.out.append(self._source.pieces[index])
            return
        self._pieces.append(self._source.pieces[index])

    def flush(self, index: int) -> None:
        """End the stretch that is open, before the piece at `index`."""
        if self._run.steps:
            self._run.after = self._static
            lines = len(self._pieces)
            self.out.append("{{" + "\n" + RUN + "\n" * (lines - 1) + " }}")
            self.runs[index - lines + 2] = self._run
            self._run = Run()
        else:
            self.out += self._pieces
        self._static, self._pieces = "", []

    def _step(self, index: int, mark: Mark) -> Step | None:
        if mark.tag.kind != OUTPUT or self._source.printers.get(index + 2) != printer.TEXT:
            return None
        match = _PLAIN.fullmatch(mark.tag.body)
        if match is None:
            return None
        name, *fields = match[1].split(".")
        filters = tuple(_WORD.findall(match[2]))
        if name in self._assigned or name in _NO_NAMES or not all(map(self._takes_one, filters)):
            return None
        return Step(self._static, name, tuple(fields), filters, mark.number)

    def _takes_one(self, name: str) -> bool:
        """Whether a filter exists and wants nothing but its value."""
        found = self._environment.filters.get(name)
        return found is not None and not hasattr(found, "jinja_pass_arg")


def _assigned(marks: list[Mark | None]) -> set[str]:
    """Every name that the statements of a part may give a value to."""
    names = set(_GIVEN_BY_JINJA)
    for mark in marks:
        if mark is None or not mark.tag.keyword:
            continue
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
