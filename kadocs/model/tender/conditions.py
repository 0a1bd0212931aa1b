"""What the tender demands of the offer: price, periods, guarantees, and who may do the work."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import DAYS, MONTHS
from kadocs.model.tender.notice import Notice
from kadocs.model.types import Amount, DayCount, Flag, Lines, MonthCount, Percent, String


class Conditions(Notice):
    """The conditions of the tender, under which an offer counts."""

    ceiling: Annotated[
        Amount | None,
        Mark(
            "招标最高限价",
            "Tender ceiling",
            names=("招标控制价", "拦标价"),
            help=Text("招标文件写明的，超过即否决", "As the tender states it; a bid above is rejected"),
        ),
    ] = None
    budget: Annotated[
        Amount | None,
        Mark(
            "采购预算",
            "Procurement budget",
            names=("采购预算金额",),
            help=Text("政府采购公告的预算", "As announced"),
        ),
    ] = None
    estimate: Annotated[
        Amount | None,
        Mark(
            "招标项目估算价",
            "Estimated value",
            audience=Audience.INTERNAL,
            names=("估算价",),
            help=Text("用来核对保证金是否超过 2%", "To see whether the bond is above 2%"),
        ),
    ] = None
    validity_days: Annotated[
        DayCount | None,
        Mark(
            "要求投标有效期",
            "Validity required",
            unit=DAYS,
            names=("投标有效期",),
            help=Text("自投标截止日起算的天数", "Days from the deadline"),
        ),
    ] = None
    delivery_days: Annotated[
        DayCount | None,
        Mark(
            "要求交货期",
            "Delivery required",
            unit=DAYS,
            names=("招标工期",),
            help=Text("日历天；我方承诺填在报价的交货期", "Calendar days; ours stands in the quotation"),
        ),
    ] = None
    delivery_place: Annotated[
        String | None,
        Mark(
            "招标交货地点",
            "Delivery place",
            help=Text("招标文件指定的地点", "The place that the tender names"),
        ),
    ] = None
    warranty_months: Annotated[
        MonthCount | None,
        Mark(
            "要求质保期",
            "Warranty required",
            unit=MONTHS,
            help=Text("我方承诺填在报价的质保期", "In months; ours stands in the quotation"),
        ),
    ] = None
    quality: Annotated[
        String | None,
        Mark(
            "招标质量要求",
            "Quality required",
            help=Text("如 合格，执行何种标准", "Such as the standards to meet"),
        ),
    ] = None
    payment_terms: Annotated[
        String | None,
        Mark(
            "招标付款条件",
            "Tender payment terms",
            help=Text("合同条款中的付款比例", "The shares in its contract"),
        ),
    ] = None
    performance_bond: Annotated[
        Percent | None,
        Mark(
            "履约担保比例",
            "Performance bond",
            help=Text("合同价的比例，一般不超过 10%", "Of the price, 10% at most"),
        ),
    ] = None
    consortium_allowed: Annotated[
        Flag | None,
        Mark(
            "接受联合体",
            "Consortium allowed",
            names=("联合体投标",),
            help=Text("照招标公告", "As the notice says"),
        ),
    ] = None
    subcontract_allowed: Annotated[
        Flag | None,
        Mark(
            "允许分包",
            "Subcontracting allowed",
            help=Text("仅限非主体、非关键工作", "Of work that is not the main one"),
        ),
    ] = None
    alternatives_allowed: Annotated[
        Flag | None,
        Mark(
            "允许备选方案",
            "Alternatives allowed",
            help=Text("允许提交备选投标方案填“是”", "Yes if a second offer may be made"),
        ),
    ] = None
    unacceptable: Annotated[
        Lines,
        Mark(
            "否决投标情形",
            "Grounds for rejection",
            names=("废标条款",),
            help=Text("逐条照抄，编标时逐条自查", "One a line, to be checked one by one"),
        ),
    ] = ()
