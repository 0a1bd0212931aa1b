"""The price as an offer: tax, validity, the customer's limits, approval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.findings import Fault, Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount, day
from kadocs.model.opportunity import Stage
from kadocs.model.quote import Quote, QuoteStatus
from kadocs.tree.node import Path

_ITEMS: Path = ("quote", "items")
# 增值税法 (in force from 2026-01-01), articles 10 and 11.
_LEGAL_RATES = tuple(Decimal(rate) for rate in ("0.13", "0.09", "0.06", "0", "0.03"))


@rule(
    "PROP020",
    Severity.WARNING,
    certainty=Certainty.LAW,
    zh="""
    每行报价都有税率。

    检查什么：每行报价自己有税率，或报价有默认税率。
    为什么：没有税率就按 0 计税，不含税价和税额都会印错。
    依据：增值税法第七条：增值税额应当按规定在交易凭证上单独列明。
    示例：清单没有“税率”列，报价也没有默认税率。
    怎么办：填报价的默认税率，例外的行单独填。
    """,
)
def taxed(case: Case) -> Iterator[Breach]:
    """Every line has a tax rate.

    What: each line has its own tax rate, or the quotation has a default one.
    Why: without a rate no tax is worked out, and net price and tax are printed wrong.
    Basis: 增值税法, art. 7: the tax is shown on its own.

    Example: the list has no column for the tax rate, and the quotation no default.

    What to do: give the quotation its default rate, and exceptions on their lines.
    """
    quote = case.deal.quote
    items = quote.items if quote else ()
    without = [(index, item) for index, item in enumerate(items) if item.tax_rate is None]
    if without and len(without) == len(items):
        yield Breach(("quote", "tax_rate"), Text("报价没有税率", "the quotation has no tax rate"), _GIVE_RATE)
        return
    for index, item in without:
        message = Text("“{n}”没有税率", "“{n}” has no tax rate").fill(n=item.name)
        yield Breach((*_ITEMS, index, "tax_rate"), message, _GIVE_RATE)


@rule(
    "PROP021",
    Severity.WARNING,
    certainty=Certainty.LAW,
    since=date(2026, 1, 1),
    zh="""
    税率是法定的增值税税率或征收率。

    检查什么：人民币报价的税率是 13%、9%、6%、0 或征收率 3%。
    为什么：税率写错，发票开不出来，含税价就要重谈。
    依据：增值税法第十条（13%、9%、6%、零税率）、第十一条（征收率 3%）。
    示例：软件开发服务写成 16%。
    怎么办：货物、修理一般 13%，建筑、运输 9%，服务、软件开发 6%；拿不准请问财务。
    """,
)
def legal_tax_rates(case: Case) -> Iterator[Breach]:
    """The tax rate is one that the law knows.

    What: in a quotation in CNY the rates are 13 %, 9 %, 6 %, 0, or 3 % for simplified taxation.
    Why: with a wrong rate no invoice can be written, and the price must be agreed again.
    Basis: 增值税法, art. 10 (13 %, 9 %, 6 %, zero) and art. 11 (3 %).

    Example: a service is quoted at 16 %.

    What to do: goods and repair are mostly 13 %, building and transport 9 %, services 6 %; ask accounting.
    """
    quote = case.deal.quote
    if quote is None or quote.currency != "CNY":
        return
    default, asked = quote.tax_rate, "、".join(percent(rate) for rate in _LEGAL_RATES)
    hint = Text("应为 {r}", "It should be one of {r}").fill(r=Text(asked, asked.replace("、", ", ")))
    if default is not None and default not in _LEGAL_RATES:
        yield Breach(("quote", "tax_rate"), _NO_RATE.fill(r=percent(default)), hint)
    for index, item in enumerate(quote.items):
        if item.tax_rate is not None and item.tax_rate not in (default, *_LEGAL_RATES):
            yield Breach((*_ITEMS, index, "tax_rate"), _NO_RATE.fill(r=percent(item.tax_rate)), hint)


@rule(
    "PROP022",
    Severity.ERROR,
    zh="""
    报价还在有效期内。

    检查什么：报价日期 + 有效期天数不早于今天（或 --as-of 给出的日期）；已经签约实施的不查。
    为什么：过期的报价对我方没有约束，客户拿到也不能用。
    依据：建议书的通行要求——有效期不早于发出之日。
    示例：报价日期 2026-03-01、有效期 30 天，5 月仍在发出。
    怎么办：重新核价后改报价日期，或延长有效期。
    """,
)
def still_valid(case: Case) -> Iterator[Breach]:
    """The offer still holds.

    What: the date of the quotation plus its validity is not before today (or the date of --as-of), unless the
    deal is won and carried out.
    Why: an expired price binds nobody, and the customer cannot use it.
    Basis: the common rule of proposals that the validity reaches beyond the day of sending.

    Example: quoted on 2026-03-01 for 30 days, and still sent in May.

    What to do: check the price again and date it anew, or extend the validity.
    """
    until = case.deal.quote.valid_until if case.deal.quote else None
    if until is not None and until < case.today and not stages.from_on(case, Stage.DELIVER):
        yield Breach(
            ("quote", "validity_days"),
            Text("报价有效期到 {d} 为止，已经过期", "the offer ended on {d}").fill(d=day(until)),
            Text("请更新报价日期，或延长有效期", "Date the quotation anew, or extend its validity"),
        )


@rule(
    "PROP023",
    Severity.ERROR,
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    总价不超过最高限价。

    检查什么：报价总价不高于“最高限价”（限价注明不含税时比不含税价）。
    为什么：高于最高投标限价的报价会被否决。
    依据：招标投标法实施条例第五十一条；87 号令第六十三条。
    示例：最高限价 3,500 万元，总价 3,512 万元。
    怎么办：调整配置或价格，或向客户核实限价。
    """,
)
def below_ceiling(case: Case) -> Iterator[Breach]:
    """The price is not above the ceiling.

    What: the total is at most the price ceiling (the net total, where the ceiling is without tax).
    Why: an offer above the ceiling is rejected.
    Basis: 招标投标法实施条例, art. 51; 财政部令第87号, art. 63.

    Example: the ceiling is 35.00 million, the total 35.12 million.

    What to do: change scope or price, or ask the customer about the ceiling.
    """
    yield from _above(case, "ceiling", Text("最高限价", "the ceiling"))


