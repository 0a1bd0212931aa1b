"""Links whose targets hold tags: each is made anew where it stands, so a loop may change it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from kadocs.render import tags
from kadocs.render.tags import OUTPUT, Tag
from kadocs.render.word import printer
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import Element, P, ancestor, instruction, w
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Spotter, Standing
from kadocs.render.word.stock import OFFICE, Relations

_ID = f"{{{OFFICE}}}id"
_LINKS = (
    w("hyperlink"),
    "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick",
)
# Word percent-encodes braces when a target is typed into its dialogue.
_TAG = re.compile(r"(?:\{|%7B){2}.+?(?:\}|%7D){2}", re.IGNORECASE)


class Link(NamedTuple):
    """A link of a part: its element, its target, its paragraph's spot."""

    element: Element
    target: str
    spot: Spot | Standing


def tagged(relations: Relations) -> dict[str, str]:
    """The targets with tags among a part's links, by the identifier of their relationship."""
    return {
        identity: relation.target
        for identity, relation in relations.by_id.items()
        if relation.external and relation.type.endswith("/hyperlink") and _TAG.search(relation.target)
    }


def find(root: Element, targets: dict[str, str], locator: Spotter) -> list[Link]:
    """The links of a part that lead to these targets."""
    if not targets:
        return []
    return [
        Link(element, targets[identity], locator.spot(paragraph))
        for element in root.iter(*_LINKS)
        if (identity := element.get(_ID, "")) in targets and (paragraph := ancestor(element, P)) is not None
    ]


def settle(found: list[Link], marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
    """Put an expression in place of each link's relationship."""
    for element, target, spot in found:
        first = next((piece for piece in _pieces(target) if isinstance(piece, Tag)), None)
        if first is None:
            continue
        mark = Mark(len(marks), first, instruction("k", "0"), element, spot)
        marks.append(mark)
        key = f"l{len(extras)}"
        extras[key] = Extra(expression(target), mark, printer.TARGET)
        element.set(_ID, in_attribute(token, key))


def expression(target: str) -> str:
    """The expression for a target with tags: a list of text and values by turns, text first."""
    pieces = (f"({p.body})" if isinstance(p, Tag) else json.dumps(p) for p in _pieces(target))
    return f"[{', '.join(pieces)}]"


def _pieces(target: str) -> Iterator[str | Tag]:
    """A target cut up: text and tags by turns, text first."""
    end = 0
    for match in _TAG.finditer(target):
        found = tags.scan(unquote(match.group())).tags
        if len(found) == 1 and found[0].kind == OUTPUT:
            yield target[end : match.start()]
            yield found[0]
            end = match.end()
    yield target[end:]
