"""The manual pages of what is found in finished files (AUD)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "AUD001": Text(
        """成品里没有读者不该看到的数值和文字。

检查什么：高于本文件读者范围的字段（底价、成本、让步、内部评语、未遮盖的证件号和电话等），
其内容不以任何写法出现在成品的任何地方：
1234567、1,234,567.00、123.4567万、大写、英文金额、全角数字；正文、页眉、批注、替代文字、文档属性、
嵌入的表格、图片信息。
为什么：模板看不到这些字段，但人会把它们打进文字里。这样的文件不写出，草稿也一样。
示例：执行摘要写着“可降到 3,150 万元”，而这正是谈判底线。
怎么办：按提示的位置删去这处文字；确实可以公开的，填到对客户可见的字段里。""",
        """A finished file tells no value that its readers may not see.

What: what fields above the file's audience hold (floor price, cost, concessions, private notes, unmasked
numbers of
identity cards and phones) stands nowhere in the file, in whatever spelling: 1234567, 1,234,567.00,
123.4567万, 大写,
English words, full-width digits; text, headers, comments, alternative text, properties, embedded sheets,
pictures.
Why: templates cannot see those fields, but people type them into texts. Such a file is not written, not
as a draft.
Example: the executive summary says “we can go down to 31.5 million”, which is the floor.
What to do: delete it where the finding says; what may be told belongs into a field that the customer may
see.""",
    ),
    "AUD002": Text(
        """给客户的成品里没有竞争对手的名字。

检查什么：商机里竞争对手的名称、别名和产品名不出现在成品的任何地方。
为什么：点名比较既不得体，也可能构成商业诋毁。
示例：方案图片的替代文字写着“对比华某平台”。
怎么办：换一种不点名的说法。""",
        """A file for the customer names no competitor.

What: names, aliases and products of the deal's competitors stand nowhere in the file.
Why: comparing by name is bad manners, and may be disparagement.
Example: the alternative text of a picture says “compared with Rivalsoft”.
What to do: say it without the name.""",
    ),
    "AUD003": Text(
        """给外部的成品里没有别的客户的名字。

检查什么：同时读取的和工作区里其他商机的客户名称、简称和别名，以及 kadocs.yaml 的 other_customers，
不出现在成品里；填在可见字段里的名字（如已授权公开的案例客户）除外。工作区里只看 YAML 和 JSON 商机。
为什么：旧文件改来的段落最容易留下别人的名字，开标时一念就出局。
示例：公司简介里还写着上一个项目的地铁公司。
怎么办：改成本项目的客户；确需引用时填到案例里，并注明已授权公开。""",
        """A file for others names no other customer.

What: names, short names and aliases of the customers of other deals, of those that were read and of the
workspace's (YAML and JSON), and what kadocs.yaml lists as other_customers, stand nowhere in the file, but
for names that a visible field holds, such as a reference customer with consent.
Why: a paragraph taken from an old document most easily keeps the old name.
Example: the company profile still has the metro operator of the last project.
What to do: put in this customer; a reference with consent belongs into the references.""",
    ),
    "AUD004": Text(
        """给客户的成品里没有内部的说法。

检查什么：没有“毛利”“底价”“让步空间”“我方成本”“内部资料”、BATNA 一类的说法；
“运维成本”“安全底线”这样的普通用语不算。
为什么：一个“毛利”漏出去，客户就知道还有多少可砍。
示例：付款说明写着“毛利偏低时可放宽”。
怎么办：删去，或只写在内部文件里。""",
        """A file for the customer has no words from inside.

What: it speaks of no gross margin, floor or walk-away price, concession plan, BATNA, or of what is for
internal use.
Why: one “margin” that gets out tells the customer how much there is to cut.
Example: a note on payment says “may be relaxed if the gross margin allows”.
What to do: delete it, or keep it for internal documents.""",
    ),
    "AUD005": Text(
        """成品里没有没填上的标签。

