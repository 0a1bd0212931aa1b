"""The names of the customers of a folder's deals, read without reading the deals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from kadocs.findings import Refused
from kadocs.sources import deals
from kadocs.tree import yaml
from kadocs.tree.node import Mapping, Node, plain

_BLOCK = re.compile(r"^account:.*\n(?:(?:[ \t#].*|[ \t]*)(?:\n|\Z))*", re.MULTILINE)
_FIELDS = ("name", "short_name", "aliases")
_CHILD = re.compile(r"^([ ]+)([a-z_]+):")


def accounts(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The names of the customer of each deal below `folder`: full name, short name, aliases.

    Only files of text are looked into, and only for these fields: workbooks and registers take too long to
    open, and so do deals that cannot be read; whoever builds them learns of it.
    """
    try:
        found = deals.find(folder) if folder.is_dir() else []
    except Refused:  # there are no deals yet
        return ()
    return tuple(names for names in map(_names, found) if names)


def _names(path: Path) -> tuple[str, ...]:
    if path.suffix:
        return ()
    try:
        file = deals.file(path)
        if file.suffix == ".json":
            return tuple(_told(json.loads(file.read_bytes().decode("utf-8-sig")).get("account")))
        return tuple(_said(file)) if file.suffix in (".yaml", ".yml") else ()
    except (OSError, UnicodeDecodeError, ValueError, AttributeError, Refused):
        return ()


def _said(file: Path) -> Iterator[str]:
    found = _BLOCK.search(file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") + "\n")
    if found:
        node: Node = yaml.parse("\n".join(_wanted(found.group().split("\n"))), file.name)
        yield from _told(plain(node.items["account"])) if isinstance(node, Mapping) else ()


def _wanted(lines: list[str]) -> Iterator[str]:
    """The lines of a block that are about the wanted fields; all of one that stands on its first line."""
    yield lines[0]
    depth = next((len(found[1]) for line in lines[1:] if (found := _CHILD.match(line))), 0)
    taken = lines[0].rstrip() != "account:"
    for line in lines[1:]:
        found = _CHILD.match(line)
        if found and len(found[1]) == depth:
            taken = found[2] in _FIELDS
        if taken:
            yield line


def _told(account: object) -> Iterator[str]:
    if not isinstance(account, dict):
        return
    for field in _FIELDS:
        said = account.get(field)
        listed = (
            said if isinstance(said, list) else re.split("[、，,;；]", said) if isinstance(said, str) else []
        )
        yield from (each.strip() for each in listed if isinstance(each, str) and each.strip())
