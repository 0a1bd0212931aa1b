"""A deal's raw tree → the bytes of a file in any of the formats that are read."""

from __future__ import annotations

from kadocs.tree.node import Node

FORMATS = (".yaml", ".yml", ".json", ".xlsx")
"""The extensions of the files that can be written."""


def converted(node: Node, extension: str, language: str) -> bytes:
    """A file, of the format that `extension` names, that reads as the same deal.

    Choices and, in a workbook, titles are in `language`. Raises `Refused` for what a workbook cannot hold.
    """
    if extension == ".xlsx":
        from kadocs.sources import workbook  # heavy, and not everybody's Excel

        return workbook.holding(node, language)
    from kadocs.sources import texts

    return texts.json(node) if extension == ".json" else texts.yaml(node, language)
