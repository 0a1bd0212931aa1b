"""The manual pages of the files that a bid encloses (OUT022 to OUT025)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "OUT022": Text(
        """要附的文件都在。

检查什么：商机里写的每个扫描件、图片的路径，在商机文件（或工作区文件）所在的文件夹里找得到，不指向外面。
为什么：评委只认附在投标文件里的材料；封标前才发现缺一份扫描件，往往来不及补。
示例：qualifications.certificates[0].scan 写着 资料/质量体系.pdf，文件夹里没有这个文件。
怎么办：把文件放进商机文件夹，路径按相对位置填写；只看内容可加 --draft，缺的扫描件标为待补充。""",
        """The files to be enclosed are there.

What: the path of each scan and picture that the deal names leads to a file, in the folder of the deal's
files or of the workspace's, and not outside.
Why: only what is enclosed counts, and a scan that is missed when the bid is sealed comes too late.
Example: qualifications.certificates[0].scan says papers/iso9001.pdf, and there is no such file.
What to do: put the file into the deal's folder, and write its path from there; a --draft does without, and
says what is missing.""",
    ),
    "OUT023": Text(
        """要附的文件打得开。

检查什么：扫描件是完好的 PDF 或图片：不空、没有打开密码、没有损坏，页数和像素在限度之内；图片 Word 能显示。
为什么：打不开的证明材料等于没有附。
示例：从网上下载的证书 PDF 有打开密码；复制到一半的文件；把 Word 文件当扫描件。
怎么办：按提示去掉密码、重新扫描、重新下载，或导出为 PDF。""",
        """The files to be enclosed open.

What: a scan is a sound PDF or picture: not empty, without a password, undamaged, its pages and pixels within
limits; Word can show a picture.
Why: a proof that does not open counts as none.
Example: a downloaded certificate with a password; a file that was copied by half; a Word file as a scan.
What to do: take the password off, scan or download it again, or export it as a PDF.""",
    ),
    "OUT024": Text(
        """扫描件看得清。

检查什么：扫描件印在 A4 纸上不低于 150 dpi；由文字和线条画成的 PDF 页面总是清楚的，不检查。
为什么：评委看不清编号、有效期和印章时，可以认定材料不符合要求。
示例：手机截图拼成的 PDF 只有 72 dpi。
怎么办：用扫描仪按 200 到 300 dpi 重新扫描原件。""",
        """Scans can be read.

What: a scan has at least 150 dpi on a sheet of A4; pages of a PDF that are drawn are always sharp, and not
looked at.
Why: where evaluators cannot read numbers, dates and seals, they may find that the proof fails.
Example: a PDF made of screenshots with 72 dpi.
What to do: scan the original at 200 to 300 dpi.""",
    ),
    "OUT025": Text(
        """扩展名与内容一致。

检查什么：.pdf 文件真的是 PDF，.png、.jpg 等真的是图片。
为什么：kadocs 按内容读取，不受影响；别人双击却打不开。
示例：把 PDF 改名为 营业执照.jpg。
怎么办：把扩展名改对，路径也随之改好。""",
        """The ending of a file fits what is in it.

What: a .pdf is a PDF, and a .png or .jpg is a picture.
Why: kadocs goes by the content, but nobody else can open the file.
Example: a PDF that was renamed licence.jpg.
What to do: correct the ending, and the path with it.""",
    ),
}
