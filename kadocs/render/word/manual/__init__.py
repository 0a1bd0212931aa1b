"""The manual pages of the findings about templates, by code."""

from __future__ import annotations

from kadocs.findings import Text
from kadocs.render.word.manual import cells, charts, data, files, references, schema, tags, values

PAGES: dict[str, Text] = {
    **files.PAGES,
    **tags.PAGES,
    **data.PAGES,
    **cells.PAGES,
    **values.PAGES,
    **schema.PAGES,
    **charts.PAGES,
    **references.PAGES,
}
