"""The formatting of runs: `w:rPr` made from plain options, in the schema's order."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from kadocs.findings import Text
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.values.faults import BadFormatting

_WORD = re.compile(r"\w+")
# ISO 29500-1, 17.3.2.28 (CT_RPr)
_ORDER = {
    name: rank
    for rank, name in enumerate(
        _WORD.findall(
            "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
            "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
            "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
        )
    )
}
UNDERLINES = frozenset(
    _WORD.findall(
        "single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash "
        "dashDotHeavy dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none"
    )
)
HIGHLIGHTS = frozenset(
    _WORD.findall(
        "black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed "
        "darkYellow darkGray lightGray none"
    )
)
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_REGIONS = ("eastAsia", "ascii", "hAnsi", "cs")
_CHINESE = "[\u2e80-\u9fff\uf900-\ufaff]"  # compiled where it is first needed, for it takes long
_ELEMENT = re.compile(r"<w:(\w+)(?:\s[^<>]*)?/>")
_CHANGE = re.compile(r"<w:rPrChange\b.*?</w:rPrChange>", re.DOTALL)
_MAX_SIZE = 3276  # half-points: Word's largest font

Formatting = dict[str, str]
"""Elements of a `w:rPr` by their local names."""


def formatting(
    *,
    color: str | None = None,
    highlight: str | None = None,
    size: int | str | None = None,
    subscript: bool | None = None,
    superscript: bool | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    underline: bool | str | None = None,
    strike: bool | None = None,
    font: str | None = None,
    rtl: bool | None = None,
    lang: str | None = None,
) -> Formatting:
    """The elements for these options; `size` is in half-points, as in docxtpl.

    Raises Fault (TPL056) for a colour, size or underline that Word does not have.
    """
    made: Formatting = {}
    made |= _fonts(font) if font else {}
    made |= _switches(bold=bold, italic=italic, strike=strike, rtl=rtl)
    if color:
        made["color"] = f'<w:color w:val="{_hex(color)}"/>'
    if size:
        made |= _size(size)
    made |= _highlight(highlight) if highlight else {}
    if underline:
        made["u"] = f'<w:u w:val="{_underline(underline)}"/>'
    if subscript or superscript:
        made["vertAlign"] = f'<w:vertAlign w:val="{"subscript" if subscript else "superscript"}"/>'
    if lang:
        made["lang"] = f"<w:lang {_language(lang, rtl=bool(rtl))}/>"
    return made


def styled(identity: str) -> Formatting:
    """The element that gives a run a character style."""
    return {"rStyle": f"<w:rStyle w:val={quoteattr(identity)}/>"} if identity else {}


def properties(own: Mapping[str, str], base: str = "") -> str:
    """A `w:rPr` of these elements above those of another one, empty where there are none."""
    merged = {**_elements(base), **own}
    if not merged:
        return ""
    ordered = sorted(merged, key=lambda name: _ORDER.get(name, len(_ORDER)))
    return f"<w:rPr>{''.join(merged[name] for name in ordered)}</w:rPr>"


@functools.lru_cache(maxsize=1024)
def _elements(properties: str) -> Formatting:
    """The plain elements of a template's `w:rPr`; effects of newer versions of Word are left out."""
    kept = _CHANGE.sub("", properties)
    return {m[1]: m[0] for m in _ELEMENT.finditer(kept) if m[1] in _ORDER}


def _switches(**options: bool | None) -> Formatting:
    names = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "strike": ("strike",), "rtl": ("rtl",)}
    return {
        name: f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'
        for option, on in options.items()
        if on is not None
        for name in names[option]
    }


def _size(size: int | str) -> Formatting:
    text = str(size).strip()
    if not text.isdigit() or not 1 <= int(text) <= _MAX_SIZE:
        raise BadFormatting(
            Text(f"字号“{size}”不对", f'"{size}" is no size'),
            Text(
                "字号以半磅为单位，是 1 到 3276 的整数：28 就是 14 磅。",
                "A size is in half-points, a whole number from 1 to 3276: 28 means 14 points.",
            ),
        )
    return {name: f'<w:{name} w:val="{int(text)}"/>' for name in ("sz", "szCs")}


def _hex(colour: str) -> str:
    match = _HEX.fullmatch(str(colour).strip())
    if match is None:
        raise BadFormatting(
            Text(f"颜色“{colour}”不是六位十六进制数", f'colour "{colour}" is not six hexadecimal digits'),
            Text("请写成 FF0000 或 #FF0000 这样的形式。", "Write it like FF0000 or #FF0000."),
        )
    return match.group(1).upper()


def _highlight(colour: str) -> Formatting:
    if colour in HIGHLIGHTS:
        return {"highlight": f'<w:highlight w:val="{colour}"/>'}
    return {"shd": f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(colour)}"/>'}


def _underline(kind: bool | str) -> str:
    if kind is True:
        return "single"
    if kind not in UNDERLINES:
        raise BadFormatting(
            Text(f"没有“{kind}”这种下划线", f'there is no underline "{kind}"'),
            Text(f"可用：{'、'.join(sorted(UNDERLINES))}", f"Use one of {', '.join(sorted(UNDERLINES))}."),
        )
    return str(kind)


def _fonts(font: str) -> Formatting:
    """A font for all scripts; `eastAsia:微软雅黑` names it for Chinese too, as a Chinese name does."""
    region, colon, name = font.partition(":")
    if not colon:
        region, name = "", font
    elif region not in _REGIONS:
        raise BadFormatting(
            Text(f"“{region}”不是字体的文字种类", f'"{region}" is no script of fonts'),
            Text("请写成 eastAsia:微软雅黑 这样的形式。", "Write it like eastAsia:微软雅黑."),
        )
    regions = ["ascii", "hAnsi", "cs"]
    if region == "eastAsia" or re.search(_CHINESE, name):
        regions.insert(1, "eastAsia")
    attributes = " ".join(f"w:{region}={quoteattr(name)}" for region in regions)
    return {"rFonts": f"<w:rFonts {attributes}/>"}


def _language(lang: str, *, rtl: bool) -> str:
    attribute = "bidi" if rtl else "eastAsia" if lang.lower().startswith(("zh", "ja", "ko")) else "val"
    return f"w:{attribute}={quoteattr(lang)}"
