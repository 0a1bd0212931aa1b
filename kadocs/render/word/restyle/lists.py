"""The lists of a template, after those that the base's styles have took the places of its own.

A heading is numbered as the base numbers it, and not at all where the base does not. Any other style that the
base leaves without a list keeps the template's: a caption without its number is of no use.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from copy import deepcopy

from kadocs.render.word import markup
from kadocs.render.word.markup import P_PR, VAL, Element, remove, w
from kadocs.render.word.restyle import spoken
from kadocs.render.word.restyle.matching import value
from kadocs.render.word.restyle.stylesheet import Sheet, put_list

_HEADING = re.compile(r"(?:heading|标题)\s*[1-9]", re.IGNORECASE)
_ORDER = tuple(map(w, ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup")))
_NUMBER, _ABSTRACT = w("numId"), w("abstractNumId")


def merged(
    base: Element | None,
    template: Element | None,
    sheet: Sheet,
    identities: Mapping[tuple[str, str], str],
    language: str,
) -> tuple[Element, dict[str, str]]:
    """The template's lists with the base's, and which list stands for each that a style of it had.

    The styles in `sheet` are led to these lists.
    """
    lists = _Lists(base, template, sheet, identities, language)
    return lists.root, lists.instead


class _Lists:
    def __init__(
        self,
        base: Element | None,
        template: Element | None,
        sheet: Sheet,
        identities: Mapping[tuple[str, str], str],
        language: str,
    ) -> None:
        self.root = markup.empty(*(each for each in (template, base) if each is not None))
        self.root.extend(deepcopy(child) for child in (template if template is not None else ()))
        self.instead: dict[str, str] = {}
        self._sheet, self._identities, self._language = sheet, identities, language
        self._words = {value(level, "pStyle"): value(level, "lvlText") for level in self.root.iter(w("lvl"))}
        self._nums, self._abstracts = _by(base, "num", _NUMBER), _by(base, "abstractNum", _ABSTRACT)
        self._free_num = itertools.count(_beyond(self.root, "num", _NUMBER))
        self._free_abstract = itertools.count(_beyond(self.root, "abstractNum", _ABSTRACT))
        self._given_num: dict[str, str] = {}
        self._given_abstract: dict[str, str] = {}
        self._settle()
        self.root[:] = sorted(self.root, key=_rank)

    def _settle(self) -> None:
        kept: list[tuple[Element, Element]] = []
        replaced: set[str] = set()
        for identity, style, before in self._sheet.both():
            own, number = before.find(f"{P_PR}/{w('numPr')}"), self._sheet.listed(style)
            if own is None or number or _is_heading(style):
                replaced.add(identity)
                listed = "" if own is None else value(own, "numId")
                self.instead[listed] = self.instead.get(listed) or number
            else:
                kept.append((style, own))
        for tie in list(self.root.iter(w("pStyle"))):
            if tie.get(VAL, "") in replaced:
                remove(tie)
        self.instead = {own: self._num(number) for own, number in self.instead.items() if own}
        for style in self._sheet.brought.values():
            for named in style.iter(_NUMBER):
                named.set(VAL, self._num(named.get(VAL, "")))
        for style, own in kept:
            put_list(style, own)

    def _num(self, number: str) -> str:
        """The number that a list of the base has in the template."""
        if number not in self._nums:
            return "0"
        if number not in self._given_num:
            given = self._given_num[number] = str(next(self._free_num))
            num = deepcopy(self._nums[number])
            num.set(_NUMBER, given)
            abstract = num.find(_ABSTRACT)
            if abstract is not None:
                abstract.set(VAL, self._abstract(abstract.get(VAL, "")))
            self._tie(num)
            self.root.append(num)
        return self._given_num[number]

    def _abstract(self, identity: str) -> str:
        if identity not in self._abstracts:
            return identity
        if identity not in self._given_abstract:
            given = self._given_abstract[identity] = str(next(self._free_abstract))
            abstract = deepcopy(self._abstracts[identity])
            abstract.set(_ABSTRACT, given)
            self._tie(abstract)
            self.root.append(abstract)
        return self._given_abstract[identity]

    def _tie(self, holder: Element) -> None:
        """Lead the levels of a list that is brought to the styles as the template knows them."""
        for name, kind in (
            ("pStyle", "paragraph"),
            ("styleLink", "numbering"),
            ("numStyleLink", "numbering"),
        ):
            for tie in holder.iter(w(name)):
                tie.set(VAL, self._identities.get((kind, tie.get(VAL, "")), tie.get(VAL, "")))
        for picture in list(holder.iter(w("lvlPicBulletId"))):
            remove(picture)
        spoken.settle(holder, self._language, self._words)


def _by(root: Element | None, name: str, key: str) -> dict[str, Element]:
    return {each.get(key, ""): each for each in (root.iter(w(name)) if root is not None else ())}


def _is_heading(style: Element) -> bool:
    named = _HEADING.fullmatch(value(style, "name"))
    return named is not None or style.find(f"{P_PR}/{w('outlineLvl')}") is not None


def _rank(child: Element) -> int:
    return _ORDER.index(str(child.tag)) if child.tag in _ORDER else len(_ORDER)


def _beyond(root: Element, name: str, attribute: str) -> int:
    numbers = (each.get(attribute, "") for each in root.iter(w(name)))
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1
