"""Handing in: on time, sealed, encrypted, in as many copies as asked for."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import REFUSED, REVOKED, breach, parts, sealed
from kadocs.gates.bid.timing import closing, waiting
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import day, moment
from kadocs.model.bid.pack import Upload
from kadocs.model.tender import Tender
from kadocs.model.tender.submission import SubmissionRules


@rule(
    "BID009",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    投标截止之前已经递交。

    检查什么：投标截止日已过（按今天或 --as-of 的日期）的招标，还在做的商机有实际递交时间；决定不投、
    已撤回的不查。填了递交时间的，不晚于投标截止。
    为什么：逾期送达的投标文件不予接收，项目到此为止。
    依据：招标投标法第二十八条；招标投标法实施条例第三十六条；87 号令第三十三条：逾期送达的，拒收。
    示例：12 月 25 日截止，12 月 26 日仍没有递交时间。
    怎么办：已递交的补填时间；没有投的改为“不投标”并更新销售阶段；截止时间延期的改正截止时间。
    """,
)
def handed_in(case: Case) -> Iterator[Breach]:
    """The bid was handed in before the deadline.

    What: once the day of the deadline is past, by today or --as-of, a deal under way says when the bid was
    handed in; not where we decided not to bid, or withdrew. A submission is not after the deadline.
    Why: a late bid is not accepted, and the deal ends here.
    Basis: 招标投标法, art. 28; 招标投标法实施条例, art. 36; 财政部令第87号, art. 33: late is not accepted.

    Example: the deadline was 25 December, and on the 26th nothing says that the bid went in.

    What to do: write down when it was; or set the decision to No bid, and the stage; or correct the deadline.
    """
    deadline = closing(case)
    sent = case.deal.bid.submitted_at if case.deal.bid else None
    if deadline is not None and sent is not None and sent > deadline:
        yield breach(
            ("bid", "submitted_at"),
            Text("递交时间 {a} 晚于投标截止 {b}", "the bid of {a} is after the deadline, {b}").fill(
                a=moment(sent), b=moment(deadline)
            ),
            Text("请核对回执；确实逾期的只能放弃", "Look at the receipt; if it is late indeed, it is lost"),
            REFUSED,
        )
    if deadline is not None and deadline.date() < case.today and waiting(case):
        yield Breach(
            ("bid", "submitted_at") if case.deal.bid else ("tender", "deadline"),
            Text("投标已于 {d} 截止，却没有递交时间", "bids closed on {d}, and ours has no moment").fill(
                d=day(deadline.date())
            ),
            Text(
                "已递交的请补填；没有投的，请把投标决策改为“不投标”",
                "Write down when it was handed in; if it was not, set the decision to No bid",
            ),
        )


