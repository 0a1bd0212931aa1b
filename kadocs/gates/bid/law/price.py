"""The price beside the ceiling, our own cost, and what others bid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kadocs.figures.money import Money
from kadocs.figures.scoring import low
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above, comparable, unequal
from kadocs.gates.bid.law.ground import PURCHASES, TENDER_LAW, breach, by_tender_law, fatal, in_full, price
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount, listed
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.model.tender import Tender
from kadocs.tree.node import Path


@rule(
    "BID016",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    needs_whole=(("quote", "items"),),
    zh="""
    投标价不超过最高限价，政府采购也不超过预算。

    检查什么：投标函、开标一览表的总价，以及报价总价，都不高于招标信息里的最高限价，
    政府采购也不高于采购预算；商机也填了最高限价的，报价总价由 PROP023 检查。
    为什么：高于最高投标限价的投标会被否决。
    依据：招标投标法实施条例第五十一条；87 号令第六十三条。
    示例：招标最高限价 2,150 万元，开标一览表 2,160 万元。
    怎么办：调整报价；限价变更的按澄清改正招标信息。
    """,
)
def within_ceiling(case: Case) -> Iterator[Breach]:
    """The bid's price is not above the ceiling, in government procurement nor above the budget.

    What: the price in the letter, in the opening summary, and the quotation's total are at most the tender's
    ceiling, for government buyers nor above the budget; where the opportunity gives a ceiling too,
    PROP023 judges the total.
    Why: a bid above the ceiling is rejected.
    Basis: 招标投标法实施条例, art. 51; 财政部令第87号, art. 63.

    Example: the ceiling is 21.5 million, and the opening summary says 21.6 million.

    What to do: change the price; where the ceiling was changed, correct it after the clarification.
    """
    told: set[Path] = set()
    for limit, what in _limits(case.deal):
        for path, offered in _prices(case.deal, limit, at=what.field):
            if path not in told and offered is not None and above(offered, limit):
                told.add(path)
                yield breach(
                    path,
                    Text("投标价 {p} 高于{w} {c}", "the price {p} is above {w}, {c}").fill(
                        p=amount(offered), w=what.title, c=amount(limit)
                    ),
                    Text("请调整报价，或核实限价", "Change the price, or check the ceiling"),
                    fatal(case.deal),
                )


@rule(
    "BID017",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    regimes=TENDER_LAW,
    needs_whole=(("quote", "items"),),
    zh="""
    投标价不低于成本。

    检查什么：各行都有成本的报价，不含税总价不低于总成本。
    为什么：评委认为报价可能低于成本，会要求书面说明；说明不了的否决投标。
    依据：招标投标法第三十三条；招标投标法实施条例第五十一条第（五）项；评标
    委员会和评标方法暂行规定第二十一条。
    示例：为抢样板项目，报价低于采购成本。
    怎么办：调整报价；确需如此的，准备成本说明和证明材料并经批准。
    """,
)
def not_below_cost(case: Case) -> Iterator[Breach]:
    """The bid is not below our own cost.

    What: where each line has its cost, the total without tax is not below what the lines cost.
    Why: the evaluators may ask for an explanation in writing, and reject the bid without a good one.
    Basis: 招标投标法, art. 33; 招标投标法实施条例, art. 51 (5); 评标委员会和评标方法暂行规定 (12号令), art.
    21.

    Example: to win a reference the price is below what we pay for the goods.

    What to do: change the price; or have it approved, and the explanation with its proofs ready.
    """
    quote = case.deal.quote
    if quote is None or not quote.items or not by_tender_law(case.deal):
        return
    if quote.cost is None or not above(quote.cost, quote.subtotal):
        return
    yield breach(
        ("quote", "items"),
        Text("投标价低于我方成本", "the bid is below our own cost"),
        Text("请调整报价，或准备成本说明", "Change the price, or have the explanation ready"),
        fatal(case.deal),
    )


@rule(
    "BID018",
    Severity.WARNING,
    effects=(Effect.WARNING, Effect.INVALID),
    certainty=Certainty.VERIFY,
    regimes=PURCHASES,
    since=date(2026, 2, 1),
    needs_whole=(("quote", "items"),),
    zh="""
    投标价不触发异常低价审查。

    检查什么：政府采购货物、服务招标，我方报价与开标记录（没有则与对手报价预估）相比：
    低于全部有效报价平均值的 50%，最低且低于第二低价的 50%，或低于最高限价（没有则预算）的 45%。都是“低于”，
    等于不触发。
    为什么：触发后要在规定时间（不少于 30 分钟）内书面说明并提交证明，不能证明的投标无效。
    依据：财库〔2026〕2号（自 2026-02-01 起，据二手资料，引用前请核对；采购人可把比例提高到不超过 65%）；
    87 号令第六十条。
    示例：限价 100 万元，我方报 44 万元。
    怎么办：用 kadocs bid score 测算；准备成本测算和证明材料随身携带到开标现场。
    """,
)
def not_abnormally_low(case: Case) -> Iterator[Breach]:
    """The bid is not so low that it is reviewed as abnormal.

    What: in government procurement our price, beside those read out or else assumed: below 50 % of the mean
    of all valid prices; the lowest, and below 50 % of the second; below 45 % of the ceiling (or the
    budget). The share itself is not below.
    Why: it has to be explained in writing, with proofs, in the time given (30 minutes or more), or is
    invalid.
    Basis: 财库〔2026〕2号, from 2026-02-01 (after secondary sources; the buyer may raise the shares to 65 %);
    财政部令第87号, art. 60.

    Example: the ceiling is a million, and we bid 440,000.

    What to do: try prices with kadocs bid score; take the calculation and its proofs to the opening.
    """
    ours = price(case.deal)
    if ours is None:
        return
    path, mine = ours
    tender = case.deal.tender or Tender()
    limit = tender.ceiling or tender.budget
    found = low(
        mine.amount,
        [each.amount for each in others(case.deal) if comparable(each, mine)],
        limit.amount if limit is not None and comparable(limit, mine) else None,
    )
    reasons = [text for text, hit in zip(_LOW, found, strict=True) if hit]
    if reasons:
        yield breach(
            path,
            Text("投标价触发异常低价审查：{r}", "the price is reviewed as abnormally low: {r}").fill(
                r=listed(reasons)
            ),
            Text("请准备成本说明和证明材料", "Have the explanation and its proofs ready"),
            Text("不能证明合理的，投标无效", "invalid, unless it is explained"),
        )


@rule(
    "BID019",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    一个投标人只有一个报价。

    检查什么：招标文件没有要求备选方案的，开标记录里同一投标人只有一个唱标价。
    为什么：同一投标人提交两个以上不同的投标文件或报价，投标被否决。
    依据：招标投标法实施条例第五十一条第（四）项。
    示例：我方在开标记录里有 2,096 万元和 2,069 万元两个报价。
    怎么办：核对开标记录；报价修改应当在截止前以书面通知替换，不是另交一份。
    """,
)
def one_price(case: Case) -> Iterator[Breach]:
    """A bidder has one price.

    What: where no alternatives are asked for, nobody is in the opening record with two prices.
    Why: who hands in two different bids or prices is rejected.
    Basis: 招标投标法实施条例, art. 51 (4).

    Example: we are in the record with 20.96 and with 20.69 million.

    What to do: check the record; a price is changed before the deadline, in writing, and not by a second bid.
    """
    deal = case.deal
    if deal.tender is not None and deal.tender.alternatives_allowed:
        return
    first: dict[str, Money] = {}
    for index, each in enumerate(deal.bid.opened if deal.bid else ()):
        if each.price is None:
            continue
        if unequal(first.setdefault(folded(each.bidder), each.price), each.price):
            yield breach(
                ("bid", "opened", index, "price"),
                Text("{b}有两个报价", "{b} has two prices").fill(b=each.bidder),
                Text("请核对开标记录", "Check the opening record"),
                fatal(deal),
            )


