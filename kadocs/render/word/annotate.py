"""Findings written into a template as Word comments, each at the spot that it is about.

Word allows comments in the body only, so what was found in headers or properties is told at the beginning;
a comment about a text box or a note stands at the paragraph that holds the box or refers to the note.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

from kadocs.findings import Finding, Text
from kadocs.render.traces.markup import REVIEWER
from kadocs.render.word import package, places
from kadocs.render.word.markup import (
    P_PR,
    XML_SPACE,
    Element,
    P,
    R,
    T,
    W,
    children,
    parse,
    refuse_dialect,
    remove,
    w,
)
from kadocs.render.word.package import CONTENT_TYPES, Member, Package, member
from kadocs.render.word.places import PARTS, Locator

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ID, _AUTHOR = w("id"), w("author")


def annotated(data: bytes, findings: Iterable[Finding], language: str, name: str = "template.docx") -> bytes:
    """The Word file `data` with each finding as a comment in `language`; nothing else of it changes.

    Raises `Refused` (TPL001 to TPL006) where the file is none that comments could be written into.
    """
    parts = package.read(data, name)
    body = parse(parts.read(parts.main), name, parts.main)
    refuse_dialect(body, name, parts.main)
    comments, part = _comments(parts, name)
    forget(body, comments)
    first = 1 + max((int(c.get(_ID, "0")) for c in comments if c.get(_ID, "").isdigit()), default=-1)
    spots = _Spots(body)
    for number, finding in enumerate(dict.fromkeys(findings), start=first):
        paragraph = spots.paragraph(finding)
        comments.append(_comment(number, _words(finding, language, placed=paragraph is not None)))
        anchor = paragraph if paragraph is not None else spots.beginning
        if anchor is not None:
            _mark(anchor, number, _own(finding)[-1].en if paragraph is not None else "")
    written = [_written(parts.main, body), _written(part, comments)]
    if part not in parts.members:
        written += [_related(parts, part), _typed(parts, part)]
    return package.write({**parts.members, **{each.name: each for each in written}}.values())


def _ours(comments: Element) -> list[Element]:
    return [comment for comment in comments if comment.get(_AUTHOR) == REVIEWER]


def forget(body: Element, comments: Element) -> bool:
    """Take away the comments of an earlier check, and what refers to them; whether there were any."""
    ours = _ours(comments)
    gone = {comment.get(_ID) for comment in ours}
    kinds = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
    for element in [e for e in body.iter(*kinds) if e.get(_ID) in gone]:
        run = element.getparent()
        remove(element)
        if run is not None and run.tag == R and not len(run):
            remove(run)
    for comment in ours:
        comments.remove(comment)
    return bool(ours)


class _Spots:
    """The paragraphs of a body by the words with which findings place them."""

    def __init__(self, body: Element) -> None:
        locator = Locator(body, PARTS["document"], lambda _: None)
        self._by_position: dict[str, list[Element]] = {}
        for paragraph in body.iter(P):
            self._by_position.setdefault(locator.position(paragraph).en, []).append(paragraph)
        self.beginning = next((p for p in body.iter(P) if _outermost(p) is p), None)

    def paragraph(self, finding: Finding) -> Element | None:
        """The paragraph that a finding is about, if it is in the body."""
        trail = _own(finding)
        if not trail or trail[0] != PARTS["document"]:
            return None
        # What belongs to a paragraph, such as a note or a chart, is named behind it.
        steps = [step.en.partition(", ")[0] for step in trail]
        found = next((self._by_position[step] for step in steps if step in self._by_position), [])
        shown = [p for p in found if any(step.en == places.visible(p) for step in trail)]
        best = next(iter(shown or found), None)
        return None if best is None else _outermost(best)


def _own(finding: Finding) -> tuple[Text, ...]:
    """The steps to a spot of the template itself; those behind them lead on in a file that it puts in."""
    trail = finding.place.trail
    parts = [number for number, step in enumerate(trail) if step in PARTS.values()]
    return trail[: parts[1] - 1] if len(parts) > 1 else trail


def _outermost(paragraph: Element) -> Element:
    """The paragraph itself, or the one that holds the text box in which it stands."""
    return next(reversed([a for a in paragraph.iterancestors(P)]), paragraph)


def _mark(paragraph: Element, number: int, tag: str) -> None:
    """Put a comment's range around what a tag covers in a paragraph, or around all of it."""
    pieces = [child for child in children(paragraph) if child.tag != P_PR]
    covering = _covering(pieces, tag) or pieces
    start = etree.Element(w("commentRangeStart"), {_ID: str(number)})
    end = etree.Element(w("commentRangeEnd"), {_ID: str(number)})
    reference = etree.Element(R)
    etree.SubElement(reference, w("commentReference"), {_ID: str(number)})
    if covering:
        covering[0].addprevious(start)
        covering[-1].addnext(end)
    else:
        paragraph.extend((start, end))
    end.addnext(reference)


