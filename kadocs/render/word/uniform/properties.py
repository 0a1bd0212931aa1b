"""What a document says of those who made it, and with what: nothing."""

from __future__ import annotations

import re

from kadocs.render.word.markup import Element, children, remove, w
from kadocs.render.word.package import CONTENT_TYPES, Package, member

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_EMPTY = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP}
_CUSTOM = re.compile(r"docProps/(?!core\.xml|app\.xml).*")
_RELATIONS = "_rels/.rels"
_NAMES_US = tuple(
    map(w, ("rsids", "attachedTemplate", "docVars", "mailMerge", "documentProtection", "writeProtection"))
)


def clean(package: Package) -> None:
    """Empty the properties of a document, and take away those of its own."""
    for name, content in _EMPTY.items():
        if name in package.members:
            package.members[name] = member(name, content)
    gone = [name for name in package.members if _CUSTOM.fullmatch(name)]
    for name in gone:
        del package.members[name]
        for holder, element in ((_RELATIONS, "Relationship"), (CONTENT_TYPES, "Override")):
            pattern = rf'<{element}\s[^>]*?"/?{re.escape(name)}"[^>]*?/>'
            content = re.sub(pattern.encode(), b"", package.read(holder))
            package.members[holder] = member(holder, content)


def level_settings(settings: Element) -> None:
    """Settings that tell nothing of sessions of work, and of files elsewhere."""
    for name in _NAMES_US:
        for old in settings.findall(name):
            remove(old)


def level_fonts(fonts: Element, font: str) -> None:
    """A table of fonts that holds the one there is."""
    for old in list(children(fonts)):
        remove(old)
    fonts.append(fonts.makeelement(w("font"), {w("name"): font}))
