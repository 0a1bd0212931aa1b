"""A sheet's source compiled to Python code, with every fault of it named by its tag."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, cast

from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from kadocs.findings import Finding, Text
from kadocs.render import undefined
from kadocs.render.excel.marks import CellMark
from kadocs.render.excel.runtime import environment
from kadocs.render.excel.source import Source
from kadocs.render.limits import Limits
from kadocs.render.tags import OUTPUT
from kadocs.render.word.blocks import SINGLES
from kadocs.render.word.marks import Role
from kadocs.render.word.nesting import GIVING_UP
from kadocs.render.word.printer import EACH, JOINED


@dataclass(frozen=True, slots=True)
class Program:
    """Code that writes one sheet, with the Jinja source that it was made from.

    `lines` are the numbers of the tags of its lines. `bound` remembers the code bound to a language.
    """

    code: CodeType
    source: str
    lines: tuple[int | None, ...]
    bound: dict[tuple[str, Limits], JinjaTemplate] = field(default_factory=dict, compare=False, repr=False)

    def template(self, language: str, limits: Limits) -> JinjaTemplate:
        """The code bound to a language's filters."""
        key = language, limits
        if key not in self.bound:
            self.bound[key] = JinjaTemplate.from_code(environment(*key), self.code, {}, None)
        return self.bound[key]

    def whole(self) -> tuple[str, list[int | None]]:
        """The source, and the number of each line's tag."""
        return self.source, list(self.lines)


def compile_source(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    """The program of a sheet, or every fault of its expressions.

    Where its blocks are not `paired`, which is a finding already, only the tags themselves are looked at.
    """
    try:
        return _compiled(source, file, paired=paired)
    except GIVING_UP:
        marks = [mark for mark in source.lines if mark is not None]
        if not marks:
            raise
        deepest = max(marks, key=_depth)
        return None, [deepest.finding(file, "TPL017", *_TOO_DEEP)]


def _compiled(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    env = environment("zh")  # names of filters are the same in every language
    if not paired:
        return None, _diagnose(source, file)
    try:
        tree = env.parse(source.text)
    except TemplateSyntaxError as error:
        return None, _diagnose(source, file) or _of_line(source, error, file)
    findings = list(_check(tree, source.lines, file))
    if findings:
        return None, findings
    code = env.compile(_Transformer(source).visit(tree), filename="template")
    return Program(code, source.text, tuple(source.numbers)), []


class _Transformer(NodeTransformer):
    """Puts printers around whatever is written."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Pieces of the sheet and values go through their printers."""
        node.nodes = [self._printed(child) for child in node.nodes]
        return node

    def _printed(self, child: nodes.Expr) -> nodes.Expr:
        line = child.lineno
        return self._by(line, cast(nodes.Expr, self.visit(child)))

    def _by(self, line: int, node: nodes.Expr | None) -> nodes.Filter:
        """A printer around an expression; that of a whole cell knows the cell too."""
        kind, mark = self._source.printers[line], self._source.lines[line - 2]
        if mark is None:
            return _filter(kind, node, line)
        name, _, cell = kind.partition(":")
        return _filter(name, node, line, mark.number, *([int(cell)] if cell else []))

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop over no value is a loop over nothing."""
        self.generic_visit(node)
        node.iter = _filter(EACH, cast(nodes.Expr, node.iter), node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """`~` joins values, not the lack of them."""
        self.generic_visit(node)
        node.nodes = [_filter(JOINED, child, node.lineno) for child in node.nodes]
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """What a call block gives is printed like any value."""
        self.generic_visit(node)
        return nodes.FilterBlock([node], self._by(node.lineno, None), lineno=node.lineno)

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        """Filtered text is printed like any value."""
        self.generic_visit(node)
        node.filter = self._by(node.lineno, node.filter)
        return node


def _filter(name: str, node: nodes.Expr | None, line: int, *args: int) -> nodes.Filter:
    consts: list[nodes.Expr] = [nodes.Const(arg) for arg in args]
    return nodes.Filter(node, name, consts, [], None, None, lineno=line)


def _check(tree: nodes.Template, lines: Sequence[CellMark | None], file: str) -> Iterator[Finding]:
    """Faults that a parser lets pass: unknown filters and tests, private names."""
    env = environment("zh")
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Name, nodes.Getattr, nodes.Getitem)):
        mark = lines[node.lineno - 2]
        if mark is None:
            continue
        if isinstance(node, nodes.Filter | nodes.Test):
            known: Any = env.filters if isinstance(node, nodes.Filter) else env.tests
            if node.name not in known or node.name.startswith("_"):
                yield _unknown(mark, node, [name for name in known if not name.startswith("_")], file)
        elif (name := _name(node)).startswith("_"):
            fault = undefined.unsafe(name)
            yield mark.finding(file, "TPL023", fault.message, fault.hint)


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def _unknown(mark: CellMark, node: nodes.Filter | nodes.Test, known: list[str], file: str) -> Finding:
    near = difflib.get_close_matches(node.name, known, n=1)
    kind = Text("过滤器", "filter") if isinstance(node, nodes.Filter) else Text("测试", "test")
    hint = Text("请查看 Excel 模板可用的过滤器。", "See the filters of Excel templates.")
    if near:
        hint = Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
    message = Text(f"没有名为“{node.name}”的{kind.zh}", f'there is no {kind.en} named "{node.name}"')
    return mark.finding(file, "TPL015", message, hint)


def _diagnose(source: Source, file: str) -> list[Finding]:
    """The faults of all tags, each tried on its own."""
    env = environment("zh")
    findings: list[Finding] = []
    for mark in dict.fromkeys(mark for mark in source.lines if mark is not None):
        if mark.role is Role.SINGLE and mark.tag.keyword not in ("", *SINGLES):
            continue  # a stray tag, which is a finding already
        try:
            findings += _check(env.parse(_on_its_own(mark)), [mark], file)
        except TemplateSyntaxError as error:
            findings.append(_syntax(mark, error, file))
    return findings


def _of_line(source: Source, error: TemplateSyntaxError, file: str) -> list[Finding]:
    mark = source.lines[min(error.lineno - 2, len(source.lines) - 1)]
    return [] if mark is None else [_syntax(mark, error, file)]


def _on_its_own(mark: CellMark) -> str:
    """A tag completed to a whole that can be parsed."""
    body, keyword = mark.tag.body, mark.tag.keyword
    if mark.tag.kind == OUTPUT:
        return f"{{{{\n{body} }}}}"
    if mark.role is Role.OPEN:
        return f"{{%\n{body} %}}{{% end{keyword} %}}"
    if mark.role is Role.MIDDLE:
        return f"{{% if x %}}{{%\n{body} %}}{{% endif %}}"
    return "" if mark.role is Role.CLOSE else f"{{%\n{body} %}}"


def _syntax(mark: CellMark, error: TemplateSyntaxError, file: str) -> Finding:
    said = error.message or "syntax error"
    return mark.finding(
        file,
        "TPL014",
        Text(f"标签写法有误：{said}", f"the tag is not written correctly: {said}"),
        Text("请检查引号、括号和运算符是否成对、完整。", "Check quotes, brackets and operators."),
    )


def _depth(mark: CellMark) -> int:
    depth, block = 0, mark.block
    while block is not None:
        depth, block = depth + 1, block.parent
    return depth


_TOO_DEEP = (
    Text("嵌套太深", "this is nested too deep"),
    Text(
        "请用 {% set %} 把它拆成几步，或减少层层相套的循环和条件。",
        "Take it apart with {% set %}, or put fewer loops and conditions inside each other.",
    ),
)
