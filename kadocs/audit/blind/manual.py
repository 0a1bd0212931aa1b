"""The manual pages of what is found in anonymous volumes (AUD020 to AUD024)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "AUD020": Text(
        """暗标里没有能看出是谁家的名称、号码和联系方式。

检查什么：我方全称、简称、关联企业、联合体成员、分包人，统一社会信用代码、证书号、账号，地址、电话、邮箱、网址，
法定代表人、代理人、联系人和项目人员的姓名，自有品牌和型号，以往客户，以及招标文件禁用的词，
不出现在暗标册的正文、页眉、替代文字、链接、属性、书签、文件名和 PDF 里。采购人和代理机构的名称可以写。
为什么：暗标出现一处投标人标识，一般按否决投标处理。只填名称的字段生成时会换成“投标人”和岗位；
写在句子里的不会替您改写。姓名可能是别的词的一部分时（“方也”与“对方也”）只给警告。
依据：招标文件的暗标编制要求。
示例：方案概述写着“我司 YL-ISCS 平台已在五条线路运行”。
怎么办：按提示的位置改成不指名的说法，重新生成。草稿照样写出，发现只作警告。""",
        """An anonymous volume has no name, number or address that tells whose it is.

What: our names and those of affiliates, consortium members and subcontractors; numbers of registration,
certificates and accounts; address, phones, mail, website; names of representative, agent, contacts and team;
own brands and models; earlier customers; and words that the tender forbids stand nowhere in the volume: text,
headers, alternative text, links, properties, bookmarks, name of the file, PDF. Buyer and agency may be named.
Why: one sign of the bidder in an anonymous part mostly means rejection. A field that is nothing but a name is
called “the bidder”, or by its post, when the volume is made; a sentence is not written anew. A name that may
be part of other words (方也 in 对方也) is a warning only.
Basis: the rules of the tender for anonymous parts.
Example: the overview says “our YL-ISCS platform runs on five lines”.
What to do: say it without the name where the finding says, and build again. A draft is written anyway.""",
    ),
    "AUD021": Text(
        """暗标里没有公司标志、公司资料里的图片和嵌入的对象。

检查什么：暗标册里的图片与公司标志、营业执照和证书扫描件不是同一张（缩小、转灰度后也认得出）；
没有嵌入的表格、文档等对象；不认识的图片格式给出警告。
为什么：标志一眼能看出是谁家的；嵌入的对象里有作者和公司名称。
示例：系统界面截图换成了带公司标志的首页。
怎么办：换一张没有标志的图；嵌入的对象改成文字、表格或图片。""",
        """An anonymous volume has no logo, no picture out of our own files, and nothing embedded.

What: no picture in it is the logo or a scan of licence or certificates, not made smaller or grey either; no
sheet or document is embedded. Pictures of kinds that cannot be read are a warning.
Why: a logo tells at a glance, and what is embedded names author and company.
Example: the screenshot of the system shows the page with the logo.
What to do: choose a picture without it; make what is embedded text, a table or a picture.""",
    ),
    "AUD022": Text(
        """暗标的页眉、页脚、属性里没有多余的文字，也没有批注、修订、隐藏文字和外部链接。

检查什么：页眉为空，页脚只有允许的页码；Word 和 PDF 的标题、作者、公司等属性为空；没有批注、未接受的修订、
隐藏文字和指向外部的链接。
为什么：这些地方不显眼，却最容易留下名字；招标文件一般单独规定页眉页脚。
依据：招标文件的暗标编制要求。
示例：插入的文件带着一条批注，署名是我方工程师。
怎么办：在母版、格式或插入的文件里清掉。允许页眉页脚、允许页码分别填在暗标要求里。""",
        """Headers, footers and properties of an anonymous volume say nothing, and it has no traces of work.

What: headers are empty, footers have page numbers at most, and these where they are allowed; title, author,
company and other properties of the Word file and the PDF are empty; there are no comments, changes, hidden
text, or links that lead out of it.
Why: nobody looks there, and names stay there most easily; tenders have rules for headers of their own.
Basis: the rules of the tender for anonymous parts.
Example: a file that was put in brings a comment signed by our engineer.
What to do: clear it in the host, the form or the file put in. Whether headers and page numbers are allowed
stands in the rules of the anonymous part.""",
    ),
    "AUD023": Text(
        """暗标的字体、字号、行距、页边距符合要求，全部黑色。

检查什么：暗标册每段文字最终的字体、字号、行距和每节的页边距与招标文件要求一致（按样式链、表格样式、主题字体和
直接格式算出）；没有颜色、底纹、突出显示、下划线、斜体，不允许时没有加粗；图表和图片为灰度；表格线为黑色。
只有图的段落行距不限，否则固定行距会把图截断。
为什么：版式与众不同就是记号，招标文件一般规定不符合即否决。
依据：招标文件的暗标编制要求。
示例：要求宋体四号、固定值 26 磅，插入的章节是仿宋小四、1.5 倍行距。
怎么办：同样的问题只说一次并给出处数，从第一处改起。标题、表格允许用别的字号的，填在暗标要求里。""",
        """Font, size, line spacing and margins of an anonymous volume are as demanded, and all is black.

What: font, size and line spacing of each paragraph as they come out in the end (by styles, styles of tables,
fonts of the theme, formatting of their own), and the margins of each section, are what the tender demands; no
colour, shading, highlighting, underlining or italics, and no bold letters unless allowed; charts and pictures
are grey, lines of tables black. A paragraph that is a picture may have any spacing: an exact one cuts it off.
Why: what looks different is a sign, and tenders mostly reject it.
Basis: the rules of the tender for anonymous parts.
Example: the tender wants 宋体 14 pt, exactly 26 pt apart; a chapter that was put in is 仿宋 12 pt, 1.5 lines.
What to do: what is wrong in many places is told once with their number; begin with the first. Where headings
or tables may have another size, say so in the rules of the anonymous part.""",
    ),
    "AUD024": Text(
        """暗标的页数不超过上限。

检查什么：招标文件限定暗标页数时，PDF 的总页数不超过它。
为什么：超出的页一般不评审，有的按否决处理。
示例：限 150 页，排出来 163 页。
怎么办：精简文字，合并表格，缩小图片；目录和封面不计入页数的，把上限相应调大。""",
        """An anonymous volume has no more pages than allowed.

What: where the tender limits the pages of the anonymous part, its PDF has no more.
Why: pages beyond are mostly not read, and some tenders reject the bid.
Example: 150 pages are allowed, and the volume has 163.
What to do: shorten the text, join tables, make pictures smaller; where contents and cover do not count, raise
the limit by them.""",
    ),
}
