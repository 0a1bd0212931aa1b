"""Bidders who are not independent of each other, and what looks as if they were not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kadocs.figures.money import Money
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import PURCHASES, breach, fatal, parts
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount, listed
from kadocs.model import Deal
from kadocs.tree.node import Path


@rule(
    "BID035",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    关联企业不参加同一标段的投标。

    检查什么：我方的关联企业不在开标记录和对手报价预估里；开标记录里没有与我方、也没有彼此单位负责人相同的
    投标人。
    为什么：单位负责人为同一人，或有控股、管理关系的不同单位，投同一标段的都被否决。
    依据：招标投标法实施条例第三十四条；政府采购法实施条例第十八条。
    示例：集团内的兄弟公司也投了同一标段。
    怎么办：集团内协调，只留一家；关联关系写错的改正“关联企业”。
    """,
)
def affiliates_stay_out(case: Case) -> Iterator[Breach]:
    """No affiliate of ours bids for the same lot.

    What: none of our affiliates is in the opening record, or among the rivals whose prices we assume; no two
    bidders of the record, ourselves among them, have one representative.
    Why: bidders under one head, or of whom one controls the other, are all rejected.
    Basis: 招标投标法实施条例, art. 34; 政府采购法实施条例, art. 18.

    Example: a sister company bids for the same lot.

    What to do: settle in the group who bids; correct the list of affiliates where it is wrong.
    """
    vendor, bid = case.deal.vendor, parts(case)[1]
    kin = [folded(each) for each in (vendor.affiliates if vendor else ())]
    listed_: list[tuple[Path, str]] = [
        (("bid", "opened", index, "bidder"), each.bidder) for index, each in enumerate(bid.opened)
    ]
    listed_ += [(("bid", "rival_prices", i, "rival"), each.rival) for i, each in enumerate(bid.rival_prices)]
    for path, name in listed_:
        if any(each and (folded(name) in each or each in folded(name)) for each in kin):
            yield breach(
                path,
                Text("“{n}”是我方关联企业，不得同投一个标段", "{n} is our affiliate, and bids too").fill(
                    n=name
                ),
                Text("请在集团内协调，只留一家投标", "Settle in the group who bids"),
                fatal(case.deal),
            )
    for path, message in _shared(case.deal, "legal_rep", Text("单位负责人", "representative")):
        yield breach(path, message, _KEEP, fatal(case.deal))


