"""投标或议标: which way the customer buys, and whether we go along."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.model.approval.scorecard import Decision
from kadocs.model.bid.decision import BidDecision, BidStatus
from kadocs.model.opportunity import ProcurementMethod, Regime, Stage

_TENDERS = (ProcurementMethod.OPEN, ProcurementMethod.INVITED)
_TALKS = (
    ProcurementMethod.COMPETITIVE_NEGOTIATION,
    ProcurementMethod.COMPETITIVE_CONSULTATION,
    ProcurementMethod.INQUIRY,
    ProcurementMethod.SINGLE_SOURCE,
)
_FOR_TENDERS = (
    Regime.NDRC_EQUIPMENT,
    Regime.NDRC_CONSTRUCTION,
    Regime.NDRC_SERVICE,
    Regime.GOV_GOODS,
    Regime.GOV_SERVICES,
)
_HANDED_IN = (BidStatus.SUBMITTED, BidStatus.OPENED, BidStatus.WON, BidStatus.LOST, BidStatus.REJECTED)


@rule(
    "BID101",
    Severity.ERROR,
    zh="""
    走投标还是议标，与采购方式一致。

    检查什么：公开招标、邀请招标的商机不能写“是否投标：否”；谈判、磋商、询价、单一来源的不能写“是”，
    也不能是依法必须招标的项目。
    为什么：路线定错，准备的文件、时间表和能不能谈判全都错。
    依据：关键节点“投标或议标”：由采购方式决定；依法必须招标的项目不得以其他方式规避招标（招标投标法第四条）。
    示例：采购方式为公开招标，是否投标却写“否”。
    怎么办：核对采购方式；“是否投标”可以不填，由采购方式决定。
    """,
)
def route_as_bought(case: Case) -> Iterator[Breach]:
    """Whether we bid or negotiate follows from how the customer buys.

    What: an open or invited tender is not marked as needing no bid; negotiation, consultation, quotation and
    single source are not marked as needing one, nor are they used for what must be tendered by law.
    Why: on the wrong route the documents, the plan, and what may be talked about are all wrong.
    Basis: the key node “bid or negotiated offer” is decided by the procurement method; 招标投标法, art. 4.

    Example: the method is Open tender, and “needs a tender” says no.

    What to do: check the method; the flag may be left blank, for the method decides.
    """
    opportunity = case.deal.opportunity
    method = opportunity.procurement_method if opportunity else None
    if opportunity is None or method is None:
        return
    wanted = {**dict.fromkeys(_TENDERS, True), **dict.fromkeys(_TALKS, False)}.get(method)
    if wanted is not None and opportunity.needs_tender is (not wanted):
        yield Breach(
            ("opportunity", "needs_tender"),
            Text("采购方式是“{m}”，是否投标却写“{f}”", "the method is “{m}”, but a tender is {f}").fill(
                m=method.label, f=Text("否", "not needed") if wanted else Text("是", "needed")
            ),
            Text("请核对采购方式；“是否投标”可以不填", "Check the method; the flag may be left blank"),
        )
    if method in _TALKS and case.deal.tender and case.deal.tender.must_tender:
        yield Breach(
            ("opportunity", "procurement_method"),
            Text(
                "依法必须招标的项目，采购方式却是“{m}”", "what must be tendered by law is bought by “{m}”"
            ).fill(m=method.label),
            Text("请向客户核实采购方式", "Ask the customer how it buys"),
        )


@rule(
    "BID102",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    招标规则与采购方式相配。

    检查什么：标准招标文件（发改委）和政府采购货物、服务招标，采购方式是公开招标或邀请招标；
    政府采购谈判磋商询价的，采购方式不是招标。
    为什么：用哪套规则判断废标、评分和谈判，取决于这两个字段；互相矛盾就会判错。
    依据：政府采购法第二十六条列举的采购方式；87 号令适用于政府采购货物和服务招标投标。
    示例：招标规则为“政府采购谈判磋商询价”，采购方式为公开招标。
    怎么办：按采购公告改正其中一个。
    """,
)
def regime_fits(case: Case) -> Iterator[Breach]:
    """The rules of the tender fit the way of buying.

    What: the NDRC's standard documents and government goods and services go with open or invited tenders;
    government negotiation goes with ways that are no tender.
    Why: these two decide by which rules a bid is rejected, scored, and what may be negotiated.
    Basis: 政府采购法, art. 26, lists the ways of buying; 财政部令第87号 is for tenders.

    Example: the regime is Government negotiation, the method Open tender.

    What to do: correct one of them after the notice of the purchase.
    """
    opportunity = case.deal.opportunity
    if opportunity is None or opportunity.regime is None or opportunity.procurement_method is None:
        return
    regime, method = opportunity.regime, opportunity.procurement_method
    if (regime in _FOR_TENDERS and method in _TALKS) or (
        regime is Regime.GOV_NEGOTIATION and method in _TENDERS
    ):
        yield Breach(
            ("opportunity", "regime"),
            Text("招标规则“{r}”与采购方式“{m}”不相配", "the regime “{r}” does not go with “{m}”").fill(
                r=regime.label, m=method.label
            ),
            Text("请按采购公告改正其中一个", "Correct one of them after the notice of the purchase"),
        )


