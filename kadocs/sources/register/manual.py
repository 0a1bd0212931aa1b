"""The manual pages of the findings about registers."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "DATA060": Text(
        """台账和关联表的每一行都写明是哪个商机（或哪个客户）。

检查什么：商机台账的每一行有商机编号；联系人、报价、拜访等关联表的每一行有它所属的商机编号。空行、合计行、说明文字不算。
为什么：没有编号就不知道这一行说的是哪个商机，内容会丢失，或者混进别的商机。
示例：台账第 37 行填了项目名称和金额，编号还空着。
怎么办：填写编号；不是数据就删去这一行。其他商机不受影响。""",
        """Every row of a register, and of what is joined to it, says which opportunity or customer it means.

What: each row of the register has an opportunity ID, and each row of the joined sheets (contacts, prices,
visits) the ID of its opportunity. Blank rows, sums and notes do not count.
Why: without an ID nobody knows whose the row is; what it says would be lost, or reach another deal.
Example: row 37 has a project and an amount, and no ID yet.
What to do: fill in the ID; delete the row if it is no data. Other deals are not concerned.""",
    ),
    "DATA061": Text(
        """一个商机编号在台账里只有一行。

检查什么：商机编号不重复；大小写、全角半角、空格不算区别。
为什么：两行同一个编号，就不知道以哪一行为准，关联表里的报价和联系人也会合到一起。
示例：复制第 9 行来新建商机，编号忘了改。
怎么办：改正其中一行的编号，或删去多余的一行。改好之前，这个编号的商机不生成文档，其他商机照常。""",
        """An opportunity ID has one row in the register.

What: no two rows bear the same opportunity ID; case, width and blanks make no difference.
Why: of two rows with one ID nobody knows which counts, and the prices and contacts of both would be put
together.
Example: row 9 was copied for a new opportunity, and the ID was left as it was.
What to do: correct the ID of one of them, or delete the row that is too many. Until then no document is made
of that ID; all other deals go on.""",
    ),
    "DATA062": Text(
        """关联表里的商机编号在台账里都有。

检查什么：联系人、报价、需求等关联表每一行的商机编号，都是台账里某一行的编号。
为什么：编号对不上，这些内容就到不了任何商机，容易到最后才发现缺了报价。
示例：台账写 P-2026-010，报价表写 P-2026-10。
怎么办：核对编号；或在台账里加上这个商机。""",
        """The opportunity IDs of joined sheets are those of the register.

What: each row of the joined sheets (contacts, prices, requirements) names an ID that the register has.
Why: rows whose ID is not there reach no deal, and a missing price is noticed late.
Example: the register says P-2026-010, the sheet of prices P-2026-10.
What to do: correct the ID, or add the opportunity to the register.""",
    ),
    "DATA063": Text(
        """商机的客户在客户表里有资料。

检查什么：台账里有客户表时，每个商机的客户（编号、全称、简称或别名）能在客户表里找到；按客户关联的表也能找到对应的客户。
为什么：名称差一个字，客户的地址、税号、行业就到不了这个商机。
示例：客户表写“青岚市轨道交通集团有限公司”，台账写“青岚轨道集团”。
怎么办：把名称写得一致，或在客户表里把另一个叫法加入“客户别名”。""",
        """The customer of a deal is on the sheet of customers.

What: where a register has a sheet of customers, each deal's customer is found there by ID, name, short
name or alias; so are the customers that other sheets are joined by.
Why: for one letter's difference the customer's address and tax number do not reach the deal.
Example: the sheet says “Northmoor Chemicals Ltd”, the register “Northmoor Chem”.
What to do: write the same name, or add the other one to the customer's aliases.""",
    ),
    "DATA064": Text(
        """客户表里一个名称只指一个客户。

检查什么：商机所写的客户名称在客户表里只对应一行。
为什么：对应几行时，不知道该用哪一行的地址和税号。
示例：总公司和分公司两行的简称都写“青岚”。
怎么办：只保留一行，或在台账里改用客户编号。""",
        """A name on the sheet of customers means one customer.

What: the customer's name that a deal gives is that of one row of the sheet of customers.
Why: where several rows bear it, nobody knows whose address and tax number to use.
Example: the head office and a branch have the same short name.
What to do: keep one of the rows, or give the customer's ID in the register.""",
    ),
    "DATA065": Text(
        """台账里的表都写明属于哪个商机。

检查什么：台账工作簿里的清单（联系人、报价、需求等）有“商机编号”列；按客户共用的清单有“客户编号”或“客户全称”列。
为什么：没有这一列，就不知道每一行属于哪个商机，所以不读取。
示例：需求表从单个商机的工作簿复制过来，没有编号列。
怎么办：加一列“商机编号”并逐行填写；不需要这张表就不必理会。""",
        """The tables of a register say to which deal their rows belong.

What: the lists in a register's workbook (contacts, prices, requirements) have a column “Opportunity ID”, or
one with the customer's ID or name if all deals of a customer share them.
Why: without that column nobody knows whose the rows are, so they are not read.
Example: a sheet of requirements was copied from the workbook of one deal.
What to do: add a column “Opportunity ID” and fill it in; ignore this if the table is not needed.""",
    ),
    "DATA066": Text(
        """要用一个商机的地方，给的是一个商机。

检查什么：include 引入的文件、文件夹里的 deal.xlsx，是一个商机的工作簿，不是台账。
为什么：台账有许多商机，不知道该用哪一个。
示例：把商机台账存成 deal.xlsx 放进文件夹。
怎么办：文件夹里的台账命名为 register.xlsx，或直接写文件名；只要一个商机，写成 register.xlsx#商机编号。""",
        """Where one deal is wanted, one is given.

What: a file that is included, and a deal.xlsx in a folder, is the workbook of one deal and not a register.
Why: a register has many deals, and nobody knows which is meant.
Example: a register was saved as deal.xlsx in a folder.
What to do: call a register in a folder register.xlsx, or name the file itself; for one of its deals write
register.xlsx#ID.""",
    ),
    "DATA067": Text(
        """指明的商机编号在台账里。

检查什么：命令里 文件名#商机编号 的编号，台账里有这一行。
为什么：编号不在，就没有什么可做的。
示例：kadocs build proposal register.xlsx#P-99，而台账只到 P-50。
怎么办：核对编号；kadocs stages register.xlsx 列出全部商机。""",
        """The opportunity ID that a command names is in the register.

What: the register has a row with the ID that is given as FILE#ID.
Why: without it there is nothing to do.
Example: kadocs build proposal register.xlsx#P-99, where the register ends with P-50.
What to do: check the ID; kadocs stages register.xlsx lists all deals.""",
    ),
}
