"""The references in a formula, told from its texts, names and functions; everything else is left as it is.

Only A1 references are known, as files hold them (ECMA-376 part 1, section 18.17).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kadocs.figures import columns
from kadocs.render.excel.names import COLUMNS, ROWS

_END = r"(?![\w.(!\[])"
_CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_TOKEN = re.compile(
    rf"""(?P<text>"(?:[^"]|"")*")
    |(?P<table>[^\W\d][\w.]*\[(?:[^\[\]]|\[[^\[\]]*\])*\])
    |(?P<sheet>'(?:[^']|'')+'!|(?:\[\d+\])?[^\W\d][\w.]*(?::[^\W\d][\w.]*)?!)?
     (?P<ref>{_CELL}:{_CELL}{_END}|{_CELL}{_END}|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}{_END}
       |\$?[0-9]+:\$?[0-9]+{_END})
    |(?P<function>[^\W\d][\w.]*)\(
    |(?P<word>[^\W][\w.\\?]*!?|\#[A-Z0-9/]+[!?]?|\$)
    |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_PART = re.compile(r"(\$?)([A-Za-z]*)(\$?)([0-9]*)")
_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")

_RANGED = """
SUM AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MAX MAXA MIN MINA PRODUCT SUMPRODUCT SUMSQ SUMIF SUMIFS COUNTIF
COUNTIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS MEDIAN MODE STDEV STDEV.S STDEV.P STDEVP VAR VAR.S VAR.P VARP
LARGE SMALL RANK RANK.EQ RANK.AVG PERCENTILE QUARTILE INDEX MATCH XMATCH VLOOKUP HLOOKUP LOOKUP XLOOKUP
SUBTOTAL AGGREGATE ROWS COLUMNS TRANSPOSE FILTER SORT SORTBY UNIQUE TEXTJOIN CONCAT NPV IRR XNPV XIRR MIRR
AND OR XOR FREQUENCY CORREL SLOPE INTERCEPT TREND GROWTH FORECAST GEOMEAN HARMEAN AVEDEV MMULT
"""
RANGED = frozenset(_RANGED.split())
"""Functions whose argument may as well be one cell as many; of the others, one cell must stay one."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a reference along an axis: a line counted from 1, and whether a `$` fixes it."""

    line: int
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to cells: the ends of its rows and columns, None where it names whole lines.

    `sheet` is the sheet that it names, empty for its own. `single` says that one cell is written, `ranged`
    that it is an argument of a function which takes many as well as one.
    """

    sheet: str
    prefix: str
    rows: tuple[End, End] | None
    columns: tuple[End, End] | None
    single: bool
    ranged: bool = False

    def at(self, rows: tuple[int, int] | None, across: tuple[int, int] | None) -> str:
        """The reference as written for other rows and columns; `prefix` included."""
        return self.prefix + self.body(rows, across)

    def body(self, rows: tuple[int, int] | None, across: tuple[int, int] | None) -> str:
        """The reference as written for other rows and columns, without its sheet."""
        first, last = ("".join(self._end(which, rows, across)) for which in (0, 1))
        return first if first == last and self.rows and self.columns and self.single else f"{first}:{last}"

    def _end(self, which: int, rows: tuple[int, int] | None, across: tuple[int, int] | None) -> Iterator[str]:
        if self.columns and across:
            yield f"{'$' if self.columns[which].fixed else ''}{columns.letters(across[which] - 1)}"
        if self.rows and rows:
            yield f"{'$' if self.rows[which].fixed else ''}{rows[which]}"

    @property
    def spans(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Its rows and its columns as they are written."""
        return _lines(self.rows), _lines(self.columns)


Token = str | Reference


def _lines(ends: tuple[End, End] | None) -> tuple[int, int] | None:
    return None if ends is None else (ends[0].line, ends[1].line)


def read(formula: str) -> list[Token]:
    """The formula as texts and references, in order."""
    found: list[Token] = []
    functions: list[str] = []
    for match in _TOKEN.finditer(formula):
        kind, token = match.lastgroup, match.group()
        reference = _reference(match) if match["ref"] else None
        if reference is not None:
            found.append(replace(reference, ranged=_is_argument(formula, match.span(), functions)))
            continue
        if kind == "function":
            functions.append(match["function"].upper().removeprefix("_XLFN."))
        elif token == "(":
            functions.append("")
        elif token == ")" and functions:
            functions.pop()
        found.append(token)
    return found


def sheet_prefix(name: str) -> str:
    """How a formula names a sheet: `报价!`, `'Price list'!`."""
    plain = _PLAIN_SHEET.fullmatch(name) and not _LIKE_A_CELL.fullmatch(name)
    return f"{name}!" if plain else "'" + name.replace("'", "''") + "'!"


def shifted(tokens: list[Token], rows: int, across: int) -> str:
    """The formula as it reads when it is copied so many rows down and columns to the right."""
    return "".join(token if isinstance(token, str) else _copied(token, rows, across) for token in tokens)


def _copied(reference: Reference, rows: int, across: int) -> str:
    down = _moved(reference.rows, rows, ROWS)
    right = _moved(reference.columns, across, COLUMNS)
    beyond = (down and min(down) < 1) or (right and min(right) < 1)
    return f"{reference.prefix}#REF!" if beyond else reference.at(down, right)


def _moved(ends: tuple[End, End] | None, by: int, most: int) -> tuple[int, int] | None:
    if ends is None:
        return None
    first, last = (end.line if end.fixed else end.line + by for end in ends)
    return (0, 0) if max(first, last) > most else (first, last)


def _is_argument(formula: str, span: tuple[int, int], functions: list[str]) -> bool:
    """Whether a reference is all of an argument of a function that takes ranges."""
    before, after = formula[: span[0]].rstrip()[-1:], formula[span[1] :].lstrip()[:1]
    return bool(functions) and functions[-1] in RANGED and before in ("(", ",") and after in (")", ",")


def _reference(match: re.Match[str]) -> Reference | None:
    """The reference that a token is, None where it lies outside of any sheet."""
    first, _, last = match["ref"].partition(":")
    ends = [_PART.fullmatch(part) for part in (first, last or first)]
    rows = [End(int(e[4]), bool(e[3] or (not e[2] and e[1]))) for e in ends if e and e[4]]
    across = [End(columns.position(e[2].upper()) + 1, bool(e[1])) for e in ends if e and e[2]]
    if any(not 1 <= e.line <= ROWS for e in rows) or any(e.line > COLUMNS for e in across):
        return None
    prefix = match["sheet"] or ""
    return Reference(
        _sheet(prefix), prefix, _ordered(rows), _ordered(across), single=not last and bool(rows and across)
    )


def _ordered(ends: list[End]) -> tuple[End, End] | None:
    if not ends:
        return None
    first, last = sorted(ends, key=lambda end: end.line)
    return first, last


def _sheet(prefix: str) -> str:
    name = prefix.removesuffix("!")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
