"""The price beside the ceiling, our own cost, and what others bid."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.money import Money
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.bid.law.ground import breach, fatal
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.tree.node import Path


@rule(
    "BID016",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(("quote", "items"),),
    zh="""
    投标价不超过招标文件的最高限价。

    检查什么：投标函、开标一览表的总价，以及报价总价，都不高于招标信息里的最高限价；
    商机也填了最高限价的，报价总价由 PROP023 检查。
    为什么：高于最高投标限价的投标会被否决。
    依据：招标投标法实施条例第五十一条；87 号令第六十三条。
    示例：招标最高限价 2,150 万元，开标一览表 2,160 万元。
    怎么办：调整报价；限价变更的按澄清改正招标信息。
    """,
)
def within_ceiling(case: Case) -> Iterator[Breach]:
    """The bid's price is not above the tender's ceiling.

    What: the price in the letter, in the opening summary, and the quotation's total are at most the tender's
    ceiling; where the opportunity gives a ceiling too, PROP023 judges the total.
    Why: a bid above the ceiling is rejected.
    Basis: 招标投标法实施条例, art. 51; 财政部令第87号, art. 63.

    Example: the ceiling is 21.5 million, and the opening summary says 21.6 million.

    What to do: change the price; where the ceiling was changed, correct it after the clarification.
    """
    ceiling = case.deal.tender.ceiling if case.deal.tender else None
    if ceiling is None:
        return
    for path, price in _prices(case.deal, net=ceiling.tax == "exclusive"):
        if price is not None and above(price, ceiling):
            yield breach(
                path,
                Text("投标价 {p} 高于最高限价 {c}", "the price {p} is above the ceiling, {c}").fill(
                    p=amount(price), c=amount(ceiling)
                ),
                Text("请调整报价，或核实限价", "Change the price, or check the ceiling"),
                fatal(case.deal),
            )


def _prices(deal: Deal, *, net: bool) -> Iterator[tuple[Path, Money | None]]:
    """The prices that a bid names, and the total where no other rule compares it with a ceiling."""
    bid, quote, opportunity = deal.bid or Bid(), deal.quote, deal.opportunity
    yield ("bid", "letter_price"), bid.letter_price
    yield ("bid", "opening_price"), bid.opening_price
    if quote is not None and quote.items and (opportunity is None or opportunity.ceiling is None):
        yield ("tender", "ceiling"), quote.subtotal if net else quote.total
