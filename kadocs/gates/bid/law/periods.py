"""The course of a tender: periods that the law sets, and the days on which they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.bid.law.calendar import calendar, refund_by
from kadocs.gates.bid.law.ground import BY_LAW, PURCHASES, TENDERS, by_law, parts, regime
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day
from kadocs.model.opportunity import Regime

_THRESHOLDS = {
    Regime.NDRC_CONSTRUCTION: Decimal(4_000_000),
    Regime.NDRC_EQUIPMENT: Decimal(2_000_000),
    Regime.NDRC_SERVICE: Decimal(1_000_000),
}


@rule(
    "BID038",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    至少三家投标人才能开标。

    检查什么：开标记录（有记录时）不少于三家不同的投标人。开标之前有几家投标，我方资料判断不了。
    为什么：不足三家不得开标，应当重新招标或改变采购方式。
    依据：招标投标法第二十八条；招标投标法实施条例第四十四条；87 号令第四十一条、第四十四条。
    示例：开标记录只有两家。
    怎么办：核对记录；确实不足三家的，准备重新招标。
    """,
)
def three_bidders(case: Case) -> Iterator[Breach]:
    """Bids are only opened if there are three.

    What: the opening record, where there is one, names three bidders or more. How many there will be before
    the opening nothing of ours can tell.
    Why: with fewer nothing is opened, and the tender is issued anew, or bought otherwise.
    Basis: 招标投标法, art. 28; 招标投标法实施条例, art. 44; 财政部令第87号, art. 41 and 44.

    Example: the record names two.

    What to do: check it; if it is so, be ready for a new tender.
    """
    names = {folded(each.bidder) for each in parts(case)[1].opened}
    if names and len(names) < 3 and by_law(case.deal):
        yield Breach(
            ("bid", "opened"),
            Text("开标记录只有 {n} 家", "the opening record names {n} only").fill(n=len(names)),
            Text("不足三家不得开标，请核对", "Fewer than three may not be opened; check it"),
        )


@rule(
    "BID039",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    等标期不少于二十日。

    检查什么：依法必招的项目和政府采购招标，从招标文件发出到投标截止不少于 20 日（开始当天不算）。
    为什么：时间不够编不出像样的投标文件，可以提出异议（质疑）要求延期。
    依据：招标投标法第二十四条；政府采购法第三十五条。
    示例：12 月 4 日发出，12 月 20 日截止。
    怎么办：核对日期；确实不足的，在异议（质疑）期内提出。
    """,
)
def twenty_days(case: Case) -> Iterator[Breach]:
    """Bidders have twenty days at least.

    What: from issue to deadline (the first day is not counted), where tendering is compulsory, and in
    government tenders.
    Why: in less time no good bid is written; an objection may win more.
    Basis: 招标投标法, art. 24; 政府采购法, art. 35.

    Example: issued on 4 December, to be handed in by the 20th.

    What to do: check the dates; if it is so, object in time.
    """
    tender = parts(case)[0]
    held = government(case.deal) or tender.must_tender
    if held and tender.days_to_bid is not None and 0 <= tender.days_to_bid < 20:
        yield Breach(
            ("tender", "deadline"),
            Text("等标期 {n} 日，不足 20 日", "{n} days to bid, fewer than 20").fill(n=tender.days_to_bid),
            _OBJECT,
        )


@rule(
    "BID043",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    招标文件发售不少于五日。

    检查什么：招标文件发出到获取截止不少于 5 日；政府采购不少于 5 个工作日。
    为什么：发售期不足的可以提出异议（质疑）；也提醒我方尽快获取。
    依据：招标投标法实施条例第十六条；87 号令第十八条。
    示例：周四发出，下周一截止获取。
    怎么办：核对日期；先去获取招标文件。
    """,
)
def sold_long_enough(case: Case) -> Iterator[Breach]:
    """The documents are to be had for five days at least.

    What: from issue to the end of the sale there are 5 days, in government procurement 5 working days.
    Why: for less an objection is possible; and we have to be quick.
    Basis: 招标投标法实施条例, art. 16; 财政部令第87号, art. 18.

    Example: issued on a Thursday, to be had until Monday.

    What to do: check the dates; get the documents first of all.
    """
    tender = parts(case)[0]
    if tender.issued_on is None or tender.sold_until is None or not by_law(case.deal):
        return
    eve = tender.issued_on - timedelta(days=1)  # the first day of the sale is one of the five
    working = regime(case.deal) in PURCHASES
    least = calendar(case.deal).working_day(eve, 5) if working else eve + timedelta(days=5)
    if tender.issued_on <= tender.sold_until < least:
        yield Breach(
            ("tender", "sold_until"),
            Text("发售期不足 5 {u}", "the documents are sold for less than 5 {u}").fill(
                u=Text("个工作日", "working days") if working else Text("日", "days")
            ),
            _OBJECT,
        )


