"""LibreOffice calculates a workbook; what its cells held before is not trusted."""

import io
import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from kadocs import office
from kadocs.findings import Refused
from kadocs.office import installed

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def workbook(**cells: object) -> bytes:
    """One sheet, 报价."""
    book = openpyxl.Workbook()
    book.active.title = "报价"
    for address, value in cells.items():
        book.active[address] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@needs_office
def test_every_value_is_told_with_its_kind():
    data = workbook(
        A1=100,
        A2="=A1+0.1",
        A3="=0.1+0.2",
        A4="=DATE(2026,3,5)",
        A5='="甲"&A1',
        A6='=""',
        A7="文字",
        A8="=A1>1",
    )
    assert office.calculate(data, "a.xlsx") == {
        "报价": {
            "A1": Decimal(100),
            "A2": Decimal("100.1"),
            "A3": Decimal("0.3"),
            "A4": Decimal(46086),
            "A5": "甲100",
            "A6": "",
            "A7": "文字",
            "A8": True,
        }
    }


@needs_office
@pytest.mark.parametrize(
    ("formula", "error"), [("=1/0", "#DIV/0!"), ("=NA()", "#N/A"), ("=FOO(1)", "#NAME?")]
)
def test_what_cannot_be_calculated_is_an_error_not_a_text(formula, error):
    value = office.calculate(workbook(A1=formula, A2=f'="{error}"'), "a.xlsx")["报价"]
    assert value == {"A1": error, "A2": error}
    assert isinstance(value["A1"], office.Error)
    assert not isinstance(value["A2"], office.Error)


@needs_office
def test_a_value_from_before_is_calculated_anew():
    stale = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(A1=2, A2="=A1*3"))) as old, zipfile.ZipFile(stale, "w") as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb"(</f>)<v\s*/>|(</f>)<v></v>", rb"</f><v>999</v>", old.read(part)))
    assert b"<v>999</v>" in zipfile.ZipFile(stale).read("xl/worksheets/sheet1.xml")
    assert office.calculate(stale.getvalue(), "a.xlsx")["报价"]["A2"] == 6


def test_without_libreoffice_it_is_refused_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setattr(installed, "program", lambda: None)
    with pytest.raises(Refused) as refused:
        office.calculate(b"", "a.xlsx")
    [finding] = refused.value.findings
    assert finding.code == "OUT010"
    assert "libreoffice-calc" in finding.hint.zh


@needs_office
def test_what_is_no_workbook_is_refused():
    with pytest.raises(Refused) as refused:
        office.calculate(b"PK\x03\x04 nonsense", "a.xlsx")
    assert refused.value.findings[0].code == "OUT011"
