"""What ends at the account, and so may be sold again: warranties, services, what others maintain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account import Account
from kadocs.model.choice import Choice
from kadocs.model.deal import Deal
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.portfolio.amounts import named
from kadocs.model.types import Day, String

_INTERNAL = Audience.INTERNAL


class EndingKind(Choice):
    """What it is that ends."""

    WARRANTY = "warranty", "我方质保", "Our warranty"
    CONTRACT = "contract", "我方合同", "Our contract"
    SYSTEM = "system", "在用系统维保", "Maintenance of a system"
    INCUMBENT = "incumbent", "现有服务合同", "Incumbent's contract"


class Ending(Noun):
    """Something that ends on a day: the chance to sell what follows it."""

    what: Annotated[
        String,
        Mark(
            "到期事项", "What ends", audience=_INTERNAL, help=Text("哪个项目或系统", "The project or system")
        ),
    ]
    kind: Annotated[
        EndingKind,
        Mark("到期类型", "Kind of ending", audience=_INTERNAL, help=Text("什么到期", "What it is that ends")),
    ]
    ends: Annotated[Day, Mark("到期日", "Ends on", audience=_INTERNAL, help=Text("哪天到期", "The last day"))]
    held_by: Annotated[
        String | None,
        Mark(
            "现由谁承担",
            "Held by",
            audience=_INTERNAL,
            help=Text("我方或现供应商", "We, or the supplier of today"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark("到期说明", "Notes on the ending", audience=_INTERNAL, help=Text("客户怎么说", "What is known")),
    ] = None


def endings(deals: Sequence[Deal], account: Account | None, year: int | None) -> tuple[Ending, ...]:
    """What ends, by day; of what ended before the plan's `year`, nothing, where there is one."""
    found = [*_ours(deals), *(_theirs(account) if account else ())]
    return tuple(
        sorted((each for each in found if each.ends.year >= (year or date.min.year)), key=lambda e: e.ends)
    )


def _ours(deals: Iterable[Deal]) -> Iterator[Ending]:
    for deal in deals:
        ours = deal.vendor.short_name or deal.vendor.legal_name if deal.vendor else None
        if deal.delivery and deal.delivery.warranty_to:
            yield _ending(named(deal), EndingKind.WARRANTY, deal.delivery.warranty_to, ours)
        elif deal.contract and deal.contract.signed_on and deal.contract.period_to:
            yield _ending(named(deal), EndingKind.CONTRACT, deal.contract.period_to, ours)


def _theirs(account: Account) -> Iterator[Ending]:
    for system in account.systems:
        if system.contract_end:
            note = system.satisfaction or system.note
            yield _ending(system.name, EndingKind.SYSTEM, system.contract_end, system.supplier, note)
    if account.incumbent_until and account.incumbent_until not in {s.contract_end for s in account.systems}:
        yield _ending(
            "、".join(account.incumbents) or "–", EndingKind.INCUMBENT, account.incumbent_until, None
        )


def _ending(what: str, kind: EndingKind, ends: date, held_by: str | None, note: str | None = None) -> Ending:
    return Ending.model_construct(what=what, kind=kind, ends=ends, held_by=held_by, note=note)
