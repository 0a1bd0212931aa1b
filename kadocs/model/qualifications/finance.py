"""Our figures by year, as audited."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.sums import share
from kadocs.model.types import Amount, Count, Flag, Scans, String


class FinanceYear(Noun):
    """One year of the statements."""

    year: Annotated[
        Count,
        Mark("财务年度", "Financial year", names=("年度", "Year"), help=Text("四位年份", "With four digits")),
    ]
    assets: Annotated[
        Amount | None,
        Mark(
            "总资产", "Total assets", names=("资产总额",), help=Text("资产负债表年末数", "At the year's end")
        ),
    ] = None
    net_assets: Annotated[
        Amount | None,
        Mark("净资产", "Net assets", names=("所有者权益",), help=Text("所有者权益合计", "The equity")),
    ] = None
    liabilities: Annotated[
        Amount | None,
        Mark(
            "总负债",
            "Total liabilities",
            names=("负债总额", "负债"),
            help=Text("负债合计", "All that is owed"),
        ),
    ] = None
    revenue: Annotated[
        Amount | None,
        Mark("年度营业收入", "Revenue", names=("营业收入",), help=Text("利润表本年数", "Of the year")),
    ] = None
    profit: Annotated[
        Amount | None, Mark("净利润", "Net profit", help=Text("亏损写负数", "A loss is negative"))
    ] = None
    cash_flow: Annotated[
        Amount | None,
        Mark(
            "经营现金流净额",
            "Operating cash flow",
            names=("现金流",),
            help=Text("现金流量表", "From the cash flow statement"),
        ),
    ] = None
    audited: Annotated[
        Flag | None, Mark("已审计", "Audited", help=Text("有审计报告填“是”", "Yes where there is a report"))
    ] = None
    auditor: Annotated[
        String | None, Mark("审计机构", "Auditor", help=Text("会计师事务所全称", "The firm's full name"))
    ] = None
    scan: Annotated[
        Scans | None,
        Mark(
            "审计报告扫描件", "Audit report", names=("扫描件",), help=Text("文件路径", "The path of the file")
        ),
    ] = None

    @computed(
        Mark("资产负债率", "Debt ratio", help=Text("负债总额 ÷ 资产总额", "Liabilities ÷ assets")),
        "assets",
        "liabilities",
    )
    def debt_ratio(self) -> Decimal | None:
        """Liabilities over assets as a fraction of four places; None where there is no answer."""
        return share(self.liabilities, self.assets)
