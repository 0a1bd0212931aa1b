"""Markdown as real paragraphs, lists and tables in the template's own styles."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kadocs.render.word.values import inline, numbering, tables
from kadocs.render.word.values.faults import paragraphs_in_a_line
from kadocs.render.word.values.value import Value, Writer

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode as Node

_HEADING = ("heading {}", "标题 {}")
_QUOTE = ("Quote", "引用", "引文")
_CODE = ("Code", "Code Block", "Source Code", "代码", "HTML Preformatted")
_DEEPEST = 9

_QUOTED = (
    '<w:p><w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="BFBFBF"/></w:pBdr>'
    '<w:ind w:left="420"/></w:pPr>'
)
_SHADED = '<w:p><w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:pPr>'
_LINE = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
_RULE = f"<w:p><w:pPr><w:pBdr>{_LINE}</w:pBdr></w:pPr></w:p>"
_BOLD = {"b": "<w:b/>", "bCs": "<w:bCs/>"}


class Markdown(Value):
    """Text in Markdown (CommonMark with tables and ~~strikethrough~~), printed with `{{p … }}`.

    Headings take the template's heading styles, `#` being `level`; lists, quotes and code theirs, and
    tables the style named by `table`, or that of the template's first table. A single paragraph may
    stand in a line as well. Pictures are read by the template's `files`; HTML is text like any other.
    """

    def __init__(self, text: object, *, table: str = "", level: int = 1) -> None:
        self.text = str(text)
        self._table = table
        self._level = level

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def runs(self, writer: Writer) -> str:
        """The one paragraph that the text is, without its paragraph."""
        blocks = _parsed(self.text)
        if any(block.type != "paragraph" for block in blocks[:1]) or len(blocks) > 1:
            raise paragraphs_in_a_line()
        return "".join(inline.runs(block, writer) for block in blocks)

    def paragraphs(self, writer: Writer) -> str:
        """The whole text."""
        out = _Blocks(writer, self._table, self._level).written(_parsed(self.text), _Frame())
        if out and out[-1].endswith("</w:tbl>"):
            out.append("<w:p/>")  # or the table would run into what follows, or end a cell
        return "".join(out)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What blocks stand in: a list so many levels deep, a quotation."""

    depth: int = -1
    quoted: bool = False


class _Blocks:
    def __init__(self, writer: Writer, table: str, level: int) -> None:
        self._writer = writer
        self._table = table
        self._level = level
        self._kinds: dict[str, Callable[[Node, _Frame], Iterable[str]]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quote,
            "fence": self._code,
            "code_block": self._code,
            "hr": self._rule,
            "table": self._tabled,
        }

    def written(self, nodes: Iterable[Node], frame: _Frame) -> list[str]:
        """The blocks, with something between two tables, which Word would join."""
        out: list[str] = []
        for node in nodes:
            if node.type == "table" and out and out[-1].endswith("</w:tbl>"):
                out.append("<w:p/>")
            out += self._kinds[node.type](node, frame)
        return out

    def _paragraph(self, node: Node, frame: _Frame) -> Iterable[str]:
        if frame.depth >= 0:
            opening = numbering.continued(frame.depth)
        elif frame.quoted:
            opening = self._styled(_QUOTE) or _QUOTED
        else:
            opening = self._writer.opening
        return [f"{opening}{inline.runs(node, self._writer)}</w:p>"]

    def _heading(self, node: Node, frame: _Frame) -> Iterable[str]:
        level = min(int(node.tag[1]) + self._level - 1, _DEEPEST)
        style = self._writer.additions.stock.names.id_of("paragraph", *(n.format(level) for n in _HEADING))
        if not style:
            return [self._writer.paragraph(inline.runs(node, self._writer, _BOLD))]
        return [self._writer.heading(style, inline.runs(node, self._writer, base=""))]

    def _list(self, node: Node, frame: _Frame) -> Iterable[str]:
        depth = frame.depth + 1
        number = 0
        if node.type == "ordered_list":
            number = numbering.new_list(self._writer, depth, int(node.attrs.get("start", 1)))
        for item in node.children:
            opening = (
                numbering.numbered(self._writer, depth, number)
                if number
                else numbering.bulleted(self._writer, depth)
            )
            yield from self._item(item, opening, _Frame(depth, frame.quoted))

    def _item(self, item: Node, opening: str, frame: _Frame) -> Iterable[str]:
        children = list(item.children)
        first = children.pop(0) if children and children[0].type == "paragraph" else None
        yield f"{opening}{inline.runs(first, self._writer) if first else ''}</w:p>"
        yield from self.written(children, frame)

    def _quote(self, node: Node, frame: _Frame) -> Iterable[str]:
        return self.written(node.children, _Frame(frame.depth, quoted=True))

    def _code(self, node: Node, frame: _Frame) -> Iterable[str]:
        opening = self._styled(_CODE)
        own = {} if opening else inline.MONOSPACED
        text = self._writer.run(node.content.removesuffix("\n"), own, base="")
        return [f"{opening or _SHADED}{text}</w:p>"]

    def _rule(self, node: Node, frame: _Frame) -> Iterable[str]:
        return [_RULE]

    def _tabled(self, node: Node, frame: _Frame) -> Iterable[str]:
        return [tables.table(node, self._writer, self._table)]

    def _styled(self, names: tuple[str, ...]) -> str:
        style = self._writer.additions.stock.names.id_of("paragraph", *names)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""


def _parsed(text: str) -> list[Node]:
    from markdown_it.tree import SyntaxTreeNode

    return list(SyntaxTreeNode(_parser().parse(text)).children)


@functools.cache
def _parser() -> MarkdownIt:
    """The parser; loaded when the first text is met, since most documents have none."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign]
    return parser


def _any_link(url: str) -> bool:
    """Every link is read as one, so that a forbidden one is refused and not printed as loose text."""
    return True
