"""Which tender it is, and when things happen."""

from __future__ import annotations

from typing import Annotated

from pydantic import field_validator

from kadocs.figures.text import folded
from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Flag, Moment, String

_NO_LOT = frozenset(("none", "n/a", "na", "无", "不分标段", "不分包", "-", "—", "——", "/"))


class Notice(Noun):
    """What the notice of the tender says."""

    number: Annotated[
        String | None,
        Mark(
            "招标编号",
            "Tender number",
            names=("采购编号", "招标文件编号"),
            help=Text(
                "照招标文件封面抄写；规则体系填在“招标规则”", "As on its cover; its regime is “Tender rules”"
            ),
        ),
    ] = None
    title: Annotated[
        String | None,
        Mark(
            "招标项目名称",
            "Tender title",
            names=("采购项目名称",),
            help=Text("照封面抄写，一字不差", "As on the cover, to the letter"),
        ),
    ] = None
    lot: Annotated[
        String | None,
        Mark(
            "标段",
            "Lot",
            names=("标包", "包号", "标段号"),
            help=Text("不分标段则留空", "Blank where there are none"),
        ),
    ] = None
    buyer: Annotated[
        String | None,
        Mark(
            "招标单位",
            "Tendering party",
            names=("招标人名称", "采购人名称"),
            help=Text("投标函“致”后面的单位全称", "Whom the letter of bid addresses, in full"),
        ),
    ] = None
    agency: Annotated[
        String | None,
        Mark(
            "招标代理机构",
            "Tendering agency",
            names=("代理机构", "采购代理机构"),
            help=Text("自行招标则留空", "Blank where the buyer runs it"),
        ),
    ] = None
    agency_contact: Annotated[
        String | None,
        Mark("代理机构联系人", "Agency contact", help=Text("招标公告所列姓名", "The name in the notice")),
    ] = None
    agency_phone: Annotated[
        String | None,
        Mark(
            "代理机构电话",
            "Agency phone",
            help=Text("招标公告所列办公电话", "The office number in the notice"),
        ),
    ] = None
    agency_fee: Annotated[
        String | None,
        Mark(
            "招标代理服务费",
            "Agency fee",
            help=Text("由谁付、怎么算；记得计入成本", "Who pays, how much: a cost"),
        ),
    ] = None
    must_tender: Annotated[
        Flag | None,
        Mark(
            "依法必须招标",
            "Tendering compulsory",
            names=("依法必招",),
            help=Text("决定等标期、保证金等规则是否适用", "Decides which periods and bond rules hold"),
        ),
    ] = None
    issued_on: Annotated[
        Day | None,
        Mark(
            "招标文件发出日",
            "Tender issued",
            names=("发标日期", "招标公告日期"),
            help=Text("开始发出招标文件的日期", "The first day on which it was given out"),
        ),
    ] = None
    sold_until: Annotated[
        Day | None,
        Mark(
            "招标文件获取截止日",
            "Documents until",
            help=Text("最后一个获取日", "The last day to get the documents"),
        ),
    ] = None
    questions_until: Annotated[
        Moment | None,
        Mark(
            "提问截止时间",
            "Questions until",
            names=("澄清截止时间", "答疑截止时间"),
            help=Text("最晚提出问题的时刻，如 2026-05-08 17:00", "Such as 2026-05-08 17:00"),
        ),
    ] = None
    deadline: Annotated[
        Moment | None,
        Mark(
            "投标截止时间",
            "Bid deadline",
            names=("递交截止时间", "响应截止时间"),
            help=Text(
                "写到几点几分；未写时区按北京时间", "With hour and minute; Beijing time unless it says"
            ),
        ),
    ] = None
    opening: Annotated[
        Moment | None,
        Mark(
            "开标时间",
            "Bid opening",
            help=Text("一般与投标截止时间相同", "As a rule the moment of the deadline"),
        ),
    ] = None
    opening_place: Annotated[
        String | None,
        Mark(
            "开标地点",
            "Opening place",
            names=("递交地点",),
            help=Text("地址，或线上开标大厅", "An address, or online"),
        ),
    ] = None
    site_visit: Annotated[
        Moment | None,
        Mark("现场踏勘时间", "Site visit", help=Text("不组织踏勘则留空", "Blank where there is none")),
    ] = None

    @field_validator("lot", mode="before")
    @classmethod
    def _no_lot(cls, lot: object) -> object:
        return None if isinstance(lot, str) and folded(lot) in _NO_LOT else lot
