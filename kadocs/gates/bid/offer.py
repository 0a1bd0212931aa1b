"""What we offer beside what the tender demands: validity, bond, price, the agent's authority."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kadocs.figures.money import Money
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount, day
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.model.tender import Tender
from kadocs.tree.node import Path


@rule(
    "BID130",
    Severity.ERROR,
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
    tender, bid = case.deal.tender or Tender(), case.deal.bid or Bid()
    wanted, offered = tender.validity_days, bid.validity_days
    if wanted is not None and offered is not None and offered < wanted:
        yield Breach(
            ("bid", "validity_days"),
            Text(
                "投标有效期承诺 {a} 天，要求 {b} 天", "the bid is valid for {a} days, {b} are required"
            ).fill(a=offered, b=wanted),
            Text("请改为不少于要求的天数", "Offer at least as many days"),
        )


@rule(
    "BID131",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    投标保证金不少于要求。

    检查什么：已交的保证金金额不低于招标要求；要求保证金的招标，投标递交后有保证金记录。
    为什么：未按要求提交保证金的投标无效。
    依据：政府采购法实施条例第三十三条；87 号令第六十三条；评标委员会和评标方法暂行规定（12 号令）第二十五条。
    示例：要求 40 万元，实际交了 35 万元。
    怎么办：截止前补足；保函金额不符的换开保函。
    """,
)
def bond_enough(case: Case) -> Iterator[Breach]:
    """The bid bond is what the tender asks for, or more.

    What: our bond is not below the amount required; once the bid is handed in, a bond that is required is
    there.
    Why: a bid without the bond as asked for is void.
    Basis: 政府采购法实施条例, art. 33; 财政部令第87号, art. 63; 12号令, art. 25.

    Example: 400,000 are asked for, and 350,000 were paid.

    What to do: make it up before the deadline; have the guarantee issued anew.
    """
    tender, bid = case.deal.tender or Tender(), case.deal.bid or Bid()
    wanted = tender.bond
    if wanted is None or wanted.required is False:
        return
    if bid.bond is None:
        if bid.submitted_at is not None and wanted.required:
            yield Breach(
                ("bid", "submitted_at"),
                Text(
                    "投标已递交，却没有投标保证金", "the bid is handed in without the bond that is required"
                ),
                Text("请填写投标保证金的金额、形式和凭证", "Give the bond's amount, form and evidence"),
            )
    elif wanted.amount is not None and bid.bond.amount is not None and above(wanted.amount, bid.bond.amount):
        yield Breach(
            ("bid", "bond", "amount"),
            Text("投标保证金 {a}，少于要求的 {b}", "the bond is {a}, {b} are required").fill(
                a=amount(bid.bond.amount), b=amount(wanted.amount)
            ),
            Text("请在截止前补足", "Make it up before the deadline"),
        )


@rule(
    "BID132",
    Severity.WARNING,
    gap=True,
    certainty=Certainty.LAW,
    zh="""
    投标保证金有凭证。

    检查什么：交了保证金的，“保证金凭证”写明凭证或保函扫描件的位置。
    为什么：评标时看的是凭证，交了没附等于没交。
    依据：政府采购法实施条例第三十三条；87 号令第六十三条。
    示例：电子保函已开立，凭证栏空白。
    怎么办：把回单或保函扫描件放进资料，并填写文件名。
    """,
)
def bond_proven(case: Case) -> Iterator[Breach]:
    """The bid bond has its evidence.

    What: where a bond is given, its evidence says where the slip, or the scan of the guarantee, is.
    Why: evaluation looks at the paper: paid but not enclosed is not paid.
    Basis: 政府采购法实施条例, art. 33; 财政部令第87号, art. 63.

    Example: the guarantee was issued, and the evidence is blank.

    What to do: put the slip or the scan among the papers, and write the file's name.
    """
    bond = case.deal.bid.bond if case.deal.bid else None
    if bond is not None and bond.amount is not None and not bond.evidence:
        yield Breach(
            ("bid", "bond", "evidence"),
            Text("投标保证金没有凭证", "the bid bond has no evidence"),
            Text("请填写回单或保函扫描件的文件名", "Write the file of the slip or the guarantee"),
        )


@rule(
    "BID133",
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
            yield Breach(
                path,
                Text("投标价 {p} 高于最高限价 {c}", "the price {p} is above the ceiling, {c}").fill(
                    p=amount(price), c=amount(ceiling)
                ),
                Text("请调整报价，或核实限价", "Change the price, or check the ceiling"),
            )


@rule(
    "BID134",
    Severity.WARNING,
    certainty=Certainty.LIKELY,
    zh="""
    代理人的授权期限覆盖投标有效期。

    检查什么：授权截止日不早于投标有效期的最后一天（从投标截止日起算），授权日期不晚于投标文件日期。
    为什么：评审期间授权过期，澄清、签约的签字就站不住。
    依据：授权委托书格式：委托期限与投标有效期一致（通行要求）；
    有效期自提交投标文件截止之日起算（实施条例第二十五条）。
    示例：12 月 25 日截止、有效期 90 天，授权只到 2 月 28 日。
    怎么办：重开授权委托书，期限写到投标有效期之后。
    """,
)
def agent_authorised(case: Case) -> Iterator[Breach]:
    """The agent's authority covers the validity of the bid.

    What: it does not end before the last day of the validity, counted from the deadline, and began by the
    date of the bid.
    Why: with the authority run out, the agent's signature under a clarification or contract does not stand.
    Basis: form of the power of attorney (common practice); 招标投标法实施条例, art. 25: validity counts from
    the deadline.

    Example: the deadline is 25 December, the validity 90 days, and the authority ends on 28 February.

    What to do: have a new power of attorney issued that lasts beyond the validity.
    """
    tender, bid = case.deal.tender or Tender(), case.deal.bid or Bid()
    agent = bid.agent
    if agent is None:
        return
    last = _valid_until(tender, bid)
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


def _prices(deal: Deal, *, net: bool) -> Iterator[tuple[Path, Money | None]]:
    """The prices that a bid names, and the total where no other rule compares it with a ceiling."""
    bid, quote, opportunity = deal.bid or Bid(), deal.quote, deal.opportunity
    yield ("bid", "letter_price"), bid.letter_price
    yield ("bid", "opening_price"), bid.opening_price
    if quote is not None and quote.items and (opportunity is None or opportunity.ceiling is None):
        yield ("tender", "ceiling"), quote.subtotal if net else quote.total


def _valid_until(tender: Tender, bid: Bid) -> date | None:
    days = max(tender.validity_days or 0, bid.validity_days or 0)
    return tender.deadline.date() + timedelta(days=days) if tender.deadline and days else None
