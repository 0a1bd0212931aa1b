"""Electronic bids: uploaded in time, signed, encrypted, decrypted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import REFUSED, REVOKED, breach, parts
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.model.bid.decision import BidStatus
from kadocs.model.bid.pack import Upload
from kadocs.model.tender import Tender
from kadocs.model.tender.submission import SubmissionRules

_OPENED = (BidStatus.OPENED, BidStatus.WON, BidStatus.LOST)


@rule(
    "BID011",
    Severity.ERROR,
    effects=(Effect.REFUSED, Effect.REVOKED),
    certainty=Certainty.LAW,
    zh="""
    电子投标文件按时上传完成并加密。

    检查什么：上传完成时间不晚于投标截止；投标递交后每个文件都有上传完成时间，电子投标有上传清单；要求加密的，
    已上传的文件已加密，开标后在解密时限内解密完成；文件不超过平台的单个文件上限。
    为什么：截止时未完成传输的视为撤回，未加密的平台拒收，因投标人原因未能解密的视为撤销。
    依据：电子招标投标办法（20 号令）第二十六条、第二十七条、第三十一条。
    示例：09:30 截止，技术册 09:31 才上传完成。
    怎么办：提前一天上传；截止前核对回执、加密和大小。
    """,
)
def uploads_complete(case: Case) -> Iterator[Breach]:
    """Electronic bids are uploaded in time, whole and encrypted.

    What: no upload ends after the deadline; once the bid is handed in there are uploads, each with its
    moment; where encryption is required, what is uploaded is encrypted, and after the opening decrypted in
    time; no file is larger than the platform takes.
    Why: what is not through by the deadline counts as withdrawn, what is not encrypted is refused.
    Basis: 电子招标投标办法 (20号令), art. 26, 27 and 31.

    Example: bids close at 09:30, and the technical volume was through at 09:31.

    What to do: upload a day ahead; before the deadline check receipts, encryption and sizes.
    """
    tender, bid = parts(case)
    rules = tender.submission or SubmissionRules()
    opened = bid.status in _OPENED
    if rules.electronic and bid.submitted_at is not None and not bid.uploads:
        yield breach(("bid", "submitted_at"), _NOTHING, _AGAIN, REVOKED)
    for index, each in enumerate(bid.uploads):
        late = _decrypted_late(each, tender, rules, opened=opened)
        if late is not None:
            yield breach(("bid", "uploads", index, late), _LOCKED.fill(f=each.file), _OBJECT, REVOKED)
        for field, message, effect in _upload_faults(each, tender, rules, sent=bid.submitted_at is not None):
            yield breach(
                ("bid", "uploads", index, field),
                message.fill(f=each.file),
                _AGAIN,
                effect,
            )


@rule(
    "BID060",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    zh="""
    上传的文件都有电子签章。

    检查什么：电子投标中已上传的文件，“已电子签章”为“是”。
    为什么：可靠的电子签名与手写签名、盖章有同等效力；没有签章的数据电文等于没有盖章。
    依据：电子招标投标办法（20 号令）第四十条；电子签名法第十四条。
    示例：报价册已上传，没有电子签章。
    怎么办：用投标人 CA 签章后重新上传。
    """,
)
def uploads_signed(case: Case) -> Iterator[Breach]:
    """Uploaded files carry the electronic signature.

    What: each file that was uploaded is marked as signed.
    Why: a reliable electronic signature is as good as signature and seal, and without it there is neither.
    Basis: 电子招标投标办法 (20号令), art. 40; 电子签名法, art. 14.

    Example: the price volume is uploaded, and not signed.

    What to do: sign it with the bidder's certificate, and upload it anew.
    """
    tender, bid = parts(case)
    if tender.submission is not None and tender.submission.electronic is False:
        return
    for index, each in enumerate(bid.uploads):
        if each.uploaded_at is not None and not each.signed:
            yield Breach(
                ("bid", "uploads", index, "signed" if each.signed is not None else "file"),
                Text("“{f}”没有电子签章", "“{f}” has no electronic signature").fill(f=each.file),
                Text("请签章后重新上传", "Sign it and upload it anew"),
            )


_AGAIN = Text("请在截止前重新上传并核对回执", "Upload it anew before the deadline, and check the receipt")
_NOTHING = Text(
    "电子投标已递交，却没有上传记录", "the electronic bid is handed in, and no upload is recorded"
)
_LOCKED = Text("“{f}”没有在解密时限内解密", "“{f}” was not decrypted in time")
_OBJECT = Text(
    "请核对平台记录；非投标人原因的，当场提出并留存",
    "Look at the platform's record; object on the spot where it is not our doing",
)


def _decrypted_late(each: Upload, tender: Tender, rules: SubmissionRules, *, opened: bool) -> str | None:
    """The field that tells that a locked file was not opened in the minutes that the tender gives."""
    start = tender.opening or tender.deadline
    if not rules.encrypted or start is None:
        return None
    if each.decrypted_at is None:
        return "file" if opened else None
    minutes = rules.decrypt_minutes
    late = minutes is not None and each.decrypted_at > start + timedelta(minutes=minutes)
    return "decrypted_at" if late else None


def _upload_faults(
    each: Upload, tender: Tender, rules: SubmissionRules, *, sent: bool
) -> Iterator[tuple[str, Text, Text]]:
    """What is wrong with an uploaded file: the field, the words, what it leads to."""
    done = each.uploaded_at
    if done is None and sent:
        yield "file", Text("“{f}”没有上传完成", "“{f}” is not uploaded"), REVOKED
    if done is not None and tender.deadline is not None and done > tender.deadline:
        yield (
            "uploaded_at",
            Text("“{f}”在截止之后才上传完成", "“{f}” was through after the deadline"),
            REVOKED,
        )
    if done is not None and rules.encrypted and not each.encrypted:
        field = "encrypted" if each.encrypted is not None else "file"
        yield field, Text("“{f}”没有加密", "“{f}” is not encrypted"), REFUSED
    if each.size is not None and rules.largest_file is not None and each.size > rules.largest_file:
        yield "size", Text("“{f}”超过平台的文件上限", "“{f}” is larger than the platform takes"), REFUSED
