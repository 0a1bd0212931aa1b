"""A Word template: compiled once, rendered as often as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from kadocs.findings import Finding, Refused
from kadocs.render import traces
from kadocs.render.environment import Context
from kadocs.render.limits import USUAL, Limits
from kadocs.render.meter import Meter
from kadocs.render.word import bookmarks, draft, edges, includes, outside, package, trouble
from kadocs.render.word.additions import Additions
from kadocs.render.word.nested import Nested
from kadocs.render.word.package import Member, Package, Writer
from kadocs.render.word.parts import Part, compile_parts, quiet_settings
from kadocs.render.word.settle import MARK
from kadocs.render.word.state import PartRender, Render
from kadocs.render.word.stock import Stock

if TYPE_CHECKING:
    from kadocs.render import usage
    from kadocs.render.word import review
    from kadocs.render.word.companions import Companions

_BATCH = 128
"""How many pieces are joined at once: few enough to stop soon where each of them is enormous."""

_INSERTED = ("document", "template", "footnotes", "endnotes", "comments")
"""The kinds of parts of a file that stand in the document that it is put into."""


class Names(NamedTuple):
    """The names that a render starts with: the data, and what tags around the file have set."""

    given: dict[str, Any]
    set: Mapping[str, Any] = MappingProxyType({})


class Template:
    """A compiled Word template; it never changes, so threads may share it.

    `data` are the bytes of a .docx or .dotx and `name` is what findings call it. `files` returns the
    bytes of a file that the template includes, by name; without it, including one is an error. `limits`
    say how far the template may go. `included` are the names of the files that it includes, and
    `reads_files` says that its tags name some, be they there or not.
    Raises `Refused` with every fault of the template and of the files that it includes (TPL001 to TPL054).
    """

    def __init__(
        self,
        data: bytes,
        name: str = "template.docx",
        files: Callable[[str], bytes] | None = None,
        *,
        limits: Limits = USUAL,
    ) -> None:
        self.name = name
        self._data = data
        self._files = files
        self._limits = limits
        self._package = package.read(data, name, limits)
        traces.forget(self._package.members)
        taken = [] if limits.external else outside.take_out(self._package, name)
        included = includes.resolve(self._package, files, name, limits)
        self._warnings = (*taken, *included.warnings)
        self.included = tuple(included.files)
        self.reads_files = included.asked
        self._stock = Stock(self._package, name)
        self._parts = compile_parts(self._package, name, self._stock, included)
        self._nested = Nested(lambda inner, called, files: Template(inner, called, files, limits=limits))
        if any(part.contents for part in self._parts):
            self._package.members.update((m.name, m) for m in quiet_settings(self._package))

    def __reduce__(self) -> tuple[Any, ...]:
        """A template travels to another process as its bytes and is compiled again there."""
        return partial(Template, limits=self._limits), (self._data, self.name, self._files)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What was taken out of it because documents would fetch it from outside (TPL080, TPL081)."""
        return self._warnings

    @property
    def needs_pages(self) -> bool:
        """Whether it has contents, lists or references in which `render` can show page numbers."""
        return any(part.paged for part in self._parts)

    @property
    def has_tags(self) -> bool:
        """Whether documents differ from it in more than their contents and references."""
        return any(part.sites or not (part.contents or part.results) for part in self._parts)

    @property
    def package(self) -> Package:
        """Its parts as they are before any tag is filled."""
        return self._package

    def tags(self) -> tuple[review.PlacedTag, ...]:
        """Every tag, with its place, its kind and its expression."""
        from kadocs.render.word import review  # heavy, as below: a render must not wait for it

        return tuple(review.listed(self._parts, self.name))

    def fields(self) -> tuple[usage.Field, ...]:
        """The names of data that it uses, each with its kind as far as its use tells it."""
        from kadocs.render import usage
        from kadocs.render.word import review

        return usage.tree(use for part in self._parts for use in review.used(part))

    def sections(self) -> tuple[tuple[str, usage.Use], ...]:
        """What it does with its data, from beginning to end, each use with the heading above it."""
        from kadocs.render.word import review

        return tuple(review.headed(self._parts))

    def check(self, schema: usage.Shape) -> list[Finding]:
        """Where it does not agree with a schema, before there is any data (TPL070 to TPL075).

        Every chain of names is followed, through loops, sets and macros; no branch is left out.
        """
        from kadocs.render.word import review

        return review.checked(self._parts, schema, self.name)

    def render(
        self,
        context: Mapping[str, object],
        *,
        language: str = "zh",
        pages: Mapping[str, int] | None = None,
        gaps: list[Finding] | None = None,
        warnings: list[Finding] | None = None,
        files: Callable[[str], bytes] | None = None,
        companions: Companions | None = None,
    ) -> bytes:
        """The bytes of the document for `context`; the same arguments always give the same bytes.

        `files` returns the bytes of a file that a value names; without it, the template's own function does.
        `pages` are the pages on which bookmarks land, counted from 1, for contents and references. With a
        list for `gaps`, missing values become highlighted notes and are appended to it, and headers say
        that it is a draft; without, they are errors. What was changed in values (control characters) is
        appended to `warnings`. A document that is made with others is told of them by `companions`, and
        tells them of itself. Raises `Refused` (TPL020 to TPL025, TPL090, TPL091).
        """
        names = context if isinstance(context, dict) else dict(context)
        additions = Additions(self._stock)
        render = Render(
            self.name,
            language,
            draft=gaps is not None,
            additions=additions,
            nested=self._nested,
            files=files or self._files,
            pages=dict(pages or {}),
            companions=companions,
            meter=Meter(self._limits),
        )
        written = {part.name: self._write(part, Names(names), render) for part in self._parts}
        self._look_up(render, written)
        if companions is not None:
            companions.bookmarks |= render.bookmarks.made
        if gaps is not None:
            gaps += render.gaps
            written |= self._stamped(written, language)
        elif render.gaps:
            raise Refused(render.gaps)
        if warnings is not None:
            warnings += (*self._warnings, *render.warnings)
        return package.write({**self._package.members, **written, **additions.members(written)}.values())

    def fill(self, context: Context, around: Render) -> tuple[Package, list[Finding]]:
        """Its parts as they stand in the document `around`, filled with the names of `context`; its gaps.

        Raises `Refused` (TPL020 to TPL025).
        """
        render = Render(
            self.name,
            around.language,
            draft=around.draft,
            additions=Additions(self._stock),
            nested=around.nested,
            files=around.files,
            pages=around.pages,
            companions=around.companions,
            bookmarks=around.bookmarks,
            meter=around.meter,
            pictures=around.pictures,
            scanned=around.scanned,
            depth=around.depth + 1,
        )
        names = Names(context.parent, context.vars)
        parts = [part for part in self._parts if self._package.kinds.get(part.name) in _INSERTED]
        written = {part.name: self._write(part, names, render) for part in parts}
        members = {**self._package.members, **written, **render.additions.members(written)}
        return package.of(members), list(render.gaps)

    def _look_up(self, render: Render, written: Mapping[str, Member]) -> None:
        """Tell which references lead to a bookmark that the document does not have."""
        if render.bookmarks.asked or render.bookmarks.lost:
            present = bookmarks.present(member.content for member in written.values())
            if unknown := render.bookmarks.unknown(present, self.name):
                raise Refused([*render.gaps, *unknown])
            render.warnings += render.bookmarks.dangling(present, self.name)

    def _stamped(self, written: Mapping[str, Member], language: str) -> dict[str, Member]:
        """The headers, each saying that this is a draft."""
        headers = {
            name: written.get(name, self._package.members[name]) for name in self._package.of_kind("header")
        }
        return {
            name: package.member(name, draft.stamp(header.content, language))
            for name, header in headers.items()
        }

    def _write(self, part: Part, names: Names, render: Render) -> Member:
        template = part.template(render.language, self._limits)
        state = PartRender(render, part.sites, part.name, part.program.runs, part.outline)
        context = Context(template.environment, names.given, None, template.blocks, render=state)  # type: ignore[arg-type]
        context.vars.update(names.set)
        writer = Writer(part.name)
        try:
            pieces = template.root_render_func(context)
            rest = _written(pieces, render.meter, writer, whole=render.companions is not None)
        except Exception as error:
            found = trouble.findings(error, part.program.lines, part.sites, self.name)
            if not found:
                raise
            raise Refused([*render.gaps, *found]) from None
        writer.write(part.settle(rest, render))
        return writer.member()


def _written(pieces: Iterator[str], meter: Meter, writer: Writer, *, whole: bool) -> str:
    """Write the text of a part up to its first mark; returns the rest, which has yet to be settled.

    Nothing is written where that must be the `whole` text.
    """
    rest: list[str] = []
    for batch in _batches(pieces):
        meter.write(len(batch))
        if rest or whole:
            rest.append(batch)
        elif MARK in batch:
            settled, mark, unsettled = batch.partition(MARK)
            writer.write(settled)
            rest.append(mark + unsettled)
        else:
            writer.write(batch)
    return "".join(rest)


def _batches(pieces: Iterator[str]) -> Iterator[str]:
    """The text in pieces of some length, none of which ends where a value's edge may lie."""
    while some := list(islice(pieces, _BATCH)):
        batch = "".join(some)
        while edges.is_open(batch) and (more := next(pieces, None)) is not None:
            batch += more
        yield edges.settled(batch)
