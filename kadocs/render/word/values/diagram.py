"""Trees of people or parts, which a value draws as boxes and lines in a line of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kadocs.findings import Text
from kadocs.render.undefined import absent
from kadocs.render.values import shown
from kadocs.render.word.diagrams import drawing, layout
from kadocs.render.word.diagrams.boxes import Node
from kadocs.render.word.values.faults import BadDiagram
from kadocs.render.word.values.image import Size, emu
from kadocs.render.word.values.value import Value, Writer

MOST = 200
"""How many boxes one diagram may have."""

_TWIP = 635

Said = Callable[[object], str]
"""How a value of a node becomes its text."""


class Diagram(Value):
    """A tree drawn as shapes that Word can edit, no wider than the text or than `width` ("24cm").

    `data` is a mapping with `nodes`, a list of mappings: `id`, `name`, and where there are some `parent`
    (the id of the node above), `text`, `badge`, `group`; and a `title` for those who cannot see it. What
    is wrong with them is a finding (TPL109) when it is rendered.
    """

    def __init__(self, data: object, width: Size = None) -> None:
        self._data = data
        self._width = width

    def runs(self, writer: Writer) -> str:
        """A run that holds the tree."""
        data = self._data
        if not isinstance(data, Mapping) or not _is_list(data.get("nodes")):
            raise _no_tree()
        language = writer.state.document.language

        def said(value: object) -> str:
            return "" if absent(value) else " ".join(shown(value, language).split())

        def legal(text: str) -> str:
            return writer.state.legal(text, writer.site)

        text = writer.additions.stock.text_width * _TWIP
        room = emu(self._width, text) or text
        roots = _roots(data["nodes"], said)
        alt = legal(said(data.get("title"))).replace('"', "&quot;")
        return drawing.drawn(layout.laid_out(roots, room), writer.additions.drawing(), alt, legal)


def _roots(nodes: Sequence[object], said: Said) -> list[Node]:
    """The nodes without one above, each with all below it."""
    rows = [node for node in nodes if isinstance(node, Mapping) and not absent(node.get("id"))]
    if len(rows) != len(nodes) or not 0 < len(rows) <= MOST:
        raise _no_tree()
    known = {str(row["id"]) for row in rows}
    below: dict[str, list[Mapping[str, object]]] = {}
    for row in rows:
        parent = "" if absent(row.get("parent")) else str(row["parent"])
        below.setdefault(parent if parent in known else "", []).append(row)
    seen: set[str] = set()
    roots = [_node(row, below, said, seen) for row in below.get("", [])]
    if len(seen) != len(rows):
        raise _no_tree()
    return roots


def _node(
    row: Mapping[str, object], below: dict[str, list[Mapping[str, object]]], said: Said, seen: set[str]
) -> Node:
    identity = str(row["id"])
    if identity in seen:
        raise _no_tree()
    seen.add(identity)
    return Node(
        said(row.get("name")),
        said(row.get("text")),
        said(row.get("badge")),
        row.get("group") is True,
        tuple(_node(child, below, said, seen) for child in below.get(identity, [])),
    )


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _no_tree() -> BadDiagram:
    return BadDiagram(
        Text("这个值画不成组织图", "this value is no tree that can be drawn"),
        Text(
            f"请给出 nodes：每项有 id、name，下级写 parent，不能循环，最多 {MOST} 项。",
            f"Give nodes with id and name, and the parent's id, not in a circle; {MOST} at most.",
        ),
    )
