"""Handing in: on time, sealed, encrypted, in as many copies as asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import REFUSED, breach, parts, sealed
from kadocs.gates.bid.timing import closing, waiting
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day, moment
from kadocs.model.tender.submission import SubmissionRules


@rule(
    "BID009",
    Severity.ERROR,
    effects=(Effect.REFUSED,),
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
    effects=(Effect.REFUSED,),
    certainty=Certainty.LAW,
    zh="""
    递交的包封都已密封。

    检查什么：已封标或已递交的投标，密封清单的每个包封“已密封”为“是”；招标文件有密封要求、要交纸质文件的，
    有密封清单。
    为什么：未按要求密封的投标文件，招标人应当拒收。
    依据：招标投标法实施条例第三十六条；87 号令第三十三条。
    示例：状态“已封标”，包封三没有标为已密封。
    怎么办：看过封口的签章后，把该包封标为已密封。
    """,
)
def envelopes_sealed(case: Case) -> Iterator[Breach]:
    """All envelopes that are handed in are sealed.

    What: once the bid is sealed or handed in, each envelope of the list is marked as sealed; where the tender
    has rules for sealing and wants paper, there is such a list.
    Why: an envelope that is not sealed as asked is not accepted.
    Basis: 招标投标法实施条例, art. 36; 财政部令第87号, art. 33.

    Example: the status is Sealed, and envelope 3 is not marked.

    What to do: look at its flap, and mark it as sealed.
    """
    tender, bid = parts(case)
    rules = tender.submission or SubmissionRules()
    paper = rules.sealing and (rules.originals or not rules.electronic)
    if sealed(bid) and paper and not bid.envelopes:
        yield breach(
            ("bid", "submitted_at" if bid.submitted_at is not None else "status"),
            Text(
                "有密封要求，却没有密封清单", "the tender has rules for sealing, and no envelopes are listed"
            ),
            Text("请填写密封清单，逐包核对", "List the envelopes, and look at each"),
            REFUSED,
        )
    for index, each in enumerate(bid.envelopes if sealed(bid) else ()):
        if not each.sealed:
            yield breach(
                ("bid", "envelopes", index, "sealed" if each.sealed is not None else "no"),
                Text("{n}没有密封", "{n} is not sealed").fill(n=each.no),
                Text("请封好并签章后标为已密封", "Seal it, and mark it so"),
                REFUSED,
            )


@rule(
    "BID054",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LIKELY,
    zh="""
    正本、副本份数和分册与要求一致。

    检查什么：密封清单的正本、副本份数与递交要求相同；要求电子版（U 盘、光盘）的，有包封写明装有电子版；
    要求分册装订的，格式清单里的格式都写了所在分册。
    为什么：正副本不一致时以正本为准；份数不够、没有分册，形式评审就会扣住。
    依据：标准招标文件“投标人须知”3.7 投标文件的编制（据标准文本，以招标文件为准）。
    示例：要求副本 4 份，密封清单里最多的一包是 3 份。
    怎么办：补印并改正密封清单；给每个格式填上分册。
    """,
)
def copies_as_asked(case: Case) -> Iterator[Breach]:
    """Originals, copies and volumes are as the tender asks.

    What: the envelopes hold as many originals and copies as asked for, and one of them the USB copy where it
    is; where volumes are bound apart, each form names its volume.
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
    held_in = " ".join(f"{each.no} {each.content or ''} {each.label or ''}" for each in bid.envelopes)
    if rules.usb_copies and bid.envelopes and not _USB.search(held_in):
        yield Breach(
            ("bid", "envelopes"),
            Text(
                "要求电子版 {n} 份，没有包封写明装有它", "{n} USB copies are asked for, and packed nowhere"
            ).fill(n=rules.usb_copies),
            Text("请放入并写明在哪一包", "Put them in, and say into which envelope"),
        )
    for index, form in enumerate(bid.forms if rules.separate_binding else ()):
        if form.volume is None:
            yield Breach(
                ("bid", "forms", index, "name"),
                Text("分册装订，“{f}”没有写在哪一册", "“{f}” is in no volume").fill(f=form.name),
                Text("请填写所在分册", "Say in which volume it is bound"),
            )


_USB = re.compile(r"电子版|电子文件|[uU]\s*盘|光盘|\b(?:USB|CD|DVD|disc|electronic)\b", re.IGNORECASE)
