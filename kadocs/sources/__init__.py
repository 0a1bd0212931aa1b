"""Files that hold deals, or data for a template → checked deals, raw trees, plain values."""

from kadocs.sources.accounts import accounts
from kadocs.sources.beside import Beside
from kadocs.sources.deals import Entry, Loaded, Opened, file, find, load, open_
from kadocs.sources.files import Source, read
from kadocs.sources.untyped import data

__all__ = [
    "Beside",
    "Entry",
    "Loaded",
    "Opened",
    "Source",
    "accounts",
    "data",
    "file",
    "find",
    "load",
    "open_",
    "read",
]
