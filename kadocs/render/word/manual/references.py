"""The manual pages of bookmarks and cross-references (TPL090 to TPL092)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL090": Text(
        """索引里的页码指向存在的书签。

检查什么：{{ "名字" | page }} 里的名字，是同一份文件里的书签：用 {{ 文字 | bookmark("名字") }} 设的，
或在 Word 里插入的。
为什么：指向空处的页码在 Word 里显示“错误！未定义书签”。
示例：索引表写 {{ ("req-" ~ item.id) | page }}，而正文只给一部分条目设了书签。
怎么办：在要指向的地方设书签，或改正名字；只在某些情况下印出的内容，把页码放进同样的条件里。""",
        """A page number in an index leads to a bookmark that there is.

What: the name in {{ "name" | page }} is that of a bookmark in the same document, set with
{{ text | bookmark("name") }} or inserted in Word.
Why: where there is none, Word prints "Error! Bookmark not defined".
Example: an index with {{ ("req-" ~ item.id) | page }}, while only some of the items are bookmarked.
What to do: set the bookmark where the page should lead, or correct the name; put the page number under the
same condition as the text that it leads to.""",
    ),
    "TPL091": Text(
        """每个书签只设一次。

检查什么：bookmark 的名字在一份文件里不重复，也不与在 Word 里插入的书签同名。
为什么：Word 只留一个同名书签，页码会指错地方。
示例：循环里写 {{ item.title | bookmark("req") }}，每一轮都是同一个名字。
怎么办：把编号放进名字：{{ item.title | bookmark("req-" ~ item.id) }}。""",
        """A bookmark is set once.

What: no two bookmarks of a document have the same name, be they set with the filter or inserted in Word.
Why: Word keeps only one of them, and page numbers lead to the wrong place.
Example: {{ item.title | bookmark("req") }} in a loop: each turn has the same name.
What to do: put the number into the name: {{ item.title | bookmark("req-" ~ item.id) }}.""",
    ),
    "TPL092": Text(
        """交叉引用指向存在的书签。

检查什么：模板里用 Word 插入的交叉引用（“见第3章”“见图2”），指向的书签在生成的文件里。
为什么：读者一更新域，这里就变成“错误！未找到引用源”。
示例：引用指向的一节放在 {% if %} 里，这一次没有印出。
怎么办：在模板里删除引用后重新插入，或把引用放进同样的条件里。""",
        """A cross-reference leads to a bookmark that there is.

What: the bookmark behind a cross-reference that was inserted in Word ("see chapter 3", "see Figure 2") is in
the document.
Why: as soon as a reader updates the fields, it turns into "Error! Reference source not found".
Example: the section that it leads to stands in an {% if %} and was not printed this time.
What to do: delete the reference in the template and insert it again, or put it under the same condition.""",
    ),
}
