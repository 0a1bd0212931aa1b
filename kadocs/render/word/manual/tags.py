"""The manual pages of tags that are written or placed wrongly (TPL010 to TPL018)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL010": Text(
        """标签写在一段之内，用半角花括号。

检查什么：每个 {{、{%、{# 在同一段里都有对应的 }}、%}、#}，花括号不是全角的。
为什么：没写完的标签会原样印给客户看。
示例：“{{ account.name”换行之后才写“}}”；“｛｛ name ｝｝”。
怎么办：在同一段内补上结尾，改用半角；要印出花括号本身，请写 {_{ 和 }_}。""",
        """A tag stands in one paragraph, in plain braces.

What: each {{, {% and {# has its }}, %} or #} in the same paragraph, and the braces are not full-width.
Why: the customer would read an unfinished tag as it stands.
Example: “{{ account.name” with its “}}” in the next paragraph.
What to do: close it in the same paragraph; to print the braces themselves, write {_{ and }_}.""",
    ),
    "TPL011": Text(
        """每个语句都有开头和结尾。

检查什么：for、if 等都有 endfor、endif，次序正确，没有多余的结尾或 else。
为什么：不知道管到哪里，就不知道哪些内容要重复或省略。
示例：“{% for x in quote.items %}”之后只有“{% endif %}”。
怎么办：在它管辖的内容之后补上结尾，删去多余的标签。""",
        """Every statement has its beginning and its end.

What: for, if and the like have endfor, endif, in the right order; no end or else stands alone.
Why: otherwise nobody knows what is to be repeated or left out.
Example: “{% for x in quote.items %}” followed only by “{% endif %}”.
What to do: close it after what it governs, and remove what is too much.""",
    ),
    "TPL012": Text(
        """一个语句的各个标签在同一层。

检查什么：开头、else 和结尾都单独成段、都单独占行、都在同一行的单元格里，或都在同一段里。
为什么：从一段开始、在表格里结束的语句，怎么重复都拼不成完整的文档。
示例：“{% if x %}”在正文里，“{% endif %}”在表格里。
怎么办：把它们移到同一层；要管整行，请用 {%tr … %}，整段用 {%p … %}，整个单元格用 {%tc … %}。""",
        """The tags of a statement stand at one level.

What: its beginning, else and end are each alone in a paragraph, each alone in a row, in cells of one row,
or all in one paragraph.
Why: what opens in the text and closes in a table gives no whole document, however often it is repeated.
Example: “{% if x %}” in the text and “{% endif %}” in a table.
What to do: move them to one level; {%tr … %} takes whole rows, {%p … %} paragraphs, {%tc … %} cells.""",
    ),
    "TPL013": Text(
        """独占一段、一行或一格的标签旁边没有别的内容。

检查什么：{%p %}、{%tr %}、{%tc %} 等标签所在的段、行、格里只有标签。
为什么：该元素整个会消失，旁边的文字会一起丢掉，而且不会有人发现。
示例：“付款条件：{%p if quote.price_terms %}”。
怎么办：把旁边的内容移到别的段或行；只想管几个字，请去掉前缀。""",
        """Nothing stands beside a tag that takes its whole paragraph, row or cell.

What: the paragraph, row or cell of {%p %}, {%tr %}, {%tc %} holds tags only.
Why: all of it vanishes with the tag, and nobody would notice that text was lost.
Example: “Terms: {%p if quote.price_terms %}”.
What to do: move the text elsewhere; to govern a few words only, leave out the prefix.""",
    ),
    "TPL014": Text(
        """标签里的表达式写法正确。

检查什么：名称、引号、括号、运算符和关键字符合 Jinja 语法。
为什么：看不懂的表达式不能猜。
示例：{{ account name }} 少了点；{% for in xs %} 少了变量名。
怎么办：按提示检查引号和括号是否成对；名称里不能有空格，文字要加引号。""",
        """The expression in a tag is written correctly.

What: names, quotes, brackets, operators and keywords follow Jinja's grammar.
Why: an expression that cannot be read must not be guessed.
Example: {{ account name }} lacks a dot; {% for in xs %} lacks a variable.
What to do: check that quotes and brackets are in pairs; no name holds a space, and text is quoted.""",
    ),
    "TPL015": Text(
        """过滤器和测试是有的。

检查什么：“|”后面的过滤器和 is 后面的测试都存在。
为什么：写错的过滤器会让金额或日期按错误的样子印出。
示例：{{ quote.total | mony }}，应为 money。
怎么办：按提示改正；金额用 money、rmb、wan，数字用 number、percent，日期用 date、cn_date、datetime。""",
        """Filters and tests exist.

What: the filter behind each “|” and the test behind each “is” are known.
Why: without its filter an amount or a date would be printed in the wrong form.
Example: {{ quote.total | mony }} instead of money.
What to do: correct it as the hint says; money, number, percent, date, datetime, words are common.""",
    ),
    "TPL016": Text(
        """语句是有的。

检查什么：{% 后面的第一个词是认识的语句，例如 for、if、set、macro、cellbg、colspan。
为什么：不认识的语句既不能执行，也不能当作文字印出。
示例：{% iff x %}；{% foreach x in xs %}。
怎么办：按提示改正；注释请写 {# … #}。""",
        """Statements exist.

What: the first word behind {% is a statement: for, if, set, macro, cellbg, colspan and so on.
Why: an unknown one can be neither carried out nor printed as text.
Example: {% iff x %}, {% foreach x in xs %}.
What to do: correct it as the hint says; a comment is written {# … #}.""",
    ),
    "TPL017": Text(
        """语句和表达式没有嵌套太深。

检查什么：循环和条件一层套一层的层数，以及一个表达式的长度，能够编译。
为什么：嵌套太深的模板编译不了，人也看不懂。
示例：二十多层 for；由几百个加号连成的表达式。
怎么办：拆成几步，用 set 给中间结果起名；重复的部分写成 macro。""",
        """Statements and expressions are not nested too deep.

What: loops and conditions inside each other, and the length of an expression, can be compiled.
Why: what is nested deeper can be neither compiled nor understood.
Example: more than twenty loops inside each other; an expression of hundreds of plus signs.
What to do: take it apart; name what comes out in between with set, and write what repeats as a macro.""",
    ),
    "TPL018": Text(
        """域代码里只有取值的标签，域的类型由模板决定。

检查什么：HYPERLINK、REF、SEQ、IF、QUOTE 等域的代码里只有 {{ … }}，域的类型不是标签；
会读文件或启动程序的域里没有标签。
为什么：数据若能改变域的类型或路径，打开文档就会读别的文件。
示例：{ INCLUDETEXT "{{ path }}" }；{ {{ kind }} x }；{ HYPERLINK "{% if x %}…" }。
怎么办：链接请写 { HYPERLINK "{{ url }}" } 或 {{ url | link('文字') }}；引入文件请用 {% include %}。""",
        """The code of a field holds values only, and the template says what kind of field it is.

What: HYPERLINK, REF, SEQ, IF, QUOTE and the like hold {{ … }} only, never as their kind; fields that read
files or start programs hold no tags.
Why: data that could change a field's kind or path would make readers' computers open other files.
Example: { INCLUDETEXT "{{ path }}" }, { {{ kind }} x }, { HYPERLINK "{% if x %}…" }.
What to do: write { HYPERLINK "{{ url }}" } or {{ url | link('text') }}; put files in with {% include %}.""",
    ),
}
