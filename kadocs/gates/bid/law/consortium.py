"""Bidding with others: the agreement, who may join, grades."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import BY_LAW, breach, by_law, fatal, parts, sealed
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import listed
from kadocs.model.bid.parties import ConsortiumRole

_AGREEMENT = ("联合体", "共同投标", "consortium", "joint venture")


@rule(
    "BID030",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    联合体投标附有共同投标协议。

    检查什么：联合体有两家以上成员的，格式清单里有联合体协议书（已列格式清单时）；封标后每个成员都已签章。
    为什么：没有附共同投标协议的联合体投标会被否决。
    依据：招标投标法第三十一条；招标投标法实施条例第五十一条第（二）项。
    示例：两家联合体，格式清单里没有联合体协议书。
    怎么办：按招标文件格式签订协议，写明牵头人、分工和份额，全体成员签章。
    """,
)
def agreement_enclosed(case: Case) -> Iterator[Breach]:
    """A consortium encloses its agreement.

    What: with two members or more the list of forms, if there is one, holds the agreement; once the bid is
    sealed, each member has signed it.
    Why: a consortium without its agreement is rejected.
    Basis: 招标投标法, art. 31; 招标投标法实施条例, art. 51 (2).

    Example: there are two members, and no agreement among the forms.

    What to do: conclude it in the tender's form, with leader, work and shares, signed and sealed by all.
    """
    _, bid = parts(case)
    if len(bid.consortium) < 2:
        return
    names = [folded(form.name) for form in bid.forms]
    if names and not any(word in name for name in names for word in _AGREEMENT):
        yield breach(
            ("bid", "forms"),
            Text("联合体投标，格式清单里没有联合体协议书", "the forms hold no consortium agreement"),
            Text("请签订并列入格式清单", "Conclude one, and list it"),
            fatal(case.deal),
        )
    for index, member in enumerate(bid.consortium):
        if member.signed is False or (member.signed is None and sealed(bid)):
            yield breach(
                ("bid", "consortium", index, "signed" if member.signed is False else "name"),
                Text("“{m}”没有在联合体协议上签章", "{m} has not signed the agreement").fill(m=member.name),
                Text("请补签后确认", "Have it signed, then confirm"),
                fatal(case.deal),
            )


