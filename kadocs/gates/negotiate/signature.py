"""Whether the contract is signed."""

from __future__ import annotations

from kadocs.gates.rule import Case


def signed(case: Case) -> bool:
    """Whether the contract was signed by now, or sealed already; a day still to come is a plan."""
    contract = case.deal.contract
    if contract is None or contract.signed_on is None:
        return False
    return contract.signed_on <= case.today or bool(contract.review and contract.review.seals)
