"""The parts of a template that hold tags, each compiled to a program."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Template as JinjaTemplate

from kadocs.findings import Finding, Refused
from kadocs.render.word import blocks, cells, levels, markup, places, scan
from kadocs.render.word.assemble import Extra, assemble
from kadocs.render.word.package import Package
from kadocs.render.word.program import Program, compile_source
from kadocs.render.word.sites import Site

_WORD_KINDS = ("document", "template", "header", "footer", "footnotes", "endnotes", "comments")
_PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is written anew by every render."""

    name: str
    program: Program
    sites: tuple[Site, ...]

    def template(self, language: str) -> JinjaTemplate:
        """The part's code bound to a language's filters."""
        return self.program.template(language)


def compile_parts(package: Package, file: str) -> list[Part]:
    """All parts with tags, in a fixed order; raises Refused with every fault of the template."""
    parts: list[Part] = []
    findings: list[Finding] = []
    names = [name for kind in _WORD_KINDS for name in package.of_kind(kind)]
    for name in (*names, *(n for n in _PROPERTY_PARTS if n in package.members)):
        data = package.read(name)
        if b"{" not in data and "｛".encode() not in data:
            continue
        part, wrong = _compile(data, name, package.kinds.get(name, "properties"), file)
        findings += wrong
        if part is not None:
            parts.append(part)
    if findings:
        raise Refused(findings)
    return parts


def _compile(data: bytes, name: str, kind: str, file: str) -> tuple[Part | None, list[Finding]]:
    root = markup.parse(data, file, name)
    locator = places.Locator(root, places.PARTS[kind], lambda p: None)
    read = scan.properties if kind == "properties" else scan.document
    scanned = read(root, locator, file)
    if not scanned.marks and not scanned.findings:
        return None, []
    paired, unpaired = blocks.pair(scanned.marks, file)
    findings = scanned.findings + unpaired
    if not unpaired:
        findings += levels.Levels(scanned.marks, paired, file).settle()
    token = _token(data)
    extras: dict[str, Extra] = {}
    cells.settle(scanned.marks, token)
    source = assemble(root, scanned.marks, extras, token)
    program, faults = compile_source(source, file) if not findings else (None, [])
    if program is None:
        return None, findings + faults
    return Part(name, program, tuple(source.sites)), []


def _token(data: bytes) -> str:
    """A word that occurs nowhere in a part, to mark spots in its attributes."""
    number = 0
    while (token := f"kadocs{number}k").encode() in data:
        number += 1
    return token


