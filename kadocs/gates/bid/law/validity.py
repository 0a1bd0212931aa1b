"""How long the bid binds us, and who may sign for so long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import BY_LAW, INVALID, breach, by_law, parts, valid_until
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day
from kadocs.model.opportunity import Regime
from kadocs.model.types import entries


@rule(
    "BID008",
    Severity.ERROR,
    effects=(Effect.INVALID,),
    certainty=Certainty.LAW,
    zh="""
    承诺的投标有效期不短于要求。

    检查什么：“承诺投标有效期”不少于招标文件“要求投标有效期”。
    为什么：有效期不足是无效投标的常见原因，只差一天也不行。
    依据：87 号令第二十三条：投标有效期由采购人规定，投标文件承诺的不得少于它；其他招标按招标文件。
    示例：要求 90 天，承诺 60 天。
    怎么办：把承诺的有效期改为不少于要求的天数，投标函、授权书、保函一并核对。
    """,
)
def long_enough(case: Case) -> Iterator[Breach]:
    """The bid is valid for as long as the tender asks.

    What: our validity is not shorter than the one required.
    Why: a bid that is short by a day is invalid, and it is a common cause.
    Basis: 财政部令第87号, art. 23: the bid's validity is not shorter than that of the tender; elsewhere the
    tender.

    Example: 90 days are asked for, 60 are offered.

    What to do: offer as many days as asked, and check letter, authority and bond with it.
    """
    tender, bid = parts(case)
    wanted, offered = tender.validity_days, bid.validity_days
    if wanted is not None and offered is not None and offered < wanted:
        yield breach(
            ("bid", "validity_days"),
            Text(
                "投标有效期承诺 {a} 天，要求 {b} 天", "the bid is valid for {a} days, {b} are required"
            ).fill(a=offered, b=wanted),
            Text("请改为不少于要求的天数", "Offer at least as many days"),
            INVALID,
        )


@rule(
    "BID007",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=(*BY_LAW, Regime.GOV_NEGOTIATION),
    zh="""
    投标有效期从投标截止之日起算。

    检查什么：投标函补充说明、开标一览表备注等没有从别的日子（签署、报价之日）起算有效期；报价自己的有效期
    （报价日期 + 报价有效期）不早于投标有效期的最后一天；招标文件发出之前的报价不比。
    为什么：从报价日期起算的有效期，比要求的少了编标的那几十天，评标时会被认为有效期不足。
    依据：招标投标法实施条例第二十五条；87 号令第二十三条：投标有效期从提交投标文件的截止之日起算。
    示例：11 月 30 日报价、有效期 90 天，投标 12 月 25 日截止、有效期 90 天：报价早到期 25 天。
    怎么办：投标文件里只写天数；报价的有效期放长，或不写。
    """,
)
def counted_from_deadline(case: Case) -> Iterator[Breach]:
    """The validity of the bid counts from the deadline.

    What: supplement and notes count it from no other day, such as that of the signature; the quotation's
    own validity, from its date, does not end before that of the bid (one from before the tender may).
    Why: counted from the day of the quotation it is short by the weeks in which the bid was written.
    Basis: 招标投标法实施条例, art. 25; 财政部令第87号, art. 23: it begins on the day of the deadline.

    Example: quoted on 30 November for 90 days, and bids close on 25 December for 90: it ends 25 days early.

    What to do: write days only into the bid; let the quotation be valid for longer, or leave it blank.
    """
    if not by_law(case.deal):
        return
    tender, bid = parts(case)
    for field in ("supplement", "discount_statement", "opening_note"):
        said = _OTHER_START.search(getattr(bid, field) or "")
        if said:
            yield Breach(
                ("bid", field),
                Text("“{w}”不是从投标截止之日起算", "“{w}” does not count from the deadline").fill(
                    w=said.group()
                ),
                Text("请只写天数，或写“自投标截止之日起”", "Write the days only, or “from the deadline”"),
            )
    quote, last = case.deal.quote, valid_until(tender, bid)
    ends = quote.valid_until if quote is not None else None
    earlier = tender.issued_on is not None and quote and quote.date and quote.date < tender.issued_on
    if ends is not None and not earlier and last is not None and ends < last:
        yield Breach(
            ("quote", "validity_days"),
            Text(
                "报价有效期到 {a}，投标有效期到 {b}", "the quotation is valid until {a}, the bid until {b}"
            ).fill(a=day(ends), b=day(last)),
            Text("请把报价有效期放长", "Let the quotation be valid for longer"),
        )


@rule(
    "BID055",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LIKELY,
    zh="""
    代理人的授权期限覆盖投标有效期，签字人就是授权的人。

    检查什么：授权截止日不早于投标有效期的最后一天（从投标截止日起算），授权日期不晚于投标文件日期；
    各格式的签字人是代理人或法定代表人。
    为什么：评审期间授权过期，澄清、签约的签字就站不住。
    依据：授权委托书格式：委托期限与投标有效期一致（通行要求）；
    有效期自提交投标文件截止之日起算（实施条例第二十五条）。
    示例：12 月 25 日截止、有效期 90 天，授权只到 2 月 28 日。
    怎么办：重开授权委托书，期限写到投标有效期之后。
    """,
)
def agent_authorised(case: Case) -> Iterator[Breach]:
    """The agent's authority covers the validity of the bid, and nobody else signs.

    What: it does not end before the last day of the validity, counted from the deadline, and began by the
    date of the bid; whoever signs a form is the agent or the legal representative.
    Why: with the authority run out, the agent's signature under a clarification or contract does not stand.
    Basis: form of the power of attorney (common practice); 招标投标法实施条例, art. 25: validity counts from
    the deadline.

    Example: the deadline is 25 December, the validity 90 days, and the authority ends on 28 February.

    What to do: have a new power of attorney issued that lasts beyond the validity.
    """
    tender, bid = parts(case)
    agent = bid.agent
    if agent is None:
        return
    last = valid_until(tender, bid)
    if last is not None and agent.authorised_until is not None and agent.authorised_until < last:
        yield Breach(
            ("bid", "agent", "authorised_until"),
            Text(
                "{n}的授权到 {a} 为止，投标有效期到 {b}",
                "the authority of {n} ends on {a}, the validity on {b}",
            ).fill(n=agent.name or Text("代理人", "the agent"), a=day(agent.authorised_until), b=day(last)),
            Text("请延长授权期限", "Have it extended"),
        )
    if agent.authorised_on is not None and bid.date is not None and agent.authorised_on > bid.date:
        yield Breach(
            ("bid", "agent", "authorised_on"),
            Text(
                "授权日期 {a} 晚于投标文件日期 {b}", "the authority began on {a}, after the bid of {b}"
            ).fill(a=day(agent.authorised_on), b=day(bid.date)),
            Text("请改正授权日期", "Correct the date of the authority"),
        )
    yield from _signers(case)


def _signers(case: Case) -> Iterator[Breach]:
    """Forms signed by somebody who is neither the agent nor the legal representative."""
    vendor, bid = case.deal.vendor, parts(case)[1]
    known = [bid.agent.name if bid.agent else None, vendor.legal_rep if vendor else None]
    named = {folded(name) for name in known if name}
    if len(named) < len(known):
        return
    for index, form in enumerate(bid.forms):
        for signer in entries(form.signer or "", "、，,;；/"):
            if folded(signer) not in named:
                yield Breach(
                    ("bid", "forms", index, "signer"),
                    Text(
                        "“{f}”由{s}签字，不是代理人或法定代表人",
                        "“{f}” is signed by {s}, who is neither the agent nor the legal representative",
                    ).fill(f=form.name, s=signer),
                    Text("全套文件请由授权的人签字", "Have all forms signed by whoever is authorised"),
                )


_OTHER_START = re.compile(
    r"有效期[^。；;\n]{0,12}自[^。；;\n]{0,16}?(?:签[署字]|出具|报价|盖章|发出|本函|投标函)[^。；;\n]{0,4}?之?日"
    r"|\bvalid\b[^.;\n]{0,30}\bfrom the date of (?:this|our|signature|the (?:quotation|offer|letter))",
    re.IGNORECASE,
)
