"""The manual pages of values that are more than text: pictures, links, documents (TPL050 to TPL057)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL050": Text(
        """值放在适合它的位置。

检查什么：整段的内容单独成段地印出，行内的内容放在文字里。
为什么：整段放进一行文字里，Word 打不开这样的文件。
示例：在一句话中间写 {{ text | markdown }}。
怎么办：整段的值用 {{p … }} 单独成段；行内的值用 {{ … }} 或 {{r … }}。""",
        """A value stands where it fits.

What: whole paragraphs are printed alone in a paragraph, and what belongs in a line stands in a line.
Why: Word does not open a file with paragraphs inside a line.
Example: {{ text | markdown }} in the middle of a sentence.
What to do: print paragraphs with {{p … }}, alone; what belongs in a line with {{ … }} or {{r … }}.""",
    ),
    "TPL051": Text(
        """图片可以使用。

检查什么：图片完好、大小合理，是 Word 能显示的格式（PNG、JPEG、GIF、BMP、TIFF）。
为什么：坏图片在 Word 里是一个红叉，过大的图片会让文件打不开。
示例：扩展名为 .png 的网页；几万像素见方的图。
怎么办：用画图工具打开，另存为 PNG 或 JPEG 后再用。""",
        """A picture can be used.

What: it is sound, of a sensible size, and of a kind that Word shows (PNG, JPEG, GIF, BMP, TIFF).
Why: a broken picture is a red cross in Word, and a huge one keeps the file from opening.
Example: a web page called .png; a picture of tens of thousands of pixels a side.
What to do: open it in a picture program and save it as PNG or JPEG.""",
    ),
    "TPL052": Text(
        """链接指向网页或邮箱。

检查什么：数据给出的链接以 http、https、mailto 或 tel 开头。
为什么：file:、javascript: 等链接可以在读者的电脑上打开文件或运行程序。
示例：{{ "file:///C:/x" | link }}。
怎么办：改成网页或邮箱地址；只想印出文字，请去掉 link。""",
        """A link leads to a web page, a mailbox or a telephone.

What: a target from the data begins with http, https, mailto or tel.
Why: file:, javascript: and the like open files or run programs on the reader's computer.
Example: {{ "file:///C:/x" | link }}.
What to do: use a web or mail address; to print the text only, leave out link.""",
    ),
    "TPL053": Text(
        """值所说的文件找得到。

检查什么：图片或 Word 文件的路径在允许的文件夹之内，可以读取。
为什么：数据不应让程序读取电脑上的任意文件；缺了的图片要说出来。
示例：{{ "../../密码.png" | image }}；图片改了名。
怎么办：把文件放进商机或模板的文件夹，写相对路径。""",
        """A file that a value names can be had.

What: the path of a picture or a Word file lies within the folder allowed, and can be read.
Why: data must not make a program read any file of the computer, and a missing picture must be told.
Example: {{ "../../secret.png" | image }}; a picture that was renamed.
What to do: put the file into the folder of the deal or the template, and write a relative path.""",
    ),
    "TPL054": Text(
        """要插入的 Word 文件可以使用。

检查什么：文件是完好的 .docx；文件没有互相包含或把自己放进自己。
为什么：插入损坏的文件，整份文档都会打不开；互相包含没有尽头。
示例：要插入的是旧的 .doc；a.docx 里写着 {% include "a.docx" %}。
怎么办：用 Word 打开并另存为 .docx；检查这些文件里的标签。""",
        """A Word file that is to be inserted can be used.

What: it is a sound .docx, and files do not put in one another, or themselves, without end.
Why: a damaged insertion damages the whole document.
Example: the file is an old .doc; a.docx says {% include "a.docx" %}.
What to do: open it in Word and save it as .docx; check the tags of these files.""",
    ),
    "TPL055": Text(
        """模板里有所用的样式。

检查什么：值所要的样式名称，模板里有。
为什么：没有的样式会变成正文的样子，版式与约定不符。
示例：RichText 用了样式“强调”，模板里没有。
怎么办：在模板里建立该样式，或改用已有的样式名称。""",
        """The template has the style that is asked for.

What: a style named by a value is one of the template's.
Why: without it the text would look like plain text, and not as agreed.
Example: a RichText asks for “Strong”, which the template does not have.
What to do: make the style in the template, or name one that is there.""",
    ),
    "TPL056": Text(
        """颜色、字号等格式写法正确。

检查什么：颜色是六位十六进制数，字号是数字，下划线等是认识的种类。
为什么：写错的格式会让 Word 报告文件损坏。
示例：color="红"。
怎么办：颜色写成 FF0000 的形式；字号以半磅计，例如 24 是 12 磅。""",
        """Colours, sizes and the like are written as they must be.

What: a colour is six hexadecimal digits, a size a number, an underline of a known kind.
Why: Word takes a file with a wrong one for damaged.
Example: color="red".
What to do: write colours like FF0000; sizes are in half points, so 24 is 12 points.""",
    ),
    "TPL057": Text(
        """扫描件可以放进文件。

检查什么：扫描件是完好的 PDF 或图片，没有打开密码，页数和像素在限度之内。
为什么：缺页、打不开的证明材料等于没有附；加密的文件谁也看不到内容。
示例：{% for page in c.scan | scans %}，而 c.scan 是一个有打开密码的 PDF，或 0 字节的文件。
怎么办：按提示去掉密码、重新扫描或重新下载；页数太多就只留要附的页面，或拆成几个文件。""",
        """Scanned paper can be put into a document.

What: it is a sound PDF or picture without a password, its pages and pixels within limits.
Why: a proof that does not open counts as none, and nobody reads what is encrypted.
Example: {% for page in c.scan | scans %}, where c.scan is a PDF with a password, or a file of 0 bytes.
What to do: take the password off, scan it or download it again; of too many pages keep those that are asked
for, or split the file.""",
    ),
}
