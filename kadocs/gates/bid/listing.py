"""Our price list beside the tender's own list: what is missing, added or changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kadocs.figures.numbers import grouped
from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.rule import Breach, Case, Effect, rule
from kadocs.gates.wording import amount
from kadocs.model.quote.item import PriceItem
from kadocs.model.tender.items import TenderItem
from kadocs.tree.node import Path

_LISTED: Path = ("tender", "items")
_PRICED: Path = ("quote", "items")


class Pair(NamedTuple):
    """A line of the tender's list with the one of ours that answers it: their rows, from 0."""

    row: int
    listed: TenderItem
    line: int
    priced: PriceItem


@rule(
    "BID164",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    needs_whole=(_LISTED, _PRICED),
    zh="""
    招标清单没有漏项。

    检查什么：填了招标清单的，清单每一项在报价清单里都有一行：名称相同，或者序号相同。
    为什么：漏报的项目视为含在其他项目里、不另付款，或者按没有实质性响应处理。
    依据：代理机构清标的通行做法；设备标准文件的评标办法（据二手资料）。
    示例：清单第 1.7 项“专用工具”，报价清单里没有。
    怎么办：补上这一行；已并入其他项目的，照清单列出、单价填 0 并在备注写明。
    """,
)
def nothing_missing(case: Case) -> Iterator[Breach]:
    """No item of the tender's list is missing.

    What: where the tender's list is filled in, each item has a line among our prices, of the
    same name or the same number.
    Why: what is not priced counts as included elsewhere and is not paid, or the bid as not responsive.
    Basis: common practice of reviewing prices; evaluation by the 2017 form (after a secondary source).

    Example: item 1.7, “special tools”, is not among our prices.

    What to do: add the line; where it is part of another, list it at 0 and say so in the remark.
    """
    listed, priced = _lists(case)
    if not listed or not priced:
        return
    answered = {pair.row for pair in pairs(listed, priced)}
    for row, item in enumerate(listed):
        if row not in answered:
            yield Breach(
                (*_LISTED, row, "name"),
                Text("漏项：{n}，报价清单里没有", "not priced: {n}").fill(n=_called(item)),
                Text(
                    "请补上这一行，或照清单列出并注明已含",
                    "Add the line, or list it and say where it is included",
                ),
            )


@rule(
    "BID165",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    needs_whole=(_LISTED, _PRICED),
    zh="""
    报价清单没有增项。

    检查什么：填了招标清单的，报价清单的每一行都对应清单里的一项。
    为什么：清单之外的报价不被接受，或者被要求删去；多出来的钱还会抬高总价。
    依据：代理机构清标的通行做法。
    示例：报价清单多了一行“延长质保”，招标清单里没有。
    怎么办：并入对应的项目；确属另行提供的，放到选配报价里。
    """,
)
def nothing_added(case: Case) -> Iterator[Breach]:
    """No line is priced that the tender does not list.

    What: where the tender's list is filled in, each line of ours answers one of its items.
    Why: prices beyond the list are not accepted, or have to be taken out, and make the total higher.
    Basis: common practice of reviewing prices.

    Example: “extended warranty” is priced, and not in the tender's list.

    What to do: put it into the item that it belongs to, or among the options.
    """
    listed, priced = _lists(case)
    answering = {pair.line for pair in pairs(listed, priced)}
    for line, item in enumerate(priced if listed else ()):
        if line not in answering:
            yield Breach(
                (*_PRICED, line, "name"),
                Text("增项：招标清单里没有“{n}”", "not in the tender's list: “{n}”").fill(n=item.name),
                Text("请并入清单项目，或放到选配", "Put it into an item of the list, or among the options"),
            )


@rule(
    "BID166",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    needs_whole=(_LISTED, _PRICED),
    zh="""
    数量和单位与招标清单一致。

    检查什么：对应的报价行，数量、单位与招标清单相同（没有填的不比）。
    为什么：改了数量等于改了招标范围，按没有实质性响应处理，或按清单数量修正总价。
    依据：代理机构清标的通行做法；招标投标法第二十七条：投标文件应当对实质性要求作出响应。
    示例：清单 12 台，报价 10 台。
    怎么办：照清单改正；认为清单有误的，在提问期澄清。
    """,
)
def as_many_as_listed(case: Case) -> Iterator[Breach]:
    """Quantities and units are those of the tender's list.

    What: the line that answers an item has its quantity and unit (what is blank is not compared).
    Why: another quantity is another scope: the bid does not respond, or its total is corrected.
    Basis: common practice of reviewing prices; 招标投标法, art. 27: a bid responds to what is essential.

    Example: 12 are listed, 10 are priced.

    What to do: correct it after the list; where the list is wrong, ask while questions are open.
    """
    for pair in pairs(*_lists(case)):
        listed, priced = pair.listed, pair.priced
        if listed.quantity is not None and listed.quantity != priced.quantity:
            yield Breach(
                (*_PRICED, pair.line, "quantity"),
                Text("“{n}”报价数量 {a}，招标清单 {b}", "“{n}”: {a} are priced, {b} are listed").fill(
                    n=priced.name, a=grouped(priced.quantity), b=grouped(listed.quantity)
                ),
                _AS_LISTED,
            )
        if listed.unit and priced.unit and folded(listed.unit) != folded(priced.unit):
            yield Breach(
                (*_PRICED, pair.line, "unit"),
                Text("“{n}”报价单位 {a}，招标清单 {b}", "“{n}” is priced by {a}, and listed by {b}").fill(
                    n=priced.name, a=priced.unit, b=listed.unit
                ),
                _AS_LISTED,
            )


