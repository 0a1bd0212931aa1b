"""The state of a render, and how values become XML: escaped once, never read again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kadocs.figures.missing import Missing
from kadocs.findings import Finding, Severity, Text
from kadocs.render.environment import Context
from kadocs.render.meter import Meter
from kadocs.render.undefined import Undefined, absent, no_value
from kadocs.render.values import Fragment, shown
from kadocs.render.word import edges
from kadocs.render.word.bookmarks import Bookmarks
from kadocs.render.word.companions import Companions
from kadocs.render.word.sites import Site, Sites
from kadocs.render.word.values.faults import no_row_or_cell, paragraphs_in_a_line
from kadocs.render.word.values.value import Value, Writer

if TYPE_CHECKING:
    from kadocs.render.word.additions import Additions
    from kadocs.render.word.charts.filling import Filling
    from kadocs.render.word.nested import Nested
    from kadocs.render.word.runs import Run
    from kadocs.render.word.values.pictures import Picture

_SPECIAL = re.compile(r"[\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What is not written as it is, even escaped."""

# Compiled where they are first needed, for it takes long.
_ILLEGAL = r"[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_ILLEGAL_IN_PROPERTY = r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"
_LINE_ENDS = r"\r\n|[\r\x0b\x85\u2028\u2029]"

_STRUCTURE = re.compile(r"[\n\t\a\f]")

_REOPEN_TEXT = '<w:t xml:space="preserve">'
_IN_RUN = {"\n": f"</w:t><w:br/>{_REOPEN_TEXT}", "\t": f"</w:t><w:tab/>{_REOPEN_TEXT}"}
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_BLOCK_LEVELS = {"p": "p", "tr": "R", "tc": "C"}
_BLOCKS = {"p": "{}", "tr": "<w:tr><w:tc>{}</w:tc></w:tr>", "tc": "<w:tc>{}</w:tc>"}
_GAP = Text("【待补充：{title}】", "[To be added: {title}]")


@dataclass(slots=True)
class Render:
    """The state of one document's render, shared by its parts.

    A file that a value puts into another has a state of its own; `depth` says how many are around it.
    `scanned` are the scans whose pages it has, by the text that named them.
    """

    file: str
    language: str
    draft: bool
    additions: Additions
    nested: Nested
    files: Callable[[str], bytes] | None = None
    gaps: dict[Finding, None] = field(default_factory=dict)
    warnings: list[Finding] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    companions: Companions | None = None
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    meter: Meter = field(default_factory=Meter)
    pictures: dict[bytes, Picture] = field(default_factory=dict)
    scanned: set[str] = field(default_factory=set)
    depth: int = 0

    def turn(self, count: int) -> None:
        """Count the turns of a loop that begins; too many for one document are refused."""
        self.meter.turn(count)


