"""Tables of contents and lists of figures: the template's fields, filled from what a render reached."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kadocs.render.word.entities import escape
from kadocs.render.word.headings import Entry
from kadocs.render.word.markup import (
    P_PR,
    R_PR,
    SECT_PR,
    Element,
    P,
    R,
    ancestor,
    children,
    instruction,
    remove,
    w,
)
from kadocs.render.word.styles import Styles

_FLD_CHAR, _INSTR, _FLD_SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_TYPE = w("fldCharType")
_CONTENTS = re.compile(r"^\s*TOC\b", re.IGNORECASE)
_OTHER_KIND = re.compile(r"\\[fab]\b", re.IGNORECASE)
_LABEL = re.compile(r"\\c\s*[\"“]?([^\s\"”\\]+)", re.IGNORECASE)
_RANGE = re.compile(r"\\o\s*(?:[\"“”]?\s*(\d)\s*-\s*(\d)\s*[\"“”]?)?", re.IGNORECASE)
_STYLES = re.compile(r"\\t\s*[\"“]([^\"”]*)[\"”]", re.IGNORECASE)
_LIST_SEPARATOR = re.compile(r"[,;，；]")
_DEEPEST = 9
_INDENT = 420  # two Chinese characters of 10.5 pt, for templates without styles for contents
_FALLBACK_WIDTH = 8306  # A4 with Word's default margins

_TEXT = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
_TAB = "<w:r><w:tab/></w:r>"
_FIELD_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@dataclass(frozen=True, slots=True)
class EntryStyle:
    """How entries of one level look: their style, and which tab stops it lacks."""

    style: str
    indent: int
    has_left_tab: bool
    has_right_tab: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """One contents field: its instruction, the levels, styles and label it lists, the width of its text.

    `fallback` stands in its place when there is nothing to list.
    """

    instruction: str
    first: int
    last: int
    extra_styles: dict[str, int]
    label: str
    looks: dict[int, EntryStyle]
    width: int
    fallback: str

    def write(self, entries: list[Entry], pages: Mapping[str, str]) -> str:
        """The field as paragraphs, one an entry, with the page numbers that are known."""
        listed = [(level, entry) for entry in entries if (level := self._level(entry)) is not None]
        if not listed:
            return self.fallback
        widths = self._number_widths(listed)
        written = []
        for index, (level, entry) in enumerate(listed):
            begin = _FIELD_BEGIN.format(escape(self.instruction)) if index == 0 else ""
            end = _FIELD_END if index == len(listed) - 1 else ""
            page = pages.get(entry.bookmark)
            head = self._properties(level, widths.get(level, 0), page is not None)
            written.append(f"<w:p>{head}{begin}{_link(entry, page)}{end}</w:p>")
        return "".join(written)

    def _level(self, entry: Entry) -> int | None:
        if entry.style in self.extra_styles:
            return self.extra_styles[entry.style]
        if self.label in entry.labels:
            return 1
        return entry.level if self.first <= entry.level <= self.last else None

    def _number_widths(self, listed: list[tuple[int, Entry]]) -> dict[int, int]:
        """Where the text of each level begins: beyond its widest number."""
        widths: dict[int, int] = {}
        for level, entry in listed:
            if entry.number and entry.suffix == "tab":
                width = sum(240 if ord(c) > 0x2E7F else 130 for c in entry.number) + 160
                widths[level] = max(widths.get(level, 0), width)
        return widths

    def _properties(self, level: int, number_width: int, paged: bool) -> str:
        look = self.looks[level]
        style = f'<w:pStyle w:val="{escape(look.style)}"/>' if look.style else ""
        tabs = ""
        if number_width and not look.has_left_tab:
            tabs += f'<w:tab w:val="left" w:pos="{look.indent + number_width}"/>'
        if paged and not look.has_right_tab:
            tabs += f'<w:tab w:val="right" w:leader="dot" w:pos="{self.width}"/>'
        tabs = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        indent = f'<w:ind w:left="{look.indent}"/>' if not look.style and look.indent else ""
        return f"<w:pPr>{style}{tabs}{indent}</w:pPr>" if style or tabs or indent else ""


def _link(entry: Entry, page: str | None) -> str:
    between = {"tab": _TAB, "space": _TEXT.format(" ")}.get(entry.suffix, "")
    number = _TEXT.format(escape(entry.number)) + between if entry.number else ""
    tail = ""
    if page is not None:
        tail = _TAB + _FIELD_BEGIN.format(f" PAGEREF {entry.bookmark} \\h ") + _TEXT.format(page) + _FIELD_END
    inner = number + _TEXT.format(escape(entry.text)) + tail
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{inner}</w:hyperlink>'


def take(root: Element, styles: Styles) -> list[Contents]:
    """The contents fields of a part, each replaced by a slot to be filled at the end of a render."""
    found: list[Contents] = []
    for begin in list(root.iter(_FLD_CHAR)):
        if begin.get(_TYPE) == "begin" and begin.getroottree().getroot() is root:
            code, end = _field(root, begin)
            if end is not None and _is_contents(code):
                _replace(begin, end, code, styles, found)
    for simple in list(root.iter(_FLD_SIMPLE)):
        code = simple.get(w("instr"), "")
        if _is_contents(code):
            _replace(simple, simple, code, styles, found)
    return found


def _is_contents(code: str) -> bool:
    return bool(_CONTENTS.match(code)) and not _OTHER_KIND.search(code)


def _field(root: Element, begin: Element) -> tuple[str, Element | None]:
    """The instruction of the field that `begin` opens, and the mark that closes it."""
    code, depth, in_code = "", 0, True
    started = False
    for element in root.iter(_FLD_CHAR, _INSTR):
        started = started or element is begin
        if not started:
            continue
        if element.tag == _INSTR:
            code += (element.text or "") if in_code and depth == 1 else ""
            continue
        kind = element.get(_TYPE)
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        in_code = in_code and not (kind == "separate" and depth == 1)
        if depth == 0:
            return code, element
    return code, None


def _replace(begin: Element, end: Element, code: str, styles: Styles, found: list[Contents]) -> None:
    """Put a slot in place of the paragraphs from a field's beginning to its end."""
    first, last = ancestor(begin, P), ancestor(end, P)
    if first is None or last is None or first.getparent() is not last.getparent():
        return
    found.append(_contents(first, code, styles))
    first.addprevious(instruction("g", f"@{len(found) - 1}"))
    remainder = _remainder(last, end)
    paragraph: Element | None = first
    while paragraph is not None:
        following = paragraph.getnext() if paragraph is not last else None
        if paragraph is not last or not remainder:
            remove(paragraph)
        paragraph = following


