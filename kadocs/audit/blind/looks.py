"""Whether a finished volume looks as its tender demands: font, size, spacing, margins, all in black."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kadocs.audit.blind.parcel import Parcel, error
from kadocs.audit.blind.resolving import Properties, Resolver, is_on
from kadocs.findings import Finding, Place, Text
from kadocs.render.word.markup import SECT_PR, TC, VAL, Element, P, R, T, ancestor, w
from kadocs.render.word.uniform import Uniform

_OTHER = Text("{w}是{f}，要求{d}", "{w}: {f}; demanded: {d}")
_NOT = Text("{w}：{f}", "{w}: {f}")
_MORE = Text("（共 {n} 处）", " ({n} places)")
_HINT = Text(
    "请在暗标母版、格式或插入的文件里改掉；直接设的格式选中后按 Ctrl+空格、Ctrl+Q 清除",
    "Correct it in the host, the form or the file put in; Ctrl+Space and Ctrl+Q clear direct formatting",
)
_FONT, _SIZE = Text("字体", "font"), Text("字号", "size")
_SPACING, _MARGIN = Text("行距", "line spacing"), Text("页边距", "margins")
_COLOUR, _SHADE = Text("有颜色", "colour"), Text("有底纹或突出显示", "shading or highlighting")
_MARK = Text("有字符格式", "formatting of letters")
_EMPHASES = {
    "b": Text("加粗", "bold"), "i": Text("斜体", "italic"), "u": Text("下划线", "underline"),
    "strike": Text("删除线", "struck out"), "dstrike": Text("删除线", "struck out"),
    "em": Text("着重号", "emphasis marks"), "shadow": Text("阴影", "shadow"),
    "outline": Text("空心", "outline"),
    "emboss": Text("浮雕", "embossed"), "imprint": Text("阴文", "engraved"), "bdr": Text("边框", "border"),
    "effect": Text("动态效果", "effect"),
}  # fmt: skip
_BLACK = ("", "auto", "000000", "windowText", "window")
_DARK = ("text1", "dark1")
_CLEAR = ("", "auto", "FFFFFF")
_CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_LINES = ("tblBorders", "tcBorders", "pBdr")
_DRAWINGS = (w("drawing"), w("pict"), w("object"))
_CHARTS = re.compile(r"word/(?:charts|diagrams|drawings)/[^/]+\.xml")
_RGB = re.compile(rb'<a:srgbClr val="([0-9A-Fa-f]{6})"')
_SIDES = {"top": Text("上", "top"), "bottom": Text("下", "bottom"), "left": Text("左", "left"),
          "right": Text("右", "right")}  # fmt: skip
_NEAR = 12
"""By how many twentieths of a point margins may differ: a fifth of a millimetre."""


class Looks:
    """The look of one finished file beside the one demanded; each difference is told once."""

    def __init__(self, parcel: Parcel, look: Uniform) -> None:
        self._parcel, self._look = parcel, look
        self._resolver = Resolver(parcel)
        self._found: dict[Text, tuple[Place, int]] = {}

    def told(self) -> Iterator[Finding]:
        """What differs, in the order in which it stands in the file."""
        for part, root in self._parcel.stories.items():
            for paragraph in root.iter(P):
                self._paragraph(part, paragraph)
            self._shading(part, root)
        self._pages()
        self._charts()
        for message, (place, count) in self._found.items():
            more = _MORE.fill(n=count) if count > 1 else Text("", "")
            said = Text(message.zh + more.zh, message.en + more.en)
            yield error("AUD023", place, said, _HINT)

    def _say(self, message: Text, part: str, at: Element | None = None, shown: str = "") -> None:
        if message in self._found:
            place, count = self._found[message]
            self._found[message] = (place, count + 1)
        else:
            self._found[message] = (self._parcel.place(part, at, shown), 1)

    def _paragraph(self, part: str, paragraph: Element) -> None:
        said = False
        for run in paragraph.iter(R):
            text = "".join(each.text or "" for each in run.iterchildren(T))
            symbol = run.find(w("sym"))
            if not text.strip() and symbol is None:
                continue
            said = True
            letters = self._resolver.letters(run, paragraph)
            for message in self._letters(letters, text, symbol, paragraph):
                self._say(message, part, paragraph, text.strip()[:40])
        if said and next(paragraph.iter(*_DRAWINGS), None) is None:
            self._spacing(part, paragraph)

    def _letters(
        self, letters: Properties, text: str, symbol: Element | None, paragraph: Element
    ) -> Iterator[Text]:
        scripts = [("eastAsia", _CHINESE), ("ascii", _LATIN)]
        fonts = {self._resolver.font(letters, script) for script, signs in scripts if signs.search(text)}
        fonts |= {symbol.get(w("font"), "")} if symbol is not None else set()
        for font in sorted(fonts - {self._look.font}):
            yield _OTHER.fill(w=_FONT, f=font or "—", d=self._look.font)
        size = letters["sz"].get(VAL, "") if "sz" in letters else "20"
        if size not in self._sizes(paragraph):
            yield _OTHER.fill(w=_SIZE, f=_points(size), d=_points(str(round(self._look.size * 2))))
        yield from _marks(letters, bold=self._look.bold)

    def _sizes(self, paragraph: Element) -> set[str]:
        """The sizes that letters may have here: those of headings and tables may be others."""
        chain = self._resolver.style(self._resolver.paragraph_style(paragraph))
        heading = any(style.find(f"{w('pPr')}/{w('outlineLvl')}") is not None for style in chain)
        table = ancestor(paragraph, TC) is not None
        said = [self._look.size, self._look.heading if heading else None, self._look.table if table else None]
        return {str(round(size * 2)) for size in said if size is not None}

    def _spacing(self, part: str, paragraph: Element) -> None:
        spacing = self._resolver.paragraph(paragraph).get("spacing")
        line = spacing.get(w("line"), "240") if spacing is not None else "240"
        rule = spacing.get(w("lineRule"), "auto") if spacing is not None else "auto"
        if (line, rule) != self._look.line:
            demanded = _distance(*self._look.line)
            self._say(_OTHER.fill(w=_SPACING, f=_distance(line, rule), d=demanded), part, paragraph)

    def _shading(self, part: str, root: Element) -> None:
        """Shading of paragraphs and cells, and coloured lines, those of the styles too."""
        for shading in root.iter(w("shd")):
            self._shaded(part, shading, ancestor(shading, P))
        styles = self._parcel.root("word/styles.xml")
        if part != "word/document.xml" or styles is None:
            return
        used = {each.get(VAL, "") for name in ("tblStyle", "pStyle") for each in root.iter(w(name))}
        for style in (style for name in sorted(used) for style in self._resolver.style(name)):
            for shading in style.iter(w("shd")):
                self._shaded(part, shading, None)
            self._lines(part, style)
        self._lines(part, root)

    def _shaded(self, part: str, shading: Element, at: Element | None) -> None:
        fill, pattern = shading.get(w("fill"), ""), shading.get(VAL, "clear")
        if fill not in _CLEAR or shading.get(w("themeFill")) or pattern not in ("clear", "nil"):
            self._say(_NOT.fill(w=_SHADE, f=fill or pattern), part, at)

    def _lines(self, part: str, root: Element) -> None:
        for holder in root.iter(*map(w, _LINES)):
            for line in holder.iterchildren("*"):
                if line.get(w("color"), "") not in _BLACK and line.get(VAL, "") not in ("nil", "none"):
                    self._say(_NOT.fill(w=_COLOUR, f=line.get(w("color"), "")), part, ancestor(line, P))

    def _pages(self) -> None:
        demanded = self._look.margins
        for section in self._parcel.stories["word/document.xml"].iter(SECT_PR) if demanded else ():
            edges = section.find(w("pgMar"))
            for side, title in _SIDES.items():
                is_now = int((edges.get(w(side), "0") if edges is not None else "0") or 0)
                wanted = round(getattr(demanded, side) * 20)
                if abs(abs(is_now) - wanted) > _NEAR:
                    named = Text(f"{_MARGIN.zh}（{title.zh}）", f"{title.en} {_MARGIN.en}")
                    said = _OTHER.fill(w=named, f=_millimetres(is_now), d=_millimetres(wanted))
                    self._say(said, "word/document.xml")

    def _charts(self) -> None:
        for name in self._parcel.names:
            for colour in _RGB.findall(self._parcel.read(name)) if _CHARTS.fullmatch(name) else ():
                red, green, blue = colour[:2], colour[2:4], colour[4:]
                if not red.upper() == green.upper() == blue.upper():
                    self._say(_NOT.fill(w=_COLOUR, f=colour.decode()), name)


def _marks(letters: Properties, *, bold: bool) -> Iterator[Text]:
    """Colour, highlighting and emphasis of letters."""
    colour = letters.get("color")
    if colour is not None and (colour.get(VAL, "") not in _BLACK or _is_bright(colour)):
        yield _NOT.fill(w=_COLOUR, f=colour.get(VAL, "") or colour.get(w("themeColor"), ""))
    highlight = letters.get("highlight")
    if highlight is not None and highlight.get(VAL, "none") != "none":
        yield _NOT.fill(w=_SHADE, f=highlight.get(VAL, ""))
    for name, title in _EMPHASES.items():
        if is_on(letters, name) and not (bold and name == "b"):
            yield _NOT.fill(w=_MARK, f=title)


def _is_bright(colour: Element) -> bool:
    """Whether a colour is one of the theme that is not black."""
    named = colour.get(w("themeColor"), "")
    return bool(named) and named not in _DARK and colour.get(VAL, "") not in ("000000",)


def _points(half: str) -> Text:
    size = Decimal(half) / 2 if half.isdigit() else Decimal(0)
    return Text(f"{size.normalize():f} 磅", f"{size.normalize():f} pt")


def _distance(line: str, rule: str) -> Text:
    number = Decimal(line) if line.lstrip("-").isdigit() else Decimal(0)
    if rule == "auto":
        times = f"{(number / 240).normalize():f}"
        return Text(f"{times} 倍", f"{times} lines")
    points = f"{(number / 20).normalize():f}"
    word = Text("固定值", "exactly") if rule == "exact" else Text("最小值", "at least")
    return Text(f"{word.zh} {points} 磅", f"{word.en} {points} pt")


def _millimetres(twentieths: int) -> str:
    return f"{twentieths / 1440 * 25.4:.1f} mm"
