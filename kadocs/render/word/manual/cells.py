"""The manual pages of tags about table cells (TPL040 and TPL041)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL040": Text(
        """合并单元格的标签在重复行或列的循环里。

检查什么：{% vm %} 所在的单元格在重复行的循环里，{% hm %} 在重复列的循环里。
为什么：没有循环就没有可以合并的单元格。
示例：表头的一格里写了 {% vm %}，而 for 从下一行才开始。
怎么办：把单元格移到循环之内，或删去这个标签。""",
        """A tag that merges cells stands in a loop over rows or columns.

What: the cell of {% vm %} is repeated by a loop over rows, that of {% hm %} by one over columns.
Why: without the loop there are no cells to merge.
Example: {% vm %} in the head of a table whose for begins in the next row.
What to do: move the cell inside the loop, or remove the tag.""",
    ),
    "TPL041": Text(
        """关于单元格的标签写在单元格里。

检查什么：cellbg、colspan、vm、hm 所在的段落在表格的单元格里。
为什么：它们改的是所在的单元格；写在正文里没有对象，会被悄悄忽略。
示例：表格上方的段落里写着 {% cellbg "FFCC00" %}。
怎么办：把它移到要改的单元格里，或删去。""",
        """A tag about a cell stands in one.

What: the paragraph of cellbg, colspan, vm or hm is in a cell of a table.
Why: they change the cell around them; in the text there is none, and nothing would come of them.
Example: {% cellbg "FFCC00" %} in the paragraph above a table.
What to do: move it into the cell that it is about, or remove it.""",
    ),
}
