"""A sheet's source compiled to Python code, with every fault of it named by its tag."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType
from typing import cast

from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from kadocs.findings import Finding, Text
from kadocs.render.excel.runtime import environment
from kadocs.render.excel.source import Source
from kadocs.render.limits import Limits
from kadocs.render.tags import OUTPUT
from kadocs.render.word import expressions, nesting
from kadocs.render.word.blocks import SINGLES
from kadocs.render.word.marks import Role

_SEE_FILTERS = Text("请查看 Excel 模板可用的过滤器。", "See the filters of Excel templates.")


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
    except nesting.GIVING_UP as error:
        return None, [nesting.too_deep(source.lines, file, error, environment("zh"))]


def _compiled(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    env = environment("zh")  # names of filters are the same in every language
    if not paired:
        return None, _diagnose(source, file)
    try:
        tree = env.parse(source.text)
    except TemplateSyntaxError as error:
        return None, _diagnose(source, file) or expressions.of_line(source.lines, error, file)
    findings = list(expressions.faults(tree, source.lines, file, env, _SEE_FILTERS))
    if findings:
        return None, findings
    code = env.compile(_Transformer(source).visit(tree), filename="template")
    return Program(code, source.text, tuple(source.numbers)), []


class _Transformer(expressions.Wrapper):
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
            return expressions.filtered(kind, node, line)
        name, _, cell = kind.partition(":")
        return expressions.filtered(name, node, line, mark.number, *([int(cell)] if cell else []))

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """What a call block gives is printed like any value."""
        self.generic_visit(node)
        return nodes.FilterBlock([node], self._by(node.lineno, None), lineno=node.lineno)

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        """Filtered text is printed like any value."""
        self.generic_visit(node)
        node.filter = self._by(node.lineno, node.filter)
        return node


def _diagnose(source: Source, file: str) -> list[Finding]:
    """The faults of all tags, each tried on its own."""
    env = environment("zh")
    findings: list[Finding] = []
    for mark in dict.fromkeys(mark for mark in source.lines if mark is not None):
        if mark.role is Role.SINGLE and mark.tag.keyword not in ("", *SINGLES):
            continue  # a stray tag, which is a finding already
        try:
            printed = mark.tag.kind == OUTPUT
            alone = expressions.printed_alone(mark) if printed else expressions.stated_alone(mark)
            findings += expressions.faults(env.parse(alone), [mark], file, env, _SEE_FILTERS)
        except TemplateSyntaxError as error:
            findings.append(expressions.syntax(mark, error, file))
    return findings
