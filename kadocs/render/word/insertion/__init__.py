"""Putting one Word file into another: with its styles, lists, pictures, links and notes."""

from kadocs.render.word.insertion.reading import Inserted, cut, read
from kadocs.render.word.insertion.writing import insert

__all__ = ["Inserted", "cut", "insert", "read"]
