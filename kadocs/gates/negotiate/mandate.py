"""Who may give how much, after the table of authority, and who stands for the price that was agreed."""

from __future__ import annotations

from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.findings import Text
from kadocs.gates.arithmetic import above, comparable, same
from kadocs.gates.wording import listed
from kadocs.model import Deal
from kadocs.model.approval.sign_off import Opinion
from kadocs.model.negotiation import Negotiation
from kadocs.model.negotiation.concession import Authority


def giver(negotiation: Negotiation, name: str | None) -> Authority | None:
    """The authority of the post that is called so, if the table has it."""
    return next((each for each in negotiation.authority if same(each.role, name)), None)


def beyond(price: Money, opening: Money, most: Decimal) -> bool:
    """Whether the price is further below the opening price than `most`, a fraction, allows."""
    return comparable(price, opening) and above(opening * (1 - most), price)


def discount(price: Money, opening: Money) -> str:
    """How far the price is below the opening price, in per cent."""
    return percent((opening.amount - price.amount) / opening.amount, 2) if opening.amount else "—"


def granted_by(deal: Deal) -> list[Authority]:
    """The authority of everyone who stands for the agreed price.

    That is who authorises a round of the concession plan that goes as low, and each post that agreed in the
    contract's review.
    """
    negotiation = deal.negotiation or Negotiation()
    agreed = negotiation.agreed_price
    posts = [
        row.authorised_by
        for row in negotiation.concessions
        if agreed is not None and not above(row.price, agreed)
    ]
    review = deal.contract.review if deal.contract else None
    posts += [each.post for each in (review.reviewers if review else ()) if each.opinion is Opinion.AGREE]
    return [found for post in posts if (found := giver(negotiation, post)) is not None]


def who_may(negotiation: Negotiation, price: Money) -> Text:
    """The way out: who may grant the price."""
    opening = negotiation.opening_price or price
    able = [
        each.role
        for each in negotiation.authority
        if each.max_discount is not None and not beyond(price, opening, each.max_discount)
    ]
    if not able:
        return Text(
            "授权表里没有人能批这么多，请减小让步", "Nobody in the table may grant so much; give less"
        )
    return Text("请由{r}授权，或减小让步", "Have it authorised by {r}, or give less").fill(r=listed(able))
