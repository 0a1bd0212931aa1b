"""Templates made in a line or two, and what a reader sees in a finished document.

Every rendered file goes through the checker that the variable KADOCS_VALIDATOR names, if it is set.
"""

import copy
import functools
import io
import os
import runpy
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kadocs.findings import Refused
from kadocs.render.word import Template

NAMESPACE = nsdecls("w")


def template(*blocks, header=None, footer=None, title=None):
    """The bytes of a template: a text is a paragraph, a list of rows is a table, a function builds."""
    document = blank()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        elif callable(block):
            block(document)
        else:
            add_table(document, block)
    if header is not None:
        document.sections[0].header.paragraphs[0].text = header
    if footer is not None:
        document.sections[0].footer.paragraphs[0].text = footer
    if title is not None:
        document.core_properties.title = title
    return saved(document)


def blank():
    """An empty python-docx document of a few styles."""
    return opened(_blank())


# What python-docx begins with is a hundred table styles twice over; every test would read and check them.
@functools.cache
def _blank():
    document = docx.Document()
    styles = document.styles.element
    for style in styles.style_lst:
        if style.type == WD_STYLE_TYPE.TABLE and style.name_val not in _TABLE_STYLES:
            styles.remove(style)
    for holder in (document.part, document.part.package):
        for key, relationship in list(holder.rels.items()):
            if relationship.reltype.rpartition("/")[2] in _UNUSED:
                del holder.rels[key]
    return saved(document)


_TABLE_STYLES = {"Normal Table", "Table Grid", "Light List", "Light Grid"}
_UNUSED = {"stylesWithEffects", "customXml", "thumbnail"}


def add_table(document, rows):
    """Add a table whose cells hold these texts; `¶` in a text begins a new paragraph of the cell."""
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            first, *others = text.split("¶")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)
    return table


def heading(text, level=1):
    """A builder of one heading."""
    return lambda document: document.add_heading(text, level)


def runs(*texts):
    """A builder of one paragraph whose text is spread over these runs; the first one is bold."""

    def build(document):
        paragraph = document.add_paragraph()
        for index, text in enumerate(texts):
            paragraph.add_run(text).bold = index == 0 or None

    return build


def xml(inner):
    """A builder that puts WordprocessingML before the body's end; `w` is declared."""

    def build(document):
        body = document.element.body
        for element in parse_xml(f"<w:body {NAMESPACE}>{inner}</w:body>"):
            body.insert(len(body) - 1, copy.deepcopy(element))

    return build


def saved(document):
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def render(data, context=None, *, braces=False, **options):
    """The document for a context, checked; `braces` says that its text holds some on purpose."""
    out = Template(data).render({} if context is None else context, **options)
    validate(data, out, [] if braces else ["--tags"])
    return out


def texts(data):
    """The texts of the body's paragraphs outside tables."""
    return [paragraph.text for paragraph in opened(data).paragraphs]


def rows(data, index=0):
    """The texts of a table's cells, row by row."""
    return [[cell.text for cell in row.cells] for row in opened(data).tables[index].rows]


def opened(data):
    """A finished document in python-docx."""
    return docx.Document(io.BytesIO(data))


def part(data, name="word/document.xml"):
    """The XML of a part, as text."""
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def widths(data, tag, attribute="w"):
    """An attribute of every element with this name, in order."""
    root = parse_xml(part(data).encode())
    return [element.get(qn(f"w:{attribute}")) for element in root.iter(qn(f"w:{tag}"))]


def refused(data, context=None, **options):
    """The findings with which compiling or rendering is refused."""
    with pytest.raises(Refused) as caught:
        Template(data).render({} if context is None else context, **options)
    return caught.value.findings


def validate(data, out, options=()):
    """Fail if the checker finds in `out` what it does not find in its template."""
    check = _checker()
    if check is None:
        return
    with TemporaryDirectory() as folder:
        before, after = Path(folder, "template.docx"), Path(folder, "out.docx")
        after.write_bytes(out)
        words = [*options, "--strict", str(after)]
        if not check(words):
            return
        before.write_bytes(data)
        # It tells elements by their address, and so errs now and then: what it finds twice is there.
        beside = [*words, "--baseline", str(before)]
        said = check(beside) and check(beside)
        assert not said, said


@functools.cache
def _checker():
    """What the checker says of the files that its arguments name: nothing, where it finds nothing."""
    script = os.environ.get("KADOCS_VALIDATOR")
    if not script:
        return None
    main = runpy.run_path(script)["main"]

    def check(arguments):
        said = io.StringIO()
        before = sys.argv, sys.stdout, sys.stderr
        sys.argv, sys.stdout, sys.stderr = [script, *arguments], said, said
        try:
            failed = main()
        finally:
            sys.argv, sys.stdout, sys.stderr = before
        return said.getvalue() if failed else ""

    return check
