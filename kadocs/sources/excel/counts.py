"""Numbers that share a cell with their unit, as in "2台", in lists that have a column for units."""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.model.noun import Noun
from kadocs.model.schema import Field, inputs
from kadocs.model.types import Kind
from kadocs.sources.excel import cells
from kadocs.tree.node import Node, Scalar


def columns(noun: type[Noun], fields: Iterable[Field]) -> list[str]:
    """The keys of the fields of a list's rows, among `fields`, that may hold "2台"."""
    return [field.key for field in fields if field.kind is Kind.NUMBER] if "unit" in inputs(noun) else []


def part(items: dict[str, Node], counted: Iterable[str]) -> None:
    """Parts "2台" in the fields `counted` of a record whose own unit is blank or the same."""
    for key in counted:
        value, unit = items.get(key), items.get("unit")
        if isinstance(value, Scalar) and value.text[-1:].isalpha():
            number, said = cells.parted(value.text)
            if said and (not isinstance(unit, Scalar) or unit.text == said):
                items[key] = value._replace(text=number)
                items["unit"] = unit or Scalar(said, value.place)
