"""The six stages of a sale in their order, for rules that hold from one stage on or up to another."""

from __future__ import annotations

from kadocs.gates.rule import Case
from kadocs.model import Deal
from kadocs.model.opportunity import ProcurementMethod, Stage

ORDER = (Stage.DEVELOP, Stage.QUALIFY, Stage.PROPOSE, Stage.BID, Stage.NEGOTIATE, Stage.DELIVER)
"""The stages through which a sale goes, first to last."""

_TENDERED = (ProcurementMethod.OPEN, ProcurementMethod.INVITED)


def position(stage: Stage | None) -> int | None:
    """Where the stage stands in the sale, from 0; a deal that is won is carried out.

    None for a deal without a stage, and for one that is lost or dropped: no stage asks anything of it.
    """
    if stage is Stage.WON:
        return ORDER.index(Stage.DELIVER)
    return ORDER.index(stage) if stage in ORDER else None


def current(deal: Deal) -> Stage | None:
    """The stage that the deal says it is in, if it says one."""
    return deal.opportunity.stage if deal.opportunity else None


def from_on(case: Case, stage: Stage) -> bool:
    """Whether the deal says that it has come to `stage`, or further."""
    here = position(current(case.deal))
    return here is not None and here >= ORDER.index(stage)


def at_most(case: Case, stage: Stage) -> bool:
    """Whether the deal is under way and not beyond `stage`; one that says no stage counts as early."""
    here = current(case.deal)
    return here is None or (here in ORDER and ORDER.index(here) <= ORDER.index(stage))


def tendered(deal: Deal) -> bool:
    """Whether the customer buys by tender (投标), and not by negotiation (议标).

    As the deal says (是否投标), else by its procurement method, else by whether it holds a tender.
    """
    opportunity = deal.opportunity
    if opportunity and opportunity.needs_tender is not None:
        return opportunity.needs_tender
    if opportunity and opportunity.procurement_method is not None:
        return opportunity.procurement_method in _TENDERED
    return deal.tender is not None