@rule(
    "PROP024",
    Severity.WARNING,
    certainty=Certainty.LAW,
    needs_whole=(_ITEMS,),
    zh="""
    总价不超过项目预算。

    检查什么：报价总价不高于“项目预算”。
    为什么：超出预算客户要重新立项；政府采购超过预算的报价无效。
    依据：87 号令第六十三条；企业采购按其预算管理办法。
    示例：预算 3,500 万元，总价 3,680 万元。
    怎么办：分期、减项或先与客户谈预算，再发建议书。
    """,
)
def within_budget(case: Case) -> Iterator[Breach]:
    """The price is within the customer's budget.

    What: the total is at most the budget of the project.
    Why: above it the customer must ask for money again; in government procurement the offer is void.
    Basis: 财政部令第87号, art. 63; elsewhere the customer's own rules.

    Example: the budget is 35.0 million, the total 36.8 million.

    What to do: split the project, leave something out, or talk about the budget first.
    """
    yield from _above(case, "budget", Text("项目预算", "the budget"))


@rule(
    "PROP025",
    Severity.WARNING,
    zh="""
    报价已经批准。

    检查什么：有报价清单时，“报价状态”为“已批准”。
    为什么：对外文件里的价格只能来自批准过的版本，未批先报会越权让价。
    依据：价格纪律：超权限的折扣须有审批记录。
    示例：报价状态为“待批”。
    怎么办：走完审批后改为“已批准”；只给内部看可以不理会。
    """,
)
def approved(case: Case) -> Iterator[Breach]:
    """The quotation is approved.

    What: where there are price items, the status of the quotation is Approved.
    Why: only an approved price may leave the house; otherwise discounts are given beyond authority.
    Basis: price discipline: a discount beyond one's authority needs a record of approval.

    Example: the status is “In review”.

    What to do: set it to Approved once it is; for readers in the house it does not matter.
    """
    quote = case.deal.quote
    if quote is None or not quote.items or quote.status is QuoteStatus.APPROVED:
        return
    now = quote.status.label if quote.status else Text("未注明", "not given")
    yield Breach(
        ("quote", "status"),
        Text("报价状态为“{s}”", "the status of the quotation is “{s}”").fill(s=now),
        Text(
            "批准后请把“报价状态”填为“已批准”；表里没有这一项就加上",
            "Once it is approved, set “Quotation status” to “Approved”; add it where it is not there",
        ),
    )


_GIVE_RATE = Text("请填税率，例如 13%", "Write the rate, for example 13%")
_NO_RATE = Text("{r} 不是现行增值税税率", "{r} is not a rate of Chinese value-added tax")


def _above(case: Case, field: str, what: Text) -> Iterator[Breach]:
    quote, opportunity = case.deal.quote, case.deal.opportunity
    limit: Money | None = getattr(opportunity, field, None)
    if quote is None or limit is None:
        return
    price = _comparable(quote, limit)
    try:
        above = price > limit
    except Fault as fault:
        yield Breach(("opportunity", field), fault.message, fault.hint)
        return
    if above:
        yield Breach(
            ("opportunity", field),
            Text("总价 {p} 高于{w} {l}", "the total {p} is above {w}, {l}").fill(
                p=amount(price), w=what, l=amount(Money(limit.amount, quote.currency))
            ),
            Text("请调整报价，或核实{w}", "Change the price, or check {w}").fill(w=what),
        )


def _comparable(quote: Quote, limit: Money) -> Money:
    price: Money = quote.subtotal if limit.tax == "exclusive" else quote.total
    return price
