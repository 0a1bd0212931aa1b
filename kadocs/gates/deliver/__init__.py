"""Rules for the stage in which we deliver, are accepted, and close the project: DELV."""

from kadocs.gates.deliver import (
    board,
    clauses,
    closing,
    course,
    ledger,
    promises,
    quantities,
    settlement,
    testing,
    verdict,
    warranty,
)

__all__ = [
    "board",
    "clauses",
    "closing",
    "course",
    "ledger",
    "promises",
    "quantities",
    "settlement",
    "testing",
    "verdict",
    "warranty",
]