@rule(
    "BID010",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    递交的包封都已密封。

    检查什么：已封标或已递交的投标，密封清单的每个包封“已密封”为“是”。
    为什么：未按要求密封的投标文件，招标人应当拒收。
    依据：招标投标法实施条例第三十六条；87 号令第三十三条。
    示例：状态“已封标”，包封三没有标为已密封。
    怎么办：看过封口的签章后，把该包封标为已密封。
    """,
)
def envelopes_sealed(case: Case) -> Iterator[Breach]:
    """All envelopes that are handed in are sealed.

    What: once the bid is sealed or handed in, each envelope of the list is marked as sealed.
    Why: an envelope that is not sealed as asked is not accepted.
    Basis: 招标投标法实施条例, art. 36; 财政部令第87号, art. 33.

    Example: the status is Sealed, and envelope 3 is not marked.

    What to do: look at its flap, and mark it as sealed.
    """
    _, bid = parts(case)
    for index, each in enumerate(bid.envelopes if sealed(bid) else ()):
        if not each.sealed:
            yield breach(
                ("bid", "envelopes", index, "sealed" if each.sealed is not None else "no"),
                Text("{n}没有密封", "{n} is not sealed").fill(n=each.no),
                Text("请封好并签章后标为已密封", "Seal it, and mark it so"),
                REFUSED,
            )


@rule(
    "BID011",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    电子投标文件按时上传完成并加密。

    检查什么：上传完成时间不晚于投标截止；投标递交后每个文件都有上传完成时间；要求加密的，已上传的文件已加密；
    文件不超过平台的单个文件上限。
    为什么：截止时未完成传输的视为撤回，未加密的平台拒收，因投标人原因未能解密的视为撤销。
    依据：电子招标投标办法（20 号令）第二十六条、第二十七条、第三十一条。
    示例：09:30 截止，技术册 09:31 才上传完成。
    怎么办：提前一天上传；截止前核对回执、加密和大小。
    """,
)
def uploads_complete(case: Case) -> Iterator[Breach]:
    """Electronic bids are uploaded in time, whole and encrypted.

    What: no upload ends after the deadline; once the bid is handed in each file has its moment; where
    encryption is required, what is uploaded is encrypted; no file is larger than the platform takes.
    Why: what is not through by the deadline counts as withdrawn, what is not encrypted is refused.
    Basis: 电子招标投标办法 (20号令), art. 26, 27 and 31.

    Example: bids close at 09:30, and the technical volume was through at 09:31.

    What to do: upload a day ahead; before the deadline check receipts, encryption and sizes.
    """
    tender, bid = parts(case)
    rules = tender.submission or SubmissionRules()
    for index, each in enumerate(bid.uploads):
        for field, message, effect in _upload_faults(each, tender, rules, sent=bid.submitted_at is not None):
            yield breach(
                ("bid", "uploads", index, field),
                message.fill(f=each.file),
                Text(
                    "请在截止前重新上传并核对回执",
                    "Upload it anew before the deadline, and check the receipt",
                ),
                effect,
            )


@rule(
    "BID054",
    Severity.WARNING,
    certainty=Certainty.LIKELY,
    zh="""
    正本、副本份数和分册与要求一致。

    检查什么：密封清单的正本、副本份数与递交要求相同；要求分册装订的，格式清单里的格式都写了所在分册。
    为什么：正副本不一致时以正本为准；份数不够、没有分册，形式评审就会扣住。
    依据：标准招标文件“投标人须知”3.7 投标文件的编制（据标准文本，以招标文件为准）。
    示例：要求副本 4 份，密封清单里最多的一包是 3 份。
    怎么办：补印并改正密封清单；给每个格式填上分册。
    """,
)
def copies_as_asked(case: Case) -> Iterator[Breach]:
    """Originals, copies and volumes are as the tender asks.

    What: the envelopes hold as many originals and copies as asked for; where volumes are bound apart, each
    form names its volume.
    Why: where they differ the original holds; too few copies, or one volume for all, stop the bid at the
    first review.
    Basis: standard documents, instructions to bidders, 3.7 (the tender's own text holds).

    Example: 4 copies are asked for, and no envelope holds more than 3.

    What to do: print more and correct the list; give each form its volume.
    """
    tender, bid = parts(case)
    rules = tender.submission or SubmissionRules()
    for kind, what in (("originals", Text("正本", "originals")), ("copies", Text("副本", "copies"))):
        wanted, held = getattr(rules, kind), [getattr(each, kind) or 0 for each in bid.envelopes]
        if wanted is not None and held and max(held) != wanted:
            yield Breach(
                ("bid", "envelopes"),
                Text("{w}要求 {a} 份，密封清单是 {b} 份", "{a} {w} are asked for, {b} are packed").fill(
                    w=what, a=wanted, b=max(held)
                ),
                Text("请补齐并改正密封清单", "Complete them, and correct the list"),
            )
    for index, form in enumerate(bid.forms if rules.separate_binding else ()):
        if form.volume is None:
            yield Breach(
                ("bid", "forms", index, "name"),
                Text("分册装订，“{f}”没有写在哪一册", "“{f}” is in no volume").fill(f=form.name),
                Text("请填写所在分册", "Say in which volume it is bound"),
            )


@rule(
    "BID060",
    Severity.WARNING,
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
