"""The scan of a sheet's XML, in the forms in which programs write it."""

import pytest

from kadocs.sources.excel import scan
from kadocs.sources.excel.scan import Format

STYLES = b"""<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>
<numFmt numFmtId="165" formatCode="&quot;5%&quot;#,##0"/><numFmt numFmtId="166" formatCode="00000"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
<xf numFmtId="2"/><xf numFmtId="4"/></cellXfs></styleSheet>"""


def sheet(cells, formats=None):
    return scan.sheet(
        b"<worksheet><sheetData><row r='1'>" + cells + b"</row></sheetData></worksheet>", formats or {}
    )


def test_formats_that_change_how_a_number_reads():
    percent = Format(percent=True)
    assert scan.formats(STYLES) == {1: percent, 2: percent, 4: Format(whole=5), 5: Format(whole=1, places=2)}


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B1"><f>A1</f></c>',
        b'<c r="B1"><f>A1</f><v></v></c>',
        b'<c r="B1"><f>A1</f><v/></c>',
        b'<c r="B1" s="3"><f t="shared" ref="B1:B9" si="0">A1*2</f><v />\n</c>',
        b'<c r="B1"><f t="shared" si="0"/></c>',
    ],
)
def test_a_formula_that_was_never_calculated(cell):
    assert sheet(b'<c r="A1"><v>1</v></c>' + cell).unsaved.keys() == {(0, 1)}


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B1"><f>A1</f><v>0</v></c>',
        b'<c r="B1" t="str"><f>IF(A1="","",A1)</f><v></v></c>',
        b'<c r="B1" s="1"/>',
        b'<c r="B1"><v>1</v></c>',
    ],
)
def test_cells_that_have_all_they_need(cell):
    assert not sheet(cell).unsaved


def test_errors_with_and_without_a_formula():
    found = sheet(b'<c r="A1" t="e"><v>#N/A</v></c><c r="AB1" s="2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert found.errors == {(0, 0): "#N/A", (0, 27): "#DIV/0!"}


@pytest.mark.parametrize(
    "cell",
    [b'<c r="C1" s="1"><v>1</v></c>', b'<c r="C1" t="n" s="1"><v>1</v></c>', b'<c s="1" r="C1"><v>1</v></c>'],
)
def test_formats_are_found_in_any_order_of_attributes(cell):
    assert sheet(cell + b'<c r="D1" s="11"><v>1</v></c>', {1: Format(percent=True)}).formats == {
        (0, 2): Format(percent=True)
    }


def test_prefixed_elements_are_read_too():
    xml = (
        b'<x:worksheet xmlns:x="x"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>'
        b'<x:row r="7" hidden="1"><x:c r="A7"><x:f>B7</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )
    found = scan.sheet(xml, {})
    assert found.unsaved == {(6, 0): "B7"}
    assert found.hidden_rows == {6}
    assert found.hidden_columns == (range(1, 3),)
