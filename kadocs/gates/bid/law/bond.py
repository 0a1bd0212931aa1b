"""The bid bond: how much, in what form, for how long, from which account, and its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Fault, Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.bid.law.ground import (
    GOVERNMENT_ALL,
    INVALID,
    breach,
    by_tender_law,
    fatal,
    parts,
    sealed,
    valid_until,
)
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount, day, listed
from kadocs.model.bid import Bid
from kadocs.model.bid.bond import BidBond, BondForm
from kadocs.model.tender.submission import BondDemand
from kadocs.tree.node import Path


@rule(
    "BID002",
    Severity.ERROR,
    effects=(Effect.INVALID,),
    certainty=Certainty.LAW,
    regimes=GOVERNMENT_ALL,
    zh="""
    政府采购的投标保证金以非现金形式提交。

    检查什么：政府采购项目，已交保证金的形式不是现金。
    为什么：未按要求提交保证金的，投标无效。
    依据：政府采购法实施条例第三十三条：以支票、汇票、本票或者金融机构、担保机构出具的保函等非现金形式提交。
    示例：保证金形式填“现金”。
    怎么办：改用支票、汇票、转账或保函。
    """,
)
def bond_not_in_cash(case: Case) -> Iterator[Breach]:
    """In government procurement the bid bond is not given in cash.

    What: the form of our bond is not Cash.
    Why: a bid without its bond as asked for is invalid.
    Basis: 政府采购法实施条例, art. 33: by cheque, draft, or a guarantee, and not in cash.

    Example: the form says Cash.

    What to do: give a cheque, a draft, a transfer or a guarantee instead.
    """
    _, bid = parts(case)
    if bid.bond is not None and bid.bond.form is BondForm.CASH:
        yield breach(
            ("bid", "bond", "form"),
            Text("政府采购的保证金不能交现金", "the bond of a government purchase may not be in cash"),
            Text("请改用支票、汇票、转账或保函", "Give a cheque, draft, transfer or guarantee"),
            INVALID,
        )


@rule(
    "BID003",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    投标保证金的有效期覆盖投标有效期。

    检查什么：“保证金有效期至”不早于投标截止日加有效期（要求的、承诺的投标有效期和要求的保证金有效期中
    最长的）。
    为什么：保函先到期，就等于没有按要求提交保证金。
    依据：招标投标法实施条例第二十六条：投标保证金有效期应当与投标有效期一致；其他采购按采购文件。
    示例：12 月 25 日截止、有效期 90 天，保函只到 2 月 28 日。
    怎么办：让出具人改开保函，有效期写到投标有效期届满之后。
    """,
)
def bond_lasts(case: Case) -> Iterator[Breach]:
    """The bid bond is valid for as long as the bid.

    What: it does not end before the deadline plus the longest of the validities asked for and offered.
    Why: with a guarantee that ends before, the bond is not given as asked.
    Basis: 招标投标法实施条例, art. 26: the bond is valid as long as the bid; elsewhere the tender.

    Example: bids close on 25 December for 90 days, and the guarantee ends on 28 February.

    What to do: have it issued anew, to last beyond the validity of the bid.
    """
    tender, bid = parts(case)
    until = bid.bond.valid_until if bid.bond else None
    days = max((tender.bond.validity_days if tender.bond else None) or 0, tender.validity_days or 0)
    needed = valid_until(tender.model_copy(update={"validity_days": days}), bid)
    if until is not None and needed is not None and until < needed:
        yield breach(
            ("bid", "bond", "valid_until"),
            Text("保证金有效期到 {a}，投标有效期到 {b}", "the bond ends on {a}, the validity on {b}").fill(
                a=day(until), b=day(needed)
            ),
            Text("请改开或延长保函", "Have the guarantee issued anew, or extended"),
            fatal(case.deal),
        )


