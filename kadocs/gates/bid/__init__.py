"""Rules for the stage in which we bid: what the law says below BID100, what good practice says above."""

from kadocs.gates.bid import answers, identity, law, listing, route, selfcheck, timing

__all__ = ["answers", "identity", "law", "listing", "route", "selfcheck", "timing"]
