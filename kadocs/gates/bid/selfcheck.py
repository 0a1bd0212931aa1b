"""The price list checked as agencies check it: double items, prices out of line, items without a price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import EXACT
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount
from kadocs.model.opportunity import Regime
from kadocs.model.quote import Quote
from kadocs.model.quote.item import PriceItem
from kadocs.tree.node import Path

_ITEMS: Path = ("quote", "items")
_WIDE = Decimal("0.15")


@rule(
    "BID161",
    Severity.WARNING,
    zh="""
    相同的货物单价相同。

    检查什么：招标项目的报价清单里，名称、品牌、型号、单位都相同的行，单价和优惠比例相同。
    为什么：清标时同物不同价会被要求澄清，多半按低价修正。
    依据：代理机构清标的通行做法。
    示例：同一型号交换机，第 3 行 12,000 元，第 27 行 12,500 元。
    怎么办：统一单价；确有区别的在型号或备注里写明。
    """,
)
def one_price_for_one_thing(case: Case) -> Iterator[Breach]:
    """What is the same has the same price.

    What: in a tender, lines of one name, brand, model and unit have one unit price and one discount.
    Why: the review of prices asks why they differ, and mostly corrects to the lower one.
    Basis: common practice of reviewing prices.

    Example: one switch costs 12,000 in line 3, and 12,500 in line 27.

    What to do: use one price; where they differ in something, say so in model or remark.
    """
    first: dict[tuple[str, ...], PriceItem] = {}
    for index, item in enumerate(_offered(case).items):
        key = tuple(folded(each or "") for each in (item.name, item.brand, item.model, item.unit))
        other = first.setdefault(key, item)
        if (other.unit_price.amount, other.discount or 0) != (item.unit_price.amount, item.discount or 0):
            yield Breach(
                (*_ITEMS, index, "unit_price"),
                Text("“{n}”有两个单价：{a} 和 {b}", "“{n}” has two prices: {a} and {b}").fill(
                    n=item.name, a=amount(other.unit_price), b=amount(item.unit_price)
                ),
                Text("请统一单价，或写明区别", "Use one price, or say what differs"),
            )


@rule(
    "BID162",
    Severity.WARNING,
    zh="""
    每个报价项目都有价格和数量。

    检查什么：招标项目的报价清单没有零单价、零数量的行（设备招标的零单价由 BID027 检查；负数录入时就被拒绝）。
    为什么：零价项目视为已含在其他项目里，零数量等于漏项。
    依据：代理机构清标的通行做法。
    示例：“调试费”单价 0。
    怎么办：填上价格，或并入其他项目并写明。
    """,
)
def all_priced(case: Case) -> Iterator[Breach]:
    """Each item has a price and a quantity.

    What: in a tender no line has a price or a quantity of zero (zero prices in equipment tenders are BID027;
    negative ones are never read).
    Why: without a price it counts as included elsewhere, without a quantity as left out.
    Basis: common practice of reviewing prices.

    Example: “commissioning” costs 0.

    What to do: price it, or put it into another item, and say so.
    """
    opportunity = case.deal.opportunity
    equipment = opportunity is not None and opportunity.regime is Regime.NDRC_EQUIPMENT
    for index, item in enumerate(_offered(case).items):
        field = "quantity" if not item.quantity else "unit_price"
        if not item.quantity or (not item.unit_price and not equipment):
            yield Breach(
                (*_ITEMS, index, field),
                Text("“{n}”的{w}是零", "the {w} of “{n}” is zero").fill(
                    n=item.name,
                    w=Text("数量", "quantity") if field == "quantity" else Text("单价", "price"),
                ),
                Text("请填写，或并入其他项目", "Fill it in, or put it into another item"),
            )


@rule(
    "BID163",
    Severity.INFO,
    certainty=Certainty.PRACTICE,
    needs_whole=(_ITEMS,),
    regimes=(Regime.NDRC_CONSTRUCTION,),
    zh="""
    没有不平衡报价。

    检查什么：施工招标中，各行都有成本的报价，每行“价格÷成本”与全部报价的“总价÷总成本”相差不超过 15%。
    为什么：明显的不平衡报价会被扣分、要求澄清，甚至否决；变更时也会被重新组价。
    依据：清标的通行做法（±15%，以招标文件规定的幅度为准）。
    示例：土建部分按成本 1.6 倍报，安装部分按 0.9 倍报，总体 1.2 倍。
    怎么办：调整到合理范围，或准备说明。提示不写出成本和毛利。
    """,
)
def balanced(case: Case) -> Iterator[Breach]:
    """No line is priced out of line with the others.

    What: in tenders for works, where each line has its cost, price / cost of a line is within 15 % of that of
    the whole.
    Why: unbalanced prices lose points, are asked about, may be rejected, and are priced anew when work
    changes.
    Basis: common practice of reviewing prices (15 %; the tender's own range holds).

    Example: earthworks are priced at 1.6 times their cost, installation at 0.9, the whole at 1.2.

    What to do: move it into range, or have the reason ready. The finding names neither cost nor margin.
    """
    quote = _offered(case)
    if quote.cost is None or not quote.cost.amount or not quote.subtotal.amount:
        return
    whole = EXACT.divide(quote.subtotal.amount, quote.cost.amount)
    for index, item in enumerate(quote.items):
        if item.cost is None or not item.cost.amount:
            continue
        ratio = EXACT.divide(EXACT.divide(item.net.amount, item.cost.amount), whole)
        if abs(ratio - 1) > _WIDE:
            yield Breach(
                (*_ITEMS, index, "unit_price"),
                Text("“{n}”的报价明显偏{w}", "“{n}” is priced {w}").fill(
                    n=item.name, w=Text("高", "high") if ratio > 1 else Text("低", "low")
                ),
                Text("请调整，或准备说明", "Change it, or have the reason ready"),
            )


def _offered(case: Case) -> Quote:
    """The quotation of a tender; an empty one where there is none."""
    quote = case.deal.quote if stages.tendered(case.deal) else None
    return quote or Quote()
