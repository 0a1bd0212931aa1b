"""The acceptances, and what was accepted in them."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Lines, String


class AcceptanceType(Choice):
    """Which acceptance it is."""

    ARRIVAL = "arrival", "到货验收", "Delivery acceptance", "到货"
    PRELIMINARY = "preliminary", "初步验收", "Preliminary acceptance", "初验", "Provisional acceptance"
    FINAL = "final", "最终验收", "Final acceptance", "终验"
    SERVICE = "service", "服务验收", "Service acceptance", "服务"


Variant = Annotated[
    AcceptanceType | None,
    Mark(
        "验收类型",
        "Acceptance",
        names=("所属验收",),
        help=Text("属于哪一次验收；不填表示都适用", "Which acceptance it belongs to; blank for all"),
    ),
]
"""The acceptance that a row of the record belongs to."""


class Conclusion(Choice):
    """What an acceptance comes to."""

    PASSED = "passed", "通过", "Passed", "验收通过", "合格"
    CONDITIONAL = "conditional", "有条件通过", "Passed with conditions", "有条件"
    FAILED = "failed", "不通过", "Failed", "未通过", "验收不通过"


class Method(Choice):
    """How a requirement was checked."""

    INSPECTION = "inspection", "检查", "Inspection"
    TEST = "test", "测试", "Test"
    DEMONSTRATION = "demonstration", "演示", "Demonstration"
    DOCUMENT = "document", "文档", "Document", "文档审查"


class Verdict(Choice):
    """Whether a requirement is met."""

    PASS = "pass", "合格", "Pass", "通过"
    FAIL = "fail", "不合格", "Fail", "不通过"
    WAIVED = "waived", "让步接收", "Accepted with concession", "让步"


class Acceptance(Noun):
    """One acceptance: of the goods, preliminary, final, or of services."""

    type: Annotated[
        AcceptanceType,
        Mark(
            "验收类型",
            "Acceptance",
            names=("验收",),
            help=Text("到货、初验、终验或服务验收", "Of delivery, preliminary, final, or of services"),
        ),
    ]
    date: Annotated[
        Day | None,
        Mark(
            "验收日期", "Date", names=("日期",), help=Text("各方签字的日期", "The day on which it was signed")
        ),
    ] = None
    place: Annotated[
        String | None,
        Mark("验收地点", "Place", names=("地点",), help=Text("在哪里验收", "Where it was held")),
    ] = None
    scope: Annotated[
        String | None,
        Mark("验收范围", "Scope", names=("范围",), help=Text("验收了哪些内容", "What it covers")),
    ] = None
    basis: Annotated[
        Lines,
        Mark(
            "验收依据",
            "Basis",
            names=("依据",),
            help=Text(
                "合同、规格书、变更单、标准号，每条一行",
                "Contract, specification, changes, standards, a line each",
            ),
        ),
    ] = ()
    conclusion: Annotated[
        Conclusion | None,
        Mark(
            "验收结论",
            "Conclusion",
            names=("结论",),
            help=Text("通过、有条件通过或不通过", "Passed, passed with conditions, or failed"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "结论说明",
            "Note on the conclusion",
            names=("说明",),
            help=Text("条件、保留意见", "Conditions and reservations"),
        ),
    ] = None
    certificate: Annotated[
        String | None,
        Mark(
            "验收证书编号",
            "Certificate",
            names=("证书编号", "证书号"),
            help=Text("验收书的编号", "The number of the certificate"),
        ),
    ] = None

    @property
    def accepted(self) -> bool:
        """Whether it was held, and did not fail."""
        return self.date is not None and self.conclusion is not Conclusion.FAILED


class BoardMember(Noun):
    """Someone who takes part in an acceptance."""

    name: Annotated[String, Mark("验收人员", "Member", names=("姓名",), help=Text("姓名", "Full name"))]
    unit: Annotated[
        String | None,
        Mark(
            "验收单位",
            "Organisation",
            names=("单位",),
            help=Text("代表哪一方，写全称", "For whom, by its full name"),
        ),
    ] = None
    post: Annotated[
        String | None,
        Mark("验收人职务", "Position", names=("职务",), help=Text("职务或职称", "Position or title")),
    ] = None
    duty: Annotated[
        String | None,
        Mark("验收分工", "Duty", names=("分工",), help=Text("组长、测试、资料等", "Chair, tests, documents")),
    ] = None
    variant: Variant = None


class AcceptedItem(Noun):
    """One requirement as it was checked."""

    no: Annotated[
        String | None, Mark("验收项序号", "No.", names=("序号",), help=Text("行号", "Its number"))
    ] = None
    clause: Annotated[
        String | None,
        Mark(
            "合同条款号",
            "Contract clause",
            names=("条款号", "条款"),
            help=Text("合同或技术规格的条款号", "The clause of contract or specification"),
        ),
    ] = None
    requirement: Annotated[
        String,
        Mark(
            "验收要求", "Requirement", names=("要求",), help=Text("条款怎么要求的", "What the clause demands")
        ),
    ]
    measured: Annotated[
        String | None,
        Mark(
            "实测结果",
            "Measured",
            names=("实测",),
            help=Text("查到、测到的结果", "What was found or measured"),
        ),
    ] = None
    method: Annotated[
        Method | None,
        Mark(
            "验收方法",
            "Method",
            names=("方法",),
            help=Text("检查、测试、演示或文档", "Inspection, test, demonstration or document"),
        ),
    ] = None
    conclusion: Annotated[
        Verdict | None,
        Mark(
            "单项结论",
            "Finding",
            names=("结论",),
            help=Text("合格、不合格或让步接收", "Pass, fail, or accepted with concession"),
        ),
    ] = None
    evidence: Annotated[
        String | None,
        Mark(
            "验收证据",
            "Evidence",
            names=("证据",),
            help=Text("记录编号、照片、报告", "Record, photo or report"),
        ),
    ] = None
    variant: Variant = None


class Signatory(Noun):
    """Someone who signs the acceptance."""

    party: Annotated[
        String,
        Mark(
            "签署方", "Party", names=("签章方",), help=Text("甲方、乙方、监理等", "Buyer, seller, supervisor")
        ),
    ]
    unit: Annotated[
        String | None,
        Mark(
            "签署单位",
            "Organisation",
            names=("单位",),
            help=Text("盖章单位的全称", "The full name on its seal"),
        ),
    ] = None
    name: Annotated[
        String | None, Mark("签署人", "Signatory", names=("代表", "姓名"), help=Text("谁签字", "Who signs"))
    ] = None
    post: Annotated[
        String | None,
        Mark("签署人职务", "Position", names=("职务",), help=Text("签字人职务", "Position of the signatory")),
    ] = None
    date: Annotated[
        Day | None, Mark("签署日期", "Date", names=("日期",), help=Text("签字的日期", "The day of signing"))
    ] = None
    variant: Variant = None
