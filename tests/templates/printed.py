"""A shipped document as its reader sees it: its headings, tables and words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from kadocs import deliverables, sources
from kadocs.model import Deal
from kadocs.render import excel, templates, word
from kadocs.render.usage import Field
from kadocs.sources.beside import Beside

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = Path(__file__).parents[2] / "samples"
DEALS = ("rail-iscs", "chem-dcs")
LANGUAGES = ("zh", "en")


class Document:
    """A document that kadocs wrote."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist() if name.endswith(".xml")}
        self.body = etree.fromstring(self.parts["word/document.xml"])

    @property
    def text(self) -> str:
        """All words of its body, a line each paragraph."""
        return "\n".join(words(paragraph) for paragraph in self.body.iter(f"{W}p"))

    def styled(self, *names: str) -> list[str]:
        """The paragraphs in styles that begin with one of these names."""
        return [words(p) for p in self.body.iter(f"{W}p") if style(p).startswith(names)]

    @property
    def headings(self) -> list[str]:
        """Its headings, in order."""
        return self.styled("Heading")

    @property
    def tables(self) -> list[list[list[str]]]:
        """Its tables, by row and cell."""
        return [
            [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def table(self, head: str) -> list[list[str]]:
        """The rows below the heads of the first table that has a column `head`."""
        return next(table for table in self.tables if head in table[0])[1:]

    def value(self, label: str) -> str:
        """What stands beside a label."""
        return next(row[row.index(label) + 1] for table in self.tables for row in table if label in row[:-1])

    @property
    def hollow(self) -> list[str]:
        """Tables that have heads and no row below them."""
        return [
            words(table)
            for table in self.body.iter(f"{W}tbl")
            if all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr"))
        ]

    @property
    def silent(self) -> set[str]:
        """The styles of paragraphs without words, figures and fields, outside tables."""
        return {
            style(p)
            for p in self.body.iter(f"{W}p")
            if not words(p).strip()
            and not any(True for tag in ("fldChar", "drawing") for _ in p.iter(f"{W}{tag}"))
            and next(p.iterancestors(f"{W}tc"), None) is None
        }


def words(element: Any) -> str:
    """The text of an element."""
    return "".join(element.itertext(f"{W}t"))


def style(paragraph: Any) -> str:
    """The id of a paragraph's style."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


@cache
def sample(name: str) -> Deal:
    """One of the sample deals."""
    found = sources.load(SAMPLES / name / "deal.yaml").deal
    assert found is not None
    return found


@cache
def deliverable(name: str) -> deliverables.Deliverable:
    """A shipped deliverable."""
    return deliverables.load(name, deliverables.shelf([]))


@cache
def template(name: str, language: str, output: int = 0) -> word.Template | excel.Template:
    """The template of an output of a shipped deliverable."""
    found = deliverable(name)
    source = deliverables.template(found, found.says.outputs[output], language)
    return templates.compiled(source.data, source.name, Beside(source.folders, 1_000_000))


def document(name: str, deal: Deal, language: str, output: int = 0, item: int = 0) -> Document:
    """The document of a deal; of an output with `each`, that of the item with this number."""
    says = deliverable(name).says
    view = deal.view(says.audience, language)
    each = says.outputs[output].each
    if each is not None:
        found: Any = view
        for step in each.path.split("."):
            found = found[step]
        view[each.name] = found[item]
    return Document(template(name, language, output).render(view, language=language))


def draft(name: str, deal: Deal, language: str) -> Document:
    """The draft of a deal that does not hold all that the document needs."""
    says = deliverable(name).says
    view = deal.view(says.audience, language, says.needs)
    return Document(template(name, language).render(view, language=language, gaps=[]))


def deal(**sections: Any) -> Deal:
    """A deal of these sections."""
    return Deal.model_validate(sections)


def always(fields: Iterable[Field], above: str = "") -> Iterator[str]:
    """The fields that a template prints or loops over whatever the deal holds."""
    for each in fields:
        if each.always:
            yield above + each.name
        yield from always(each.fields, f"{above}{each.name}.")


def secrets(of: Deal) -> set[str]:
    """What may stand in no document but a secret one: what is said of people, and rivals' prices."""
    said = [contact.notes for contact in of.contacts] + [rival.price_range for rival in of.competitors]
    return {text for text in said if text}
