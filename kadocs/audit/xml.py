"""The text of an XML part without building its tree, which would take longer than making the document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

_NODES = re.compile(r">([^<]+)")
_TAGGED = re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>")
_CONTROLS = re.compile(r"&#(?:0*(?:10|13|11|12)|x0*[abcdABCD]);")
_ATTRIBUTES = re.compile(r'\s(?!xmlns)[\w.:-]+\s*=\s*(?:"([^"]{2,})"|\'([^\']{2,})\')')

# What stands in an attribute and yet is somebody's words: the start of its tag, and its name. Each is looked
# for by itself, most in vain: whether a fixed text is there at all is answered a hundred times faster.
_WORDS = {
    start: re.compile(f'{start}{rest}"([^"]+)"')
    for start, rest in (
        ("descr=", ""), ("title=", ""), ("alt=", ""), ("w:tooltip=", ""), ("w:instr=", ""), ("w:author=", ""),
        ("w:displayText=", ""), (" string=", ""), ("Target=", ""), ("<w:bookmarkStart ", "[^>]*?w:name="),
        ("<w:alias ", "[^>]*?w:val="), ("<w:tag ", "[^>]*?w:val="), ("<w:tblCaption ", "[^>]*?w:val="),
        ("<w:tblDescription ", "[^>]*?w:val="), ("<w:helpText ", "[^>]*?w:val="),
        ("<w:statusText ", "[^>]*?w:val="), ("<w:default ", "[^>]*?w:val="), ("docPr ", "[^>]*?name="),
        ("<w:placeholder ", "[^>]*?w:val="),
    )
}  # fmt: skip

PARAGRAPH = "</w:p>"
BREAKS = (PARAGRAPH, "</a:p>", "</c:v>", "<w:txbxContent>")
"""What ends a line of a part that has paragraphs."""


def decoded(data: bytes) -> str:
    """The characters of an XML part, by its byte order mark; what is no character is replaced."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")


def has_paragraphs(xml: str) -> bool:
    """Whether this part is made of paragraphs, of Word or of drawings."""
    return PARAGRAPH in xml or "</a:p>" in xml


def paragraphs(xml: str) -> str:
    """The text of a part, a paragraph a line, whatever runs it was split over; breaks in it are blanks."""
    line = _prepared(_INSTRUCTION.sub("", xml) if "<w:instrText" in xml else xml)
    line = line.replace("<w:tab/>", "\t").replace("<w:br/>", "\v").replace("<w:noBreakHyphen/>", "-")
    for tag in BREAKS:
        line = line.replace(tag, "\n")
    return _unescaped("".join(_NODES.findall(line)))


def nodes(xml: str) -> str:
    """Every text of a part, one a line."""
    found = (text.strip() for text in _NODES.findall(_prepared(xml)))
    return _unescaped("\n".join(text for text in found if text))


def words(xml: str) -> Iterator[str]:
    """What attributes, fields and comments of a part say: alternative text, tooltips, names, targets."""
    for start, pattern in _WORDS.items():
        if start in xml:
            yield from pattern.findall(xml)
    if "<w:instrText" in xml:
        yield "".join(_INSTRUCTION.findall(xml))
    yield from commented(xml)


def commented(xml: str) -> Iterator[str]:
    """What stands in the comments of the XML itself."""
    if "<!--" in xml:
        yield from _COMMENT.findall(xml)


def attributes(xml: str) -> Iterator[str]:
    """Every attribute's value: for small parts in which any of them may hold words."""
    for double, single in _ATTRIBUTES.findall(xml):
        yield double or single


def lines(texts: Iterable[str]) -> str:
    """These texts, one a line."""
    return _unescaped("\n".join(_flat(text) for text in texts))


def without_tags(markup: str) -> str:
    """The text of a web page, a line where it has one."""
    return html.unescape(_TAGGED.sub("", markup))


def _prepared(xml: str) -> str:
    if "<!--" in xml:
        xml = _COMMENT.sub("", xml)
    if "<![CDATA[" in xml:
        xml = _CDATA.sub(lambda found: html.escape(found[1]), xml)
    return _flat(xml)


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def _unescaped(text: str) -> str:
    return html.unescape(_CONTROLS.sub(" ", text)) if "&" in text else text
