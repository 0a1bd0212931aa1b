"""验收组: who accepts, and who signs."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import same
from kadocs.gates.deliver.record import delivery
from kadocs.gates.procurement import GOVERNMENT
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import listed, nearest
from kadocs.model.delivery.acceptance import AcceptanceType, BoardMember
from kadocs.tree.node import Path

_MEMBERS: Path = ("delivery", "members")
_SIGNATORIES: Path = ("delivery", "signatories")


@rule(
    "DELV030",
    Severity.ERROR,
    needs_whole=(_MEMBERS,),
    zh="""
    在验收书上签字的人都在验收组里。

    检查什么：有验收组时，每位签署代表都是验收组成员，且参加了所签的那次验收。
    为什么：没有参加验收的人签字，验收书的效力会被质疑。
    依据：验收报告的规则：签署人 ⊂ 验收组；政府采购法第四十一条。
    示例：验收组没有周工，验收书由周工签字。
    怎么办：改成验收组成员，或把签字人补进验收组。
    """,
)
def signed_by_members(case: Case) -> Iterator[Breach]:
    """Whoever signs the acceptance is a member of its board.

    What: where there is a board, each signatory is a member, of the acceptance that is signed.
    Why: signed by someone who was not there, the report is open to doubt.
    Basis: rule of acceptance reports: signatories are among the members; 政府采购法, art. 41.

    Example: Mr Zhou signs, and is no member of the board.

    What to do: let a member sign, or add the signatory to the board.
    """
    members = delivery(case).members
    for index, each in enumerate(delivery(case).signatories if members else ()):
        board = [member.name for member in members if _sits(member, each.variant)]
        if each.name and folded(each.name) not in map(folded, board):
            yield Breach(
                (*_SIGNATORIES, index, "name"),
                Text("签署人“{n}”不在验收组里", "“{n}” signs, and is no member of the board").fill(
                    n=each.name
                ),
                nearest(
                    each.name,
                    board,
                    Text("请改成验收组成员，或补进验收组", "Let a member sign, or add this one"),
                ),
            )


@rule(
    "DELV031",
    Severity.ERROR,
    gap=True,
    certainty=Certainty.LAW,
    regimes=GOVERNMENT,
    needs_whole=(_MEMBERS, _SIGNATORIES),
    zh="""
    政府采购的验收方成员都在验收书上签字。

    检查什么：政府采购项目，采购人一方参加最终验收的验收组成员都在签署代表里。
    为什么：验收方成员要在验收书上签字并承担法律责任，缺签的验收书不完整。
    依据：政府采购法第四十一条：验收方成员应当在验收书上签字，并承担相应的法律责任。
    示例：验收组有采购人三人，签字只有一人。
    怎么办：请其余成员补签；没有参加的移出验收组。
    """,
)
def members_sign(case: Case) -> Iterator[Breach]:
    """In government procurement all members of the accepting side sign.

    What: each member of the final acceptance's board that is not of the seller is among the signatories.
    Why: the members sign and answer for it; a report without a signature is incomplete.
    Basis: 政府采购法, art. 41: the members of the accepting side sign the report.

    Example: three members of the buyer's sit on the board, and one signed.

    What to do: have the others sign; take whoever was not there from the board.
    """
    found = delivery(case)
    signed = {folded(each.name) for each in found.signatories if each.name}
    missing = [
        member.name
        for member in found.members
        if _sits(member, None) and not _ours(case, member) and folded(member.name) not in signed
    ]
    if found.signatories and missing:
        yield Breach(
            _SIGNATORIES,
            Text("验收组成员没有签字：{n}", "members of the board did not sign: {n}").fill(n=listed(missing)),
            Text("请补签；没有参加验收的移出验收组", "Have them sign, or take them from the board"),
        )


def _sits(member: BoardMember, variant: AcceptanceType | None) -> bool:
    """Whether the member is on the board of the acceptance; the final one, if none is named."""
    return member.variant is None or member.variant is (variant or AcceptanceType.FINAL)


def _ours(case: Case, member: BoardMember) -> bool:
    vendor, contract = case.deal.vendor, case.deal.contract
    names = (vendor.legal_name if vendor else None, vendor.short_name if vendor else None)
    return any(same(member.unit, name) for name in (*names, contract.seller if contract else None))
