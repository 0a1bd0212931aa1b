"""Totals that contradict each other: what is corrected, in which steps, and to which totals they lead."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.bid.law.correction import Step, government_steps, prices, stated, tender_steps, told, worth
from kadocs.gates.bid.law.ground import PURCHASES, in_full, parts, regime
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount
from kadocs.model.opportunity import Regime
from kadocs.tree.node import Path

_ITEMS: Path = ("quote", "items")


@rule(
    "BID024",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    大写金额与小写金额一致。

    检查什么：投标函、开标一览表的大写总价与各自的小写总价（没有填的取报价总价）相等；
    政府采购招标由 BID026 检查，报价单的大写由 PROP012 检查。
    为什么：评标时以大写为准，写错一个字就按错价评审和成交。
    依据：评标委员会和评标方法暂行规定（12 号令）第十九条。
    示例：小写 20,968,900.00，大写写成“贰仟零玖拾陆万捌仟元整”。
    怎么办：删去填写的大写，由 kadocs 写出；或改正其中一个。
    """,
)
def words_as_figures(case: Case) -> Iterator[Breach]:
    """The words of a total say what its figures say.

    What: words and figures agree in the letter of bid and in the opening summary (whose figures, if blank,
    are the quotation's); BID026 does so in government procurement, PROP012 for the quotation.
    Why: evaluators take the words, and by one wrong character the price is another.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 19.

    Example: the figures are 20,968,900.00, and the words say 20,968,000.

    What to do: delete the words and let kadocs write them; or correct one of the two.
    """
    if regime(case.deal) not in PURCHASES:
        yield from _words(case, _BY_12, tender_steps(stated(case.deal)))


