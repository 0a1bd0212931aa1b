"""合同数与实交数: what was contracted, what arrived, what was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import grouped
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.tree.node import Path

_DELIVERABLES: Path = ("delivery", "deliverables")
_ARRIVALS: Path = ("delivery", "arrivals")


@rule(
    "DELV010",
    Severity.ERROR,
    zh="""
    实交数等于合同数，不等的有差异说明。

    检查什么：交付物清单里实交数与应交数不同的行，填了差异说明。
    为什么：少交一件，验收和付款都会卡住；多交一件，就是白送。
    依据：验收报告的规则：合同数 = 实交数，否则说明差异。
    示例：防火墙应交 28 台，实交 27 台，说明空白。
    怎么办：补交，或写明原因和依据（如变更单号）。
    """,
)
def delivered_as_contracted(case: Case) -> Iterator[Breach]:
    """As many are handed over as contracted, or the difference is explained.

    What: where the quantity of a deliverable is not that of the contract, a note says why.
    Why: one too few holds up acceptance and payment, one too many is a gift.
    Basis: rule of acceptance reports: contracted = delivered, else an explanation.

    Example: 28 firewalls were contracted, 27 handed over, and nothing is said about it.

    What to do: deliver it, or write why, and on what ground (such as a change order).
    """
    for index, each in enumerate(delivery(case).deliverables):
        if each.contract_quantity is None or each.quantity is None or each.note:
            continue
        if each.quantity != each.contract_quantity:
            yield Breach(
                (*_DELIVERABLES, index, "quantity"),
                Text("“{n}”应交 {a}，实交 {b}，没有差异说明", "“{n}”: {a} contracted, {b} handed over").fill(
                    n=each.name, a=grouped(each.contract_quantity), b=grouped(each.quantity)
                ),
                Text("请补交，或写明差异原因", "Deliver it, or explain the difference in the note"),
            )


@rule(
    "DELV011",
    Severity.ERROR,
    needs_whole=(_ARRIVALS,),
    zh="""
    到货数不超过合同数。

    检查什么：同一名称、型号的各批到货数之和不大于到货合同数。
    为什么：多到的货没有合同依据，收不到钱，也可能是数字写错。
    依据：到货验收按合同清单清点。
    示例：合同 52 台，两批到货共 54 台。
    怎么办：核对装箱单；确有增加的先走变更。
    """,
)
def no_more_than_contracted(case: Case) -> Iterator[Breach]:
    """No more arrives than was contracted.

    What: what arrived of an item and model, all lots together, is not more than the contract's quantity.
    Why: nobody pays for the rest; or a figure is wrong.
    Basis: arrivals are counted by the list of the contract.

    Example: 52 were contracted, and two lots bring 54.

    What to do: look at the packing lists; where there is more to deliver, have the change approved first.
    """
    so_far: dict[tuple[str, str], Decimal] = {}
    for index, each in enumerate(delivery(case).arrivals):
        if each.quantity is None:
            continue
        key = folded(each.item), folded(each.model or "")
        so_far[key] = so_far.get(key, Decimal(0)) + each.quantity
        if each.contract_quantity is not None and so_far[key] > each.contract_quantity:
            yield Breach(
                (*_ARRIVALS, index, "quantity"),
                Text("“{n}”到货 {b}，合同只有 {a}", "{b} of “{n}” arrived, {a} are contracted").fill(
                    n=each.item, a=grouped(each.contract_quantity), b=grouped(so_far[key])
                ),
                Text("请核对装箱单，或先办变更", "Look at the packing lists, or have the change approved"),
            )
