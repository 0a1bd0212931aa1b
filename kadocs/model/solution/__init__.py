"""What we offer: goals, modules, plan, people, service, and the case for it."""

from __future__ import annotations

from typing import Annotated

from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.solution.case import (
    Background,
    Goal,
    Module,
    Pain,
    Picture,
    Reference,
    Return,
    Summary,
    WinTheme,
)
from kadocs.model.solution.gantt import Gantt, draw
from kadocs.model.solution.plan import (
    Course,
    Member,
    Method,
    Milestone,
    Responsibility,
    Revision,
    Risk,
    Service,
    ServiceLevel,
    Task,
)
from kadocs.model.types import Day, Lines, String


class Solution(Noun):
    """The offer, section by section of a proposal."""

    summary: Annotated[Summary | None, Mark("执行摘要", "Executive summary")] = None
    background: Annotated[Background | None, Mark("项目背景", "Background")] = None
    pains: Annotated[tuple[Pain, ...], Mark("痛点", "Pain points", names=("需求与痛点",))] = ()
    goals: Annotated[tuple[Goal, ...], Mark("建设目标", "Goals", names=("目标",))] = ()
    principles: Annotated[Lines, Mark("建设原则", "Principles")] = ()
    overview: Annotated[String | None, Mark("总体方案", "Overall solution", names=("方案概述",))] = None
    key_designs: Annotated[Lines, Mark("关键设计", "Key design points")] = ()
    architecture: Annotated[tuple[Picture, ...], Mark("架构图", "Architecture pictures")] = ()
    modules: Annotated[tuple[Module, ...], Mark("方案模块", "Modules", names=("模块", "详细方案"))] = ()
    start: Annotated[Day | None, Mark("计划开工日", "Planned start", names=("T0", "开工日期"))] = None
    milestones: Annotated[tuple[Milestone, ...], Mark("里程碑", "Milestones", names=("里程碑计划",))] = ()
    tasks: Annotated[tuple[Task, ...], Mark("实施任务", "Tasks", names=("实施计划", "WBS"))] = ()
    method: Annotated[Method | None, Mark("项目管理", "Project management")] = None
    team: Annotated[tuple[Member, ...], Mark("项目团队", "Team", names=("项目组织",))] = ()
    raci: Annotated[tuple[Responsibility, ...], Mark("RACI", "RACI", names=("责任矩阵", "RACI矩阵"))] = ()
    training: Annotated[tuple[Course, ...], Mark("培训计划", "Training", names=("培训", "培训方案"))] = ()
    sla: Annotated[
        tuple[ServiceLevel, ...], Mark("服务级别", "Service levels", names=("SLA", "服务与SLA"))
    ] = ()
    service: Annotated[Service | None, Mark("售后服务", "After-sales service")] = None
    risks: Annotated[tuple[Risk, ...], Mark("项目风险", "Risks", names=("风险", "风险清单"))] = ()
    win_themes: Annotated[tuple[WinTheme, ...], Mark("制胜主题", "Win themes")] = ()
    references: Annotated[
        tuple[Reference, ...], Mark("类似案例", "References", names=("案例", "业绩案例"))
    ] = ()
    roi: Annotated[Return | None, Mark("投资回报", "Return on investment", names=("投资效益",))] = None
    revisions: Annotated[
        tuple[Revision, ...], Mark("文档修订", "Document revisions", names=("版本记录", "文档控制"))
    ] = ()

    @computed(Mark("甘特图", "Gantt chart"), "tasks", "milestones")
    def gantt(self) -> Gantt | None:
        """The plan as a chart, where it can be drawn."""
        return draw(self.tasks, self.milestones, self.start)

    @computed(Mark("当前版本", "Current revision"), "revisions")
    def revision(self) -> Revision | None:
        """The last line of the control table."""
        return self.revisions[-1] if self.revisions else None
