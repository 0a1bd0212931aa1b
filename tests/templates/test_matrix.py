"""需求响应矩阵: every requirement with its answer, and a summary that counts them by formulas."""

import io
from collections import Counter

import openpyxl
import pytest

from kadocs import office
from kadocs.render.excel import Template, with_values
from tests.render.excel.books import needs_office
from tests.render.word.docs import validate
from tests.templates.printed import DEALS, LANGUAGES, deliverable, sample, secrets, template

SHEETS = {"zh": ("响应概况", "需求响应矩阵"), "en": ("Summary", "Compliance matrix")}


def made(name, language):
    compiled = template("matrix", language)
    assert isinstance(compiled, Template)
    out = compiled.render(sample(name).view(deliverable("matrix").says.audience, language), language=language)
    validate(compiled._data, out, ["--tags"])
    return out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_every_requirement_has_its_row(name, language):
    sheet = openpyxl.load_workbook(io.BytesIO(made(name, language)))[SHEETS[language][1]]
    requirements = sample(name).requirements
    assert [row[0].value for row in sheet.iter_rows(min_row=6)] == [each.id for each in requirements]
    assert [row[5].value == "★" for row in sheet.iter_rows(min_row=6)] == [r.mandatory for r in requirements]
    assert sheet.auto_filter.ref == f"A5:K{5 + len(requirements)}"
    assert sheet.print_title_rows == "$5:$5"


@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_the_summary_counts_the_matrix(name, language):
    out = made(name, language)
    values = openpyxl.load_workbook(io.BytesIO(with_values(out, office.calculate(out, name))), data_only=True)
    sheet = values[SHEETS[language][0]]
    requirements = sample(name).requirements
    counted = Counter(getattr(r.response, language) for r in requirements if r.response)
    assert {
        sheet.cell(n, 1).value: sheet.cell(n, 6).value for n in range(9, 13) if sheet.cell(n, 6).value
    } == counted
    both = Counter((getattr(r.response, language), getattr(r.priority, language)) for r in requirements)
    for row in range(9, 13):
        for column in range(2, 6):
            key = sheet.cell(row, 1).value, sheet.cell(8, column).value
            assert sheet.cell(row, column).value == both[key]
    assert sheet["B25"].value == sum(r.mandatory for r in requirements)


@pytest.mark.parametrize("name", DEALS)
def test_nothing_that_the_customer_may_not_see_is_in_it(name):
    text = made(name, "zh")
    book = openpyxl.load_workbook(io.BytesIO(text))
    said = "\n".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    )
    assert not [secret for secret in secrets(sample(name)) if secret in said]
