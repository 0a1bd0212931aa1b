"""The kinds of chart that Word drew first in 2016: waterfall, funnel, treemap, box plot, map."""

from __future__ import annotations

import re

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.render.word.package import Package

_NAME = re.compile(r"/chartex\d*\.xml$", re.IGNORECASE)
_TAG = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def refusals(package: Package, file: str) -> list[Finding]:
    """A finding for each such chart with a tag: its data are kept in a form that is not written anew."""
    found = []
    for name in filter(_NAME.search, package.members):
        tag = _TAG.search(package.read(name))
        if tag:
            said = re.sub("<[^>]*>", "", tag[0].decode("utf-8", "replace"))
            place = Place(file, trail=(Text("图表", "chart"), Text(name, name), Text(said, said)))
            found.append(Finding("TPL108", Severity.ERROR, place, _MESSAGE, _HINT))
    return found


_MESSAGE = Text(
    "瀑布图、漏斗图、树状图、箱形图、地图里的标签不会被替换",
    "tags in waterfall, funnel, treemap, box plot and map charts are not read",
)
_HINT = Text(
    "请改用柱形图、条形图、折线图、饼图、散点图等图表，或插入图片",
    "Use a column, bar, line, pie, scatter or other older kind of chart, or a picture",
)
