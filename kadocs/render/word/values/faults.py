"""The faults of values: each kind has its own code, so that its manual page can be found."""

from __future__ import annotations

from kadocs.findings import Fault, Text


class UnfitValue(Fault):
    """A value stands where it does not fit: paragraphs in the middle of a line, say."""

    code = "TPL050"


class BadDiagram(UnfitValue):
    """A value is no tree that can be drawn."""

    code = "TPL109"


class BadPicture(UnfitValue):
    """A picture cannot be used: broken, too large, of a format that Word does not show."""

    code = "TPL051"


class BadLink(UnfitValue):
    """A link's target is not one that a document may hold."""

    code = "TPL052"


class BadFile(UnfitValue):
    """A file that a value names cannot be had."""

    code = "TPL053"


class BadDocument(UnfitValue):
    """A Word file cannot be inserted."""

    code = "TPL054"


class Unscannable(UnfitValue):
    """A file is no scan whose pages can be shown."""

    code = "TPL057"


class NoStyle(UnfitValue):
    """The template has no style of this name."""

    code = "TPL055"


class BadFormatting(UnfitValue):
    """A colour, size, underline or the like is not written as it must be."""

    code = "TPL056"


class BookmarkTwice(UnfitValue):
    """Two bookmarks have the same name."""

    code = "TPL091"


class BadChart(UnfitValue):
    """A value is not the data of a chart."""

    code = "TPL100"


class BadNumber(BadChart):
    """A chart's data hold something that is no number."""

    code = "TPL101"


class UnequalChart(BadChart):
    """The series of a chart are not as long as they must be."""

    code = "TPL102"


class UnfitPoints(BadChart):
    """The data do not suit the kind of chart: points where it has categories, or the other way round."""

    code = "TPL103"


class ChartTooLarge(BadChart):
    """A chart cannot hold so many data."""

    code = "TPL104"


def paragraphs_in_a_line() -> UnfitValue:
    """The fault of a value that is whole paragraphs, printed inside a line."""
    return UnfitValue(
        Text(
            "这个值是整段的内容，不能放在一行文字里",
            "this value is whole paragraphs and cannot stand in a line",
        ),
        Text("请用 {{p … }} 单独成段地印出它。", "Print it with {{p … }}, alone in its paragraph."),
    )


def no_row_or_cell() -> UnfitValue:
    """The fault of a value printed in place of a table's row or cell that is neither."""
    return UnfitValue(
        Text("这个值不能代替整行或整个单元格", "this value cannot take the place of a whole row or cell"),
        Text(
            "请在单元格里用 {{ … }} 或 {{p … }}；要重复行，请用 {%tr for … %}。",
            "Print it inside a cell, with {{ … }} or {{p … }}; to repeat rows use {%tr for … %}.",
        ),
    )
