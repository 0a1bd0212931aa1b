"""What may be wrong with a file of scanned paper, with the way out for each."""

from __future__ import annotations

from kadocs.findings import Fault, Text
from kadocs.render.limits import Limits


class BadScan(Fault):
    """A file whose pages cannot be put into a document; `kind` says in one word why."""

    def __init__(self, kind: str, message: Text, hint: Text) -> None:
        super().__init__(message, hint)
        self.kind = kind

    def of(self, name: str) -> BadScan:
        """The same fault, naming the file if it has a name."""
        if not name:
            return self
        return BadScan(
            self.kind,
            Text(f"“{name}”：{self.message.zh}", f'"{name}": {self.message.en}'),
            self.hint,
        )


def empty() -> BadScan:
    """The fault of a file of no bytes."""
    return BadScan(
        "empty",
        Text("文件是空的（0 字节）", "the file is empty (0 bytes)"),
        Text("请重新扫描或重新复制这个文件。", "Scan it again, or copy the file again."),
    )


def encrypted() -> BadScan:
    """The fault of a PDF that opens with a password only."""
    return BadScan(
        "encrypted",
        Text("这个 PDF 有打开密码，无法放入文件", "this PDF opens with a password only, and cannot be used"),
        Text(
            "请用密码打开，另存（或打印）为不加密的 PDF 后再用。",
            "Open it with its password, and save or print it as a PDF without one.",
        ),
    )


def broken() -> BadScan:
    """The fault of a file that cannot be read to its end."""
    return BadScan(
        "broken",
        Text("文件已损坏或不完整，读不出页面", "the file is damaged or cut short; its pages cannot be read"),
        Text(
            "请在阅读器中打开核对；打不开就重新扫描或重新下载，再替换这个文件。",
            "Open it in a reader; where that fails, scan or download it again, and replace this file.",
        ),
    )


def unknown() -> BadScan:
    """The fault of a file that is neither a picture nor a PDF."""
    return BadScan(
        "unknown",
        Text("既不是图片也不是 PDF，不能作为扫描件", "it is neither a picture nor a PDF, and is no scan"),
        Text(
            "请提供 PDF、PNG、JPEG、TIFF、BMP、GIF 或 WebP 文件；Word、OFD 等请先导出为 PDF。",
            "Give a PDF, PNG, JPEG, TIFF, BMP, GIF or WebP file; export Word files and the like as PDF.",
        ),
    )


def too_many_pages(pages: int, limits: Limits) -> BadScan:
    """The fault of a file with more pages than one proof may have."""
    return BadScan(
        "long",
        Text(
            f"有 {pages} 页，超过一个附件的上限 {limits.pages} 页",
            f"it has {pages} pages; one enclosure may have {limits.pages}",
        ),
        Text(
            "请只留下要附的页面，或拆成几个文件（路径用分号隔开）；确实需要时可以调高 Limits.pages。",
            "Keep the pages that are asked for, or split it (paths parted by semicolons); "
            "where it is right, raise Limits.pages.",
        ),
    )


def too_large(limits: Limits) -> BadScan:
    """The fault of a picture, or of one in a PDF, with more pixels than a page can use."""
    return BadScan(
        "large",
        Text("里面的图片太大", "a picture in it is too large"),
        Text(
            f"请用 200 到 300 dpi 重新扫描，每页不超过 {limits.pixels:,} 像素；"
            "确实需要时可以调高 Limits.pixels。",
            f"Scan it at 200 to 300 dpi, no page above {limits.pixels:,} pixels; "
            "where it is right, raise Limits.pixels.",
        ),
    )


def too_heavy(limits: Limits) -> BadScan:
    """The fault of a file of too many bytes."""
    return BadScan(
        "large",
        Text("文件太大", "the file is too large"),
        Text(
            f"请压缩到 {limits.file:,} 字节以内，或拆成几个文件；确实需要时可以调高 Limits.file。",
            f"Make it no larger than {limits.file:,} bytes, or split it; "
            "where it is right, raise Limits.file.",
        ),
    )
