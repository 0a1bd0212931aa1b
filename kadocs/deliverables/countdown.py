"""The usual plan of a bid: what is to be done how many working days before the deadline; data on the shelf.

It is `countdown.yaml` in the folder of a deliverable whose files are volumes, such as `bid`. A folder of the
user's own comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from kadocs import templates
from kadocs.deliverables.description import SaidPart, Title
from kadocs.findings import Fault, Finding, Refused, Text
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Node, place_of

FILE = "countdown.yaml"
CODE = "CFG018"
"""The code of what is wrong with a plan."""


class Step(SaidPart):
    """One step, due so many working `days` before the day of the deadline, at the hour `by`.

    `owner` is whose it usually is. `when` is an expression; without a value that counts as true, the plan has
    no such step.
    """

    id: str
    title: Title
    days: Annotated[int, Field(ge=0, le=250)]
    by: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "18:00"
    owner: Title | None = None
    when: str = ""


class Steps(SaidPart):
    """What the file says."""

    steps: tuple[Step, ...]


class Usual(NamedTuple):
    """The usual plan; `tree` has the places of what its file says."""

    steps: tuple[Step, ...]
    tree: Node


def load(name: str, folders: Sequence[Path]) -> Usual | None:
    """The usual plan of the deliverable `name`, from the first folder of the shelf that has one.

    Raises `Refused` with all that is wrong with it.
    """
    paths = (folder / name / FILE for folder in folders)
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return None
    tree = yaml.parse(templates.content(path), str(path))
    says, findings = check(Steps, tree)
    wrong = [replace(finding, code=CODE) for finding in findings]
    wrong += _twice(says, tree) if says else ()
    if wrong or says is None:
        raise Refused(wrong)
    return Usual(says.steps, tree)


def _twice(says: Steps, tree: Node) -> Iterator[Finding]:
    names = [step.id for step in says.steps]
    for index, name in enumerate(names):
        if name in names[:index]:
            said = Text("编号“{n}”写了两次", "the id “{n}” stands twice").fill(n=name)
            fault = Fault(said, Text("每一步用自己的编号", "Give each step an id of its own"))
            yield fault.at(place_of(tree, ("steps", index, "id")), CODE)
