"""Files that hold deals, or data for a template → checked deals, raw trees, plain values."""

from kadocs.sources.beside import Beside
from kadocs.sources.deals import Loaded, file, find, load
from kadocs.sources.files import Source, read
from kadocs.sources.untyped import data

__all__ = ["Beside", "Loaded", "Source", "data", "file", "find", "load", "read"]
