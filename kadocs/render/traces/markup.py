"""Names, paths and identifiers of sessions in the parts of a document or workbook."""

from __future__ import annotations

import re
from collections.abc import Callable

REVIEWER = "kadocs"
"""The author of the comments with which a check annotates a template; by it they are found and taken out."""

_SIGNED = re.compile(rb'<[^<>]*? w:author="[^<>]*>')
_BY = re.compile(rb' w:author="(?!%s"|[^"]*\{[{%%])[^"]*"' % REVIEWER.encode())
_WHEN = re.compile(rb' (?:w:initials|w:date)="[^"]*"')
_IN_A_SESSION = re.compile(rb"<[^<>]*? w:rsid[^<>]*>")
_SESSION = re.compile(rb' w:rsid\w*="[^"]*"')

_NOTHING = b""
_RULES: tuple[tuple[bytes, re.Pattern[bytes], bytes | Callable[[re.Match[bytes]], bytes]], ...] = (
    (b" w:author=", _SIGNED, lambda found: _WHEN.sub(b"", _BY.sub(b' w:author=""', found[0]))),
    (b" w:rsid", _IN_A_SESSION, lambda found: _SESSION.sub(b"", found[0])),
    (b"<w:rsids>", re.compile(rb"<w:rsids>.*?</w:rsids>", re.DOTALL), _NOTHING),
    (b":docId ", re.compile(rb"<w1[45]:docId [^<>]*/>"), _NOTHING),
    (b"<w15:person ", re.compile(rb"<w15:person [^<>]*?(?:/>|>.*?</w15:person>)", re.DOTALL), _NOTHING),
    (b"<author>", re.compile(rb"<author>(?![^<]*\{[{%])[^<]+</author>"), b"<author></author>"),
    (b"<person ", re.compile(rb' (displayName|userId)="[^"]*"'), rb' \1=""'),
    (b"x15ac:absPath", re.compile(rb'(<x15ac:absPath [^<>]*?url=)"[^"]*"'), rb'\1""'),
    (b"revisionPtr ", re.compile(rb"<xr:revisionPtr [^<>]*/>"), _NOTHING),
    (b"<fileSharing ", re.compile(rb'(<fileSharing [^<>]*?) userName="[^"]*"'), rb"\1"),
)
"""What shows that a part may hold a trace, the trace, and what is left of it.

Names: of comments and changes (`w:author`, required, so left empty), of people who commented, of who locked a
workbook. Sessions: `w:rsid`, `w15:docId`, `xr:revisionPtr`. Paths: where a workbook lay.
"""


def cleaned(content: bytes) -> bytes:
    """A part's XML without them; the same object where it has none."""
    for sign, trace, left in _RULES:
        if sign in content:
            content = trace.sub(left, content)
    return content
