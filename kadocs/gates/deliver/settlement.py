"""结算: contract, changes, payments, retention; and what law and custom allow of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above, compare, unequal
from kadocs.gates.deliver.record import delivery
from kadocs.gates.procurement import GOVERNMENT
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount
from kadocs.model import sums
from kadocs.model.contract.parties import ContractType
from kadocs.model.opportunity import Regime
from kadocs.tree.node import Path

_SETTLEMENT: Path = ("delivery", "settlement")
_CHANGES: Path = ("delivery", "changes")
_MOST_SUPPLEMENT = Decimal("0.1")
_MOST_RETENTION = Decimal("0.03")


@rule(
    "DELV040",
    Severity.ERROR,
    needs_whole=(_CHANGES, ("contract", "prices")),
    zh="""
    结算的合同额和变更额与合同、变更汇总一致。

    检查什么：填写的结算合同额等于合同金额，结算变更额等于变更汇总各行之和。
    为什么：结算书三张表对不上，财务和审计都不认。
    依据：验收报告的规则：结算额 = 合同额 ± 变更。
    示例：变更汇总合计 186,000 元，结算变更额写 168,000 元。
    怎么办：改正，或留空由 kadocs 取数。
    """,
)
def settled_as_changed(case: Case) -> Iterator[Breach]:
    """The settlement's amounts are those of the contract and its changes.

    What: where it states them, its contract amount is the contract's, and its changes are the sum of the
    changes.
    Why: a settlement that does not agree with its own annexes neither accounting nor auditors accept.
    Basis: rule of acceptance reports: settlement = contract plus or minus changes.

    Example: the changes come to 186,000, and the settlement says 168,000.

    What to do: correct it, or leave it blank.
    """
    settlement, contract = delivery(case).settlement, case.deal.contract
    if settlement is None:
        return
    changes = sums.total(change.amount for change in delivery(case).changes)
    for field, told, found, what in (
        (
            "contract_amount",
            settlement.contract_amount,
            contract.amount if contract else None,
            Text("结算合同额", "the settlement's contract amount"),
        ),
        (
            "changes_amount",
            settlement.changes_amount,
            changes,
            Text("结算变更额", "the settlement's changes"),
        ),
    ):
        yield from compare((*_SETTLEMENT, field), told, found.rounded() if found else None, what)


@rule(
    "DELV041",
    Severity.ERROR,
    needs_whole=(_CHANGES, ("contract", "prices")),
    zh="""
    已付、本次应付与质保金之和不超过结算额。

    检查什么：结算余额 = 结算额 − 已付 − 本次应付 − 质保金，不为负。
    为什么：加起来超过结算额，不是重复计了款，就是漏了变更。
    依据：验收报告的规则：结算额 = 已付 + 本次应付 + 质保金 + 余额。
    示例：结算额 100 万元，已付 80 万、应付 20 万、质保金 3 万。
    怎么办：逐项核对；质保金要从本次应付中扣出。
    """,
)
def not_overpaid(case: Case) -> Iterator[Breach]:
    """What was paid, is due and is kept is not more than the settlement.

    What: the balance, settlement less paid, due now and retention, is not below zero.
    Why: if it is, a payment is counted twice, or a change is missing.
    Basis: rule of acceptance reports: settlement = paid + due now + retention + balance.

    Example: 1,000,000 are settled, 800,000 paid, 200,000 due, and 30,000 kept.

    What to do: go through them; the retention is taken from what is due.
    """
    settlement = delivery(case).settlement
    balance = settlement.balance if settlement else None
    if settlement is not None and settlement.total is not None and balance is not None and balance.amount < 0:
        yield Breach(
            (*_SETTLEMENT, "paid"),
            Text(
                "已付、本次应付、质保金之和比结算额 {t} 多 {d}",
                "paid, due and kept come to {d} more than the settlement, {t}",
            ).fill(t=amount(settlement.total), d=amount(-balance)),
            Text("请逐项核对", "Go through them one by one"),
        )


@rule(
    "DELV042",
    Severity.ERROR,
    certainty=Certainty.LAW,
    regimes=GOVERNMENT,
    needs_whole=(("contract", "supplements"), ("contract", "prices")),
    zh="""
    政府采购的补充合同不超过原合同的 10%。

    检查什么：政府采购项目，补充协议金额之和不超过合同金额的 10%。
    为什么：超过部分须另行采购，采购人不能付款。
    依据：政府采购法第四十九条。
    示例：合同 200 万元，补充协议合计 25 万元。
    怎么办：超出部分请采购人另行采购。
    """,
)
def supplements_within(case: Case) -> Iterator[Breach]:
    """In government procurement the supplements are at most 10 % of the contract.

    What: all supplements together come to at most 10 % of the contract's amount.
    Why: the rest must be procured anew, and may not be paid.
    Basis: 政府采购法, art. 49.

    Example: the contract is over 2,000,000, the supplements over 250,000.

    What to do: ask the buyer to procure the rest anew.
    """
    contract = case.deal.contract
    if contract is None or contract.amount is None or contract.supplemented is None:
        return
    most = contract.amount * _MOST_SUPPLEMENT
    if above(contract.supplemented, most):
        yield Breach(
            ("contract", "supplements"),
            Text(
                "补充协议合计 {s}，超过合同额的 10%（{m}）", "the supplements, {s}, are above 10%, {m}"
            ).fill(s=amount(contract.supplemented), m=amount(most.rounded())),
            Text("超出部分请采购人另行采购", "The rest must be procured anew"),
        )


@rule(
    "DELV043",
    Severity.WARNING,
    certainty=Certainty.LIKELY,
    needs_whole=(_CHANGES, ("contract", "prices")),
    zh="""
    工程质量保证金不超过结算额的 3%。

    检查什么：建设工程合同（或按标准施工招标文件招标的），结算质保金不超过结算额的 3%。
    为什么：多扣的部分可以要求退还。
    依据：建设工程质量保证金的通行规定：不高于工程价款结算总额的 3%（请核对现行文本）。
    示例：结算额 1,000 万元，质保金 50 万元。
    怎么办：与甲方核对，改为 3% 或换成保函。
    """,
)
def works_retention(case: Case) -> Iterator[Breach]:
    """The retention of works is at most 3 % of the settlement.

    What: of a works contract, or one tendered by the standard documents for construction, at most 3 % is
    kept.
    Why: what is kept beyond it may be claimed back.
    Basis: common rule for quality retentions of works: 3 % of the settlement (check the text in force).

    Example: 10,000,000 are settled, and 500,000 kept.

    What to do: take it up with the buyer: 3 %, or a guarantee instead.
    """
    regime = case.deal.opportunity.regime if case.deal.opportunity else None
    kind = case.deal.contract.type if case.deal.contract else None
    settlement = delivery(case).settlement
    if settlement is None or (kind is not ContractType.WORKS and regime is not Regime.NDRC_CONSTRUCTION):
        return
    if (
        settlement.total
        and settlement.retention
        and above(settlement.retention, settlement.total * _MOST_RETENTION)
    ):
        yield Breach(
            (*_SETTLEMENT, "retention"),
            Text("质保金 {r}，超过结算额 {t} 的 3%", "the retention {r} is above 3% of {t}").fill(
                r=amount(settlement.retention), t=amount(settlement.total)
            ),
            Text("请与甲方核对，改为 3% 以内或换保函", "Take it up with the buyer, or offer a guarantee"),
        )


@rule(
    "DELV044",
    Severity.WARNING,
    needs_whole=(_CHANGES, ("contract", "supplements")),
    zh="""
    变更都签了补充协议。

    检查什么：变更汇总之和与补充协议金额之和相等。
    为什么：只有变更单、没有补充协议的钱，结算时常常收不到。
    依据：合同变更以双方签订的补充协议为准（通行做法）。
    示例：变更合计 248,000 元，补充协议合计 186,000 元。
    怎么办：补签协议；金额为零的变更不影响。
    """,
)
def changes_signed(case: Case) -> Iterator[Breach]:
    """The changes are covered by supplements.

    What: the changes and the supplements come to the same.
    Why: money for which there is a change order and no supplement often never comes.
    Basis: common practice: a contract is changed by a supplement that both sides sign.

    Example: the changes come to 248,000, the supplements to 186,000.

    What to do: have the supplement signed; changes of no amount do not count.
    """
    changes = sums.total(each.amount for each in delivery(case).changes)
    signed = case.deal.contract.supplemented if case.deal.contract else None
    if changes is None:
        return
    covered = signed if signed is not None else changes * 0
    if unequal(changes, covered):
        yield Breach(
            _CHANGES,
            Text("变更合计 {c}，补充协议合计 {s}", "the changes come to {c}, the supplements to {s}").fill(
                c=amount(changes), s=amount(covered)
            ),
            Text("请补签或更正补充协议", "Have the supplement signed, or corrected"),
        )


@rule(
    "DELV045",
    Severity.ERROR,
    gap=True,
    zh="""
    变更都有批准。

    检查什么：变更汇总每一行都填了变更批准。
    为什么：没有批准的变更做了也白做。
    依据：验收报告的规则：变更编号、内容、金额、批准。
    示例：BG-02 没有批准人。
    怎么办：补办审批并填写批准人。
    """,
)
def changes_approved(case: Case) -> Iterator[Breach]:
    """Each change was approved.

    What: every change says who approved it.
    Why: work on a change that nobody approved is work for nothing.
    Basis: rule of acceptance reports: a change has its number, content, amount, approval.

    Example: nobody approved BG-02.

    What to do: have it approved, and write by whom.
    """
    for index, change in enumerate(delivery(case).changes):
        if not change.approved_by:
            yield Breach(
                (*_CHANGES, index, "approved_by"),
                Text("变更 {n} 没有批准", "nobody approved change {n}").fill(n=change.no),
                Text("请补办审批并填写批准人", "Have it approved, and write by whom"),
            )