检查什么：没有 {{ }}、{% %}、{# #} 和草稿的“【待补充”记号。草稿不查。
为什么：带标签的文件说明有一处没有填，客户一眼就能看见。这样的文件不写出。
示例：图形的名称里写着 {{ account.name }}。
怎么办：检查模板里的这个标签，放到 kadocs 会填写的地方。""",
        """No tag was left in a finished file.

What: there is no {{ }}, {% %} or {# #}, and no mark of a gap. Drafts are not looked at.
Why: a tag that stayed is a place that nothing filled, for all to see. Such a file is not written.
Example: the name of a shape is {{ account.name }}.
What to do: look at the tag in the template, and put it where kadocs fills tags.""",
    ),
    "AUD006": Text(
        """成品里没有待填的占位文字。

检查什么：没有“待填写”“此处填写”“XXX”“TBD”“Lorem ipsum”。草稿不查。
为什么：漏改的占位文字说明没有人校对。
示例：页脚写着“XXX 公司”。
怎么办：换成真实内容，或删去。""",
        """No word that only keeps a place was left in a finished file.

What: there is no TBD, TODO, XXX, lorem ipsum, 待填写 or 此处填写. Drafts are not looked at.
Why: a placeholder that was forgotten shows that nobody has read the document.
Example: the footer says “XXX Ltd”.
What to do: write what is true, or delete it.""",
    ),
    "AUD007": Text(
        """给外部的成品，文档属性里没有个人和修改痕迹。

检查什么：作者、最后修改者、单位、主管是空的或我方名称，修订次数不超过 1。草稿不查。
为什么：属性会暴露文件由谁、从哪份旧文件改来；评标时各家作者相同还会被认作串标迹象。
依据：招标投标法实施条例第四十条列举的“由同一单位或者个人编制”。
模板自己的作者、公司等在生成时已经去掉，这里说的是标签填进去的、或放进来的文件带来的。
示例：模板的作者写成标签，填出来是某位同事的名字。
怎么办：在模板的“文件—信息”里改成我方名称的标签或清空；不要改成别人的名字。""",
        """The properties of a file for others show nobody's work.

What: author, last editor, company and manager are empty or ours, and the revision is at most 1. Drafts
are not looked at.
Why: properties tell who made the file, and from which; the same author in two bids is a sign of collusion.
Basis: 招标投标法实施条例, article 40, on bids made by one firm or person.
What a template itself says is taken out when it is filled; this is what a tag put there, or a file put in.
Example: the template's author is a tag, and it gives the name of a colleague.
What to do: write a tag for our own name there, or nothing; do not put in another name.""",
    ),
    "AUD008": Text(
        """给外部的成品里没有批注、修订和隐藏文字。

检查什么：没有批注、没有接受的修订、隐藏的文字。草稿不查。
为什么：对方打开“显示标记”就能看到。
示例：模板里留着审稿人的批注。
怎么办：在模板里接受或拒绝修订，删去批注和隐藏文字。""",
        """A file for others has no comments, tracked changes or hidden text.

What: there are none, anywhere in the file. Drafts are not looked at.
Why: whoever turns on markup reads them.
Example: a reviewer's comment stayed in the template.
What to do: in the template, accept or reject the changes, and delete comments and hidden text.""",
    ),
    "AUD009": Text(
        """成品里的每个部分都检查到了。

检查什么：嵌入的文件没有密码、没有损坏、不是压缩炸弹、嵌套不过深；PDF 有文字可读。
为什么：读不到的地方可能藏着不该给出的内容。
示例：附件是加了密码的工作簿。
怎么办：打开看一看；必要时去掉密码后重新放入。""",
        """Every part of a finished file was checked.

What: files in it have no password, are not damaged, do not inflate beyond reason, do not lie too deep;
PDFs have text.
Why: what could not be read may hold what must not go out.
Example: an attached workbook has a password.
What to do: open it and look; where need be, put it in again without the password.""",
    ),
    "AUD010": Text(
        """成品里的项目名称、编号、各方和期限与商机一致。

检查什么：“项目名称”“招标编号”“标段”“招标人”“投标人”“授权代表”“有效期”“交货期”等标签后面的内容，
与商机相近而不相同。
为什么：各份文件前后不一，轻则澄清，重则否决。
示例：招标编号是 HT-2026-018，技术卷写成去年的 HT-2025-042。
怎么办：改正模板或商机里的这处文字。""",
        """A finished file has the deal's own names, numbers, parties and periods.

What: behind labels such as project, tender number, lot, buyer, bidder, signatory, validity, delivery
period stands what
is in the deal, and nothing that is like it but not the same.
Why: files that contradict each other are asked about at best, and rejected at worst.
Example: the tender is HT-2026-018, and the technical volume has last year's HT-2025-042.
What to do: correct it in the template or in the deal.""",
    ),
    "AUD011": Text(
        """大写金额与同一段里的小写金额一致。

检查什么：一段文字里有一个大写金额和一个小写金额时，两者相等。
为什么：不一致时以大写为准。
依据：评标委员会和评标方法暂行规定第十九条。
示例：人民币壹佰万元整（¥1,100,000.00）。
怎么办：改正；最好用 rmb 过滤器从同一个数得出。""",
        """An amount in words equals the one in figures beside it.

What: where a paragraph has one amount in 大写 and one in figures, they are equal.
Why: where they differ, the words hold.
Basis: 评标委员会和评标方法暂行规定, article 19.
Example: 人民币壹佰万元整（¥1,100,000.00）.
What to do: correct it, best by the filter rmb of the same number.""",
    ),
    "AUD012": Text(
        """写出的总价是本商机的金额。

检查什么：“投标总价”“总报价”“合同总价”后面的金额，是本商机里读者可见的某个金额（或它的四舍五入）。
为什么：旧文件的总价留在文字里，和报价表对不上。
示例：承诺函写着“投标总价 980 万元”，报价是 1,020 万元。
怎么办：改正，最好用标签取自报价。""",
        """A total in words is an amount of this deal.

What: the amount behind “total price”, “投标总价”, “合同总价” is one that the readers see in this deal,
as it is or rounded.
Why: the total of an old document stays in a sentence and contradicts the price schedule.
Example: a letter says “total bid price 9.8 million”, the quotation comes to 10.2 million.
What to do: correct it, best by a tag that takes it from the quotation.""",
    ),
    "AUD013": Text(
        """各册写的投标总价是同一个数。

检查什么：投标文件各册里“投标总价”“总报价”后面的金额（小写、大写、万元都算），含税的与含税的、不含税的与
不含税的相等，四舍五入的看写出的位数。
为什么：投标函、开标一览表和报价册的总价不一致，要按规定的次序修正，多半按对我方不利的一个。
依据：评标委员会和评标方法暂行规定第十九条；87 号令第五十九条。
示例：投标函 20,968,900 元，开标一览表 20,698,900 元。
怎么办：改正其中一处，最好都用标签取自报价。提示写出两个文件和两处文字。""",
        """All volumes name one total price.

What: the amounts behind “total price”, “投标总价” in the volumes of a bid, in figures, in words or in 万元,
are equal, those with tax and those without each; what is rounded, to the digits that are written.
Why: where letter, opening summary and price volume differ the price is corrected, mostly against us.
Basis: 评标委员会和评标方法暂行规定, article 19; 财政部令第87号, article 59.
Example: the letter says 20,968,900, the opening summary 20,698,900.
What to do: correct one, best by tags that take both from the quotation. The finding names both files.""",
    ),
    "AUD014": Text(
        """各册里商机没有填的事实也前后一致。

检查什么：商机没有填的项目名称、编号、标段、招标人、投标人、签字人、有效期、交货期，各册在标签后面写的相同；
商机填了的由 AUD010 逐份核对。
为什么：人手打进各册的内容没有一处可以对照，只能互相对照。
示例：商机没有填交货期，投标函写 90 天，服务方案写 120 天。
怎么办：改正其中一处；最好填到商机里，用标签取出。提示写出两个文件和两处文字。""",
        """What no field of the deal says is the same in all volumes too.

What: project, number, lot, buyer, bidder, signer, validity and delivery, where the deal does not say them,
are the same behind their labels in all volumes; what the deal says is AUD010, file by file.
Why: what people typed into the volumes can be held against nothing but each other.
Example: the deal has no delivery period; the letter says 90 days, the service plan 120.
What to do: correct one; better, fill it into the deal, and take it by a tag. The finding names both
files.""",
    ),
}
