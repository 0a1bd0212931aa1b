"""From the award to the signature: thirty days, the performance bond, the order of the dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import percent
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import Dated, above, in_order
from kadocs.gates.procurement import government, lawful_tender
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount, day, listed
from kadocs.model import Deal
from kadocs.model.contract import Contract

_MOST_BOND = Decimal("0.1")


@rule(
    "NEG010",
    Severity.ERROR,
    zh="""
    合同的日期前后相接。

    检查什么：中标通知书 ≤ 签订 ≤ 生效 ≤ 期限届满，期限起不晚于止，补充协议不早于签订。
    为什么：日期错了，三十天签约、质保、违约金都算错。
    依据：合同订立和履行的先后次序。
    示例：签订 2027-01-15，生效 2026-01-15（年份没有改）。
    怎么办：改正写错的日期。
    """,
)
def contract_dates(case: Case) -> Iterator[Breach]:
    """The dates of the contract follow each other.

    What: award, signature, effect, end of the term, in this order; the term begins before it ends, and no
    supplement is older than the contract.
    Why: with a wrong date the thirty days, the warranty and the damages come out wrong.
    Basis: the course of a contract.

    Example: signed on 2027-01-15, in effect from 2026-01-15: last year's number was left.

    What to do: correct the date.
    """
    contract = case.deal.contract or Contract()
    award = Dated(("contract", "award_date"), Text("中标通知书", "the award"), contract.award_date)
    signed = Dated(("contract", "signed_on"), Text("合同签订", "the signature"), contract.signed_on)
    effect = Dated(("contract", "effective_on"), Text("合同生效", "the effect"), contract.effective_on)
    begin = Dated(
        ("contract", "period_from"), Text("合同期限起", "the term's beginning"), contract.period_from
    )
    end = Dated(("contract", "period_to"), Text("合同期限止", "the term's end"), contract.period_to)
    yield from in_order((award, signed, effect, end))
    yield from in_order((begin, end))
    for index, each in enumerate(contract.supplements):
        what = Text("补充协议 {n}", "supplement {n}").fill(n=each.no)
        yield from in_order(
            (signed, Dated(("contract", "supplements", index, "signed_on"), what, each.signed_on))
        )


@rule(
    "NEG011",
    Severity.WARNING,
    certainty=Certainty.LAW,
    zh="""
    中标通知书发出后三十日内签订合同。

    检查什么：依法招标或政府采购，合同签订日期不晚于中标通知书日期 + 30 天；还没有签的，
    今天（或 --as-of）没有超过。
    为什么：逾期不签，招标人和中标人都要承担责任，保证金可能不退。
    依据：招标投标法第四十六条；政府采购法第四十六条；87 号令第七十一条。
    示例：1 月 8 日中标通知书，2 月 10 日才签。
    怎么办：催促签约；因对方原因拖延的，书面催告并留存。
    """,
)
def signed_in_time(case: Case) -> Iterator[Breach]:
    """The contract is signed within thirty days of the award.

    What: of a tender by law, or in government procurement, it is signed at most 30 days after the notice; if
    it is not signed yet, they are not over today, or on --as-of.
    Why: afterwards either side is answerable, and the bond may be lost.
    Basis: 招标投标法, art. 46; 政府采购法, art. 46; 财政部令第87号, art. 71.

    Example: the award is dated 8 January, and the contract 10 February.

    What to do: press for the signature; where the other side delays, ask in writing and keep the letter.
    """
    contract = case.deal.contract
    if (
        contract is None
        or contract.sign_by is None
        or not (lawful_tender(case.deal) or government(case.deal))
    ):
        return
    if (contract.signed_on or case.today) > contract.sign_by:
        told = (
            Text("合同 {s} 签订，最迟应在 {d}", "signed on {s}; it was to be by {d}")
            if contract.signed_on
            else Text("合同最迟应在 {d} 签订，至今未签", "it was to be signed by {d}, and is not")
        )
        yield Breach(
            ("contract", "signed_on"),
            told.fill(s=day(contract.signed_on or case.today), d=day(contract.sign_by)),
            Text("请催促签约并留存书面记录", "Press for the signature, in writing"),
        )


@rule(
    "NEG012",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(("contract", "prices"),),
    zh="""
    履约保证金不超过合同金额的 10%。

    检查什么：依法招标或政府采购的合同，履约保证金比例不超过 10%，金额不超过合同金额的 10%。
    为什么：超出部分没有依据，白白占用资金和授信。
    依据：招标投标法实施条例第五十八条；政府采购法实施条例第四十八条。
    示例：合同写履约保证金 15%。
    怎么办：引用条文与对方协商，改到 10% 以内。
    """,
)
def bond_not_too_high(case: Case) -> Iterator[Breach]:
    """The performance bond is at most 10 % of the contract.

    What: of a tender by law, or in government procurement, its rate is at most 10 %, and its amount at most
    10 % of the contract's.
    Why: nothing supports the rest, and it ties up money and credit.
    Basis: 招标投标法实施条例, art. 58; 政府采购法实施条例, art. 48.

    Example: the contract asks for 15 %.

    What to do: show the article, and have it lowered to 10 %.
    """
    contract = case.deal.contract
    if contract is None or not (lawful_tender(case.deal) or government(case.deal)):
        return
    hint = Text("请引用条文，协商到 10% 以内", "Show the article, and have it lowered to 10%")
    if contract.bond_rate is not None and contract.bond_rate > _MOST_BOND:
        yield Breach(
            ("contract", "bond_rate"),
            Text("履约保证金比例 {r}，超过 10%", "the performance bond is {r}, above 10%").fill(
                r=percent(contract.bond_rate)
            ),
            hint,
        )
    elif (
        contract.amount and contract.stated_bond and above(contract.stated_bond, contract.amount * _MOST_BOND)
    ):
        yield Breach(
            ("contract", "bond_amount"),
            Text(
                "履约保证金 {a}，超过合同金额 {t} 的 10%", "the performance bond {a} is above 10% of {t}"
            ).fill(a=amount(contract.stated_bond), t=amount(contract.amount)),
            hint,
        )


@rule(
    "NEG013",
    Severity.WARNING,
    zh="""
    履约保证金的有效期覆盖合同期限。

    检查什么：履约保证金（保函）有效期不早于合同期限的最后一天。
    为什么：保函先到期，对方可以要求续开或兑付，付款也会被卡住。
    依据：履约担保的通行要求：有效期至合同履行完毕。
    示例：合同期限到 2027-12-31，保函到 2027-06-30。
    怎么办：续开或延期；约定分阶段释放的，把合同期限与保函条款写一致。
    """,
)
def bond_long_enough(case: Case) -> Iterator[Breach]:
    """The performance bond lasts as long as the contract.

    What: it does not end before the last day of the contract's term.
    Why: with the guarantee run out the other side may call it, or hold back payments.
    Basis: common terms of a performance bond: it lasts until the contract is performed.

    Example: the term ends on 2027-12-31, the guarantee on 2027-06-30.

    What to do: have it extended; where it is released in steps, let contract and guarantee say the same.
    """
    contract = case.deal.contract or Contract()
    until, end = contract.bond_valid_to, contract.period_to
    if until is not None and end is not None and until < end:
        yield Breach(
            ("contract", "bond_valid_to"),
            Text("履约保证金到 {a}，合同期限到 {b}", "the bond ends on {a}, the contract on {b}").fill(
                a=day(until), b=day(end)
            ),
            Text("请续开或延期", "Have it extended"),
        )


@rule(
    "NEG014",
    Severity.ERROR,
    zh="""
    合同双方的名称与客户、我方的全称一致。

    检查什么：合同甲方是客户全称、别名或招标单位；合同乙方是我方全称、签约主体或联合体（牵头人）。
    为什么：主体名称不符，开票、付款、诉讼都会出问题。
    依据：名称以营业执照和公章为准，全文一致。
    示例：客户全称“青岚市轨道交通集团有限公司”，合同甲方写“青岚轨道”。
    怎么办：改成全称；由其他单位签约的，把它加入客户别名或填入签约主体。
    """,
)
def parties_named(case: Case) -> Iterator[Breach]:
    """The parties of the contract are the customer and we, by their full names.

    What: the buyer is the account's name, an alias, or the tender's buyer; the seller is our legal name, the
    contracting entity, or the consortium or its leader.
    Why: with a wrong party neither invoice nor payment nor claim holds.
    Basis: the name on licence and seal, the same throughout.

    Example: the account is “Northmoor Chemicals Ltd”, the contract's buyer “Northmoor”.

    What to do: write the full name; where another entity signs, make it an alias, or the contracting entity.
    """
    contract = case.deal.contract or Contract()
    for field, party, name, known in (
        ("buyer", Text("合同甲方", "the buyer"), contract.buyer, _buyers(case.deal)),
        ("seller", Text("合同乙方", "the seller"), contract.seller, _sellers(case.deal)),
    ):
        if name and known and folded(name) not in map(folded, known):
            yield Breach(
                ("contract", field),
                Text("{p}“{a}”不是：{b}", "{p} “{a}” is none of: {b}").fill(p=party, a=name, b=listed(known)),
                Text(
                    "请写全称，或登记为别名、签约主体", "Write the full name, or register it as another one"
                ),
            )


def _buyers(deal: Deal) -> list[str]:
    """The names under which the customer may sign; none unless its own is known."""
    if deal.account is None or not deal.account.name:
        return []
    tender = [deal.tender.buyer] if deal.tender and deal.tender.buyer else []
    return list(dict.fromkeys([deal.account.name, *deal.account.aliases, *tender]))


def _sellers(deal: Deal) -> list[str]:
    """The names under which we may sign; none unless our own is known."""
    if deal.vendor is None or not deal.vendor.legal_name:
        return []
    entity = deal.opportunity.contracting_entity if deal.opportunity else None
    joint = (deal.bid.consortium_name, deal.bid.leader) if deal.bid else ()
    return list(dict.fromkeys(name for name in (deal.vendor.legal_name, entity, *joint) if name))
