"""Tags in a line of text: `{{ value }}`, `{% statement %}`, `{# comment #}`.

The text is what a reader of the template sees; how it is spread over a document's elements is
the caller's business. Office programs turn quotes into curly ones and typists mix full-width
punctuation in, so both are straightened inside a tag, outside of its string literals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kadocs.findings import Text

OUTPUT, STATEMENT, COMMENT = "{{", "{%", "{#"
_CLOSER = {OUTPUT: "}}", STATEMENT: "%}", COMMENT: "#}"}

_OPENER = re.compile(r"\{[{%#]")
_FULL_WIDTH_OPENER = re.compile(r"｛[｛{%％#＃]|\{[％｛＃]")
_PLAIN = re.compile(r"\{\{ *([^\W_][\w.]*) *\}\}")  # most tags; what follows would read them the same, slowly
_ODD = re.compile(r"_[{%]|[}%]_|[｛％＃]")
_ENDRAW = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?endraw\s*-?%\}")
_ESCAPE = re.compile(r"\{_[{%]|[}%]_\}")
_LITERAL = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|“[^”“"]*[”“"]|‘[^’‘']*[’‘']"""
_SPLIT_LITERALS = re.compile(f"({_LITERAL})", re.DOTALL)
_PIECE = re.compile(rf"{_LITERAL}|\{{|%\}}|\}}\}}|\}}", re.DOTALL)
_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
_SPACED_PREFIX = re.compile(r"\s*(tr|tc|p|r)\s+(?=[A-Za-z])")
_NOT_AN_OPERAND = re.compile(r"[|+*/%=<>~.,!)\]]|(?:if|and|or|in|is|else)\b")
_STRAIGHT = str.maketrans(
    "“”‘’，（）：．｜＝＞＜！＋－＊／％［］｛｝\u3000\u00a0", "\"\"''" + ",():.|=><!+-*/%[]{}  "
)
_MOST_PROBLEMS = 20  # in one paragraph; each costs a look at all of its text
_BREAKS = str.maketrans("\r\n\t", "   ")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: where it stands in its text, its kind, its prefix, and its straightened body."""

    start: int
    end: int
    kind: str
    prefix: str
    body: str
    source: str

    @property
    def keyword(self) -> str:
        """The first word of a statement ("for", "endif", "cellbg"), empty for other kinds."""
        return self.body.partition(" ")[0].partition("(")[0] if self.kind == STATEMENT else ""


@dataclass(slots=True)
class Scan:
    """What a text holds: its tags, the places of escaping underscores, and what is wrong."""

    tags: list[Tag] = field(default_factory=list)
    underscores: list[int] = field(default_factory=list)
    problems: list[tuple[str, Text, Text]] = field(default_factory=list)
    raw: bool = False


def scan(text: str, raw: bool = False) -> Scan:
    """The tags of `text`; `raw` says that a `{% raw %}` before it is still open."""
    found = Scan(raw=raw)
    position = 0
    odd = _ODD.search(text) is not None
    while True:
        if found.raw:
            position = _leave_raw(text, position, found)
            if found.raw:
                break
        opener = _OPENER.search(text, position)
        if odd:
            _look_at_static(text, position, opener.start() if opener else len(text), found)
        if opener is None:
            break
        position = _read(text, opener.start(), found)
    return found


def straighten(body: str) -> str:
    """`body` with curly quotes and full-width punctuation straight, save inside its literals."""
    pieces = _SPLIT_LITERALS.split(body.translate(_BREAKS))
    pieces[::2] = [piece.translate(_STRAIGHT) for piece in pieces[::2]]
    pieces[1::2] = [_straight_literal(piece) for piece in pieces[1::2]]
    return "".join(pieces).strip()


def _straight_literal(literal: str) -> str:
    if literal[0] in "\"'":
        return literal
    quote = '"' if literal[0] == "“" else "'"
    return quote + literal[1:-1].replace(quote, "\\" + quote) + quote


def _leave_raw(text: str, position: int, found: Scan) -> int:
    end = _ENDRAW.search(text, position)
    if end is None:
        return position
    found.raw = False
    return _read(text, end.start(), found)


def _look_at_static(text: str, start: int, end: int, found: Scan) -> None:
    found.underscores += [match.start() + 1 for match in _ESCAPE.finditer(text, start, end)]
    for match in _FULL_WIDTH_OPENER.finditer(text, start, end):
        found.problems.append(
            (
                text[match.start() : end][:40],
                Text("标签的花括号是全角的，不会被识别", "a tag in full-width braces is not read as a tag"),
                Text("请用半角 {{ }} 或 {% %}。", "Type plain {{ }} or {% %}."),
            )
        )


def _read(text: str, start: int, found: Scan) -> int:
    """The position after the tag that starts at `start`, which is added to `found`."""
    if plain := _PLAIN.match(text, start):
        found.tags.append(Tag(start, plain.end(), OUTPUT, "", plain[1], plain[0]))
        return plain.end()
    kind = text[start : start + 2]
    end = _end(text, start + 2, kind)
    if end < 0:
        found.problems.append(_unclosed(text[start:], kind))
        return start + 2 if len(found.problems) < _MOST_PROBLEMS else len(text)
    tag = _tag(text, start, end, kind)
    found.tags.append(tag)
    found.raw = tag.keyword == "raw"
    return end


def _unclosed(text: str, kind: str) -> tuple[str, Text, Text]:
    closer = _CLOSER[kind]
    return (
        text[:40],
        Text("标签没有在本段内结束", "the tag does not end within its paragraph"),
        Text(
            f"请在同一段内写上 {closer}；如果只是想印出花括号，请写 {kind[0]}_{kind[1]}。",
            f"Close it with {closer} in the same paragraph; to print the braces, write {kind[0]}_{kind[1]}.",
        ),
    )


def _end(text: str, position: int, kind: str) -> int:
    """The position after the tag's end, or -1; braces and quotes inside the tag are respected."""
    closer = _CLOSER[kind]
    if kind == COMMENT:
        end = text.find(closer, position)
        return end + 2 if end >= 0 else -1
    end = _balanced_end(text, position, closer)
    if end < 0 and (plain := text.find(closer, position)) >= 0 and not _OPENER.search(text, position, plain):
        return plain + 2  # a lone quote or brace hides the end: let the expression's parser say so
    return end


def _balanced_end(text: str, position: int, closer: str) -> int:
    depth = 0
    while piece := _PIECE.search(text, position):
        token = piece.group()
        position = piece.end()
        if token == closer and depth == 0:
            return position
        if token == "{":
            depth += 1
        elif token[0] == "}" and depth:
            depth -= 1
            position = piece.start() + 1
    return -1


def _tag(text: str, start: int, end: int, kind: str) -> Tag:
    body = text[start + 2 : end - 2]
    if kind != COMMENT:
        body = body.removeprefix("-").removesuffix("-")
    prefix, body = _split_prefix(body, kind)
    return Tag(start, end, kind, prefix, straighten(body), text[start:end])


def _split_prefix(body: str, kind: str) -> tuple[str, str]:
    match = _SPACED_PREFIX.match(body) if kind == STATEMENT else _PREFIX.match(body)
    if match is None or (kind == OUTPUT and _NOT_AN_OPERAND.match(body, match.end())):
        return "", body
    return match.group(1), body[match.end() :]
