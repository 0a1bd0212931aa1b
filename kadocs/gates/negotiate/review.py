"""合同审批: everyone agreed before the signature, the seal came after, nobody approved for himself."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import same
from kadocs.gates.negotiate.signature import signed
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day
from kadocs.model.approval.sign_off import Opinion
from kadocs.model.contract import Contract
from kadocs.model.contract.review import Review
from kadocs.tree.node import Path

_REVIEW: Path = ("contract", "review")
_SEALS: Path = (*_REVIEW, "seals")


@rule(
    "NEG060",
    Severity.ERROR,
    zh="""
    合同签订之前经过会签。

    检查什么：已到签订日期（按今天或 --as-of）或已经用印的合同，有合同会签记录。
    为什么：没有评审就签，价款、责任、付款都没有人把过关。
    依据：关键节点“合同审批和合同签订”：先审批，后签订。
    示例：签订日期 2027-01-15，会签表空白。
    怎么办：补齐商务、技术、财务、法务、总经理的会签；还没有签的改正签订日期。
    """,
)
def reviewed(case: Case) -> Iterator[Breach]:
    """A contract is reviewed before it is signed.

    What: one whose day of signature has come, by today or --as-of, or that was sealed, has its reviewers.
    Why: otherwise nobody looked at price, liability, payment.
    Basis: the key node “contract approved and signed”: approval first.

    Example: signed on 2027-01-15, and nobody reviewed it.

    What to do: have it reviewed by commercial, technical, finance, legal, management; or correct the date.
    """
    if signed(case) and not _review(case).reviewers:
        yield Breach(
            ("contract", "signed_on"),
            Text("合同已签订，却没有会签记录", "the contract is signed, and nobody reviewed it"),
            Text("请补齐合同会签", "Have it reviewed"),
        )


@rule(
    "NEG061",
    Severity.ERROR,
    zh="""
    会签人在签订之前都同意。

    检查什么：会签没有“不同意”；已签订的合同，会签都有意见；会签日期不晚于签订日期。
    为什么：有人不同意还签了，等于没有评审；签完再补的会签没有意义。
    依据：关键节点“合同审批和合同签订”：全部会签同意后签订。
    示例：法务 1 月 20 日才签，合同 1 月 15 日已签订。
    怎么办：解决不同意见后再签；日期写错的改正。
    """,
)
def all_agreed(case: Case) -> Iterator[Breach]:
    """All reviewers agreed before the signature.

    What: none refuses; of a signed contract each has an opinion; none is dated after the signature.
    Why: a contract signed against a reviewer was not reviewed, nor was one that was reviewed afterwards.
    Basis: the key node “contract approved and signed”: all agree, then it is signed.

    Example: legal signed on 20 January, and the contract is of the 15th.

    What to do: settle what they object to, then sign; correct a wrong date.
    """
    signed_on = case.deal.contract.signed_on if case.deal.contract else None
    for index, each in enumerate(_review(case).reviewers):
        path: Path = (*_REVIEW, "reviewers", index)
        if each.opinion is Opinion.REFUSE or (each.opinion is None and signed(case)):
            said = each.opinion.label if each.opinion else Text("没有意见", "no opinion")
            yield Breach(
                (*path, "opinion"),
                Text("会签“{p}”：{o}", "the review by {p}: {o}").fill(p=each.post, o=said),
                Text("请取得同意后再签订", "Sign only once all agree"),
            )
        elif each.date is not None and signed_on is not None and each.date > signed_on:
            yield Breach(
                (*path, "date"),
                Text("“{p}”{a} 才会签，合同 {b} 已签订", "{p}: {a}, after the signature on {b}").fill(
                    p=each.post, a=day(each.date), b=day(signed_on)
                ),
                Text("会签应在签订之前；日期写错请改正", "Review comes first; correct a wrong date"),
            )


@rule(
    "NEG062",
    Severity.ERROR,
    zh="""
    会签完成之后才用印。

    检查什么：用印日期不早于每位会签人的会签日期；有用印就有会签。
    为什么：先盖章后审批，章就失去了控制。
    依据：用印管理的通行规定：凭完成的审批用印。
    示例：1 月 13 日盖章，1 月 14 日法务才会签。
    怎么办：日期写错的改正；确实先盖了章的，报告并补办。
    """,
)
def sealed_after(case: Case) -> Iterator[Breach]:
    """The seal comes after the review.

    What: no seal is dated before a reviewer's approval, and where there is a seal there are reviewers.
    Why: a seal that comes first controls nothing.
    Basis: common rules for seals: they are used on a finished approval.

    Example: sealed on 13 January, and legal reviewed on the 14th.

    What to do: correct a wrong date; where it happened so, report it.
    """
    review = _review(case)
    last = max((each.date for each in review.reviewers if each.date), default=None)
    for index, seal in enumerate(review.seals):
        if last is not None and seal.date is not None and seal.date < last:
            yield Breach(
                (*_SEALS, index, "date"),
                Text("“{s}”{a} 用印，会签到 {b} 才完成", "{s}: {a}, before the review of {b}").fill(
                    s=seal.seal, a=day(seal.date), b=day(last)
                ),
                Text("请改正日期；会签完成后才能用印", "Correct the date; seals come after the review"),
            )


@rule(
    "NEG063",
    Severity.ERROR,
    zh="""
    用印的申请人与批准人不是同一人。

    检查什么：每次用印有批准人，且与申请人不同。
    为什么：自己申请自己批，等于没有批。
    依据：不相容岗位分离：经办与审批不得为同一人。
    示例：韩彻申请、韩彻批准。
    怎么办：由有权的人批准。
    """,
)
def seal_approved(case: Case) -> Iterator[Breach]:
    """Who asks for a seal does not approve it.

    What: each use of a seal names who approved it, and that is not who asked.
    Why: to approve one's own request is no approval.
    Basis: separation of duties: who handles it does not approve it.

    Example: one person asks, and the same one approves.

    What to do: have it approved by someone else who may.
    """
    for index, seal in enumerate(_review(case).seals):
        if seal.approved_by and not same(seal.applied_by, seal.approved_by):
            continue
        told = (
            Text("“{s}”由{n}申请，也由{n}批准", "{n} asked for “{s}”, and approved it")
            if seal.approved_by
            else Text("“{s}”没有用印批准人", "nobody approved the use of “{s}”")
        )
        yield Breach(
            (*_SEALS, index, "approved_by"),
            told.fill(s=seal.seal, n=seal.approved_by),
            Text("请由申请人以外有权的人批准", "Have it approved by someone else who may"),
        )


@rule(
    "NEG064",
    Severity.WARNING,
    gap=True,
    zh="""
    签约人有授权。

    检查什么：合同评审表里的我方签约人不是法定代表人时，填了签约授权书编号。
    为什么：没有授权的人签字，合同效力会有争议。
    依据：法定代表人以外的人签约须有书面授权（通行做法）。
    示例：签约人为事业部总经理，授权书编号空白。
    怎么办：办理授权书并填写编号。
    """,
)
def signatory_authorised(case: Case) -> Iterator[Breach]:
    """Who signs for us is authorised.

    What: where our signatory is not the legal representative, the number of the power of attorney is there.
    Why: whether a contract stands that was signed without authority is open to dispute.
    Basis: common practice: whoever is not the legal representative signs with a written power.

    Example: the head of the division signs, and no power of attorney is named.

    What to do: have it issued, and write its number.
    """
    review, vendor = _review(case), case.deal.vendor
    if (
        review.signatory
        and not review.authority
        and not (vendor and same(review.signatory, vendor.legal_rep))
    ):
        yield Breach(
            (*_REVIEW, "authority"),
            Text("签约人{n}没有签约授权书编号", "{n} signs without a power of attorney").fill(
                n=review.signatory
            ),
            Text("请办理授权书并填写编号", "Have it issued, and write its number"),
        )


def _review(case: Case) -> Review:
    return (case.deal.contract or Contract()).review or Review()
