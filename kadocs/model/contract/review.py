"""The review before signing: who agrees, where the contract differs from the bid, and the seal."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.approval.sign_off import SignOff
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import COPIES, Noun
from kadocs.model.types import CopyCount, Day, Flag, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class Difference(Noun):
    """A clause in which the contract is not what we bid."""

    clause: Annotated[
        String,
        _internal(
            "差异条款",
            "Clause",
            names=("条款",),
            help=Text("哪一条：价格、付款、质保等", "Which one: price, payment, warranty"),
        ),
    ]
    bid: Annotated[
        String | None,
        _internal("投标文件", "Bid", names=("投标",), help=Text("投标时怎么写的", "What the bid says")),
    ] = None
    contract: Annotated[
        String | None,
        _internal(
            "合同文本", "Contract", names=("合同",), help=Text("合同里怎么写的", "What the contract says")
        ),
    ] = None
    difference: Annotated[
        String | None,
        _internal(
            "差异说明",
            "Difference",
            names=("差异",),
            help=Text("差在哪里，对谁有利", "What changes, and for whom"),
        ),
    ] = None
    substantive: Annotated[
        Flag | None,
        _internal(
            "实质性差异",
            "Substantive",
            help=Text(
                "涉及标的、价款、质量、履行期限的填“是”",
                "Yes where it touches subject, price, quality or time",
            ),
        ),
    ] = None
    approved_by: Annotated[
        String | None,
        _internal("差异批准人", "Approved by", names=("批准",), help=Text("谁同意的", "Who accepted it")),
    ] = None


class SealUse(Noun):
    """One use of a seal for this contract."""

    seal: Annotated[
        String,
        _internal(
            "用印名称", "Seal", names=("印章",), help=Text("合同专用章、公章等", "Such as contract seal")
        ),
    ]
    copies: Annotated[
        CopyCount | None,
        _internal("用印份数", "Copies", unit=COPIES, names=("份数",), help=Text("盖几份", "How many")),
    ] = None
    applied_by: Annotated[
        String | None,
        _internal("用印申请人", "Applied by", names=("申请人",), help=Text("谁申请", "Who asked for it")),
    ] = None
    approved_by: Annotated[
        String | None,
        _internal("用印批准人", "Approved by", names=("批准人",), help=Text("谁批准", "Who allowed it")),
    ] = None
    date: Annotated[
        Day | None,
        _internal("用印日期", "Date", names=("日期",), help=Text("盖章的日期", "The day of sealing")),
    ] = None


class Review(Noun):
    """合同评审: whether we may sign."""

    conclusion: Annotated[
        String | None,
        _internal(
            "合同评审结论",
            "Review conclusion",
            names=("评审结论",),
            help=Text("一句话：可签、改后可签、不签", "Sign, sign after changes, or not"),
        ),
    ] = None
    signatory: Annotated[
        String | None,
        _internal(
            "我方签约人",
            "Our signatory",
            help=Text("谁代表我方签字", "Who signs for us"),
        ),
    ] = None
    authority: Annotated[
        String | None,
        _internal(
            "签约授权书编号",
            "Signatory's power of attorney",
            help=Text("非法定代表人签字时必填", "Wanted where it is not the legal representative"),
        ),
    ] = None
    reviewers: Annotated[
        tuple[SignOff, ...],
        _internal(
            "合同会签",
            "Contract reviewers",
            names=("合同评审", "会签"),
            help=Text(
                "商务、技术、财务、法务、总经理各一行",
                "A line each: commercial, technical, finance, legal, head",
            ),
        ),
    ] = ()
    differences: Annotated[
        tuple[Difference, ...],
        _internal(
            "与投标文件差异",
            "Differences from the bid",
            names=("差异表", "合同差异表"),
            help=Text("每处差异一行；没有就留空", "A line for each; none, if there is none"),
        ),
    ] = ()
    seals: Annotated[
        tuple[SealUse, ...],
        _internal(
            "用印记录",
            "Seal use",
            names=("用印", "用印登记"),
            help=Text("每次用印一行", "A line for each use"),
        ),
    ] = ()
