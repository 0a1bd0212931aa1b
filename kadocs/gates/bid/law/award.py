"""After the deadline: the offer stands as it was handed in until the award, and is soon signed."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import BY_LAW, breach, by_law, fatal, parts
from kadocs.gates.procurement import awarded
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day
from kadocs.model.opportunity import Regime


@rule(
    "BID044",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=(*BY_LAW, Regime.GOV_NEGOTIATION),
    zh="""
    预计签约不晚于中标通知书后三十日。

    检查什么：有中标通知书日期、合同未签的，商机的预计签约日期不晚于通知书日期 + 30 天；
    已经逾期的由 NEG011 检查。
    为什么：三十日内双方都有义务按招标文件和投标文件订立合同；排到后面，保证金和中标资格都有风险。
    依据：招标投标法第四十六条；政府采购法第四十六条；87 号令第七十一条。
    示例：1 月 8 日中标通知书，预计签约写 2 月 28 日。
    怎么办：改早预计签约日期，提前走完合同评审和用印。
    """,
)
def signature_planned_in_time(case: Case) -> Iterator[Breach]:
    """The signature is planned within thirty days of the award.

    What: with a notice of award and no contract signed, the expected signature is not after the 30th day;
    what is overdue is NEG011.
    Why: both sides have to conclude the contract as tendered and bid by then; later, bond and award are at
    risk.
    Basis: 招标投标法, art. 46; 政府采购法, art. 46; 财政部令第87号, art. 71.

    Example: the award is dated 8 January, the signature expected on 28 February.

    What to do: plan it earlier, and have review and seals done before.
    """
    contract, opportunity = case.deal.contract, case.deal.opportunity
    if contract is None or contract.sign_by is None or contract.signed_on is not None:
        return
    planned = opportunity.expected_sign if opportunity else None
    if planned is not None and planned > contract.sign_by and by_law(case.deal):
        yield Breach(
            ("opportunity", "expected_sign"),
            Text("预计 {a} 签约，最迟应在 {b}", "the signature is expected on {a}; it is due by {b}").fill(
                a=day(planned), b=day(contract.sign_by)
            ),
            Text("请改早签约计划", "Plan it earlier"),
        )


@rule(
    "BID053",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    投标截止之后、定标之前，投标内容不再改动。

    检查什么：招标项目到中标通知书之前，报价日期不晚于投标截止日（投标文件日期由 BID114 检查）。
    定标前的谈判由 NEG001 检查，合同与投标的差异由 NEG002 检查。
    为什么：截止后投标人不得补充、修改、替代投标文件；定标前就价格、方案谈判的，投标可能被否决，中标也无效。
    依据：招标投标法第二十九条、第四十三条、第四十六条；招标投标法实施条例第五十七条；政府采购法第七十七条第（五）项。
    示例：12 月 25 日截止，报价日期写 12 月 28 日。
    怎么办：恢复递交时的版本；评标委员会要求的澄清只解释、不改实质内容，另存一份。
    """,
)
def unchanged_after_deadline(case: Case) -> Iterator[Breach]:
    """Between deadline and award nothing in the bid changes.

    What: in a tender, until the notice of award, the quotation is not dated after the deadline (the date on
    the bid is BID114). Talks before the award are NEG001, a contract that departs from the bid NEG002.
    Why: after the deadline no bid may be supplemented, changed or replaced; who negotiates its price or
    solution before the award may be rejected, and an award is void.
    Basis: 招标投标法, art. 29, 43 and 46; 招标投标法实施条例, art. 57; 政府采购法, art. 77 (5).

    Example: bids closed on 25 December, and the quotation is dated the 28th.

    What to do: go back to what was handed in; a clarification explains, and changes nothing of substance.
    """
    tender, _ = parts(case)
    dated = case.deal.quote.date if case.deal.quote else None
    if tender.deadline is None or dated is None or awarded(case.deal) or not by_law(case.deal):
        return
    closed = tender.deadline.date()
    if dated > closed:
        yield breach(
            ("quote", "date"),
            Text("投标 {a} 截止，报价日期是 {b}", "bids closed on {a}, and the quotation is dated {b}").fill(
                a=day(closed), b=day(dated)
            ),
            Text("请恢复递交时的版本；截止后不得改动", "Go back to what was handed in; nothing may change"),
            fatal(case.deal),
        )
