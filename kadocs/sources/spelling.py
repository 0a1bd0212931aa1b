"""Texts as the XML of workbooks spells them."""

from __future__ import annotations

import re

# What the file format would take for an escaped character, and characters that XML cannot hold.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """`text` with what XML cannot hold written as `_x0001_`, and what only looks like that kept as it is."""
    return _CONTROLS.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPED.sub("_x005F_", text))
