"""Texts at the points of a series, in the look of the labels that the template's series has."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from kadocs.render.word import markup
from kadocs.render.word.charts.names import a, c
from kadocs.render.word.charts.pieces import hole
from kadocs.render.word.markup import Element, children, remove

_AFTER_LABELS = frozenset(map(c, ("trendline", "errBars", "cat", "val", "xVal", "yVal", "bubbleSize")))
_LOOK = ("numFmt", "spPr", "txPr", "dLblPos")
_SHOWN = "".join(
    f'<c:{name} val="{int(name == "showVal")}"/>'
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_HIDDEN = _SHOWN.replace('"1"', '"0"')
_PLAIN = ("<a:bodyPr/>", "", "<a:rPr/>")


@dataclass(frozen=True, slots=True)
class Labels:
    """How a label is written: before and after its text. `own` are those that single points have drawn.

    `inside` says that the series has labels, among which those of single points stand.
    """

    own: str
    before: str
    after: str
    inside: bool

    def write(self, texts: tuple[str | None, ...]) -> str:
        """The labels of the points that have a text of their own, which is escaped; `own` where none has."""
        if not texts:
            return self.own
        written = "".join(self._one(at, text) for at, text in enumerate(texts) if text is not None)
        return written if self.inside or not written else f"<c:dLbls>{written}{_HIDDEN}</c:dLbls>"

    def _one(self, at: int, text: str) -> str:
        if not text:
            return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        return f'<c:dLbl><c:idx val="{at}"/>{self.before}{text}{self.after}</c:dLbl>'


def opened(series: Element) -> Labels:
    """The labels of a series that is still in its chart; a hole is left where those of points stand."""
    found = series.find(c("dLbls"))
    if found is None:
        after = next((child for child in children(series) if child.tag in _AFTER_LABELS), None)
        if after is None:
            series.append(hole("labels"))
        else:
            after.addprevious(hole("labels"))
        return Labels("", *_around(_PLAIN, "", ""), inside=False)
    own = ""
    for label in found.findall(c("dLbl")):
        own += markup.source(label)
        remove(label)
    found.insert(0, hole("labels"))
    looks = [found.find(c(name)) for name in _LOOK]
    before = "".join(markup.source(look) for look in looks[:2] if look is not None)
    place = "" if looks[3] is None else markup.source(looks[3])
    return Labels(own, *_around(_writing(looks[2]), before, place), inside=True)


def _around(writing: tuple[str, str, str], look: str, place: str) -> tuple[str, str]:
    body, paragraph, run = writing
    before = f"<c:tx><c:rich>{body}<a:lstStyle/><a:p>{paragraph}<a:r>{run}<a:t>"
    return before, f"</a:t></a:r></a:p></c:rich></c:tx>{look}{place}{_SHOWN}"


def _writing(look: Element | None) -> tuple[str, str, str]:
    """The body, paragraph and run properties of texts that look as `txPr` says."""
    body = None if look is None else look.find(a("bodyPr"))
    said = None if look is None else look.find(f"{a('p')}/{a('pPr')}")
    if body is None or said is None:
        return _PLAIN
    usual = said.find(a("defRPr"))
    run = "<a:rPr/>"
    if usual is not None:
        own = deepcopy(usual)
        own.tag = a("rPr")
        run = markup.source(own)
    return markup.source(body), markup.source(said), run
