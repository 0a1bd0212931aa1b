"""The environment of Excel templates: the general one, plus the printers."""

from __future__ import annotations

import functools
from typing import Any

from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import Macro

from kadocs.render.environment import Environment
from kadocs.render.excel.printer import PRINTERS
from kadocs.render.limits import USUAL, Limits

_MACRO = 4
"""A call of a macro takes as long as this many turns of a loop."""


class ExcelEnvironment(Environment):
    """An environment whose values become cells."""

    def __init__(self, language: str, limits: Limits = USUAL) -> None:
        super().__init__(language, limits)
        self.filters.update(PRINTERS)

    def call(self, __context: JinjaContext, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """The result of a call, which is counted if it is a macro's."""
        if isinstance(__obj, Macro):
            __context.render.document.turn(_MACRO)  # type: ignore[attr-defined]
        return super().call(__context, __obj, *args, **kwargs)


@functools.cache
def environment(language: str, limits: Limits = USUAL) -> ExcelEnvironment:
    """The environment of Excel templates that prints in `language`."""
    return ExcelEnvironment(language, limits)
