"""The deliverables as a page for people: what each contains, which data it needs, who may read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path, PurePath
from typing import TypeAlias

from kadocs import deliverables
from kadocs.deliverables import Deliverable, Description, Output
from kadocs.findings import Text
from kadocs.model import Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Stage
from kadocs.model.shape import Shape
from kadocs.pipeline import templates
from kadocs.plan import expressions
from kadocs.render.usage import EACH, How, Use
from kadocs.templates import Source

_HEAD = """# 文档清单 · Deliverables

kadocs 能出的每份文档：给谁看、要有哪些数据、逐章写什么。本页由模板生成（`make docs`），请勿手改。
“需要”列出缺了就出不了的字段，其余数据有则写、无则整节略去；字段的填法见 [fields.md](fields.md)。

Every document that kadocs makes: who reads it, which data it needs, what stands in it, section by section.
This page is generated from the templates (`make docs`); do not edit it. What a document needs, it cannot be
made without; of all other data, sections come where there are some. [fields.md](fields.md) tells how to fill
in a field.
"""
_Section: TypeAlias = tuple[Text, tuple[Text, ...]]
"""A heading, and the titles of what its section uses."""

_COLUMNS = "\n| 章节 | Section | 数据 | Data |\n| --- | --- | --- | --- |\n"
_BEGINNING = Text("封面与文前", "Cover and front matter")
_TAG = re.compile(r"\{[{%].*?(?:[}%]\}|$)")  # a long heading ends within a tag
_STAGES = tuple(Stage)
_DEPTH = 2
"""Of `quote.items.[].name`, the page names the list."""

_ABOVE = (How.READ, How.TEST, How.LOOP)
"""What tags do that stand above the heading of the section that they open."""


def catalogue(folder: Path) -> str:
    """The whole page, a chapter for each deliverable in `folder`, stage by stage.

    Raises `Refused` where a deliverable or one of its templates is wrong.
    """
    found = [deliverables.load(name, [folder]) for name in deliverables.names([folder])]
    found.sort(key=lambda each: (_STAGES.index(each.says.stage), each.name))
    return _HEAD + "".join(map(_chapter, found))


def _chapter(deliverable: Deliverable) -> str:
    says = deliverable.says
    title = says.title.text
    lines = [
        f"\n## {title.zh} · {title.en} · `{deliverable.name}`\n",
        f"- 阶段 Stage: {_both(says.stage.label)}",
        f"- 读者 Readers: {_both(says.audience.title)}",
        f"- 规则 Rules: {', '.join(says.gates) or '–'}",
        f"- 需要 Needs: {'；'.join(map(_need, says.needs, [says.scope.noun] * len(says.needs))) or '–'}",
    ]
    return "\n".join(lines) + "\n" + "".join(_output(deliverable, output) for output in says.outputs)


def _need(name: str, noun: type[Noun]) -> str:
    return f"{_both(_title(name.split('.'), noun))} (`{name}`)"


def _output(deliverable: Deliverable, output: Output) -> str:
    """A file of the deliverable: its name, when there is one, and its sections in both languages."""
    says = deliverable.says
    schema = expressions.seen(output, says)
    each = [deliverables.template(deliverable, output, language) for language in templates.LANGUAGES]
    tables = [list(_sections(source, schema, output, says.scope.noun)) for source in each]
    rows = [
        (zh[0].zh, en[0].en, _listed("、", "zh", zh[1]), _listed(", ", "en", en[1]))
        for zh, en in zip_longest(*tables, fillvalue=(Text("", ""), ()))
    ]
    rows += _forms(deliverable, output) if output.volumes else ()
    return _headed(output, says) + "\n" + _COLUMNS + "".join(_row(row) for row in rows)


def _headed(output: Output, says: Description) -> str:
    """What a file is called, where it lies, who reads it, and when there is one."""
    name = f"\n### {_both(output.title.text)}\n" if output.title else ""
    name += f"\n`{output.file}`"
    if output.folder:
        name += f"，放在 in {_both(output.folder.text)}/"
    if (readers := says.readers(output)) is not says.audience:
        name += f"，读者 readers: {_both(readers.title)}"
    if output.each:
        name += f"，每个 one for each `{output.each.path}`"
    if output.when:
        name += f"，仅当 only if `{output.when}`"
    return name


def _forms(deliverable: Deliverable, output: Output) -> Iterator[tuple[str, str, str, str]]:
    """A row for each form of a bid's parts, called as the first regime that has it calls its part."""
    parts = [part for regime in deliverable.regimes for part in regime.says.parts]
    titles = {part.form: part.title.text for part in reversed(parts)}
    used: dict[str, dict[str, dict[Text, None]]] = {}
    for source, schema in templates.forms(deliverable):
        name, language, _ = PurePath(source.name).name.split(".")
        uses = templates.compiled(source, schema).sections()
        fields = dict.fromkeys(title for _, use in uses for title in _used(use, output, Deal))
        used.setdefault(name, {})[language] = fields
    for name, each in sorted(used.items()):
        data = (_listed("、", "zh", each.get("zh", ())), _listed(", ", "en", each.get("en", ())))
        yield titles[name].zh, titles[name].en, *data


def _listed(between: str, language: str, texts: Iterable[Text]) -> str:
    return between.join(dict.fromkeys(text.in_(language) for text in texts))


def _sections(source: Source, schema: Shape, output: Output, noun: type[Noun]) -> Iterator[_Section]:
    """The headings of a template, each with the titles of the fields that its section uses."""
    found: dict[str, dict[Text, None]] = {}
    for heading, use in templates.compiled(source, schema).sections():
        titles = found.setdefault(heading, {})
        titles |= dict.fromkeys(_used(use, output, noun))
    for heading, titles in found.items():
        shown = " ".join(_TAG.sub("…", heading).split())
        yield (Text(shown, shown) if shown else _BEGINNING), tuple(titles)


def _used(use: Use, output: Output, noun: type[Noun]) -> Iterator[Text]:
    if use.how in _ABOVE:
        return
    path = [step for step in use.path if step != EACH]
    if output.each and path and path[0] == output.each.name:
        path = [*output.each.path.split("."), *path[1:]]
    title = _title(path[:_DEPTH], noun)
    if title.zh:
        yield title


def _title(path: Iterable[str], noun: type[Noun]) -> Text:
    """The title of the last field on a path that the model knows; none where it knows none."""
    title = Text("", "")
    for step in path:
        field = _field(noun, step)
        if field is None:
            break
        title = field.mark.title
        if field.noun is None or field.many:
            break
        noun = field.noun
    return title


def _field(noun: type[Noun], name: str) -> Field | None:
    return next((each for each in fields(noun) if each.name == name and not each.stated), None)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _both(text: Text) -> str:
    return text.zh if text.zh == text.en else f"{text.zh} {text.en}"
