"""A paragraph of nothing but a page break, in a loop: each turn begins a page, and no page is blank.

Word puts the break on the page that it ends. Where that page is exactly full, the break takes one more,
which is blank. So it becomes "page break before" of the paragraph that comes next, and goes where nothing
comes any more. Before a table it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from kadocs.render.tags import OUTPUT
from kadocs.render.word.blocks import CAPTURES
from kadocs.render.word.marks import Mark, Role
from kadocs.render.word.markup import (
    BR,
    P_PR,
    R_PR,
    SECT_PR,
    Element,
    P,
    R,
    children,
    instruction,
    w,
)
from kadocs.render.word.settle import MARK, MARK_END, PAGE

_BODY, _TYPE, _NUM_PR = w("body"), w("type"), w("numPr")
_IN_RUN = frozenset({R_PR, BR, w("lastRenderedPageBreak")})
_SIGN = re.compile(rf"{MARK}{re.escape(PAGE)}[01]{MARK_END}")
_BEFORE = "<w:pageBreakBefore/>"
_REST = r"(?:(?!<w:br|<w:t[ >]|</w:p>).)*"
_SPOT = re.compile(
    rf"{MARK}{re.escape(PAGE)}(?P<behind>[01]){MARK_END}"
    rf'(?P<alone><w:p[ >]{_REST}<w:br w:type="page"/>{_REST}</w:p>)'
    r"(?P<between>(?:<w:(?:bookmark|comment|perm|move)[^>]*/>)*)"
    r"(?:(?P<end><w:sectPr\b)|<w:p(?P<names>(?: [^>/]*)?)(?:(?P<empty>/>)|>"
    r"(?:<w:pPr/>|(?P<said><w:pPr>(?:<w:(?:pStyle|keepNext|keepLines)\b[^>]*>)*)(?:<w:pageBreakBefore\b[^>]*>)?)?))",
    re.DOTALL,
)


def mark(root: Element, marks: Iterable[Mark]) -> None:
    """Set a sign before each page break that is a paragraph of a loop; the tags are in their places."""
    breaks = [each for each in root.iter(BR) if each.get(_TYPE) == "page"]
    alone = {above for each in breaks for above in each.iterancestors(P) if _is_alone(above)}
    if not alone:
        return
    nodes = {each.node: each for each in marks}
    for paragraph in list(_in_loops(root, nodes)):
        if paragraph in alone and not any(_is_value(nodes.get(each)) for each in paragraph.iter()):
            before = next(paragraph.itersiblings("*", preceding=True), None)
            behind = before is not None and before.tag == P
            paragraph.addprevious(instruction("g", f"{PAGE}{behind:d}"))


def moved(text: str, *, goes_on: bool = False) -> str:
    """The text of a part in which each page break with a sign is one of the paragraph that comes next.

    Where the text goes on behind the part, which is put into another, a break at its end stays.
    """
    spots = partial(_moved, goes_on=goes_on)
    return _SIGN.sub("", _SPOT.sub(spots, text)) if f"{MARK}{PAGE}" in text else text


def _moved(spot: re.Match[str], *, goes_on: bool) -> str:
    if spot["end"]:
        # A table keeps a paragraph behind it.
        gone = "" if spot["behind"] == "1" and not goes_on else spot["alone"]
        return f"{gone}{spot['between']}{spot['end']}"
    opens = f"{spot['between']}<w:p{spot['names']}>"
    if spot["empty"]:
        return f"{opens}<w:pPr>{_BEFORE}</w:pPr></w:p>"
    return f"{opens}{spot['said']}{_BEFORE}" if spot["said"] else f"{opens}<w:pPr>{_BEFORE}</w:pPr>"


def _is_alone(paragraph: Element) -> bool:
    """Whether a paragraph holds one break and, but for tags, nothing else."""
    properties, runs = paragraph.find(P_PR), paragraph.findall(R)
    if properties is not None and any(properties.find(each) is not None for each in (SECT_PR, _NUM_PR)):
        return False
    inside = [each for run in runs for each in children(run)]
    return (
        all(each.tag in (P_PR, R) for each in children(paragraph))
        and all(each.tag in _IN_RUN for each in inside)
        and sum(each.tag == BR for each in inside) == 1
    )


def _in_loops(root: Element, nodes: dict[Element, Mark]) -> Iterator[Element]:
    """The paragraphs of the body that loops repeat; what is kept as a value may come to stand elsewhere."""
    body, opened = root.find(_BODY), []
    for node in () if body is None else body:
        found = nodes.get(node)
        if found is not None and found.block is not None and found.role is Role.OPEN:
            opened.append(found.block.keyword)
        elif found is not None and found.role is Role.CLOSE:
            opened.pop()
        elif node.tag == P and "for" in opened and not CAPTURES.intersection(opened):
            yield node


def _is_value(tag: Mark | None) -> bool:
    return tag is not None and tag.tag.kind == OUTPUT
