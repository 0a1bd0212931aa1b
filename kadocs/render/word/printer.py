"""Writing values into a document: escaped once, never read again.

The printers are filters that the compiler puts around every printed expression. Their second
argument is the number of the site, and the state of the render comes with the context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from jinja2 import pass_context, pass_environment

from kadocs.figures.missing import Missing
from kadocs.findings import Fault, Finding, Severity, Text
from kadocs.render import measures
from kadocs.render.environment import Context, Environment
from kadocs.render.meter import Meter
from kadocs.render.undefined import NoValue, Undefined, absent, no_value
from kadocs.render.values import Fragment, shown
from kadocs.render.word import edges
from kadocs.render.word.charts import filling
from kadocs.render.word.charts.filling import Filling
from kadocs.render.word.sites import Site, Sites
from kadocs.render.word.values import placed
from kadocs.render.word.values.faults import no_row_or_cell, paragraphs_in_a_line
from kadocs.render.word.values.value import Value, Writer

if TYPE_CHECKING:
    from kadocs.render.word.additions import Additions
    from kadocs.render.word.nested import Nested
    from kadocs.render.word.runs import Run
    from kadocs.render.word.values.pictures import Picture

TEXT, PLAIN, PROPERTY, BLOCK = "_text", "_plain", "_property", "_block"
ATTRIBUTE, TARGET = "_attribute", "_target"
CHART, CHART_TEXT, CHART_ALTERNATIVE = "_chart", "_chart_text", "_chart_alternative"
COLOUR, SPAN, SPAN_WIDTH = "_colour", "_span", "_span_width"
EACH, FRAGMENT, CALLED, JOINED = "_each", "_fragment", "_called", "_joined"

LEVEL = "\x0e"
"""Opens what a macro returns, with one letter that tells its level; no data can hold it there."""

_special = re.compile(r"[&<>\x00-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]").search
_ILLEGAL = re.compile(r"[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_IN_PROPERTY = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x85\u2028\u2029]")
_STRUCTURE = re.compile(r"[\n\t\a\f]")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_MAX_SPAN = 63
_LONG = 256

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
    """

    file: str
    language: str
    draft: bool
    additions: Additions
    nested: Nested
    files: Callable[[str], bytes] | None = None
    gaps: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    meter: Meter = field(default_factory=Meter)
    pictures: dict[bytes, Picture] = field(default_factory=dict)
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
        site = self.sites[number]
        if absent(value):
            return self._gap(value, site)
        if isinstance(value, Fragment):
            return _fitted(value, site)
        if isinstance(value, Value) and site.in_run:
            return edges.around(value.runs(Writer(self, site)), site)
        return self.marked_up(self._held(shown(value, self.document.language)), site)

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
        if not _special(text):
            return text
        text = _escaped(self._legal(_LINE_ENDS.sub("\n", text), _ILLEGAL, site))
        return _STRUCTURE.sub(lambda m: _structure(m.group(), site), text)

    def _legal(self, text: str, illegal: re.Pattern[str], site: Site) -> str:
        cleaned, count = illegal.subn("", text)
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
        if finding not in self.document.gaps:
            self.document.gaps.append(finding)
        if not self.document.draft:
            return ""
        title = (
            value.title.in_(self.document.language) if isinstance(value, Missing) else site.tag.strip("{} ")
        )
        return _GAP.in_(self.document.language).format(title=title)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


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


@pass_context
def text(context: Context, value: object, number: int) -> str:
    """Run content; most values need nothing done to them."""
    if type(value) is str and len(value) < _LONG and not _special(value):
        return value
    return cast(PartRender, context.render).text(value, number)


@pass_context
def _plain(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).plain(value, number)


@pass_context
def _property(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).property(value, number)


@pass_context
def _attribute(context: Context, value: object, number: int) -> str:
    return cast(PartRender, context.render).property(value, number).replace('"', "&quot;")


@pass_context
def _chart(context: Context, value: tuple[object, int], number: int) -> str:
    return filling.write(cast(PartRender, context.render), value, number)


@pass_context
def _chart_text(context: Context, value: tuple[object, int], number: int) -> str:
    return filling.text(cast(PartRender, context.render), value, number)


@pass_context
def _chart_alternative(context: Context, value: tuple[object, int], number: int) -> str:
    return filling.alternative(cast(PartRender, context.render), value, number)


