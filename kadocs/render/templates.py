"""A template of whichever program it was made in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kadocs.render.limits import USUAL, Limits

if TYPE_CHECKING:  # each is heavy, and a render needs one of them
    from kadocs.render import excel, word

    Template = word.Template | excel.Template

_WORKBOOKS = (".xlsx", ".xltx", ".xlsm", ".xltm", ".xls")


def is_workbook(name: str) -> bool:
    """Whether a file of that name is Excel's."""
    return name.lower().endswith(_WORKBOOKS)


def compiled(
    data: bytes, name: str, files: Callable[[str], bytes] | None = None, *, limits: Limits = USUAL
) -> Template:
    """The template in `data`, Word's or Excel's by its name. Raises `Refused` with its faults."""
    if is_workbook(name):
        from kadocs.render import excel

        return excel.Template(data, name, files, limits=limits)
    from kadocs.render import word

    return word.Template(data, name, files, limits=limits)
