"""The manual pages of what is handed in: one bidder a lot, sizes of files (OUT035 and up)."""

from __future__ import annotations

from kadocs.findings import Text

PAGES: dict[str, Text] = {
    "OUT035": Text(
        """一个标段只为一个投标人编制投标文件。

检查什么：本次运行的商机，以及 --out 下各商机文件夹的 manifest，是否有同一招标编号、同一标段而投标人不同的
投标文件；空格、大小写、全角半角不同仍算相同。
为什么：不同投标人的投标文件由同一单位或者个人编制，视为投标人相互串通投标（招标投标法实施条例第四十条）。
kadocs 不帮人做这件事，哪一份都不生成，草稿也不生成。
示例：两个商机的招标编号都是 HT-2026-018、标段都是 1，投标人分别是甲公司和乙公司。
怎么办：只保留一个投标人的商机。如果只是公司名称写错过，把名称改成一致，旧的 manifest 记录可以删去。""",
        """A lot has the bid of one bidder only.

What: whether a deal of this run, or a manifest of any deal below --out, has the same tender number and lot
with another bidder. Blanks, case and full-width letters make no difference.
Why: bids of different bidders prepared by one unit or person count as collusion (Implementing Regulation of
the Tendering and Bidding Law, art. 40). kadocs has no part in it: neither bid is made, not even as a draft.
Example: two deals for lot 1 of tender HT-2026-018, one with bidder A and one with bidder B.
What to do: keep the deal of one bidder. Where a name was only mistyped, make it the same in both; the old
record in manifest may be deleted.""",
    ),
    "OUT036": Text(
        """递交的文件不超过平台的大小限制。

检查什么：要上传的每个 PDF 是否超过 tender.submission.largest_file。1 MB 先按 1,048,576 字节比较，超出时
电子投标为错误；按 1,000,000 字节才超出的为警告，因为各平台算法不同。
为什么：超限的文件传不上去，截止前没有传完视为撤回投标文件。有错误时各册照常生成，压缩包不生成。
示例：平台单个文件上限 50 MB，技术册因为彩色扫描件有 68 MB。
怎么办：把扫描件降到 200 dpi 左右、存成灰度后重新生成，或在 bid.forms 里把部分内容移到另一册。""",
        """Files that are handed in are not too large for the platform.

What: no PDF that is uploaded is larger than tender.submission.largest_file, in MB of 1,048,576 bytes; an
error where the bid is electronic. One that is too large only in MB of 1,000,000 bytes is warned of, for
platforms count differently.
Why: the platform refuses the file, and what is not uploaded by the deadline counts as withdrawn. The volumes
are made all the same, the archive is not.
Example: 50 MB at most, and a technical volume of 68 MB for its scans in colour.
What to do: scan at 200 dpi in grey and build again, or move parts to another volume in bid.forms.""",
    ),
}
