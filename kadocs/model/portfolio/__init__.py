"""An account over all its deals: what it bought, what it may buy, whom we know, what is planned."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account import Account
from kadocs.model.contacts import Contact
from kadocs.model.deal import Deal, Language
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.portfolio import merging
from kadocs.model.portfolio.amounts import newest
from kadocs.model.portfolio.charts import AccountCharts, charts
from kadocs.model.portfolio.endings import Ending, endings
from kadocs.model.portfolio.openings import Opening, Prospect, openings, prospects
from kadocs.model.portfolio.orders import (
    Order,
    OrderYear,
    ShareYear,
    by_year,
    is_open,
    is_won,
    orders,
    shares,
)
from kadocs.model.portfolio.people import DepartmentCoverage, LevelCoverage, by_department, by_level
from kadocs.model.portfolio.quarters import PlanQuarter, quarters
from kadocs.model.portfolio.risks import AccountRisk, Member, risks, team
from kadocs.model.relations import Relations, relations
from kadocs.model.vendor import Vendor
from kadocs.model.view import Record, view

__all__ = ["SOURCES", "Portfolio"]

_INTERNAL = Audience.INTERNAL

SOURCES: dict[str, tuple[str, ...]] = {
    "orders": (
        "opportunity.id",
        "opportunity.name",
        "opportunity.stage",
        "opportunity.triangle.account_manager",
        "contract.number",
        "contract.signed_on",
        "contract.amount",
    ),
    "order_years": ("contract.signed_on", "contract.amount"),
    "shares": ("account.plan",),
    "relations": ("contacts",),
    "departments": ("contacts",),
    "levels": ("contacts",),
    "openings": (
        "opportunity.id",
        "opportunity.name",
        "opportunity.stage",
        "opportunity.buyer_step",
        "opportunity.expected_amount",
        "opportunity.probability",
        "opportunity.expected_sign",
        "opportunity.actions",
    ),
    "prospects": ("opportunity.expected_amount", "opportunity.probability"),
    "quarters": ("account.plan",),
    "endings": ("account.systems", "delivery.warranty_to", "contract.period_to"),
    "risks": ("approval.risks", "opportunity.red_flags"),
    "team": ("opportunity.triangle",),
}
"""The fields of a deal from which each figure of a portfolio is worked out."""


class Portfolio(Noun):
    """All deals of one account, the newest first, and what they come to together."""

    language: Annotated[
        Language,
        Mark("文档语言", "Language", help=Text("最新商机的语言", "That of the newest deal")),
    ] = Language.ZH
    vendor: Annotated[
        Vendor | None,
        Mark("我方信息", "Vendor", help=Text("最新商机里的我方公司", "Our company, as in the newest deal")),
    ] = None
    account: Annotated[
        Account | None,
        Mark(
            "客户信息",
            "Account",
            help=Text(
                "以最新商机为准，空着的取自较早的",
                "As in the newest deal; what that leaves blank, from the older ones",
            ),
        ),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        Mark(
            "联系人",
            "Contacts",
            help=Text("全部商机的联系人，每人一次", "Those of all deals, each person once"),
        ),
    ] = ()
    deals: Annotated[
        tuple[Deal, ...],
        Mark("商机", "Deals", help=Text("这个客户的全部商机，最新的在前", "All its deals, the newest first")),
    ] = ()

    @computed(
        Mark(
            "历年订单",
            "Orders",
            audience=_INTERNAL,
            help=Text("赢下的商机，最近的在前", "Deals won, latest first"),
        ),
        "deals",
    )
    def orders(self) -> tuple[Order, ...]:
        """The deals that were won, the latest first."""
        return orders(self.deals)

    @computed(
        Mark(
            "年度订单",
            "Orders by year",
            audience=_INTERNAL,
            help=Text(
                "按年度和币种合计，币种不同不相加", "Summed by year and currency, never across currencies"
            ),
        ),
        "deals",
    )
    def order_years(self) -> tuple[OrderYear, ...]:
        """The orders summed by year and currency."""
        return by_year(self.orders)

    @computed(
        Mark(
            "支出份额",
            "Share of spend",
            audience=_INTERNAL,
            help=Text("客户计划写了支出的每一年", "Each year for which an account plan says what it spends"),
        ),
        "deals",
    )
    def shares(self) -> tuple[ShareYear, ...]:
        """Our share of what the account spends, year by year."""
        return shares(self.deals, self.order_years)

    @computed(
        Mark(
            "客户关系覆盖", "Relationships", audience=_INTERNAL, help=Text("全部联系人", "Over all contacts")
        ),
        "contacts",
    )
    def relations(self) -> Relations | None:
        """How well the people who decide are covered; None without contacts."""
        return relations(self.contacts)

    @computed(
        Mark(
            "部门覆盖",
            "Coverage by department",
            audience=_INTERNAL,
            help=Text("各部门覆盖多少", "How well each department is covered"),
        ),
        "contacts",
    )
    def departments(self) -> tuple[DepartmentCoverage, ...]:
        """How well each department is covered."""
        return by_department(self.contacts)

    @computed(
        Mark(
            "层级覆盖",
            "Coverage by level",
            audience=_INTERNAL,
            help=Text("按汇报关系分层，没有汇报关系则为空", "By the line of reporting; empty without one"),
        ),
        "contacts",
    )
    def levels(self) -> tuple[LevelCoverage, ...]:
        """How well each level of the line of reporting is covered."""
        return by_level(self.contacts)

    @computed(
        Mark(
            "在谈商机表",
            "Open opportunities",
            audience=_INTERNAL,
            help=Text("还没有结果的商机，按预计签约日", "Those without an outcome, by expected signature"),
        ),
        "deals",
    )
    def openings(self) -> tuple[Opening, ...]:
        """The opportunities that are still open."""
        return openings(self.deals)

    @computed(
        Mark(
            "在谈合计表",
            "Opportunities in all",
            audience=_INTERNAL,
            help=Text("每个币种一行", "A row for each currency"),
        ),
        "deals",
    )
    def prospects(self) -> tuple[Prospect, ...]:
        """What the open opportunities come to, for each currency apart."""
        return prospects(self.openings)

    @computed(
        Mark(
            "季度计划",
            "Plan by quarter",
            audience=_INTERNAL,
            help=Text("目标、行动和增购按季度", "Goals, actions and further business, quarter by quarter"),
        ),
        "account",
    )
    def quarters(self) -> tuple[PlanQuarter, ...]:
        """The quarters of the account's plan in which something is planned."""
        return quarters(self.account.plan if self.account else None)

    @computed(
        Mark(
            "到期事项表",
            "What ends",
            audience=_INTERNAL,
            help=Text(
                "质保、合同、在用系统维保，计划年度起", "Warranties and services, from the plan's year on"
            ),
        ),
        "deals",
        "account",
    )
    def endings(self) -> tuple[Ending, ...]:
        """Warranties, contracts and services that end from the plan's year on, by day."""
        plan = self.account.plan if self.account else None
        return endings(self.deals, self.account, plan.year if plan else None)

    @computed(
        Mark(
            "客户风险表",
            "Account risks",
            audience=_INTERNAL,
            help=Text("各商机的风险和红旗，重的在前", "Risks and red flags of its deals, the gravest first"),
        ),
        "deals",
    )
    def risks(self) -> tuple[AccountRisk, ...]:
        """The risks and red flags of its deals that are not lost or dropped."""
        return risks(deal for deal in self.deals if is_won(deal) or is_open(deal))

    @computed(
        Mark("客户团队", "Account team", audience=_INTERNAL, help=Text("我方铁三角", "Who works for it")),
        "deals",
    )
    def team(self) -> tuple[Member, ...]:
        """Those of us who hold a post in one of its deals."""
        return team(self.deals)

    @computed(
        Mark(
            "客户图表",
            "Charts",
            audience=_INTERNAL,
            help=Text("客户发展计划里的图", "The charts of documents about an account"),
        ),
        "deals",
        "account",
        "contacts",
    )
    def charts(self) -> AccountCharts:
        """The charts of an account over all its deals."""
        return charts(self)

    @classmethod
    def of(cls, deals: Iterable[Deal]) -> Portfolio:
        """The portfolio of the deals of one account, in whatever order they come; of none, an empty one."""
        ranked = sorted(deals, key=newest, reverse=True)
        return cls.model_construct(
            language=ranked[0].language if ranked else Language.ZH,
            vendor=next((deal.vendor for deal in ranked if deal.vendor), None),
            account=merging.account(ranked),
            contacts=merging.contacts(ranked),
            deals=tuple(ranked),
        )

    def view(
        self,
        audience: Audience,
        language: str,
        needed: Collection[str] = (),
        personal: Collection[str] = (),
    ) -> Record:
        """What a template for `audience` may see of it, as `Deal.view` shows a deal."""
        return view(self, audience, language, needed, personal)
