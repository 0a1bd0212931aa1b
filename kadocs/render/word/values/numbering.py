"""Paragraphs of lists, in the template's own list styles where it has them."""

from __future__ import annotations

from kadocs.render.word.values.value import Writer

_STYLES = {
    False: ("List Bullet", "列表项目符号", "项目符号"),
    True: ("List Number", "列表编号", "编号列表"),
}
_SIGNS = "•◦▪"
_FORMATS = (("decimal", "%{}."), ("lowerLetter", "%{}."), ("lowerRoman", "%{}."))
_LEVELS = 9
_STEP = 420  # twentieths of a point: two Chinese characters of 10.5 pt


def bulleted(writer: Writer, depth: int) -> str:
    """The beginning of a paragraph of a bullet list, `depth` levels deep."""
    return _opening(writer, depth, ordered=False, number=None)


def numbered(writer: Writer, depth: int, number: int) -> str:
    """The beginning of a paragraph of the numbered list `number`, which `new_list` made."""
    return _opening(writer, depth, ordered=True, number=number)


def continued(depth: int) -> str:
    """The beginning of a further paragraph of a list's item, without a number of its own."""
    return f'<w:p><w:pPr><w:ind w:left="{_STEP * (depth + 1)}"/></w:pPr>'


def new_list(writer: Writer, depth: int, start: int) -> int:
    """A numbered list that begins at `start`, in the numbering of the template's style for its depth."""
    depth = min(depth, _LEVELS - 1)
    _, abstract, level = _style(writer, depth, ordered=True)
    if abstract is None:
        abstract, level = str(_own(writer, ordered=True)), depth
    return writer.additions.num(abstract, {level: start})


def _opening(writer: Writer, depth: int, *, ordered: bool, number: int | None) -> str:
    depth = min(depth, _LEVELS - 1)
    style, abstract, level = _style(writer, depth, ordered=ordered)
    if abstract is None:
        level = depth
        number = number or writer.additions.shared_num(_own(writer, ordered=ordered))
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = _number(level, number) if number else ""
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>"


def _number(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _style(writer: Writer, depth: int, *, ordered: bool) -> tuple[str, str | None, int]:
    """The template's list style for a depth, with its list's definition and level there."""
    stock = writer.additions.stock
    names = [f"{name} {depth + 1}" if depth else name for name in _STYLES[ordered]]
    style = stock.names.id_of("paragraph", *names)
    number, level = stock.names.list_of(style)
    return style, stock.abstracts.get(number), level


def _own(writer: Writer, *, ordered: bool) -> int:
    """A plain list definition of nine levels."""
    return writer.additions.abstract("".join(_level(depth, ordered=ordered) for depth in range(_LEVELS)))


def _level(depth: int, *, ordered: bool) -> str:
    kind, text = _FORMATS[depth % 3] if ordered else ("bullet", _SIGNS[depth % 3])
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text.format(depth + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (depth + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
