"""What must not stand in a document: worked out once for a deal and those who read the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kadocs.audit.facts import Facts, facts
from kadocs.audit.folding import bare
from kadocs.audit.held import Held
from kadocs.audit.spoken import Spoken, significant, step_of
from kadocs.findings import Text
from kadocs.model import Audience, Deal
from kadocs.model.portfolio import Portfolio

_LEAST = Decimal(1_000)
_LARGE = 10
"""What part of a deal's price is so large that its very size tells it."""

_SHORTEST = {Audience.PARTNER: 12, Audience.INTERNAL: 12, Audience.SECRET: 8}
"""How many Chinese characters (or three times as many letters) a sentence must have to be nobody else's."""

_SHORTEST_PERSONAL = 7
_SENTENCES = re.compile(r"[\n。；;！!？?]|\.\s")
_LISTED = re.compile(r"\s*[、，,；;/\n]\s*")
_OWN_NAME = re.compile(r"[A-Za-z0-9].{2}")


class Secret(NamedTuple):
    """What a hidden value is called, its field, and who may see it at least."""

    title: Text
    path: str
    audience: Audience


class Figures:
    """Numbers by size, so that one that was rounded is found too; those that are seen anyway are no secret.

    One that is not `large` must have several digits that say something: many things cost 60,000.
    """

    def __init__(
        self,
        hidden: Iterable[tuple[Decimal, Secret]],
        seen: Iterable[Decimal],
        large: Decimal = Decimal("Infinity"),
    ) -> None:
        self._secrets = dict(hidden)
        self._hidden = sorted(self._secrets)
        self._seen = sorted({abs(number) for number in seen})
        self._large = large

    def found(self, spoken: Spoken) -> Secret | None:
        """The secret that an amount tells, if any: the same number, or one that it is rounded from."""
        half = spoken.step / 2
        near = self._hidden[
            bisect_left(self._hidden, spoken.value - half) : bisect_right(self._hidden, spoken.value + half)
        ]
        if not near or not self._tells(spoken, near[0]) or self.seen(spoken):
            return None
        return self._secrets[spoken.value if spoken.value in self._secrets else near[0]]

    def seen(self, spoken: Spoken) -> bool:
        """Whether the amount is one that the audience sees anyway, as it is or rounded."""
        half = spoken.step / 2
        at = bisect_left(self._seen, spoken.value - half)
        return at < len(self._seen) and self._seen[at] <= spoken.value + half

    def _tells(self, spoken: Spoken, secret: Decimal) -> bool:
        """Whether nobody would write this number by chance."""
        digits = significant(spoken.value, min(spoken.step, step_of(spoken.value)))
        if secret != spoken.value:
            return digits >= (4 if spoken.sure or spoken.share else 6)
        if spoken.share:
            return digits >= 4
        return digits >= (3 if spoken.sure else 5) or spoken.value >= self._large


@dataclass(frozen=True, slots=True)
class Watch:
    """What `audience` may not read. Texts are kept as `bare` gives them.

    `rivals` and `strangers` are names of competitors and of other customers; `allowed` ones hide what is
    part of them. `spoken` are the texts that the audience sees anyway, `seen` all of them in one. `own` names
    (the vendor's) may stand in a document's properties; `facts` are what it must agree on with the deal.
    """

    audience: Audience
    draft: bool = False
    amounts: Figures = field(default_factory=lambda: Figures((), ()))
    shares: Figures = field(default_factory=lambda: Figures((), ()))
    texts: dict[str, Secret] = field(default_factory=dict)
    rivals: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    seen: str = ""
    own: tuple[str, ...] = ()
    facts: Facts = field(default_factory=Facts)

    @property
    def outside(self) -> bool:
        """Whether the readers are not our own people."""
        return self.audience <= Audience.PARTNER


