"""保障中小企业款项支付条例: how soon a small or medium-sized seller is to be paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates.procurement import currency
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.model import Deal
from kadocs.model.account.identity import Ownership
from kadocs.model.contract import Contract
from kadocs.model.vendor import EnterpriseSize

_SINCE = date(2025, 6, 1)
_LONGEST = 60
_SMALL = (EnterpriseSize.MEDIUM, EnterpriseSize.SMALL, EnterpriseSize.MICRO)
_PUBLIC = (Ownership.GOVERNMENT, Ownership.INSTITUTION)
_THIRD = r"(?:第三方|业主|上级|财政|总包|总承包|最终用户|建设单位)"
_WHEN_PAID = re.compile(
    rf"背靠背|收到[^，。；]{{0,12}}(?:资金|拨款|来款|{_THIRD}[^，。；]{{0,6}}款)"
    rf"|(?:资金|拨款|{_THIRD}[^，。；]{{0,6}}款)[^，。；]{{0,4}}(?:到位|到账|拨付|下达)"
    r"|pay[- ](?:when|if)[- ]paid|back[- ]to[- ]back"
    r"|(?:receipt|receiv\w+)[^.;]{0,40}(?:from (?:the )?(?:owner|end user|employer|third party)|funds?\b)"
    r"|(?:release|availability) of (?:the )?funds?\b",
    re.IGNORECASE,
)


@rule(
    "NEG050",
    Severity.ERROR,
    certainty=Certainty.LAW,
    since=_SINCE,
    zh="""
    机关、事业单位对中小企业的付款期限不超过 60 日。

    检查什么：我方是中、小、微型企业，客户是党政机关或事业单位，人民币合同各期付款期限不超过 60 天。
    为什么：没有约定应在 30 日内支付，约定最长也不得超过 60 日；更长的约定违法，可以拒绝。
    依据：保障中小企业款项支付条例第九条（2025-06-01 起施行）。
    示例：合同写“到货验收后 90 日内支付”。
    怎么办：引用条文，改为 30 日，最长 60 日。
    """,
)
def public_buyer_pays_soon(case: Case) -> Iterator[Breach]:
    """Public bodies pay small and medium-sized sellers within 60 days.

    What: we are medium, small or micro, the customer is a government body or public institution, and no
    payment of a contract in yuan is due later than 60 days.
    Why: without terms it is 30 days, and no terms may go beyond 60: more is against the law.
    Basis: 保障中小企业款项支付条例, art. 9, in force from 2025-06-01.

    Example: the contract pays “within 90 days of acceptance”.

    What to do: show the article, and have it changed to 30 days, or 60 at most.
    """
    if _protected(case.deal) and _ownership(case.deal) in _PUBLIC:
        yield from _late(case, Text("请改为 30 日，最长 60 日", "Have it changed to 30 days, or 60 at most"))


@rule(
    "NEG051",
    Severity.WARNING,
    certainty=Certainty.LAW,
    since=_SINCE,
    zh="""
    大型企业对中小企业的付款期限一般为 60 日。

    检查什么：我方是中、小、微型企业，客户是企业，人民币合同各期付款期限不超过 60 天。
    为什么：大型企业应自交付之日起 60 日内支付；另有约定的也须合乎行业规范和交易习惯。
    依据：保障中小企业款项支付条例第九条（2025-06-01 起施行）。
    示例：合同写“验收后 180 日内支付”，客户是大型企业。
    怎么办：客户是大型企业的，协商改到 60 日以内；不是大型企业的不受此限。
    """,
)
def large_buyer_pays_soon(case: Case) -> Iterator[Breach]:
    """Large enterprises mostly pay small and medium-sized sellers within 60 days.

    What: we are medium, small or micro, the customer is an enterprise, and no payment of a contract in yuan
    is due later than 60 days.
    Why: a large enterprise is to pay within 60 days of delivery; other terms must be customary in the trade.
    Basis: 保障中小企业款项支付条例, art. 9, in force from 2025-06-01.

    Example: the contract pays “within 180 days of acceptance”, and the customer is large.

    What to do: where it is large, have it brought within 60 days; others are not bound by this.
    """
    ownership = _ownership(case.deal)
    if _protected(case.deal) and ownership is not None and ownership not in _PUBLIC:
        hint = Text(
            "客户是大型企业的，请协商改到 60 日以内",
            "If the customer is large, ask for 60 days at most",
        )
        yield from _late(case, hint)


@rule(
    "NEG052",
    Severity.ERROR,
    certainty=Certainty.LAW,
    since=_SINCE,
    zh="""
    付款不以第三方付款为条件。

    检查什么：我方是中、小、微型企业，
    人民币合同各期的付款条件里没有“收到业主款后”“资金到位后”“背靠背”之类的约定。
    为什么：这样的条件把别人的回款风险转给我方，而且约定无效。
    依据：保障中小企业款项支付条例第九条：不得约定以收到第三方付款作为支付条件或按第三方付款进度比例支付。
    示例：“甲方收到更新改造专项资金后 30 日内支付”。
    怎么办：删去条件，改为验收和单据齐全后若干日。
    """,
)
def never_when_paid(case: Case) -> Iterator[Breach]:
    """No payment depends on a third party's.

    What: we are medium, small or micro, and no payment of a contract in yuan is due “on receipt of funds from
    the owner”, “back to back”, and the like.
    Why: it hands us the risk of another's payment, and does not stand.
    Basis: 保障中小企业款项支付条例, art. 9: no payment on condition, or in proportion, of a third party's.

    Example: “within 30 days of receipt of the funds for the programme”.

    What to do: strike the condition; let it be days after acceptance and documents.
    """
    contract = case.deal.contract or Contract()
    for index, each in enumerate(contract.payment if _protected(case.deal) else ()):
        if each.trigger and (found := _WHEN_PAID.search(each.trigger)):
            yield Breach(
                ("contract", "payment", index, "trigger"),
                Text(
                    "“{n}”以第三方付款或资金到位为条件：{t}", "“{n}” depends on another's payment: {t}"
                ).fill(n=each.node.label, t=found[0]),
                Text("请删去这一条件，改为单据齐全后若干日", "Strike it; let it be days after the documents"),
            )


def _protected(deal: Deal) -> bool:
    """Whether we are a seller whom the regulation protects."""
    return deal.vendor is not None and deal.vendor.sme_type in _SMALL and currency(deal) == "CNY"


def _ownership(deal: Deal) -> Ownership | None:
    return deal.account.ownership if deal.account else None


def _late(case: Case, hint: Text) -> Iterator[Breach]:
    for index, each in enumerate((case.deal.contract or Contract()).payment):
        if each.days is not None and each.days > _LONGEST:
            yield Breach(
                ("contract", "payment", index, "days"),
                Text("“{n}”的付款期限 {d} 天，超过 60 天", "“{n}” is due within {d} days, more than 60").fill(
                    n=each.node.label, d=each.days
                ),
                hint,
            )
