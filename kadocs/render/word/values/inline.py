"""The inside of a Markdown paragraph: runs, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kadocs.render.word.values import links
from kadocs.render.word.values.formatting import Formatting, formatting, styled
from kadocs.render.word.values.image import InlineImage
from kadocs.render.word.values.value import Writer

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode as Node

MONOSPACED = formatting(font="Consolas")
"""The formatting of code where the template has no style for it."""

_MARKS = {
    "strong": formatting(bold=True),
    "em": formatting(italic=True),
    "s": formatting(strike=True),
}
_CODE = ("Code Char", "Inline Code", "HTML Code", "Source Text", "代码")
_CHINESE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"  # compiled where first needed: it takes long
_BREAK = "<w:r><w:br/></w:r>"


def runs(block: Node, writer: Writer, own: Formatting | None = None, base: str | None = None) -> str:
    """The runs of a paragraph, heading or cell; `own` is formatting that all of them have."""
    return "".join(_Inline(writer, base).written(list(block.children), own or {}))


class _Inline:
    def __init__(self, writer: Writer, base: str | None) -> None:
        self._writer = writer
        self._base = base

    def written(self, nodes: list[Node], own: Formatting) -> Iterator[str]:
        for index, node in enumerate(nodes):
            if node.type == "softbreak":
                around = _text(nodes[index - 1 : index])[-1:], _text(nodes[index + 1 : index + 2])[:1]
                if not all(re.match(_CHINESE, text) for text in around):
                    yield self._run(" ", own)
            else:
                yield self._one(node, own)

    def _one(self, node: Node, own: Formatting) -> str:
        if node.type == "text":
            return self._run(node.content, own)
        if node.type == "hardbreak":
            return _BREAK
        if node.type == "code_inline":
            return self._run(node.content, own | self._code())
        if node.type == "image":
            source = unquote(str(node.attrs.get("src", "")))
            return InlineImage(source, alt=_text(list(node.children))).runs(self._writer)
        if node.type == "link":
            inner = "".join(self.written(list(node.children), own | links.look(self._writer)))
            return links.linked(self._writer, str(node.attrs.get("href", "")), inner)
        return "".join(self.written(list(node.children), own | _MARKS.get(node.type, {})))

    def _run(self, text: str, own: Formatting) -> str:
        return self._writer.run(text, own, self._base) if text else ""

    def _code(self) -> Formatting:
        style = self._writer.additions.stock.names.id_of("character", *_CODE)
        return styled(style) or MONOSPACED


def _text(nodes: list[Node]) -> str:
    return "".join(node.content or _text(list(node.children)) for node in nodes)
