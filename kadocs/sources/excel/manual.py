"""The manual pages of the findings that reading a workbook gives."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "DATA030": Text(
        """文件是完好的 .xlsx 工作簿。

检查什么：文件真的是 Excel 工作簿，没有损坏，没有打开密码，不是 .xls 等旧格式。
为什么：改了扩展名的网页、CSV 或旧格式里没有可靠的单元格可读。
示例：业务系统导出的“.xls”其实是一个网页。
怎么办：用 Excel 或 WPS 打开，取消密码，另存为“Excel 工作簿（*.xlsx）”。""",
        """The file is a sound .xlsx workbook.

What: it really is an Excel workbook, neither damaged, nor behind a password, nor of an old kind.
Why: a web page or a CSV under another name has no cells that could be relied on.
Example: the “.xls” that a business system exports is in truth a web page.
What to do: open it in Excel or WPS, remove the password, save it as an Excel workbook (*.xlsx).""",
    ),
    "DATA031": Text(
        """工作簿不过大，内容不在很远的行列。

检查什么：解压后的大小、内容所占的行列有限，里面没有不允许的 XML 声明。
为什么：第一百万行的一个空格就能让读取花几分钟；专门做的文件能耗尽内存。
示例：格式被拖到了最后一行，或在很远处误按了一个键。
怎么办：按 Ctrl+End 找到最后的单元格，删去空行空列、图片和无关的工作表后保存。""",
        """The workbook is of a sensible size, with nothing far out.

What: its size when unpacked and the reach of its cells are limited; it has no entities.
Why: one space in row 1,000,000 costs minutes, and a file made for it would exhaust the memory.
Example: a format was dragged down to the last row, or a key hit far away.
What to do: press Ctrl+End to find the last cell; delete empty rows, pictures, sheets; save it.""",
    ),
    "DATA032": Text(
        """公式都有计算结果。

检查什么：有公式的单元格里存着它的值。
为什么：由程序写出、还没有用 Excel 打开过的公式没有值，读出来会是空的。同一张表里的加减乘除、SUM、PRODUCT
和 ROUND 由 kadocs 精确算出，只作提示。
示例：系统导出的工作簿，“合计”列全是公式，从未计算过。
怎么办：用 Excel 或 WPS 打开，待重新计算后保存，再运行。""",
        """Every formula has its value.

What: a cell with a formula also holds what it came to.
Why: a formula written by a program and never opened in Excel has none, and would be read as blank.
Those of + − × ÷, SUM, PRODUCT and ROUND over cells of the same sheet are worked out exactly, with a note.
Example: an exported workbook whose column of sums has never been calculated.
What to do: open it in Excel or WPS, let it calculate, save it, run again.""",
    ),
    "DATA033": Text(
        """单元格不是错误值。

检查什么：没有单元格显示 #REF!、#DIV/0!、#N/A 等。
为什么：错误值没有含义，不能进入文档。
示例：删掉一行后，引用它的公式变成 #REF!。
怎么办：改正公式或直接填写数值，保存后再运行。""",
        """No cell shows an error.

What: there is no #REF!, #DIV/0!, #N/A or the like.
Why: an error means nothing and must not be printed.
Example: a row was deleted, and the formula that read it shows #REF!.
What to do: correct the formula or type the value, save, run again.""",
    ),
    "DATA034": Text(
        """表头和项目名称是认识的。

检查什么：表头或左列的文字是某个字段的名称或别名。
为什么：不认识的名称，它下面或右边的值不会读取；如果那是需要的数据，文档里就会缺少。
示例：表头写“单价(不含)”，而字段叫“单价”。
怎么办：需要就改成提示的字段名称；不需要就不必理会。""",
        """Headings and labels are known.

What: the text at the head of a column or left of a value is the title of a field, or one of its other names.
Why: what stands below or beside an unknown one is not read, and documents lack it if it was needed.
Example: a column is headed “Unit pr.”, while the field is “Unit price”.
What to do: use the title that the hint offers; ignore it if the values are not needed.""",
    ),
    "DATA035": Text(
        """工作表里有可读取的内容。

检查什么：工作表（或 .csv 文件）里至少有一个认识的表头或项目名称。
为什么：让您知道这一张没有用到。
示例：一张只有草稿和图表的工作表。
怎么办：不需要就不必理会；需要请在表头或左列写字段的名称。""",
        """Something in the sheet is known.

