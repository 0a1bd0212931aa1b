"""LibreOffice lays documents out and calculates workbooks; it only measures, what it writes is thrown away.

One LibreOffice is kept running for each Python process, so that a document costs a tenth of a second and not
two; it is replaced when it hangs or dies, and ends with the process.
"""

from kadocs.office.calculation import Error, Value, calculate
from kadocs.office.converting import stop
from kadocs.office.cover import cover, covered
from kadocs.office.fonts import lacking
from kadocs.office.installed import program, version
from kadocs.office.layout import Layout, lay_out, light, pages
from kadocs.office.pdf import finished
from kadocs.office.values import calculated

__all__ = [
    "Error",
    "Layout",
    "Value",
    "calculate",
    "calculated",
    "cover",
    "covered",
    "finished",
    "lacking",
    "lay_out",
    "light",
    "pages",
    "program",
    "stop",
    "version",
]
