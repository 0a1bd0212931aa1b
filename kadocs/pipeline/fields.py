"""A deliverable → the fields of a deal that it prints or needs: what has to be filled in for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kadocs.deliverables import Deliverable
from kadocs.gates.needs import along
from kadocs.model import Audience, Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.pipeline import templates
from kadocs.render import usage
from kadocs.sources.workbook.scope import Path, Scope
from kadocs.templates import Source


def asked_for(deliverable: Deliverable) -> Scope:
    """What the templates of a deliverable print or ask about, and what it needs, as fields to be filled in.

    What is worked out stands for what it is worked out from. Raises `Refused` where a template is wrong.
    """
    audience = deliverable.says.audience
    used = [field for source in templates.of(deliverable) for field in _used(source, audience)]
    needed = [tuple(step.key for step in along(name)) for name in deliverable.says.needs]
    wanted = set(_fields(used, Deal, (), audience))
    wanted |= {path for name in deliverable.says.needs for path in _named(name, audience)}
    return Scope(frozenset(wanted), frozenset(path for path in needed if path in wanted))


def _used(source: Source, audience: Audience) -> tuple[usage.Field, ...]:
    return templates.compiled(source, audience).fields()


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
