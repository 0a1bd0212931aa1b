"""`{% include "part.docx" %}`: other Word files put in while a template is compiled, tags and all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from lxml import etree

from kadocs.findings import Fault, Finding, Refused, Text
from kadocs.render.limits import Limits
from kadocs.render.word import breaks, insertion, markup, places
from kadocs.render.word.additions import Additions
from kadocs.render.word.insertion import Inserted
from kadocs.render.word.markup import P_PR, SECT_PR, Element, P, R, T, children, remove, w
from kadocs.render.word.package import Package, member
from kadocs.render.word.places import COUNTED, Spot
from kadocs.render.word.stock import Stock
from kadocs.render.word.styles import Styles
from kadocs.render.word.values import files
from kadocs.render.word.values.faults import BadDocument, BadFile

_INCLUDE = re.compile(r"\s*\{%-?\s*(?:p\s+)?include\s+[\"'“‘”](.+?)[\"'”’“]\s*-?%\}\s*")
_VALUE = re.compile(r"\s*\{\{\s*(?:p\s+)?[\"'“‘”]([^\"'”’“|]+)[\"'”’“]\s*\|\s*subdocument\s*\}\}\s*")
_KINDS = ("document", "template", "header", "footer")
_ADDED = ("numbering", "styles", "footnotes", "endnotes", "comments")
_MOST = 1_000
"""How many files one template may put in: beyond, files include one another without measure."""


@dataclass(slots=True)
class Included:
    """What came of a template's includes: what is wrong, what was left out, where each paragraph is from.

    `spots` are those of the paragraphs, tables and rows of each part that includes files, as they stood in
    the files that they are from. `files` are those that were put in, `asked` says that tags name some.
    `breaks` are the numbers, among those elements, of paragraphs with which a section of such a file ends.
    """

    findings: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    spots: dict[str, list[Spot]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    asked: bool = False
    breaks: dict[str, set[int]] = field(default_factory=dict)

    def known(self, part: str, root: Element) -> dict[Element, Spot]:
        """The spots of those elements of a part, which is as it was written."""
        spots = self.spots.get(part, [])
        return dict(zip(root.iter(*COUNTED), spots, strict=True)) if spots else {}

    def broken(self, part: str, root: Element) -> list[Element]:
        """The paragraphs of a part with which a section of an included file ends."""
        breaks = self.breaks.get(part, set())
        return [e for n, e in enumerate(root.iter(*COUNTED)) if n in breaks] if breaks else []


def resolve(package: Package, source: Callable[[str], bytes] | None, file: str, limits: Limits) -> Included:
    """Put the files that a template includes in the place of their tags.

    Such a tag stands alone in its paragraph. A file that cannot be had (TPL053) or put in (TPL054) is told
    with all other faults of the template.
    """
    names = [name for kind in _KINDS for name in package.of_kind(kind) if _may_include(package.read(name))]
    including = _Including(package, source, file, limits)
    for name in names:
        including.part(name)
    if names:
        including.finish()
    return including.included


def _may_include(data: bytes) -> bool:
    return b"include" in data or b"subdocument" in data


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag that names a file; only an `include` says that the file must be there by now."""

    file: str
    must: bool


