"""The sheet behind a chart: the charted cells and nothing else, in a workbook of its own."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kadocs.figures.columns import letters
from kadocs.render.word import package
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.package import Member

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GENERAL = "General"

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_OWN_FORMAT = 164  # lower numbers are Excel's own
_STATIC = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_ML}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_ML}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_ML}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_S}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: its letters, its heading, its cells from row 2 on (escaped text or numbers).

    A cell without a value is None. `format` is the number format of its cells.
    """

    letters: str
    heading: str
    cells: Sequence[str | Decimal | None]
    format: str = GENERAL

    @property
    def heading_reference(self) -> str:
        """Where the heading stands, as a chart's formula says it."""
        return f"Sheet1!${self.letters}$1"

    @property
    def reference(self) -> str:
        """Where the cells stand, as a chart's formula says it."""
        return f"Sheet1!${self.letters}$2:${self.letters}${max(len(self.cells), 1) + 1}"


@dataclass(slots=True)
class Sheet:
    """The columns of a chart's data, from A on."""

    columns: list[Column] = field(default_factory=list)

    def add(self, heading: str, cells: Sequence[str | Decimal | None], code: str = GENERAL) -> Column:
        """The next column, with these cells."""
        column = Column(letters(len(self.columns)), heading, cells, code)
        self.columns.append(column)
        return column

    def workbook(self) -> bytes:
        """The sheet as a workbook; the same cells always give the same bytes."""
        formats = list(dict.fromkeys([GENERAL, *(column.format for column in self.columns)]))
        written = (
            package.member("xl/worksheets/sheet1.xml", self._xml(formats).encode()),
            package.member("xl/styles.xml", _styles(formats).encode()),
        )
        return package.write((*_static(), *written))

    def _xml(self, formats: list[str]) -> str:
        rows = "".join(self._rows({code: number for number, code in enumerate(formats)}))
        return f'{_HEAD}<worksheet xmlns="{_S}"><sheetData>{rows}</sheetData></worksheet>'

    def _rows(self, styles: dict[str, int]) -> Iterator[str]:
        headings = "".join(_cell(f"{c.letters}1", c.heading or None, 0) for c in self.columns)
        yield f'<row r="1">{headings}</row>'
        for index in range(max((len(column.cells) for column in self.columns), default=0)):
            cells = "".join(
                _cell(f"{c.letters}{index + 2}", c.cells[index], styles[c.format])
                for c in self.columns
                if index < len(c.cells)
            )
            yield f'<row r="{index + 2}">{cells}</row>'


def _cell(reference: str, value: str | Decimal | None, style: int) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    said = f' s="{style}"' if style else ""
    return f'<c r="{reference}"{said}><v>{value:f}</v></c>'


def _styles(formats: list[str]) -> str:
    own = list(enumerate(formats[1:], _FIRST_OWN_FORMAT))
    codes = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in own)
    uses = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number, _ in own
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{_HEAD}<styleSheet xmlns="{_S}">'
        + (f'<numFmts count="{len(own)}">{codes}</numFmts>' if own else "")
        + '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(formats)}">{plain} xfId="0"/>{uses}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


@functools.cache
def _static() -> tuple[Member, ...]:
    return tuple(package.member(name, (_HEAD + text).encode()) for name, text in _STATIC.items())
