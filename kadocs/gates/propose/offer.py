"""What we answer to the customer's requirements, and why it should choose us."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import nearest
from kadocs.model.requirement import Response

_CHOICES = Text("、".join(r.zh for r in Response), ", ".join(r.en for r in Response))


@rule(
    "PROP001",
    Severity.ERROR,
    gap=True,
    zh="""
    每条需求都有响应。

    检查什么：需求清单的每一行都填了“响应”。
    为什么：漏答一条，客户就会当作不满足；评审人按编号逐条核对。
    依据：建议书的通行要求——每条需求响应且只响应一次（编号重复见 DEAL001）。
    示例：R-12 的“响应”为空。
    怎么办：填完全满足、部分满足、定制满足或不满足；还没有结论时可先用 --draft 出草稿。
    """,
)
def answered(case: Case) -> Iterator[Breach]:
    """Every requirement is answered.

    What: each row of the requirements says how far we meet it.
    Why: an unanswered requirement is read as “no”; whoever evaluates goes through them id by id.
    Basis: the common rule of proposals, each requirement once and only once (for repeated ids see DEAL001).

    Example: the response of R-12 is empty.

    What to do: write Full, Partial, Custom or None; until that is known, --draft makes a draft.
    """
    for index, requirement in enumerate(case.deal.requirements):
        if requirement.response is None:
            yield Breach(
                ("requirements", index, "response"),
                Text("需求 {id} 没有响应", "requirement {id} has no response").fill(id=requirement.id),
                Text("请在“响应”中填：{c}", "Fill in its “Response”: {c}").fill(c=_CHOICES),
            )


@rule(
    "PROP002",
    Severity.ERROR,
    gap=True,
    zh="""
    部分满足和不满足的需求都有补救措施。

    检查什么：响应为“部分满足”或“不满足”的需求填了“补救措施”。
    为什么：只写“不满足”等于请客户扣分；写明替代办法和时间，客户才有接受的理由。
    依据：建议书的通行要求——每条部分满足、不满足都要有补救。
    示例：R-07 部分满足，补救措施为空。
    怎么办：写明替代方案、何时补齐或由谁承担；确实能满足就改响应。
    """,
)
def mitigated(case: Case) -> Iterator[Breach]:
    """Every partial or negative answer comes with a mitigation.

    What: a requirement answered Partial or None says what makes up for it.
    Why: a bare “no” asks for a lower score; another way, or a date, gives the customer a reason to accept.
    Basis: the common rule of proposals that each gap has a mitigation.

    Example: R-07 is met in part, and nothing says what is done about the rest.

    What to do: write the way around it, when the rest follows, or who bears it; or correct the response.
    """
    for index, requirement in enumerate(case.deal.requirements):
        if requirement.response in (Response.PARTIAL, Response.NONE) and not requirement.mitigation:
            yield Breach(
                ("requirements", index, "mitigation"),
                Text(
                    "需求 {id} {r}，却没有补救措施", "requirement {id} is answered “{r}” without a mitigation"
                ).fill(id=requirement.id, r=requirement.response.label),
                Text(
                    "请在“补救措施”中写明替代办法或补齐时间",
                    "Write under “Mitigation” what makes up for it, or when it follows",
                ),
            )


@rule(
    "PROP003",
    Severity.ERROR,
    needs_whole=(("requirements",),),
    zh="""
    方案模块响应的需求都在需求清单里。

    检查什么：模块“响应需求”里的每个编号都是需求清单中的编号。
    为什么：响应矩阵和模块介绍互相引用，编号对不上，客户无从核对。
    依据：引用必须指向存在的条目。
    示例：模块“电力监控”写着响应 R-99，而清单只到 R-28。
    怎么办：改成正确的编号，或把这条需求补进清单。
    """,
)
def known_requirements(case: Case) -> Iterator[Breach]:
    """The requirements that a module answers are in the list.

    What: each id under a module's “Answers” is the id of a requirement.
    Why: the response matrix and the modules refer to each other; with a wrong id nobody can follow.
    Basis: a reference must lead somewhere.

    Example: the module “Historian” answers R-99, and the list ends at R-28.

    What to do: correct the id, or add the requirement to the list.
    """
    known = [requirement.id for requirement in case.deal.requirements]
    modules = case.deal.solution.modules if case.deal.solution else ()
    for index, module in enumerate(modules):
        for name in module.requirements:
            if name not in known:
                yield Breach(
                    ("solution", "modules", index, "requirements"),
                    Text(
                        "模块“{m}”响应的需求 {id} 不在需求清单里",
                        "the module “{m}” answers {id}, which is no requirement",
                    ).fill(m=module.name, id=name),
                    nearest(name, known),
                )


@rule(
    "PROP004",
    Severity.INFO,
    zh="""
    制胜主题三到五个。

    检查什么：写了制胜主题时，数量在 3 到 5 之间。
    为什么：少于三个不足以支撑选择，多于五个读者记不住。
    依据：执行摘要的通行写法：3–5 个主题，每个都有收益、特点和佐证。
    示例：只写了一个主题“本地服务”。
    怎么办：合并或补充；换成对手的名字也说得通的主题应重写。
    """,
)
def three_to_five_themes(case: Case) -> Iterator[Breach]:
    """There are three to five win themes.

    What: if win themes are given, there are 3 to 5 of them.
    Why: fewer do not carry a decision, more are not remembered.
    Basis: common practice for executive summaries: 3–5 themes, each with benefit, feature and proof.

    Example: the only theme is “local service”.

    What to do: merge some, or add some; rewrite one that would fit a rival's name as well.
    """
    themes = case.deal.solution.win_themes if case.deal.solution else ()
    if themes and not 3 <= len(themes) <= 5:
        yield Breach(
            ("solution", "win_themes"),
            Text("制胜主题有 {n} 个", "there are {n} win themes").fill(n=len(themes)),
            Text("建议 3 到 5 个", "Three to five are best"),
        )
