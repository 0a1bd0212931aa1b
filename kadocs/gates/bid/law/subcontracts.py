"""Work that others do for us: only what is not the main work, and named."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import breach, fatal, parts
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule


@rule(
    "BID034",
    Severity.ERROR,
    effects=(Effect.INVALID,),
    certainty=Certainty.LAW,
    zh="""
    只分包非主体、非关键的工作。

    检查什么：招标文件不允许分包的没有分包；分包的工作不属于主体、关键工作；政府采购写明分包单位。
    为什么：主体、关键性工作不得分包，分包单位不得再次分包，违反的投标无效。
    依据：招标投标法第三十条、第四十八条；87 号令第三十五条：应在投标文件中载明分包承担主体。
    示例：把“平台软件开发”标为主体工作，又列入分包。
    怎么办：主体工作自己做；政府采购补上分包单位全称和资质。
    """,
)
def only_minor_work(case: Case) -> Iterator[Breach]:
    """Only work that is neither the main nor the key part is subcontracted.

    What: nothing is where the tender does not allow it; no work that is marked as main work; in government
    procurement each subcontractor is named.
    Why: main work may not be subcontracted, nor may it be passed on; such a bid is invalid.
    Basis: 招标投标法, art. 30 and 48; 财政部令第87号, art. 35: the bid names who does the work.

    Example: “platform software” is marked as main work, and subcontracted.

    What to do: do the main work yourselves; for government buyers name each subcontractor in full.
    """
    tender, bid = parts(case)
    for index, each in enumerate(bid.subcontracts):
        faults = (
            (tender.subcontract_allowed is False, "work", _FORBIDDEN),
            (each.key_work is True, "key_work", _MAIN),
            (government(case.deal) and not each.subcontractor, "work", _UNNAMED),
        )
        for wrong, field, message in faults:
            if wrong:
                yield breach(
                    ("bid", "subcontracts", index, field), message.fill(w=each.work), _HINT, fatal(case.deal)
                )


_FORBIDDEN = Text("招标文件不允许分包，“{w}”却要分包", "the tender allows no subcontracts, but “{w}” is one")
_MAIN = Text("“{w}”是主体工作，不得分包", "“{w}” is main work, and may not be subcontracted")
_UNNAMED = Text("政府采购须写明“{w}”由谁承担", "government buyers want to know who does “{w}”")
_HINT = Text(
    "请改由我方承担，或按要求写明分包单位", "Do it yourselves, or name the subcontractor as required"
)
