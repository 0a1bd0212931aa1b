"""The environment of Word templates: the general one, plus the printers and typed captures."""

from __future__ import annotations

import functools
from typing import Any

from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import Macro

from kadocs.render.environment import Environment
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word.filters import filters
from kadocs.render.word.placeholders import PLACED
from kadocs.render.word.printer import PRINTERS, returned
from kadocs.render.word.runs import RUN, run
from kadocs.render.word.values import codes
from kadocs.render.word.values.placed import placed

_MACRO = 4
"""A call of a macro takes as long as this many turns of a loop."""


class WordEnvironment(Environment):
    """An environment whose macros give text or pieces of a document, never loose XML."""

    def __init__(self, language: str, limits: Limits = USUAL) -> None:
        super().__init__(language, limits)
        self.filters.update(PRINTERS, **codes.PRINTERS, **filters(), **{RUN: run, PLACED: placed})

    def call(self, __context: JinjaContext, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """The result of a call; a macro's raw text becomes what it stands for."""
        if isinstance(__obj, Macro):
            __context.render.document.turn(_MACRO)  # type: ignore[attr-defined]
        result = super().call(__context, __obj, *args, **kwargs)
        if isinstance(__obj, Macro) and "caller" not in kwargs:
            return returned(result)
        return result


@functools.cache
def environment(language: str, limits: Limits = USUAL) -> WordEnvironment:
    """The environment of Word templates that prints in `language`."""
    return WordEnvironment(language, limits)
