"""What the letter of bid and the opening summary say."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.bid.decision import Decision
from kadocs.model.bid.parties import Agent
from kadocs.model.marks import Mark
from kadocs.model.noun import DAYS
from kadocs.model.types import Amount, Day, DayCount, String


class Letter(Decision):
    """The blanks of the letter that the quotation and the company do not fill."""

    date: Annotated[
        Day | None,
        Mark(
            "投标文件日期",
            "Date of the bid",
            help=Text("投标函落款日期，不晚于截止日", "On the letter; by the deadline"),
        ),
    ] = None
    agent: Annotated[
        Agent | None,
        Mark(
            "投标代理",
            "Agent for the bid",
            help=Text("授权委托书所列代理人", "Whom the power of attorney names"),
        ),
    ] = None
    validity_days: Annotated[
        DayCount | None,
        Mark(
            "承诺投标有效期",
            "Validity offered",
            unit=DAYS,
            help=Text("不少于招标要求", "Not below what is required"),
        ),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "供货内容",
            "Scope of supply",
            names=("投标范围",),
            help=Text("投标函中一句话的供货内容", "One line for the letter"),
        ),
    ] = None
    quality: Annotated[
        String | None,
        Mark(
            "质量承诺",
            "Quality promised",
            help=Text("如 合格，符合招标文件要求", "The standard that we keep"),
        ),
    ] = None
    supplement: Annotated[
        String | None,
        Mark(
            "投标函补充说明",
            "Supplement to the letter",
            help=Text("不得附加招标人不能接受的条件", "No conditions of ours"),
        ),
    ] = None
    discount_statement: Annotated[
        String | None,
        Mark(
            "折扣声明",
            "Discount statement",
            names=("优惠声明",),
            help=Text("开标一览表上的折扣；没有则写“无”", "Or none"),
        ),
    ] = None
    opening_note: Annotated[
        String | None,
        Mark(
            "开标一览表备注",
            "Note on the opening summary",
            help=Text("没有则写“无”", "Write none if there is none"),
        ),
    ] = None
    letter_price: Annotated[
        Amount | None,
        Mark(
            "投标函总价",
            "Price in the letter",
            help=Text("留空即取报价总价；填了就互相核对", "Blank takes the quotation's total"),
        ),
    ] = None
    letter_capitals: Annotated[
        String | None,
        Mark(
            "投标函大写总价", "Letter price in words", help=Text("留空由程序写出", "Blank is written for you")
        ),
    ] = None
    opening_price: Annotated[
        Amount | None,
        Mark(
            "开标一览表总价",
            "Price in the opening summary",
            help=Text("留空即取报价总价；填了就核对", "Blank takes the total"),
        ),
    ] = None
    opening_capitals: Annotated[
        String | None,
        Mark(
            "开标一览表大写总价",
            "Opening price in words",
            help=Text("留空由程序写出", "Blank is written for you"),
        ),
    ] = None
    seal_statement: Annotated[
        String | None,
        Mark(
            "印章效力说明",
            "Validity of the seal",
            help=Text("用投标专用章时须说明其效力", "Where a special seal is used"),
        ),
    ] = None
