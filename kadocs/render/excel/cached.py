"""The values of formulas, worked out elsewhere, written into a workbook beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from kadocs.render.excel import package
from kadocs.render.excel.strings import legal, written
from kadocs.render.word import package as archive
from kadocs.render.word.package import Member, member

Value = Decimal | str | bool
"""What a formula may come to: a number, a text or a truth value; an error is its text, such as #DIV/0!."""

_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(<f(?:>| [^>]*>)[^<]*</f>)</c>')
_ON_LOAD = re.compile(rb' fullCalcOnLoad="1"')
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


def with_values(workbook: bytes, values: Mapping[str, Mapping[str, Value]]) -> bytes:
    """A workbook that `Template.render` made, with its formulas' values: by sheet, then by cell ("D14").

    Where all of them have one, the workbook is no longer calculated when it is opened.
    """
    found = package.read(workbook, "workbook.xlsx")
    members: dict[str, Member] = dict(found.members)
    complete = True
    for sheet in found.sheets:
        text = found.read(sheet.part).decode()
        known = values.get(sheet.name, {})
        cells = _FORMULA.findall(text)
        complete &= all(cell in known for cell, _, _ in cells)
        if cells and known:
            filled = _FORMULA.sub(lambda match, known=known: _cell(match, known), text)  # type: ignore[misc]
            members[sheet.part] = member(sheet.part, filled.encode())
    if complete:
        members[found.main] = member(found.main, _ON_LOAD.sub(b"", found.read(found.main)))
    return archive.write(members.values())


def _cell(match: re.Match[str], known: Mapping[str, Value]) -> str:
    cell, attributes, formula = match.groups()
    if cell not in known:
        return match.group()
    kind, text = _stored(known[cell])
    return f'<c r="{cell}"{attributes}{kind}>{formula}<v>{text}</v></c>'


def _stored(value: Value) -> tuple[str, str]:
    """A value's type and text, as a cell beside its formula has them."""
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, str):
        return (' t="e"' if value in _ERRORS else ' t="str"'), written(legal(value)[0])
    return "", f"{value:f}"
