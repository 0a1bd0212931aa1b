"""The manual pages of charts (TPL100 to TPL109)."""

from __future__ import annotations

from kadocs.findings import Text


def _page(zh: tuple[str, str, str, str, str], en: tuple[str, str, str, str, str]) -> Text:
    return Text(
        f"{zh[0]}\n\n检查什么：{zh[1]}\n为什么：{zh[2]}\n示例：{zh[3]}\n怎么办：{zh[4]}",
        f"{en[0]}\n\nWhat: {en[1]}\nWhy: {en[2]}\nExample: {en[3]}\nWhat to do: {en[4]}",
    )


PAGES: dict[str, Text] = {
    "TPL100": _page(
        (
            "图表的标签给出图表的数据。",
            "图表标题或替代文字里的值有系列，每个系列是一组数；一个图表只有一份数据。",
            "没有系列就画不出图表，程序不会猜。",
            "sales: {series: 5}。",
            "给出 categories 和 series（名称和数值），或给出一组记录，第一个字段是分类。",
        ),
        (
            "A chart's tag gives the data of a chart.",
            "the value in its title or alternative text has series of numbers, and is the only such one.",
            "without series there is nothing to draw, and nothing is guessed.",
            "sales: {series: 5}.",
            "give categories and series (names and numbers), or records whose first field is the category.",
        ),
    ),
    "TPL101": _page(
        (
            "图表里都是数字。",
            "每个系列的值是数、金额、百分比或空值。",
            "文字画不出来；当作零会让读者误会。",
            "values: [1, 待定, 3]。",
            "改成数字；没有数的地方写 null，图表在那里断开。",
        ),
        (
            "A chart holds numbers.",
            "each value of a series is a number, an amount, a percentage or nothing.",
            "a text cannot be drawn, and drawing it as zero would mislead the reader.",
            "values: [1, to be told, 3].",
            "write a number, or null where there is none: the chart has a gap there.",
        ),
    ),
    "TPL102": _page(
        (
            "每个系列的值和分类一样多。",
            "各系列的个数等于分类的个数；股价图的系列和模板一样多。",
            "个数不同时，数会落到别的分类上。",
            "四个季度，系列里却只有三个数。",
            "补上缺的值，没有的写 null。",
        ),
        (
            "Each series is as long as the categories.",
            "a series has one value per category; a stock chart has as many series as the template's.",
            "otherwise numbers would stand under the wrong category.",
            "four quarters, and three numbers in a series.",
            "add what is lacking, null where there is no number.",
        ),
    ),
    "TPL103": _page(
        (
            "数据合乎图表的种类。",
            "散点图要有 x 和 y，气泡图还要 size；其他图表要分类和数值。",
            "Word 不能把点画成柱子，也不知道气泡有多大。",
            "气泡图的数据只有 (x, y)。",
            "把点写成 (x, y) 或 (x, y, size)，或在 Word 里更改图表类型。",
        ),
        (
            "The data suit the kind of chart.",
            "a scatter chart has x and y, a bubble chart size too; other charts have categories and numbers.",
            "Word cannot draw points as columns, nor a bubble whose size is unknown.",
            "(x, y) in a bubble chart.",
            "write points as (x, y) or (x, y, size), or change the type of the chart in Word.",
        ),
    ),
    "TPL104": _page(
        (
            "图表的数据不超过 Word 的限度。",
            "最多 255 个系列，每个系列最多 32000 个点。",
            "再多 Word 不显示，读者也看不清。",
            "把一年每分钟的读数放进一个图表。",
            "先汇总数据，或分成几个图表。",
        ),
        (
            "A chart stays within Word's measure.",
            "it has at most 255 series of 32,000 points.",
            "Word shows no more, and nobody could read it.",
            "the readings of every minute of a year.",
            "sum up the data, or make several charts.",
        ),
    ),
    "TPL105": _page(
        (
            "图表的文字里只有 {{ … }}。",
            "图表的标题、坐标轴标题和替代文字里没有 for、if 等语句。",
            "图表里没有段落可以重复或去掉。",
            "标题写成 {% if x %}销售额{% endif %}。",
            "在 {{ … }} 里写条件，例如 {{ a if x else b }}；循环写在图表所在段落的前后。",
        ),
        (
            "The texts of a chart hold {{ … }} only.",
            "titles, axis titles and the alternative text have no statements such as for and if.",
            "a chart has no paragraphs that could be repeated or left out.",
            "the title {% if x %}Sales{% endif %}.",
            "use {{ a if x else b }}; put loops around the paragraph that the chart stands in.",
        ),
    ),
    "TPL106": _page(
        (
            "图表的标签不写在数据表里。",
            "图表的示例数据里没有标签，除非标题或替代文字里也有。",
            "数据表由值整个重写，单个格子里的标签不会被读取。",
            "系列的名称写成 {{ sales }}。",
            "把标签写进图表的标题或替代文字。",
        ),
        (
            "A chart's tag does not stand in its data sheet.",
            "its sample data hold no tags, unless its title or alternative text has one too.",
            "the sheet is written anew as a whole; tags in single cells are not read.",
            "a series named {{ sales }}.",
            "put the tag into the title or the alternative text of the chart.",
        ),
    ),
    "TPL107": _page(
        (
            "有标签的图表里有示例系列。",
            "图表是 Word 画的，至少有一个系列。",
            "新系列的样子照着它画。",
            "删去了全部示例数据的图表。",
            "在 Word 里重新插入图表，保留示例数据。",
        ),
        (
            "A chart with a tag has a series as a sample.",
            "the chart was drawn by Word and has at least one series.",
            "new series are drawn like it.",
            "a chart from which all sample data were deleted.",
            "insert the chart again in Word, and keep its sample data.",
        ),
    ),
    "TPL108": _page(
        (
            "有标签的图表是能重新写入数据的种类。",
            "瀑布图、漏斗图、树状图、箱形图、地图里没有标签。",
            "这几种图表的数据另有一套格式，不会重新写入，标签会原样留在文件里。",
            "瀑布图的标题写成 {{ waterfall }}。",
            "改用柱形图、条形图、折线图、饼图、散点图等，或把图作为图片插入。",
        ),
        (
            "A chart with a tag is of a kind that can be filled.",
            "waterfall, funnel, treemap, box plot and map charts hold no tags.",
            "their data have another form, which is not written anew; the tag would stay in the document.",
            "a waterfall chart with the title {{ waterfall }}.",
            "use a column, bar, line, pie or scatter chart, or put the chart in as a picture.",
        ),
    ),
    "TPL109": _page(
        (
            "diagram 前面的值能画成组织图。",
            "值里有 nodes，每项有 id 和 name，下级用 parent 写上级的 id，不循环，最多 200 项。",
            "框和连线由它们排出，缺了就画不成图。",
            "{{ team | diagram }}，而 team 是一个姓名列表。",
            "用 {{ charts.org_chart | diagram }}，或给出带 nodes 的数据。",
        ),
        (
            "The value before diagram is a tree that can be drawn.",
            "it has nodes with id and name, the id of the parent where there is one, no circle, at most 200.",
            "boxes and lines are laid out from these.",
            "{{ team | diagram }} where team is a list of names.",
            "use {{ charts.org_chart | diagram }}, or give data with nodes.",
        ),
    ),
}
"""These pages by code."""