@pass_context
def _target(context: Context, value: list[object], number: int) -> str:
    state = cast(PartRender, context.render)
    return placed.target(Writer(state, state.sites[number]), value)


@pass_context
def _block(context: Context, value: object, number: int, here: Context) -> str:
    return cast(PartRender, context.render).block(value, number, here)


@pass_context
def _colour(context: Context, value: object, number: int) -> str:
    if absent(value) or value == "":
        return "auto"
    match = _COLOUR.fullmatch(str(value))
    if match is None:
        raise Fault(
            Text(f"颜色“{value}”不是六位十六进制数", f'colour "{value}" is not six hexadecimal digits'),
            Text("请写成 FFCC00 这样的形式。", "Write it like FFCC00."),
        )
    return match.group(1).upper()


@pass_context
def _span(context: Context, value: object, number: int) -> str:
    count = None if isinstance(value, bool) or absent(value) else _whole(value)
    if count is None or not 1 <= count <= _MAX_SPAN:
        raise Fault(
            Text(
                f"合并的列数“{value}”不是 1 到 63 的整数",
                f'column span "{value}" is not a whole number from 1 to 63',
            ),
            Text("请检查 colspan 里的表达式。", "Check the expression of colspan."),
        )
    return str(count)


@pass_context
def _span_width(
    context: Context, value: tuple[list[object], int, object, list[int], int], number: int
) -> str:
    """The width of a cell: of the columns that it covers, or as it was drawn where there are none.

    It stands behind the spans of some cells and a fixed number of columns.
    """
    before, fixed, span, columns, drawn = value
    start = fixed + sum(int(_span(context, each, number)) for each in before)
    return str(sum(columns[start : start + int(_span(context, span, number))]) or drawn)


def _whole(value: object) -> int | None:
    try:
        number = int(value)  # type: ignore[call-overload]
    except (TypeError, ValueError):
        return None
    return number if str(number) == str(value) else None


@pass_context
def _each(context: Context, value: Any) -> Iterable[Any]:
    """What a `for` loops over: nothing where there is no value, else a list or the like."""
    if isinstance(value, Undefined):
        raise value.error()
    if absent(value):
        return ()
    if isinstance(value, str | int | float) or not hasattr(value, "__iter__"):
        raise Fault(
            Text(
                "for 后面的值不是列表，不能循环",
                "the value after for is not a list and cannot be looped over",
            ),
            Text("请检查名称，或把数据改成列表。", "Check the name, or make the data a list."),
        )
    items = cast(Collection[Any], value if hasattr(value, "__len__") else list(value))
    return cast(PartRender, context.render).document.meter.watched(items)


def _fragment(value: str, level: str) -> Fragment:
    return Fragment(level, value)


@pass_context
def _called(context: Context, value: str, number: int) -> str:
    """What a `{% call %}` block prints: the macro's text or piece of document."""
    state = cast(PartRender, context.render)
    result = returned(value)
    return state.text(result, number) if isinstance(result, str) or result.level == "r" else result.xml


@pass_environment
def _joined(environment: Environment, value: object) -> object:
    """An operand of `~`, which must not become the word None."""
    if isinstance(value, Undefined):
        raise value.error()
    if absent(value):
        raise no_value(value)
    measures.check_heft(environment.limits, value)
    return value


def returned(text: str) -> str | Fragment:
    """What a macro's raw result stands for: plain text, or a piece of the document."""
    if text[:1] != LEVEL:
        return text
    return text[2:] if text[1] == "t" else Fragment(text[1], text[2:])


PRINTERS: dict[str, Callable[..., object]] = {
    TEXT: text,
    PLAIN: _plain,
    PROPERTY: _property,
    ATTRIBUTE: _attribute,
    CHART: _chart,
    CHART_TEXT: _chart_text,
    CHART_ALTERNATIVE: _chart_alternative,
    TARGET: _target,
    BLOCK: _block,
    COLOUR: _colour,
    SPAN: _span,
    SPAN_WIDTH: _span_width,
    EACH: _each,
    FRAGMENT: _fragment,
    CALLED: _called,
    JOINED: _joined,
}

__all__ = ["PRINTERS", "NoValue", "PartRender", "Render", "returned"]