What: the sheet, or the .csv file, has a heading or a label that is a field's title.
Why: so that you know that nothing of this sheet is used.
Example: a sheet of drafts and charts.
What to do: ignore it if it is not needed; else head its columns or rows with fields' titles.""",
    ),
    "DATA036": Text(
        """隐藏的工作表不读取。

检查什么：有没有隐藏的工作表。
为什么：隐藏的多是旧版本或内部数据，读进来会悄悄改变文档；不说明又会让人以为已经读取。
示例：“上一版报价”被隐藏，没有删除。
怎么办：其中有需要的数据就取消隐藏，否则不必理会。""",
        """Hidden sheets are not read.

What: whether there are any.
Why: they mostly hold old versions or internal data, which should change no document unnoticed.
Example: “last offer” was hidden instead of deleted.
What to do: unhide the sheet if its data is needed, else ignore this.""",
    ),
    "DATA037": Text(
        """隐藏的行和列也会读取。

检查什么：读取的工作表里有没有隐藏的行或列。
为什么：筛选只是藏起了行，合计仍包含它们；看不见的内容却会出现在文档里。
示例：筛选“服务器”后保存，其余设备也进入了报价表。
怎么办：取消筛选再看一遍，不需要的行列请删去。""",
        """Hidden rows and columns are read all the same.

What: whether a sheet that is read has any.
Why: a filter only hides rows, and sums still count them; what you do not see would be printed.
Example: saved while filtered for “server”; the other equipment is in the offer too.
What to do: clear the filter and look again; delete what is not wanted.""",
    ),
    "DATA038": Text(
        """长数字没有被 Excel 截断。

检查什么：账号、证号等超过 15 位的编号是不是以数字形式存放。
为什么：Excel 只保留 15 位有效数字，后面的变成 0，原来的数字已经丢失。
示例：19 位银行账号显示为 6.22202E+18。
怎么办：先把单元格设为“文本”格式，再重新输入完整的号码。""",
        """No long number has lost its end.

What: whether an identifier of more than 15 digits is kept as a number.
Why: Excel keeps 15 digits and makes the others 0; what was typed is gone.
Example: a bank account of 19 digits shows as 6.22202E+18.
What to do: format the cell as text, then type the whole number again.""",
    ),
    "DATA039": Text(
        """名称只对应一个字段。

检查什么：表头或项目名称会不会同时是几个字段的名称。
为什么：“日期”“名称”在几个部分都有，猜错会把值放到别处。
示例：没有小标题的表里出现“名称”。
怎么办：在上方写明它属于哪一部分，例如“客户信息”。""",
        """A label stands for one field only.

What: whether a heading or a label may mean fields of several sections.
Why: “Date” and “Name” are found in many of them, and a guess would put the value elsewhere.
Example: “Name” in a table without a headline.
What to do: write above it which section it belongs to, such as “Account”.""",
    ),
    "DATA040": Text(
        """说明文字没有当作数据。

检查什么：表格旁边有没有不属于任何字段的文字。
为什么：让您知道它没有读取，以免漏掉写错位置的数据。
示例：表格下面的“以上价格含税”。
怎么办：只是说明就不必理会；若是数据，请写在表头下面或字段名的右边。""",
        """A note is not taken for data.

What: whether there is text beside the tables that belongs to no field.
Why: so that you know that it is not read, in case it was data in the wrong place.
Example: “prices include tax” below a table.
What to do: ignore this if it is a note; data stands below a heading or beside a field's title.""",
    ),
    "DATA041": Text(
        """同一个值不在两处写成不同的样子。

检查什么：两个单元格给出同一个字段时，内容是否相同。
为什么：改了一处忘了另一处，文档里印的可能是旧的。
示例：“封面”和“报价”两张表的项目名称不一致。
怎么办：只保留一处，或改成一样的。写法不同而意思相同的（2300万元 与 23000000）不算。""",
        """A value is not given twice in different words.

What: where two cells give one field, whether they say the same.
Why: with one of them corrected and the other forgotten, the old one may be printed.
Example: the sheets “Cover” and “Offer” name the project differently.
What to do: keep one of them, or make them equal; 13% and 0.13 are equal already.""",
    ),
    "DATA042": Text(
        """下级表的每一行都找得到它所属的记录。

检查什么：一行所写的上级名称，在主表里有同名的记录。
为什么：找不到归属的行无处可放，不读取会让文档缺内容。
示例：功能表写“中央平台系统”，而模块表里叫“中央平台”。
怎么办：把名称写得与主表完全一致。""",
        """A row of a sub-table finds the record that it belongs to.

What: the name of the owner in the row is that of a record in the main table.
Why: a row without an owner has no place, and documents would lack it.
Example: a function belongs to “Central platform system”, but the module is “Central platform”.
What to do: write the name exactly as the main table has it.""",
    ),
    "DATA043": Text(
        """小计、合计与它上面的各项相符。

检查什么：报价清单里“小计”行的金额，是否等于上一个小计或分类行以来各项金额之和；有几张报价清单时，
每张的“合计”是否等于自己各项之和，最后的总计也可以是全部之和。
为什么：插入或删去一行后，小计的公式常常没有包含它；文档里的金额由各项算出，与表里的小计对不上。
示例：三台设备共 30,000 元，小计仍写 20,000 元。
怎么办：核对各项金额，再改正小计（最好用求和公式），或删去小计行。""",
        """A sum agrees with the lines above it.

What: the amount in a subtotal row of the prices is the sum of the lines since the last such row or category.
With several price lists, the total of each is the sum of its own lines; the last may be that of all.
Why: a row was put in or taken out, and the formula misses it; documents compute sums from the lines.
Example: three devices come to 30,000, and the subtotal still says 20,000.
What to do: check the lines, then correct the subtotal (best with a sum formula), or delete its row.""",
    ),
    "DATA044": Text(
        """一个字段只有一列。

检查什么：一张表里没有两列的表头是同一个字段的名称。
为什么：两列只能读取一列；读错了一列，文档里的数就错了。
示例：“单价”出现两次，一次是目录价，一次是成交价。
怎么办：要用的那一列保留字段的名称，另一列改个表头或删去。含税、不含税两列单价并存时，读取与“计税方式”一致的一列。""",
        """A field has one column.

What: no two columns of a table are headed by names of the same field.
Why: one of them is read; if it is the wrong one, the document is wrong.
Example: “Unit price” twice, once the list price and once the price agreed.
What to do: keep the field's title over the column to read, rename the other. Of prices with and without tax,
those in the tax mode of the quotation are read.""",
    ),
    "DATA045": Text(
        """金额只按一处换算成万元。

检查什么：表头或标题写着“万元”的金额，单元格的数字格式没有再按万显示。
为什么：这种格式只改变显示，单元格里仍是元；再按表头乘一万，金额就差一万倍。
示例：表头是“预算（万元）”，单元格里是 1280000，格式把它显示成 128.0 万。
怎么办：单元格里是元，就把表头改成“元”；是万元，就把数字格式改成“常规”。""",
        """An amount is scaled in one place.

What: amounts below a heading or title that says 万元 are not shown scaled by their number format too.
Why: such a format only changes the display; scaled by the heading too, it is 10,000 times too large.
Example: below “Budget (万元)” a cell holds 1280000, which its format shows as 128.0.
What to do: if the cells hold 元, say so in the heading; if they hold 万元, set their format to General.""",
    ),
    "DATA046": Text(
        """CSV 文件的引号成对。

检查什么：.csv 文件里含逗号或换行的内容前后都有引号。
为什么：少一个引号，后面的行会全部并进一格。
示例：手工删掉了一段文字结尾的引号。
怎么办：检查提示的那一行；或用 Excel 打开，另存为 .xlsx。""",
        """The quotation marks of a CSV file pair.

What: in a .csv file, values with commas or line breaks have a quotation mark before and after them.
Why: with one of them missing, all rows that follow are swallowed by one cell.
Example: the mark at the end of a text was deleted by hand.
What to do: check the line named; or open the file in Excel and save it as .xlsx.""",
    ),
    "DATA047": Text(
        """数据写在单元格里。

检查什么：读取的工作表里有没有批注或文本框。
为什么：批注和文本框不读取；让您知道，以免重要的说明没有进入文档。
示例：文本框里写着“以上价格不含安装”。
怎么办：只是备忘就不必理会；要进文档，请写进对应的单元格。""",
        """Data stands in cells.

What: whether a sheet that is read has comments or text boxes.
Why: they are not read; this is told lest something that matters is missing from the documents.
Example: a text box that says “prices do not include installation”.
What to do: ignore this if they are memos; else write what matters into a cell.""",
    ),
    "DATA048": Text(
        """计划用日期写，不用颜色画。

检查什么：任务表里有没有一串日期、周或月的列。
为什么：涂色的格子没有值，读不出任务的起止；文档里的甘特图由开始日期和工期画出。
示例：表头是 1月、2月……12月，用底色表示进度。
怎么办：加上“开始日期”和“结束日期”（或“工期”）两列；涂色的列可以保留，不会读取。""",
        """A plan is told by dates, not by colours.

What: whether the table of tasks has a row of days, weeks or months as columns.
Why: coloured cells hold no values; documents draw the chart from start and duration.
Example: columns headed January to December, with the bars painted into them.
What to do: add the columns “Start” and “End” (or “Duration”); the painted ones may stay, unread.""",
    ),
    "DATA049": Text(
        """示例行没有改动。

检查什么：kadocs 写的工作簿里，行首写着“示例”的行仍是原来的示例。
为什么：示例行不读取；把真实数据写在它上面，这些数据就丢了。
示例：报价清单的第一项直接写在了示例行里。
怎么办：把行首的“示例”改成行号；或把数据移到下面的行，示例行可以删去。""",
        """The example row is as it was.

What: in a workbook that kadocs wrote, a row marked “Example” still shows the example.
Why: such rows are not read; what is written over the example would be lost.
Example: the first price item was typed into the example row.
What to do: write a number in place of “Example”; or move the data down; the example may be deleted.""",
    ),
}
