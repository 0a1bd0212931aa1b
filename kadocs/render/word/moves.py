"""Moving the compiler's instructions about the tree: out of runs, around rows, past paragraphs."""

from __future__ import annotations

from copy import deepcopy

from kadocs.render.word.markup import (
    MATH_RUN,
    MATH_TEXT,
    R_PR,
    XML_SPACE,
    Element,
    R,
    T,
    children,
    is_instruction,
    move_after,
    move_before,
    remove,
    w,
)

_MATH_R_PR = MATH_RUN[:-1] + "rPr"
_PROPERTIES = frozenset({R_PR, _MATH_R_PR, w("sdtPr"), w("sdtEndPr"), w("smartTagPr")})
_SPLIT = (T, R, MATH_TEXT, MATH_RUN, w("ins"), w("moveTo"))
RANGE_MARKS = (
    *tuple(w(f"{kind}Range{end}") for kind in ("comment", "moveFrom", "moveTo") for end in ("Start", "End")),
    w("bookmarkStart"),
    w("bookmarkEnd"),
    w("permStart"),
    w("permEnd"),
)


def wrap(node: Element, element: Element, *, opens: bool) -> None:
    """Put an instruction in front of an element, or behind it and the instructions already there."""
    if opens:
        move_before(element, node)
        return
    last = element
    while (following := last.getnext()) is not None and is_instruction(following):
        last = following
    move_after(last, node)


def dissolve(element: Element) -> None:
    """Replace an element by the instructions in it; range marks survive, for their other half."""
    for node in list(element.iter()):
        if is_instruction(node) or node.tag in RANGE_MARKS:
            remove(node)
            element.addprevious(node)
    remove(element)


def common_parent(nodes: list[Element]) -> Element:
    """The deepest element that holds all of these nodes."""
    first = list(nodes[0].iterancestors())
    others = [set(node.iterancestors()) for node in nodes[1:]]
    return next(element for element in first if all(element in above for above in others))


def lift(node: Element, container: Element) -> bool:
    """Make an instruction a child of `container`, splitting texts and runs on the way.

    False where it would have to split something else, such as a hyperlink.
    """
    while (parent := node.getparent()) is not container:
        if parent is None:
            return False
        if parent.tag in _SPLIT:
            _split(node, parent)
        elif not _step_over_edge(node, parent):
            return False
    return True


def _split(node: Element, parent: Element) -> None:
    """Cut `parent` in two at `node`, which ends up between the halves; empty halves go."""
    rest = parent.makeelement(parent.tag, {str(key): str(value) for key, value in parent.attrib.items()})
    properties = [child for child in children(parent) if child.tag in _PROPERTIES]
    for child in properties:
        copy = deepcopy(child)
        copy.tail = None
        rest.append(copy)
    text, node.tail = node.tail, None
    if properties and rest[-1] is not None and text:
        rest[-1].tail = text
    else:
        rest.text = text
    for following in list(node.itersiblings()):
        rest.append(following)
    move_after(parent, node)
    move_after(node, rest)
    for half in (parent, rest):
        if half.tag in (T, MATH_TEXT):
            half.set(XML_SPACE, "preserve")
        if _is_empty(half):
            remove(half)


def _is_empty(element: Element) -> bool:
    if element.tag in (T, MATH_TEXT):
        return not element.text and not len(element)
    return all(child.tag in _PROPERTIES for child in element)


def _step_over_edge(node: Element, parent: Element) -> bool:
    before = any(sibling.tag not in _PROPERTIES for sibling in node.itersiblings(preceding=True))
    if not before:
        move_before(parent, node)
    elif node.getnext() is None:
        move_after(parent, node)
    else:
        return False
    return True
