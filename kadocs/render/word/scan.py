"""Finding the tags of a part, however Word has spread them over runs.

The plainest are left where they stand (`stills`). Each other tag is taken out of the text and leaves a
processing instruction in the first run that it touched, whose formatting is the one that counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kadocs.findings import Finding, Severity
from kadocs.render import tags
from kadocs.render.tags import OUTPUT, Tag
from kadocs.render.word import lines
from kadocs.render.word.lines import STAND_INS, TEXTS
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import R_PR, XML_SPACE, Element, R, children, instruction, remove
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Spotter, Standing
from kadocs.render.word.stills import MAKES_BLOCKS, Stills


@dataclass(slots=True)
class Scanned:
    """The marks of a part in document order, and what is wrong with its tags."""

    marks: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    escapes: int = 0


def document(root: Element, locator: Spotter, stills: Stills, file: str, first: int = 0) -> Scanned:
    """The tags of a part made of paragraphs, numbered from `first`, save those added to `stills`."""
    scanning = _Scanning(stills, file, first)
    for paragraph in lines.holding(root):
        scanning.take(paragraph, lines.pieces(paragraph), locator.spot(paragraph))
    return scanning.scanned


def properties(root: Element, locator: Spotter, stills: Stills, file: str, first: int = 0) -> Scanned:
    """The tags of a part whose elements each hold one text."""
    scanning = _Scanning(stills, file, first)
    for element in root.iter("*"):
        if not len(element) and "{" in (element.text or ""):
            scanning.take(element, [element], locator.spot(element))
    return scanning.scanned


class _Scanning:
    def __init__(self, stills: Stills, file: str, first: int) -> None:
        self.scanned = Scanned()
        self._stills = stills
        self._file = file
        self._first = first
        self._raw = False

    def take(self, owner: Element, atoms: list[Element], spot: Spot | Standing) -> None:
        """Add what a paragraph, or another element that holds text, has of tags."""
        if not self._raw and self._stills.take(atoms, spot):
            return
        scanned = self.scanned
        line = _Line(atoms)
        found = tags.scan(line.text, self._raw)
        self._raw = found.raw
        found.tags = [_alone(tag, line.text) for tag in found.tags]
        scanned.escapes += len(found.underscores)
        for source, message, hint in found.problems:
            place = spot.place(self._file, source)
            scanned.findings.append(Finding("TPL010", Severity.ERROR, place, message, hint))
        first = self._first + len(scanned.marks)
        for number, (tag, node) in enumerate(line.extract(found.tags, found.underscores, first), first):
            scanned.marks.append(Mark(number, tag, node, owner, spot))


def _alone(tag: Tag, text: str) -> Tag:
    """A tag that makes whole paragraphs and stands alone in its own takes it, with or without `{{p`."""
    if tag.kind == OUTPUT and not tag.prefix and text.strip() == tag.source and MAKES_BLOCKS.search(tag.body):
        return replace(tag, prefix="p")
    return tag


class _Line:
    """A paragraph's text, joined, with the way back to its elements."""

    def __init__(self, atoms: list[Element]) -> None:
        self._atoms = atoms
        self._texts = lines.texts(atoms)
        self.text = "".join(self._texts)

    def extract(self, found: list[Tag], underscores: list[int], first: int) -> list[tuple[Tag, Element]]:
        """The instructions that now stand for the tags, numbered from `first`."""
        cuts: list[tuple[int, int, Tag | None]] = [(tag.start, tag.end, tag) for tag in found]
        cuts += [(at, at + 1, None) for at in underscores]
        cuts.sort(key=_start)
        if not cuts:
            return []
        nodes: list[tuple[Tag, Element]] = []
        position, at = 0, 0
        for atom, text in zip(self._atoms, self._texts, strict=True):
            end = position + len(text)
            while at and cuts[at - 1][1] > position:
                at -= 1  # the cut before may reach into this piece
            touching: list[tuple[int, int, Tag | None]] = []
            while at < len(cuts) and cuts[at][0] < end:
                touching.append(cuts[at])
                at += 1
            if touching:
                self._rewrite(atom, text, position, touching, nodes, first)
            position = end
        return nodes

    def _rewrite(
        self,
        atom: Element,
        text: str,
        position: int,
        cuts: list[tuple[int, int, Tag | None]],
        nodes: list[tuple[Tag, Element]],
        first: int,
    ) -> None:
        if atom.tag in STAND_INS:
            _drop(atom)
            return
        kept = position
        last: Element | None = None
        atom.text = None
        for start, end, tag in cuts:
            _append(atom, last, text[kept - position : max(start, position) - position])
            if tag is not None and start >= position:
                last = instruction("k", str(first + len(nodes)))
                atom.append(last)
                nodes.append((tag, last))
            kept = min(end, position + len(text))
        _append(atom, last, text[kept - position :])
        if atom.tag in TEXTS:
            atom.set(XML_SPACE, "preserve")
            if not len(atom) and not atom.text:
                _drop(atom)


def _start(cut: tuple[int, int, Tag | None]) -> int:
    return cut[0]


def _append(atom: Element, last: Element | None, text: str) -> None:
    if last is None:
        atom.text = (atom.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop(atom: Element) -> None:
    """Take away a piece of text that was only part of a tag, and its run if nothing else is in it."""
    run = atom.getparent()
    remove(atom)
    if run is not None and run.tag == R and all(child.tag == R_PR for child in children(run)):
        remove(run)


def cut(atoms: list[Element], first: int) -> tuple[tags.Scan, list[tuple[Tag, Element]]]:
    """What a text spread over these elements holds, and its tags with their instructions.

    The instructions stand in place of the tags, numbered from `first`.
    """
    line = _Line(atoms)
    found = tags.scan(line.text)
    return found, line.extract(found.tags, found.underscores, first)
