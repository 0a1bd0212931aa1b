"""The manual pages of templates that do not agree with the deal model (TPL070 to TPL075)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL070": Text(
        """模板用到的字段都在数据模型里。

检查什么：标签里的每一串名称，经过循环、set 和宏，都对应数据模型的字段；不需要任何数据。
为什么：写错的字段要到某个商机用到它时才会暴露，往往就在交标那天。
示例：{{ quote.totl }}；循环里的 {{ item.prise }}。
怎么办：按提示改成最接近的名称。""",
        """The fields that a template uses are in the model.

What: each chain of names, through loops, set and macros, is followed in the model; no data is needed.
Why: a misspelt field shows only with the deal that reaches it, often on the day of the tender.
Example: {{ quote.totl }}; {{ item.prise }} in a loop.
What to do: take the nearest name, which the hint offers.""",
    ),
    "TPL071": Text(
        """模板不使用读者无权看到的字段。

检查什么：文档的读者范围（audience）能看到模板用到的每个字段，判断和循环里的也算。
为什么：成本、底价、对手备注到了客户手里无法收回；连“有没有”也不应透露。
示例：audience 为 customer 的建议书里有 {{ item.cost }}。
怎么办：从模板中删去这个字段；内部文件请在 deliverable.yaml 里写 audience: internal。""",
        """A template uses no field that its readers may not see.

What: the audience of the document may see every field that is used, in conditions and loops too.
Why: a cost, a floor price, a note on a rival cannot be taken back; even whether it is there tells something.
Example: {{ item.cost }} in a proposal whose audience is customer.
What to do: remove the field; an internal document says audience: internal in its deliverable.yaml.""",
    ),
    "TPL072": Text(
        """for 循环的对象是列表。

检查什么：按数据模型，for 后面的字段是列表，而不是文字、数字、金额、日期或是否。
为什么：单个值不能逐项印出，渲染时必定出错。
示例：{% for x in quote.total %}。
怎么办：去掉循环直接印出，或改用列表字段，例如 quote.items。""",
        """A loop runs over a list.

What: by the model the field behind for is a list, not a text, number, amount, date or flag.
Why: a single value has no items, so the render is bound to fail.
Example: {% for x in quote.total %}.
What to do: print the value without a loop, or take a list such as quote.items.""",
    ),
    "TPL073": Text(
        """直接印出的是单个值。

检查什么：按数据模型，印出的字段不是列表，也不是一组字段。
为什么：一组值没有唯一的写法，渲染时必定出错。
示例：{{ account }}；{{ quote.items }}。
怎么办：写明要印的字段，例如 {{ account.name }}；列表用 for 逐个印出，或用 join 连接。""",
        """What is printed is a single value.

What: by the model the field is neither a list nor a group of fields.
Why: there is no one way to write several values, so the render is bound to fail.
Example: {{ account }}; {{ quote.items }}.
What to do: name the field, as in {{ account.name }}; loop over a list, or join it.""",
    ),
    "TPL074": Text(
        """过滤器适合字段的种类。

检查什么：按数据模型，金额过滤器拿到金额或数字，日期过滤器拿到日期，列表过滤器拿到列表。
为什么：用错的过滤器要么必定出错，要么印出错误的内容。
示例：{{ quote.total | date }}；{{ quote.date | money }}。
怎么办：换成适合的过滤器：金额用 money，数字用 number，日期用 date。""",
        """A filter suits the kind of its field.

What: by the model amount filters get amounts or numbers, date filters dates, list filters lists.
Why: a wrong filter is bound to fail, or to print something wrong.
Example: {{ quote.total | date }}; {{ quote.date | money }}.
What to do: take the filter that fits: money for amounts, number for numbers, date for dates.""",
    ),
    "TPL075": Text(
        """只有记录才有字段。

检查什么：点号前面是一条记录，而不是列表或单个值。
为什么：列表里有许多条记录，不知道要哪一条；文字和数字没有字段。
示例：{{ quote.items.name }}；{{ account.name.short }}。
怎么办：列表请用 for 循环，在循环里写 {{ item.name }}；单个值请去掉后面的点号。""",
        """Only a record has fields.

What: before a dot stands a record, not a list and not a single value.
Why: a list has many records, and a text or a number has no fields at all.
Example: {{ quote.items.name }}; {{ account.name.short }}.
What to do: loop over the list and print {{ item.name }}; with a single value, leave out the rest.""",
    ),
}
