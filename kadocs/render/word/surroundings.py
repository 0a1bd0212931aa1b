"""What stands beside tags: whether a paragraph, cell or row holds nothing else."""

from __future__ import annotations

from functools import cached_property

from kadocs.render.tags import OUTPUT
from kadocs.render.word.blocks import CELL_STATEMENTS
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import MATH_TEXT, SECT_PR, TC, TR, Element, T, w
from kadocs.render.word.places import shorten
from kadocs.render.word.stills import Stills

ANCHORED = {
    w("drawing"): "图 picture",
    w("pict"): "图 picture",
    w("object"): "对象 object",
    w("br"): "换行或分页 break",
    w("fldChar"): "域 field",
    w("fldSimple"): "域 field",
    w("footnoteReference"): "脚注 footnote",
    w("endnoteReference"): "尾注 endnote",
    w("sym"): "符号 symbol",
    SECT_PR: "分节符 section break",
}


class Surroundings:
    """Looks around the tags of one part."""

    def __init__(self, marks: list[Mark], stills: Stills) -> None:
        self._marks = marks
        self._stills = stills
        self._beside: dict[Element, str] = {}

    @cached_property
    def _by_holder(self) -> dict[Element, list[Mark]]:
        held: dict[Element, list[Mark]] = {}
        for mark in self._marks:
            for holder in (mark.paragraph, *mark.paragraph.iterancestors(TC, TR)):
                held.setdefault(holder, []).append(mark)
        return held

    def within(self, element: Element) -> list[Mark]:
        """The tags in a paragraph, cell or row."""
        return self._by_holder.get(element, [])

    def tags_only(self, element: Element) -> bool:
        """Whether an element holds tags that print nothing, and nothing else."""
        return bool(self.within(element)) and not self.beside(element)

    def beside(self, element: Element) -> str:
        """What an element holds besides tags that print nothing; empty where there is nothing."""
        if element not in self._beside:
            self._beside[element] = self._look(element)
        return self._beside[element]

    def _look(self, element: Element) -> str:
        prints = [m for m in self.within(element) if m.tag.kind == OUTPUT or m.tag.keyword in CELL_STATEMENTS]
        # A printed `{{p x }}` takes its whole element too, alone.
        if len(prints) == 1 and prints[0].tag.prefix in ("p", "tr", "tc"):
            prints = []
        if prints:
            return shorten(prints[0].tag.source, 40)
        text = "".join(_own_text(t) for t in element.iter(T, MATH_TEXT))
        if text.strip():
            still = next(iter(self._stills.within(text)), None)
            return shorten(" ".join(text.split()) if still is None else still.source, 40)
        found = next(element.iter(*ANCHORED), None)
        return "" if found is None else ANCHORED[str(found.tag)]


def _own_text(text: Element) -> str:
    return (text.text or "") + "".join(node.tail or "" for node in text)