def _covering(pieces: list[Element], tag: str) -> list[Element]:
    """The children of a paragraph over which a tag is spread."""
    texts = ["".join(t.text or "" for t in piece.iter(T)) for piece in pieces]
    start = "".join(texts).find(tag.rstrip("…")) if tag else -1
    if start < 0:
        return []
    end, position, found = start + len(tag.rstrip("…")), 0, []
    for piece, text in zip(pieces, texts, strict=True):
        if position < end and position + len(text) > start:
            found.append(piece)
        position += len(text)
    return pieces[pieces.index(found[0]) : pieces.index(found[-1]) + 1]


def _words(finding: Finding, language: str, *, placed: bool) -> list[str]:
    """The paragraphs of a comment: what is wrong, the way out, and the tag and what it holds, or a place."""
    steps = [step.in_(language) for step in finding.place.trail]
    where = " › ".join(steps[len(_own(finding)) - 1 :] if placed else steps)
    lines = (f"{finding.code} {finding.message.in_(language)}", finding.hint.in_(language), where)
    return [line for line in lines if line]


def _comment(number: int, lines: list[str]) -> Element:
    comment = etree.Element(w("comment"), {_ID: str(number), _AUTHOR: REVIEWER, w("initials"): "k"})
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, P), R)
        text = etree.SubElement(run, T, {XML_SPACE: "preserve"})
        text.text = line
    return comment


def _comments(parts: Package, name: str) -> tuple[Element, str]:
    """The comments that the file has, or none yet, and the name of their part."""
    for part in parts.of_kind("comments"):
        return parse(parts.read(part), name, part), part
    part = posixpath.join(posixpath.dirname(parts.main), "comments.xml")
    while part in parts.members:
        part = part.removesuffix(".xml") + "1.xml"
    return etree.Element(w("comments"), nsmap={"w": W}), part


def _written(name: str, root: Element) -> Member:
    return member(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _related(parts: Package, part: str) -> Member:
    """The main part's relations with one to the comments."""
    folder, name = posixpath.split(parts.main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations in parts.members:
        root = parse(parts.read(relations), relations, relations)
    else:
        root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})  # type: ignore[dict-item]
    taken = {relation.get("Id") for relation in root}
    identity = next(i for n in range(1, len(taken) + 2) if (i := f"rIdComments{n}") not in taken)
    target = posixpath.relpath(part, folder)
    etree.SubElement(
        root, f"{{{_RELATIONS}}}Relationship", {"Id": identity, "Type": _RELATION, "Target": target}
    )
    return _written(relations, root)


def _typed(parts: Package, part: str) -> Member:
    """The content types with that of the comments."""
    root = parse(parts.read(CONTENT_TYPES), CONTENT_TYPES, CONTENT_TYPES)
    etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": _TYPE})
    return _written(CONTENT_TYPES, root)
