"""The parts of a template that a render writes anew, each compiled to a program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from jinja2 import Template as JinjaTemplate

from kadocs.findings import Finding, Refused
from kadocs.render.limits import Limits
from kadocs.render.word import (
    alternatives,
    bookmarks,
    breaks,
    contents,
    headings,
    markup,
    merges,
    newpages,
    notes,
    numbering,
    pagination,
    references,
    repeats,
    restarts,
    revisions,
    scan,
)
from kadocs.render.word.assemble import Extra, assemble
from kadocs.render.word.attributes import Attributes
from kadocs.render.word.charts import modern
from kadocs.render.word.charts.names import C as CHARTS
from kadocs.render.word.contents import Contents
from kadocs.render.word.guards import Guard
from kadocs.render.word.headings import Heading, Record, Wanted
from kadocs.render.word.ids import Identities, Slot
from kadocs.render.word.includes import Included
from kadocs.render.word.markup import Element, P, w
from kadocs.render.word.numbering import Numbering
from kadocs.render.word.package import Member, Package, member
from kadocs.render.word.places import PARTS, Locator, Spot
from kadocs.render.word.program import Program, compile_source
from kadocs.render.word.references import Reference
from kadocs.render.word.results import Results
from kadocs.render.word.runtime import environment
from kadocs.render.word.settle import WHOLE, settle
from kadocs.render.word.sites import Sites
from kadocs.render.word.standing import LaterLocator
from kadocs.render.word.state import Render
from kadocs.render.word.stills import Stills
from kadocs.render.word.stock import Stock
from kadocs.render.word.story import Story
from kadocs.render.word.styles import Styles

_KINDS = ("document", "template", "header", "footer", "footnotes", "endnotes", "comments")
_BODY = ("document", "template")
_PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_UPDATE_FIELDS = re.compile(rb"<w:updateFields\b[^>]*/>")


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is written anew by every render."""

    name: str
    program: Program
    sites: Sites
    guards: tuple[Guard, ...]
    headings: tuple[Heading, ...]
    contents: tuple[Contents, ...]
    numbering: Numbering
    slots: tuple[Slot, ...]
    outline: dict[str, int]
    results: tuple[str, ...]
    paged: bool

    def template(self, language: str, limits: Limits) -> JinjaTemplate:
        """The part's code bound to a language's filters."""
        return self.program.template(language, limits)

    def settle(self, text: str, render: Render) -> str:
        """The part's finished text, from what its code has written."""
        record = Record(self.headings, self.numbering, render.additions.ids)
        restarted = partial(restarts.restarted, self.numbering, render.additions)
        identities = Identities(self.slots, render.additions.ids, restarted)
        results = Results(self.results, record, render.bookmarks.lost)
        collect = render.additions.collect
        pages = render.pages if self.paged else None
        told = None if render.depth else render.companions
        settled = settle(text, self.guards, record, results, self.contents, pages, told, identities, collect)
        return newpages.moved(settled, goes_on=render.depth > 0)


def compile_parts(package: Package, file: str, stock: Stock, included: Included) -> list[Part]:
    """All parts to be written, in a fixed order; raises Refused with every fault of the template.

    `included` is what came of its includes, which have been put in already.
    """
    compiler = _Compiler(package, file, stock, included)
    parts = [part for kind in _KINDS for name in package.of_kind(kind) if (part := compiler.part(name, kind))]
    present = [name for name in _PROPERTY_PARTS if name in package.members]
    parts += [part for name in present if (part := compiler.part(name, "properties"))]
    if findings := [*compiler.findings, *modern.refusals(package, file)]:
        raise Refused(findings)
    return parts


def quiet_settings(package: Package) -> list[Member]:
    """The settings without the wish to update all fields, about which Word would ask the reader."""
    found = []
    for name in package.of_kind("settings"):
        data = package.read(name)
        if _UPDATE_FIELDS.search(data):
            found.append(member(name, _UPDATE_FIELDS.sub(b"", data)))
    return found


