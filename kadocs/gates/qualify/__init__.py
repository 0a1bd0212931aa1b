"""Rules for the stage in which we decide whether to go for a deal: QUAL."""

from kadocs.gates.qualify import approvals, decision, estimate, facts, margin, scorecard, stops

__all__ = ["approvals", "decision", "estimate", "facts", "margin", "scorecard", "stops"]
