"""A deliverable → the fields of a deal that it prints or needs: what has to be filled in for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kadocs import deliverables
from kadocs.deliverables import Deliverable, Each
from kadocs.gates.needs import along
from kadocs.model import Audience, Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.portfolio import SOURCES
from kadocs.model.shape import Shape
from kadocs.pipeline import templates
from kadocs.render import usage
from kadocs.sources.workbook.scope import Path, Scope
from kadocs.templates import Source


def asked_for(deliverable: Deliverable) -> Scope:
    """What the templates of a deliverable print or ask about, and what it needs, as fields to be filled in.

    What is worked out stands for what it is worked out from. Raises `Refused` where a template is wrong.
    """
    says = deliverable.says
    audience = max(map(says.readers, says.outputs), default=says.audience)
    sources = [*templates.of(deliverable), *templates.forms(deliverable)]
    used = [field for source, schema in sources for field in _used(source, schema)]
    used += [field for output in says.outputs for field in _of_items(output.each, used)]
    names = list(says.needs)
    if says.scope is deliverables.Scope.ACCOUNT:
        names = [name for need in names for name in _in_a_deal(need)]
        names += [name for field in used for name in SOURCES.get(field.name, ())]
        used += [field for each in used if each.name == "deals" and each.item for field in each.item.fields]
    needed = [tuple(step.key for step in along(name)) for name in says.needs if name in names]
    wanted = set(_fields(used, Deal, (), audience))
    wanted |= {path for name in names for path in _named(name, audience)}
    return Scope(frozenset(wanted), frozenset(path for path in needed if path in wanted))


def _of_items(each: Each | None, used: Iterable[usage.Field]) -> Iterator[usage.Field]:
    """What is used of the items of which there is a file each, as fields of their list."""
    if each is None:
        return
    *above, name = each.path.split(".")
    for item in used:
        if item.name == each.name:
            field = usage.Field(name, usage.Kind.LIST, item=replace(item, name=""))
            for step in reversed(above):
                field = usage.Field(step, usage.Kind.RECORD, (field,))
            yield field


def _in_a_deal(need: str) -> tuple[str, ...]:
    """The fields of a deal that a need of an account's document stands for."""
    first = need.split(".")[0]
    known = first in {field.name for field in fields(Deal)}
    return SOURCES.get(first) or ((need,) if known else ())


def _used(source: Source, schema: Shape) -> tuple[usage.Field, ...]:
    return templates.compiled(source, schema).fields()


def _fields(used: Iterable[usage.Field], noun: type[Noun], above: Path, audience: Audience) -> Iterator[Path]:
    known = {field.name: field for field in fields(noun) if not field.stated}
    for each in used:
        if each.name in known:
            below = each.item.fields if each.item else each.fields
            yield from _field(known[each.name], below, noun, above, audience)


def _field(
    field: Field, below: Iterable[usage.Field], noun: type[Noun], above: Path, audience: Audience
) -> Iterator[Path]:
    """The field itself, with those of its fields that are used, or with all of them where none is named."""
    if field.computed:
        yield from _sources(field, noun, above, audience)
        return
    path = (*above, field.key)
    yield path
    if field.noun is None:
        return
    named = tuple(below)
    inner = fields(field.noun)
    yield from ((*path, each.key) for each in inner if each.required)
    yield from _fields(named, field.noun, path, audience) if named else _all(field.noun, path, audience)


def _sources(field: Field, noun: type[Noun], above: Path, audience: Audience) -> Iterator[Path]:
    """What a computed value is worked out from."""
    known = {each.name: each for each in fields(noun) if not each.stated}
    for name in field.of:
        if name in known and name != field.name:
            yield from _field(known[name], (), noun, above, audience)


def _all(noun: type[Noun], above: Path, audience: Audience) -> Iterator[Path]:
    for field in fields(noun):
        if not field.computed and field.mark.audience <= audience:
            yield from _field(field, (), noun, above, audience)


def _named(name: str, audience: Audience) -> Iterator[Path]:
    """What a need such as `quote.items` names, and the sections that it is in."""
    noun: type[Noun] = Deal
    path: Path = ()
    way = along(name)
    for step in way[:-1]:
        path = (*path, step.key)
        yield path
        noun = step.noun or noun
    yield from _field(way[-1], (), noun, path, audience)
