"""An Excel template: compiled once, rendered as often as wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from kadocs.findings import Finding, Refused
from kadocs.render.environment import Context
from kadocs.render.excel import finishing, styles
from kadocs.render.excel.compiling import Workbook, compile_workbook
from kadocs.render.excel.plan import SHEET_MARK
from kadocs.render.excel.sheets import Compiled
from kadocs.render.excel.state import Render, SheetRender
from kadocs.render.limits import USUAL, Limits
from kadocs.render.meter import Meter
from kadocs.render.word import trouble

if TYPE_CHECKING:
    from kadocs.render import usage
    from kadocs.render.word import review

_BATCH = 128
"""How many pieces are joined at once: few enough to stop soon where each of them is enormous."""


class Template:
    """A compiled Excel template; it never changes, so threads may share it.

    `data` are the bytes of an .xlsx or .xltx and `name` is what findings call it. `limits` say how far it
    may go. `files`, and all that concerns other files and pages, is as in Word templates, so that one may
    stand for the other: a workbook includes no files, and nothing in it tells the number of a page.
    Raises `Refused` with every fault of the template (TPL001 to TPL023, TPL111 to TPL118).
    """

    included: tuple[str, ...] = ()
    reads_files = needs_pages = False
    warnings: tuple[Finding, ...] = ()

    def __init__(
        self,
        data: bytes,
        name: str = "template.xlsx",
        files: Callable[[str], bytes] | None = None,
        *,
        limits: Limits = USUAL,
    ) -> None:
        self.name = name
        self._data = data
        self._files = files
        self._limits = limits
        self._book: Workbook = compile_workbook(data, name, limits)

    def __reduce__(self) -> tuple[Any, ...]:
        """A template travels to another process as its bytes and is compiled again there."""
        return partial(Template, limits=self._limits), (self._data, self.name, self._files)

    @property
    def has_formulas(self) -> bool:
        """Whether its sheets calculate."""
        return self._book.has_formulas

    @property
    def has_tags(self) -> bool:
        """Whether workbooks differ from it."""
        return any(sheet.sites.in_order() for sheet in self._book.compiled.values())

    def tags(self) -> tuple[review.PlacedTag, ...]:
        """Every tag, with its place, its kind and its expression."""
        from kadocs.render.word import review  # heavy, as below: a render must not wait for it

        return tuple(review.listed(self._book.compiled.values(), self.name))

    def fields(self) -> tuple[usage.Field, ...]:
        """The names of data that it uses, each with its kind as far as its use tells it."""
        from kadocs.render import usage
        from kadocs.render.word import review

        return usage.tree(use for sheet in self._book.compiled.values() for use in review.used(sheet))

    def sections(self) -> tuple[tuple[str, usage.Use], ...]:
        """What it does with its data, from beginning to end, each use with the name of its sheet."""
        from kadocs.render.word import review

        return tuple(review.headed(self._book.compiled.values()))

    def check(self, schema: usage.Shape) -> list[Finding]:
        """Where it does not agree with a schema, before there is any data (TPL070 to TPL075)."""
        from kadocs.render.word import review

        return review.checked(self._book.compiled.values(), schema, self.name)

    def render(
        self,
        context: Mapping[str, object],
        *,
        language: str = "zh",
        pages: Mapping[str, int] | None = None,
        gaps: list[Finding] | None = None,
        warnings: list[Finding] | None = None,
        files: Callable[[str], bytes] | None = None,
    ) -> bytes:
        """The bytes of the workbook for `context`; the same arguments always give the same bytes.

        With a list for `gaps`, missing values become highlighted notes and are appended to it; without, they
        are errors. What was changed in values (control characters) is appended to `warnings`. Formulas have
        no values yet: `with_values` gives them some; without, they are worked out when the file is opened.
        Raises `Refused` (TPL020 to TPL025, TPL115, TPL116).
        """
        book = self._book
        render = Render(
            self.name,
            language,
            gaps is not None,
            styles.Styles(book.general, book.formats),
            book.since_1904,
            meter=Meter(self._limits),
        )
        names = context if isinstance(context, dict) else dict(context)
        written = {number: self._write(compiled, names, render) for number, compiled in book.compiled.items()}
        if gaps is not None:
            gaps += render.gaps
        elif render.gaps:
            raise Refused(render.gaps)
        if warnings is not None:
            warnings += render.warnings
        return finishing.finished(book, written, render)

    def _write(self, compiled: Compiled, names: dict[str, Any], render: Render) -> finishing.Written:
        template = compiled.program.template(render.language, self._limits)
        state = SheetRender(render, compiled.sites, compiled.plan)
        context = Context(template.environment, names, None, template.blocks, render=state)  # type: ignore[arg-type]
        pieces: list[str] = []
        try:
            steps = template.root_render_func(context)
            while some := list(islice(steps, _BATCH)):
                pieces.append("".join(some))
                render.meter.write(len(pieces[-1]))
        except Exception as error:
            found = trouble.findings(error, compiled.program.lines, compiled.sites, self.name)
            if not found:
                raise
            raise Refused([*render.gaps, *found]) from None
        return finishing.Written(state.sheets, "".join(pieces).split(SHEET_MARK)[1:])
