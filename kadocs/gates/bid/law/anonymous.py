"""暗标: what the tender demands of the part that may not show whose it is can be understood and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kadocs.figures import typesetting
from kadocs.findings import Fault, Severity, Text
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.model.tender import Tender
from kadocs.model.tender.anonymous import AnonymousPart
from kadocs.tree.node import Path

_PATH: Path = ("tender", "anonymous")
_READ: dict[str, Callable[[str], object]] = {
    "size": typesetting.size,
    "heading_size": typesetting.size,
    "table_size": typesetting.size,
    "spacing": typesetting.spacing,
    "margins": typesetting.margins,
}
_ASKED = {
    "font": Text("字体", "the font"),
    "size": Text("字号", "the size"),
    "spacing": Text("行距", "the line spacing"),
    "margins": Text("页边距", "the margins"),
}


@rule(
    "BID059",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LIKELY,
    zh="""
    暗标的格式要求写得能看懂。

    检查什么：采用暗标时，字号、行距、页边距写成“四号”“固定值 26 磅”“上下 2.5cm，左右 3cm”一类的说法。
    为什么：暗标册按这几栏排版，生成后逐段核对；看不懂就排不对，而格式不符的暗标一般按否决投标处理。
    依据：招标文件的暗标编制要求。
    示例：行距填了“适中”。
    怎么办：照招标文件填写数值和单位；没有要求的留空。
    """,
)
def demands_understood(case: Case) -> Iterator[Breach]:
    """What is demanded of the look of an anonymous part can be understood.

    What: where a part is anonymous, sizes, line spacing and margins are written as 四号 or 14 pt, as exactly
    26 pt or 1.5 lines, as top and bottom 2.5 cm, left and right 3 cm.
    Why: the anonymous volume is set by these fields, and each paragraph is checked against them; a tender
    mostly rejects what looks otherwise.
    Basis: the rules of the tender for anonymous parts.

    Example: the line spacing says “moderate”.

    What to do: write number and unit as the tender has them; leave blank what it does not ask for.
    """
    said = _required(case)
    for name, read in _READ.items() if said else ():
        text = getattr(said, name)
        try:
            if text:
                read(text)
        except Fault as fault:
            yield Breach((*_PATH, name), fault.message, fault.hint)


@rule(
    "BID159",
    Severity.INFO,
    certainty=Certainty.PRACTICE,
    zh="""
    暗标的字体、字号、行距、页边距都填了。

    检查什么：采用暗标时，这四栏都不空。
    为什么：暗标靠统一的版式看不出是谁写的，招标文件一般都有规定；漏抄一条就可能被否决。
    依据：招标文件的暗标编制要求。
    示例：“采用暗标”为“是”，字体没有填，暗标册用了宋体小四、1.5 倍行距。
    怎么办：对照招标文件填写；确实没有要求的，可以不管这条提示。
    """,
)
def demands_said(case: Case) -> Iterator[Breach]:
    """Font, size, line spacing and margins of an anonymous part are said.

    What: where a part is anonymous, none of the four is blank.
    Why: an anonymous part shows nobody because all look alike; tenders mostly say how, and one rule that was
    not copied may end the bid.
    Basis: the rules of the tender for anonymous parts.

    Example: the part is anonymous, no font is said, and the volume came out in 宋体, 12 pt, 1.5 lines.

    What to do: copy them from the tender; where it says nothing, leave it at this note.
    """
    said = _required(case)
    missing = [title for name, title in _ASKED.items() if said and not getattr(said, name)]
    if missing:
        named = Text("、".join(each.zh for each in missing), ", ".join(each.en for each in missing))
        yield Breach(
            (*_PATH, "required"),
            Text("采用暗标，没有写{m}", "the part is anonymous, and nothing says {m}").fill(m=named),
            Text(
                "请照招标文件填写；没有规定的用宋体、小四、1.5 倍行距和模板的页边距",
                "Copy it from the tender; else it is 宋体, 12 pt, 1.5 lines, and the margins of the template",
            ),
        )


def _required(case: Case) -> AnonymousPart | None:
    said = (case.deal.tender or Tender()).anonymous
    return said if said and said.required else None
