"""Rules for the stage in which we propose: PROP."""

from kadocs.gates.propose import disclosure, offer, price, schedule, totals

__all__ = ["disclosure", "offer", "price", "schedule", "totals"]
