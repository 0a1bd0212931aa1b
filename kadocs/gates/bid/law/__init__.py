"""The law of bidding, BID001 to BID060: what rejects a bid, makes it invalid, or sets its course."""

from kadocs.gates.bid.law import (
    answers,
    bond,
    identity,
    limits,
    price,
    qualification,
    submission,
    totals,
    validity,
)

__all__ = [
    "answers",
    "bond",
    "identity",
    "limits",
    "price",
    "qualification",
    "submission",
    "totals",
    "validity",
]