def others(deal: Deal) -> tuple[Money, ...]:
    """The valid prices of the other bidders: those read out, else those that we assume."""
    bid, own = deal.bid or Bid(), folded((deal.vendor.legal_name or "") if deal.vendor else "")
    opened = [each.price for each in bid.opened if each.valid is not False and folded(each.bidder) != own]
    assumed = [each.price for each in bid.rival_prices]
    return tuple(in_full(each, deal) or each for each in (opened if bid.opened else assumed) if each)


_LOW = (
    Text("低于有效报价平均值的 50%", "below 50% of the mean"),
    Text("低于第二低价的 50%", "below 50% of the second lowest"),
    Text("低于限价的 45%", "below 45% of the ceiling"),
)


class _Limit(NamedTuple):
    """A limit of the tender: its field, and what it is called."""

    field: str
    title: Text


def _limits(deal: Deal) -> Iterator[tuple[Money, _Limit]]:
    """What the price may not exceed: the ceiling, and for government buyers the budget too."""
    tender = deal.tender or Tender()
    if tender.ceiling is not None:
        yield tender.ceiling, _Limit("ceiling", Text("最高限价", "the ceiling"))
    if tender.budget is not None and government(deal):
        yield tender.budget, _Limit("budget", Text("采购预算", "the budget"))


def _prices(deal: Deal, limit: Money, *, at: str) -> Iterator[tuple[Path, Money | None]]:
    """The prices that a bid names, and the total where no other rule compares it with the limit."""
    bid, quote, opportunity = deal.bid or Bid(), deal.quote, deal.opportunity
    yield ("bid", "letter_price"), bid.letter_price
    yield ("bid", "opening_price"), bid.opening_price
    judged = at == "ceiling" and opportunity is not None and opportunity.ceiling is not None
    if quote is not None and quote.items and not judged:
        yield ("tender", at), quote.subtotal if limit.tax == "exclusive" else quote.total
