"""A tender by law: no talks before the award, and a contract that is what was bid."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.negotiate.departures import departures, on_record
from kadocs.gates.procurement import awarded, lawful_tender
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import day
from kadocs.model.negotiation import IssueStatus
from kadocs.tree.node import Path

_ROWS: Path = ("contract", "review", "differences")


@rule(
    "NEG001",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    招标项目定标之前不作实质性谈判。

    检查什么：依法招标的商机，每轮谈判的日期不早于中标通知书日期；还没有定标的，没有已经谈过的轮次、
    谈定的总价或已达成的议题。企业招标、国际招标按其自己的规则，不查。
    为什么：确定中标人前就价格、方案等实质性内容谈判，影响中标结果的中标无效。
    依据：招标投标法第四十三条、第五十五条。
    示例：12 月 25 日开标，1 月 8 日发中标通知书，1 月 5 日已谈降价。
    怎么办：停止谈判，定标后再谈合同文本；日期写错的改正；已定标的填中标通知书日期。
    """,
)
def no_talks_before_award(case: Case) -> Iterator[Breach]:
    """In a tender nothing of substance is negotiated before the award.

    What: of a tender by law, no round is dated before the notice of award; as long as there is none, no round
    was held, no price and no issue agreed. Tenders by an enterprise's own rules and requests for proposals
    are free.
    Why: who talks about price or solution before the award may lose it: it is void.
    Basis: 招标投标法, art. 43 and 55.

    Example: bids are opened on 25 December, the award is dated 8 January, and a price was discussed on the
    5th.

    What to do: stop the talks until then; correct a wrong date; fill in the date of the award.
    """
    deal = case.deal
    if deal.negotiation is None or not lawful_tender(deal):
        return
    award = deal.contract.award_date if deal.contract else None
    closed = deal.tender.deadline.date() if deal.tender and deal.tender.deadline else case.today
    for index, each in enumerate(deal.negotiation.rounds):
        early = each.date is not None and (
            each.date < award if award else not awarded(deal) and each.date <= max(case.today, closed)
        )
        if early and each.date is not None:
            until = (
                Text("定标（{d}）", "the award of {d}").fill(d=day(award))
                if award
                else Text("定标", "the award")
            )
            yield Breach(
                ("negotiation", "rounds", index, "date"),
                Text("第 {n} 轮谈判（{d}）在{a}之前", "round {n}, {d}, is before {a}").fill(
                    n=each.no, d=day(each.date), a=until
                ),
                _STOP,
            )
    if not awarded(deal):
        yield from _settled(case)


@rule(
    "NEG002",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(("quote", "items"), ("contract", "prices"), ("contract", "payment")),
    zh="""
    招标项目的合同与投标一致。

    检查什么：依法招标的合同，金额、交货期、质保期、付款比例与投标（投标函、开标一览表或报价）相同，
    差异表里没有“实质性差异”。标的是否一致请在差异表中逐条说明。
    为什么：背离投标的合同条款无效，双方还会被责令改正、罚款。
    依据：招标投标法第四十六条、第五十九条；招标投标法实施条例第五十七条。
    示例：中标价 20,968,900 元，合同写 20,500,000 元。
    怎么办：按中标结果签；履约中确需变更的，另签补充协议并走审批。
    """,
)
def contract_as_bid(case: Case) -> Iterator[Breach]:
    """The contract of a tender is what was bid.

    What: of a tender by law, amount, delivery, warranty and payment of the contract are those of the bid (the
    letter, the opening summary, or the quotation), and no difference is marked as substantive. Whether the
    subject is the same is for the list of differences to say.
    Why: terms that depart from the bid do not stand, and both sides may be fined.
    Basis: 招标投标法, art. 46 and 59; 招标投标法实施条例, art. 57.

    Example: the bid was 20,968,900, the contract says 20,500,000.

    What to do: sign what was awarded; a change that is needed later is a supplement, with its approval.
    """
    deal = case.deal
    if deal.contract is None or not lawful_tender(deal):
        return
    for each in departures(deal):
        yield Breach(
            each.path,
            Text("{w}合同为 {a}，投标为 {b}", "{w}: {a} in the contract, {b} in the bid").fill(
                w=each.what, a=each.signed, b=each.offered
            ),
            Text(
                "招标项目的合同不得背离投标，请改回", "A contract may not depart from the bid; change it back"
            ),
        )
    for index, row in enumerate(deal.contract.review.differences if deal.contract.review else ()):
        if row.substantive:
            yield Breach(
                (*_ROWS, index, "substantive"),
                Text("“{c}”是实质性差异", "the difference in “{c}” is one of substance").fill(c=row.clause),
                Text("请按投标文件改回合同条款", "Change the clause back to what was bid"),
            )


