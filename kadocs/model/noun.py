"""The base of every noun of a deal."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from kadocs.findings import Text
from kadocs.model.marks import Computed, Mark

DAYS = Text("天", "days")
MONTHS = Text("个月", "months")
YEARS = Text("年", "years")
HOURS = Text("学时", "hours")
HOURS_OF_DAY = Text("小时", "hours")
PERSON_DAYS = Text("人天", "person-days")
PEOPLE = Text("人", "people")
PERCENT = Text("%", "%")
COPIES = Text("份", "copies")
MINUTES = Text("分钟", "minutes")
POINTS = Text("分", "points")
MEGABYTES = Text("MB", "MB")


class Noun(BaseModel):
    """Something a deal speaks of: frozen, with marked fields, and no fields but these."""

    # What has been worked out: a slot, so that it is no part of the noun, and no copy of the noun has it.
    __slots__ = ("_known",)

    # Each noun's schema is built with the deal's, once: that saves a third of the import.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def known(self) -> dict[str, Any]:
        """The computed values that have been asked for so far."""
        try:
            return cast(dict[str, Any], _KNOWN.__get__(self))
        except AttributeError:
            _KNOWN.__set__(self, {})
            return self.known()

    @classmethod
    def marks(cls) -> dict[str, Mark]:
        """The marks of the input fields, by the key under which a file gives them."""
        return _field_marks(cls)

    @classmethod
    def computed(cls) -> dict[str, Mark]:
        """The marks of the computed values, by name."""
        return _computed_marks(cls)


_KNOWN: Any = Noun.__dict__["_known"]


@cache
def _field_marks(noun: type[Noun]) -> dict[str, Mark]:
    return {info.alias or name: _mark(name, info) for name, info in noun.model_fields.items()}


@cache
def _computed_marks(noun: type[Noun]) -> dict[str, Mark]:
    members = {name: value for base in reversed(noun.__mro__) for name, value in vars(base).items()}
    return {name: value.mark for name, value in members.items() if isinstance(value, Computed)}


def _mark(name: str, info: FieldInfo) -> Mark:
    for extra in info.metadata:
        if isinstance(extra, Mark):
            return extra
    raise TypeError(f"field {name!r} has no Mark")
