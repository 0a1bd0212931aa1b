"""What the record of a delivery says, where the deal may hold none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.gates.rule import Case
from kadocs.model.delivery import Delivery
from kadocs.model.delivery.acceptance import Acceptance, AcceptanceType, Conclusion


def delivery(case: Case) -> Delivery:
    """The delivery of the deal, or an empty one."""
    return case.deal.delivery or Delivery()


def held(case: Case, kind: AcceptanceType) -> Acceptance | None:
    """The last acceptance of the kind that has a day."""
    found = [each for each in delivery(case).acceptances if each.type is kind and each.date is not None]
    return found[-1] if found else None


def day_of(case: Case, kind: AcceptanceType) -> date | None:
    """The day of the last acceptance of the kind."""
    found = held(case, kind)
    return found.date if found else None


def passed(case: Case) -> Iterator[tuple[int, Acceptance]]:
    """Each acceptance that passed without conditions, with its place in the list."""
    for index, each in enumerate(delivery(case).acceptances):
        if each.conclusion is Conclusion.PASSED:
            yield index, each


def belongs(variant: AcceptanceType | None, kind: AcceptanceType) -> bool:
    """Whether a row that names `variant` is part of the acceptance; one that names none, of the final one."""
    return (variant or AcceptanceType.FINAL) is kind
