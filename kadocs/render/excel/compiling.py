"""A workbook of a template, compiled: its sheets, and the other parts that a render writes anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kadocs.findings import Finding, Refused, Text
from kadocs.render import tags, traces
from kadocs.render.excel import package, relations, strings, styles, tables
from kadocs.render.excel.asides import Asides
from kadocs.render.excel.assemble import Around
from kadocs.render.excel.formulas import SEVERAL
from kadocs.render.excel.heights import Room
from kadocs.render.excel.marks import elsewhere, error, in_cell
from kadocs.render.excel.names import Element, S, s
from kadocs.render.excel.package import Package, Sheet
from kadocs.render.excel.reading import IN_FORMULA, Reader, Texts
from kadocs.render.excel.sheets import Compiled, SheetCompiler
from kadocs.render.limits import Limits
from kadocs.render.word.package import member

_RULES = Text("条件格式和数据验证", "conditional formats and validations")
_STRINGS, _STYLES = "sharedStrings", "styles"


@dataclass(slots=True)
class Workbook:
    """A template's workbook; `compiled` are its sheets that have rows, by their place among all.

    `trees` are the parts that are written anew for what moves or is said in them: drawings, charts, notes.
    `general` are the formats that say nothing of numbers, `formats` how many there are.
    """

    package: Package
    root: Element
    compiled: dict[int, Compiled]
    styles: Element | None
    styles_part: str
    general: frozenset[int]
    formats: int
    since_1904: bool
    has_formulas: bool
    trees: dict[str, Element] = field(default_factory=dict)


def compile_workbook(data: bytes, file: str, limits: Limits) -> Workbook:
    """The workbook in `data`; raises Refused with every fault of the template."""
    found = package.read(data, file, limits)
    traces.forget(found.members)
    compiler = _Compiler(found, file)
    compiled = dict(compiler.sheets())
    findings = [*compiler.findings, *_scattered(compiled, file)]
    if findings:
        raise Refused(findings)
    root = package.parse(found.read(found.main), file, found.main)
    part = next(iter(found.related(found.main, _STYLES)), "")
    formats = package.parse(found.read(part), file, part) if part else None
    properties = root.find(s("workbookPr"))
    return Workbook(
        found,
        root,
        compiled,
        formats,
        part,
        *styles.read(formats),
        since_1904=properties is not None and properties.get("date1904") in ("1", "true"),
        has_formulas=any(each.plan.formulas for each in compiled.values()),
        trees=compiler.trees,
    )


class _Compiler:
    def __init__(self, found: Package, file: str) -> None:
        self._package = found
        self._file = file
        self._texts = Texts(file)
        part = next(iter(found.related(found.main, _STRINGS)), "")
        self._shared = list(package.parse(found.read(part), file, part).iterchildren(s("si"))) if part else []
        self._forget(part)
        part = next(iter(found.related(found.main, _STYLES)), "")
        self._formats = package.parse(found.read(part), file, part) if part else None
        self._sheets = SheetCompiler(file, Reader(self._shared, self._texts), self._texts)
        self.trees: dict[str, Element] = {}

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with the template, in the order of its sheets."""
        return [*self._texts.findings, *self._sheets.findings]

    def sheets(self) -> Iterator[tuple[int, Compiled]]:
        """The sheets with rows, by their place among all."""
        for number, sheet in enumerate(self._package.sheets):
            root = _plain(package.parse(self._package.read(sheet.part), self._file, sheet.part))
            if root.tag != s("worksheet"):
                continue
            asides = Asides(self._texts, sheet.name)
            asides.name()
            asides.headers(root)
            asides.links(root)
            self._refuse_rules(sheet, root)
            self._hang(sheet, asides)
            compiled = self._sheets.compile(sheet, root, asides, self._around(sheet, root))
            if compiled is not None:
                yield number, compiled

    def _refuse_rules(self, sheet: Sheet, root: Element) -> None:
        """Refuse tags in the formulas of conditional formats and of validations."""
        for formula in root.iter(s("formula"), s("formula1"), s("formula2")):
            for tag in tags.scan(formula.text or "").tags[:1]:
                spot = elsewhere(sheet.name, _RULES)
                self._texts.findings.append(error(spot, self._file, "TPL111", *IN_FORMULA, tag.source))

    def _hang(self, sheet: Sheet, asides: Asides) -> None:
        """Look at what hangs on a sheet: links, and parts that move with its cells."""
        links = relations.part_of(sheet.part)
        listed = self._package.relations(sheet.part)
        asides.targets(links, [(each.id, each.target) for each in listed if each.kind == "hyperlink"])
        for kind in ("drawing", "comments", "vmlDrawing", "table"):
            for part in self._package.related(sheet.part, kind):
                root = self._tree(part)
                if root is None:
                    continue
                if kind == "comments":
                    asides.notes(part, root)
                elif kind == "drawing":
                    asides.drawn(part, root)
                    for chart in self._package.related(part, "chart"):
                        asides.drawn(chart, self._tree(chart))

    def _tree(self, part: str) -> Element | None:
        """A part as a tree; an old drawing may be no proper XML, and then stays as it is."""
        if part not in self.trees:
            try:
                self.trees[part] = package.parse(self._package.read(part), self._file, part)
            except Refused:
                if not part.endswith(".vml"):
                    raise
        return self.trees.get(part)

    def _around(self, sheet: Sheet, root: Element) -> Around:
        known = [self.trees[part] for part in self._package.related(sheet.part, "table")]
        return Around(self._token(sheet), Room(root, self._formats), tables.read(known))

    def _token(self, sheet: Sheet) -> str:
        """A word that occurs nowhere in a sheet, to mark spots in its attributes."""
        data, number = self._package.read(sheet.part), 0
        while (token := f"kadocs{number}k").encode() in data:
            number += 1
        return token

    def _forget(self, part: str) -> None:
        """Take the texts with tags out of those that sheets share: they are written where they stand."""
        if not part:
            return
        root = etree.Element(s("sst"), nsmap={None: S})  # type: ignore[dict-item]
        for item in self._shared:
            said = "".join(piece.text for piece in strings.pieces(item))
            copy = etree.SubElement(root, s("si"))
            if "{" in said:
                etree.SubElement(copy, s("t"))
            else:
                copy.extend(package.parse(etree.tostring(item), self._file, part))
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._package.members[part] = member(part, content)


def _plain(root: Element) -> Element:
    """The part with the names of sheets as such, whatever its prefix was."""
    if not root.prefix:
        return root
    names: dict[str | None, str] = {None: S}
    names.update((prefix, name) for prefix, name in root.nsmap.items() if name != S)
    plain = etree.Element(root.tag, nsmap=names)  # type: ignore[arg-type]
    plain.attrib.update(root.attrib)
    plain.extend(list(root))
    return plain


def _scattered(compiled: dict[int, Compiled], file: str) -> Iterator[Finding]:
    """Formulas that take one cell for one that becomes several."""
    by_name = {each.sheet.name: each.field for each in compiled.values()}
    for each in compiled.values():
        for plan in each.plan.formulas:
            home = each.field
            if plan.formula.scattered(lambda name, home=home: home if not name else by_name.get(name)):  # type: ignore[misc]
                spot = in_cell(each.sheet.name, *plan.formula.at)
                yield error(spot, file, "TPL115", *SEVERAL)
