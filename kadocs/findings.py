"""What kadocs has to say about a file: findings, their places, and the two ways to raise them.

Three kinds of trouble stay three different types:

* a rule is broken: a `Finding`, which is a value; findings are collected and shown together;
* a file cannot be used: `Refused`, an exception that carries the findings which say why;
* kadocs has a bug: any other exception.

Code that meets a bad value but does not know where the value came from raises `Fault`;
the caller that knows the place turns it into a finding with `Fault.at`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Text(NamedTuple):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """The words in `language`: Chinese for "zh", else English."""
        return self.zh if language == "zh" else self.en

    def fill(self, **values: object) -> Text:
        """These words with `{name}` replaced; a `Text` among the values is taken per language."""
        return Text(
            self.zh.format(**{k: v.zh if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )


NOTHING = Text("", "")


class Severity(Enum):
    """How much a finding matters: an error blocks the build, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):  # a large workbook makes half a million of them
    """Where something stands: a line of a text file, a cell of a workbook, a spot in a document.

    `cell` is written as Excel does (`报价!D14`, or a sheet's name alone); `trail` names the way
    into a document, outermost first (part, heading, paragraph or table cell, visible text, tag).
    """

    file: str
    line: int | None = None
    cell: str = ""
    trail: tuple[Text, ...] = ()

    def in_(self, language: str) -> str:
        """The place as shown: `deal.yaml:42`, `deal.xlsx › 报价!D14`, `bid.docx › 正文 › …`."""
        head = self.file if self.line is None else f"{self.file}:{self.line}"
        steps = [head, self.cell, *(step.in_(language) for step in self.trail)]
        return " › ".join(step for step in steps if step)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: what rule (`code`), how bad, where, what is wrong, and the way out.

    `path` is the dotted field that the finding is about (`quote.items[3].quantity`), if any.
    """

    code: str
    severity: Severity
    place: Place
    message: Text
    hint: Text
    path: str = ""


class Fault(ValueError):  # noqa: N818 - the value is at fault; nothing in kadocs has failed
    """A bad value, met by code that does not know where the value came from."""

    def __init__(self, message: Text, hint: Text = NOTHING) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint

    def at(self, place: Place, code: str, path: str = "") -> Finding:
        """This fault as an error with its place."""
        return Finding(code, Severity.ERROR, place, self.message, self.hint, path)


class Refused(Exception):  # noqa: N818 - the file is refused; nothing in kadocs has failed
    """A file cannot be used; `findings` says why, all at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.place.in_('en')}: {f.message.en}" for f in self.findings))


def refuse(code: str, place: Place, message: Text, hint: Text) -> Refused:
    """A `Refused` with one error, to be raised."""
    return Refused([Finding(code, Severity.ERROR, place, message, hint)])


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether any of these findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
