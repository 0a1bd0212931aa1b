"""What is wrong with the expressions of tags, and how printers are put around them: of Word and of Excel.

The source of a part has a line for each tag, from line 2 on: `lines` are those tags, None for other lines.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Any, cast

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from kadocs.findings import Finding, Text
from kadocs.render import undefined
from kadocs.render.environment import Environment
from kadocs.render.word.marks import Mark, Role
from kadocs.render.word.printer import EACH, JOINED
from kadocs.render.word.stills import Still

_SEE_FILTERS = Text("请查看可用的过滤器。", "See the list of filters.")


def filtered(name: str, node: nodes.Expr | None, line: int, *args: int) -> nodes.Filter:
    """A filter around an expression."""
    consts: list[nodes.Expr] = [nodes.Const(arg) for arg in args]
    return nodes.Filter(node, name, consts, [], None, None, lineno=line)


class Wrapper(NodeTransformer):
    """Puts filters around what is looped over and joined; what is printed is its heirs' business."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop over no value is a loop over nothing."""
        self.generic_visit(node)
        node.iter = filtered(EACH, cast(nodes.Expr, node.iter), node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """`~` joins values, not the lack of them."""
        self.generic_visit(node)
        node.nodes = [filtered(JOINED, child, node.lineno) for child in node.nodes]
        return node


def faults(
    tree: nodes.Template,
    lines: Sequence[Mark | Still | None],
    file: str,
    env: Environment,
    hint: Text = _SEE_FILTERS,
) -> Iterator[Finding]:
    """Faults that a parser lets pass: unknown filters and tests (TPL015), private names (TPL023).

    `hint` tells where the filters are listed.
    """
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Name, nodes.Getattr, nodes.Getitem)):
        mark = lines[node.lineno - 2]
        if mark is None:
            continue
        if isinstance(node, nodes.Filter | nodes.Test):
            known: Any = env.filters if isinstance(node, nodes.Filter) else env.tests
            if node.name not in known or node.name.startswith("_"):
                public = [name for name in known if not name.startswith("_")]
                yield _unknown(mark, node, public, file, hint)
        elif (name := _name(node)).startswith("_"):
            fault = undefined.unsafe(name)
            yield mark.finding(file, "TPL023", fault.message, fault.hint)


def of_line(lines: Sequence[Mark | Still | None], error: TemplateSyntaxError, file: str) -> list[Finding]:
    """The fault of the tag at the line that the parser names, if there is one."""
    mark = lines[min(error.lineno - 2, len(lines) - 1)]
    return [] if mark is None else [syntax(mark, error, file)]


def syntax(mark: Mark | Still, error: TemplateSyntaxError, file: str) -> Finding:
    """The finding that a tag cannot be parsed (TPL014)."""
    said = error.message or "syntax error"
    return mark.finding(
        file,
        "TPL014",
        Text(f"标签写法有误：{said}", f"the tag is not written correctly: {said}"),
        Text("请检查引号、括号和运算符是否成对、完整。", "Check quotes, brackets and operators."),
    )


def printed_alone(mark: Mark | Still) -> str:
    """A value as a template of its own."""
    return f"{{{{\n{mark.tag.body} }}}}"


def stated_alone(mark: Mark | Still) -> str:
    """A statement completed to a template that can be parsed."""
    body, keyword = mark.tag.body, mark.tag.keyword
    if mark.role is Role.OPEN:
        return f"{{%\n{body} %}}{{% end{keyword} %}}"
    if mark.role is Role.MIDDLE:
        return f"{{% if x %}}{{%\n{body} %}}{{% endif %}}"
    if mark.role is Role.CLOSE:
        opener = {
            "for": "for x in y",
            "macro": "macro x()",
            "call": "call x()",
            "filter": "filter x",
            "set": "set x",
        }
        start = keyword.removeprefix("end")
        return f"{{% {opener.get(start, start)}{' x' if start == 'if' else ''} %}}{{%\n{body} %}}"
    return f"{{%\n{body} %}}"


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def _unknown(
    mark: Mark | Still, node: nodes.Filter | nodes.Test, known: list[str], file: str, hint: Text
) -> Finding:
    near = difflib.get_close_matches(node.name, known, n=1)
    kind = Text("过滤器", "filter") if isinstance(node, nodes.Filter) else Text("测试", "test")
    if near:
        hint = Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
    message = Text(f"没有名为“{node.name}”的{kind.zh}", f'there is no {kind.en} named "{node.name}"')
    return mark.finding(file, "TPL015", message, hint)
