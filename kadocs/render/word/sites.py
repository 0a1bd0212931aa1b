"""The places where values are written, with the markup around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kadocs.render.tags import OUTPUT
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import P_PR, R_PR, SECT_PR, Element, P, R, T, first_child, source, w
from kadocs.render.word.places import Spot

_TEXT = '<w:t xml:space="preserve">'
_HIGHLIGHT_FOLLOWERS = tuple(
    w(name)
    for name in [
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
    ]
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a tag writes: its spot for messages, and the XML to leave its text and come back.

    `leave` + `enter` closes and reopens the text and its run; `reopen` starts a new paragraph of the
    same style. All are empty where there is no run to leave: in properties and in captured text.
    `member` is the name of the part that the text goes to, where it is not the one being written.
    """

    spot: Spot
    tag: str
    leave: str = ""
    enter: str = ""
    gap: str = ""
    reopen: str = ""
    prefix: str = ""
    member: str = ""

    @property
    def in_run(self) -> bool:
        """Whether the tag stands in a run's text."""
        return bool(self.leave)


def site(mark: Mark) -> Site:
    """The site of a tag, read from its run and paragraph."""
    found = _site(mark)
    return replace(found, member=mark.member) if mark.member else found


def _site(mark: Mark) -> Site:
    text = mark.node.getparent()
    if mark.tag.kind != OUTPUT or text is None:
        return Site(mark.spot, mark.tag.source)
    if mark.tag.prefix in ("p", "tr", "tc"):
        return _paragraph_site(mark)
    run = text.getparent()
    if text.tag != T or run is None or run.tag != R:
        return Site(mark.spot, mark.tag.source)
    formatting = first_child(run, R_PR)
    enter = f"<w:r>{source(formatting) if formatting is not None else ''}{_TEXT}"
    paragraph = run.getparent()
    reopen = ""
    if paragraph is not None and paragraph.tag == P:
        reopen = f"</w:p><w:p>{_paragraph_properties(paragraph)}"
    return Site(mark.spot, mark.tag.source, "</w:t></w:r>", enter, _gap(formatting), reopen, mark.tag.prefix)


def _paragraph_site(mark: Mark) -> Site:
    run = next(mark.paragraph.iter(R), None)
    formatting = run.find(R_PR) if run is not None else None
    enter = f"<w:r>{source(formatting) if formatting is not None else ''}{_TEXT}"
    reopen = f"</w:p><w:p>{_paragraph_properties(mark.paragraph)}"
    return Site(mark.spot, mark.tag.source, "</w:t></w:r>", enter, _gap(formatting), reopen, mark.tag.prefix)


def _paragraph_properties(paragraph: Element) -> str:
    properties = first_child(paragraph, P_PR)
    if properties is None:
        return ""
    if properties.find(SECT_PR) is None:
        return source(properties)
    kept = "".join(source(child) for child in properties if child.tag != SECT_PR)
    return f"<w:pPr>{kept}</w:pPr>"


def _gap(formatting: Element | None) -> str:
    """The opening of a run that shouts: the run's own formatting, highlighted."""
    highlight = '<w:highlight w:val="yellow"/>'
    if formatting is None:
        return f"<w:r><w:rPr>{highlight}</w:rPr>{_TEXT}"
    kept = [child for child in formatting if child.tag != w("highlight")]
    after = next((i for i, child in enumerate(kept) if child.tag in _HIGHLIGHT_FOLLOWERS), len(kept))
    inner = [source(child) for child in kept]
    inner.insert(after, highlight)
    return f"<w:r><w:rPr>{''.join(inner)}</w:rPr>{_TEXT}"
