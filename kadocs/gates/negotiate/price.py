"""The price from the quotation to the contract: approved, the same throughout, adding up."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import compare, spelled, unequal, whole
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount
from kadocs.model.contract import Contract
from kadocs.model.quote import QuoteStatus
from kadocs.tree.node import Path

_AGREED: Path = ("negotiation", "agreed_price")
_PRICES: Path = ("contract", "prices")
_PAYMENT: Path = ("contract", "payment")


@rule(
    "NEG035",
    Severity.ERROR,
    zh="""
    谈判和签约的价格来自已批准的报价。

    检查什么：有报价清单时，填了谈定总价或合同金额，“报价状态”就应为“已批准”。
    为什么：没有批准的价格拿去谈、写进合同，成本和权限都没有人把过关。
    依据：价格纪律：文件只印已批准版本报价的价格（建议书见 PROP025）。
    示例：报价还是“待批”，谈定总价已经填了。
    怎么办：先批准报价，再谈价签约。
    """,
)
def price_approved(case: Case) -> Iterator[Breach]:
    """What is agreed or signed comes from an approved quotation.

    What: where there are price items, an agreed price or a contract's amount goes with a quotation whose
    status is Approved.
    Why: nobody looked at cost and authority of a price that was never approved.
    Basis: price discipline: documents show a price only from an approved quotation (for proposals see
    PROP025).

    Example: the quotation is in review, and an agreed price is written down.

    What to do: have the quotation approved first.
    """
    deal, quote = case.deal, case.deal.quote
    if quote is None or not quote.items or quote.status is QuoteStatus.APPROVED:
        return
    paths: list[Path] = [_AGREED] if deal.negotiation and deal.negotiation.agreed_price is not None else []
    if deal.contract is not None and deal.contract.amount is not None:
        paths.append(("contract", "amount"))
    for path in paths:
        yield Breach(
            path,
            Text("报价状态为“{s}”，价格还没有批准", "the quotation is “{s}”: its price is not approved").fill(
                s=quote.status.label if quote.status else Text("未注明", "not given")
            ),
            Text("请先批准报价", "Have the quotation approved first"),
        )


@rule(
    "NEG040",
    Severity.ERROR,
    needs_whole=(("quote", "items"),),
    zh="""
    首次报价就是报价单的总价。

    检查什么：填写的谈判首次报价（含税、不含税）与报价的含税总价、不含税总价相等；不填时取自报价。
    为什么：折扣和毛利都从首次报价算起，起点错了全错。
    依据：价格纪律：谈判的起点是已批准的报价。
    示例：报价总价 20,968,900 元，首次报价写 21,000,000 元。
    怎么办：改成报价总价，或留空。
    """,
)
def opens_as_quoted(case: Case) -> Iterator[Breach]:
    """The opening price is the quotation's total.

    What: where the opening price, with or without tax, is written, it is the quotation's; blank, it is taken
    from there.
    Why: discounts and margins count from it.
    Basis: price discipline: talks open with the approved quotation.

    Example: the quotation comes to 20,968,900, and the opening price says 21,000,000.

    What to do: write the quotation's total, or leave it blank.
    """
    negotiation, quote = case.deal.negotiation, case.deal.quote
    if negotiation is None or quote is None or not quote.items:
        return
    for field, quoted in (("opening_price", quote.total), ("opening_net", quote.subtotal)):
        opening = getattr(negotiation, field)
        if unequal(opening, quoted):
            yield Breach(
                ("negotiation", field),
                Text("首次报价 {a}，报价总价 {b}", "it opens with {a}, the quotation is {b}").fill(
                    a=amount(opening), b=amount(quoted)
                ),
                Text("请改成报价总价，或留空", "Write the quotation's total, or leave it blank"),
            )


@rule(
    "NEG041",
    Severity.ERROR,
    needs_whole=(_PRICES,),
    zh="""
    合同金额就是谈定总价。

    检查什么：谈定总价与合同金额（含税）相等。
    为什么：谈的一个数、签的一个数，差额没有人负责。
    依据：合同按谈成的条款签订；变更另签补充协议。
    示例：谈定 4,948,900，合同 4,984,900（两位数写颠倒）。
    怎么办：核对后改正其中一个。
    """,
)
def signed_as_agreed(case: Case) -> Iterator[Breach]:
    """The contract's amount is the agreed price.

    What: the agreed price and the amount of the contract, with tax, are the same.
    Why: nobody answers for the difference between what was agreed and what was signed.
    Basis: a contract holds what was agreed; changes are supplements.

    Example: 4,948,900 were agreed, and the contract says 4,984,900: two digits changed places.

    What to do: check both, and correct one.
    """
    agreed = case.deal.negotiation.agreed_price if case.deal.negotiation else None
    signed = case.deal.contract.amount if case.deal.contract else None
    if agreed is not None and signed is not None and unequal(agreed, signed):
        yield Breach(
            _AGREED,
            Text("谈定总价 {a}，合同金额 {b}", "{a} were agreed, the contract is over {b}").fill(
                a=amount(agreed), b=amount(signed)
            ),
            Text("请核对后改正其中一个", "Check both, and correct one"),
        )


@rule(
    "NEG042",
    Severity.ERROR,
    needs_whole=(_PRICES,),
    zh="""
    合同填写的金额与算出的一致。

    检查什么：填写的合同金额等于价款组成之和，不含税金额等于按税率算出的，履约保证金等于合同金额 × 比例。
    为什么：合同里的数互相对不上，评审退回，签了就是争议。
    依据：合同价款组成之和等于合同总价；税额按各部分税率分别计算（增值税法第七条、第十二条）。
    示例：价款组成之和 20,968,900 元，合同金额写 20,986,900 元。
    怎么办：改正其中一个；可以算出的数可以不填。
    """,
)
def contract_sums(case: Case) -> Iterator[Breach]:
    """What the contract states is what it comes to.

    What: a stated amount is the sum of its parts, a stated net amount follows from the rates, and a stated
    bond is amount × rate.
    Why: figures that do not agree come back from the review, or become a dispute.
    Basis: the parts add up to the price; tax is worked out for each rate (增值税法, art. 7 and 12).

    Example: the parts come to 20,968,900, and the amount says 20,986,900.

    What to do: correct one of them; what can be worked out may stay blank.
    """
    contract = case.deal.contract or Contract()
    for field, told, found, what in (
        ("amount", contract.stated_amount, contract.amount, Text("合同金额", "the contract's amount")),
        ("net_amount", contract.stated_net, contract.net_amount, Text("合同不含税金额", "the net amount")),
        (
            "bond_amount",
            contract.stated_bond,
            contract.bond_amount,
            Text("履约保证金", "the bond"),
        ),
    ):
        yield from compare(("contract", field), told, found, what)


@rule(
    "NEG043",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(_PRICES,),
    zh="""
    合同金额大写与小写一致。

    检查什么：填写的合同金额大写读得懂，并与合同金额相等；外币合同则与英文大写一致。
    为什么：大小写不一致，付款和诉讼都可能按大写认定。
    依据：支付结算办法对大写的写法要求；大写与小写不一致的以大写为准（评标委员会和评标方法暂行规定第十九条）。
    示例：合同金额 20,968,900.00，大写“贰仟零玖拾陆万捌仟元整”。
    怎么办：照提示改，或留空由 kadocs 写出。
    """,
)
def contract_in_words(case: Case) -> Iterator[Breach]:
    """The contract's amount in words is its amount.

    What: a stated amount in words can be read and equals the amount: 大写 for CNY, else English words.
    Why: where they differ the words may hold, for payment and in court.
    Basis: China, payment and settlement rules for the characters; 12号令, art. 19: the words hold.

    Example: the amount is 20,968,900.00, and the words say 贰仟零玖拾陆万捌仟元整.

    What to do: write what the message says, or leave it out: kadocs writes the words itself.
    """
    contract = case.deal.contract or Contract()
    total = contract.amount.rounded() if contract.amount else None
    yield from spelled(("contract", "amount_cn"), contract.stated_capitals, total)


@rule(
    "NEG044",
    Severity.ERROR,
    needs_whole=(_PAYMENT,),
    zh="""
    合同付款比例合计为 100%。

    检查什么：合同付款各节点的比例之和等于 100%。
    为什么：不足或超过 100% 的付款条款无法执行。
    依据：各期付款之和等于合同总价。
    示例：预付 20%、到货 40%、初验 20%、终验 17%，漏了 3% 质保金。
    怎么办：补上漏掉的节点，或改正比例。
    """,
)
def contract_shares(case: Case) -> Iterator[Breach]:
    """The contract's payment shares add up to 100 %.

    What: the shares of all its payments together are 100 %.
    Why: terms that pay less or more than the price cannot be carried out.
    Basis: the payments add up to the price.

    Example: 20 %, 40 %, 20 % and 17 %: the 3 % retention is missing.

    What to do: add the payment that is missing, or correct a share.
    """
    shares = [each.share for each in (case.deal.contract or Contract()).payment]
    yield from whole(_PAYMENT, shares, Text("合同付款比例", "the contract's payment shares"))


@rule(
    "NEG045",
    Severity.ERROR,
    needs_whole=(_PRICES, _PAYMENT),
    zh="""
    合同付款金额等于合同金额 × 付款比例。

    检查什么：填写了金额的付款节点，金额等于合同金额 × 比例；最后一笔承担尾差，各笔之和等于合同金额。
    为什么：付款金额与比例对不上，财务不知道按哪个收。
    依据：各期付款之和等于合同总价。
    示例：合同金额 1,000,000.00、预付 30%，金额却填 350,000.00。
    怎么办：改正金额或比例；金额也可以不填。
    """,
)
def contract_payments(case: Case) -> Iterator[Breach]:
    """A contract's payment is its share of the amount.

    What: where a payment states its amount, it is the contract's amount × its share; the last one takes the
    rounding.
    Why: accounting does not know which of the two to ask for.
    Basis: the payments add up to the price.

    Example: the amount is 1,000,000.00, the advance 30 %, and its sum 350,000.00.

    What to do: correct the sum or the share; the sum may also be left out.
    """
    contract = case.deal.contract or Contract()
    for index, (payment, due) in enumerate(zip(contract.payment, contract.instalments, strict=True)):
        what = Text("“{n}”的付款金额", "the payment “{n}”").fill(n=payment.node.label)
        yield from compare((*_PAYMENT, index, "amount"), payment.stated_amount, due.amount, what)
