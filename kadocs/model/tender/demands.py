"""What bidders must be, and what was asked and answered about the tender."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Day, Flag, Names, String

_INTERNAL = Audience.INTERNAL


class DemandKind(Choice):
    """What a qualification demand is about."""

    LICENCE = "licence", "营业执照", "Business licence"
    CERTIFICATE = "certificate", "资质证书", "Certificate", "资质"
    EXPERIENCE = "experience", "业绩", "Experience", "类似业绩"
    PEOPLE = "people", "人员", "People"
    FINANCE = "finance", "财务", "Finance"
    CREDIT = "credit", "信誉", "Credit", "信用"
    OTHER = "other", "其他", "Other"


class Demand(Noun):
    """One demand on bidders, and what of ours meets it."""

    id: Annotated[
        String | None,
        Mark("资格要求编号", "Demand ID", names=("编号", "No."), help=Text("如 Z-01", "Such as Q-01")),
    ] = None
    demand: Annotated[
        String,
        Mark(
            "资格要求",
            "Qualification demand",
            names=("要求", "Demand"),
            help=Text("照抄招标文件", "As the tender has it"),
        ),
    ]
    kind: Annotated[
        DemandKind | None,
        Mark(
            "要求类别",
            "Kind of demand",
            names=("类别",),
            help=Text("资质、业绩、人员、财务等", "What it is about"),
        ),
    ] = None
    clause: Annotated[
        String | None,
        Mark(
            "资格条款号",
            "Demand clause",
            names=("条款号",),
            help=Text("招标文件中的条款号", "Its clause in the tender"),
        ),
    ] = None
    starred: Annotated[
        Flag,
        Mark(
            "资格否决项",
            "Knock-out demand",
            names=("★", "否决项"),
            help=Text("不满足即否决填“是”", "Yes if it excludes"),
        ),
    ] = False
    proof: Annotated[
        String | None,
        Mark("证明要求", "Proof asked for", help=Text("要交什么证明材料", "Which papers must be enclosed")),
    ] = None
    answered_by: Annotated[
        Names,
        Mark(
            "我方对应材料",
            "Answered by",
            audience=_INTERNAL,
            help=Text("资质、业绩、人员在台账中的编号", "IDs of our certificates, projects or people"),
        ),
    ] = ()
    answered_in: Annotated[
        String | None,
        Mark(
            "资格材料章节",
            "Proved in",
            names=("对应章节", "材料所在章节"),
            help=Text("部分或标题的名称，如 资质证书；留空按类别找", "Blank goes by its kind"),
        ),
    ] = None
    met: Annotated[
        Flag | None,
        Mark(
            "我方满足",
            "We meet it",
            audience=_INTERNAL,
            help=Text("核对原件后再填", "Once the originals were seen"),
        ),
    ] = None
    page: Annotated[
        Count | None,
        Mark(
            "资格材料页码",
            "Proof on page",
            names=("页码",),
            help=Text("印好后由程序填，可留空", "May stay blank"),
        ),
    ] = None


class Clarification(Noun):
    """A question about the tender, or a notice of the buyer, with the answer."""

    no: Annotated[
        String | None,
        Mark("澄清编号", "Clarification no.", names=("编号", "No."), help=Text("如 澄清 1", "Such as C-1")),
    ] = None
    asked_on: Annotated[
        Day | None,
        Mark(
            "提问日期", "Asked on", help=Text("我方提出的日期；公告则留空", "Blank for the buyer's notices")
        ),
    ] = None
    clause: Annotated[
        String | None,
        Mark(
            "澄清条款号", "Clause concerned", names=("条款号",), help=Text("针对的条款", "What it is about")
        ),
    ] = None
    question: Annotated[
        String,
        Mark(
            "澄清内容",
            "Question",
            names=("问题", "提问内容"),
            help=Text("问题或公告的要点", "What was asked or told"),
        ),
    ]
    answered_on: Annotated[
        Day | None,
        Mark(
            "答复日期",
            "Answered on",
            names=("发布日期",),
            help=Text("招标人发出的日期", "When it was issued"),
        ),
    ] = None
    answer: Annotated[
        String | None,
        Mark(
            "答复内容",
            "Answer",
            names=("答复",),
            help=Text("照抄答复，尤其是数字", "As written, above all numbers"),
        ),
    ] = None
    affects_bid: Annotated[
        Flag | None,
        Mark(
            "影响投标文件编制",
            "Affects the bid",
            help=Text("要改投标文件时填“是”", "Yes where the bid has to change"),
        ),
    ] = None
    done: Annotated[
        Flag | None,
        Mark(
            "已落实",
            "Worked in",
            audience=_INTERNAL,
            help=Text("投标文件已照答复修改", "The bid was changed accordingly"),
        ),
    ] = None
