"""Which styles of a base are which styles of a template: told by name, as people know them."""

from __future__ import annotations

import re

from kadocs.render.word.markup import VAL, Element, w

_HEADING = re.compile(r"标题\s*([1-9])")
_ON = ("1", "true", "on")


def kind_of(style: Element) -> str:
    """What a style is for: "paragraph", "character", "table" or "numbering"."""
    return style.get(w("type"), "paragraph")


def is_default(style: Element) -> bool:
    """Whether a style is that of everything which names no style of its kind."""
    return style.get(w("default"), "") in _ON


def names(style: Element) -> tuple[str, ...]:
    """A style's names, the chief one first, as they are compared."""
    said = [value(style, "name"), *value(style, "aliases").split(",")]
    plain = (_HEADING.sub(r"heading \1", name.strip()).lower() for name in said)
    return tuple(name for name in plain if name)


def value(style: Element, name: str) -> str:
    """What a child of a style says; empty where there is none."""
    found = style.find(w(name))
    return "" if found is None else found.get(VAL, "")


def matched(base: Element, template: Element) -> dict[tuple[str, str], str]:
    """The identifier that each style of a base has in the template, by its kind and its own identifier.

    A style that the template has under the same name, or as an alias, is the same style; any other keeps its
    identifier, or gets one that is free.
    """
    chief, other, default = _known(template)
    taken = {style.get(w("styleId"), "") for style in template.iter(w("style"))}
    given: set[str] = set()
    found: dict[tuple[str, str], str] = {}
    for style in base.iter(w("style")):
        kind, identity, called = kind_of(style), style.get(w("styleId"), ""), names(style)
        places = [default.get(kind)] if is_default(style) else []
        places += [known[kind, name] for known in (chief, other) for name in called if (kind, name) in known]
        same = next((place for place in places if place and place not in given), None)
        found[kind, identity] = same or _free(identity, taken)
        given.add(found[kind, identity])
        taken.add(found[kind, identity])
    return found


def _known(
    template: Element,
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], str], dict[str, str]]:
    """The template's styles by kind and chief name, by kind and other name, and its defaults by kind."""
    chief: dict[tuple[str, str], str] = {}
    other: dict[tuple[str, str], str] = {}
    default: dict[str, str] = {}
    for style in template.iter(w("style")):
        kind, identity, (first, *rest) = kind_of(style), style.get(w("styleId"), ""), names(style) or ("",)
        chief.setdefault((kind, first), identity)
        for name in rest:
            other.setdefault((kind, name), identity)
        if is_default(style):
            default[kind] = identity
    return chief, other, default


def _free(identity: str, taken: set[str]) -> str:
    number, free = 2, identity
    while free in taken:
        free, number = f"{identity}{number}", number + 1
    return free
