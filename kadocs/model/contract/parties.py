"""Which contract it is, and between whom."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Names, String


class ContractType(Choice):
    """What the contract is for."""

    SALE = "sale", "买卖合同", "Sale of goods", "采购合同", "设备采购"
    INTEGRATION = "integration", "系统集成合同", "System integration", "集成合同"
    WORKS = "works", "建设工程合同", "Works", "施工合同"
    SERVICE = "service", "技术服务合同", "Services", "服务合同"
    DEVELOPMENT = "development", "技术开发合同", "Development", "软件开发合同"
    FRAMEWORK = "framework", "框架合同", "Framework agreement", "框架协议"
    OTHER = "other", "其他合同", "Other", "其他"


class Parties(Noun):
    """A contract's name, and the parties to it."""

    number: Annotated[
        String | None,
        Mark(
            "合同编号",
            "Contract number",
            names=("合同号",),
            help=Text("盖章文本上的编号", "As on the signed copy"),
        ),
    ] = None
    title: Annotated[
        String | None,
        Mark("合同名称", "Contract title", help=Text("盖章文本上的全名", "In full, as on the signed copy")),
    ] = None
    type: Annotated[
        ContractType | None,
        Mark(
            "合同类型", "Contract type", names=("合同类别",), help=Text("从列表中选", "Choose from the list")
        ),
    ] = None
    buyer: Annotated[
        String | None,
        Mark(
            "合同甲方",
            "Buyer",
            names=("合同买方",),
            help=Text("营业执照上的全称，与公章一致", "Its legal name, as on its seal"),
        ),
    ] = None
    seller: Annotated[
        String | None,
        Mark("合同乙方", "Seller", names=("合同卖方",), help=Text("我方签约主体全称", "Our legal name")),
    ] = None
    other_parties: Annotated[
        Names,
        Mark(
            "合同其他方",
            "Other parties",
            names=("合同丙方",),
            help=Text("联合体成员、监理等，没有就空", "Such as consortium members; blank for none"),
        ),
    ] = ()
