"""The tender's own list of what is to be priced: goods, services or works, line by line."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Number, String


class TenderItem(Noun):
    """One line of the tender's list; ours that answers it stands in `quote.items`, with the same number."""

    no: Annotated[
        String | None,
        Mark(
            "清单序号",
            "List no.",
            names=("序号", "项号", "No."),
            help=Text("照招标清单，如 1.2", "As the list has it, such as 1.2"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "清单项目",
            "Listed item",
            names=("名称", "项目名称", "货物名称", "Item", "Name"),
            help=Text("照抄，不改一字", "To the letter"),
        ),
    ]
    spec: Annotated[
        String | None,
        Mark(
            "清单规格",
            "Listed specification",
            names=("规格", "规格型号", "项目特征", "Specification"),
            help=Text("招标清单的规格或项目特征", "What the list says of it"),
        ),
    ] = None
    unit: Annotated[
        String | None,
        Mark(
            "清单单位",
            "Listed unit",
            names=("单位", "计量单位", "Unit"),
            help=Text("招标清单的计量单位", "The unit of the list"),
        ),
    ] = None
    quantity: Annotated[
        Number | None,
        Mark(
            "清单数量",
            "Listed quantity",
            names=("数量", "工程量", "Quantity", "Qty"),
            help=Text("招标清单的数量，报价不得改动", "As listed; a bid may not change it"),
        ),
    ] = None
    fixed_amount: Annotated[
        Amount | None,
        Mark(
            "清单固定金额",
            "Fixed amount",
            names=("暂列金额", "暂估价", "不可竞争费"),
            help=Text("招标文件给定的金额，照填，不得改动", "Given by the tender, and not to be changed"),
        ),
    ] = None
