"""The manual pages of writing documents (OUT)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "OUT001": Text(
        """文件能够写入。

检查什么：输出文件夹可写，磁盘有空间，目标没有被占用。
为什么：写不成的文件必须说明，原有文件保持完整。
示例：上次生成的建议书还在 Word 里开着。
怎么办：关闭打开它的 Word 或 WPS，腾出空间，或用 --out 选别的文件夹。""",
        """Files can be written.

What: the folder may be written, the disk has room, and nothing holds the file.
Why: what could not be written must be told; what was there stays whole.
Example: the last proposal is still open in Word.
What to do: close it in Word or WPS, free some space, or choose another folder with --out.""",
    ),
    "OUT002": Text(
        """文件名能够写出。

检查什么：deliverable.yaml 的 file 表达式在这个商机上算得出来。
为什么：没有文件名就无处可写；猜一个名称会让人找不到文件。
示例：file 用了 opportunity.id，而商机没有编号。
怎么办：在商机里填写该字段，或改 deliverable.yaml 的 file。""",
        """The name of the file can be worked out.

What: the expression file, in deliverable.yaml, has a value for this deal.
Why: without a name there is nowhere to write, and a made-up one is not found again.
Example: file uses opportunity.id, and the deal has none.
What to do: fill in the field, or change file: in deliverable.yaml.""",
    ),
    "OUT003": Text(
        """两个文件不会写到同一个位置。

检查什么：本次要写的文件没有重名，商机文件夹没有重名（不分大小写）。
为什么：后写的会盖掉先写的，而且没有人知道。
示例：a/项目 和 b/项目 两个商机文件夹同名。
怎么办：给其中一个换文件夹名，或用 --out 分开生成。""",
        """No two files are written to one place.

What: neither the files of this run nor the folders of the deals have the same name, in any case.
Why: the later would replace the earlier, and nobody would know.
Example: two deals in the folders a/project and b/project.
What to do: rename one of the folders, or build them apart with --out.""",
    ),
    "OUT004": Text(
        """没有内容的文件不生成。

检查什么：deliverable.yaml 的 when 条件是否成立，each 的列表里是否有内容。
为什么：没有发生的事不出文件，例如还没有终验就没有终验报告；提示说明是条件使然，不是漏做。
示例：each: acceptance in delivery.acceptances，而商机里还没有验收记录。
怎么办：等有了内容，填写后再生成；不想要这个条件，改 deliverable.yaml。""",
        """A file about nothing is not made.

What: whether the condition when, in deliverable.yaml, holds, and whether the list of each holds anything.
Why: what did not happen has no document: without a final acceptance there is no report of one. The note
tells that it is the condition, and not an oversight.
Example: each: acceptance in delivery.acceptances, while the deal holds no acceptance yet.
What to do: fill it in once there is something, and build again; else change the deliverable.yaml.""",
    ),
    "OUT005": Text(
        """投标格式已与招标文件核对。

检查什么：原文不得改动（HARD）的部分，用的是招标文件自己的格式，或已有人确认 kadocs 自带的格式与之一致。
为什么：格式被改动的投标可能被否决；自带的格式只是草稿，各家招标文件的用词不同。
示例：授权委托书用自带格式，bid.forms 里没有确认。
怎么办：逐字核对后把该格式的 confirmed 填“是”；或把招标文件的格式存成 .docx，路径写在 template。""",
        """Forms of the bid are checked against the tender's.

