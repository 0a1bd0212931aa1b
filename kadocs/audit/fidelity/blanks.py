"""The blanks of a line: where an original leaves room, and where the tags of its copy stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kadocs.audit.fidelity.words import Line
from kadocs.render import tags
from kadocs.render.tags import OUTPUT, STATEMENT, Tag
from kadocs.render.word.stills import MAKES_BLOCKS

HOLE = "\ue000"
"""What stands for a tag in the text of a copy."""

RULE = "＿＿＿＿"
"""What is put in place of a tag where nobody gave the original."""

_CORE = (
    rf"{HOLE}|[_＿‗]|[□☐○◯☑☒√✓✔■]|[.…·．]{{3,}}|…|-{{3,}}|[—－]{{3,}}|[×xX*＊]{{2,}}"
    r"|【[^【】]{0,40}】|［[^［］]{0,40}］|\[(?!\d+\])[^\[\]]{0,60}\]"
)
_LATIN = r"[!-\^`-~]"
FILLER = re.compile(rf"\s*(?:(?:{_CORE})\s*)+|\s{{2,}}|(?<!{_LATIN})\s|\s(?!{_LATIN})")
"""A stretch that says nothing: lines, boxes, dots, names in square brackets, and room between words."""

_LINED = re.compile(r"[_＿‗]")
_STRONG = re.compile(r"[_＿‗□☐○◯]|[×xX*＊]{2,}|[【［\[]")
_ROOM_BEFORE, _ROOM_AFTER = "：:（(年月于自至为", "年月日时）)元%％"
_OPENS = "：:（(【[《“「¥￥$"
_LITERAL = re.compile(r"""(["'])(?P<text>[^"']*)\1\s*(?:\|\s*bookmark\([^()]*\))?""")
"""A tag that prints words of its own, as the title in a bookmark."""

_MOST_CHOICES = 6
_ENDS = ("endif", "endfor")


class Gap(NamedTuple):
    """A blank of a line: its place among what the line says without its blanks, and what fills it so far."""

    at: int
    text: str


class Said(NamedTuple):
    """A line without its blanks, and these."""

    bare: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a finished line has to look like; `open` are the blanks, in order, each with its tags if any."""

    expression: re.Pattern[str]
    open: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of an original: the text before and behind it, what stood there, and the tags that fill it.

    `near` is what stands between it and the blank before, `next` what stands up to the one behind.
    """

    before: str
    behind: str
    room: str
    near: str
    next: str
    tags: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def said(text: str) -> Said:
    """The line taken apart into what it says and its blanks."""
    bare, gaps, end = "", [], 0
    for found in FILLER.finditer(text):
        bare += text[end : found.start()]
        gaps.append(Gap(len(bare), found[0]))
        end = found.end()
    return Said(bare + text[end:], tuple(gaps))


def is_blank(text: str) -> bool:
    """Whether a text has nothing but blanks."""
    return not said(text).bare


def tagged(text: str) -> list[Tag]:
    """The tags of a line of a tagged copy."""
    return tags.scan(text).tags if "{" in text else []


def makes_blocks(line: Line) -> bool:
    """Whether a line is one tag that may become several paragraphs."""
    found = tagged(line.text)
    return len(found) == 1 and (found[0].prefix == "p" or bool(MAKES_BLOCKS.search(found[0].body)))


def is_control(text: str) -> bool:
    """Whether a line or a row has nothing but statements, and so leaves nothing behind."""
    found = tagged(text)
    if not found or any(tag.kind == OUTPUT for tag in found):
        return False
    rest = "".join(_outside(text, found))
    return not rest.replace("|", "").strip()


def untagged(line: Line) -> Line:
    """The line as it may have been issued: each of its tags a blank line."""
    text = _variants(line)[0].text.replace(HOLE, RULE)
    return Line(text, text, line.number, line.where)


def strict(issued: Line) -> Pattern:
    """The pattern of a line without tags: it stays as it is, but that lines to write on may be shorter."""
    return _pattern(issued, {})


@lru_cache(maxsize=4096)
def pattern(issued: Line, copy: Line) -> Pattern | None:
    """The pattern of a finished line, whose blanks are the tags of the `copy` where the original has room.

    None where the copy says something else than the original, or has a tag where there is no room.
    """
    original = said(issued.ruled)
    for variant in _variants(copy):
        found = said(variant.text)
        if found.bare != original.bare:
            continue
        holes = {gap.at: gap.text.count(HOLE) for gap in found.gaps if HOLE in gap.text}
        room = {gap.at for gap in original.gaps}
        if all(at in room or _has_room(original.bare, at) for at in holes):
            return _pattern(issued, _named(holes, variant.names))
    return None


def alike(issued: Line, copy: Line) -> bool:
    """Whether a line of the copy says what a line of the original says."""
    original = said(issued.ruled).bare
    return any(said(variant.text).bare == original for variant in _variants(copy))


def _named(holes: dict[int, int], names: Sequence[tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The tags of each hole, of which several may have come together in one blank."""
    found, begun = {}, 0
    for at, number in holes.items():
        found[at] = tuple(dict.fromkeys(name for each in names[begun : begun + number] for name in each))
        begun += number
    return found


def _has_room(bare: str, at: int) -> bool:
    """Whether something may be written at a place where nothing is drawn: behind a colon, before 年."""
    before, behind = bare[at - 1 : at], bare[at : at + 1]
    if not bare or before in tuple(_OPENS):
        return True
    return behind in tuple("年月日") and (not before or before in "年月自至：:")


def _pattern(issued: Line, holes: dict[int, tuple[str, ...]]) -> Pattern:
    original = said(issued.ruled)
    places = {gap.at: gap.text for gap in original.gaps}
    pieces, blanks, begun, last = [""], list[Blank](), 0, 0
    stops = sorted({*places, *holes})
    for at, following in zip(stops, [*stops[1:], len(original.bare)], strict=False):
        near, room = original.bare[last:at], places.get(at, "")
        pieces[-1] += re.escape(original.bare[begun:at])
        begun, before = at, len(blanks)
        said_next = original.bare[at:following]
        blank = Blank(original.bare[:at], original.bare[at:], room, near, said_next, holes.get(at, ()))
        if at in holes:
            pieces.append("")
            blanks.append(blank)
        elif _LINED.search(room):
            pieces[-1] += r"([_＿‗\s]+)"
            blanks.append(blank)
        elif _is_room(room, blank):
            pieces[-1] += f"({re.escape(room)})"
            blanks.append(blank)
        else:
            pieces[-1] += re.escape(room)
        last = at if len(blanks) > before else last
    pieces[-1] += re.escape(original.bare[begun:])
    return Pattern(_joined(pieces), tuple(blanks))


def _joined(pieces: list[str]) -> re.Pattern[str]:
    """What stays, with anything between; each piece is looked for once, so that no line takes long."""
    first, *others = pieces
    if not others:
        return re.compile(first, re.DOTALL)
    *middle, last = others
    return re.compile(first + "".join(f"(?>(.*?){each})" for each in middle) + f"(.*){last}", re.DOTALL)


def _is_room(room: str, blank: Blank) -> bool:
    """Whether a gap without a tag is one to be filled, not the space between words or of a title."""
    if _STRONG.search(room):
        return True
    before, behind = blank.before[-1:], blank.behind[:1]
    near = (before and before in _ROOM_BEFORE) or (blank.before and behind and behind in _ROOM_AFTER)
    return len(room) > 1 and bool(near)


def _outside(text: str, found: list[Tag]) -> Iterator[str]:
    end = 0
    for tag in found:
        yield text[end : tag.start]
        end = tag.end
    yield text[end:]


class _Variant(NamedTuple):
    """The text of a copy's line with holes for its tags, and what the tags of each hole are."""

    text: str
    names: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def _variants(line: Line) -> tuple[_Variant, ...]:
    """The ways to read a copy's line.

    What a condition encloses is either what the tag fills in, or text of the form that may be left out.
    """
    found = tagged(line.text)
    spans = _choices(found)
    ways = product((True, False), repeat=len(spans)) if len(spans) <= _MOST_CHOICES else _simplest(spans)
    return tuple(
        _variant(line, found, [span for span, taken in zip(spans, way, strict=True) if taken]) for way in ways
    )


def _simplest(spans: list[tuple[int, int]]) -> list[tuple[bool, ...]]:
    return [(True,) * len(spans), (False,) * len(spans)]


def _variant(line: Line, found: list[Tag], whole: list[tuple[int, int]]) -> _Variant:
    text, names, number, end = "", [], 0, 0
    while number < len(found):
        last = next((b for a, b in whole if a == number), number)
        text += line.ruled[end : found[number].start]
        literal = _LITERAL.fullmatch(found[number].body) if found[number].kind == OUTPUT else None
        if literal:
            text += literal["text"]
        elif last > number or found[number].kind == OUTPUT:
            text += HOLE
            names.append(tuple(tag.body for tag in found[number : last + 1] if _names_something(tag)))
        end, number = found[last].end, last + 1
    return _Variant(text + line.ruled[end:], tuple(names))


def _names_something(tag: Tag) -> bool:
    return tag.kind == OUTPUT or (tag.kind == STATEMENT and tag.keyword in ("if", "elif", "for"))


def _choices(found: list[Tag]) -> list[tuple[int, int]]:
    """The outermost conditions and loops that begin and end in one line, by the numbers of their tags."""
    spans, opened = [], list[int]()
    for number, tag in enumerate(found):
        if tag.keyword in ("if", "for"):
            opened.append(number)
        elif tag.keyword in _ENDS and opened:
            begun = opened.pop()
            if not opened:
                spans.append((begun, number))
    return spans
