"""Work for others, finished and in hand; who they are is told only with their consent."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Day, Flag, Percent, Scans, String

_INTERNAL = Audience.INTERNAL


class PastProject(Noun):
    """A finished project that proves experience, as the tender's table of similar projects wants it.

    The stories that a proposal tells stand in `solution.references`.
    """

    id: Annotated[
        String | None,
        Mark(
            "业绩编号",
            "Project record ID",
            names=("编号", "No."),
            help=Text("如 Y-01，供资格要求引用", "Such as P-01, to refer to"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "业绩项目名称",
            "Past project",
            names=("项目名称", "项目"),
            help=Text("与合同一致", "As in its contract"),
        ),
    ]
    buyer: Annotated[
        String | None,
        Mark(
            "业绩买方",
            "Buyer",
            audience=_INTERNAL,
            names=("买方", "采购方", "客户"),
            help=Text("合同甲方全称", "In full, as in its contract"),
        ),
    ] = None
    disclose: Annotated[
        Flag,
        Mark(
            "业绩可公开",
            "May be disclosed",
            audience=_INTERNAL,
            names=("授权公开",),
            help=Text("对方同意写入投标文件填“是”", "Yes with the buyer's consent"),
        ),
    ] = False
    public_name: Annotated[
        String | None,
        Mark(
            "业绩对外称谓",
            "Description for others",
            audience=_INTERNAL,
            names=("对外称谓",),
            help=Text("不能公开时的说法", "What to say where it may not be named"),
        ),
    ] = None
    contact: Annotated[
        String | None,
        Mark(
            "业绩联系人",
            "Buyer's contact",
            audience=_INTERNAL,
            names=("联系人",),
            help=Text("买方可核实的人", "Who can confirm it there"),
        ),
    ] = None
    contact_phone: Annotated[
        String | None,
        Mark(
            "业绩联系电话",
            "Contact's phone",
            audience=_INTERNAL,
            personal=True,
            names=("联系电话", "电话"),
            help=Text("先征得对方同意", "Ask them first"),
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "业绩合同金额",
            "Contract amount",
            names=("合同金额",),
            help=Text("与合同复印件一致", "As in the contract enclosed"),
        ),
    ] = None
    signed: Annotated[
        Day | None,
        Mark(
            "业绩签订日期",
            "Contract signed",
            names=("签订日期", "签订时间"),
            help=Text("须落在招标要求的年限内", "Within the years that the tender counts"),
        ),
    ] = None
    done: Annotated[
        Day | None,
        Mark(
            "业绩完成日期",
            "Completed",
            names=("完成日期", "验收日期"),
            help=Text("验收证书上的日期", "On the acceptance certificate"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "业绩内容",
            "Scope",
            names=("供货范围", "项目内容"),
            help=Text("写明规模、参数，便于认定类似", "Size and figures that make it similar"),
        ),
    ] = None
    proof: Annotated[
        Scans | None,
        Mark(
            "业绩证明",
            "Proof of the project",
            names=("证明材料",),
            help=Text("合同、验收证书扫描件的路径", "The path of contract and certificate"),
        ),
    ] = None

    @computed(
        Mark(
            "业绩买方（可公开）",
            "Buyer (as published)",
            help=Text("授权公开则为买方名称，否则为对外称谓", "The buyer with consent, else the description"),
        ),
        "buyer",
        "disclose",
        "public_name",
    )
    def shown_buyer(self) -> str | None:
        """The buyer where it agreed to be named, else the description used in its place."""
        return self.buyer if self.disclose and self.buyer else self.public_name

    @computed(
        Mark(
            "业绩联系人（可公开）", "Contact (as published)", help=Text("授权公开才有", "Only with consent")
        ),
        "contact",
        "disclose",
    )
    def shown_contact(self) -> str | None:
        """The buyer's contact, where the buyer agreed to be named."""
        return self.contact if self.disclose else None

    @computed(
        Mark(
            "业绩联系电话（可公开）",
            "Contact's phone (as published)",
            personal=True,
            help=Text("授权公开才有", "Only with consent"),
        ),
        "contact_phone",
        "disclose",
    )
    def shown_phone(self) -> str | None:
        """The contact's phone, where the buyer agreed to be named."""
        return self.contact_phone if self.disclose else None


class OngoingProject(Noun):
    """A contract in hand (正在供货和新承接的项目)."""

    name: Annotated[
        String,
        Mark(
            "在建项目名称",
            "Project in hand",
            names=("项目名称", "项目"),
            help=Text("与合同一致", "As in its contract"),
        ),
    ]
    buyer: Annotated[
        String | None,
        Mark(
            "在建买方",
            "Buyer of the project in hand",
            audience=_INTERNAL,
            names=("买方", "客户"),
            help=Text("合同甲方全称", "In full"),
        ),
    ] = None
    disclose: Annotated[
        Flag,
        Mark(
            "在建可公开",
            "May be disclosed",
            audience=_INTERNAL,
            names=("授权公开",),
            help=Text("对方同意写入投标文件填“是”", "Yes with the buyer's consent"),
        ),
    ] = False
    public_name: Annotated[
        String | None,
        Mark(
            "在建对外称谓",
            "Description for others",
            audience=_INTERNAL,
            names=("对外称谓",),
            help=Text("不能公开时的说法", "What to say where it may not be named"),
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark("在建合同金额", "Contract amount", names=("合同金额",), help=Text("含税合同总价", "With tax")),
    ] = None
    signed: Annotated[
        Day | None,
        Mark(
            "在建签订日期",
            "Contract signed",
            names=("签订日期",),
            help=Text("合同签订日", "The date of the contract"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Mark(
            "在建计划完成日期",
            "Due",
            names=("计划完成日期",),
            help=Text("合同约定的完成日", "As its contract says"),
        ),
    ] = None
    progress: Annotated[
        Percent | None,
        Mark("在建进度", "Progress", names=("进度",), help=Text("已完成的比例", "The share that is done")),
    ] = None
    scope: Annotated[
        String | None,
        Mark("在建内容", "Scope", names=("供货范围", "项目内容"), help=Text("一句话", "One line")),
    ] = None

    @computed(
        Mark(
            "在建买方（可公开）",
            "Buyer (as published)",
            help=Text("授权公开则为买方名称，否则为对外称谓", "The buyer with consent, else the description"),
        ),
        "buyer",
        "disclose",
        "public_name",
    )
    def shown_buyer(self) -> str | None:
        """The buyer where it agreed to be named, else the description used in its place."""
        return self.buyer if self.disclose and self.buyer else self.public_name
