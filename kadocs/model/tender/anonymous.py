"""What the tender demands of the part that must not show who wrote it (暗标)."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Flag, Lines, Names, String


class AnonymousPart(Noun):
    """暗标: the part that must not show who wrote it."""

    required: Annotated[
        Flag | None,
        Mark(
            "采用暗标",
            "Anonymous part",
            help=Text("有暗标评审的部分时填“是”", "Yes where a part is judged unnamed"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "暗标范围", "Anonymous scope", help=Text("哪一册、哪几章按暗标编制", "Which volume or chapters")
        ),
    ] = None
    font: Annotated[
        String | None,
        Mark("暗标字体", "Anonymous font", help=Text("如 宋体", "The font that must be used")),
    ] = None
    size: Annotated[
        String | None,
        Mark("暗标字号", "Anonymous font size", help=Text("如 四号，或磅值 14", "A Chinese size, or points")),
    ] = None
    heading_size: Annotated[
        String | None,
        Mark(
            "暗标标题字号",
            "Anonymous heading size",
            help=Text("与正文相同则留空", "Blank where headings are as large as the text"),
        ),
    ] = None
    table_size: Annotated[
        String | None,
        Mark(
            "暗标表格字号",
            "Anonymous table size",
            help=Text("与正文相同则留空", "Blank where tables are as large as the text"),
        ),
    ] = None
    spacing: Annotated[
        String | None,
        Mark(
            "暗标行距",
            "Anonymous line spacing",
            help=Text("如 固定值 26 磅、1.5 倍", "Such as exactly 26 pt"),
        ),
    ] = None
    margins: Annotated[
        String | None,
        Mark(
            "暗标页边距",
            "Anonymous margins",
            help=Text("上、下、左、右，写明单位", "Top, bottom, left, right"),
        ),
    ] = None
    most_pages: Annotated[
        Count | None,
        Mark(
            "暗标页数上限",
            "Anonymous page limit",
            help=Text("不限页数则留空", "Blank where there is no limit"),
        ),
    ] = None
    page_numbers: Annotated[
        Flag | None,
        Mark(
            "暗标允许页码",
            "Page numbers allowed",
            help=Text(
                "不填则在不允许页眉页脚时不印页码",
                "Unless said, none are printed where headers are not allowed",
            ),
        ),
    ] = None
    cover: Annotated[
        Flag | None,
        Mark(
            "暗标允许封面",
            "Cover allowed",
            help=Text("填“是”则加只有项目名称的封面", "Yes for a cover that has the project's name alone"),
        ),
    ] = None
    contents: Annotated[
        Flag | None,
        Mark(
            "暗标允许目录",
            "Contents allowed",
            help=Text("一般允许；不允许填“否”", "As a rule they are; no where they are not"),
        ),
    ] = None
    bold: Annotated[
        Flag | None,
        Mark(
            "暗标允许加粗",
            "Bold allowed",
            help=Text("填“是”则标题和表头加粗", "Yes for bold headings and heads of tables"),
        ),
    ] = None
    headers_allowed: Annotated[
        Flag | None,
        Mark(
            "暗标允许页眉页脚",
            "Headers allowed",
            help=Text("一般为“否”；页码另有规定写在暗标其他要求", "As a rule no"),
        ),
    ] = None
    forbidden: Annotated[
        Names,
        Mark(
            "暗标禁用词",
            "Words not allowed",
            help=Text("除公司名称、人名外还不得出现的词", "Words that would give us away, beside our names"),
        ),
    ] = ()
    rules: Annotated[
        Lines,
        Mark(
            "暗标其他要求",
            "Other anonymity rules",
            help=Text("照抄，逐条", "As the tender has them, one a line"),
        ),
    ] = ()