@rule(
    "BID036",
    Severity.WARNING,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    开标价格没有异常一致或规律性的差异。

    检查什么：开标记录里不同投标人的有效报价不相同；三家以上的报价不呈等差、等比；没有两家的代理人（联系人）、
    项目负责人是同一人。成品文件的作者、
    模板等由成品检查核对。
    为什么：报价异常一致或呈规律性差异的，视为投标人相互串通，相关投标被否决。
    依据：招标投标法实施条例第四十条；87 号令第三十七条。
    示例：三家报价 100、102、104 万元。
    怎么办：核对抄录；确实如此的，准备好我方独立编制的记录，并考虑提出异议。
    """,
)
def prices_independent(case: Case) -> Iterator[Breach]:
    """The prices read out are neither equal nor in regular steps.

    What: no two bidders have one valid price, or one agent, contact or project manager, and the prices of
    three or more are not at equal distances or ratios. Authors and templates of the finished files are looked
    at when they are audited.
    Why: prices that agree, or differ regularly, count as collusion, and the bids are rejected.
    Basis: 招标投标法实施条例, art. 40; 财政部令第87号, art. 37.

    Example: 1.00, 1.02 and 1.04 million are read out.

    What to do: check what was copied; keep the record of how we made our price, and think of an objection.
    """
    for field, what in (
        ("agent", Text("代理人（联系人）", "agent or contact")),
        ("manager", Text("项目负责人", "project manager")),
    ):
        for path, message in _shared(case.deal, field, what):
            yield Breach(path, message, _KEEP)
    bid = parts(case)[1]
    valid = [(i, each.bidder, each.price) for i, each in enumerate(bid.opened) if each.valid is not False]
    ranked = sorted(
        ((price, index, name) for index, name, price in valid if price is not None),
        key=lambda each: (each[0].amount, each[1]),
    )
    if len(ranked) > 2 and _in_steps([each[0].amount for each in ranked]):
        yield _regular([each[0] for each in ranked], ("bid", "opened"))
        return
    for (low, _, one), (high, index, other) in pairwise(ranked):
        if low.amount == high.amount and folded(one) != folded(other):
            yield Breach(
                ("bid", "opened", index, "price"),
                Text("{a}与{b}报价相同：{p}", "{a} and {b} bid the same: {p}").fill(
                    a=one, b=other, p=amount(low)
                ),
                _KEEP,
            )


@rule(
    "BID037",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    regimes=PURCHASES,
    zh="""
    核心产品与对手不同品牌。

    检查什么：政府采购货物招标，我方核心产品的品牌不出现在竞争对手的竞品产品里。
    为什么：核心产品品牌相同的几家按一家计算，只有得分最高（或报价最低）的一家有中标资格，还可能不足三家。
    依据：87 号令第三十一条。
    示例：核心产品“服务器”双方都投“磐序”。
    怎么办：换品牌，或测算同品牌中我方能否排第一。
    """,
)
def brand_of_our_own(case: Case) -> Iterator[Breach]:
    """The core products are of another brand than the rivals'.

    What: in government procurement no brand of our core products is among the products of a rival.
    Why: bidders with one brand of it count as one, and only the best of them may win; fewer than three may be
    left.
    Basis: 财政部令第87号, art. 31.

    Example: both offer servers of one brand, which is a core product.

    What to do: take another brand, or work out whether ours is the best bid with it.
    """
    deal, tender = case.deal, parts(case)[0]
    core = [folded(name) for name in (tender.evaluation.core_products if tender.evaluation else ())]
    offered = " ".join(folded(rival.products or "") for rival in deal.competitors)
    for index, item in enumerate(deal.quote.items if deal.quote else ()):
        mine = item.brand and any(name in folded(item.name) or folded(item.name) in name for name in core)
        if mine and folded(item.brand or "") in offered:
            yield Breach(
                ("quote", "items", index, "brand"),
                Text("核心产品“{n}”的品牌 {b} 与对手相同", "a rival offers {b} too, for “{n}”").fill(
                    n=item.name, b=item.brand
                ),
                Text(
                    "同品牌按一家计算，请换品牌或测算名次",
                    "They count as one: change it, or be the best of them",
                ),
            )


_KEEP = Text(
    "请核对抄录，并保留我方独立报价的记录", "Check it, and keep the record of how our price was made"
)


def _shared(deal: Deal, field: str, what: Text) -> Iterator[tuple[Path, Text]]:
    """Bidders of the opening record who have a person in common: with each other, or with us."""
    first: dict[str, str] = {}
    mine = deal.vendor.legal_name if deal.vendor else None
    if mine and field == "legal_rep" and deal.vendor and deal.vendor.legal_rep:
        first[folded(deal.vendor.legal_rep)] = mine
    if mine and field == "agent" and deal.bid and deal.bid.agent and deal.bid.agent.name:
        first[folded(deal.bid.agent.name)] = mine
    for index, each in enumerate(deal.bid.opened if deal.bid else ()):
        person = getattr(each, field)
        if not person:
            continue
        other = first.setdefault(folded(person), each.bidder)
        if folded(other) != folded(each.bidder):
            message = Text("{a}与{b}的{w}都是{p}", "{a} and {b} have one {w}, {p}")
            yield (
                ("bid", "opened", index, field),
                message.fill(a=other, b=each.bidder, w=what, p=person),
            )


def _in_steps(prices: list[Decimal]) -> bool:
    """Whether prices, lowest first, are at equal distances, or each the same multiple of the one before."""
    if len({after - before for before, after in pairwise(prices)}) == 1:
        return True
    return all(
        low > 0 and middle * middle == low * high
        for low, middle, high in zip(prices, prices[1:], prices[2:], strict=False)
    )


def _regular(prices: list[Money], path: Path) -> Breach:
    if prices[0].amount == prices[-1].amount:
        message = Text("各家报价都相同：{p}", "all bidders bid the same: {p}")
    else:
        message = Text("各家报价呈等差或等比：{p}", "the prices are at equal distances or ratios: {p}")
    return Breach(path, message.fill(p=listed(amount(each) for each in prices)), _KEEP)