def watch(
    deal: Deal | Portfolio,
    values: Iterable[Held],
    audience: Audience,
    *,
    draft: bool = False,
    personal: Collection[str] = (),
    others: Iterable[str] = (),
    titles: Iterable[str] = (),
) -> Watch:
    """What `audience` may not read of a deal whose `values` are these.

    `personal` are the dotted names of personal data that it sees unmasked, `others` the names of other
    customers, `titles` those of what it is given, which our own people may write down too.
    """
    values = list(values)
    seen = [each for each in values if each.audience <= audience]
    hidden = [each for each in values if each.audience > audience]
    spoken = {each.bare for each in seen if each.bare}
    masked = [each for each in seen if each.personal and each.path not in personal]
    spoken -= {each.bare for each in masked}
    spoken |= {bare(each) for each in titles}
    numbers = [each.value for each in seen if isinstance(each.value, Decimal)]
    outside = audience <= Audience.PARTNER
    return Watch(
        audience,
        draft,
        Figures(_amounts(hidden), numbers, _large(deal)),
        Figures(_shares(hidden), numbers),
        dict(_texts(hidden, spoken)) | (dict(_personal(masked, spoken)) if outside else {}),
        rivals=tuple(_rivals(deal)) if audience <= Audience.CUSTOMER else (),
        strangers=tuple(each for each in others if bare(each) not in spoken) if outside else (),
        allowed=tuple(_own_names(deal)),
        spoken=frozenset(spoken),
        seen="\n".join(sorted(spoken)),
        own=tuple(_names_of_vendor(deal)),
        facts=facts(seen) if outside else Facts(),
    )


def _large(deal: Deal | Portfolio) -> Decimal:
    """From which size on even a round amount can only be one of this deal's."""
    if isinstance(deal, Portfolio) or not deal.quote:
        return Decimal("Infinity")
    try:
        return deal.quote.total.amount / _LARGE or Decimal("Infinity")
    except (ArithmeticError, ValueError):
        return Decimal("Infinity")


def _amounts(hidden: Iterable[Held]) -> Iterator[tuple[Decimal, Secret]]:
    for each in hidden:
        if isinstance(each.value, Decimal) and abs(each.value) >= _LEAST:
            yield abs(each.value), Secret(each.title, each.path, each.audience)


def _shares(hidden: Iterable[Held]) -> Iterator[tuple[Decimal, Secret]]:
    for each in hidden:
        if isinstance(each.value, Decimal) and 0 < abs(each.value) < 1:
            yield abs(each.value), Secret(each.title, each.path, each.audience)


def _texts(hidden: Iterable[Held], spoken: Collection[str]) -> Iterator[tuple[str, Secret]]:
    for each in hidden:
        if (
            not isinstance(each.value, str)
            or each.bare in spoken
            or _length(each.bare) < _SHORTEST[each.audience]
        ):
            continue
        for sentence in _SENTENCES.split(each.value):
            if _length(text := bare(sentence)) >= _SHORTEST[each.audience] and text not in spoken:
                yield text, Secret(each.title, each.path, each.audience)


def _personal(masked: Iterable[Held], spoken: Collection[str]) -> Iterator[tuple[str, Secret]]:
    for each in masked:
        if len(each.bare) >= _SHORTEST_PERSONAL and each.bare not in spoken:
            yield each.bare, Secret(each.title, each.path, Audience.INTERNAL)


def _length(text: str) -> float:
    """How many Chinese characters a text is worth."""
    letters = len(text.encode("ascii", errors="ignore"))
    return len(text) - letters * 2 / 3


def _rivals(deal: Deal | Portfolio) -> Iterator[str]:
    for deal_ in deal.deals if isinstance(deal, Portfolio) else (deal,):
        for rival in deal_.competitors:
            yield from (rival.name, *rival.aliases)
            # 综合监控平台 is what anybody may call a product; a name of its own has letters or digits.
            yield from (each for each in _LISTED.split(rival.products or "") if _OWN_NAME.search(each))


def _own_names(deal: Deal | Portfolio) -> Iterator[str]:
    account = deal.account
    names = [account.name, account.short_name, *account.aliases] if account else []
    yield from _names_of_vendor(deal)
    yield from (name for name in names if name)


def _names_of_vendor(deal: Deal | Portfolio) -> Iterator[str]:
    vendor = deal.vendor
    names = [vendor.legal_name, vendor.short_name] if vendor else []
    yield from (name for name in names if name)
