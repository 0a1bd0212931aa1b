"""A long program cut into sections, each a function of its own.

Jinja copies the names of the function that it is in at every `if`, so the time to compile one long
function grows with the square of its length.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_LENGTH = 100
"""How many statements a section holds."""

_NAMING = (nodes.Assign, nodes.AssignBlock, nodes.Macro)


def divide(tree: nodes.Template) -> None:
    """Put the statements of a long program into sections; what names values for all stays outside."""
    if len(tree.body) > 2 * _LENGTH:
        tree.body = list(_divided(tree.body))


def _divided(body: list[nodes.Node]) -> Iterator[nodes.Node]:
    section: list[nodes.Node] = []
    number = 0
    for node in body:
        names = isinstance(node, _NAMING) or any(map(node.find, _NAMING))
        if section and (names or len(section) == _LENGTH):
            yield _section(number, section)
            number, section = number + 1, []
        if names:
            yield node
        else:
            section.append(node)
    if section:
        yield _section(number, section)


def _section(number: int, body: list[nodes.Node]) -> nodes.Node:
    return nodes.Block(f"section{number}", body, False, False, lineno=body[0].lineno)
