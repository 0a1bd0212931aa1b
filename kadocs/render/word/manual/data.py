"""The manual pages of what a template does with data that it cannot do (TPL020 to TPL030)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL020": Text(
        """印出的内容都有值。

检查什么：模板要印出、计算或交给过滤器的字段都已填写。
为什么：空着的地方到了客户手里就是疏漏；None 更不能印出来。
示例：{{ quote.valid_until | date }}，而报价没有有效期。
怎么办：在数据里填写；可以没有的内容，请写 {% if … %} 或 default；未齐时用 --draft 先出草稿。""",
        """What is printed has a value.

What: every field that the template prints, calculates with or hands to a filter is filled in.
Why: a hole in a document is a mistake in the customer's eyes, and the word None a worse one.
Example: {{ quote.valid_until | date }} while the offer has no validity.
What to do: fill it in; what may be absent belongs in {% if … %} or takes a default; --draft marks gaps.""",
    ),
    "TPL021": Text(
        """模板用到的名称都在数据里。

检查什么：标签里的每个名称，数据里都有。
为什么：写错的名称会印成空白，没有人发现少了一项。
示例：{{ account.nmae }}，应为 name。
怎么办：按提示改成最接近的名称；kadocs template fields 列出模板用到的全部名称。""",
        """Every name that a template uses is in the data.

What: the data has each name that a tag asks for.
Why: a misspelt name would print nothing, and nobody would see what is missing.
Example: {{ account.nmae }} instead of name.
What to do: take the nearest name that the hint offers; kadocs template fields lists all that are used.""",
    ),
    "TPL022": Text(
        """值的种类适合所做的事。

检查什么：循环的对象是列表，印出的是单个值，过滤器拿到的是它能处理的值。
为什么：否则印出来的不是您要的内容。
示例：{% for x in account.name %}；{{ quote.items }}；把“面议”交给 money。
怎么办：检查名称和数据；一组值请用 for 逐个印出，或写明要印的字段。""",
        """A value is of a kind that suits what is done with it.

What: loops run over lists, single values are printed, filters get what they can work on.
Why: anything else would not print what you meant.
Example: {% for x in account.name %}; {{ quote.items }}; “on request” handed to money.
What to do: check name and data; print several values with for, or name the field to print.""",
    ),
    "TPL023": Text(
        """模板只使用数据和过滤器。

检查什么：不碰以下划线开头的名称、程序内部的属性和会改动数据的方法。
为什么：模板可能来自别人；它不应能读取电脑上的文件或运行命令。
示例：{{ x.__class__ }}；{{ xs.append(1) }}。
怎么办：去掉它；需要的值请放进数据。""",
        """A template uses data and filters, nothing else.

What: no names with a leading underscore, no internals of the program, no method that changes data.
Why: templates come from other people, and must not read your files or run commands.
Example: {{ x.__class__ }}; {{ xs.append(1) }}.
What to do: remove it; put the value that you need into the data.""",
    ),
    "TPL024": Text(
        """模板算出的内容在限度之内。

检查什么：循环次数、文字长度、数值大小、宏的层数和文档大小都有上限。
为什么：一个写错的循环就能让电脑停止响应。
示例：{{ "x" * 10**9 }}；自己调用自己的宏。
怎么办：检查循环和宏的写法；真的需要更大的文档，请分成几份。""",
        """What a template makes stays within limits.

What: turns of loops, length of texts, size of numbers, depth of macros, size of the document.
Why: one wrong loop could bring a computer to a halt.
Example: {{ "x" * 10**9 }}; a macro that calls itself.
What to do: check loops and macros; a document that must be larger is better made in several files.""",
    ),
    "TPL025": Text(
        """表达式算得出来。

检查什么：除数不为零，相加的是同一类值，下标没有超出范围。
为什么：算不出的值不能印。
示例：{{ 1 / 0 }}；{{ 1 + "元" }}。
怎么办：先判断除数；文字与数字相连请用 ~，例如 {{ n ~ "元" }}。""",
        """An expression can be computed.

What: no division by zero, no adding of different kinds, no index out of range.
Why: what cannot be computed cannot be printed.
Example: {{ 1 / 0 }}; {{ 1 + " days" }}.
What to do: test the divisor first; join text and numbers with ~, as in {{ n ~ " days" }}.""",
    ),
    "TPL030": Text(
        """值里没有 Word 不允许的控制字符。

检查什么：值里有没有看不见的控制字符；有就去掉，并在这里说明。
为什么：这些字符会让 Word 打不开文件；悄悄去掉又会让人不知道值被改过。
示例：从旧系统复制的文字里带着 U+000B。
怎么办：在数据里删去该字符，或重新输入这段文字。""",
        """Values hold no control characters that Word does not allow.

What: whether a value has any; they are left out, and told of here.
Why: with them Word would not open the file, and to drop them silently would change a value unnoticed.
Example: text copied from an old system, with U+000B in it.
What to do: delete the character in the data, or type the text again.""",
    ),
}
