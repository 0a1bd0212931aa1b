"""The parts of a template that a render writes anew, each compiled to a program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from jinja2 import Template as JinjaTemplate

from kadocs.findings import Finding, Refused
from kadocs.render.limits import Limits
from kadocs.render.word import (
    alternatives,
    annotate,
    blocks,
    cells,
    columns,
    contents,
    guards,
    headings,
    joins,
    levels,
    markup,
    merges,
    notes,
    numbering,
    places,
    repeats,
    restarts,
    revisions,
    scan,
)
from kadocs.render.word.assemble import Extra, assemble
from kadocs.render.word.attributes import Attributes
from kadocs.render.word.charts.names import C as CHARTS
from kadocs.render.word.contents import Contents
from kadocs.render.word.guards import Guard
from kadocs.render.word.headings import Heading, Record
from kadocs.render.word.ids import Identities, Slot
from kadocs.render.word.includes import Included
from kadocs.render.word.markup import Element
from kadocs.render.word.numbering import Numbering
from kadocs.render.word.package import Member, Package, member
from kadocs.render.word.printer import Render
from kadocs.render.word.program import Program, compile_source
from kadocs.render.word.settle import settle
from kadocs.render.word.sites import Site
from kadocs.render.word.stock import Stock
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
    sites: tuple[Site, ...]
    guards: tuple[Guard, ...]
    headings: tuple[Heading, ...]
    contents: tuple[Contents, ...]
    numbering: Numbering
    slots: tuple[Slot, ...]
    outline: dict[str, int]

    def template(self, language: str, limits: Limits) -> JinjaTemplate:
        """The part's code bound to a language's filters."""
        return self.program.template(language, limits)

    def settle(self, text: str, render: Render) -> str:
        """The part's finished text, from what its code has written."""
        record = Record(self.headings, self.numbering, render.additions.ids)
        restarted = partial(restarts.restarted, self.numbering, render.additions)
        identities = Identities(self.slots, render.additions.ids, restarted)
        return settle(text, self.guards, record, self.contents, render.pages, identities)


def compile_parts(package: Package, file: str, stock: Stock, included: Included) -> list[Part]:
    """All parts to be written, in a fixed order; raises Refused with every fault of the template.

    `included` is what came of its includes, which have been put in already.
    """
    compiler = _Compiler(package, file, stock, included)
    parts = [part for kind in _KINDS for name in package.of_kind(kind) if (part := compiler.part(name, kind))]
    present = [name for name in _PROPERTY_PARTS if name in package.members]
    parts += [part for name in present if (part := compiler.part(name, "properties"))]
    if compiler.findings:
        raise Refused(compiler.findings)
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
        self._noted: set[tuple[str, str]] = set()
        self._included = included
        self.findings: list[Finding] = list(included.findings)

    def _other(self, kind: str) -> Element | None:
        names = self._package.of_kind(kind)
        return markup.parse(self._package.read(names[0]), self._file, names[0]) if names else None

    def part(self, name: str, kind: str) -> Part | None:
        """One part, or None where there is nothing to write anew (or nothing that can be)."""
        data = self._package.read(name)
        attributes = Attributes(self._stock, name, self._file)
        noted = any(kind == of for of, _ in self._noted)
        signs = (b"{", b"TOC", "｛".encode(), CHARTS.encode())
        if not (noted or attributes.in_relations or any(sign in data for sign in signs)):
            return None
        root = markup.parse(data, self._file, name)
        known = self._included.known(name, root)
        if kind == "comments":
            annotate.quote(root)
        if kind != "properties":
            markup.refuse_dialect(root, self._file, name)
        revisions.settle(root)
        boxes = alternatives.share(root)
        locator = places.Locator(root, places.PARTS[kind], self._styles.level, known)
        fields = contents.take(root, self._styles) if kind in _BODY else []
        read = scan.properties if kind == "properties" else scan.document
        scanned = read(root, locator, self._file)
        found = attributes.find(root, locator)
        self.findings += attributes.findings
        if not (noted or found or scanned.marks or scanned.findings or scanned.escapes or fields):
            return None
        joins.settle(scanned.marks)
        drawn = columns.Columns(scanned.marks)
        placed = self._place(scanned)
        token = _token(data)
        extras: dict[str, Extra] = {}
        self.findings += cells.settle(scanned.marks, extras, token, self._file)
        if placed:
            drawn.settle(extras, token)
        guarded, vanishing = guards.place(scanned.marks) if placed else ([], set())
        if placed:
            self.findings += merges.settle(scanned.marks, extras, token, self._file)
        alternatives.capture(boxes)
        slots = (
            repeats.mark(root, scanned.marks, token, self._seen, self._styles, self._numbering)
            if placed
            else []
        )
        self._noted |= {(slot.kind, slot.original) for slot in slots if slot.kind in _KINDS}
        slots += notes.repeat(root, kind, self._noted, len(slots))
        attributes.settle(scanned.marks, extras, token)
        marked = headings.mark(root, self._styles, self._numbering, vanishing) if fields else []
        written = headings.from_values(self._styles, self._numbering) if fields else {}
        outline = {style: number for number, style in enumerate(written, len(marked))}
        source = assemble(root, scanned.marks, extras, token)
        program, faults = compile_source(source, self._file, paired=placed)
        self.findings += faults
        if program is None:
            return None
        return Part(
            name,
            program,
            tuple(source.sites),
            tuple(guarded),
            (*marked, *written.values()),
            tuple(fields),
            self._numbering,
            tuple(slots),
            outline,
        )

    def _place(self, scanned: scan.Scanned) -> bool:
        """Pair the tags into blocks and move them to their levels; False, with findings, where that fails."""
        paired, unpaired = blocks.pair(scanned.marks, self._file)
        self.findings += scanned.findings + unpaired
        if unpaired or scanned.findings:
            return False
        unplaced = levels.Levels(scanned.marks, paired, self._file).settle()
        self.findings += unplaced
        return not unplaced


def _token(data: bytes) -> str:
    """A word that occurs nowhere in a part, to mark spots in its attributes."""
    number = 0
    while (token := f"kadocs{number}k").encode() in data:
        number += 1
    return token
