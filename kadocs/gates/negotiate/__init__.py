"""Rules for the stage in which we negotiate and sign: NEG."""

from kadocs.gates.negotiate import authority, award, law, margins, payment, plan, price, review, talks

__all__ = ["authority", "award", "law", "margins", "payment", "plan", "price", "review", "talks"]
