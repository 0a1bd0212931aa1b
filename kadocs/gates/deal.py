"""Rules that hold at every stage."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.tree.node import Path


@rule(
    "DEAL001",
    Severity.ERROR,
    zh="""
    编号在同一张表内不重复。

    检查什么：需求、里程碑、任务的编号在各自的清单里只能出现一次。
    为什么：别处按编号引用（模块响应的需求、任务的前置任务）；编号重复就不知道指的是哪一条，需求还会被响应两次。
    依据：建议书的通行要求——每条需求只响应一次。
    示例：两行需求都写 R-07。
    怎么办：给其中一条换一个新编号；如果本来就是同一条，删掉多余的一行。
    """,
)
def unique_ids(case: Case) -> Iterator[Breach]:
    """An id stands only once in its list.

    What: the ids of requirements, milestones and tasks, each within its own list.
    Why: other fields refer by id (the requirements that a module answers, the tasks that another depends
    on); with the same id twice nobody knows which is meant, and a requirement would be answered twice.
    Basis: the common rule of proposals that each requirement is answered exactly once.

    Example: two requirements are both called R-07.

    What to do: give one of them a new id, or delete the line that is there twice.
    """
    for path, ids in _identified(case):
        first: dict[str, int] = {}
        for index, name in enumerate(ids):
            if name in first:
                yield Breach(
                    (*path, index, "id"),
                    Text(
                        "编号 {id} 重复，第 {n} 条已经用过", "the id {id} is already used by entry {n}"
                    ).fill(id=name, n=first[name] + 1),
                    Text(
                        "请换一个编号，或删去重复的一条", "Give it another id, or delete the repeated entry"
                    ),
                )
            first.setdefault(name, index)


def _identified(case: Case) -> Iterator[tuple[Path, list[str]]]:
    yield ("requirements",), [requirement.id for requirement in case.deal.requirements]
    if solution := case.deal.solution:
        yield ("solution", "milestones"), [milestone.id for milestone in solution.milestones]
        yield ("solution", "tasks"), [task.id for task in solution.tasks]


@rule(
    "DEAL002",
    Severity.ERROR,
    zh="""
    客户只有一个全称。

    检查什么：“商机客户”与“客户全称”一致；简称和已登记的别名也可以。
    为什么：封面、正文、报价里的客户名称若不一致，客户会认为文件是从别的项目抄来的；投标时名称不符可能被否决。
    依据：名称以营业执照为准，全文一致。
    示例：客户全称为“青岚市轨道交通集团有限公司”，商机客户却写成“青岚地铁公司”。
    怎么办：改成客户全称，或把这个叫法加入“客户别名”。
    """,
)
def one_customer_name(case: Case) -> Iterator[Breach]:
    """The customer has one legal name.

    What: the opportunity's account is the account's name, its short name or one of its aliases.
    Why: a document that calls its reader by two names looks copied from another project, and a
    tender may be rejected for it.
    Basis: the name on the business licence, the same throughout.

    Example: the account is “Northmoor Chemicals Ltd”, the opportunity says “North Moor Chemical”.

    What to do: write the account's name, or add the other one to its aliases.
    """
    account, opportunity = case.deal.account, case.deal.opportunity
    if not account or not account.name or not opportunity or not opportunity.account:
        return
    known = {account.name, account.short_name, account.id, *account.aliases}
    if opportunity.account not in known:
        yield Breach(
            ("opportunity", "account"),
            Text("商机客户“{a}”不是客户全称“{b}”", "the account “{a}” is not the customer “{b}”").fill(
                a=opportunity.account, b=account.name
            ),
            Text(
                "请改成客户全称，或把它加入“客户别名”",
                "Write the customer's name, or add this one to its aliases",
            ),
        )
