"""Rules for the stage in which we propose: PROP for the proposal, REL for the relationships behind it."""

from kadocs.gates.propose import offer, price, relations, schedule, totals

__all__ = ["offer", "price", "relations", "schedule", "totals"]
