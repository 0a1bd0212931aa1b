"""One account and one list of people out of several deals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kadocs.figures.text import folded
from kadocs.model.account import Account
from kadocs.model.account.plan import AccountPlan
from kadocs.model.contacts import Contact
from kadocs.model.deal import Deal
from kadocs.model.noun import Noun

Part = TypeVar("Part", bound=Noun)

_LISTED = ("goals", "actions", "visits", "upsells")


def account(deals: Sequence[Deal]) -> Account | None:
    """The account of the newest deal, with what it leaves blank from the older ones.

    Of plans for one year the lists are joined. `deals` begin with the newest.
    """
    found = [deal.account for deal in deals if deal.account]
    if not found:
        return None
    whole = _joined(found)
    return whole.model_copy(update={"plan": _plan(found)})


def _plan(accounts: Iterable[Account]) -> AccountPlan | None:
    plans = [each.plan for each in accounts if each.plan]
    if not plans:
        return None
    alike = [plan for plan in plans if plan.year == plans[0].year]
    lists = {name: _each_once(row for plan in alike for row in getattr(plan, name)) for name in _LISTED}
    return _joined(alike).model_copy(update=lists)


def _each_once(rows: Iterable[Noun]) -> tuple[Noun, ...]:
    found: list[Noun] = []
    for row in rows:
        if row not in found:
            found.append(row)
    return tuple(found)


def contacts(deals: Iterable[Deal]) -> tuple[Contact, ...]:
    """Everyone at the account, each once, as the newest deal knows them."""
    people: dict[str, list[Contact]] = {}
    for deal in deals:
        for contact in deal.contacts:
            people.setdefault(folded(contact.name), []).append(contact)
    return tuple(_joined(known) for known in people.values())


def _joined(parts: Sequence[Part]) -> Part:
    """The first of them, with what it leaves blank from the others in their order."""
    whole: dict[str, object] = {}
    for name in type(parts[0]).model_fields:
        whole[name] = next((value for part in parts if _says(value := getattr(part, name))), None)
    return parts[0].model_copy(update={name: value for name, value in whole.items() if value is not None})


def _says(value: object) -> bool:
    return value is not None and value != ()
