"""A part's source compiled to Python code, with every fault of it named by its tag."""

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
from kadocs.render.limits import Limits
from kadocs.render.tags import OUTPUT
from kadocs.render.word import blocks, nesting, printer, sections
from kadocs.render.word.assemble import CHUNK, Source
from kadocs.render.word.marks import Mark, Role
from kadocs.render.word.runs import RUN, Run
from kadocs.render.word.runtime import WordEnvironment, environment
from kadocs.render.word.stills import Still


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
        return None, [nesting.too_deep(source, file, error)]


def _compiled(source: Source, file: str, *, paired: bool) -> tuple[Program | None, list[Finding]]:
    env = environment("zh")  # names of filters are the same in every language
    try:
        tree = env.parse(source.text)
    except TemplateSyntaxError as error:
        found = _diagnose(source, file, env)
        return None, found or (_of_line(source, error, file) if paired else [])
    findings = list(_check(tree, source.lines, file, env))
    if findings:
        return None, findings
    tree = _Transformer(source).visit(tree)
    sections.divide(tree)
    code = env.compile(tree, filename="template")
    return Program(code, tuple(source.pieces), tuple(source.numbers), source.runs), []


class _Transformer(NodeTransformer):
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
            return _filter(RUN, nodes.Const(child.lineno), child.lineno)
        kind = self._source.printers[child.lineno]
        printed = _filter(kind, cast(nodes.Expr, self.visit(child)), child.lineno, self._site(child.lineno))
        if kind == printer.BLOCK:  # a file that it puts in sees the same names
            printed.args.append(nodes.DerivedContextReference(lineno=child.lineno))
        return printed

    def _site(self, line: int) -> int:
        return self._source.numbers[line - 2] or 0

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop over no value is a loop over nothing."""
        self.generic_visit(node)
        node.iter = _filter(printer.EACH, cast(nodes.Expr, node.iter), node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """`~` joins values, not the lack of them."""
        self.generic_visit(node)
        node.nodes = [_filter(printer.JOINED, child, node.lineno) for child in node.nodes]
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """A macro's result says its level."""
        self.generic_visit(node)
        self._mark_level(node)
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """What a call block prints is printed like any value."""
        self.generic_visit(node)
        self._mark_level(node)
        called = _filter(printer.CALLED, None, node.lineno, self._site(node.lineno))
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
        node.filter = _filter(printer.TEXT, node.filter, node.lineno, self._site(node.lineno))
        return node


def _filter(name: str, node: nodes.Expr | None, line: int, *args: int) -> nodes.Filter:
    consts: list[nodes.Expr] = [nodes.Const(arg) for arg in args]
    return nodes.Filter(node, name, consts, [], None, None, lineno=line)


def _check(
    tree: nodes.Template,
    lines: Sequence[Mark | Still | None],
    file: str,
    env: WordEnvironment,
) -> Iterator[Finding]:
    """Faults that a parser lets pass: unknown filters and tests, private names."""
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


def _unknown(mark: Mark | Still, node: nodes.Filter | nodes.Test, known: list[str], file: str) -> Finding:
    near = difflib.get_close_matches(node.name, known, n=1)
    kind = Text("过滤器", "filter") if isinstance(node, nodes.Filter) else Text("测试", "test")
    hint = Text("请查看可用的过滤器。", "See the list of filters.")
    if near:
        hint = Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
    message = Text(f"没有名为“{node.name}”的{kind.zh}", f'there is no {kind.en} named "{node.name}"')
    return mark.finding(file, "TPL015", message, hint)


def _diagnose(source: Source, file: str, env: WordEnvironment) -> list[Finding]:
    """The faults of all tags, each tried on its own."""
    findings: list[Finding] = []
    for line, mark in enumerate(source.lines, start=2):
        if mark is None or (mark.role is Role.SINGLE and mark.tag.keyword not in ("", *blocks.SINGLES)):
            continue  # static text, or a stray tag, which is a finding already
        printed = line in source.printers or mark.tag.kind == OUTPUT
        alone = f"{{{{\n{mark.tag.body} }}}}" if printed else _on_its_own(mark)
        try:
            findings += _check(env.parse(alone), [mark], file, env)
        except TemplateSyntaxError as error:
            findings.append(_syntax(mark, error, file))
    return list(dict.fromkeys(findings))  # one tag may have made several lines


def _of_line(source: Source, error: TemplateSyntaxError, file: str) -> list[Finding]:
    mark = source.lines[min(error.lineno - 2, len(source.lines) - 1)]
    return [] if mark is None else [_syntax(mark, error, file)]


def _on_its_own(mark: Mark | Still) -> str:
    """A statement completed to a whole that can be parsed."""
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


def _syntax(mark: Mark | Still, error: TemplateSyntaxError, file: str) -> Finding:
    said = error.message or "syntax error"
    return mark.finding(
        file,
        "TPL014",
        Text(f"标签写法有误：{said}", f"the tag is not written correctly: {said}"),
        Text("请检查引号、括号和运算符是否成对、完整。", "Check quotes, brackets and operators."),
    )
