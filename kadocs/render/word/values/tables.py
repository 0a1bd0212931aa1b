"""Tables of Markdown, in a table style of the template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kadocs.render.word.values import inline
from kadocs.render.word.values.formatting import formatting
from kadocs.render.word.values.value import Writer

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode as Node

_BOLD = formatting(bold=True)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
_LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
    'w:noVBand="1"/>'
)
_HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"


def table(node: Node, writer: Writer, style: str) -> str:
    """A table as wide as the text, its head repeated on every page.

    `style` names a table style; without one it looks like the template's first table, or has plain
    lines. Raises Fault (TPL055) for a style that is not there.
    """
    stock = writer.additions.stock
    identity = writer.style("table", style) if style else stock.table_style
    look = f'<w:tblStyle w:val="{identity}"/>' if identity else ""
    borders = "" if identity else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    rows = [row for part in node.children for row in part.children]
    columns = max(len(row.children) for row in rows)
    width = stock.text_width // columns
    return (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="5000" w:type="pct"/>{borders}{_LOOK}</w:tblPr>'
        f'<w:tblGrid>{f"""<w:gridCol w:w="{width}"/>""" * columns}</w:tblGrid>'
        f"{''.join(_row(row, writer, width) for row in rows)}</w:tbl>"
    )


def _row(row: Node, writer: Writer, width: int) -> str:
    head = row.children[0].type == "th"
    cells = "".join(_cell(cell, writer, width) for cell in row.children)
    return f"<w:tr>{_HEAD if head else _ROW}{cells}</w:tr>"


def _cell(cell: Node, writer: Writer, width: int) -> str:
    alignment = str(cell.attrs.get("style", "")).rpartition(":")[2]
    properties = f'<w:pPr><w:jc w:val="{alignment}"/></w:pPr>' if alignment in ("center", "right") else ""
    text = inline.runs(cell, writer, _BOLD if cell.type == "th" else None)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{properties}{text}</w:p></w:tc>'
