"""The manual pages of settings: deliverables, templates, workspaces (CFG)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "CFG000": Text(
        """有这个名称的文档。

检查什么：命令里的文档名称对应一个模板文件夹。
为什么：名称写错时不能去猜您要哪一份文件。
示例：kadocs build propsal。
怎么办：按提示改正名称；自己的模板文件夹请用 --templates 或 kadocs.yaml 指明。""",
        """There is a deliverable of that name.

What: the name in the command is that of a folder of templates.
Why: which document you want must not be guessed.
Example: kadocs build propsal.
What to do: correct the name as the hint says; name your own folders with --templates or in kadocs.yaml.""",
    ),
    "CFG001": Text(
        """模板文件夹存在。

检查什么：--templates 或 kadocs.yaml 的 templates 指向一个文件夹。
为什么：找不到就会改用自带的模板，您的版式不会出现在文件里。
示例：文件夹改了名，kadocs.yaml 没有改。
怎么办：改正路径；它从 kadocs.yaml 所在的文件夹写起。""",
        """The folder of templates is there.

What: --templates, or templates in kadocs.yaml, points to a folder.
Why: without it the shipped templates would be used, and your layout would be missing.
Example: the folder was renamed, and kadocs.yaml was not.
What to do: correct the path; in kadocs.yaml it begins at that file's folder.""",
    ),
    "CFG002": Text(
        """模板和说明文件能够读取。

检查什么：deliverable.yaml 和其中写明的 Word 文件存在，并可以读取。
为什么：缺了模板就做不出文件。
示例：deliverable.yaml 写着 letter.docx，文件却叫 Letter.docx。
怎么办：检查文件名（区分大小写）和权限。""",
        """Templates and their description can be read.

What: the deliverable.yaml and the Word files that it names are there and may be read.
Why: there is no document without its template.
Example: deliverable.yaml says letter.docx, while the file is Letter.docx.
What to do: check the name, capitals too, and the permissions.""",
    ),
    "CFG003": Text(
        """模板在模板文件夹里。

检查什么：deliverable.yaml 写明的文件没有指到模板文件夹以外。
为什么：别人给的模板文件夹不应读取电脑上的其他文件。
示例：template: {zh: ../../合同.docx}。
怎么办：把文件复制到该文件夹，只写文件名。""",
        """Templates lie within the folder of templates.

What: a file named in deliverable.yaml does not lie outside of it.
Why: a folder that someone else made should not read other files of your computer.
Example: template: {en: ../../contract.docx}.
What to do: copy the file into the folder and write its name only.""",
    ),
    "CFG004": Text(
        """文档有所要的语言的模板。

检查什么：deliverable.yaml 的 template 里有 zh 或 en 对应的文件。
为什么：中文商机用英文模板会印出半中半英的文件。
示例：商机 language 为 en，而文档只有中文模板。
怎么办：用 --lang 选另一种语言，或补上该语言的模板。""",
        """The deliverable has a template in the language asked for.

What: template, in deliverable.yaml, names a file for zh or en.
Why: a deal in one language in a template of the other makes a document that is half and half.
Example: the deal's language is en, and there is a Chinese template only.
What to do: choose the other language with --lang, or add a template.""",
    ),
    "CFG005": Text(
        """gates 写的规则是有的。

检查什么：deliverable.yaml 的 gates 里每个名称都是一组规则。
为什么：写错名称等于没有检查，问题会带到客户面前。
示例：gates: [PROPO]，应为 PROP。
怎么办：改成提示里的名称；kadocs explain 列出全部规则。""",
        """The rules under gates exist.

What: each name under gates, in deliverable.yaml, is a family of rules.
Why: a wrong name checks nothing, and the customer finds what was not checked.
Example: gates: [PROPO] instead of PROP.
What to do: take a name that the hint offers; kadocs explain lists all rules.""",
    ),
    "CFG006": Text(
        """personal 写的是个人信息字段。

检查什么：deliverable.yaml 的 personal 里，每一项都是数据模型中标为个人信息、且该文档读者看得到的字段。
为什么：身份证号、手机、邮箱在给外部的文档里默认遮盖（110***********1234、138****5678、l***@x.cn）；
只有格式文件要求完整填写时才放开，所以要逐个写明，写错一个字就等于没有放开。
依据：个人信息保护法第六条：处理个人信息限于实现目的的最小范围。
示例：授权委托书要求身份证号，写 personal: [bid.agent.id_number]；列表写 qualifications.people.id_number。
怎么办：按提示改正字段名；不需要完整印出的，删去这一项。""",
        """The fields under personal are personal data.

What: each entry under personal, in deliverable.yaml, is a field that the model marks as personal data, and
that the readers of the document may see.
Why: numbers of identity cards, phones and e-mail addresses are masked in documents for others
(110***********1234, 138****5678, l***@x.cn); only where a form demands them are they printed in full, so
each is named, and a slip of the pen would leave it masked.
Basis: 个人信息保护法 article 6: no more personal information than the purpose needs.
Example: a power of attorney wants the ID number: personal: [bid.agent.id_number]; of a list,
qualifications.people.id_number.
What to do: correct the name as the hint says; remove what need not be printed in full.""",
    ),
    "CFG007": Text(
        """when 和 file 的表达式写得对。

检查什么：deliverable.yaml 的 when、file 是能够读懂的 Jinja 表达式。
为什么：写错的表达式在读任何商机之前就能发现，不必等到生成时。
示例：when: delivery.conclusion ==，后面没有写完。
怎么办：按提示的位置改正；file 里的值写在 {{ }} 中，when 不加 {{ }}。""",
        """The expressions of when and file can be read.

What: when and file, in deliverable.yaml, are Jinja expressions that can be read.
Why: a slip in them is found before any deal is read, not when the document is wanted.
Example: when: delivery.conclusion ==, which does not go on.
What to do: correct it at its line; values in file stand in {{ }}, when has none.""",
    ),
    "CFG008": Text(
        """when 和 file 用到的字段是有的，读者也看得到。

检查什么：表达式里的每个名称都是数据模型的字段，或 each 的名称，且属于该文档的读者范围。
为什么：写错一个字，文件就没有名称，或者永远不会生成。
示例：给客户的文档写 when: opportunity.probability > 50，而赢率是内部信息。
怎么办：按提示改正字段名；文件名里还可以用 title（文档名称）。""",
        """The fields in when and file are there, and its readers may see them.

What: each name in the expressions is a field of the model, or the name given by each, and within the
audience of the document.
Why: with a misspelt name the file has none itself, or is never made.
Example: a document for customers says when: opportunity.probability > 50, and the chance is internal.
What to do: correct the name as the hint says; a file's name may also use title, the document's title.""",
    ),
    "CFG009": Text(
        """each 写的是一个列表。

检查什么：deliverable.yaml 的 each 写成“名称 in 列表”，名称不与字段同名，列表是数据模型里的列表。
为什么：每项一份文件，没有列表就不知道有几份。
示例：each: acceptance in delivery.acceptances，每次验收一份报告；模板和 file 里用 acceptance.date。
怎么办：改成一个列表的路径；只要其中几项，另写 when；只生成一份就删去 each。""",
        """What each goes over is a list.

What: each, in deliverable.yaml, is written “name in list”, the name is not that of a field, and the list is
one of the model.
Why: there is one file for each item; without a list nobody knows how many.
Example: each: acceptance in delivery.acceptances makes a report for each acceptance; the template and file
say acceptance.date.
What to do: name a list by its path; to choose among its items, add when; to make one file, remove each.""",
    ),
    "CFG010": Text(
        """kadocs.yaml 能够读取。

检查什么：工作区的 kadocs.yaml 可以打开。
为什么：其中有公司信息和文件夹设置，读不到就不能按您的要求生成。
示例：文件属于另一个用户。
怎么办：检查文件权限。""",
        """The kadocs.yaml can be read.

What: the workspace's kadocs.yaml may be opened.
Why: it holds your company and your folders; without it documents would not be what you asked for.
Example: the file belongs to another user.
What to do: check its permissions.""",
    ),
    "CFG011": Text(
        """kadocs.yaml 由“名称: 值”组成。

检查什么：kadocs.yaml 最外层是一组字段。
为什么：没有名称就不知道每一项设置的是什么。
示例：文件里只有公司名称一行字。
怎么办：写成 vendor:、language: zh、out: out 这样的形式；kadocs init 会新建一份。""",
        """The kadocs.yaml is made of names and values.

What: its outermost level is a group of fields.
Why: without a name nobody knows what a value sets.
Example: the file holds the company's name and nothing else.
What to do: write vendor:, language: en, out: out; kadocs init makes one to begin with.""",
    ),
    "CFG012": Text(
        """样式文件找得到。

检查什么：kadocs.yaml 的 style（或 --style）是自带样式的名称、_styles 里的名称，或一个 .docx 的路径。
为什么：文档的字体、编号、页边距和页眉标志都从这个文件来。
示例：style: bids，自带的叫 bid；style: 公司.docx，但文件在别的文件夹。
怎么办：写 gongwen、bid、modern、english 之一；自己的样式放进 templates/_styles/，或写清路径。""",
        """The base file of the style is there.

What: style, in kadocs.yaml (or --style), is a shipped style, one in a folder _styles, or the path of a .docx.
Why: fonts, numbers, margins and the logo of all documents come from that file.
Example: style: bids, where the shipped one is called bid; style: company.docx, and the file is elsewhere.
What to do: write gongwen, bid, modern or english; put a file of your own into templates/_styles/, or give its
path.""",
    ),
    "CFG013": Text(
        """公司的颜色和字体写得对。

检查什么：kadocs.yaml 的 brand 里，primary 和 accent 是六位十六进制颜色，fonts 里是字体名称。
为什么：写错的颜色会让标题和表格变成谁也没选过的样子。
示例：primary: 深蓝；accent: #12 （没有引号时，# 之后是注释）。
怎么办：写成 primary: "1F3864"，加引号；不需要的一项删去。""",
        """The company's colours and fonts are well written.

What: in brand, in kadocs.yaml, primary and accent are colours of six hexadecimal digits, fonts are names.
Why: with a wrong colour, headings and tables would look as nobody chose.
Example: primary: navy; accent: #12 (without quotes, what follows a # is a comment).
What to do: write primary: "1F3864", in quotes; leave out what you do not need.""",
    ),
    "CFG014": Text(
        """新文档的文件夹是空的。

检查什么：kadocs template new 要写入的文件夹不存在，或者里面没有文件。
为什么：里面可能是您改过的模板，覆盖了就找不回来。
示例：第二次运行 kadocs template new site-survey。
怎么办：换一个名称，或用 --into 写到别的文件夹；确实不要了，先自己删去原来的文件夹。""",
        """The folder of a new document is empty.

What: the folder that kadocs template new would write is not there, or holds no file.
Why: it may hold templates that you have changed; once overwritten, they are lost.
Example: kadocs template new site-survey, for the second time.
What to do: choose another name, or another folder with --into; or delete the old one first.""",
    ),
    "CFG016": Text(
        """招标规则的数据写得对。

检查什么：regimes/ 里每个文件的分册和部分编号不重复，每个部分放在写明的一册里。
为什么：部分放错分册或重复，装订和索引就会出错。
示例：volume: commerical，而 volumes 里只有 commercial。
怎么办：按提示的行改正；自己的文件放在模板文件夹的 bid/regimes/ 下，优先于自带的。""",
        """The data of a tender's rules are right.

What: in each file of regimes/, ids of volumes and parts are their own, and each part names a volume.
Why: with a part in no volume, or in two places, binding and index tables go wrong.
Example: volume: commerical, while volumes only has commercial.
What to do: correct the line; files of your own in bid/regimes/ of your folder of templates come first.""",
    ),
    "CFG017": Text(
        """一个文件的读者不比它的文档多。

检查什么：deliverable.yaml 里某个输出的 audience 与文档的相同，或更窄。
为什么：needs、personal 和规则都按文档的读者检查；读者更多的文件会绕过这些检查。
示例：文档 audience: internal，其中一个输出写 audience: customer。
怎么办：改成 internal、secret 这样更窄的范围，或删去；要给更多人看的文件，另建一个文档。""",
        """A file has no more readers than its deliverable.

What: the audience of an output, in deliverable.yaml, is that of the deliverable, or names fewer readers.
Why: needs, personal and the rules are checked for the deliverable's readers; one for more would evade them.
Example: a deliverable of audience: internal has an output that says audience: customer.
What to do: name fewer readers, such as internal or secret, or remove it; a file for more people belongs into
a deliverable of its own.""",
    ),
    "CFG018": Text(
        """编标的常规计划写得对。

检查什么：countdown.yaml 里每一步有自己的编号、两种语言的名称、截止前的工作日数（0–250）和 18:00 这样的时刻。
为什么：倒排计划由它算出，写错一步，后面的日期都不可信。
示例：days: 五；by: "6点"。
怎么办：按提示的行改正；自己的计划放在模板文件夹的 bid/countdown.yaml，优先于自带的；
只改某一个商机的，填商机的“编标计划”。""",
        """The usual plan of a bid is well written.

What: each step in countdown.yaml has an id of its own, a title in both languages, working days before the
deadline (0 to 250), and an hour such as 18:00.
Why: the countdown is worked out from it; with one step wrong its dates cannot be relied on.
Example: days: five; by: "6 pm".
What to do: correct the line; your own bid/countdown.yaml, in your folder of templates, comes first;
for one deal only, fill in its bid plan.""",
    ),
}
