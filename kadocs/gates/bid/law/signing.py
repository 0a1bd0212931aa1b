"""Signatures and seals: each form that needs them has them before the bid is handed in."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import GOVERNMENT_ALL, breach, fatal, parts, sealed
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.model.tender.submission import SubmissionRules


@rule(
    "BID013",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    要签字盖章的格式都已签好盖好。

    检查什么：已封标或已递交的投标，格式清单里须签字、须盖章的格式“签章已确认”为“是”；招标文件要求签字、盖章的，
    格式清单里有须签字、须盖章的格式。政府采购由 BID014 检查。
    为什么：没有单位盖章、也没有单位负责人签字的投标会被否决；招标文件一般两者都要。
    依据：招标投标法实施条例第五十一条第（一）项；评标委员会和评标方法暂行规定第二十五条第（二）项。
    示例：状态“已递交”，投标函的签章没有人确认。
    怎么办：看过签好盖好的原件再确认；递交后发现漏签的，截止前撤换。
    """,
)
def forms_signed(case: Case) -> Iterator[Breach]:
    """Forms that need a signature or a seal have it.

    What: once the bid is sealed or handed in, each form to be signed or sealed is confirmed as such; where
    the tender wants signature and seal, some form is marked for them; BID014 in government procurement.
    Why: a bid with neither seal nor signature is rejected, and tenders mostly want both.
    Basis: 招标投标法实施条例, art. 51 (1); 评标委员会和评标方法暂行规定 (12号令), art. 25 (2).

    Example: the bid is handed in, and nobody confirmed the signature under the letter.

    What to do: look at the original, then confirm; what was left out is replaced before the deadline.
    """
    if not government(case.deal):
        yield from _unconfirmed(case)


@rule(
    "BID014",
    Severity.ERROR,
    effects=(Effect.INVALID,),
    certainty=Certainty.LAW,
    regimes=GOVERNMENT_ALL,
    zh="""
    政府采购响应文件按要求签署、盖章。

    检查什么：已封标或已递交的，格式清单里须签字、须盖章的格式“签章已确认”为“是”；采购文件要求签字、盖章的，
    格式清单里有须签字、须盖章的格式。
    为什么：未按招标文件要求签署、盖章的投标无效。
    依据：87 号令第六十三条第（二）项；谈判、磋商、询价按采购文件。
    示例：开标一览表漏盖公章。
    怎么办：看过签好盖好的原件再确认。
    """,
)
def government_forms_signed(case: Case) -> Iterator[Breach]:
    """In government procurement forms are signed and sealed as asked.

    What: once the bid is sealed or handed in, each form to be signed or sealed is confirmed as such; where
    the tender wants signature and seal, some form is marked for them.
    Why: what is not signed and sealed as the tender asks is invalid.
    Basis: 财政部令第87号, art. 63 (2); in negotiations the purchase documents.

    Example: the opening summary lacks the seal.

    What to do: look at the original, then confirm.
    """
    yield from _unconfirmed(case)


def _unconfirmed(case: Case) -> Iterator[Breach]:
    tender, bid = parts(case)
    rules = tender.submission or SubmissionRules()
    for wanted, field, what in (
        (rules.sign_required, "sign", Text("签字", "signature")),
        (rules.seal_required, "seal", Text("盖章", "seal")),
    ):
        if wanted and bid.forms and not any(getattr(form, field) for form in bid.forms):
            yield breach(
                ("bid", "forms"),
                Text(
                    "招标文件要求{w}，格式清单里没有一份标了它",
                    "the tender wants a {w}, and no form is marked for it",
                ).fill(w=what),
                Text(
                    "请在格式清单里标出须签字、须盖章的格式",
                    "Mark the forms that are to be signed and sealed",
                ),
                fatal(case.deal),
            )
    for index, form in enumerate(bid.forms if sealed(bid) else ()):
        if (form.sign or form.seal) and not form.confirmed:
            yield breach(
                ("bid", "forms", index, "confirmed" if form.confirmed is not None else "name"),
                Text("“{f}”的签字盖章没有确认", "nobody confirmed signature and seal of “{f}”").fill(
                    f=form.name
                ),
                Text("请看过原件后确认", "Look at the original, then confirm"),
                fatal(case.deal),
            )
