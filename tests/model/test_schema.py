"""The model tells its readers what each field is."""

from __future__ import annotations

from typing import Annotated

import pytest

from kadocs.model import inputs
from kadocs.model.marks import Mark
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import DayCount, Kind, Lines, Number, Scale5, Stance


class Pack(Noun):
    """A noun of some kinds."""

    days: Annotated[DayCount | None, Mark("天数", "Days", unit=DAYS)] = None
    grade: Annotated[Scale5, Mark("评级", "Grade")]
    stance: Annotated[Stance | None, Mark("立场", "Stance")] = None
    weight: Annotated[Number | None, Mark("重量", "Weight")] = None
    notes: Annotated[Lines, Mark("说明", "Notes")] = ()


@pytest.mark.parametrize(
    ("key", "kind", "bounds"),
    [
        ("days", Kind.COUNT, (0, 36_500)),
        ("grade", Kind.COUNT, (1, 5)),
        ("stance", Kind.COUNT, (-2, 2)),
        ("weight", Kind.NUMBER, None),
        ("notes", Kind.LINES, None),
    ],
)
def test_a_field_says_its_kind_and_the_bounds_of_its_numbers(
    key: str, kind: Kind, bounds: tuple[int, int] | None
) -> None:
    field = inputs(Pack)[key]
    assert field.kind is kind
    assert (field.within and (field.within.low, field.within.high)) == bounds
