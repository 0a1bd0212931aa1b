"""Arithmetic: figures that the deal states, beside those that kadocs works out."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import compare, spelled, whole
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.model.quote import Quote
from kadocs.tree.node import Path

_ITEMS: Path = ("quote", "items")
_PAYMENT: Path = ("quote", "payment")


@rule(
    "PROP010",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    每行的合价等于数量 × 单价。

    检查什么：报价清单里填了合价的行，合价等于 数量 × 单价 ×（1 − 优惠比例），四舍五入到分。
    为什么：文件里印的是算出来的合价；表里的数若不同，说明其中一个是旧的。
    依据：单价与总价不一致时以单价为准（评标委员会和评标方法暂行规定第十九条）。
    示例：数量 2、单价 1,500.00，合价却是 2,900.00。
    怎么办：改正数量、单价、优惠比例或合价；合价也可以不填。
    """,
)
def line_amounts(case: Case) -> Iterator[Breach]:
    """A line's amount is quantity × unit price.

    What: where a line states its amount, it is quantity × unit price × (1 − discount), to the cent.
    Why: the document prints the computed amount; if the table says another, one of them is old.
    Basis: where unit price and total disagree the unit price holds (China, bid evaluation, art. 19).

    Example: quantity 2, unit price 1,500.00, amount 2,900.00.

    What to do: correct quantity, price, discount or amount; the amount may also be left out.
    """
    for index, item in enumerate(_quote(case).items):
        yield from compare(
            (*_ITEMS, index, "amount"), item.stated_amount, item.amount, _LINE.fill(n=item.name)
        )


@rule(
    "PROP011",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    报价合计等于各行之和。

    检查什么：填写的不含税总价、税额合计、含税总价与按清单逐行算出的一致（每行四舍五入到分）。
    为什么：总价是客户看的第一个数；与分项对不上，报价就不可信。
    依据：总价金额与单价汇总不一致的，以单价金额计算结果为准（评标委员会和评标方法暂行规定第十九条）。
    示例：各行之和为 3,480,000.00，总价却填 3,500,000.00。
    怎么办：核对清单和总价；有优惠请写进“优惠比例”或单独一行，不要直接改总价。
    """,
)
def totals(case: Case) -> Iterator[Breach]:
    """The totals are the sums of the lines.

    What: a stated net total, tax or total equals what the lines come to, each rounded to the cent.
    Why: the total is the first figure that the customer looks at; if it is not the sum, nothing is believed.
    Basis: where the total and the sum of the lines disagree the lines hold (China, bid evaluation, art. 19).

    Example: the lines add up to 3,480,000.00 and the total says 3,500,000.00.

    What to do: check lines and total; put a rebate into “Discount” or a line of its own, not into the total.
    """
    quote = _quote(case)
    stated = (
        ("subtotal", quote.stated_subtotal, quote.subtotal, Text("不含税总价", "the net total")),
        ("tax", quote.stated_tax, quote.tax, Text("税额合计", "the total tax")),
        ("total", quote.stated_total, quote.total, Text("含税总价", "the total")),
    )
    for key, told, worked_out, what in stated:
        yield from compare(("quote", key), told, worked_out, what)


@rule(
    "PROP012",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    大写金额与总价一致。

    检查什么：填写的大写金额读得懂，并与含税总价相等；外币报价则与英文大写一致。
    为什么：大写与小写不一致时以大写为准，写错一个字就可能按错价成交。
    依据：评标委员会和评标方法暂行规定第十九条；支付结算办法对大写的写法要求。
    示例：总价 1,409.50，大写却是“壹仟肆佰零玖元整”。
    怎么办：照提示改，或留空，由 kadocs 写出大写。
    """,
)
def total_in_words(case: Case) -> Iterator[Breach]:
    """The total in words is the total.

    What: a stated total in words can be read and equals the total: 大写 for CNY, else English words.
    Why: where words and figures disagree the words hold, so one wrong character may sell at a wrong price.
    Basis: China, rules for bid evaluation, art. 19; payment and settlement rules for the characters.

    Example: the total is 1,409.50 and the words say 壹仟肆佰零玖元整.

    What to do: write what the message says, or leave it out: kadocs writes the words itself.
    """
    quote = _quote(case)
    if quote.stated_capitals is not None:
        yield from spelled(("quote", "total_cn"), quote.stated_capitals, quote.total)


@rule(
    "PROP013",
    Severity.ERROR,
    needs_whole=(_ITEMS, _PAYMENT),
    zh="""
    付款金额等于总价 × 付款比例。

    检查什么：填写了金额的付款节点，金额等于含税总价 × 比例；最后一笔承担尾差，各笔之和等于总价。
    为什么：付款表和报价总价一起出现，对不上就要返工。
    依据：各期付款之和等于合同总价。
    示例：总价 1,000,000.00、预付 30%，金额却填 350,000.00。
    怎么办：改正金额或比例；金额也可以不填。
    """,
)
def payment_amounts(case: Case) -> Iterator[Breach]:
    """A payment's amount is its share of the total.

    What: where a payment states its amount, it is total × share; the last one takes the rounding.
    Why: the payment table stands beside the total, and a difference means another round.
    Basis: the payments add up to the price.

    Example: the total is 1,000,000.00, the advance 30 %, and its amount 350,000.00.

    What to do: correct the amount or the share; the amount may also be left out.
    """
    quote = _quote(case)
    for index, (payment, due) in enumerate(zip(quote.payment, quote.instalments, strict=True)):
        what = Text("“{n}”的付款金额", "the payment “{n}”").fill(n=payment.node.label)
        yield from compare((*_PAYMENT, index, "amount"), payment.stated_amount, due.amount, what)


@rule(
    "PROP014",
    Severity.ERROR,
    needs_whole=(_PAYMENT,),
    zh="""
    付款比例合计为 100%。

    检查什么：付款计划各节点的比例之和等于 100%。
    为什么：不足或超过 100% 的付款计划无法执行，客户财务一看就退回。
    依据：各期付款之和等于合同总价。
    示例：预付 30%、到货 40%、终验 25%，少了 5% 质保金。
    怎么办：补上漏掉的节点，或改正比例。
    """,
)
def payment_shares(case: Case) -> Iterator[Breach]:
    """The payment shares add up to 100 %.

    What: the shares of all payments together are 100 %.
    Why: a plan that pays less or more than the price cannot be carried out.
    Basis: the payments add up to the price.

    Example: 30 % in advance, 40 % on arrival, 25 % on acceptance: the 5 % retention is missing.

    What to do: add the payment that is missing, or correct a share.
    """
    yield from whole(
        _PAYMENT, [payment.share for payment in _quote(case).payment], Text("付款比例", "the payment shares")
    )


_LINE = Text("“{n}”的合价", "the amount of “{n}”")


def _quote(case: Case) -> Quote:
    return case.deal.quote or Quote()