@dataclass(slots=True)
class PartRender:
    """The state of one part's render."""

    document: Render
    sites: Sites
    part: str
    runs: dict[int, Run] = field(default_factory=dict)
    outline: dict[str, int] = field(default_factory=dict)
    fillings: dict[int, Filling] = field(default_factory=dict)

    def text(self, value: object, number: int) -> str:
        """`value` as run content at a site."""
        if absent(value):
            return self._gap(value, self.sites[number])
        if isinstance(value, Fragment):
            return _fitted(value, self.sites[number])
        if isinstance(value, Value) and (site := self.sites[number]).in_run:
            return edges.around(value.runs(Writer(self, site)), site)
        text = self._held(shown(value, self.document.language))
        return self.marked_up(text, self.sites[number]) if _SPECIAL.search(text) else _escaped(text)

    def _held(self, text: str) -> str:
        """The text itself, counted."""
        self.document.meter.hold(len(text))
        return text

    def plain(self, value: object, number: int) -> str:
        """`value` as bare text, not escaped: it will be escaped where the captured text is printed."""
        if absent(value):
            return self._gap_text(value, self.sites[number])
        return self._held(shown(value, self.document.language))

    def property(self, value: object, number: int) -> str:
        """`value` as the text of an XML element that is not a run."""
        site = self.sites[number]
        text = self._gap_text(value, site) if absent(value) else shown(value, self.document.language)
        return self.legal(text, site)

    def gap_run(self, value: object, site: Site) -> str:
        """Record that a value is missing; the run that says so in a draft."""
        text = _escaped(self._gap_text(value, site))
        highlight = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
        return f"<w:r>{highlight}{_REOPEN_TEXT}{text}</w:t></w:r>" if text else ""

    def legal(self, text: str, site: Site) -> str:
        """Text for an element that is not a run, escaped."""
        return _escaped(self._legal(text, _ILLEGAL_IN_PROPERTY, site))

    def block(self, value: object, number: int, context: Context) -> str:
        """`value` in place of a whole paragraph, row or cell; `context` are the names seen there."""
        site = self.sites[number]
        if isinstance(value, Fragment) and value.level != "r":
            if value.level != _BLOCK_LEVELS[site.prefix]:
                raise no_row_or_cell() if site.prefix != "p" else paragraphs_in_a_line()
            return value.xml
        if site.prefix != "p" and isinstance(value, Value):
            raise no_row_or_cell()
        writer = Writer(self, site, context)
        if isinstance(value, Value):
            return value.paragraphs(writer)
        paragraph = writer.paragraph(site.enter + self.text(value, number) + site.leave)
        return _BLOCKS[site.prefix].format(paragraph)

    def marked_up(self, text: str, site: Site) -> str:
        r"""Text as run content; its line ends and tabs become real, `\a` and `\f` leave the run."""
        if not _SPECIAL.search(text):
            return _escaped(text)
        text = _escaped(self._legal(re.sub(_LINE_ENDS, "\n", text), _ILLEGAL, site))
        return _STRUCTURE.sub(lambda m: _structure(m.group(), site), text)

    def _legal(self, text: str, illegal: str, site: Site) -> str:
        cleaned, count = re.subn(illegal, "", text)
        if count:
            place = site.spot.place(self.document.file, site.tag)
            message = Text(
                f"值里有 {count} 个 Word 不允许的控制字符，已去掉",
                f"{count} control character(s) that Word does not allow were left out of the value",
            )
            hint = Text("请检查数据里的这个值。", "Check this value in the data.")
            self.document.warnings.append(Finding("TPL030", Severity.WARNING, place, message, hint))
        return cleaned

    def _gap(self, value: object, site: Site) -> str:
        text = _escaped(self._gap_text(value, site))
        if not site.in_run or not text:
            return text
        return edges.around(f"{site.gap}{text}{site.leave}", site)

    def _gap_text(self, value: object, site: Site) -> str:
        """Record that a value is missing; the text that marks the gap in a draft."""
        if isinstance(value, Undefined):
            raise value.error()
        place = site.spot.place(self.document.file, site.tag)
        fault = no_value(value)
        finding = fault.at(place, "TPL020", value.path if isinstance(value, Missing) else "")
        self.document.gaps[finding] = None
        if not self.document.draft:
            return ""
        title = value.title.in_(self.document.language) if isinstance(value, Missing) else _inside(site)
        return _GAP.in_(self.document.language).format(title=title)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _inside(site: Site) -> str:
    """What a tag says between its braces."""
    said = site.tag.strip("{}").strip("- ")
    return said.removeprefix(f"{site.prefix} ").lstrip() if site.prefix else said


def _structure(character: str, site: Site) -> str:
    if not site.in_run:
        return " "
    if character in _IN_RUN:
        return _IN_RUN[character]
    if not site.reopen:
        return _IN_RUN["\n"]
    between = site.reopen if character == "\a" else f"{site.reopen}{_PAGE_BREAK}{site.reopen}"
    return edges.around(between, site)


def _fitted(value: Fragment, site: Site) -> str:
    if value.level != "r" or not site.in_run:
        str(value)  # raises the fault that says what to do
    return edges.around(value.xml, site)
