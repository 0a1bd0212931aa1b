"""What is left of a tree once its faults are taken out."""

import pytest
from pydantic import BaseModel, ConfigDict

from kadocs.tree.salvage import original, overlaps, salvage
from kadocs.tree.yaml import parse


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    count: int = 0


class Order(BaseModel):
    model_config = ConfigDict(extra="forbid")
    buyer: Line | None = None
    lines: tuple[Line, ...] = ()


@pytest.mark.parametrize(
    ("text", "names", "removed"),
    [
        ("lines: [{name: a}]", ["a"], []),
        ("lines: [{name: a, count: x}, {name: b}]", ["a", "b"], [("lines", 0, "count")]),
        ("lines: [{count: 1}, {name: b}, {}, {name: d}]", ["b", "d"], [("lines", 0), ("lines", 2)]),
        ("lines: [{count: x}, {name: b}]", ["b"], [("lines", 0), ("lines", 0, "count")]),
        ("lines: [{name: a}]\nbuyr: {}", ["a"], [("buyr",)]),
        ("lines: none", [], [("lines",)]),
    ],
)
def test_only_what_is_wrong_goes(text, names, removed):
    order, gone = salvage(Order, parse(text, "order.yaml"))
    assert order is not None
    assert [line.name for line in order.lines] == names
    assert sorted(gone, key=str) == sorted(removed, key=str)


def test_nothing_is_left_of_what_is_no_mapping():
    assert salvage(Order, parse("[1]", "order.yaml"))[0] is None


def test_positions_are_those_of_the_whole_tree():
    removed = {("lines", 0), ("lines", 2), ("lines", 1, "names", 0)}
    assert original(("lines", 0, "name"), removed) == ("lines", 1, "name")
    assert original(("lines", 1), removed) == ("lines", 3)
    assert original(("lines", 0, "names", 0), removed) == ("lines", 1, "names", 1)


def test_paths_overlap_when_one_holds_the_other():
    assert overlaps(("quote",), [("quote", "items", 3)])
    assert overlaps(("quote", "items", 3), [("quote",)])
    assert not overlaps(("quote", "total"), [("quote", "items", 3)])