@rule(
    "BID031",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    联合体成员不再单独投标，也不加入别的联合体。

    检查什么：联合体的非牵头成员不出现在开标记录里；全体成员中至多一家出现；对手报价预估里没有联合体成员。
    为什么：联合体各方在同一项目中再投标的，相关投标均无效。
    依据：招标投标法实施条例第三十七条；政府采购法实施条例第二十二条。
    示例：成员乙公司又以自己的名义投标。
    怎么办：与成员核实；请其撤回单独的投标，或解除联合体。
    """,
)
def members_bid_once(case: Case) -> Iterator[Breach]:
    """No member of the consortium also bids alone, or with others.

    What: members other than the leader are not in the opening record, at most one of all is, and none is
    among the rivals whose prices we assume.
    Why: all bids of such a member are invalid, ours too.
    Basis: 招标投标法实施条例, art. 37; 政府采购法实施条例, art. 22.

    Example: a member has handed in a bid of its own.

    What to do: ask the member; it withdraws its own bid, or leaves the consortium.
    """
    _, bid = parts(case)
    others = {folded(each.name) for each in bid.consortium if each.role is not ConsortiumRole.LEADER}
    for index, opened in enumerate(bid.opened):
        if folded(opened.bidder) in others:
            yield _twice(case, ("bid", "opened", index, "bidder"), opened.bidder)
    members = {folded(each.name) for each in bid.consortium}
    for index, rival in enumerate(bid.rival_prices):
        if folded(rival.rival) in members:
            yield _twice(case, ("bid", "rival_prices", index, "rival"), rival.rival)


@rule(
    "BID032",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    zh="""
    同一专业的联合体成员按较低的资质等级认定。

    检查什么：分工相同的联合体成员，资质等级相同。
    为什么：由同一专业的单位组成的联合体，按资质等级较低的单位确定等级，可能因此达不到要求。
    依据：招标投标法第三十一条；政府采购法实施条例第二十二条。
    示例：甲公司机电安装一级、乙公司二级，都做机电安装，联合体按二级认定。
    怎么办：调整分工，或确认较低的等级也满足要求。
    """,
)
def lowest_grade_counts(case: Case) -> Iterator[Breach]:
    """Members of one speciality have one grade, for the lowest counts.

    What: members with the same work have the same grade.
    Why: a consortium of one speciality is of the lowest grade among them, and may not qualify.
    Basis: 招标投标法, art. 31; 政府采购法实施条例, art. 22.

    Example: both install, one with grade 1 and one with grade 2: the consortium has grade 2.

    What to do: share the work otherwise, or make sure that the lower grade is enough.
    """
    first: dict[str, str] = {}
    for index, each in enumerate(parts(case)[1].consortium):
        if not each.scope or not each.qualification:
            continue
        grade = first.setdefault(folded(each.scope), each.qualification)
        if folded(grade) != folded(each.qualification):
            yield Breach(
                ("bid", "consortium", index, "qualification"),
                Text("同做“{s}”，资质等级不同：{g}", "one work, “{s}”, and different grades: {g}").fill(
                    s=each.scope, g=listed((grade, each.qualification))
                ),
                Text(
                    "按较低的等级认定，请核对是否满足要求", "The lowest counts; make sure that it is enough"
                ),
            )


@rule(
    "BID033",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    招标文件接受联合体时才组成联合体。

    检查什么：招标文件写明不接受联合体的，投标没有联合体成员。没有写明的由 BID061 提示。
    为什么：公告载明不接受联合体的，联合体投标会被否决。
    依据：招标投标法实施条例第三十七条；87 号令第十九条。
    示例：公告“不接受联合体投标”，投标信息里有两家成员。
    怎么办：单独投标，或改为分包（招标文件允许时）。
    """,
)
def consortium_accepted(case: Case) -> Iterator[Breach]:
    """We only form a consortium where the tender accepts one.

    What: where the tender says that it takes none, the bid has no members. Where it says nothing, BID061
    tells.
    Why: a consortium is rejected where the notice takes none.
    Basis: 招标投标法实施条例, art. 37; 财政部令第87号, art. 19.

    Example: the notice takes no consortia, and our bid has two members.

    What to do: bid alone, or subcontract where that is allowed.
    """
    tender, bid = parts(case)
    if tender.consortium_allowed is False and len(bid.consortium) > 1:
        yield breach(
            ("bid", "consortium"),
            Text("招标文件不接受联合体", "the tender takes no consortia"),
            Text("请单独投标", "Bid alone"),
            fatal(case.deal),
        )


@rule(
    "BID061",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    招标文件写明了是否接受联合体。

    检查什么：以联合体投标的，“接受联合体”已按公告填写。
    为什么：招标人应当载明是否接受联合体；政府采购没有载明的，不得拒绝联合体投标。
    依据：招标投标法实施条例第三十七条；87 号令第十九条。
    示例：两家联合体投标，公告里没有写接不接受。
    怎么办：对照公告填写；公告没有写的，提问期内书面澄清，政府采购可引用第十九条。
    """,
)
def consortium_settled(case: Case) -> Iterator[Breach]:
    """The tender says whether it accepts consortia.

    What: where we bid with others, “Consortium allowed” is filled in after the notice.
    Why: the buyer has to say whether it takes consortia; a government buyer who does not may refuse none.
    Basis: 招标投标法实施条例, art. 37; 财政部令第87号, art. 19.

    Example: two members bid together, and the notice is silent.

    What to do: fill it in after the notice; where that is silent, ask in writing while questions are open.
    """
    tender, bid = parts(case)
    if tender.consortium_allowed is None and len(bid.consortium) > 1 and by_law(case.deal):
        yield Breach(
            ("bid", "consortium"),
            Text("没有写招标文件是否接受联合体", "nothing says whether the tender takes consortia"),
            Text(
                "请对照公告填写；政府采购没有载明的不得拒绝",
                "Fill it in after the notice; a government buyer who is silent may refuse none",
            ),
        )


def _twice(case: Case, path: tuple[str | int, ...], name: str) -> Breach:
    return breach(
        path,
        Text("联合体成员“{n}”又另行投标", "{n}, a member of our consortium, also bids otherwise").fill(
            n=name
        ),
        Text("请与该成员核实", "Ask the member"),
        fatal(case.deal),
    )
