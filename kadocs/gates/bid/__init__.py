"""Rules for the stage in which we bid, or offer without one: BID from 101 on; below it is the law's pack."""

from kadocs.gates.bid import answers, credentials, identity, offer, route, timing

__all__ = ["answers", "credentials", "identity", "offer", "route", "timing"]
