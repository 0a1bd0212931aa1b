"""A laid out tree as DrawingML: a group of shapes in a line of text, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable

from kadocs.render.word.diagrams.boxes import MM, Line, lines
from kadocs.render.word.diagrams.layout import Block, Box, Rule

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_INSET = MM
_EDGE, _RULE = 9_525, 12_700

_INK = '<a:schemeClr val="accent1"/>'
_PALE = '<a:schemeClr val="accent1"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr>'
_WHITE = '<a:srgbClr val="FFFFFF"/>'

Legal = Callable[[str], str]
"""How a text of the data becomes one that XML may hold, escaped."""


def drawn(block: Block, identity: int, alt: str, legal: Legal) -> str:
    """A run that holds the tree; `alt` stands for it where it cannot be seen, and is escaped."""
    width, high = max(block.width, 1), max(block.height, 1)
    rules = "".join(_rule(rule) for rule in block.rules)
    boxes = "".join(_box(box, legal) for box in block.boxes)
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:wpg="{_WPG}" Requires="wpg">'
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{identity}" name="Diagram {identity}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{high}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{width}" cy="{high}"/></a:xfrm></wpg:grpSpPr>{rules}{boxes}</wpg:wgp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _rule(rule: Rule) -> str:
    frame = _frame(rule.x, rule.y, rule.width, rule.height)
    return (
        f'<wps:wsp xmlns:wps="{_WPS}"><wps:cNvCnPr/><wps:spPr>{frame}'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{_RULE}"><a:solidFill>{_INK}</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _box(box: Box, legal: Legal) -> str:
    fill, ink = (_INK, "FFFFFF") if box.node.group else (_WHITE, "000000")
    texts = "".join(_text(line, ink, legal) for line in lines(box.node))
    return (
        f'<wps:wsp xmlns:wps="{_WPS}"><wps:cNvSpPr/><wps:spPr>{_frame(box.x, box.y, box.width, box.height)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill>{fill}</a:solidFill><a:ln w="{_EDGE}"><a:solidFill>{_INK}</a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{texts}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr lIns="{_INSET}" tIns="0" rIns="{_INSET}" bIns="0" anchor="ctr"/></wps:wsp>'
    )


def _text(line: Line, ink: str, legal: Legal) -> str:
    size = round(line.size * 2)
    bold = "<w:b/>" if line.bold else ""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr>{bold}<w:color w:val="{ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{legal(line.text)}</w:t></w:r></w:p>'
    )


def _frame(x: int, y: int, width: int, height: int) -> str:
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
