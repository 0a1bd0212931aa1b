"""The manual pages of the findings that finding and joining files gives."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "DATA020": Text(
        """文件存在，能打开，大小合理。

检查什么：所指的文件在那里，可以读取，没有超过上限。
为什么：读不到的文件不能悄悄略过，否则文档会缺内容。
示例：include 里的 ../account.yaml 已经改名；deal.xlsx 没有读取权限。
怎么办：检查文件名、文件夹和权限，关闭占用它的程序。""",
        """The file is there, can be opened, and is no larger than a deal can be.

What: the file named exists, may be read, and stays below the limit.
Why: a file that cannot be read must not be passed over, or documents lack what it holds.
Example: ../account.yaml under include has been renamed; deal.xlsx may not be read.
What to do: check name, folder and permissions, and close what holds it open.""",
    ),
    "DATA021": Text(
        """文件是 YAML、JSON、Excel 工作簿或 CSV。

检查什么：扩展名是 .yaml、.yml、.json、.xlsx、.xlsm 或 .csv。
为什么：其他格式没有约定好的字段位置，读出来的内容靠不住。
示例：把 deal.docx 当作商机。
怎么办：在 Excel 里另存为 .xlsx，或把内容写进 deal.yaml。""",
        """The file is YAML, JSON, an Excel workbook or CSV.

What: its extension is .yaml, .yml, .json, .xlsx, .xlsm or .csv.
Why: in other formats there is no telling which value belongs to which field.
Example: deal.docx given as a deal.
What to do: save it as .xlsx in Excel, or write the content into a deal.yaml.""",
    ),
    "DATA022": Text(
        """include 写的是相对路径的文件名。

检查什么：include 是一个文件名或文件名的列表，从本文件的位置写起。
为什么：绝对路径换一台电脑就失效，也可能指到商机以外的文件。
示例：include: [C:/公司/account.yaml]。
怎么办：写成相对于本文件的路径，例如 include: [../account.yaml]。""",
        """What is included is named from the file that includes it.

What: include: holds a file's name or a list of them, relative to the file in which it stands.
Why: an absolute path is wrong on the next computer, and may point anywhere.
Example: include: [C:/company/account.yaml].
What to do: write it from this file, such as include: [../account.yaml].""",
    ),
    "DATA023": Text(
        """文件之间不互相引入，引入的总数有限。

检查什么：没有文件经过几次 include 又回到自己，引入的文件不超过上限。
为什么：互相引入永远读不完。
示例：deal.yaml 引入 account.yaml，后者又引入 deal.yaml。
怎么办：删去其中一处 include。""",
        """Files do not include each other in a circle, nor too many others.

What: no file comes back to itself by way of includes, and their number is limited.
Why: a circle has no end.
Example: deal.yaml includes account.yaml, which includes deal.yaml.
What to do: remove one of the includes.""",
    ),
    "DATA024": Text(
        """文件里有“名称: 值”形式的内容。

检查什么：文件不是空的，最外层是一组字段，而不是一个列表或一段文字。
为什么：没有名称就不知道每个值是什么。
示例：deal.yaml 只有一行“- 需求一”。
怎么办：在最外层写字段，例如 account: 下面写客户信息；可参照 samples 里的示例。""",
        """The file holds values with names.

What: the file is not empty, and its outermost level is a group of fields, not a list or a text.
Why: without names nobody knows what a value is.
Example: a deal.yaml that says only “- first requirement”.
What to do: write fields at the outermost level, such as account:; the samples show how.""",
    ),
    "DATA025": Text(
        """文件夹里有商机。

检查什么：文件夹自己或其中的文件夹含有 deal.yaml、deal.json 或 deal.xlsx。
为什么：找不到商机就没有什么可检查、可生成的。
示例：文件叫 商机.xlsx，而命令给出的是它所在的文件夹。
怎么办：把文件改名为 deal.xlsx，或直接写出文件名：kadocs check 商机.xlsx。""",
        """There is a deal in the folder.

What: the folder, or a folder in it, has a deal.yaml, deal.json or deal.xlsx.
Why: without a deal there is nothing to check and nothing to make.
Example: the file is called offer.xlsx, and the command names its folder.
What to do: rename it to deal.xlsx, or name the file itself: kadocs check offer.xlsx.""",
    ),
    "DATA026": Text(
        """一个商机只有一种形式的文件。

检查什么：同一文件夹里没有第二个商机文件，例如 deal.yaml 和 deal.xlsx 并存。
为什么：只读取其中一个；如果有人在改另一个，改动不会进入文档。
示例：从 deal.xlsx 转成 deal.yaml 后，旧文件还留在那里。
怎么办：把不用的一个移走；要用它，请直接指明该文件。""",
        """A deal has one file.

What: the folder holds no second form of the deal, such as deal.yaml beside deal.xlsx.
Why: only one of them is read; what someone changes in the other reaches no document.
Example: a deal.xlsx is still there after it was converted to deal.yaml.
What to do: move away the one that is not used, or name that file itself to use it.""",
    ),
}