@rule(
    "BID103",
    Severity.ERROR,
    zh="""
    投标的决策、状态与递交时间不矛盾。

    检查什么：决定不投的没有递交时间；状态已递交、已开标或已有结果的，有递交时间；立项结论为不做的，
    投标决策不是“投标”。
    为什么：台账自相矛盾，谁也说不清投没投、为什么投。
    依据：投标决策表与投标记录的常理；投标须以立项通过为前提。
    示例：状态“已递交”，实际递交时间空白。
    怎么办：按实际补上递交时间，或改正决策、状态。
    """,
)
def record_agrees(case: Case) -> Iterator[Breach]:
    """Decision, status and moment of the bid do not contradict each other.

    What: what we decided not to bid for was not handed in; a status from Submitted on comes with the moment;
    and we do not bid for what the presales approval stopped.
    Why: from a record that contradicts itself nobody learns whether we bid, and why.
    Basis: what a record is; a bid takes an approval.

    Example: the status is Submitted, and the moment of submission is blank.

    What to do: write the moment, or correct the decision or the status.
    """
    bid, approval = case.deal.bid, case.deal.approval
    if bid is None:
        return
    if bid.decision is BidDecision.NO_BID and bid.submitted_at is not None:
        yield Breach(
            ("bid", "decision"),
            Text(
                "投标决策是“{d}”，却有实际递交时间", "the decision is “{d}”, and yet the bid was handed in"
            ).fill(d=bid.decision.label),
            Text("请改正决策，或删去递交时间", "Correct the decision, or delete the moment"),
        )
    if bid.status in _HANDED_IN and bid.status is not None and bid.submitted_at is None:
        yield Breach(
            ("bid", "submitted_at"),
            Text("投标状态是“{s}”，却没有递交时间", "the bid is “{s}”, but not when it was handed in").fill(
                s=bid.status.label
            ),
            Text("请填写实际递交时间", "Write down when it was handed in"),
        )
    if bid.decision is BidDecision.BID and approval and approval.decision is Decision.NO_GO:
        yield Breach(
            ("bid", "decision"),
            Text("售前立项的决定是“{d}”，却决定投标", "the approval says “{d}”, and yet we bid").fill(
                d=approval.decision.label
            ),
            Text("请重新立项，或放弃投标", "Have it approved anew, or do not bid"),
        )


@rule(
    "BID104",
    Severity.WARNING,
    zh="""
    投不投标有结论。

    检查什么：招标项目到了招投标阶段，投标决策是“投标”或“不投标”，不是空白或待定；
    距投标截止不足 7 天仍未决定的也提示。
    为什么：编标、保证金、盖章都要时间，拖着不决定等于放弃。
    依据：投标策划的通行做法：购买招标文件后即开决策会。
    示例：投标截止 12 月 25 日，12 月 20 日投标决策还是“待定”。
    怎么办：开投标决策会，填写决策、决策人和日期。
    """,
)
def bid_decided(case: Case) -> Iterator[Breach]:
    """It is decided whether we bid.

    What: of a tender in the stage Bid the decision is Bid or No bid, not blank or open; likewise within the
    last 7 days before the deadline.
    Why: writing, bond and seals take time; not to decide is to give up.
    Basis: common practice: the board meets as soon as the tender documents are there.

    Example: the deadline is 25 December, and on the 20th the decision is open.

    What to do: call the board, and write down decision, by whom, and when.
    """
    deal, tender = case.deal, case.deal.tender
    decision = deal.bid.decision if deal.bid else None
    if decision not in (None, BidDecision.OPEN) or not stages.tendered(deal):
        return
    left = (tender.deadline.date() - case.today).days if tender and tender.deadline else None
    if left is not None and left < 0:
        return  # BID009 tells of it
    if stages.current(deal) is Stage.BID or (
        left is not None and left <= 7 and stages.at_most(case, Stage.BID)
    ):
        yield Breach(
            ("bid", "decision") if deal.bid else ("opportunity", "stage"),
            Text("还没有决定投不投标", "it is not decided whether we bid"),
            Text("请填写投标决策", "Decide, and write it under the bid's decision"),
        )
