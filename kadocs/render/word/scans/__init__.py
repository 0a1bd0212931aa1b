"""A file of scanned paper → its pages as pictures, and how fine each would be in print; bytes in, bytes out.

`picture` reads pictures, `paper` PDFs; `encoding` makes small files of what had to be drawn anew, and `kept`
remembers those.
"""

from __future__ import annotations

from kadocs.render.word.scans.faults import BadScan
from kadocs.render.word.scans.scan import Scan, parted

__all__ = ["BadScan", "Scan", "parted"]
