"""Rules for the stage in which we find out about a project and its buyer: DEV."""

from kadocs.gates.develop import account, actions, checks, contacts, information, methods, outcome, response

__all__ = ["account", "actions", "checks", "contacts", "information", "methods", "outcome", "response"]
