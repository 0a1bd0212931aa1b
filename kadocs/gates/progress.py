"""Whether a deal has reached the key nodes of the stages that it has left behind: NODE."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import nodes, stages
from kadocs.gates.needs import along, held
from kadocs.gates.rule import Breach, Case, rule


@rule(
    "NODE001",
    Severity.WARNING,
    gap=True,
    needs_whole=((),),
    zh="""
    走到后面的阶段之前，前面阶段的关键节点已经达成。

    检查什么：商机写明的销售阶段之前，每个阶段的关键节点所需的内容都已填写。
    为什么：六个阶段依次推进，跳过节点往往是信息没有核实、没有立项，或者只是没有记下来，到后面才暴露。
    依据：大客户销售的六个阶段及其关键节点：准确的项目信息、售前立项、有效的客户关系推进、投标或议标、合同审批和合同签订、工程验收和项目结项。
    示例：阶段写“4招投标”，而售前立项没有审批记录。
    怎么办：补上提示里的内容；如果其实还没有走到这一步，把销售阶段改回来。
    """,
)
def earlier_nodes(case: Case) -> Iterator[Breach]:
    """A deal has reached the key nodes of the stages before the one that it says it is in.

    What: for each earlier stage, what its key node needs is filled in.
    Why: the six stages build on each other; what was skipped was not verified, not approved, or not
    written down, and shows when it is late to mend.
    Basis: the six stages of key-account sales, each with its key node: accurate project information,
    presales approval, effective relationships, bid or negotiated offer, contract, acceptance and close.

    Example: the stage is Bid, and there is no record of the presales approval.

    What to do: fill in what the message names; if the deal is not that far, correct its stage.
    """
    stage = stages.current(case.deal)
    here = stages.position(stage)
    for each in nodes.NODES[: here or 0]:
        titles = [along(need)[-1].mark.title for need in each.needed(case.deal) if not held(case.deal, need)]
        if stage is not None and titles:
            joined = Text("、".join(title.zh for title in titles), ", ".join(title.en for title in titles))
            yield Breach(
                ("opportunity", "stage"),
                Text(
                    "销售阶段为“{s}”，但关键节点“{n}”还没有达成，缺：{t}",
                    "the stage is “{s}”, but the key node “{n}” is not reached; there is no: {t}",
                ).fill(s=stage.label, n=each.title, t=joined),
                Text(
                    "请补上缺的内容；还没有走到这一步，就改回销售阶段",
                    "Fill in what is missing, or correct the stage",
                ),
            )
