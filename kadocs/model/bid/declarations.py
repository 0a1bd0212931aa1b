"""Declarations enclosed with the bid: small enterprises, makers' authorisations, domestic products."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import PEOPLE, Noun
from kadocs.model.types import Amount, Day, Flag, PeopleCount, Percent, Scans, String
from kadocs.model.vendor import EnterpriseSize


class SmeItem(Noun):
    """One line of 中小企业声明函: goods name their maker, services and works who does them."""

    item: Annotated[
        String,
        Mark(
            "声明标的",
            "Item declared",
            names=("标的名称", "标的"),
            help=Text("与采购标的名称一致", "As the tender calls it"),
        ),
    ]
    industry: Annotated[
        String | None,
        Mark(
            "标的所属行业",
            "Industry of the item",
            names=("所属行业",),
            help=Text("招标文件写明的行业", "As the tender states it"),
        ),
    ] = None
    company: Annotated[
        String | None,
        Mark(
            "制造商或承接企业",
            "Maker or contractor",
            names=("制造商", "承接企业"),
            help=Text("货物填制造商，服务和工程填承接方", "The maker of goods; who does services or works"),
        ),
    ] = None
    employees: Annotated[
        PeopleCount | None,
        Mark(
            "声明从业人员",
            "Employees declared",
            unit=PEOPLE,
            names=("从业人员",),
            help=Text("上一年度数据", "Of last year"),
        ),
    ] = None
    revenue: Annotated[
        Amount | None,
        Mark(
            "声明营业收入",
            "Revenue declared",
            names=("营业收入",),
            help=Text("上一年度；新企业可不填", "Of last year"),
        ),
    ] = None
    assets: Annotated[
        Amount | None,
        Mark(
            "声明资产总额",
            "Assets declared",
            names=("资产总额",),
            help=Text("上一年度；新企业可不填", "Of last year"),
        ),
    ] = None
    size: Annotated[
        EnterpriseSize | None,
        Mark(
            "声明企业类型",
            "Size declared",
            names=("企业类型",),
            help=Text("按划型标准：中型、小型、微型", "Medium, small or micro"),
        ),
    ] = None


class Authorisation(Noun):
    """A maker's authorisation to offer its goods."""

    maker: Annotated[
        String,
        Mark(
            "授权制造商",
            "Authorising maker",
            names=("制造商",),
            help=Text("制造商全称", "The maker's full name"),
        ),
    ]
    goods: Annotated[
        String | None,
        Mark(
            "授权货物",
            "Goods authorised",
            names=("货物", "产品"),
            help=Text("与报价清单一致的名称和型号", "As the price items say"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Mark("授权书日期", "Authorisation date", help=Text("制造商盖章的日期", "When the maker sealed it")),
    ] = None
    valid_until: Annotated[
        Day | None,
        Mark(
            "授权书有效期至",
            "Authorisation valid until",
            help=Text("未写明则留空", "Blank if it does not say"),
        ),
    ] = None
    imported: Annotated[
        Flag | None,
        Mark(
            "进口产品",
            "Imported",
            help=Text("政府采购只有进口产品可要求授权", "Only for these may it be demanded"),
        ),
    ] = None
    scan: Annotated[
        Scans | None,
        Mark("授权书扫描件", "Authorisation scan", help=Text("文件路径", "The path of the file")),
    ] = None


class DomesticItem(Noun):
    """One product of the supply, and whether it is made here (本国产品声明)."""

    product: Annotated[
        String,
        Mark(
            "供货产品",
            "Product supplied",
            names=("产品名称",),
            help=Text("与报价清单一致", "As the price items say"),
        ),
    ]
    maker: Annotated[
        String | None,
        Mark(
            "供货制造商", "Maker of the product", names=("制造商",), help=Text("制造商全称", "Its full name")
        ),
    ] = None
    origin: Annotated[
        String | None,
        Mark(
            "供货产地",
            "Place of production",
            names=("产地",),
            help=Text("生产厂所在省市或国家", "Where the plant is"),
        ),
    ] = None
    domestic: Annotated[
        Flag | None,
        Mark(
            "本国产品",
            "Domestic product",
            help=Text("符合本国产品标准填“是”", "Yes where it meets the standard"),
        ),
    ] = None
    cost_share: Annotated[
        Percent | None,
        Mark(
            "成本占比",
            "Share of cost",
            help=Text("占采购包全部产品成本的比例", "Of the cost of all products in the lot"),
        ),
    ] = None
