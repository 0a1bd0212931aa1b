"""A template read without data: its tags with their places, and what it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from kadocs.findings import Finding, Place
from kadocs.render import tags
from kadocs.render.usage import Shape, Use, check, uses
from kadocs.render.word.runtime import environment


class _Sites(Protocol):
    def source(self, number: int) -> str: ...

    def place(self, number: int, file: str) -> Place: ...

    def heading(self, number: int) -> str: ...

    def in_order(self) -> list[int]: ...


class _Program(Protocol):
    def whole(self) -> tuple[str, list[int | None]]: ...


class Part(Protocol):
    """A compiled part of a Word file, or a sheet of a workbook."""

    @property
    def sites(self) -> _Sites:
        """Where its tags stand."""

    @property
    def program(self) -> _Program:
        """Its code, which tells the source that it was made from."""


_KINDS = {tags.OUTPUT: "value", tags.STATEMENT: "statement", tags.COMMENT: "comment"}


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag of a template: where it stands, "value", "statement" or "comment", and what is in it."""

    place: Place
    kind: str
    expression: str


def listed(parts: Iterable[Part], file: str) -> Iterator[PlacedTag]:
    """The tags of these parts, in the order in which they stand."""
    for part in parts:
        for number in part.sites.in_order():
            for tag in tags.scan(part.sites.source(number)).tags:
                yield PlacedTag(part.sites.place(number, file), _KINDS[tag.kind], tag.body)


def used(part: Part) -> list[Use]:
    """What a part's code does with the data; the lines of the uses are numbers of the part's sites."""
    env = environment("zh")  # names are the same in every language
    source, numbers = part.program.whole()
    printed = {
        line
        for line, number in enumerate(numbers, start=2)
        if number is not None and part.sites.source(number).startswith(tags.OUTPUT)
    }
    try:
        found = uses(env.parse(source), env.globals, printed)
    except RecursionError:  # just shallow enough to be compiled: nothing is certain about it
        return []
    return [
        Use(use.path, use.how, number, use.by, use.certain)
        for use in found
        if (number := numbers[use.line - 2]) is not None
    ]


def headed(parts: Iterable[Part]) -> Iterator[tuple[str, Use]]:
    """What these parts do with the data, from beginning to end, each use with the heading above it."""
    for part in parts:
        by_tag: dict[int, list[Use]] = {}
        for use in used(part):
            by_tag.setdefault(use.line, []).append(use)
        heading = ""
        for number in part.sites.in_order():
            heading = part.sites.heading(number) or heading
            yield from ((heading, use) for use in by_tag.get(number, ()))


def checked(parts: Iterable[Part], schema: Shape, file: str) -> list[Finding]:
    """Where these parts do not agree with a schema, each spot once."""
    found = (
        wrong.fault.at(part.sites.place(wrong.line, file), wrong.code, wrong.path)
        for part in parts
        for wrong in check(used(part), schema)
    )
    return list(dict.fromkeys(found))
