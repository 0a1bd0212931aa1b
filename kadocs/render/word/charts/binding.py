"""The charts of a part whose texts hold tags: found by the compiler, tied to expressions of the part.

The drawing's relationship becomes a series of expressions: one for each tag, and a last one that writes
the chart and prints the identifier of its relationship. So a chart in a loop is written in every turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kadocs.findings import Finding, Severity, Text
from kadocs.render import tags
from kadocs.render.tags import COMMENT, OUTPUT, Tag
from kadocs.render.word import markup, printer, scan
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.charts import belongings, model
from kadocs.render.word.charts.filling import Drawing
from kadocs.render.word.charts.names import a, c, named
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import Element, P, ancestor, instruction
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Spotter
from kadocs.render.word.stock import OFFICE, Stock

_ALTERNATIVES = ("title", "descr")
_ID = f"{{{OFFICE}}}id"
_BRACES = ("{{", "{%")


class _Alternative(NamedTuple):
    """An alternative text of a drawing, with its tags."""

    element: Element
    name: str
    text: str
    tags: list[Tag]


@dataclass(slots=True)
class _Bound:
    """A chart of the part: its drawing, the tags of its alternative texts and of its own."""

    element: Element
    identity: str
    spot: Spot
    alternatives: list[_Alternative]
    tags: list[Tag]
    drawing: Drawing


@dataclass(slots=True)
class Charts:
    """The charts of one part that a render writes anew, and what is wrong with them."""

    stock: Stock
    part: str
    file: str
    bound: list[_Bound] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _all: list[Element] = field(default_factory=list)

    def find(self, root: Element, locator: Spotter) -> bool:
        """Whether there are any."""
        self._all = [element for element in root.iter(c("chart")) if element.get(_ID)]
        self.bound = list(self._bound(locator))
        return bool(self.bound or self.findings)

    def settle(self, marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
        """Put expressions in their places."""
        for bound in self.bound:
            _Settling(bound, marks, extras, token, len(self.stock.drawings)).run()
            self.stock.drawings.append(bound.drawing)
        kept = {element.get(_ID) for element in self._all}
        gone = {bound.identity for bound in self.bound} - kept
        if gone:
            belongings.retire(self.stock, self.part, sorted(gone))

    def _bound(self, locator: Spotter) -> Iterator[_Bound]:
        known = self.stock.relations(self.part).by_id
        for element in self._all:
            identity, paragraph = element.get(_ID, ""), ancestor(element, P)
            name = belongings.target_of(known[identity], self.part) if identity in known else ""
            if paragraph is None or name not in self.stock.package.members:
                continue
            spot = locator.spot(paragraph).told()
            where = Text(f"{spot.position.zh} 图表", f"{spot.position.en}, chart")
            bound = self._one(element, name, replace(spot, position=where, text=""))
            if bound is not None:
                yield bound

    def _one(self, element: Element, name: str, spot: Spot) -> _Bound | None:
        root = markup.parse(self.stock.package.read(name), self.file, name)
        cached = _cached(root)
        model.unlink(root)
        alternatives, found = list(_alternatives(element)), self._texts(root, spot)
        said = [tag for alternative in alternatives for tag in alternative.tags] + found
        statement = next((tag for tag in said if tag.kind not in (OUTPUT, COMMENT)), None)
        if statement is not None:
            self._refuse_statement(statement, spot)
            return None
        if not said:
            if cached:
                self._refuse_cached(cached, spot)
            return None
        made = model.compiled(root)
        if made is None:
            self._refuse_chart(said[0], spot)
            return None
        drawing = Drawing(made, belongings.belongings(self.stock, name))
        return _Bound(element, element.get(_ID, ""), spot, alternatives, found, drawing)

    def _texts(self, root: Element, spot: Spot) -> list[Tag]:
        """The tags of a chart's own texts, each with a hole in its place."""
        found: list[Tag] = []
        for paragraph in root.iter(a("p")):
            read, nodes = scan.cut(list(paragraph.iter(a("t"))), len(found))
            for source, message, hint in read.problems:
                self._report("TPL010", spot, source, message, hint)
            found += [tag for tag, _ in nodes]
        return found

    def _report(self, code: str, spot: Spot, source: str, message: Text, hint: Text) -> None:
        self.findings.append(Finding(code, Severity.ERROR, spot.place(self.file, source), message, hint))

    def _refuse_statement(self, tag: Tag, spot: Spot) -> None:
        self._report(
            "TPL105",
            spot,
            tag.source,
            Text("图表的文字里不能用语句", "the texts of a chart cannot hold statements"),
            Text(
                "图表里只用 {{ … }}；循环和条件写在图表所在的段落前后。",
                "Use {{ … }} only; put loops and conditions around the paragraph of the chart.",
            ),
        )

    def _refuse_cached(self, source: str, spot: Spot) -> None:
        self._report(
            "TPL106",
            spot,
            source,
            Text("标签写在图表的数据表里，不会被替换", "a tag in the data sheet of a chart is not read"),
            Text(
                "请把图表数据的标签写进图表的标题或替代文字。",
                "Put the tag of the chart's data into its title or its alternative text.",
            ),
        )

    def _refuse_chart(self, tag: Tag, spot: Spot) -> None:
        self._report(
            "TPL107",
            spot,
            tag.source,
            Text("这个图表里没有可以照着画的系列", "this chart has no series to draw others like"),
            Text(
                "请在 Word 里插入一个带示例数据的图表。",
                "Insert a chart in Word, with sample data.",
            ),
        )


class _Settling:
    def __init__(
        self, bound: _Bound, marks: list[Mark], extras: dict[str, Extra], token: str, number: int
    ) -> None:
        self._bound = bound
        self._marks = marks
        self._extras = extras
        self._token = token
        self._number = number

    def run(self) -> None:
        """Put an expression for each tag where it stands, and those of the chart into its relationship."""
        for alternative in self._bound.alternatives:
            out, end = "", 0
            for tag in alternative.tags:
                out += alternative.text[end : tag.start] + self._tag(tag, printer.CHART_ALTERNATIVE)
                end = tag.end
            alternative.element.set(alternative.name, out + alternative.text[end:])
        texts = [self._tag(tag, printer.CHART_TEXT) for tag in self._bound.tags]
        done = self._expression(Tag(0, 0, OUTPUT, "", "0", ""), printer.CHART)
        self._bound.element.set(_ID, "".join((*texts, done)))

    def _tag(self, tag: Tag, kind: str) -> str:
        if tag.kind == OUTPUT:
            return self._expression(tag, kind)
        return self._expression(Tag(0, 0, OUTPUT, "", "''", ""), kind)

    def _expression(self, tag: Tag, kind: str) -> str:
        mark = Mark(len(self._marks), tag, instruction("k", "0"), self._bound.element, self._bound.spot)
        self._marks.append(mark)
        key = f"c{len(self._extras)}"
        self._extras[key] = Extra(f"({tag.body}), {self._number}", mark, kind)
        return in_attribute(self._token, key)


def _alternatives(chart: Element) -> Iterator[_Alternative]:
    for element in named(chart):
        for name in _ALTERNATIVES:
            text = element.get(name, "")
            found = tags.scan(text).tags if "{" in text else []
            if found:
                yield _Alternative(element, name, text, found)


def _cached(root: Element) -> str:
    """A text in the chart's data that looks like a tag."""
    texts = (value.text or "" for value in root.iter(c("v")))
    return next((text for text in texts if any(braces in text for braces in _BRACES)), "")