@rule(
    "BID046",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    投标保证金按时退还。

    检查什么：合同签订后 5 日（政府采购 5 个工作日；未中标的自中标通知书日期起算）内退还投标保证金；
    没有记录退还且已经过期的也提示。
    为什么：逾期退还的可以催要，政府采购还可要求资金占用费。
    依据：招标投标法实施条例第五十七条；87 号令第三十八条。
    示例：1 月 15 日签约，2 月 10 日才退还。
    怎么办：向招标人、代理机构催退；已到账的填退还日。
    """,
)
def bond_refunded(case: Case) -> Iterator[Breach]:
    """The bid bond comes back in time.

    What: within 5 days of signing the contract (5 working days in government procurement, for who lost from
    the notice of the award); also where no refund is recorded, and that day is past.
    Why: a late refund may be claimed, from government buyers with interest.
    Basis: 招标投标法实施条例, art. 57; 财政部令第87号, art. 38.

    Example: signed on 15 January, refunded on 10 February.

    What to do: remind buyer and agency; write down when it came back.
    """
    bond, last = parts(case)[1].bond, refund_by(case.deal)
    if bond is None or last is None or bond.amount is None or not by_law(case.deal):
        return
    if (bond.refunded_on or case.today) > last:
        yield Breach(
            ("bid", "bond", "refunded_on" if bond.refunded_on else "amount"),
            Text("投标保证金应在 {d} 前退还", "the bid bond was to come back by {d}").fill(d=day(last)),
            Text("请催退；已到账的填退还日", "Remind them; or write down when it came back"),
        )


@rule(
    "BID052",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=TENDERS,
    zh="""
    达到规模标准的项目依法必须招标。

    检查什么：“依法必须招标”写“否”的项目，估算价（没有则限价、预算）没有达到施工 400 万元、货物 200 万元、
    服务 100 万元。
    为什么：依法必招决定等标期、保证金、能不能谈判；国有资金等范围内达到标准的必须招标。
    依据：必须招标的工程项目规定（16 号令）第五条。
    示例：国有资金的设备采购 500 万元，写了“否”。
    怎么办：向招标人核实资金来源和项目性质；不在范围内的不用理会。
    """,
)
def must_be_tendered(case: Case) -> Iterator[Breach]:
    """What reaches the thresholds has to be tendered.

    What: where tendering is marked as not compulsory, the estimate (else ceiling, else budget) is below 4
    million for works, 2 million for goods, 1 million for services.
    Why: it decides on periods, bond, and what may be negotiated; with public funds it is compulsory from
    there.
    Basis: 必须招标的工程项目规定 (16号令), art. 5.

    Example: equipment for 5 million, paid from public funds, is marked No.

    What to do: ask where the money comes from; for other projects pass over this.
    """
    tender = parts(case)[0]
    value = tender.estimate or tender.ceiling or tender.budget
    found = regime(case.deal)
    limit = Money(_THRESHOLDS[found], "CNY") if found in _THRESHOLDS else None
    if tender.must_tender is False and value is not None and limit is not None and not above(limit, value):
        yield Breach(
            ("tender", "must_tender"),
            Text("金额达到必须招标的规模标准", "the value reaches the threshold for compulsory tenders"),
            Text("请核实资金来源和项目性质", "Ask where the money comes from"),
        )


_OBJECT = Text("可在异议（质疑）期内书面提出", "Object in writing while that is possible")
