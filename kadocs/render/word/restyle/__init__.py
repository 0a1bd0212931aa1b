"""Restyling: a base Word file's look takes the place of a template's, before the template is compiled."""

from kadocs.render.word.restyle.house import Brand, House
from kadocs.render.word.restyle.restyling import fitted, restyle, restyled

__all__ = ["Brand", "House", "fitted", "restyle", "restyled"]
