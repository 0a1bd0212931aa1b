"""What the tender wants of the bidder's papers: the bond, copies and sealing, upload, the anonymous part."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import COPIES, DAYS, MEGABYTES, MINUTES, Noun
from kadocs.model.types import (
    Amount,
    CopyCount,
    DayCount,
    Flag,
    Lines,
    Megabytes,
    MinuteCount,
    Moment,
    Names,
    String,
)


class BondDemand(Noun):
    """The bid bond that the tender asks for; the one given stands in `bid.bond`."""

    required: Annotated[
        Flag | None,
        Mark(
            "要求投标保证金", "Bid bond required", help=Text("不要求时填“否”", "Write no where none is asked")
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "要求保证金金额",
            "Bid bond asked for",
            names=("投标保证金金额",),
            help=Text("投标人须知前附表写明的金额", "The amount in the bid data sheet"),
        ),
    ] = None
    forms: Annotated[
        Names,
        Mark(
            "允许的保证金形式",
            "Bond forms allowed",
            help=Text(
                "如 转账、银行保函、保险；用顿号隔开", "Such as transfer, guarantee; part them with commas"
            ),
        ),
    ] = ()
    validity_days: Annotated[
        DayCount | None,
        Mark(
            "要求保证金有效期",
            "Bond validity asked for",
            unit=DAYS,
            help=Text(
                "自投标截止日起算；与投标有效期相同可不填", "From the deadline; blank if as the bid's own"
            ),
        ),
    ] = None
    due: Annotated[
        Moment | None,
        Mark(
            "保证金到账截止时间",
            "Bond due",
            help=Text("款项到账或保函递交的最晚时刻", "When the money or guarantee must have arrived"),
        ),
    ] = None
    from_basic_account: Annotated[
        Flag | None,
        Mark(
            "保证金须从基本账户转出",
            "Bond from basic account",
            help=Text("依法必招项目一般为“是”", "As a rule yes, where tendering is compulsory"),
        ),
    ] = None
    payee: Annotated[
        String | None,
        Mark(
            "保证金收款单位", "Bond payee", help=Text("招标文件指定的户名", "The holder of the account named")
        ),
    ] = None
    payee_bank: Annotated[
        String | None,
        Mark(
            "保证金收款银行", "Bond payee's bank", help=Text("收款账户的开户行", "The bank of that account")
        ),
    ] = None
    payee_account: Annotated[
        String | None,
        Mark(
            "保证金收款账号", "Bond payee's account", help=Text("按文字填写全部数字", "All digits, as text")
        ),
    ] = None


class PageNumbering(Choice):
    """Where the page numbers of the volumes begin; one that is sealed alone always begins at 1."""

    PER_VOLUME = "per_volume", "各册单独编页码", "By volume", "分册编页", "每册连续"
    CONTINUOUS = "continuous", "各册连续编页码", "Continuous over all volumes", "全套连续", "连续编页"


class SubmissionRules(Noun):
    """How the bid must be signed, bound, sealed, uploaded and encrypted."""

    originals: Annotated[
        CopyCount | None,
        Mark("正本份数", "Originals", unit=COPIES, help=Text("纸质正本的份数", "Paper originals wanted")),
    ] = None
    copies: Annotated[
        CopyCount | None,
        Mark("副本份数", "Copies", unit=COPIES, help=Text("纸质副本的份数", "Paper copies wanted")),
    ] = None
    usb_copies: Annotated[
        CopyCount | None,
        Mark(
            "电子版份数",
            "Copies on USB",
            unit=COPIES,
            help=Text("U盘或光盘的份数", "How many USB sticks or discs are wanted"),
        ),
    ] = None
    separate_binding: Annotated[
        Flag | None,
        Mark(
            "分册装订",
            "Bound by volume",
            help=Text("商务、技术、报价须分册时填“是”", "Yes where the volumes must be bound apart"),
        ),
    ] = None
    page_numbering: Annotated[
        PageNumbering | None,
        Mark(
            "编页方式",
            "Page numbering",
            names=("页码编制", "页码要求"),
            help=Text(
                "招标文件没有要求则留空，各册从第 1 页编起",
                "Blank: each volume begins at 1",
            ),
        ),
    ] = None
    sign_required: Annotated[
        Flag | None,
        Mark(
            "要求签字",
            "Signature required",
            help=Text(
                "须由法定代表人或代理人签字时填“是”", "Yes where the representative or agent must sign"
            ),
        ),
    ] = None
    seal_required: Annotated[
        Flag | None,
        Mark("要求盖章", "Seal required", help=Text("须盖单位章时填“是”", "Yes where the seal is wanted")),
    ] = None
    signing: Annotated[
        Lines,
        Mark(
            "签字盖章要求",
            "Signing rules",
            help=Text("照抄：谁签、盖什么章、是否逐页", "Who signs, which seal, whether on each page"),
        ),
    ] = ()
    layout: Annotated[
        Lines,
        Mark(
            "格式要求", "Layout rules", help=Text("字体、页码、装订等，逐条", "Fonts, page numbers, binding")
        ),
    ] = ()
    sealing: Annotated[
        Lines,
        Mark(
            "密封要求",
            "Sealing rules",
            help=Text("几个包封、封面写什么，逐条", "How many envelopes, and what stands on them"),
        ),
    ] = ()
    electronic: Annotated[
        Flag | None,
        Mark(
            "电子投标",
            "Electronic bidding",
            help=Text("在平台上递交时填“是”", "Yes where it goes to a platform"),
        ),
    ] = None
    platform: Annotated[
        String | None,
        Mark("投标平台", "Bidding platform", help=Text("平台名称和网址", "The platform's name and address")),
    ] = None
    upload: Annotated[
        Lines,
        Mark(
            "上传要求",
            "Upload rules",
            help=Text("文件格式、命名、分节点上传等，逐条", "Formats, names and parts, one a line"),
        ),
    ] = ()
    file_names: Annotated[
        String | None,
        Mark(
            "文件命名",
            "File names",
            help=Text(
                "照抄，如 招标编号-册名；还可用 标段、投标人、序号",
                "As asked, such as TENDER-VOLUME; also LOT, BIDDER, NO",
            ),
        ),
    ] = None
    largest_file: Annotated[
        Megabytes | None,
        Mark(
            "单个文件上限",
            "Largest file",
            unit=MEGABYTES,
            help=Text("平台允许的大小", "What the platform takes"),
        ),
    ] = None
    encrypted: Annotated[
        Flag | None,
        Mark(
            "要求加密",
            "Encryption required",
            help=Text("须用 CA 加密时填“是”", "Yes where a key must lock it"),
        ),
    ] = None
    decrypt_minutes: Annotated[
        MinuteCount | None,
        Mark(
            "解密时限",
            "Time to decrypt",
            unit=MINUTES,
            help=Text("开标后须在多少分钟内解密", "Minutes after the opening in which to decrypt"),
        ),
    ] = None
