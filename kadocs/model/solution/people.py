"""Who does the work, who decides, who is trained."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import HOURS, PEOPLE, YEARS, Noun
from kadocs.model.types import (
    Hours,
    Names,
    PeopleCount,
    String,
    YearCount,
)


class Member(Noun):
    """A person of our project team."""

    name: Annotated[String, Mark("姓名", "Name", help=Text("证件上的姓名", "As on the identity card"))]
    role: Annotated[
        String,
        Mark(
            "项目角色",
            "Role",
            names=("角色", "岗位"),
            help=Text("在项目里担任什么", "The part in the project"),
        ),
    ]
    title: Annotated[String | None, Mark("职称", "Title", help=Text("技术职称", "Professional title"))] = None
    certificates: Annotated[
        Names,
        Mark(
            "证书",
            "Certificates",
            names=("资质证书",),
            help=Text("与项目有关的证书", "Certificates that matter here"),
        ),
    ] = ()
    years: Annotated[
        YearCount | None,
        Mark(
            "从业年限", "Years of experience", unit=YEARS, help=Text("从事本行业多少年", "Years in the trade")
        ),
    ] = None
    duty: Annotated[
        String | None, Mark("职责", "Responsibility", help=Text("负责什么", "What the person answers for"))
    ] = None
    reports_to: Annotated[
        String | None,
        Mark(
            "汇报对象",
            "Reports to",
            help=Text(
                "向组内哪位汇报，组织图由它画出", "The superior in the team; the chart is drawn from it"
            ),
        ),
    ] = None


class Responsibility(Noun):
    """One activity of the RACI matrix."""

    activity: Annotated[
        String, Mark("活动", "Activity", names=("工作项",), help=Text("一项工作", "One activity"))
    ]
    responsible: Annotated[
        String | None, Mark("执行R", "Responsible", names=("R", "负责"), help=Text("谁动手做", "Who does it"))
    ] = None
    accountable: Annotated[
        String | None,
        Mark(
            "批准A",
            "Accountable",
            names=("A", "批准"),
            help=Text("谁拍板、负总责，只能一个", "Who answers for it, one only"),
        ),
    ] = None
    consulted: Annotated[
        String | None,
        Mark("咨询C", "Consulted", names=("C", "咨询"), help=Text("做之前问谁", "Who is asked before")),
    ] = None
    informed: Annotated[
        String | None,
        Mark("知会I", "Informed", names=("I", "知会"), help=Text("做完告诉谁", "Who is told after")),
    ] = None


class Course(Noun):
    """One training course."""

    course: Annotated[
        String, Mark("课程", "Course", names=("课程名称",), help=Text("课程名称", "What is taught"))
    ]
    audience: Annotated[
        String | None, Mark("培训对象", "Participants", names=("对象",), help=Text("给谁上", "For whom"))
    ] = None
    hours: Annotated[
        Hours | None, Mark("学时", "Hours", unit=HOURS, help=Text("多少学时", "How many hours"))
    ] = None
    people: Annotated[
        PeopleCount | None, Mark("人数", "People", unit=PEOPLE, help=Text("多少人参加", "How many take part"))
    ] = None
    mode: Annotated[
        String | None,
        Mark(
            "培训方式",
            "Mode",
            names=("方式",),
            help=Text("现场、线上还是跟班", "On site, online or on the job"),
        ),
    ] = None
