"""What we offer: goals, modules, plan, people, service, and the case for it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.revision import Revision
from kadocs.model.solution.care import Method, Risk, Service, ServiceLevel
from kadocs.model.solution.case import Background, Goal, Pain, Return, Summary, WinTheme
from kadocs.model.solution.gantt import Gantt, draw
from kadocs.model.solution.glossary import Term
from kadocs.model.solution.module import Module, Picture
from kadocs.model.solution.people import Course, Member, Responsibility
from kadocs.model.solution.plan import Milestone, Task
from kadocs.model.solution.reference import Reference
from kadocs.model.types import Day, Lines, String


class Solution(Noun):
    """The offer, section by section of a proposal."""

    summary: Annotated[
        Summary | None,
        Mark(
            "执行摘要",
            "Executive summary",
            help=Text("给决策者看的一页", "The one page that decision makers read"),
        ),
    ] = None
    background: Annotated[
        Background | None,
        Mark(
            "项目背景",
            "Background",
            help=Text("客户的处境和现状", "Where the customer comes from and stands"),
        ),
    ] = None
    pains: Annotated[
        tuple[Pain, ...],
        Mark(
            "痛点",
            "Pain points",
            names=("需求与痛点",),
            help=Text("客户现在受的苦，一条一行", "What hurts the customer today, one a row"),
        ),
    ] = ()
    goals: Annotated[
        tuple[Goal, ...],
        Mark(
            "建设目标",
            "Goals",
            names=("目标",),
            help=Text("做完后哪些数字会变，从多少到多少", "Which figures change, from what to what"),
        ),
    ] = ()
    principles: Annotated[
        Lines,
        Mark(
            "建设原则",
            "Principles",
            help=Text("做方案坚持的原则，每行一条", "The principles the design keeps to, one a line"),
        ),
    ] = ()
    overview: Annotated[
        String | None,
        Mark(
            "总体方案",
            "Overall solution",
            names=("方案概述",),
            help=Text("整个方案用一两段话说清楚", "The whole solution in a paragraph or two"),
        ),
    ] = None
    key_designs: Annotated[
        Lines,
        Mark(
            "关键设计",
            "Key design points",
            help=Text("最见功夫的设计，每行一条", "The design points that matter, one a line"),
        ),
    ] = ()
    architecture: Annotated[
        tuple[Picture, ...],
        Mark(
            "架构图",
            "Architecture pictures",
            help=Text(
                "总体架构图的文件，放在商机文件夹里", "Files of architecture drawings in the deal's folder"
            ),
        ),
    ] = ()
    modules: Annotated[
        tuple[Module, ...],
        Mark(
            "方案模块",
            "Modules",
            names=("模块", "详细方案"),
            help=Text("方案由哪些部分组成，一个一行", "The parts of the solution, one a row"),
        ),
    ] = ()
    start: Annotated[
        Day | None,
        Mark(
            "计划开工日",
            "Planned start",
            names=("T0", "开工日期"),
            help=Text("哪天开工，T+n 从这天算起", "The day from which T+n counts"),
        ),
    ] = None
    milestones: Annotated[
        tuple[Milestone, ...],
        Mark(
            "里程碑",
            "Milestones",
            names=("里程碑计划",),
            help=Text("要验收的节点，一个一行", "The points that are accepted, one a row"),
        ),
    ] = ()
    tasks: Annotated[
        tuple[Task, ...],
        Mark(
            "实施任务",
            "Tasks",
            names=("实施计划", "WBS"),
            help=Text("要做的工作，甘特图由它画出", "The work to do; the Gantt chart is drawn from it"),
        ),
    ] = ()
    method: Annotated[
        Method | None,
        Mark(
            "项目管理",
            "Project management",
            help=Text("怎么管质量、风险、变更和沟通", "How quality, risk, change and talk are managed"),
        ),
    ] = None
    team: Annotated[
        tuple[Member, ...],
        Mark(
            "项目团队",
            "Team",
            names=("项目组织",),
            help=Text("我方项目组的人，一人一行", "Our project team, one person a row"),
        ),
    ] = ()
    raci: Annotated[
        tuple[Responsibility, ...],
        Mark(
            "RACI",
            "RACI",
            names=("责任矩阵", "RACI矩阵"),
            help=Text(
                "每项活动谁做、谁批、问谁、告知谁", "Who does, approves, is asked, is told, for each activity"
            ),
        ),
    ] = ()
    training: Annotated[
        tuple[Course, ...],
        Mark(
            "培训计划",
            "Training",
            names=("培训", "培训方案"),
            help=Text("课程，一门一行", "Courses, one a row"),
        ),
    ] = ()
    sla: Annotated[
        tuple[ServiceLevel, ...],
        Mark(
            "服务级别",
            "Service levels",
            names=("SLA", "服务与SLA"),
            help=Text("各级故障多快响应和恢复", "How fast faults of each level are answered and cured"),
        ),
    ] = ()
    service: Annotated[
        Service | None,
        Mark("售后服务", "After-sales service", help=Text("验收以后怎么服务", "What comes after acceptance")),
    ] = None
    risks: Annotated[
        tuple[Risk, ...],
        Mark(
            "项目风险",
            "Risks",
            names=("风险", "风险清单"),
            help=Text(
                "给客户看的项目风险和对策", "The project's risks and answers, as the customer sees them"
            ),
        ),
    ] = ()
    win_themes: Annotated[
        tuple[WinTheme, ...],
        Mark(
            "制胜主题",
            "Win themes",
            help=Text("为什么选我们，两三个主题", "Why to choose us, two or three themes"),
        ),
    ] = ()
    references: Annotated[
        tuple[Reference, ...],
        Mark(
            "类似案例",
            "References",
            names=("案例", "业绩案例"),
            help=Text("做过的类似项目，一个一行", "Similar work for others, one a row"),
        ),
    ] = ()
    roi: Annotated[
        Return | None,
        Mark(
            "投资回报",
            "Return on investment",
            names=("投资效益",),
            help=Text("投入多少、每年回报多少", "What it costs and what it brings back each year"),
        ),
    ] = None
    glossary: Annotated[
        tuple[Term, ...],
        Mark(
            "术语表",
            "Glossary",
            names=("术语与缩略语",),
            help=Text("读者可能不懂的词，一词一行", "Words that readers may not know, one a row"),
        ),
    ] = ()
    revisions: Annotated[
        tuple[Revision, ...],
        Mark(
            "文档修订",
            "Document revisions",
            names=("版本记录", "文档控制"),
            help=Text("这份文件改过几版，一版一行", "The versions of the document, one a row"),
        ),
    ] = ()

    @computed(
        Mark("甘特图", "Gantt chart", help=Text("由任务和里程碑画出", "Drawn from tasks and milestones")),
        "tasks",
        "milestones",
    )
    def gantt(self) -> Gantt | None:
        """The plan as a chart, where it can be drawn."""
        return draw(self.tasks, self.milestones, self.start)

    @computed(
        Mark(
            "当前版本", "Current revision", help=Text("修订记录的最后一行", "The last row of the revisions")
        ),
        "revisions",
    )
    def revision(self) -> Revision | None:
        """The last line of the control table."""
        return self.revisions[-1] if self.revisions else None
