"""Our bid for a tender: who signs, what it promises, its forms and papers, and how it went."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.bid.answers import AppendixItem, DeviationRow
from kadocs.model.bid.bond import BidBond, BondForm
from kadocs.model.bid.decision import BidDecision, BidStatus
from kadocs.model.bid.declarations import Authorisation, DomesticItem, SmeItem
from kadocs.model.bid.letter import Letter
from kadocs.model.bid.pack import BidForm, BidTask, Envelope, Upload
from kadocs.model.bid.parties import ConsortiumMember, ConsortiumRole, Subcontract, TeamPost
from kadocs.model.bid.rivals import OpenedBid, RivalPrice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import COPIES
from kadocs.model.requirement import Deviation
from kadocs.model.types import CopyCount, String

__all__ = ["Bid", "BidDecision", "BidStatus", "BondForm", "ConsortiumRole"]

_INTERNAL = Audience.INTERNAL


class Bid(Letter):
    """The bid; its price, delivery, warranty and payment are those of `quote`, its company is `vendor`."""

    bond: Annotated[
        BidBond | None,
        Mark(
            "投标保证金",
            "Bid bond",
            names=("投标保函",),
            help=Text("已交的保证金及凭证", "What was given, and its proof"),
        ),
    ] = None
    appendix: Annotated[
        tuple[AppendixItem, ...],
        Mark("投标函附录", "Appendix to the letter", help=Text("工程类必填：一行一个条款", "One term a row")),
    ] = ()
    commercial_deviations: Annotated[
        tuple[DeviationRow, ...],
        Mark(
            "商务偏离表",
            "Commercial deviations",
            names=("商务偏差表", "商务条款偏离表"),
            help=Text("一行一条", "One clause a row"),
        ),
    ] = ()
    technical_deviations: Annotated[
        tuple[DeviationRow, ...],
        Mark(
            "技术偏离表",
            "Technical deviations",
            names=("技术偏差表", "技术规格偏离表"),
            help=Text("一行一条", "One clause a row"),
        ),
    ] = ()
    consortium_name: Annotated[
        String | None,
        Mark(
            "联合体名称", "Consortium name", help=Text("协议书上的名称；独立投标留空", "As in its agreement")
        ),
    ] = None
    consortium_copies: Annotated[
        CopyCount | None,
        Mark(
            "联合体协议份数",
            "Copies of the agreement",
            unit=COPIES,
            help=Text("协议书一式几份", "How many are signed"),
        ),
    ] = None
    consortium: Annotated[
        tuple[ConsortiumMember, ...],
        Mark(
            "联合体",
            "Consortium",
            names=("联合体分工表",),
            help=Text("含我方，一行一个成员", "All members, ourselves too"),
        ),
    ] = ()
    subcontracts: Annotated[
        tuple[Subcontract, ...],
        Mark(
            "拟分包情况",
            "Subcontracts",
            names=("分包计划", "拟分包项目情况表"),
            help=Text("不分包则留空", "Blank for none"),
        ),
    ] = ()
    posts: Annotated[
        tuple[TeamPost, ...],
        Mark(
            "拟派项目人员",
            "People named",
            names=("项目管理机构", "拟派人员表"),
            help=Text("履历取自人员台账", "Who does what"),
        ),
    ] = ()
    sme_items: Annotated[
        tuple[SmeItem, ...],
        Mark(
            "中小企业声明函",
            "SME declaration",
            names=("中小企业声明",),
            help=Text("一行一个标的", "One item a row"),
        ),
    ] = ()
    authorisations: Annotated[
        tuple[Authorisation, ...],
        Mark(
            "制造商授权书",
            "Makers' authorisations",
            names=("厂家授权",),
            help=Text("一行一份授权书", "One a row"),
        ),
    ] = ()
    supplies: Annotated[
        tuple[DomesticItem, ...],
        Mark(
            "本国产品声明",
            "Domestic products",
            names=("本国产品声明函",),
            help=Text("一行一个产品", "One product a row"),
        ),
    ] = ()
    forms: Annotated[
        tuple[BidForm, ...],
        Mark(
            "投标文件格式",
            "Bid forms",
            names=("签章清单", "格式清单"),
            help=Text("招标文件要求的全部格式", "All that it asks for"),
        ),
    ] = ()
    envelopes: Annotated[
        tuple[Envelope, ...],
        Mark("密封清单", "Envelopes", audience=_INTERNAL, help=Text("一行一个包封", "One packet a row")),
    ] = ()
    uploads: Annotated[
        tuple[Upload, ...],
        Mark("上传清单", "Uploads", audience=_INTERNAL, help=Text("一行一个文件", "One file a row")),
    ] = ()
    preparation: Annotated[
        tuple[BidTask, ...],
        Mark(
            "编标计划",
            "Bid plan",
            audience=_INTERNAL,
            names=("倒排计划", "投标策划表"),
            help=Text("从截止时间倒排", "Back from the deadline"),
        ),
    ] = ()
    rival_prices: Annotated[
        tuple[RivalPrice, ...],
        Mark(
            "对手报价预估",
            "Rivals' prices assumed",
            audience=Audience.SECRET,
            help=Text("用于测算价格分", "To work out scores"),
        ),
    ] = ()
    opened: Annotated[
        tuple[OpenedBid, ...],
        Mark(
            "开标记录",
            "Opening record",
            audience=_INTERNAL,
            help=Text("一行一家，含我方", "All bidders, ourselves too"),
        ),
    ] = ()

    @computed(
        Mark(
            "联合体牵头人",
            "Consortium leader",
            help=Text("联合体成员里标为牵头人的一家", "The member marked as leader"),
        ),
        "consortium",
    )
    def leader(self) -> str | None:
        """The consortium's leader, where it has one and no more."""
        leaders = [member.name for member in self.consortium if member.role is ConsortiumRole.LEADER]
        return leaders[0] if len(leaders) == 1 else None

    @computed(
        Mark(
            "联合体份额合计",
            "Shares in all",
            help=Text("各成员份额之和，应为 100%", "The members' shares together; 100% is right"),
        ),
        "consortium",
    )
    def consortium_share(self) -> Decimal | None:
        """The sum of the members' shares, as a fraction; None where one has none."""
        shares = [member.share for member in self.consortium]
        known = [share for share in shares if share is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(shares) else None

    @computed(
        Mark(
            "负偏离数",
            "Negative deviations",
            audience=_INTERNAL,
            help=Text("偏离表里负偏离的条数", "How many deviations are negative"),
        ),
        "commercial_deviations",
        "technical_deviations",
    )
    def negative_deviations(self) -> int:
        """How many clauses we do not meet."""
        rows = (*self.commercial_deviations, *self.technical_deviations)
        return sum(row.kind is Deviation.NEGATIVE for row in rows)
