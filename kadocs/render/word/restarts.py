"""Numbered lists that begin again with every turn of a loop.

A list that lies wholly inside a loop is numbered from its start in each turn. One that has a paragraph
elsewhere goes on; so does one of which each turn writes a single item, for then the loop writes the
list, and it begins again with the loop around that, if there is one. Headings and bullets are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from kadocs.render.word.additions import Additions
from kadocs.render.word.marks import Block
from kadocs.render.word.markup import P_PR, VAL, Element, P, w
from kadocs.render.word.numbering import Numbering
from kadocs.render.word.pairs import Path, innermost
from kadocs.render.word.styles import Styles

_NUM_PR, _LEVEL, _NUMBER = w("numPr"), w("ilvl"), w("numId")
_BEFORE = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_MOST_LISTS = 20_000
"""A document of more lists helps nobody, and each costs space: beyond, they go on."""

_Item = tuple[Element, Path, str, int]
"""A paragraph, the blocks around it, its list, its level in that."""


def mark(
    root: Element,
    nodes: Iterable[tuple[Element, Path]],
    styles: Styles,
    numbering: Numbering,
    slot: Callable[[str, Block], str],
) -> None:
    """Let lists begin again; `slot` gives what stands for the number of a list in a repeated region."""
    if not numbering.definitions:
        return
    inside = {node: path for node, path in nodes if node.tag == P and innermost(path) is not None}
    lists: dict[str, list[_Item]] = {}
    for paragraph, path in inside.items():
        number, level = _place(paragraph, styles, numbering)
        if number and styles.level(paragraph) is None:
            lists.setdefault(numbering.definitions[number], []).append((paragraph, path, number, level))
    if not lists:
        return
    others = (_place(p, styles, numbering)[0] for p in root.iter(P) if p not in inside)
    elsewhere = {numbering.definitions[number] for number in others if number}
    for definition, items in lists.items():
        scope = None if definition in elsewhere else _scope(items)
        for paragraph, _, number, level in items if scope is not None else ():
            _number(paragraph, slot(number, scope), level)  # type: ignore[arg-type]


def restarted(numbering: Numbering, additions: Additions, number: str) -> str:
    """The number of a new list like list `number` that begins again; itself where there are too many."""
    if additions.nums >= _MOST_LISTS:
        return number
    starts = {index: level.start for index, level in sorted(numbering.levels[number].items())}
    return str(additions.num(numbering.definitions[number], starts, numbering.own[number]))


def _place(paragraph: Element, styles: Styles, numbering: Numbering) -> tuple[str, int]:
    """The list and level of a paragraph that is counted in one; an empty list for any other."""
    number, said = styles.numbering(paragraph)
    if number not in numbering.definitions:
        return "", 0
    level = numbering.level_of(number, said, styles.of(paragraph))
    known = numbering.levels[number].get(level)
    return ("", 0) if known is None or known.format in ("bullet", "none") else (number, level)


def _scope(items: list[_Item]) -> Block | None:
    """The innermost loop each of whose turns writes several items of a list."""
    top = min(level for *_, level in items)
    paths = [path for _, path, _, level in items if level == top]
    common = 0
    while all(len(path) > common and path[common] == paths[0][common] for path in paths):
        common += 1
    shared = paths[0][:common]
    while (block := innermost(shared)) is not None:
        shared = shared[: [b for b, _ in shared].index(block)]
        if _several([path[len(shared) + 1 :] for path in paths]):
            return block
    return None


def _several(paths: list[Path]) -> bool:
    """Whether one turn may write more than one of the items at these paths within it."""
    if any(innermost(path) is not None for path in paths):
        return True
    always = paths.count(())
    return always + max(Counter(path for path in paths if path).values(), default=0) > 1


def _number(paragraph: Element, number: str, level: int) -> None:
    properties = paragraph.find(P_PR)
    if properties is None:
        properties = paragraph.makeelement(P_PR)
        paragraph.insert(0, properties)
    own = properties.find(_NUM_PR)
    if own is None:
        own = properties.makeelement(_NUM_PR)
        properties.insert(sum(1 for child in properties if child.tag in _BEFORE), own)
    for name, value in ((_LEVEL, str(level)), (_NUMBER, number)):
        found = own.find(name)
        if found is None:
            found = own.makeelement(name)
            own.insert(0 if name == _LEVEL else len(own), found)
        found.set(VAL, value)
