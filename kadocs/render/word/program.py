"""A part's source compiled to Python code, with every fault of it named by its tag."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import CodeType
from typing import cast

from jinja2 import Template as JinjaTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from kadocs.findings import Finding
from kadocs.render.limits import Limits
from kadocs.render.tags import OUTPUT
from kadocs.render.word import blocks, expressions, nesting, printer, sections
from kadocs.render.word.assemble import CHUNK, Source
from kadocs.render.word.marks import Role
from kadocs.render.word.runs import RUN, Run
from kadocs.render.word.runtime import WordEnvironment, environment


@dataclass(frozen=True, slots=True)
class Program:
    """Code that writes one part, with the pieces of Jinja source that it was made from, a line each.

    `lines` are the numbers of their tags. `runs` are the stretches of plain values, by line, which the code
    only calls. `bound` remembers the code bound to a language; two threads that bind it at once do the same
    twice.
    """

    code: CodeType
    pieces: tuple[str, ...]
    lines: tuple[int | None, ...]
    runs: dict[int, Run]
    bound: dict[tuple[str, Limits], JinjaTemplate] = field(default_factory=dict, compare=False, repr=False)

    def template(self, language: str, limits: Limits) -> JinjaTemplate:
        """The code bound to a language's filters."""
        key = language, limits
        if key not in self.bound:
            self.bound[key] = JinjaTemplate.from_code(environment(*key), self.code, {}, None)
        return self.bound[key]

    def whole(self) -> tuple[str, list[int | None]]:
        """The source with the tags of its runs too, and the number of each line's tag."""
        tagged: list[tuple[str, int | None]] = []
        for line, (piece, number) in enumerate(zip(self.pieces, self.lines, strict=True), start=2):
            if line in self.runs:
                tagged += ((f"{{{{\n{step.body} }}}}", step.number) for step in self.runs[line].steps)
            else:
                tagged.append((piece, number))
        return "".join(piece for piece, _ in tagged), [number for _, number in tagged]


def compile_source(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    """The program of a part, or every fault of its expressions.

    Where its blocks are not `paired`, which is a finding already, only the tags themselves are looked at.
    """
    try:
        return _compiled(source, file, paired=paired)
    except nesting.GIVING_UP as error:
        return None, [nesting.too_deep(source.lines, file, error, environment("zh"))]


def _compiled(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    env = environment("zh")  # names of filters are the same in every language
    try:
        tree = env.parse(source.text)
    except TemplateSyntaxError as error:
        found = _diagnose(source, file, env)
        return None, found or (expressions.of_line(source.lines, error, file) if paired else [])
    findings = list(expressions.faults(tree, source.lines, file, env))
    if findings:
        return None, findings
    tree = _Transformer(source).visit(tree)
    sections.divide(tree)
    code = env.compile(tree, filename="template")
    return Program(code, tuple(source.pieces), tuple(source.numbers), source.runs), []


class _Transformer(expressions.Wrapper):
    """Puts static chunks back, and printers around whatever is printed."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Chunks become data, expressions go through their printer."""
        node.nodes = [self._printed(child) for child in node.nodes]
        return node

    def _printed(self, child: nodes.Expr) -> nodes.Expr:
        if isinstance(child, nodes.Name) and child.name.startswith(CHUNK):
            return nodes.TemplateData(
                self._source.chunks[int(child.name.removeprefix(CHUNK))], lineno=child.lineno
            )
        if child.lineno in self._source.runs:
            return expressions.filtered(RUN, nodes.Const(child.lineno), child.lineno)
        kind = self._source.printers[child.lineno]
        printed = expressions.filtered(
            kind, cast(nodes.Expr, self.visit(child)), child.lineno, self._site(child.lineno)
        )
        if kind == printer.BLOCK:  # a file that it puts in sees the same names
            printed.args.append(nodes.DerivedContextReference(lineno=child.lineno))
        return printed

    def _site(self, line: int) -> int:
        return self._source.numbers[line - 2] or 0

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """A macro's result says its level."""
        self.generic_visit(node)
        self._mark_level(node)
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """What a call block prints is printed like any value."""
        self.generic_visit(node)
        self._mark_level(node)
        called = expressions.filtered(printer.CALLED, None, node.lineno, self._site(node.lineno))
        return nodes.FilterBlock([node], called, lineno=node.lineno)

    def _mark_level(self, node: nodes.Macro | nodes.CallBlock) -> None:
        level = printer.LEVEL + self._source.levels.get(node.lineno, "t")
        node.body.insert(0, nodes.Output([nodes.TemplateData(level)], lineno=node.lineno))

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """A block `set` of more than text keeps its level."""
        self.generic_visit(node)
        level = self._source.levels.get(node.lineno, "t")
        if level != "t":
            node.filter = nodes.Filter(
                node.filter, printer.FRAGMENT, [nodes.Const(level)], [], None, None, lineno=node.lineno
            )
        return node

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        """Filtered text is printed like any value."""
        self.generic_visit(node)
        node.filter = expressions.filtered(printer.TEXT, node.filter, node.lineno, self._site(node.lineno))
        return node


def _diagnose(source: Source, file: str, env: WordEnvironment) -> list[Finding]:
    """The faults of all tags, each tried on its own."""
    findings: list[Finding] = []
    for line, mark in enumerate(source.lines, start=2):
        if mark is None or (mark.role is Role.SINGLE and mark.tag.keyword not in ("", *blocks.SINGLES)):
            continue  # static text, or a stray tag, which is a finding already
        printed = line in source.printers or mark.tag.kind == OUTPUT
        alone = expressions.printed_alone(mark) if printed else expressions.stated_alone(mark)
        try:
            findings += expressions.faults(env.parse(alone), [mark], file, env)
        except TemplateSyntaxError as error:
            findings.append(expressions.syntax(mark, error, file))
    return list(dict.fromkeys(findings))  # one tag may have made several lines
