"""A deliverable's templates → compiled, and checked against what they may see of a deal or an account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kadocs import deliverables, pack
from kadocs import templates as on_disk
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Refused
from kadocs.model.deal import Language
from kadocs.model.shape import Shape
from kadocs.plan import expressions
from kadocs.render import templates as rendering
from kadocs.render.limits import USUAL
from kadocs.sources import Beside
from kadocs.templates import Base, Source
from kadocs.tree.node import Mapping, Node, Scalar

if TYPE_CHECKING:
    from kadocs.render.templates import Template
    from kadocs.render.word.restyle import House

FORMS = "forms"
"""The folder of a bid's forms, in that of its deliverable."""

_WORD = (".docx", ".dotx")
LANGUAGES = tuple(language.code for language in Language)
"""The languages in which a deliverable may have templates."""


@lru_cache(maxsize=256)
def compiled(source: Source, schema: Shape) -> Template:
    """The template, which uses nothing that is not in the `schema`, compiled once for all deals.

    Raises `Refused` with all that is wrong with it.
    """
    template = opened(source)
    findings = template.check(schema)
    if findings:
        raise Refused(findings)
    return template


def opened(source: Source) -> Template:
    """The template, compiled; what it includes is read from its own folder and from `_sections` only.

    Raises `Refused` with all that is wrong with it by itself.
    """
    files = _Given(Beside(source.folders, USUAL.file), dict(source.given))
    if source.base is None:
        return rendering.compiled(source.data, source.name, files)
    from kadocs.render.word.restyle import restyled  # heavy where no document is in the house style

    house = _house(source.base)
    data = restyled(source.data, source.name, house)
    return rendering.compiled(data, source.name, _Restyled(files, house))


@dataclass(frozen=True, slots=True)
class _Given:
    """Reads the files that a template includes, those that are `given` as they are."""

    files: Beside
    given: dict[str, bytes]

    def __call__(self, name: str) -> bytes:
        return self.given[name] if name in self.given else self.files(name)


@dataclass(frozen=True, slots=True)
class _Restyled:
    """Reads the files that a template includes, Word files with the pages of the house style."""

    files: _Given
    house: House

    def __call__(self, name: str) -> bytes:
        from kadocs.render.word.restyle import fitted

        data = self.files(name)
        return fitted(data, name, self.house) if name.lower().endswith(_WORD) else data


def _house(base: Base) -> House:
    from kadocs.render.word.restyle import Brand, House

    look = base.look
    brand = Brand(look.primary, look.accent, look.latin, look.east_asian)
    return House(base.name, base.data, brand, base.language, base.usual)


def included(source: Source, template: Template) -> list[Source]:
    """The files that a template includes, named as seen from the folder of all deliverables, and its base."""
    beside = Beside(source.folders, USUAL.file)
    files = [shelved(source, beside.find(name), beside(name)) for name in template.included]
    return files if source.base is None else [*files, Source(source.base.name, source.base.data)]


def shelved(source: Source, path: Path, content: bytes) -> Source:
    """A file from the folders of a template, named as seen from the folder of all deliverables."""
    folders = (folder.resolve() for folder in source.folders)
    within = next(folder for folder in folders if path.is_relative_to(folder))
    return Source(pack.named(path, within.parent), content)


def faults(deliverable: Deliverable, languages: Iterable[str]) -> list[Finding]:
    """What is wrong with a deliverable's templates in these languages, as far as it has them."""
    found: dict[Finding, None] = {}
    for source, schema in of(deliverable, languages):
        found |= dict.fromkeys(wrong(source, schema))
    return list(found)


def of(deliverable: Deliverable, languages: Iterable[str] = LANGUAGES) -> list[tuple[Source, Shape]]:
    """A deliverable's templates in these languages, as far as it has them, each with what it may use.

    Raises `Refused` where a file cannot be read, or an expression of the description is wrong.
    """
    if found := expressions.faults(deliverable):
        raise Refused(found)
    says = deliverable.says
    return [
        (
            deliverables.template(deliverable, output, language, blind=blind),
            expressions.seen(output, says),
        )
        for output in says.outputs
        for blind in ((False, True) if output.blind else (False,))
        for language in languages
        if getattr((output.blind if blind else None) or output.template, language) is not None
    ]


def forms(deliverable: Deliverable, languages: Iterable[str] = LANGUAGES) -> list[tuple[Source, Shape]]:
    """The forms of the parts of a bid's volumes, as `of` gives templates; the user's own come first.

    Whole volumes are checked as they are made, whatever forms their bid has.
    """
    names = dict.fromkeys(part.form for regime in deliverable.regimes for part in regime.says.parts)
    found = []
    for output in deliverable.says.outputs if deliverable.regimes else ():
        if output.volumes:
            schema = expressions.seen(output, deliverable.says)
            found += [
                (source, schema)
                for name in names
                for language in languages
                if (source := _form(deliverable, f"{FORMS}/{name}.{language}.docx"))
            ]
    return found


def _form(deliverable: Deliverable, name: str) -> Source | None:
    """A form, which may include what a volume that it stands in may; None where there is none."""
    own = [folder / deliverable.name for folder in deliverable.shelf]
    folders = dict.fromkeys([*(folder for folder in own if folder.is_dir()), deliverable.folder])
    folder = next((each for each in folders if (each / name).is_file()), None)
    if folder is None:
        return None
    source = on_disk.shelved(folder, name, deliverable.shelf)
    return on_disk.reading(source, (*folders, *source.folders[1:]))


def wrong(source: Source, schema: Shape | None) -> list[Finding]:
    """What is wrong with a template; without a schema it is not compared with the model of deals."""
    try:
        if schema is None:
            opened(source)
        else:
            compiled(source, schema)
    except Refused as refused:
        return list(refused.findings)
    return []


def expected(language: str, defaults: Node | None) -> tuple[str, ...]:
    """The languages of the documents to come, as far as is known before any deal is read.

    That is the one asked for, else the one that the workspace gives to its deals, else Chinese.
    The template of another language is looked at when the first deal asks for it.
    """
    given = defaults.items.get("language") if isinstance(defaults, Mapping) else None
    said = given.text if isinstance(given, Scalar) else ""
    return (language or (said if said in LANGUAGES else LANGUAGES[0]),)
