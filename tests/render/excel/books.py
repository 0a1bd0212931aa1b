"""Workbooks for tests: templates made as a user's Excel would, and what comes of them, read back.

Every rendered file goes through the checker that the variable KADOCS_VALIDATOR names, if it is set.
"""

import io
import zipfile

import openpyxl
import pytest

from kadocs import office
from kadocs.findings import Refused
from kadocs.render.excel import Template, with_values
from tests.render.word.docs import validate

needs_office = pytest.mark.skipif(office.program() is None, reason="needs LibreOffice")


def book(cells=None, **sheets):
    """A workbook: cells by address, on “S” or on the sheets that are named."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, values in (sheets or {"S": cells or {}}).items():
        sheet = made.create_sheet(name)
        for address, value in values.items():
            sheet[address] = value
    return made


def saved(made):
    """The bytes of a workbook."""
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def template(made, name="t.xlsx", **options):
    """A template of a workbook, or of cells."""
    data = made if isinstance(made, bytes) else saved(book(made) if isinstance(made, dict) else made)
    return Template(data, name, **options)


def rendered(made, data=None, **options):
    """The workbook that comes of a template, which passes the checker."""
    compiled = made if isinstance(made, Template) else template(made)
    out = compiled.render(data or {}, **options)
    validate(compiled._data, out, ["--tags"])
    return out


def opened(out, **options):
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(out), **options)


def rows(out, sheet=None):
    """The values and formulas of a sheet, row by row, without empty ends."""
    made = opened(out)
    found = [list(row) for row in (made[sheet] if sheet else made.worksheets[0]).iter_rows(values_only=True)]
    return [trimmed(row) for row in found]


def trimmed(row):
    """A row without the empty cells at its end."""
    while row and row[-1] is None:
        row = row[:-1]
    return row


def calculated(out):
    """The values of a workbook's cells, by sheet, worked out by LibreOffice and written into it."""
    done = with_values(out, office.calculate(out, "t.xlsx"))
    made = opened(done, data_only=True)
    return {sheet.title: {c.coordinate: c.value for row in sheet for c in row} for sheet in made}


def part(out, name):
    """The text of a part."""
    with zipfile.ZipFile(io.BytesIO(out)) as file:
        return file.read(name).decode()


def names(out):
    """The names of all parts."""
    with zipfile.ZipFile(io.BytesIO(out)) as file:
        return file.namelist()


def changed(data, parts):
    """A workbook with parts changed: by name, what to put for what."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in parts.get(name, ()):
                assert before.encode() in content, content
                content = content.replace(before.encode(), after.encode())
            new.writestr(name, content)
    return out.getvalue()


def refused(made, data=None, **options):
    """The code, the place and the English message of each fault of a template or of its render."""
    with pytest.raises(Refused) as caught:
        compiled = made if isinstance(made, Template) else template(made)
        compiled.render(data or {}, **options)
    return [(each.code, each.place.in_("en"), each.message.en) for each in caught.value.findings]
