"""The formats of cells, and those that a render adds: for a day where there was none, for a gap."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from kadocs.render.excel.names import Element, s

_INDEX = re.compile(r"\d+")
_YELLOW = "FFFFFF00"
GAP = "gap"
"""The format of what is missing in a draft; all others that are added are numbers of number formats."""


@dataclass(slots=True)
class Styles:
    """The formats of a workbook; cells refer to them by their number, as ` s="3"`.

    `general` are the formats that say nothing of how numbers look.
    """

    general: frozenset[int]
    count: int
    added: dict[tuple[int, str], int] = field(default_factory=dict)

    def changed(self, style: str, kind: str) -> str:
        """The attribute for a cell of that style which a number format is to apply to, or which is a gap."""
        found = _INDEX.search(style)
        base = int(found[0]) if found else 0
        if kind != GAP and base not in self.general:
            return style
        number = self.added.setdefault((base, kind), self.count + len(self.added))
        return f' s="{number}"'


def read(root: Element | None) -> tuple[frozenset[int], int]:
    """Which formats say nothing of numbers, and how many there are."""
    formats = [] if root is None else list(root.iterfind(f"{s('cellXfs')}/{s('xf')}"))
    general = (n for n, each in enumerate(formats) if each.get("numFmtId", "0") == "0")
    return frozenset(general), len(formats)


def written(root: Element, styles: Styles) -> bytes:
    """The part of formats with those that were added."""
    root = deepcopy(root)
    formats = root.find(s("cellXfs"))
    if formats is None:
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    fill = ""
    for base, kind in styles.added:
        new = deepcopy(formats[base])
        if kind != GAP:
            new.set("numFmtId", kind)
            new.set("applyNumberFormat", "1")
        else:
            fill = fill or _yellow(root)
            new.set("fillId", fill)
            new.set("applyFill", "1")
        formats.append(new)
    formats.set("count", str(len(formats)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _yellow(root: Element) -> str:
    """The number of a fill that shouts, which is added."""
    fills = root.find(s("fills"))
    if fills is None:
        return "0"
    pattern = etree.SubElement(etree.SubElement(fills, s("fill")), s("patternFill"), patternType="solid")
    etree.SubElement(pattern, s("fgColor"), rgb=_YELLOW)
    fills.set("count", str(len(fills)))
    return str(len(fills) - 1)
