"""The price score of a tender, worked out from our price and those that we expect of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.money import Money
from kadocs.figures.scoring import LowPrice, deducted, low, score
from kadocs.figures.text import folded
from kadocs.findings import Fault, Text
from kadocs.gates.arithmetic import comparable
from kadocs.gates.bid.law.ground import PURCHASES, in_full, price, regime
from kadocs.gates.procurement import government
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.model.tender.evaluation import Evaluation, FactorGroup
from kadocs.model.vendor import EnterpriseSize, Vendor

LOW_SINCE = date(2026, 2, 1)
"""From when on abnormally low prices are reviewed by 财库〔2026〕2号."""

DOMESTIC_SINCE = date(2026, 1, 1)
"""From when on domestic products have their deduction by 国办发〔2025〕34号."""

_SMALL = (EnterpriseSize.SMALL, EnterpriseSize.MICRO)
_MOST_OF_IT = Decimal("0.8")


class Entry(NamedTuple):
    """A bidder in the table: the price as bid, that of the evaluation, its score and rank."""

    name: str
    ours: bool
    price: Money
    rates: tuple[Decimal, ...]
    evaluated: Decimal
    score: Decimal
    rank: int
    low: LowPrice | None


class Simulation(NamedTuple):
    """The table for one set of prices: the points to be had, the bidders, and what it rests on."""

    points: Decimal
    entries: tuple[Entry, ...]
    notes: tuple[Text, ...]


class Assumed(NamedTuple):
    """What is assumed of prices and bidders beyond the deal."""

    price: Money | None = None
    lowest: bool = False
    small: Collection[str] = ()
    foreign: Collection[str] = ()


_NOTHING = Assumed()


def simulate(deal: Deal, day: date, assumed: Assumed = _NOTHING) -> Simulation:
    """The price scores of all bidders, by 财政部令第87号 art. 55: lowest / price × points.

    Rivals are those of `bid.rival_prices`, at their likely price or, if `lowest`, at their lower bound.
    Raises Fault where our price, theirs, or the points of the price are not known, or cannot be compared.
    """
    ours, rivals, points = _ours(deal, assumed), tuple(_rivals(deal, assumed)), _points(deal)
    if any(not comparable(ours, each) for _, each in rivals):
        raise Fault(
            Text("报价的币种或含税口径不同，不能比较", "prices differ in currency or tax"),
            Text("请统一对手报价预估的口径", "Give the rivals' prices in the currency and tax of ours"),
        )
    bidders = [(_own_name(deal), True, ours), *((name, False, each) for name, each in rivals)]
    lawful = government(deal)
    reviewed = regime(deal) in PURCHASES and day >= LOW_SINCE
    rated = [(*each, _rates(deal, day, each[0], assumed, ours=each[1]) if lawful else ()) for each in bidders]
    prices = [deducted(each.amount, *rates) for _, _, each, rates in rated]
    entries = [
        Entry(
            name,
            mine,
            each,
            rates,
            evaluated,
            score(min(prices), evaluated, points),
            1 + sum(other < evaluated for other in prices),
            _low(deal, index, [each.amount for _, _, each in bidders]) if reviewed else None,
        )
        for index, ((name, mine, each, rates), evaluated) in enumerate(zip(rated, prices, strict=True))
    ]
    return Simulation(points, tuple(entries), tuple(_notes(deal, day, lawful=lawful)))


def _ours(deal: Deal, assumed: Assumed) -> Money:
    stated = price(deal)
    ours = in_full(assumed.price, deal) if assumed.price is not None else stated and stated[1]
    if ours is None or ours.amount <= 0:
        raise Fault(
            Text("没有我方报价", "our price is not known"),
            Text("请填写报价清单，或用 --price 给出", "Fill in the price items, or give one with --price"),
        )
    return ours


def _rivals(deal: Deal, assumed: Assumed) -> Iterator[tuple[str, Money]]:
    found = False
    for each in (deal.bid or Bid()).rival_prices:
        likely = (each.low or each.price) if assumed.lowest else each.price
        if likely is not None and likely.amount > 0:
            found = True
            yield each.rival, in_full(likely, deal) or likely
    if not found:
        raise Fault(
            Text("没有对手报价预估", "no prices of rivals are assumed"),
            Text("请填写投标信息的“对手报价预估”", "Fill in the rivals' prices of the bid"),
        )


def _points(deal: Deal) -> Decimal:
    evaluation = _evaluation(deal)
    if evaluation.price_weight is not None:
        return evaluation.price_weight
    listed = [each.points for each in evaluation.factors if each.group is FactorGroup.PRICE]
    total = sum((each for each in listed if each is not None), Decimal(0))
    if not total:
        raise Fault(
            Text("不知道价格分是多少", "how many points the price has is not known"),
            Text("请填写“价格分权重”或评分表", "Fill in the weight of the price, or the scoring sheet"),
        )
    return total


def _rates(deal: Deal, day: date, name: str, assumed: Assumed, *, ours: bool) -> tuple[Decimal, ...]:
    """The deductions of a bidder, all of them from the price as bid."""
    found = _evaluation(deal)
    small = _own_sme_rate(deal) if ours else found.sme_rate if _named(name, assumed.small) else None
    rates = [] if found.sme_only or not small else [small]
    foreign_rivals = any(_named(each.rival, assumed.foreign) for each in (deal.bid or Bid()).rival_prices)
    domestic = _domestic(deal) if ours else not _named(name, assumed.foreign)
    if found.domestic_rate and domestic and day >= DOMESTIC_SINCE and (foreign_rivals or not _domestic(deal)):
        rates.append(found.domestic_rate)
    return tuple(rates)


def _own_sme_rate(deal: Deal) -> Decimal | None:
    found = _evaluation(deal)
    if deal.vendor is not None and _counts_as_small(deal.vendor):
        return found.sme_rate
    bid = deal.bid or Bid()
    shares = [each.share for each in bid.consortium if each.size in _SMALL]
    shares += [each.share for each in bid.subcontracts if each.size in _SMALL]
    enough = sum((each for each in shares if each is not None), Decimal(0)) >= Decimal("0.3")
    return found.sme_partner_rate if enough else None


def _counts_as_small(vendor: Vendor) -> bool:
    """Small and micro companies, and what counts as one: 财库〔2017〕141号, 财库〔2014〕68号."""
    return vendor.sme_type in _SMALL or bool(vendor.disabled_welfare or vendor.prison_enterprise)


def _domestic(deal: Deal) -> bool:
    """Whether domestic products make 80 % of the cost of what we supply, as declared."""
    supplies = (deal.bid or Bid()).supplies
    if supplies and all(each.domestic for each in supplies):
        return True
    share = sum((each.cost_share or Decimal(0) for each in supplies if each.domestic), Decimal(0))
    return share >= _MOST_OF_IT


def _low(deal: Deal, index: int, prices: list[Decimal]) -> LowPrice:
    tender = deal.tender
    limit = (tender.ceiling or tender.budget) if tender else None
    return low(prices[index], prices[:index] + prices[index + 1 :], limit.amount if limit else None)


def _notes(deal: Deal, day: date, *, lawful: bool) -> Iterator[Text]:
    if not lawful:
        yield _ASSUMED_FORMULA
        rules = [
            each.rule for each in _evaluation(deal).factors if each.group is FactorGroup.PRICE and each.rule
        ]
        for said in rules:
            yield Text("招标文件的价格分办法：{r}", "the tender's own rule: {r}").fill(r=said)
        return
    yield _FORMULA if regime(deal) in PURCHASES else _CONSULTATION
    if _evaluation(deal).sme_rate or _evaluation(deal).sme_partner_rate:
        yield _SME
    if _evaluation(deal).domestic_rate and day >= DOMESTIC_SINCE:
        yield _DOMESTIC
    if day >= LOW_SINCE and regime(deal) in PURCHASES:
        yield _LOW


def _evaluation(deal: Deal) -> Evaluation:
    return (deal.tender.evaluation if deal.tender else None) or Evaluation()


def _named(name: str, among: Collection[str]) -> bool:
    return folded(name) in {folded(each) for each in among}


def _own_name(deal: Deal) -> str:
    return (deal.vendor.legal_name if deal.vendor else None) or "—"


_FORMULA = Text(
    "价格分 = 最低评审价 ÷ 评审价 × 价格分值（87 号令第五十五条）",
    "score = lowest evaluated price / evaluated price × points (财政部令第87号, art. 55)",
)
_CONSULTATION = Text(
    "竞争性磋商：磋商基准价 ÷ 最后报价 × 价格分值（财库〔2014〕214号，请核对）；谈判、询价不打分，按评审价排",
    "consultation: lowest / final price × points (财库〔2014〕214号, to be verified); negotiation, inquiry: "
    "no points, the lowest evaluated price",
)
_ASSUMED_FORMULA = Text(
    "按“最低价 ÷ 报价 × 价格分值”假设测算；以招标文件的评标办法为准",
    "worked out as lowest price / price × points, which is assumed; the tender's own rule holds",
)
_SME = Text(
    "小微企业（残疾人福利性单位、监狱企业视同）扣除按财库〔2022〕19号（请核对）；评审价不是成交价",
    "deduction for small companies, welfare and prison enterprises: 财库〔2022〕19号 (to be verified); the "
    "contract is at the price as bid",
)
_DOMESTIC = Text(
    "本国产品扣除按国办发〔2025〕34号、财库〔2025〕30号（请核对），只在两类产品同台竞争时；与小微扣除都以原报价为基数",
    "domestic products: 国办发〔2025〕34号, 财库〔2025〕30号 (to be verified), where both kinds compete; "
    "both deductions are of the price as bid",
)
_LOW = Text(
    "异常低价审查按财库〔2026〕2号（自 2026-02-01，请核对），比较的是原报价；采购人可提高到不超过 65%",
    "abnormally low: 财库〔2026〕2号, from 2026-02-01 (to be verified), by the price as bid; the buyer may "
    "raise the shares to 65%",
)
