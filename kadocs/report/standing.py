"""Where deals stand: a line each, and what they come to by stage and currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from kadocs.figures import numbers
from kadocs.figures.money import Money
from kadocs.findings import Place, Text
from kadocs.gates import stages
from kadocs.gates.deadlines import Deadline
from kadocs.model.choice import Choice
from kadocs.model.opportunity import Stage

_CERTAIN = {Stage.WON: 100, Stage.DELIVER: 100, Stage.LOST: 0, Stage.DROPPED: 0}
"""What is known of a deal's chance where it says none."""

_ORDER = (*stages.ORDER, Stage.WON, Stage.LOST, Stage.DROPPED)


@dataclass(frozen=True, slots=True)
class Standing:
    """One deal: whose it is, where it stands, and what comes next.

    `missing` is what the `node` of its stage still takes; `amount` has its currency, and `amount_of` is the
    field that says it. Of a deal with `errors` only what could be read is there.
    """

    deal: str
    place: Place
    errors: int = 0
    project: str = ""
    account: str = ""
    owner: str = ""
    stage: Stage | None = None
    buyer_step: Choice | None = None
    node: Text | None = None
    missing: tuple[Text, ...] = ()
    deadline: Deadline | None = None
    days: int = 0
    amount: Money | None = None
    amount_of: str = ""
    probability: int | None = None

    @property
    def chance(self) -> int | None:
        """The probability in per cent: as the deal says, else what its stage makes certain."""
        certain = _CERTAIN.get(self.stage) if self.stage else None
        return certain if self.probability is None else self.probability

    @property
    def weighted(self) -> Decimal | None:
        """The amount times its chance, half up to the cent; None where one of them is not known."""
        if self.amount is None or self.chance is None:
            return None
        return numbers.half_up(self.amount.amount * self.chance / 100)


@dataclass(frozen=True, slots=True)
class Total:
    """What the deals of one stage come to in one currency ("" for those without an amount).

    `unweighted` is how many of them have an amount and no probability: they are not in `weighted`.
    """

    stage: Stage | None
    currency: str
    count: int
    amount: Decimal
    weighted: Decimal
    unweighted: int


def ordered(standings: Iterable[Standing]) -> list[Standing]:
    """By owner, then by the next deadline; deals without one, and those with errors, after the others."""
    return sorted(
        standings,
        key=lambda each: (
            not each.owner,
            each.owner,
            each.errors > 0,
            each.deadline.day if each.deadline else date.max,
        ),
    )


def totals(standings: Iterable[Standing]) -> list[Total]:
    """What the deals come to by stage and currency, in the order of the stages; those with errors aside."""
    sound = sorted((each for each in standings if not each.errors), key=_rank)
    return [
        _total(list(same), stage, currency)
        for (stage, currency), same in groupby(sound, key=lambda each: (each.stage, _currency(each)))
    ]


def open_totals(found: Iterable[Total]) -> Iterator[Total]:
    """What the deals that are neither won, lost nor dropped come to, by currency."""
    going = sorted(
        (each for each in found if each.stage is None or each.stage in stages.ORDER),
        key=lambda each: each.currency,
    )
    for currency, same in groupby(going, key=lambda each: each.currency):
        parts = list(same)
        yield Total(
            None,
            currency,
            sum(each.count for each in parts),
            sum((each.amount for each in parts), Decimal(0)),
            sum((each.weighted for each in parts), Decimal(0)),
            sum(each.unweighted for each in parts),
        )


def _rank(each: Standing) -> tuple[int, str]:
    return (_ORDER.index(each.stage) if each.stage else -1), _currency(each)


def _currency(each: Standing) -> str:
    return each.amount.currency if each.amount else ""


def _total(same: list[Standing], stage: Stage | None, currency: str) -> Total:
    amounts = [each.amount.amount for each in same if each.amount]
    weighted = [each.weighted for each in same if each.weighted is not None]
    return Total(
        stage,
        currency,
        len(same),
        sum(amounts, Decimal(0)),
        sum(weighted, Decimal(0)),
        len(amounts) - len(weighted),
    )
