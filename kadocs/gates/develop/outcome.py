"""Where the deal stands: beside the buyer's own steps, beside its rivals, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.needs import along
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed, nearest
from kadocs.model.opportunity import Opportunity, Stage
from kadocs.model.opportunity.choices import BuyerStep

_STEPS = (
    BuyerStep.INITIATE,
    BuyerStep.SHORTLIST,
    BuyerStep.SPECIFY,
    BuyerStep.TENDER,
    BuyerStep.COMMIT,
    BuyerStep.INSTALL,
)
_US = ("我方", "us", "we", "our company", "本公司")


@rule(
    "DEV070",
    Severity.ERROR,
    zh="""
    竞争对手不是我方，也不是客户。

    检查什么：竞争对手的名称和别名不等于我方全称、简称，也不等于客户全称、简称和别名。
    为什么：把自己或客户列为对手，雷达图和对比表就错了；防止泄露对手名称的检查也会放过这个名字。
    依据：一个名称只指一家公司。
    示例：竞争对手的别名里写了“云岭控制”，正是我方简称。
    怎么办：改正名称，或删去这个别名。
    """,
)
def rivals_are_others(case: Case) -> Iterator[Breach]:
    """A rival is neither us nor the customer.

    What: no name or alias of a competitor is our legal or short name, or a name of the customer.
    Why: radar and comparison would be wrong, and the check that no rival is named lets that name pass.
    Basis: a name means one company.

    Example: an alias of a competitor is our own short name.

    What to do: correct the name, or delete the alias.
    """
    vendor, account = case.deal.vendor, case.deal.account
    ours = {vendor.legal_name, vendor.short_name} if vendor else set()
    theirs = {account.name, account.short_name, *account.aliases} if account else set()
    for index, rival in enumerate(case.deal.competitors):
        for name in (rival.name, *rival.aliases):
            if name in ours | theirs:
                whose = Text("我方", "our own") if name in ours else Text("客户", "the customer's")
                yield Breach(
                    ("competitors", index, "name" if name == rival.name else "aliases"),
                    Text("竞争对手“{n}”是{w}的名称", "the competitor “{n}” has {w} name").fill(
                        n=name, w=whose
                    ),
                    Text("请改正名称，或删去这个别名", "Correct the name, or delete the alias"),
                )


@rule(
    "DEV071",
    Severity.WARNING,
    needs_whole=(("competitors",),),
    zh="""
    竞争评分里的公司都是竞争对手或我方。

    检查什么：竞争评分中的每家公司，是“我方”、我方名称，或竞争对手表里的名称、别名。
    为什么：名称对不上，雷达图里就多出一家，真正的对手却没有分数。
    依据：引用必须指向存在的条目。
    示例：竞争对手是“恒擎”，评分里写“恒擎公司”。
    怎么办：改成竞争对手表里的名称，或把它加进竞争对手。
    """,
)
def compared_are_known(case: Case) -> Iterator[Breach]:
    """Who is compared is a competitor, or us.

    What: each firm among the scores is “us”, one of our names, or a name of a competitor.
    Why: where the names differ the radar has one firm too many, and the real rival no scores.
    Basis: a reference must lead somewhere.

    Example: the competitor is called Rivalsoft, and scored as “Rivalsoft Ltd”.

    What to do: write the competitor's name, or add it to the competitors.
    """
    rivals = [name for rival in case.deal.competitors for name in (rival.name, *rival.aliases)]
    vendor = case.deal.vendor
    own = [*_US, *(name for name in ((vendor.legal_name, vendor.short_name) if vendor else ()) if name)]
    known = {name.casefold() for name in (*rivals, *own)}
    told: set[str] = set()
    for index, row in enumerate(_opportunity(case).comparison if rivals else ()):
        name = row.competitor
        if name.casefold() not in known and name not in told:
            told.add(name)
            yield Breach(
                ("opportunity", "comparison", index, "competitor"),
                Text("“{n}”不在竞争对手里", "“{n}” is not among the competitors").fill(n=name),
                nearest(name, rivals, Text("请把它加进竞争对手", "Add it to the competitors")),
            )


@rule(
    "DEV080",
    Severity.WARNING,
    zh="""
    销售阶段与客户的采购步骤相近。

    检查什么：我方销售阶段与客户采购步骤一一对应，相差不到两步。
    为什么：落后两步说明我们进得太晚，超前两步说明我们一厢情愿，两种都要调整打法。
    依据：客户采购的六个步骤与销售的六个阶段一一对应：内部立项与开发，供应商初选与立项，指标制定与提案，
    招标评标与招投标，购买承诺与谈判，安装实施与实施。
    示例：客户已在招标评标，我方阶段还写“1开发”。
    怎么办：核实客户走到哪一步，改正阶段或步骤。
    """,
)
def beside_the_buyer(case: Case) -> Iterator[Breach]:
    """Our stage is near the buyer's step.

    What: our six stages go with the buyer's six steps, and are less than two apart.
    Why: two behind, we came too late; two ahead, we deceive ourselves; both take another course.
    Basis: a customer's six steps of buying, each with a stage of selling: internal approval and develop,
    shortlist and qualify, specification and propose, tender and bid, commitment and negotiate, installation
    and deliver.

    Example: the customer is evaluating bids, and our stage is Develop.

    What to do: find out where the customer is, and correct stage or step.
    """
    opportunity = _opportunity(case)
    ours, step = stages.position(opportunity.stage), opportunity.buyer_step
    if ours is None or step is None or opportunity.stage is None or opportunity.stage not in stages.ORDER:
        return
    if abs(ours - _STEPS.index(step)) >= 2:
        yield Breach(
            ("opportunity", "stage"),
            Text("我方在“{s}”，客户却在“{b}”", "we are at “{s}”, and the customer at “{b}”").fill(
                s=opportunity.stage.label, b=step.label
            ),
            Text("请核实客户走到哪一步", "Find out where the customer is"),
        )


@rule(
    "DEV081",
    Severity.WARNING,
    gap=True,
    zh="""
    丢单和放弃的商机写明日期和原因。

    检查什么：销售阶段为“丢单”或“放弃”时，填了结果日期和输赢原因。
    为什么：不知道为什么输，下一单还会输在同一个地方。
    依据：赢丢单复盘的通行要求；原因以客户的说法为准。
    示例：阶段改为“丢单”，原因空白。
    怎么办：问客户为什么，写进输赢原因。
    """,
)
def end_explained(case: Case) -> Iterator[Breach]:
    """A deal that is lost or dropped says when and why.

    What: in these stages there are the day and the reason.
    Why: who does not know why a deal was lost loses the next one for the same.
    Basis: the custom of win and loss reviews; the customer's own words count.

    Example: the stage is Lost, and there is no reason.

    What to do: ask the customer why, and write it down.
    """
    opportunity = _opportunity(case)
    lacking = [name for name in ("closed_on", "win_loss") if getattr(opportunity, name) is None]
    if opportunity.stage in (Stage.LOST, Stage.DROPPED) and opportunity.stage and lacking:
        titles = listed(along(f"opportunity.{name}")[-1].mark.title for name in lacking)
        yield Breach(
            ("opportunity", "stage"),
            Text("商机“{s}”，但没有{t}", "the deal is “{s}”, and there is no {t}").fill(
                s=opportunity.stage.label, t=titles
            ),
            Text("请补上日期和原因", "Write down when and why"),
        )


def _opportunity(case: Case) -> Opportunity:
    return case.deal.opportunity or Opportunity()