@rule(
    "BID004",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    现金或支票形式的保证金从基本账户转出。

    检查什么：依法必招的项目，或招标文件有此要求的，以转账、支票、汇票、现金交的保证金，
    “由基本账户转出”为“是”。
    为什么：从一般账户汇出的保证金视为没有提交。
    依据：招标投标法实施条例第二十六条：以现金或者支票形式提交的投标保证金应当从其基本账户转出。
    示例：从项目部的一般账户转账。
    怎么办：退回后由基本账户重新汇出，或改用保函。
    """,
)
def bond_from_basic_account(case: Case) -> Iterator[Breach]:
    """A bond in money leaves our basic account.

    What: where tendering is compulsory, or the tender wants it, a bond by transfer, cheque, draft or in cash
    is marked as paid from the basic account.
    Why: money from another account counts as no bond.
    Basis: 招标投标法实施条例, art. 26: a bond in cash or by cheque is paid from the bidder's basic account.

    Example: it was paid from the account of a site office.

    What to do: have it sent back, pay it from the basic account, or give a guarantee.
    """
    tender, bid = parts(case)
    wanted = tender.bond.from_basic_account if tender.bond else None
    if bid.bond is None or bid.bond.form is None or not bid.bond.form.is_paid or wanted is False:
        return
    told = bid.bond.from_basic_account
    if (wanted or (tender.must_tender and by_tender_law(case.deal))) and (
        told is False or (told is None and bid.bond.paid_on is not None)
    ):
        yield breach(
            ("bid", "bond", "from_basic_account" if told is False else "form"),
            Text("保证金没有写明从基本账户转出", "nothing says that the bond left our basic account")
            if told is None
            else Text("保证金不是从基本账户转出的", "the bond did not leave our basic account"),
            Text("请从基本账户重新汇出，或改用保函", "Pay it from there, or give a guarantee"),
            fatal(case.deal),
        )


@rule(
    "BID006",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    投标保证金的金额、形式符合要求。

    检查什么：已交的保证金金额不低于招标要求，形式是招标文件允许的；要求保证金的招标，封标（递交）后有保证金
    记录和凭证。
    为什么：未按要求提交保证金的投标无效。
    依据：政府采购法实施条例第三十三条；87 号令第六十三条；评标委员会和评标方法暂行规定（12 号令）第二十五条。
    示例：要求 40 万元，实际交了 35 万元。
    怎么办：截止前补足；保函金额不符的换开保函。
    """,
)
def bond_enough(case: Case) -> Iterator[Breach]:
    """The bid bond is in amount and form what the tender asks for.

    What: our bond is not below the amount required, and in a form that is allowed; once the bid is sealed or
    handed in, a bond that is required is there, and its evidence.
    Why: a bid without the bond as asked for is void.
    Basis: 政府采购法实施条例, art. 33; 财政部令第87号, art. 63; 12号令, art. 25.

    Example: 400,000 are asked for, and 350,000 were paid.

    What to do: make it up before the deadline; have the guarantee issued anew.
    """
    tender, bid = parts(case)
    wanted = tender.bond
    if wanted is None or wanted.required is False:
        return
    for path, message, hint in (
        *(_missing(wanted, bid) if sealed(bid) else ()),
        *(_short_of(wanted, bid.bond) if bid.bond is not None else ()),
    ):
        yield breach(path, message, hint, fatal(case.deal))


@rule(
    "BID132",
    Severity.WARNING,
    effects=(Effect.WARNING, Effect.REJECTED, Effect.INVALID),
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


def _missing(wanted: BondDemand, bid: Bid) -> Iterator[tuple[Path, Text, Text]]:
    """That a bid is sealed without the bond that is required, or without its evidence."""
    if bid.bond is None and wanted.required:
        yield (
            ("bid", "submitted_at" if bid.submitted_at is not None else "status"),
            Text("封标（递交）的投标没有投标保证金", "the bid is sealed without the bond that is required"),
            Text("请填写投标保证金的金额、形式和凭证", "Give the bond's amount, form and evidence"),
        )
    elif bid.bond is not None and not bid.bond.evidence:
        yield (
            ("bid", "bond", "amount"),
            Text("封标（递交）的投标没有保证金凭证", "the bid is sealed without evidence of its bond"),
            Text("请附回单或保函扫描件", "Enclose the slip, or the scan of the guarantee"),
        )


def _short_of(wanted: BondDemand, bond: BidBond) -> Iterator[tuple[Path, Text, Text]]:
    """A bond that is less than what is asked for, or in another form."""
    if wanted.amount is not None and bond.amount is not None and above(wanted.amount, bond.amount):
        yield (
            ("bid", "bond", "amount"),
            Text("投标保证金 {a}，少于要求的 {b}", "the bond is {a}, {b} are required").fill(
                a=amount(bond.amount), b=amount(wanted.amount)
            ),
            Text("请在截止前补足", "Make it up before the deadline"),
        )
    if bond.form is not None and not _allowed(bond, wanted.forms):
        yield (
            ("bid", "bond", "form"),
            Text("保证金形式“{f}”不在允许之列：{l}", "a bond by {f} is not allowed, only: {l}").fill(
                f=bond.form.label, l=listed(wanted.forms)
            ),
            Text("请改用允许的形式", "Give it in a form that is allowed"),
        )


def _allowed(bond: BidBond, forms: tuple[str, ...]) -> bool:
    """Whether the bond's form is one of those that the tender names; if a name is unknown, nobody can say."""
    try:
        named = {BondForm.read(form) for form in forms}
    except Fault:
        return True
    return not named or bond.form in named