@rule(
    "NEG003",
    Severity.ERROR,
    needs_whole=(("quote", "items"), ("contract", "prices"), ("contract", "payment")),
    zh="""
    合同与报价的差异都经过批准。

    检查什么：不是依法招标的合同，金额、交货期、质保期、付款比例与报价（或投标）不同时，
    “与投标文件差异”里有一条写明合同的数字，并有批准人。
    为什么：谈判改了什么、谁同意的，评审人和实施团队都要看得到。
    依据：合同评审表的通行要求：与投标文件差异逐条列明并批准。
    示例：报价 5,044,974 欧元，合同 4,948,900 欧元，差异表没有价格这一条。
    怎么办：在差异表补一条：条款、投标怎么写、合同怎么写（写出数字）、批准人。
    """,
)
def departures_approved(case: Case) -> Iterator[Breach]:
    """Where the contract departs from the offer, someone approved it.

    What: outside tenders by law, where amount, delivery, warranty or payment are not as offered, a row of the
    differences names the contract's figure, and who approved it.
    Why: reviewers and the delivery team must see what the talks changed, and who agreed.
    Basis: common form of a contract review: differences from the bid, each with its approval.

    Example: EUR 5,044,974 were offered, the contract is over EUR 4,948,900, and no row tells of the price.

    What to do: add a row: the clause, what the bid says, what the contract says (with the figure), who
    approved.
    """
    deal = case.deal
    if deal.contract is None or lawful_tender(deal):
        return
    for each in departures(deal):
        if not on_record(each, deal.contract.review):
            yield Breach(
                each.path,
                Text(
                    "{w}合同为 {a}，报价为 {b}，差异表里没有经批准的记录",
                    "{w}: {a} in the contract, {b} in the offer, and no approved difference says so",
                ).fill(w=each.what, a=each.signed, b=each.offered),
                Text(
                    "请在“与投标文件差异”中写明合同的数字和批准人",
                    "Add a row to the differences, with the contract's figure and who approved it",
                ),
            )


@rule(
    "NEG004",
    Severity.ERROR,
    gap=True,
    zh="""
    差异表每条都有批准人。

    检查什么：“与投标文件差异”的每一条都填了批准人。
    为什么：没有人批准的差异就是没有发现的让步。
    依据：合同评审表的通行要求：条款、投标、合同、差异、批准。
    示例：“9.3 质保金”一条没有批准人。
    怎么办：请有权的人确认后填写。
    """,
)
def differences_approved(case: Case) -> Iterator[Breach]:
    """Each difference from the bid has its approver.

    What: every row of the differences says who approved it.
    Why: a difference that nobody approved is a concession that nobody noticed.
    Basis: common form of a contract review: clause, bid, contract, difference, approval.

    Example: the row “9.3 Retention” has no approver.

    What to do: have it confirmed by whoever may, and write the name.
    """
    review = case.deal.contract.review if case.deal.contract else None
    for index, row in enumerate(review.differences if review else ()):
        if not row.approved_by:
            yield Breach(
                (*_ROWS, index, "approved_by"),
                Text("差异“{c}”没有批准人", "nobody approved the difference in “{c}”").fill(c=row.clause),
                Text("请由有权的人确认后填写", "Have it confirmed by whoever may, and write the name"),
            )


_STOP = Text(
    "定标前不得就实质性内容谈判；已定标的请填中标通知书日期",
    "Nothing of substance may be negotiated before; if it is awarded, fill in the date of the award",
)


def _settled(case: Case) -> Iterator[Breach]:
    negotiation = case.deal.negotiation
    if negotiation is None:
        return
    if negotiation.agreed_price is not None:
        message = Text("还没有定标，就有谈定的总价", "a price is agreed before the award")
        yield Breach(("negotiation", "agreed_price"), message, _STOP)
    for index, issue in enumerate(negotiation.issues):
        if issue.status in (IssueStatus.AGREED, IssueStatus.CONDITIONAL):
            yield Breach(
                ("negotiation", "issues", index, "status"),
                Text("还没有定标，议题“{t}”已经谈成", "“{t}” is agreed before the award").fill(t=issue.topic),
                _STOP,
            )
