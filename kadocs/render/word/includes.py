"""`{% include "part.docx" %}`: other Word files put in while a template is compiled, tags and all."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from kadocs.findings import Fault, Finding, Refused, Text
from kadocs.render.limits import Limits
from kadocs.render.word import insertion, markup, places
from kadocs.render.word.additions import Additions
from kadocs.render.word.insertion import Inserted
from kadocs.render.word.markup import P_PR, SECT_PR, Element, P, R, T, W, children, remove
from kadocs.render.word.package import Package, member
from kadocs.render.word.places import Spot
from kadocs.render.word.stock import Stock
from kadocs.render.word.values import files
from kadocs.render.word.values.faults import BadDocument

_INCLUDE = re.compile(r"\s*\{%-?\s*(?:p\s+)?include\s+[\"'“‘”](.+?)[\"'”’“]\s*-?%\}\s*")
_KINDS = ("document", "template", "header", "footer")
_ADDED = ("numbering", "styles", "footnotes", "endnotes")
_DEEPEST = 8


def resolve(package: Package, source: Callable[[str], bytes] | None, file: str, limits: Limits) -> None:
    """Put the files that a template includes in the place of their tags.

    Such a tag stands alone in its paragraph. Raises Refused with every file that cannot be had (TPL053)
    or put in (TPL054).
    """
    names = [name for kind in _KINDS for name in package.of_kind(kind) if b"include" in package.read(name)]
    if not names:
        return
    including = _Including(package, source, file, limits)
    for name in names:
        including.part(name)
    if including.findings:
        raise Refused(including.findings)
    including.finish()


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
        self.findings: list[Finding] = []

    def part(self, name: str) -> None:
        """Put in what one part includes."""
        root = markup.parse(self._package.read(name), self._file, name)
        kind = places.PARTS[self._package.kinds[name]]
        locator = places.Locator(root, kind, lambda paragraph: None)
        found = False
        for paragraph in list(root.iter(P)):
            if _included(paragraph):
                found = True
                self._put(paragraph, name, locator.spot(paragraph), 0)
        if found:
            xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            self._package.members[name] = member(name, xml)

    def finish(self) -> None:
        """Add to the package what the included files need."""
        for name, added in self._additions.members().items():
            self._package.members[name] = added
            kind = name.rpartition("/")[2].removesuffix(".xml")
            if kind in _ADDED:
                self._package.kinds.setdefault(name, kind)

    def _put(self, paragraph: Element, part: str, spot: Spot, depth: int) -> None:
        name = _included(paragraph)
        try:
            if depth == _DEEPEST:
                raise _circle(name)
            xml = insertion.insert(self._document(name), self._additions, part)
        except Fault as fault:
            code = getattr(fault, "code", "TPL054")
            self.findings.append(fault.at(spot.place(self._file, _text(paragraph).strip()), code))
            return
        following = paragraph.getnext()
        if xml.endswith("</w:tbl>") and (following is None or following.tag != P):
            xml += "<w:p/>"  # two tables would become one, and a cell does not end with one
        body = markup.parse(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode(), self._file, name)
        for block in list(children(body)):
            paragraph.addprevious(block)
            for inner in [p for p in block.iter(P) if _included(p)]:
                self._put(inner, part, spot, depth + 1)
        _take_away(paragraph)

    def _document(self, name: str) -> Inserted:
        if name not in self._read:
            try:
                self._read[name] = insertion.read(files.read(self._source, name), name, self._limits)
            except Refused as refused:
                raise BadDocument(refused.findings[0].message, refused.findings[0].hint) from None
        return self._read[name]


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iterfind(f"{R}/{T}"))


def _included(paragraph: Element) -> str:
    """The name of the file that a paragraph includes, empty where it does not."""
    match = _INCLUDE.fullmatch(_text(paragraph))
    return match.group(1) if match else ""


def _take_away(paragraph: Element) -> None:
    """Remove the tag's paragraph, unless a section ends in it."""
    if paragraph.find(f"{P_PR}/{SECT_PR}") is None:
        remove(paragraph)
        return
    for run in paragraph.findall(R):
        remove(run)


def _circle(name: str) -> BadDocument:
    return BadDocument(
        Text(f"文件互相包含，没有尽头：{name}", f"files include one another without end: {name}"),
        Text("请检查各文件里的 include。", "Check the include tags of these files."),
    )
