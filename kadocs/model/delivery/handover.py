"""What was handed over: goods that arrived, deliverables, training, documents."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.delivery.acceptance import Variant
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import COPIES, HOURS, PEOPLE, Noun
from kadocs.model.types import CopyCount, Day, Hours, Number, PeopleCount, String


class Arrival(Noun):
    """Goods that arrived."""

    item: Annotated[
        String,
        Mark(
            "到货名称",
            "Goods",
            names=("货物名称", "设备名称"),
            help=Text("设备或材料名称", "The equipment or material"),
        ),
    ]
    model: Annotated[
        String | None,
        Mark(
            "到货型号",
            "Model",
            names=("型号", "规格型号"),
            help=Text("与合同一致的型号", "As in the contract"),
        ),
    ] = None
    unit: Annotated[
        String | None, Mark("到货单位", "Unit", names=("单位",), help=Text("台、套等", "Such as pcs or set"))
    ] = None
    contract_quantity: Annotated[
        Number | None,
        Mark(
            "到货合同数",
            "Contract quantity",
            names=("合同数", "合同数量"),
            help=Text("合同约定的数量", "What the contract says"),
        ),
    ] = None
    quantity: Annotated[
        Number | None,
        Mark(
            "到货数",
            "Quantity arrived",
            names=("实到数", "到货数量"),
            help=Text("实际到货的数量", "How many arrived"),
        ),
    ] = None
    serials: Annotated[
        String | None,
        Mark(
            "到货序列号",
            "Serial numbers",
            names=("序列号",),
            help=Text("逐台写或写范围", "One by one, or the range"),
        ),
    ] = None
    condition: Annotated[
        String | None,
        Mark(
            "开箱状况",
            "Condition",
            names=("外观",),
            help=Text("外观、附件、合格证是否齐全", "Packing, parts and certificates"),
        ),
    ] = None
    date: Annotated[
        Day | None, Mark("到货日期", "Date", names=("日期",), help=Text("到货的日期", "The day of arrival"))
    ] = None

    @computed(
        Mark("到货差异", "Difference", help=Text("到货数减合同数", "Arrived less contract")),
        "contract_quantity",
        "quantity",
    )
    def difference(self) -> Decimal | None:
        """What arrived less what the contract says."""
        return _difference(self.quantity, self.contract_quantity)


class Deliverable(Noun):
    """Something that was handed over."""

    category: Annotated[
        String | None,
        Mark(
            "交付物类别",
            "Category",
            names=("类别",),
            help=Text("设备、软件、资料、服务", "Equipment, software, documents, services"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "交付物名称",
            "Deliverable",
            names=("交付物", "名称"),
            help=Text("与合同清单一致的名称", "As the contract calls it"),
        ),
    ]
    spec: Annotated[
        String | None,
        Mark("交付物规格", "Specification", names=("规格",), help=Text("型号、版本要求", "Model, version")),
    ] = None
    unit: Annotated[
        String | None,
        Mark("交付物单位", "Unit", names=("单位",), help=Text("台、套、册等", "Such as pcs, set, volume")),
    ] = None
    contract_quantity: Annotated[
        Number | None,
        Mark(
            "应交数",
            "Contract quantity",
            names=("合同数",),
            help=Text("合同约定的数量", "What the contract says"),
        ),
    ] = None
    quantity: Annotated[
        Number | None,
        Mark(
            "实交数",
            "Quantity delivered",
            names=("交付数量",),
            help=Text("实际交付的数量", "How many were handed over"),
        ),
    ] = None
    serial: Annotated[
        String | None,
        Mark(
            "序列号或版本",
            "Serial or version",
            names=("序列号/版本", "版本"),
            help=Text("设备写序列号，软件写版本", "Serials of equipment, version of software"),
        ),
    ] = None
    received_by: Annotated[
        String | None,
        Mark("签收人", "Received by", names=("签收",), help=Text("客户谁签收", "Who took it over")),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "差异说明",
            "Why it differs",
            names=("说明",),
            help=Text("数量不符时说明原因", "Where quantities differ, the reason"),
        ),
    ] = None
    variant: Variant = None

    @computed(
        Mark("交付差异", "Difference", help=Text("实交数减应交数", "Delivered less contract")),
        "contract_quantity",
        "quantity",
    )
    def difference(self) -> Decimal | None:
        """What was handed over less what the contract says."""
        return _difference(self.quantity, self.contract_quantity)


class TrainingRecord(Noun):
    """Training that was given."""

    course: Annotated[
        String, Mark("培训课程名", "Course given", names=("课程",), help=Text("课程名称", "Its name"))
    ]
    date: Annotated[
        Day | None,
        Mark(
            "培训日期", "Date", names=("日期",), help=Text("最后一批结束的日期", "When the last group ended")
        ),
    ] = None
    hours: Annotated[
        Hours | None,
        Mark(
            "培训学时",
            "Hours given",
            unit=HOURS,
            names=("学时",),
            help=Text("每人多少学时", "How many hours for each"),
        ),
    ] = None
    people: Annotated[
        PeopleCount | None,
        Mark(
            "培训人次",
            "People trained",
            unit=PEOPLE,
            names=("人次", "人数"),
            help=Text("签到人次", "Who signed in"),
        ),
    ] = None
    result: Annotated[
        String | None,
        Mark("培训结果", "Result", names=("考核结果",), help=Text("考核和评价", "Tests and opinions")),
    ] = None
    record: Annotated[
        String | None,
        Mark(
            "签到记录编号",
            "Record",
            names=("记录",),
            help=Text("签到表编号", "The number of the attendance list"),
        ),
    ] = None


class DocumentRecord(Noun):
    """A document that was handed over."""

    document: Annotated[
        String,
        Mark(
            "移交文档",
            "Document handed over",
            names=("文档名称", "文档"),
            help=Text("文档全名", "Its full name"),
        ),
    ]
    version: Annotated[
        String | None, Mark("文档版本", "Version", names=("版本",), help=Text("如 V1.0", "Such as V1.0"))
    ] = None
    copies: Annotated[
        CopyCount | None,
        Mark(
            "文档份数",
            "Copies",
            unit=COPIES,
            names=("份数",),
            help=Text("几份纸质，电子算一份", "How many; a file is one"),
        ),
    ] = None
    date: Annotated[Day | None, Mark("移交日期", "Date", names=("日期",), help=Text("哪天移交", "When"))] = (
        None
    )
    received_by: Annotated[
        String | None,
        Mark("文档接收人", "Received by", names=("接收人",), help=Text("客户谁接收", "Who took it over")),
    ] = None


def _difference(found: Decimal | None, wanted: Decimal | None) -> Decimal | None:
    return None if found is None or wanted is None else found - wanted
