"""The manual pages of the tender's own forms (OUT030 to OUT034)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "OUT030": Text(
        """招标文件的格式只在空白处改动。

检查什么：成册后的格式与招标文件发来的原件（original）逐字比较：文字、标题、表格的行列和顺序、自动编号都不变，只有空白处不同。
空白是原件留出的下划线、带下划线的空格、空单元格、方括号、方框，并且副本（template）在那里写了标签。
HARD 有改动是错误，该册不写出；SOFT 格式是警告，
循环只能给表格加行；FREE 不比较。页眉页脚用分册自己的，不比较。
为什么：“没有按格式填写”是否决投标的常见原因，改一个字也要说得清。
示例：副本里“代理人无转委托权。”改成了“代理人有转委托权。”；表头“单价”被改成“含税单价”。
怎么办：在副本里改回原文，标签只写在空白处，括号里的提示保留；原件本身用错了就换 original。""",
        """A tender's form changes in its blanks alone.

What: the finished form is compared with the form as the tender issued it (original), sign by sign: its words,
headings, rows, columns, order and automatic numbers stay; only blanks differ. A blank is a line, underlined
room, an empty cell, a name in square brackets or a box of the original, at which its copy (template) has a
tag. In a HARD form a change is an error, and the volume is not written; in a SOFT one it is a warning, and
loops may add rows to tables; FREE ones are not compared. Headers and footers are those of the volume.
Why: "not in the form of the tender" is a usual reason for rejecting a bid.
Example: the copy says "the agent may delegate" where the tender says that he may not.
What to do: put the tender's words back into the copy, with tags in its blanks alone, hints in brackets kept;
or name another original if it is the wrong one.""",
    ),
    "OUT031": Text(
        """有招标文件格式的原件可以核对。

检查什么：用了招标文件自己的格式（template）时，也给出未加标签的原件（original）。
为什么：没有原件，只能和副本自己去掉标签后比较，看不出加标签时误改的字。
示例：只保存了写好标签的 授权委托书.docx，原件被覆盖。
怎么办：从招标文件里再取一份原样存好，路径写在 bid.forms 该行的 original。""",
        """There is an original to compare a tender's form with.

What: a row that names the tender's own form (template) names the form as issued (original) as well.
Why: without it the form is compared with its own copy, which does not show what was changed with the tags.
Example: only the tagged power of attorney was kept, saved over the original.
What to do: take the form out of the tender once more, keep it untouched, and name it in original.""",
    ),
    "OUT032": Text(
        """原文不得改动的格式没有漏填的空白。

检查什么：HARD 格式里的空白都已填上；旁边写着签字、盖章、粘贴的空白由人手填，不算。草稿不查。
为什么：漏填一处，评委可能按实质性不响应处理。
示例：授权委托书的“身份证号码：＿＿＿”没有写标签，印出来还是下划线。
怎么办：在副本的空白处写标签并填好字段；要手填的，打印后填。""",
        """No blank of a form whose wording must stay is forgotten.

What: the blanks of HARD forms are filled; those by which it says sign, seal or affix are filled by hand.
Drafts may have open ones.
Why: one forgotten blank can be read as not answering the tender.
Example: the power of attorney has no tag at "ID number: ____", and is printed with the line.
What to do: put a tag there and fill in its field; what is filled in by hand is filled in on the print.""",
    ),
    "OUT033": Text(
        """招标文件的格式能放进分册。

检查什么：bid.forms 里的 template 和 original 存在，是 .docx，没有密码，副本里没有修订和批注。
为什么：PDF、旧 .doc 和 WPS 文件不能在空白处填写；修订和批注会印进投标文件。
示例：template 写的是 授权委托书.doc。
怎么办：用 Word 或 WPS 另存为 .docx；只有 PDF 时向代理机构要 Word 版；接受全部修订，删除批注。""",
        """A tender's form can be put into a volume.

What: template and original of bid.forms are there and are .docx files without a password; the copy has no
tracked changes and no comments.
Why: PDF, old .doc and WPS files cannot be filled in; changes and comments would be printed in the bid.
Example: template names a .doc file.
What to do: save it as .docx in Word or WPS; where there is a PDF only, ask the agency for the Word file;
accept all changes and delete all comments.""",
    ),
    "OUT034": Text(
        """bid.forms 的每一行都对得上投标文件的一部分。

检查什么：part 是招标规则里的部分编号；after 是投标文件里有的部分；一个部分只有一个自己的格式。
为什么：写错编号的格式会被悄悄漏掉，或排到最后。
示例：part: attorny；两行都给投标函指定了 template。
怎么办：按提示改编号；多出的一行清空 template 和 original，或填“不放入投标文件”。""",
        """Each row of bid.forms is about one part of the bid.

What: part is the id of a part in the rules of the tender, after is a part that the bid has, and no part has
two forms of its own.
Why: a form with a mistyped id would be left out without a word, or stand at the end.
Example: part: attorny; two rows with a template for the letter of bid.
What to do: correct the id as proposed; of two rows clear template and original in one, or say left_out.""",
    ),
}