class _Compiler:
    def __init__(self, package: Package, file: str, stock: Stock, included: Included) -> None:
        self._package = package
        self._file = file
        self._stock = stock
        self._styles = Styles(self._other("styles"))
        self._numbering = numbering.read(self._other("numbering"), self._styles)
        self._seen: set[tuple[str, str]] = set()
        self._included = included
        self.findings: list[Finding] = list(included.findings)

    def _other(self, kind: str) -> Element | None:
        names = self._package.of_kind(kind)
        return markup.parse(self._package.read(names[0]), self._file, names[0]) if names else None

    def part(self, name: str, kind: str) -> Part | None:
        """One part, or None where there is nothing to write anew (or nothing that can be)."""
        data = self._package.read(name)
        attributes = Attributes(self._stock, name, self._file)
        noted = kind in _BODY and notes.tagged(self._package)
        signs = (b"{", b"TOC", b"REF ", b"SEQ ", "｛".encode(), CHARTS.encode())
        if not (noted or attributes.in_relations or any(sign in data for sign in signs)):
            return None
        opening = _Opening(self._package, self._included, self._file, name, kind)
        root, boxes, _, broken = opening.tree()
        if kind in _BODY:
            notes.forget_findings(root, self._package, self._file)
        locator = LaterLocator(root, PARTS[kind], partial(opening.again, self._styles.level), opening.holders)
        fields = contents.take(root, self._styles) if kind in _BODY else []
        referring = references.take(root) if kind in _BODY else []
        story = Story(root, locator, attributes, self._file, stills=Stills(self._token(name, kind)))
        found = story.find(scan.properties if kind == "properties" else scan.document)
        self.findings += story.findings
        if not (noted or found or fields or referring):
            return None
        return self._compiled(name, kind, story, boxes, fields, referring, broken)

    def _compiled(
        self,
        name: str,
        kind: str,
        story: Story,
        boxes: list[Element],
        fields: list[Contents],
        referring: list[Reference],
        broken: list[Element],
    ) -> Part | None:
        token = story.stills.token
        extras: dict[str, Extra] = {}
        guarded: list[Guard] = []
        stories = [story, *self._placed(story, kind, extras, token, guarded)]
        placed = all(each.placed for each in stories)
        marks = [mark for each in stories for mark in each.marks]
        if placed and kind in _BODY:
            breaks.mark(story.root, story.marks, guarded, broken)
            newpages.mark(story.root, story.marks)
        if placed:
            self.findings += merges.settle(marks, story.stills, extras, self._file)
        alternatives.capture(boxes)
        slots = (
            repeats.mark(story.root, marks, token, self._seen, self._styles, self._numbering)
            if placed
            else []
        )
        for each in stories:
            each.settle_attributes(marks, extras, token)
        vanishing = {element for each in stories for element in each.vanishing}
        looked = bool(fields or referring)
        wanted = Wanted(
            frozenset(style for field in fields for style in field.extra_styles),
            frozenset(field.label for field in fields if field.label),
            any(references.asks_number(each) for each in referring),
        )
        marked = headings.mark(story.root, self._styles, self._numbering, vanishing, wanted) if looked else []
        written = headings.from_values(self._styles, self._numbering, wanted) if looked else {}
        results = references.mark(referring)
        if results or (kind in _BODY and pagination.counts(story.root)):
            next(story.root.iter(w("body"))).insert(0, markup.instruction("g", f"{WHOLE}0"))
        outline = {style: number for number, style in enumerate(written, len(marked))}
        source = assemble(story.root, marks, story.stills, extras, environment("zh"))
        program, faults = compile_source(source, self._file, paired=placed)
        self.findings += faults
        if program is None:
            return None
        return Part(
            name,
            program,
            source.sites,
            tuple(guarded),
            (*marked, *written.values()),
            tuple(fields),
            self._numbering,
            tuple(slots),
            outline,
            results,
            bool(fields) or any(map(references.asks_page, referring)) or bookmarks.asks_page(source.pieces),
        )

    def _placed(
        self, story: Story, kind: str, extras: dict[str, Extra], token: str, guarded: list[Guard]
    ) -> list[Story]:
        """Put the tags of a part and of its notes at their levels, and the notes into it; returns those."""
        self.findings += story.place(extras, token, guarded)
        if kind not in _BODY:
            return []
        taken = notes.take(self._package, self._stock, self._file, story)
        first = len(story.marks)
        for each in taken.stories:
            each.find(scan.document, first)
            self.findings += each.findings
            self.findings += each.place(extras, token, guarded)
            first += len(each.marks)
        taken.put()
        return taken.stories

    def _token(self, name: str, kind: str) -> str:
        """A word that occurs nowhere in a part and its notes, to mark spots in their attributes."""
        names = [name, *(n for k in notes.KINDS for n in self._package.of_kind(k) if kind in _BODY)]
        data = [self._package.read(each) for each in names]
        number = 0
        while any((token := f"kadocs{number}k").encode() in each for each in data):
            number += 1
        return token


class _Tree(NamedTuple):
    """A part as its tags are looked for in it.

    `boxes` are the texts of which there is a second form. `known` are the spots that come from other files,
    `broken` the paragraphs that end sections of such.
    """

    root: Element
    boxes: list[Element]
    known: dict[Element, Spot]
    broken: list[Element]


@dataclass(frozen=True, slots=True)
class _Opening:
    """Opens a part to compile it, and once more for whoever asks for places in it."""

    package: Package
    included: Included
    file: str
    name: str
    kind: str

    @property
    def holders(self) -> str:
        """The name of the elements that hold tags."""
        return "*" if self.kind == "properties" else P

    def tree(self) -> _Tree:
        """The part's tree."""
        root = markup.parse(self.package.read(self.name), self.file, self.name)
        known, broken = self.included.known(self.name, root), self.included.broken(self.name, root)
        if self.kind != "properties":
            markup.refuse_dialect(root, self.file, self.name)
        revisions.settle(root)
        return _Tree(root, alternatives.share(root), known, broken)

    def again(self, level: Callable[[Element], int | None]) -> tuple[Element, Locator]:
        """The part's root, and what finds places in it."""
        tree = self.tree()
        return tree.root, Locator(tree.root, PARTS[self.kind], level, tree.known)