def _remainder(paragraph: Element, end: Element) -> bool:
    """Strip a field's last paragraph to what follows the field; whether that is worth keeping."""
    run = end if end.tag == _FLD_SIMPLE else ancestor(end, R)
    for node in list(paragraph):
        if node.tag == P_PR:
            continue
        inside = node is run or run in node.iter()  # type: ignore[operator]
        remove(node)
        if inside:
            break
    content = any(n.tag == R and any(c.tag != R_PR for c in n) for n in children(paragraph))
    return content or paragraph.find(f"{P_PR}/{SECT_PR}") is not None


def _contents(paragraph: Element, code: str, styles: Styles) -> Contents:
    levels = _RANGE.search(code)
    first, last = (int(levels[1] or 1), int(levels[2] or _DEEPEST)) if levels else (1, 0)
    if re.search(r"\\u\b", code) and not levels:
        first, last = 1, _DEEPEST
    extra = _extra_styles(code, styles)
    label = _LABEL.search(code)
    if not levels and not extra and not label and last == 0:
        first, last = 1, _DEEPEST
    parent = paragraph.getparent()
    safe = parent is not None and parent.tag in (w("body"), w("sdtContent"))
    looks = {level: _look(level, styles) for level in range(1, _DEEPEST + 1)}
    if label and (figures := styles.id_of("table of figures")):
        looks[1] = _styled(figures, styles)
    width, fallback = _width(paragraph), "" if safe else "<w:p/>"
    return Contents(code, first, last, extra, label[1] if label else "", looks, width, fallback)


def _extra_styles(code: str, styles: Styles) -> dict[str, int]:
    r"""The styles that `\t "Style,1,Other,2"` adds, with their levels."""
    found = _STYLES.search(code)
    words = [word.strip() for word in _LIST_SEPARATOR.split(found[1])] if found else []
    pairs = zip(words[::2], words[1::2], strict=False)
    return {
        identity: int(level)
        for name, level in pairs
        if level.isdigit() and 1 <= int(level) <= _DEEPEST and (identity := styles.id_of(name))
    }


def _look(level: int, styles: Styles) -> EntryStyle:
    style = styles.id_of(f"toc {level}")
    return _styled(style, styles) if style else EntryStyle("", _INDENT * (level - 1), False, False)


def _styled(style: str, styles: Styles) -> EntryStyle:
    tabs = styles.tabs(style)
    return EntryStyle(
        style, styles.indent(style), bool(tabs & {"left", "num", "start"}), bool(tabs & {"right", "end"})
    )


def _width(paragraph: Element) -> int:
    """The width of the text where a paragraph stands, in twentieths of a point."""
    section = next((e for e in paragraph.itersiblings() for e in e.iter(SECT_PR)), None)
    if section is None:
        section = next(paragraph.getroottree().getroot().iter(SECT_PR), None)
    size, margins = (None, None) if section is None else (section.find(w("pgSz")), section.find(w("pgMar")))
    if size is None or margins is None:
        return _FALLBACK_WIDTH
    numbers = [size.get(w("w"), ""), margins.get(w("left"), ""), margins.get(w("right"), "")]
    if not all(n.isdigit() for n in numbers):
        return _FALLBACK_WIDTH
    return int(numbers[0]) - int(numbers[1]) - int(numbers[2])
