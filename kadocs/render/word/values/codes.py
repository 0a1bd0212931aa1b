"""Values in the codes of fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from jinja2 import pass_context

from kadocs.findings import Text
from kadocs.render.environment import Context
from kadocs.render.undefined import absent
from kadocs.render.word.values import placed
from kadocs.render.word.values.faults import UnfitValue
from kadocs.render.word.values.value import Writer

if TYPE_CHECKING:
    from kadocs.render.word.state import PartRender

QUOTED, WORD, ADDRESS = "_code_quoted", "_code_word", "_code_address"
_BREAKS = re.compile(r"[\s\"\\]")


@pass_context
def _quoted(context: Context, value: object, number: int) -> str:
    """A value within quotes, which it cannot end."""
    text = cast("PartRender", context.render).property(value, number)
    return " ".join(text.split("\n")).replace("\\", "\\\\").replace('"', "\\&quot;")


@pass_context
def _word(context: Context, value: object, number: int) -> str:
    """A value that is a word of a code, or part of one."""
    text = cast("PartRender", context.render).property(value, number)
    if absent(value):
        return _BREAKS.sub("_", text)
    if _BREAKS.search(text):
        raise UnfitValue(
            Text(
                f"“{text[:40]}”里有空格、引号或反斜杠，不能用在域代码的引号之外",
                f'"{text[:40]}" holds a space, quote or backslash, and stands outside of quotes in a field',
            ),
            Text("请在域代码里给标签加上引号。", "Put quotes around the tag in the field's code."),
        )
    return text


@pass_context
def _address(context: Context, value: Sequence[object], number: int) -> str:
    """The target of a link, from pieces, as data may give it (TPL052)."""
    state = cast("PartRender", context.render)
    return state.legal(placed.address(Writer(state, state.sites[number]), value), state.sites[number])


PRINTERS = {QUOTED: _quoted, WORD: _word, ADDRESS: _address}
