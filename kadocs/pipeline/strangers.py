"""The customers whom a document for another one does not name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kadocs import sources
from kadocs.model import Deal
from kadocs.model.portfolio import Portfolio


@dataclass
class Strangers:
    """Other customers: those of the deals below `folder`, and those `listed` by name.

    The folder is looked into once for all the documents of a run, and only when somebody asks.
    """

    folder: Path | None = None
    listed: tuple[str, ...] = ()

    def names(self, deal: Deal | Portfolio, more: Iterable[Collection[str]] = ()) -> tuple[str, ...]:
        """The names of all customers but the deal's own, `more` of them (each by its names) included."""
        own = set(own_names(deal))
        known = [*self._accounts, *((each,) for each in self.listed), *more]
        return tuple(dict.fromkeys(name for names in known if own.isdisjoint(names) for name in names))

    @cached_property
    def _accounts(self) -> tuple[tuple[str, ...], ...]:
        return sources.accounts(self.folder) if self.folder is not None else ()


def own_names(deal: Deal | Portfolio) -> tuple[str, ...]:
    """The names of the deal's customer, and of whoever buys for it."""
    account = deal.account
    names = [account.name, account.short_name, account.parent, *account.aliases] if account else []
    if isinstance(deal, Deal) and deal.tender is not None:
        names += [deal.tender.buyer, deal.tender.agency]
    return tuple(name for name in names if name)
