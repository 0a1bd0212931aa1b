"""Expressions and blocks that are nested deeper than Python can compile."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2.exceptions import TemplateSyntaxError

from kadocs.findings import Finding, Text
from kadocs.render.environment import Environment
from kadocs.render.word.marks import Mark
from kadocs.render.word.stills import Still

GIVING_UP = (RecursionError, MemoryError, SyntaxError)
"""What Python says about code that is nested too deep."""


def too_deep(
    lines: Sequence[Mark | Still | None], file: str, error: BaseException, env: Environment
) -> Finding:
    """The fault of the first tag that cannot be compiled alone, else of the innermost block.

    Raises the `error` again where no tag is to blame.
    """
    marks = [mark for mark in lines if mark is not None]
    if not marks:
        raise error
    found = next((mark for mark in marks if _too_deep(mark, env)), None)
    return (found or max(marks, key=_depth)).finding(
        file,
        "TPL017",
        Text("嵌套太深", "this is nested too deep"),
        Text(
            "请用 {% set %} 把它拆成几步，或减少层层相套的循环和条件。",
            "Take it apart with {% set %}, or put fewer loops and conditions inside each other.",
        ),
    )


def _too_deep(mark: Mark | Still, env: Environment) -> bool:
    body = mark.tag.body.removeprefix(mark.tag.keyword)
    try:
        env.compile_expression(body)
    except GIVING_UP:
        return True
    except TemplateSyntaxError:
        return False
    return False


def _depth(mark: Mark | Still) -> int:
    depth, block = 0, mark.block
    while block is not None:
        depth, block = depth + 1, block.parent
    return depth
