"""What a template's code does with its data, read from the code alone, before there is any data."""

from kadocs.render.usage.check import TITLES, Mismatch, check, dotted
from kadocs.render.usage.fields import Field, json_schema, tree
from kadocs.render.usage.shape import Shape
from kadocs.render.usage.uses import EACH, How, Kind, Path, Use
from kadocs.render.usage.walk import uses

__all__ = [
    "EACH",
    "TITLES",
    "Field",
    "How",
    "Kind",
    "Mismatch",
    "Path",
    "Shape",
    "Use",
    "check",
    "dotted",
    "json_schema",
    "tree",
    "uses",
]
