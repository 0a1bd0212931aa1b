"""Rules for the stage in which we propose: PROP."""

from kadocs.gates.propose import offer, price, schedule, totals

__all__ = ["offer", "price", "schedule", "totals"]
