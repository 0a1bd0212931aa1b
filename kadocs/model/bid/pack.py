"""The bid as a pile of papers and files: forms, envelopes, uploads, and who prepares what by when."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import COPIES, MEGABYTES, Noun
from kadocs.model.types import CopyCount, Count, Flag, Megabytes, Moment, String

_INTERNAL = Audience.INTERNAL


class FormTag(Choice):
    """How far the wording of a form may be changed."""

    HARD = "HARD", "原文不得改动", "Not to be changed", "固定"
    SOFT = "SOFT", "可增行不可改栏", "Rows may be added", "可增行"
    FREE = "FREE", "自拟", "Free", "自由"


class Volume(Choice):
    """The volume of the bid that a form belongs to."""

    COMMERCIAL = "commercial", "商务册", "Commercial volume", "商务/资格册", "商务"
    QUALIFICATION = "qualification", "资格册", "Qualification volume", "资格"
    TECHNICAL = "technical", "技术册", "Technical volume", "技术"
    PRICE = "price", "报价册", "Price volume", "报价"
    OPENING = "opening", "开标一览表", "Opening summary", "单独密封"


class BidForm(Noun):
    """One form of the bid, and where it is signed and sealed."""

    id: Annotated[
        String | None,
        Mark(
            "格式编号",
            "Form ID",
            names=("编号", "No."),
            help=Text("招标文件的格式号，如 F-01", "Such as F-01"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "格式名称",
            "Form",
            names=("表格名称",),
            help=Text("照招标文件目录", "As the tender's contents have it"),
        ),
    ]
    tag: Annotated[
        FormTag | None,
        Mark(
            "格式约束",
            "Form tag",
            help=Text("HARD 原文不动，SOFT 可增行，FREE 自拟", "HARD as it is, SOFT add rows, FREE"),
        ),
    ] = None
    volume: Annotated[
        Volume | None,
        Mark(
            "所在分册",
            "Volume",
            names=("分册",),
            help=Text("商务、资格、技术、报价或开标一览表", "Where it is bound"),
        ),
    ] = None
    sign: Annotated[
        Flag | None,
        Mark(
            "须签字",
            "To be signed",
            names=("签字",),
            help=Text("招标文件要求签字填“是”", "Yes if it asks so"),
        ),
    ] = None
    seal: Annotated[
        Flag | None,
        Mark(
            "须盖章",
            "To be sealed",
            names=("盖章",),
            help=Text("招标文件要求盖章填“是”", "Yes if it asks so"),
        ),
    ] = None
    signer: Annotated[
        String | None,
        Mark("签字人", "Signer", help=Text("法定代表人或投标代理人，全套一致", "The same in the whole bid")),
    ] = None
    page: Annotated[
        Count | None,
        Mark(
            "格式页码", "Form on page", names=("页码",), help=Text("印好后由程序填，可留空", "May stay blank")
        ),
    ] = None
    part: Annotated[
        String | None,
        Mark(
            "对应部分",
            "Part of the regime",
            help=Text(
                "招标规则里的部分编号，如 letter；留空按格式名称对应",
                "Its id in the regime, such as letter; blank goes by the name",
            ),
        ),
    ] = None
    template: Annotated[
        String | None,
        Mark(
            "招标文件原格式",
            "The tender's own form",
            help=Text(
                "招标文件给的 .docx，加好标签，路径从本文件算起", "The tender's .docx with tags, by its path"
            ),
        ),
    ] = None
    original: Annotated[
        String | None,
        Mark(
            "未加标签的原件",
            "The form as issued",
            help=Text(
                "招标文件发来的原件，一字未动；成册后拿它逐字核对",
                "The .docx untouched; what is handed in is compared with it",
            ),
        ),
    ] = None
    after: Annotated[
        String | None,
        Mark(
            "排在其后",
            "Placed after",
            help=Text("排在哪个部分之后，写部分编号", "The id of the part that it follows"),
        ),
    ] = None
    left_out: Annotated[
        Flag,
        Mark(
            "不放入投标文件",
            "Left out",
            help=Text("招标文件不要求这一部分时填“是”", "Yes where the tender does not want it"),
        ),
    ] = False
    confirmed: Annotated[
        Flag | None,
        Mark(
            "签章已确认",
            "Confirmed",
            audience=_INTERNAL,
            help=Text("看过签好盖好的原件再填“是”", "Yes once the original was seen"),
        ),
    ] = None


class Envelope(Noun):
    """One sealed packet."""

    no: Annotated[
        String,
        Mark("包封编号", "Envelope", names=("编号", "No."), help=Text("如 包封一", "Such as envelope 1")),
    ]
    content: Annotated[
        String | None,
        Mark("包封内容", "Contents", names=("内容",), help=Text("装哪几册", "Which volumes are in it")),
    ] = None
    originals: Annotated[
        CopyCount | None,
        Mark("包内正本", "Originals inside", unit=COPIES, help=Text("正本份数", "How many originals")),
    ] = None
    copies: Annotated[
        CopyCount | None,
        Mark("包内副本", "Copies inside", unit=COPIES, help=Text("副本份数", "How many copies")),
    ] = None
    label: Annotated[
        String | None,
        Mark("封面文字", "Label", help=Text("照密封要求写全", "All that the sealing rules want on it")),
    ] = None
    sealed: Annotated[
        Flag | None,
        Mark("已密封", "Sealed", help=Text("封口已签章填“是”", "Yes once its flap is signed and sealed")),
    ] = None


class Upload(Noun):
    """One file for the bidding platform."""

    file: Annotated[
        String,
        Mark(
            "上传文件",
            "File to upload",
            names=("文件名",),
            help=Text("按上传要求命名", "Named as the rules want"),
        ),
    ]
    content: Annotated[
        String | None, Mark("上传内容", "What it holds", names=("内容",), help=Text("哪一册", "Which volume"))
    ] = None
    size: Annotated[
        Megabytes | None,
        Mark(
            "文件大小",
            "File size",
            unit=MEGABYTES,
            help=Text("不超过单个文件上限", "Within the platform's limit"),
        ),
    ] = None
    signed: Annotated[
        Flag | None,
        Mark("已电子签章", "E-signed", help=Text("电子签章完成填“是”", "Yes once the e-signature is on")),
    ] = None
    encrypted: Annotated[
        Flag | None, Mark("已加密", "Encrypted", help=Text("加密完成填“是”", "Yes once it is locked"))
    ] = None
    uploaded_at: Annotated[
        Moment | None,
        Mark("上传完成时间", "Uploaded at", help=Text("平台回执的时刻", "The moment on the receipt")),
    ] = None
    decrypted_at: Annotated[
        Moment | None,
        Mark(
            "解密完成时间",
            "Decrypted at",
            help=Text("开标后解密成功的时刻", "When it was opened after the opening"),
        ),
    ] = None
    receipt: Annotated[
        String | None,
        Mark("上传回执号", "Receipt", help=Text("平台回执编号", "The platform's receipt number")),
    ] = None


class BidTask(Noun):
    """One step of preparing the bid, counted back from the deadline."""

    task: Annotated[
        String,
        Mark(
            "编标任务", "Bid task", names=("任务",), help=Text("如 技术册初稿、封标", "Such as first draft")
        ),
    ]
    owner: Annotated[
        String | None, Mark("编标负责人", "Task owner", names=("负责人",), help=Text("一个人", "One person"))
    ] = None
    due: Annotated[
        Moment | None,
        Mark("编标截止时间", "Task due", names=("截止时间",), help=Text("写到几点", "With its hour")),
    ] = None
    done: Annotated[
        Flag | None, Mark("编标已完成", "Done", names=("已完成",), help=Text("完成填“是”", "Yes once it is"))
    ] = None
    note: Annotated[
        String | None,
        Mark("编标备注", "Task note", names=("备注",), help=Text("卡在哪里、缺什么", "What holds it up")),
    ] = None
