"""The bid bond that we gave."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import Amount, Day, DayCount, Flag, Scans, String


class BondForm(Choice):
    """In what form a bid bond is given."""

    TRANSFER = "transfer", "转账", "Bank transfer", "电汇", "银行转账", "网银"
    CHEQUE = "cheque", "支票", "Cheque", "转账支票"
    DRAFT = "draft", "汇票", "Bank draft", "银行汇票"
    GUARANTEE = "guarantee", "银行保函", "Bank guarantee", "保函", "投标保函"
    SURETY = "surety", "担保保函", "Surety bond", "担保公司保函"
    INSURANCE = "insurance", "保证保险", "Insurance", "投标保证保险", "保险"
    ELECTRONIC = "electronic", "电子保函", "Electronic guarantee"
    CASH = "cash", "现金", "Cash"

    @property
    def is_paid(self) -> bool:
        """Whether money leaves our account, so that it matters which account that is."""
        return self in (BondForm.TRANSFER, BondForm.CHEQUE, BondForm.DRAFT, BondForm.CASH)


class BidBond(Noun):
    """The bond given with this bid; what the tender asks for stands in `tender.bond`."""

    amount: Annotated[
        Amount | None,
        Mark(
            "已交保证金金额",
            "Bond given",
            names=("保证金额",),
            help=Text("不少于招标要求", "Not below what is asked"),
        ),
    ] = None
    form: Annotated[
        BondForm | None,
        Mark(
            "保证金形式",
            "Bond form",
            names=("保证金递交形式",),
            help=Text("须是招标文件允许的形式", "One that is allowed"),
        ),
    ] = None
    number: Annotated[
        String | None,
        Mark(
            "保函编号",
            "Bond number",
            names=("保函号",),
            help=Text("保函或保单编号；转账填回单号", "Of the guarantee or slip"),
        ),
    ] = None
    issuer: Annotated[
        String | None,
        Mark(
            "保函出具人",
            "Bond issuer",
            names=("担保人",),
            help=Text("银行、担保或保险公司全称", "The bank or insurer, in full"),
        ),
    ] = None
    valid_until: Annotated[
        Day | None,
        Mark(
            "保证金有效期至",
            "Bond valid until",
            help=Text("不早于投标有效期届满日", "Not before the bid's validity ends"),
        ),
    ] = None
    call_days: Annotated[
        DayCount | None,
        Mark(
            "保函付款期限",
            "Payment on demand",
            unit=DAYS,
            help=Text("担保人收到通知后几日内付款", "Days in which it pays"),
        ),
    ] = None
    paid_on: Annotated[
        Day | None,
        Mark(
            "保证金递交日",
            "Bond given on",
            help=Text("到账日或保函递交日", "When the money or guarantee arrived"),
        ),
    ] = None
    from_basic_account: Annotated[
        Flag | None,
        Mark(
            "由基本账户转出",
            "Paid from basic account",
            help=Text("转账、支票须填；核对付款回单", "As the bank's slip shows"),
        ),
    ] = None
    evidence: Annotated[
        Scans | None,
        Mark("保证金凭证", "Proof of the bond", help=Text("回单或保函扫描件的路径", "The path of the scan")),
    ] = None
    refunded_on: Annotated[
        Day | None,
        Mark(
            "保证金退还日",
            "Bond refunded on",
            audience=Audience.INTERNAL,
            help=Text("实际到账日", "When it came back"),
        ),
    ] = None