@rule(
    "BID025",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    总价等于分项之和。

    检查什么：投标函或开标一览表填写的总价与分项报价之和一致。设备招标由 BID027、政府采购由 BID026 检查。
    为什么：不一致时以单价计算的结果为准，除非单价小数点明显错误；修正后的价格对投标人有约束力。
    依据：评标委员会和评标方法暂行规定（12 号令）第十九条。
    示例：总价 51,000，分项之和 52,000。
    怎么办：改正总价或分项；总价可以不填，由 kadocs 取报价总价。
    """,
)
def total_as_lines(case: Case) -> Iterator[Breach]:
    """The total is the sum of the lines.

    What: a total in the letter or the opening summary is what the itemised prices come to; equipment tenders
    are BID027, government procurement BID026.
    Why: if not, the lines hold, unless a decimal point is plainly misplaced; the corrected price binds us.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 19.

    Example: the total is 51,000, and the lines come to 52,000.

    What to do: correct total or lines; the total may be left blank, and is the quotation's then.
    """
    if regime(case.deal) not in (*PURCHASES, Regime.NDRC_EQUIPMENT):
        yield from _sum(case, _BY_12, tender_steps(stated(case.deal)))


@rule(
    "BID026",
    Severity.WARNING,
    effects=(Effect.WARNING, Effect.INVALID),
    certainty=Certainty.LAW,
    regimes=PURCHASES,
    needs_whole=(_ITEMS,),
    zh="""
    政府采购的报价前后一致，不需要修正。

    检查什么：开标一览表的总价与大写、与分项之和、与投标函总价一致。不一致的，依次列出修正步骤和各步对应的
    总价；各步可能指向不同的总价，kadocs 不作结论。
    为什么：修正后的报价要由投标人书面确认，不确认的投标无效。
    依据：87 号令第五十九条：（一）以开标一览表为准；（二）以大写为准；（三）小数点或百分比错位，以开标一览表
    总价为准并改单价；（四）以单价金额计算结果为准。
    示例：开标一览表 51,000，分项之和 52,000：第一步得 51,000，第四步单独看得 52,000。
    怎么办：改成一致；已经递交的，准备好按评标委员会的修正书面确认。
    """,
)
def government_totals(case: Case) -> Iterator[Breach]:
    """In government procurement no figure of the bid has to be corrected.

    What: the opening summary's total agrees with its words, the lines and the letter. If not, the steps of
    the correction are listed with their totals; they may differ, and kadocs gives no verdict.
    Why: the bidder has to confirm the corrected price in writing, or the bid is invalid.
    Basis: 财政部令第87号, art. 59: the opening summary; the words; with misplaced decimals the total of the
    opening summary; the sum of the lines.

    Example: the opening summary says 51,000 and the lines come to 52,000: the first step gives 51,000, the
    fourth, read alone, 52,000.

    What to do: make them agree; if it is handed in, be ready to confirm what the evaluators make of it.
    """
    steps = government_steps(stated(case.deal))
    yield from _words(case, _BY_87, steps)
    yield from _sum(case, _BY_87, steps)


@rule(
    "BID027",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LIKELY,
    regimes=(Regime.NDRC_EQUIPMENT,),
    needs_whole=(_ITEMS,),
    zh="""
    设备招标的总价等于分项报价之和，没有漏项。

    检查什么：投标函（开标一览表）的总价与分项报价之和一致，分项没有零价。
    为什么：总价与分项之和不符的按分项修正；漏报的项目视为已含在其他项目里，不会另付。
    依据：标准设备采购招标文件（2017）评标办法、12 号令第十九条（据二手资料，引用前请核对）。
    示例：分项漏列“专用工具”，总价却含了它。
    怎么办：补齐分项，或改正总价。
    """,
)
def equipment_totals(case: Case) -> Iterator[Breach]:
    """In equipment tenders the total is the sum of the lines, and no line is without a price.

    What: the total of letter (or opening summary) is what the lines come to, and none of them costs nothing.
    Why: a total that differs is corrected to the lines; what is not priced counts as included elsewhere.
    Basis: 2017 form for equipment, evaluation; 12号令, art. 19 (after a secondary source).

    Example: “special tools” are in the total, and not among the lines.

    What to do: complete the lines, or correct the total.
    """
    yield from _sum(case, _BY_12, tender_steps(stated(case.deal), equipment=True))
    for index, item in enumerate(case.deal.quote.items if case.deal.quote else ()):
        if not item.unit_price and item.quantity:
            yield Breach(
                (*_ITEMS, index, "unit_price"),
                Text(
                    "“{n}”没有价格，会视为含在其他项目中",
                    "“{n}” has no price, and counts as included",
                ).fill(n=item.name),
                Text("请填写单价，或确认确实免费", "Price it, or make sure that it is free"),
            )


@rule(
    "BID029",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    zh="""
    投标函与开标一览表的总价一致。

    检查什么：投标函总价与开标一览表总价相等。
    为什么：两处不一致，评标时只认其中一个：设备标准文件以投标函为准，政府采购以开标一览表为准。
    依据：87 号令第五十九条；标准设备采购招标文件（2017）投标文件格式：内容不一致的以投标函为准。
    示例：投标函 2,096 万元，开标一览表 2,069 万元。
    怎么办：改成同一个数；两处都可以不填，由 kadocs 取报价总价。
    """,
)
def letter_as_opening(case: Case) -> Iterator[Breach]:
    """The letter of bid and the opening summary name one total.

    What: the totals of the two are equal.
    Why: only one of them counts: the letter by the standard documents for equipment, the opening summary in
    government procurement.
    Basis: 财政部令第87号, art. 59; 2017 form for equipment: where parts differ, the letter holds.

    Example: the letter says 20.96 million, the opening summary 20.69 million.

    What to do: write one figure; both may be left blank, and are the quotation's total then.
    """
    bid = parts(case)[1]
    letter, opening = in_full(bid.letter_price, case.deal), in_full(bid.opening_price, case.deal)
    if letter is None or opening is None or not unequal(letter, opening):
        return
    which = _OPENING if government(case.deal) else _LETTER
    yield Breach(
        ("bid", "opening_price"),
        Text(
            "投标函总价 {a}，开标一览表总价 {b}；{w}", "the letter says {a}, the opening summary {b}; {w}"
        ).fill(a=amount(letter), b=amount(opening), w=which),
        Text("请改成同一个数", "Write one figure in both"),
    )


_LETTER = Text(
    "按设备标准文件以投标函为准，其他按招标文件", "by the 2017 form the letter holds, else the tender says"
)
_OPENING = Text("政府采购以开标一览表为准", "in government procurement the opening summary holds")
_BY_12 = Text("修正步骤：{s}", "steps of correction: {s}")
_BY_87 = Text(
    "修正步骤（须书面确认，不确认则无效）：{s}", "steps (to be confirmed in writing, or invalid): {s}"
)
_AGREE = Text("请改成一致；kadocs 不判断以哪个为准", "Make them agree; kadocs does not judge which one holds")


def _words(case: Case, how: Text, steps: tuple[Step, ...]) -> Iterator[Breach]:
    """Words that do not say the figures beside them."""
    for path, total, said in prices(case.deal):
        found = worth(said, total)
        if said is None or total.currency not in ("", "CNY") or (found and not unequal(found, total)):
            continue
        read = amount(found) if found is not None else Text("读不懂", "cannot be read")
        yield Breach(
            path,
            Text("大写（{w}）与小写 {t} 不一致；{s}", "the words ({w}) are not the figures, {t}; {s}").fill(
                w=read, t=amount(total), s=how.fill(s=told(steps))
            ),
            Text("请删去大写由 kadocs 写出，或改正", "Delete them and let kadocs write them, or correct"),
        )


def _sum(case: Case, how: Text, steps: tuple[Step, ...]) -> Iterator[Breach]:
    """A total that is not what the lines come to."""
    found = stated(case.deal)
    first, second = ("opening", "letter") if government(case.deal) else ("letter", "opening")
    part = first if getattr(found, first) is not None else second
    total = getattr(found, part)
    if total is None or found.lines is None or not unequal(total, found.lines):
        return
    yield Breach(
        ("bid", f"{part}_price"),
        Text("总价 {a}，分项之和 {b}；{s}", "the total is {a}, the lines come to {b}; {s}").fill(
            a=amount(total), b=amount(found.lines), s=how.fill(s=told(steps))
        ),
        _AGREE,
    )
