"""Restyling: a base Word file's look takes the place of a template's, before the template is compiled."""

from kadocs.render.word.restyle.house import Brand, House
from kadocs.render.word.restyle.restyling import restyle, restyled

__all__ = ["Brand", "House", "restyle", "restyled"]