@rule(
    "BID167",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    needs_whole=(_LISTED, _PRICED),
    zh="""
    名称与招标清单一致。

    检查什么：序号对应的报价行，名称与招标清单相同，或者包含清单的名称。
    为什么：名称不符会被当作错项，要求澄清；多半是行序错了一位。
    依据：代理机构清标的通行做法。
    示例：清单 1.3 是“核心交换机”，报价 1.3 是“接入交换机”。
    怎么办：照清单写名称，品牌型号写在规格型号栏；行序错的改正序号。
    """,
)
def named_as_listed(case: Case) -> Iterator[Breach]:
    """Items are called as the tender's list calls them.

    What: a line of the same number has the name of the listed item, or holds it.
    Why: another name looks like another item, and is asked about; mostly the rows are one off.
    Basis: common practice of reviewing prices.

    Example: item 1.3 is “core switch”, and our 1.3 “access switch”.

    What to do: write the name of the list, and brand and type under Model; correct numbers that are one off.
    """
    for pair in pairs(*_lists(case)):
        if folded(pair.listed.name) not in folded(pair.priced.name):
            yield Breach(
                (*_PRICED, pair.line, "name"),
                Text("错项：招标清单是“{a}”，报价是“{b}”", "“{a}” is listed, “{b}” is priced").fill(
                    a=pair.listed.name, b=pair.priced.name
                ),
                Text("请照清单的名称，或改正序号", "Write the name of the list, or correct the number"),
            )


@rule(
    "BID168",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    needs_whole=(_LISTED, _PRICED),
    zh="""
    暂列金额、暂估价、不可竞争费照招标清单填写。

    检查什么：招标清单填了固定金额的项目，对应报价行的合价等于该金额。
    为什么：这些金额由招标人给定，改动一分都按没有实质性响应处理。
    依据：建设工程工程量清单计价的通行要求（以招标文件为准）。
    示例：暂列金额 500,000 元，报价写 450,000 元。
    怎么办：照招标清单填写，不参与优惠。
    """,
)
def fixed_amounts_untouched(case: Case) -> Iterator[Breach]:
    """Provisional sums and fees that may not compete are as the tender's list has them.

    What: where the list gives a fixed amount, the line that answers it comes to that amount.
    Why: the buyer sets these amounts; a bid that changes one by a cent does not respond.
    Basis: common rules for priced bills of quantities (the tender holds).

    Example: the provisional sum is 500,000, and 450,000 is priced.

    What to do: write it as listed, and give no discount on it.
    """
    for pair in pairs(*_lists(case)):
        fixed = pair.listed.fixed_amount
        if unequal(fixed, pair.priced.amount) and fixed is not None:
            yield Breach(
                (*_PRICED, pair.line, "unit_price"),
                Text("“{n}”合价 {a}，招标清单给定 {b}", "“{n}” comes to {a}, and is fixed at {b}").fill(
                    n=pair.priced.name, a=amount(pair.priced.amount), b=amount(fixed)
                ),
                _AS_LISTED,
            )


def pairs(listed: Sequence[TenderItem], priced: Sequence[PriceItem]) -> tuple[Pair, ...]:
    """Each item of the tender's list with the line of ours that answers it; a line answers one item.

    By number and name, then by name alone, then by number alone.
    """
    free = set(range(len(priced)))
    found: dict[int, Pair] = {}
    for key in (_both, _name, _number):
        rows: dict[str, list[int]] = {}
        for line, item in enumerate(priced):
            rows.setdefault(key(item), []).append(line)
        for row, wanted in enumerate(listed):
            near = rows.get(key(wanted), ()) if row not in found and key(wanted) else ()
            answer = next((line for line in near if line in free), None)
            if answer is not None:
                free.remove(answer)
                found[row] = Pair(row, wanted, answer, priced[answer])
    return tuple(found[row] for row in sorted(found))


_AS_LISTED = Text(
    "请照招标清单改正；清单有误的在提问期澄清",
    "Correct it after the tender's list; where that is wrong, ask while questions are open",
)


def _both(item: TenderItem | PriceItem) -> str:
    return f"{_number(item)} {_name(item)}" if item.no else ""


def _name(item: TenderItem | PriceItem) -> str:
    return folded(item.name)


def _number(item: TenderItem | PriceItem) -> str:
    return folded(item.no or "")


def _lists(case: Case) -> tuple[tuple[TenderItem, ...], tuple[PriceItem, ...]]:
    """The tender's list, and our prices; a bill without a list is compared with nothing."""
    tender, quote = case.deal.tender, case.deal.quote
    return (tender.items if tender else ()), (quote.items if quote else ())


def _called(item: TenderItem) -> str:
    return f"{item.no} {item.name}" if item.no else item.name
