"""The manual pages of template files that cannot be used (TPL001 to TPL006)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "TPL001": Text(
        """模板是完好的 Word 文件。

检查什么：文件能作为 .docx 打开，里面的每一部分都完整，名称正常。
为什么：损坏的模板只能写出损坏的文档。
示例：从邮件里只下载了一半的文件；改名为 .docx 的文本文件。
怎么办：用 Word 打开并另存一份；打不开就重新索取原文件。""",
        """The template is a sound Word file.

What: the file opens as a .docx, every part in it is whole, and their names are ordinary.
Why: a damaged template can only make damaged documents.
Example: half of a file from an e-mail, or a text file renamed to .docx.
What to do: open it in Word and save it again; if it does not open, ask for the file anew.""",
    ),
    "TPL002": Text(
        """模板不是旧的 .doc，也没有打开密码。

检查什么：文件是普通的 .docx。
为什么：旧格式和加密文件里没有可以读取的 XML。
示例：客户发来的“合同.doc”改名为 .docx。
怎么办：在 Word 里去掉密码，另存为“Word 文档 (.docx)”。""",
        """The template is no old .doc and has no password.

What: the file is a plain .docx.
Why: neither the old format nor an encrypted file can be read.
Example: a customer's contract.doc renamed to .docx.
What to do: remove the password in Word and save it as a Word document (.docx).""",
    ),
    "TPL003": Text(
        """文件是普通格式的 Word 文档。

检查什么：里面有正文，用的是 Word 通常的格式，而不是 Strict Open XML。
为什么：没有正文就没有可填写的内容；另一种格式里写入普通格式会让 Word 打不开。
示例：把 .xlsx 改名为 .docx；保存时选了“Strict Open XML 文档”。
怎么办：在 Word 里另存为“Word 文档 (.docx)”。""",
        """The file is a Word document of the plain kind.

What: it has a body, and is in Word's usual format and not in Strict Open XML.
Why: without a body there is nothing to fill, and Word does not open a mixture of both formats.
Example: an .xlsx renamed to .docx; a file saved as “Strict Open XML Document”.
What to do: save it in Word as a Word document (.docx).""",
    ),
    "TPL004": Text(
        """模板里没有宏。

检查什么：文件不是 .docm 或 .dotm，里面没有宏。
为什么：宏会随文档发给客户，多数单位的邮件系统会拦截，也不安全。
示例：从旧模板库拿来的 .docm。
怎么办：在 Word 里另存为不带宏的 .docx。""",
        """The template has no macros.

What: the file is no .docm or .dotm and holds none.
Why: they would go to the customer with each document; mail systems stop them, and they are not safe.
Example: a .docm from an old collection of templates.
What to do: save it in Word as .docx, without macros.""",
    ),
    "TPL005": Text(
        """模板内部的 XML 能够安全地读取。

检查什么：各部分的 XML 写法正确，嵌套不太深，没有 DOCTYPE 和实体。
为什么：Word 自己不会写出这些内容；它们可以让程序读取别的文件或耗尽内存。
示例：由脚本拼接、没有用 Word 打开过的文件。
怎么办：用 Word 打开并另存一份；来历不明的文件不要使用。""",
        """The XML inside can be read, and safely.

What: each part is well-formed, not nested too deep, and has no DOCTYPE and no entities.
Why: Word never writes such things; they make a program read other files or exhaust its memory.
Example: a file put together by a script and never opened in Word.
What to do: open it in Word and save it again; do not use files of unknown origin.""",
    ),
    "TPL006": Text(
        """模板解压后的大小正常。

检查什么：文件数、解压后的总大小和压缩比都在限度之内。
为什么：几百 KB 的文件可以解压成几个 GB，让电脑停止响应。
示例：专门制作的“压缩炸弹”，或夹带了大量无关文件的模板。
怎么办：检查文件来源；删去过大的图片，用 Word 另存一份。""",
        """The template unpacks to a sensible size.

What: the number of files in it, their size and their ratio are within limits.
Why: a few hundred kilobytes can unpack to gigabytes and bring a computer to a halt.
Example: a “zip bomb”, or a template with a load of unrelated files in it.
What to do: check where it comes from; remove huge pictures and save it again in Word.""",
    ),
    "TPL080": Text(
        """模板不从外部读取内容。

检查什么：链接的图片、附加模板、链接的对象、altChunk 等，打开文档时会去别处读取的内容。
为什么：这样的文档会让对方的电脑去访问那个地址，也会泄露谁在什么时候打开了它；地址失效时内容就没有了。
示例：从网页复制来的图片；公司旧模板里的“附加模板”路径。
怎么办：在 Word 里删去它，或改为嵌入；确实需要时用 Limits(external=True) 保留。超链接不受影响。""",
        """The template fetches nothing from outside.

What: linked pictures, an attached template, linked objects, altChunks: what is read elsewhere on opening.
Why: such a document makes the reader's computer call that address, which learns who opened it and when.
Example: a picture copied from a web page; the path of the “attached template” in a company's old template.
What to do: delete it in Word, or embed it; to keep it, give Limits(external=True). Hyperlinks stay.""",
    ),
    "TPL081": Text(
        """模板里没有会读取外部内容的域。

检查什么：DDE、DDEAUTO、INCLUDETEXT、INCLUDEPICTURE、LINK、IMPORT、RD 域，以及代码由别的域拼出来的域。
为什么：它们会启动别的程序或读取别的文件，是常见的攻击手段。
示例：{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe … }。
怎么办：在 Word 里用 Ctrl+Shift+F9 把域变成普通内容；确实需要时用 Limits(external=True) 保留。""",
        """The template has no fields that read from outside.

What: the fields DDE, DDEAUTO, INCLUDETEXT, INCLUDEPICTURE, LINK, IMPORT, RD, and codes made by other fields.
Why: they start other programs or read other files, which attackers use.
Example: { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe … }.
What to do: make it plain content in Word with Ctrl+Shift+F9; to keep it, give Limits(external=True).""",
    ),
}
