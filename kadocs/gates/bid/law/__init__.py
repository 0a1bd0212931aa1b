"""The law of bidding, BID001 to BID060: what rejects a bid, makes it invalid, or sets its course."""

from kadocs.gates.bid.law import (
    answers,
    bond,
    collusion,
    consortium,
    evaluation,
    identity,
    limits,
    periods,
    price,
    qualification,
    questions,
    signing,
    subcontracts,
    submission,
    totals,
    validity,
)

__all__ = [
    "answers",
    "bond",
    "collusion",
    "consortium",
    "evaluation",
    "identity",
    "limits",
    "periods",
    "price",
    "qualification",
    "questions",
    "signing",
    "subcontracts",
    "submission",
    "totals",
    "validity",
]
