"""Word files that values put into a document: each compiled once, filled with the names that its tag sees.

Such a file is a template of its own, with the limits, the language and the draft of the document around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from kadocs.findings import Refused, Text
from kadocs.render.word import insertion, places
from kadocs.render.word.insertion import Inserted
from kadocs.render.word.values.faults import BadDocument, paragraphs_in_a_line

if TYPE_CHECKING:
    from kadocs.render.word.template import Template
    from kadocs.render.word.values.value import Writer

_DEEPEST = 8
_MOST = 32
"""How many compiled files one template keeps; the one that was compiled first goes first."""

_UNREADABLE = frozenset({"TPL001", "TPL002", "TPL003", "TPL004", "TPL005", "TPL006"})

Files = Callable[[str], bytes] | None


@dataclass(frozen=True, slots=True)
class _Known:
    template: Template
    files: Files
    plain: list[Inserted] = field(default_factory=list)


class Nested:
    """The Word files that values put into the documents of one template; threads may share it.

    `compile_` makes a template of bytes, a name, and the function that reads what it includes.
    """

    def __init__(self, compile_: Callable[[bytes, str, Files], Template]) -> None:
        self._compile = compile_
        self._known: dict[tuple[bytes, str], _Known] = {}
        self._lock = Lock()

    def filled(self, data: bytes, name: str, writer: Writer) -> Inserted:
        """The file in `data`, its tags filled, ready to be inserted at the writer's site.

        Raises Fault (TPL054) for what is no Word file and for files in one another without end, and
        `Refused` with everything that is wrong with the file's tags.
        """
        document = writer.state.document
        known = self._of(data, name, document.files)
        place = writer.site.spot.place(document.file, writer.site.tag)
        warnings = [places.within(place, warning) for warning in known.template.warnings]
        document.warnings += [warning for warning in warnings if warning not in document.warnings]
        if not known.plain:
            known.plain.append(insertion.cut(known.template.package, name))
        if not known.template.has_tags:
            return known.plain[0]
        if writer.context is None:
            raise paragraphs_in_a_line()
        if document.depth == _DEEPEST:
            raise _endless(name)
        package, gaps = known.template.fill(writer.context, document)
        gaps = [places.within(place, gap) for gap in gaps]
        document.gaps.update(dict.fromkeys(gaps))
        return insertion.cut(package, name, known.plain[0])

    def _of(self, data: bytes, name: str, files: Files) -> _Known:
        known = self._known.get((data, name))
        if known is None or (known.template.reads_files and known.files != files):
            known = _Known(self._compiled(data, name, files), files)
            with self._lock:
                if len(self._known) >= _MOST:
                    del self._known[next(iter(self._known))]
                self._known[data, name] = known
        return known

    def _compiled(self, data: bytes, name: str, files: Files) -> Template:
        try:
            return self._compile(data, name, files)
        except Refused as refused:
            first = refused.findings[0]
            if first.code in _UNREADABLE:
                raise BadDocument(first.message, first.hint) from None
            raise


def _endless(name: str) -> BadDocument:
    return BadDocument(
        Text(
            f"文件一层套一层，超过 {_DEEPEST} 层：{name}",
            f"files lie in one another more than {_DEEPEST} deep: {name}",
        ),
        Text(
            "请检查这些文件里的标签，文件不要再放进它自己。",
            "Check the tags of these files: none may put in itself.",
        ),
    )
