"""A tender's own form, as it was issued and as it is handed in: only its blanks may differ.

The original is compared with the finished form, character by character, not with what made it. What the
tagged copy is asked is where the blanks are: a tag counts as one only where the original leaves room. So a
copy with other words, a style that adds a number, and a condition that drops a line are all told.
Headers and footers are those of the volume, and are not compared.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kadocs.audit.fidelity.comparing import Change, Compared, Filled, compared
from kadocs.audit.fidelity.plan import assumed, slots
from kadocs.audit.fidelity.words import Block, Words

__all__ = ["Change", "Compared", "Filled", "Form", "compare", "finished"]


class Form(NamedTuple):
    """A tender's form: the Word file as it was `issued`, and its tagged `copy`, with their names.

    Where nobody has the original, `issued` is None, and the copy has to stand for it. A form that `grows`
    has tables to which rows may be added. `known` are words of the form that its copy takes from elsewhere.
    """

    copy: bytes
    name: str
    issued: bytes | None = None
    origin: str = ""
    grows: bool = False
    known: Mapping[str, str] = MappingProxyType({})


def finished(data: bytes, name: str, bookmarks: Container[str]) -> dict[str, tuple[Block, ...]]:
    """What each part of a finished volume holds, by the bookmark with which it begins.

    Raises `Refused` for what is no Word file.
    """
    return Words(data, name).parts(bookmarks)


def compare(form: Form, part: Sequence[Block]) -> Compared:
    """What differs between a form and its part of a finished volume, and what fills its blanks.

    Raises `Refused` where a file of the form cannot be read.
    """
    copy = Words(form.copy, form.name, form.known).blocks()
    issued = assumed(copy) if form.issued is None else Words(form.issued, form.origin).blocks()
    return compared(slots(issued, copy, grows=form.grows), part)