What: a part whose wording must stay uses the tender's own form, or somebody has confirmed that the form of
kadocs is the same.
Why: a bid whose forms were changed may be rejected; shipped forms are drafts, and tenders word their own.
Example: the power of attorney uses the shipped form, and bid.forms does not confirm it.
What to do: compare them and write confirmed: yes; or name the tender's form, a .docx, in template.""",
    ),
    "OUT006": Text(
        """投标文件要知道招标规则。

检查什么：生成投标文件时，“招标规则”（opportunity.regime）已填，且模板文件夹里有它的数据。
为什么：各部分的组成、分册和顺序由招标规则决定。
示例：还没有拿到招标文件就运行 kadocs build bid。
怎么办：填 opportunity.regime，例如 gov_goods。""",
        """A bid needs the rules of its tender.

What: opportunity.regime is filled in where a bid is made, and the templates have its data.
Why: the rules say of which parts the bid is made, in which volumes and order.
Example: kadocs build bid before there is a tender.
What to do: fill in opportunity.regime, such as gov_goods.""",
    ),
    "OUT016": Text(
        """投标文件的索引表有页码。

检查什么：生成要递交的投标文件时能找到 LibreOffice，由它排版得出页码。
为什么：评委按索引表的页码找证明材料，没有页码的索引表等于没有响应。
示例：在没有安装 LibreOffice 的服务器上运行 kadocs build bid。
怎么办：安装 LibreOffice 后重新生成；只看内容加 --draft，页码留空。""",
        """The index tables of a bid have page numbers.

What: LibreOffice is found where a bid is made that is to be handed in; its layout gives the pages.
Why: evaluators look for proof on the pages that the index tables name.
Example: kadocs build bid on a server without LibreOffice.
What to do: install it and build again; to see what the bid says, add --draft, which leaves pages blank.""",
    ),
    "OUT017": Text(
        """索引表写的位置在投标文件里能找到。

检查什么：评分表、资格要求、偏离表里的 answered_in 各写的是投标文件里唯一的一处：部分的名称或编号、
任意一册的标题，或“分册名 第几章”，例如“技术册 第二章”“技术册 2.3”。几处用分号隔开。
为什么：页码按写的位置查出；找不到或有几处，索引表那一行就没有页码，评委找不到就不给分。
示例：answered_in: 技术册 第九章，而技术册只有六章。
怎么办：照提示里最接近的标题改；有几处的，前面加上分册名和章节号。""",
        """The places that index tables name are in the bid.

What: each answered_in of the scoring table, the demands and the deviations names one place of the bid: the
title or id of a part, a heading of any volume, or a volume and a number, such as “Technical volume, 2.3”.
Semicolons part several.
Why: the pages are looked up by these places. Where one is not found, or could be several, the row has no
page, and evaluators do not find what earns the points.
Example: answered_in: Technical volume, chapter 9, where that volume has six.
What to do: take one of the titles that the hint names; put its volume before a title that stands twice.""",
    ),
    "OUT010": Text(
        """需要 LibreOffice 时它已安装。

检查什么：生成 PDF 时能否找到 LibreOffice。
为什么：PDF 由它排版；没有它，Word 文件照常生成。
示例：在新电脑上用 --pdf。
怎么办：安装 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer），或去掉 --pdf。""",
        """LibreOffice is there where it is needed.

What: whether it is found when a PDF is asked for.
Why: it lays the PDF out; Word files are made without it.
Example: --pdf on a new computer.
What to do: install LibreOffice (Debian/Ubuntu: apt install libreoffice-writer), or leave out --pdf.""",
    ),
    "OUT011": Text(
        """LibreOffice 完成了排版。

检查什么：LibreOffice 在规定时间内生成了 PDF。
为什么：卡住或出错时不能无限等待；Word 文件不受影响。
示例：文档里有很大的图片，电脑又很忙。
怎么办：再试一次；仍不行，请用 Word 打开文件并另存为 PDF。""",
        """LibreOffice finished the layout.

What: it made the PDF within the time allowed.
Why: a layout that hangs or fails must not hold up the rest; the Word file is not concerned.
Example: very large pictures on a busy computer.
What to do: try again; if that fails, open the file in Word and save it as PDF there.""",
    ),
    "OUT012": Text(
        """目录和索引的页码需要 LibreOffice。

检查什么：文档有目录、图目录、表目录、指向页码的交叉引用或索引表时，能否找到 LibreOffice 来计算页码。
为什么：只有排版之后才知道每个标题在第几页；没有它，条目照样列出，标题和编号都对，只是不带页码。
示例：服务器上没有安装 LibreOffice。
怎么办：安装后重新生成，或在 Word 中全选（Ctrl+A）后按 F9 更新域。""",
        """Page numbers in contents and indexes need LibreOffice.

What: whether it is found when a document has contents, a list of figures or tables, references to pages or
an index.
Why: only a layout tells on which page a heading stands; without it the entries are there, with the right text
and numbers of chapters, but without pages.
Example: a server without LibreOffice.
What to do: install it and build again, or select all in Word (Ctrl+A) and press F9.""",
    ),
    "OUT014": Text(
        """目录里的页码稳定下来。

检查什么：填入页码后再排版，页码不再变化。
为什么：页码会改变目录的长短，从而改变后面的页；一直变化时，个别页码会差一页。
示例：目录恰好占满一页，多一位数字就多出一行。
怎么办：在 Word 中核对目录；在目录后加分页符。""",
        """The page numbers in the contents settle.

What: once they are filled in, another layout changes none of them.
Why: page numbers change the length of the contents, and with it the pages that follow; where that never
ends, some are a page off.
Example: contents that fill their page exactly, where one more digit makes one more line.
What to do: check the contents in Word; put a page break behind them.""",
    ),
    "OUT015": Text(
        """排版的机器上有文件用的字体。

检查什么：样式和文字用到的字体，在运行 LibreOffice 的机器上是否安装；没有时由哪种字体代替。
为什么：PDF 里是代替的字体；宽窄不同时换行和页码与 Word 里不同；没有中文字形的字体会印出日文字形或方框。
示例：模板用微软雅黑，服务器上只有 Noto Sans CJK SC（字形正确，只是提示）；
英文用 Calibri，服务器上只有 DejaVu Sans（警告）。
怎么办：在这台机器上安装字体；或在样式里换用有的字体。Word 文件本身不受影响。""",
        """The machine that lays a document out has its fonts.

What: whether the fonts of the styles and of the text are installed where LibreOffice runs, and what takes
their place where not.
Why: the PDF shows the other font; where its letters are wider, lines and pages break elsewhere than in Word;
one without Chinese shapes prints Japanese ones, or boxes.
Example: a template in Microsoft YaHei on a server that only has Noto Sans CJK SC (right shapes: a note);
English in Calibri where there is only DejaVu Sans (a warning).
What to do: install the font on that machine, or use another in the styles. The Word file is not affected.""",
    ),
    "OUT013": Text(
        """公式的值已经算好。

检查什么：工作簿里的公式带着算好的值，手机预览、邮件预览和程序读取时也能看到数字。
为什么：公式由 LibreOffice 在一份副本上计算；没有安装它，公式要等 Excel 或 WPS 打开文件时才计算。
示例：在没有 LibreOffice 的服务器上生成商务谈判表。
怎么办：用 Excel 或 WPS 打开即可；要预先算好，请安装 LibreOffice（含 Calc）后重新生成。""",
        """The formulas have their values.

What: the formulas of a workbook come with their results, which previews and other programs show.
Why: LibreOffice works them out on a copy; without it, Excel or WPS do when the file is opened.
Example: a negotiation sheet made on a server without LibreOffice.
What to do: open it in Excel or WPS; for values beforehand, install LibreOffice with Calc and build again.""",
    ),
    "OUT020": Text(
        """系统没有拒绝读写。

检查什么：运行中读写文件时，系统没有报错。
为什么：磁盘已满、权限不足、网络盘断开时，不能假装已经完成；写好的文件都是完整的。
示例：临时文件夹所在的磁盘已满。
怎么办：按信息里的原因处理后再运行一次。""",
        """The system refuses no reading or writing.

What: the system reports no error while files are read and written.
Why: with a full disk, no permission or a lost network drive nothing may look done; written files are whole.
Example: the disk with the folder for temporary files is full.
What to do: mend what the message names, and run the command again.""",
    ),
    "OUT021": Text(
        """kadocs 自身没有出错。

检查什么：程序没有遇到它没有料到的情况。
为什么：这是 kadocs 的缺陷，不是您的商机或模板的问题；说清楚才能修好。
示例：某个少见的模板结构使程序中断。
怎么办：设 KADOCS_DEBUG=1 再运行，把命令、输出和商机文件（去掉敏感内容）报告给维护者。""",
        """Nothing fails inside kadocs.

What: the program meets nothing that it did not expect.
Why: such a failure is a defect of kadocs, not of your deal or template, and is mended once it is known.
Example: a rare construction in a template ends the run.
What to do: run it again with KADOCS_DEBUG=1, and report command, output and deal (less what is secret).""",
    ),
    "OUT030": Text(
        """文字放得进 Excel 的一个单元格。

检查什么：写工作簿时，每段文字不超过 32,767 个字（Excel 单元格的上限）。
为什么：更长的文字会被截断，或使文件打不开。
示例：把整篇方案写进了“总体方案”一栏。
怎么办：缩短文字；或把它留在 YAML 里，由 include 引入。""",
        """A text fits into one cell of Excel.

What: a workbook that is written holds no text of more than 32,767 characters, which is all a cell takes.
Why: a longer one would be cut off, or keep the file from opening.
Example: a whole solution stands in the field “Overall solution”.
What to do: shorten it, or keep it in YAML, taken in with include.""",
    ),
    "OUT031": Text(
        """带有清单的各条名称不同。

检查什么：写工作簿时，像“方案模块”的界面图这样属于某一条的内容，所属的那条有独一无二的名称。
为什么：Excel 里靠名称对应；两条同名就分不清是谁的。
示例：两个方案模块都叫“监控”，各有自己的界面图。
怎么办：给它们起不同的名称，例如“监控（中央）”和“监控（车站）”。""",
        """Entries that have lists of their own have different names.

What: in a workbook, what belongs to an entry (a module's pictures) names that entry, so names must differ.
Why: the name is all that joins them there; of two of one name nobody could tell whose the list is.
Example: two modules called “Monitoring”, each with pictures.
What to do: give them different names, such as “Monitoring (centre)” and “Monitoring (station)”.""",
    ),
}
