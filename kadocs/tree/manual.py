"""The manual pages of the findings that reading YAML and checking types gives."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "DATA001": Text(
        """文件的文字编码能够识别。

检查什么：文件是 UTF-8、带标记的 UTF-16，或旧版中文编辑器所存的 GB18030。
为什么：编码猜错时中文会变成乱码，乱码再印进文档就收不回来了。
示例：把图片或 Excel 文件改名为 deal.yaml。
怎么办：用记事本或编辑器打开，另存为 UTF-8；Excel 文件请保留 .xlsx 扩展名。""",
        """The encoding of the file is known.

What: the file is UTF-8, UTF-16 with its mark, or GB18030 as older Chinese editors save it.
Why: with a wrong guess text turns into strange signs, and those would be printed.
Example: a picture or a workbook that was renamed to deal.yaml.
What to do: open it in an editor and save it as UTF-8; a workbook keeps its extension .xlsx.""",
    ),
    "DATA002": Text(
        """文件的写法正确，能够读取。

检查什么：YAML 的缩进、冒号、引号和括号，或 JSON 的逗号、引号和括号。
为什么：写法错了就不知道哪个值属于哪个字段，猜测会让错误的数据进入文档。
示例：“note: 工期: 90 天”里有第二个冒号，却没有加引号。
怎么办：到所示的行（有时是上一行）补上符号、对齐缩进，或给整个值加引号。""",
        """The file is written so that it can be read.

What: indents, colons, quotes and brackets of YAML; commas, quotes and brackets of JSON.
Why: otherwise nobody can tell which value belongs to which field, and a guess would be printed.
Example: “note: term: 90 days” has a second colon, and no quotes.
What to do: on the line named, or the one above it, add the sign, align the indent, or quote the value.""",
    ),
    "DATA003": Text(
        """一个字段只写一次。

检查什么：同一层里没有两个同名的字段。
为什么：别的程序会悄悄只用后一个；您改了前一个，文档里却没有变化。
示例：account 下面有两行 name。
怎么办：只保留一处；提示里有第一处的行号。""",
        """A field is given once.

What: no two fields of one group have the same name.
Why: other programs silently take the last; whoever corrects the first wonders why nothing changes.
Example: two lines “name” under account.
What to do: keep one of them; the message has the line of the first.""",
    ),
    "DATA004": Text(
        """YAML 的别名（& 和 *）有对应的内容，展开后不过大。

检查什么：每个 *名称 前面都有 &名称，不引用自己，展开总量有限。
为什么：循环或层层相乘的别名能让几行文字展开成几个 GB。
示例：备注写成“*重要”，没有加引号，被当成别名。
怎么办：直接写出内容；以 * 或 & 开头的文字请加引号。""",
        """YAML's aliases (& and *) have their content, and do not swell.

What: every *name has its &name above it, none refers to itself, and all together stay within measure.
Why: aliases of aliases turn a few lines into gigabytes.
Example: a note “*important” without quotes is taken for an alias.
What to do: write the content out; put a text that begins with * or & in quotes.""",
    ),
    "DATA005": Text(
        """数据的层级不太深。

检查什么：字段里套字段的层数有限。
为什么：商机数据只有几层；很深的嵌套几乎总是括号或缩进写错，也会耗尽内存。
示例：漏写了一串右括号。
怎么办：检查所示的行前后的括号和缩进。""",
        """The data is not nested too deep.

What: groups inside groups go down to a limit.
Why: a deal has a few levels; more means wrong brackets or indents, and can exhaust the memory.
Example: a row of closing brackets was forgotten.
What to do: look at brackets and indents around the line named.""",
    ),
    "DATA006": Text(
        """YAML 里没有自定义标签。

检查什么：值前面没有 ! 开头的标签。
为什么：标签可以要求程序运行代码，数据文件里不允许。
示例：备注写成“!紧急 尽快回复”，没有加引号。
怎么办：删去标签；若是文字内容，请给整个值加引号。""",
        """The YAML has no tags of its own.

What: no value is preceded by a tag, which begins with !.
Why: a tag may ask a program to run code, which a file of data must not.
Example: a note “!urgent please answer” without quotes.
What to do: remove the tag; if it is part of a text, put the text in quotes.""",
    ),
    "DATA007": Text(
        """一个文件里只有一份数据。

检查什么：YAML 文件里没有用 --- 开始的第二份文档。
为什么：只读第一份会漏掉后面的内容，而且没有人会发现。
示例：把两个商机粘贴在一个文件里，中间用 --- 隔开。
怎么办：删去 ---，或把后一份另存到自己的文件夹。""",
        """A file holds one set of data.

What: no second document begins with --- in a YAML file.
Why: to read the first only would lose the rest without a word.
Example: two deals pasted into one file, with --- between them.
What to do: remove the ---, or save the second deal in a folder of its own.""",
    ),
    "DATA008": Text(
        """字段名是普通的文字。

检查什么：冒号前面不是列表或一组字段，也不是 <<。
为什么：这样的名称不对应任何字段。
示例：“[甲方]: 华光”没有加引号；用 <<: 合并另一段。
怎么办：写成“名称: 值”；要共用内容，请用 include: 引入另一个文件。""",
        """The name of a field is a plain word.

What: before the colon stands no list, no group and no <<.
Why: such a name stands for no field.
Example: “[customer]: Acme” without quotes, or <<: to merge another part.
What to do: write “name: value”; to share content, take in another file with include:.""",
    ),
    "DATA010": Text(
        """必须有的字段都填了。

检查什么：每条记录都有它缺不得的字段，例如需求的编号和内容。
为什么：缺了它，这条记录在文档里就没有意义。
示例：quote.items 的一行没有 name。
怎么办：在所示的位置填写；不需要这条记录就整条删去。""",
        """Every field that must be there is filled in.

What: each record has what it cannot do without, such as the id and the text of a requirement.
Why: without it the record means nothing in a document.
Example: a line of quote.items has no name.
What to do: fill it in at the place named, or remove the whole record.""",
    ),
    "DATA011": Text(
        """字段名都是数据模型里有的。

检查什么：文件里的每个名称都对应一个字段。
为什么：写错一个字母的字段不会被任何文档用到，缺了也没有人发现。
示例：acount 应为 account。
怎么办：按提示改成最接近的名称；确实不需要就删去。""",
        """Every name is a field of the model.

What: each name in the file stands for a field.
Why: a field with a letter wrong is used by no document, and nobody notices that it is missing.
Example: acount instead of account.
What to do: take the name that the hint offers; remove what is not needed.""",
    ),
    "DATA013": Text(
        """值符合字段的类型。

检查什么：数字、金额、日期、选项等能按字段的类型读懂，没有歧义。
为什么：读错的金额或日期印进合同，后果由签字的人承担。
示例：日期写成“3月5日”没有年份；数量写成“若干”。
怎么办：按提示的写法改正；金额可写 3500万元，税率可写 13%，日期可写 2026-03-05。""",
        """A value is of the type of its field.

What: numbers, amounts, dates and choices can be read as their fields want them, without doubt.
Why: whoever signs a contract answers for a wrong amount or date in it.
Example: a date without a year, or a quantity “some”.
What to do: write it as the hint says; 35,000,000, 13% and 2026-03-05 are all understood.""",
    ),
}
