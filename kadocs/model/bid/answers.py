"""What the bid promises line by line: deviations from the tender, and the appendix to the letter."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.requirement import Deviation
from kadocs.model.types import Count, Flag, String


class DeviationRow(Noun):
    """One clause of the tender and our answer to it.

    What the customer wanted before there was a tender stands in `requirements`.
    """

    no: Annotated[
        String | None,
        Mark(
            "偏离表序号", "Row", names=("序号",), help=Text("留空则按顺序编号", "Blank numbers them in order")
        ),
    ] = None
    clause: Annotated[
        String | None,
        Mark(
            "招标文件条款号",
            "Tender clause",
            names=("条款号", "招标条款号"),
            help=Text("如 第五章 3.2.1", "Such as chapter 5, 3.2.1"),
        ),
    ] = None
    demand: Annotated[
        String,
        Mark(
            "招标要求",
            "Tender demand",
            names=("招标文件要求",),
            help=Text("照抄，不缩写数字", "As written, all numbers kept"),
        ),
    ]
    response: Annotated[
        String | None,
        Mark(
            "投标响应",
            "Our response",
            names=("投标文件响应",),
            help=Text("写实际指标，不写“响应”二字了事", "The actual figure, not just “complies”"),
        ),
    ] = None
    kind: Annotated[
        Deviation | None,
        Mark(
            "偏离情况",
            "Deviation",
            names=("偏差", "偏离"),
            help=Text("无偏离、正偏离或负偏离", "None, positive or negative"),
        ),
    ] = None
    starred: Annotated[
        Flag,
        Mark(
            "实质性条款",
            "Starred",
            names=("★", "带★"),
            help=Text("★、▲条款填“是”，不得负偏离", "Yes for ★ and ▲: none may be negative"),
        ),
    ] = False
    note: Annotated[
        String | None,
        Mark("偏离说明", "Note", names=("说明", "备注"), help=Text("有偏离时说明理由", "Why it deviates")),
    ] = None
    answered_in: Annotated[
        String | None,
        Mark(
            "证明章节",
            "Proved in",
            names=("证明材料章节", "对应章节"),
            help=Text("证明在哪个部分或标题下，页码由程序填", "The part or heading with the proof"),
        ),
    ] = None
    page: Annotated[
        Count | None,
        Mark(
            "证明页码",
            "Proof on page",
            names=("页码", "证明材料页码"),
            help=Text("印好后由程序填，可留空", "May stay blank"),
        ),
    ] = None


class AppendixItem(Noun):
    """One line of the appendix to the letter of bid (投标函附录)."""

    item: Annotated[
        String,
        Mark(
            "附录条款名称",
            "Term",
            names=("条款名称",),
            help=Text("如 项目经理、工期、缺陷责任期、分包", "Such as project manager, delivery"),
        ),
    ]
    clause: Annotated[
        String | None,
        Mark(
            "合同条款号", "Contract clause", help=Text("招标文件合同条款的编号", "Its number in the contract")
        ),
    ] = None
    promise: Annotated[
        String | None,
        Mark(
            "约定内容",
            "Agreed content",
            names=("承诺内容",),
            help=Text("我方承诺的内容或数值", "What we promise"),
        ),
    ] = None
    note: Annotated[
        String | None, Mark("附录备注", "Remark", names=("备注",), help=Text("没有则留空", "May stay blank"))
    ] = None
