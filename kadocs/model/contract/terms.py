"""A contract as it is written: parties, price, payment, time, risk."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.contract.parties import Parties
from kadocs.model.contract.price import PricePart
from kadocs.model.contract.supplement import Supplement
from kadocs.model.marks import Mark
from kadocs.model.noun import COPIES, DAYS, MONTHS
from kadocs.model.quote.payment import Payment
from kadocs.model.types import (
    Amount,
    CopyCount,
    Currency,
    Day,
    DayCount,
    MonthCount,
    Percent,
    String,
    TaxRate,
)

_CHECKED = Text(
    "可不填；填了就和算出的核对", "May stay blank: it is worked out, and what is written is checked"
)


class WarrantyStart(Choice):
    """From when the warranty counts."""

    FINAL = "final", "自终验起", "From final acceptance", "终验", "最终验收"
    PRELIMINARY = (
        "preliminary",
        "自初验起",
        "From preliminary acceptance",
        "初验",
        "From provisional acceptance",
    )
    ARRIVAL = "arrival", "自到货验收起", "From delivery", "到货"
    SERVICE = "service", "自服务验收起", "From acceptance of services", "服务验收"
    OTHER = "other", "另行约定", "As agreed otherwise", "其他"


class Terms(Parties):
    """What a contract says; its sums are worked out in `Contract`."""

    subject: Annotated[
        String | None,
        Mark(
            "合同标的",
            "Subject matter",
            names=("标的",),
            help=Text("买卖什么，一两句话", "What is sold, in a sentence or two"),
        ),
    ] = None
    currency: Annotated[
        Currency | None,
        Mark(
            "合同币种",
            "Contract currency",
            help=Text("不填则与报价相同", "Left blank, that of the quotation"),
        ),
    ] = None
    stated_amount: Annotated[
        Amount | None,
        Mark(
            "合同金额（含税）",
            "Contract amount incl. tax",
            names=("合同金额", "合同额", "合同总价", "Contract amount"),
            help=Text("有“合同价款组成”就不用填，填了会核对", "Where the parts are given it is worked out"),
        ),
    ] = Field(None, alias="amount")
    tax_rate: Annotated[
        TaxRate | None,
        Mark(
            "合同税率",
            "Contract tax rate",
            help=Text("只有一种税率时填；多种税率填价款组成", "Where there is one; otherwise give the parts"),
        ),
    ] = None
    stated_net: Annotated[
        Amount | None,
        Mark("合同金额（不含税）", "Contract amount excl. tax", names=("合同不含税金额",), help=_CHECKED),
    ] = Field(None, alias="net_amount")
    stated_capitals: Annotated[
        String | None,
        Mark("合同金额大写", "Contract amount in words", help=_CHECKED),
    ] = Field(None, alias="amount_cn")
    prices: Annotated[
        tuple[PricePart, ...],
        Mark(
            "合同价款组成",
            "Contract price parts",
            names=("价款组成表",),
            help=Text("每种税率一行", "A line for each tax rate"),
        ),
    ] = ()
    payment: Annotated[
        tuple[Payment, ...],
        Mark(
            "合同付款",
            "Contract payments",
            names=("合同付款计划", "合同付款条款"),
            help=Text("每笔一行，比例合计 100%", "A line each; the shares add up to 100%"),
        ),
    ] = ()
    delivery_days: Annotated[
        DayCount | None,
        Mark(
            "合同交货期",
            "Contract delivery period",
            unit=DAYS,
            names=("合同工期",),
            help=Text("生效后多少天内交货", "Within how many days of taking effect"),
        ),
    ] = None
    delivery_terms: Annotated[
        String | None,
        Mark(
            "合同交付条款",
            "Contract delivery terms",
            help=Text("交到哪里、怎么交、风险何时转移", "Where, how, and when the risk passes"),
        ),
    ] = None
    trial_days: Annotated[
        DayCount | None,
        Mark(
            "合同试运行期",
            "Contract trial period",
            unit=DAYS,
            names=("合同试运行天数", "试运行期"),
            help=Text("终验之前须试运行多少天", "How many days of trial run come before final acceptance"),
        ),
    ] = None
    warranty_months: Annotated[
        MonthCount | None,
        Mark("合同质保期", "Contract warranty", unit=MONTHS, help=Text("质保多少个月", "How many months")),
    ] = None
    warranty_start: Annotated[
        WarrantyStart | None,
        Mark(
            "质保起算",
            "Warranty counts",
            names=("质保起算点",),
            help=Text("不填按终验起算", "Left blank: from final acceptance"),
        ),
    ] = None
    ld_rate: Annotated[
        Percent | None,
        Mark(
            "违约金比例",
            "Liquidated damages",
            names=("逾期违约金",),
            help=Text("每逾期一个周期收多少，带 %，如 0.05%", "For each period late, with %, such as 0.5%"),
        ),
    ] = None
    ld_basis: Annotated[
        String | None,
        Mark(
            "违约金计算方式",
            "Basis of damages",
            help=Text("如“每日，按逾期部分价款”", "Such as: a week, on the price of what is late"),
        ),
    ] = None
    ld_cap: Annotated[
        Percent | None,
        Mark(
            "违约金上限",
            "Cap on damages",
            help=Text("占合同额的比例，如 5%", "Of the contract amount, such as 5%"),
        ),
    ] = None
    liability_cap: Annotated[
        String | None,
        Mark(
            "责任上限",
            "Liability cap",
            names=("赔偿责任上限",),
            help=Text(
                "赔偿总额最多多少；没有上限要写明", "The most that we owe in all; say so if there is none"
            ),
        ),
    ] = None
    ip_terms: Annotated[
        String | None,
        Mark(
            "合同知识产权",
            "Contract intellectual property",
            help=Text("软件和定制成果归谁", "Who owns software and custom work"),
        ),
    ] = None
    confidentiality: Annotated[
        String | None,
        Mark(
            "合同保密",
            "Contract confidentiality",
            help=Text("保密范围和期限", "What is kept secret, and how long"),
        ),
    ] = None
    law: Annotated[
        String | None,
        Mark("适用法律", "Governing law", help=Text("如“中华人民共和国法律”", "Whose law governs it")),
    ] = None
    jurisdiction: Annotated[
        String | None,
        Mark(
            "合同争议解决",
            "Dispute resolution",
            names=("管辖", "Jurisdiction"),
            help=Text("哪里的法院或仲裁委", "Which court or arbitration"),
        ),
    ] = None
    award_date: Annotated[
        Day | None,
        Mark(
            "中标通知书日期",
            "Award notice date",
            help=Text("合同要在此后 30 天内签订", "The contract is due within 30 days of it"),
        ),
    ] = None
    signed_on: Annotated[
        Day | None,
        Mark(
            "合同签订日期",
            "Contract signed on",
            names=("签订日期", "签约日期"),
            help=Text("最后一方签字的日期", "The day on which the last party signed"),
        ),
    ] = None
    effective_on: Annotated[
        Day | None,
        Mark(
            "合同生效日期",
            "Contract effective on",
            names=("生效日期",),
            help=Text("条件齐备、合同生效的日期", "When its conditions were met"),
        ),
    ] = None
    period_from: Annotated[
        Day | None,
        Mark(
            "合同期限自", "Contract period from", help=Text("履行期的第一天", "The first day of performance")
        ),
    ] = None
    period_to: Annotated[
        Day | None,
        Mark(
            "合同期限至",
            "Contract period to",
            help=Text("履行期的最后一天，不含质保", "The last day of performance, without warranty"),
        ),
    ] = None
    copies: Annotated[
        CopyCount | None,
        Mark("合同份数", "Copies of the contract", unit=COPIES, help=Text("一式几份", "How many are signed")),
    ] = None
    bond_rate: Annotated[
        Percent | None,
        Mark(
            "履约保证金比例",
            "Performance bond rate",
            help=Text("占合同额，不超过 10%", "Of the contract amount; 10% at most"),
        ),
    ] = None
    stated_bond: Annotated[
        Amount | None,
        Mark(
            "合同履约保证金",
            "Contract performance bond",
            names=("履约担保金额",),
            help=Text("可不填，按比例算；直接约定金额就填", "Worked out from the rate, or the sum as agreed"),
        ),
    ] = Field(None, alias="bond_amount")
    bond_form: Annotated[
        String | None,
        Mark(
            "履约保证金形式",
            "Form of the bond",
            help=Text("保函、转账等；保函写编号", "Bank guarantee, transfer; with its number"),
        ),
    ] = None
    bond_valid_to: Annotated[
        Day | None,
        Mark(
            "履约保证金有效期至",
            "Performance bond valid until",
            help=Text("保函失效或退还的日期", "When the guarantee ends or the money returns"),
        ),
    ] = None
    supplements: Annotated[
        tuple[Supplement, ...],
        Mark(
            "补充协议",
            "Supplements",
            names=("合同变更",),
            help=Text("签约后的每份补充协议一行", "A line for each agreement after signing"),
        ),
    ] = ()
