"""What a value that is more than text must do, and the place at which it does it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kadocs.findings import Text
from kadocs.render.environment import Context
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.sites import Site
from kadocs.render.word.values import files, formatting
from kadocs.render.word.values.faults import NoStyle, paragraphs_in_a_line

if TYPE_CHECKING:
    from kadocs.render.word.additions import Additions
    from kadocs.render.word.state import PartRender

_STYLE = re.compile(r'<w:pStyle w:val="([^"]+)"')
_TEXT = '<w:t xml:space="preserve">'
_LEAVE = "</w:t></w:r>"


class Value:
    """A value that writes its own piece of a document.

    `runs` is what stands in a line, `paragraphs` what stands in place of a whole paragraph. A value
    that is paragraphs refuses the first; one that is runs is put into the tag's own paragraph.
    """

    def runs(self, writer: Writer) -> str:
        """The value as runs, to stand between others of a paragraph."""
        raise paragraphs_in_a_line()

    def paragraphs(self, writer: Writer) -> str:
        """The value as whole paragraphs or tables."""
        return writer.paragraph(self.runs(writer))


@dataclass(frozen=True, slots=True)
class Writer:
    """The site at which a value is written, with all that a value may want of it.

    `context` are the names that the tag sees, where it stands for whole paragraphs.
    """

    state: PartRender
    site: Site
    context: Context | None = None

    @property
    def additions(self) -> Additions:
        """What this render adds to the package."""
        return self.state.document.additions

    @property
    def part(self) -> str:
        """The name of the part that the value is written to: a note's is not that of its reference."""
        return self.site.member or self.state.part

    @property
    def base(self) -> str:
        """The formatting of the tag's run, which `{{r … }}` leaves aside, as in docxtpl."""
        if self.site.prefix == "r":
            return ""
        return self.site.enter.removeprefix("<w:r>").removesuffix(_TEXT)

    @property
    def opening(self) -> str:
        """The beginning of a paragraph like the tag's own."""
        return self.site.reopen.removeprefix("</w:p>") or "<w:p>"

    @property
    def in_list(self) -> bool:
        """Whether the tag's own paragraph is an item of a list, by itself or by its style."""
        style = _STYLE.search(self.opening)
        return "<w:numPr>" in self.opening or bool(style and self.additions.stock.names.list_of(style[1])[0])

    def run(self, text: str, own: Mapping[str, str] | None = None, base: str | None = None) -> str:
        r"""A run of text; line ends, tabs, paragraph (`\a`) and page breaks (`\f`) become real."""
        properties = formatting.properties(own or {}, self.base if base is None else base)
        site = replace(self.site, leave=_LEAVE, enter=f"<w:r>{properties}{_TEXT}")
        return f"{site.enter}{self.state.marked_up(text, site)}{site.leave}"

    def paragraph(self, runs: str, style: str = "") -> str:
        """A paragraph of runs: like the tag's own, or in a style."""
        if not style:
            return f"{self.opening}{runs}</w:p>"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'

    def heading(self, style: str, runs: str) -> str:
        """A heading in a style of the template, which its table of contents will list."""
        number = self.state.outline.get(style)
        if number is not None:
            opens, closes = f"{MARK}[{number}{MARK_END}", f"{MARK}]{number}{MARK_END}"
            runs = f"{opens}{runs}{closes}"
        return self.paragraph(runs, style)

    def style(self, kind: str, name: str) -> str:
        """The identifier of the style that a user named; raises Fault (TPL055) where there is none."""
        names = self.additions.stock.names
        found = names.id_of(kind, name)
        if not found:
            raise no_style(name, names.names(kind))
        return found

    def link(self, target: str) -> str:
        """The identifier of a relationship to a web page or address, which has been checked."""
        return self.additions.relate(self.part, "hyperlink", target, external=True)

    def file(self, name: str) -> bytes:
        """The bytes of a file that a value names; raises Fault (TPL053) where it cannot be had."""
        document = self.state.document
        return files.read(document.files, name, document.meter.limits)


def no_style(name: str, names: list[str]) -> NoStyle:
    """The fault for a style that the template does not have."""
    near = difflib.get_close_matches(name, names, n=1)
    hint = Text("请在模板里建立这个样式。", "Make this style in the template.")
    if near:
        hint = Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
    return NoStyle(Text(f"模板里没有样式“{name}”", f'the template has no style "{name}"'), hint)