class _Including:
    def __init__(
        self, package: Package, source: Callable[[str], bytes] | None, file: str, limits: Limits
    ) -> None:
        self._package = package
        self._source = source
        self._file = file
        self._limits = limits
        self._additions = Additions(Stock(package, file))
        self._read: dict[str, Inserted] = {}
        self._places: dict[str, list[Spot]] = {}
        self._spot: dict[Element, Spot] = {}
        self._breaking: set[Element] = set()
        self._number = count(1)
        self.included = Included()

    def part(self, name: str) -> None:
        """Put in what one part includes."""
        root = markup.parse(self._package.read(name), self._file, name)
        tagged = [(paragraph, tag) for paragraph in root.iter(P) if (tag := _tag(paragraph)) is not None]
        if not tagged:
            return
        self.included.asked = True
        kind = places.PARTS[self._package.kinds[name]]
        locator = places.Locator(root, kind, _styles(self._package, self._file).level)
        self._spot = {element: locator.spot(element) for element in root.iter(*COUNTED)}
        for paragraph, tag in tagged:
            self._put(paragraph, tag, name, ())
        xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        self._package.members[name] = member(name, xml)
        counted = list(root.iter(*COUNTED))
        self.included.spots[name] = [self._spot[element] for element in counted]
        self.included.breaks[name] = {n for n, e in enumerate(counted) if e in self._breaking}

    def finish(self) -> None:
        """Add to the package what the included files need."""
        for name, added in self._additions.members().items():
            self._package.members[name] = added
            kind = name.rpartition("/")[2].removesuffix(".xml")
            if kind in _ADDED:
                self._package.kinds.setdefault(name, kind)

    def _put(self, paragraph: Element, tag: _Tag, part: str, above: tuple[str, ...]) -> None:
        """Put a file in the place of a tag; `above` are the files that the tag stands in."""
        place = self._spot[paragraph].place(self._file, _text(paragraph).strip())
        try:
            inserted = self._document(tag.file, above)
            section = breaks.around(paragraph)
            blocks = insertion.insert(inserted, self._additions, part, section=section)
        except Fault as fault:
            if tag.must or not isinstance(fault, BadFile):
                self.included.findings.append(fault.at(place, getattr(fault, "code", "TPL054")))
                _take_away(paragraph)
            return
        around = (*place.trail, Text(tag.file, tag.file))
        led = section is not None and bool(section.lead) and blocks.startswith(section.lead)
        brought = self._write(paragraph, blocks, tag.file, around, first=int(led))
        found = [warning for warning in inserted.warnings if warning not in self.included.warnings]
        self.included.warnings += found
        inner = [(p, t) for p in brought if (t := _tag(p)) is not None]
        _take_away(paragraph)
        for below, nested in inner:
            self._put(below, nested, part, (*above, tag.file))

    def _write(
        self, paragraph: Element, xml: str, file: str, around: tuple[Text, ...], first: int
    ) -> list[Element]:
        """Write a file's blocks before a paragraph; returns the paragraphs among and in them.

        `first` is the number of the first element that is the file's own.
        """
        following = paragraph.getnext()
        if xml.endswith("</w:tbl>") and (following is None or following.tag != P):
            xml += "<w:p/>"  # two tables would become one, and a cell does not end with one
        known = paragraph.getroottree().getroot().nsmap.items()
        prefixes = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in known if prefix is not None)
        body = markup.parse(f"<w:body{prefixes}>{xml}</w:body>".encode(), self._file, file)
        counted = list(body.iter(*COUNTED))
        spots = self._spots(file)
        self._breaking.update(p for p in counted if p.find(f"{P_PR}/{SECT_PR}") is not None)
        for number, element in enumerate(counted):
            spot = spots[min(max(number - first, 0), len(spots) - 1)]
            self._spot[element] = replace(spot, around=around)
        for block in list(children(body)):
            paragraph.addprevious(block)
        return [element for element in counted if element.tag == P]

    def _document(self, name: str, above: tuple[str, ...]) -> Inserted:
        if name in above or next(self._number) > _MOST:
            raise _circle(name)
        if name not in self._read:
            try:
                data = files.read(self._source, name, self._limits)
                self._read[name] = insertion.read(data, name, self._limits)
                self.included.files.append(name)
            except Refused as refused:
                raise BadDocument(refused.findings[0].message, refused.findings[0].hint) from None
        return self._read[name]

    def _spots(self, name: str) -> list[Spot]:
        """The spots in an included file of its paragraphs, tables and rows."""
        if name not in self._places:
            package = self._read[name].stock.package
            root = markup.parse(package.read(package.main), name, package.main)
            locator = places.Locator(root, places.PARTS["document"], _styles(package, name).level)
            body = root.find(w("body"))
            self._places[name] = [locator.spot(e) for e in (root if body is None else body).iter(*COUNTED)]
        return self._places[name]


def _styles(package: Package, file: str) -> Styles:
    names = package.of_kind("styles")
    return Styles(markup.parse(package.read(names[0]), file, names[0]) if names else None)


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iterfind(f"{R}/{T}"))


def _tag(paragraph: Element) -> _Tag | None:
    """The tag with which a paragraph puts in a file, if it does."""
    text = _text(paragraph)
    if match := _INCLUDE.fullmatch(text):
        return _Tag(match.group(1), must=True)
    match = _VALUE.fullmatch(text)
    return _Tag(match.group(1), must=False) if match else None


def _take_away(paragraph: Element) -> None:
    """Remove the tag's paragraph, unless a section ends in it, or nothing else is left in its cell."""
    alone = paragraph.getnext() is None and not _before(paragraph)
    if paragraph.find(f"{P_PR}/{SECT_PR}") is None and not alone:
        remove(paragraph)
        return
    for run in paragraph.findall(R):
        remove(run)


def _before(paragraph: Element) -> bool:
    """Whether something stands before a paragraph besides the properties of what holds it."""
    before = paragraph.getprevious()
    return before is not None and before.tag == P


def _circle(name: str) -> BadDocument:
    return BadDocument(
        Text(f"文件互相包含，没有尽头：{name}", f"files include one another without end: {name}"),
        Text("请检查各文件里的 include。", "Check the include tags of these files."),
    )
