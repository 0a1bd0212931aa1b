"""A simulation of price scores, as a table for the terminal and as plain values for JSON."""

from __future__ import annotations

import io
from collections.abc import Mapping

from kadocs.figures import money
from kadocs.figures.numbers import grouped, percent
from kadocs.findings import Text
from kadocs.gates.bid.simulation import Entry, Simulation

_HEADS = (
    Text("名次", "Rank"),
    Text("投标人", "Bidder"),
    Text("报价", "Price"),
    Text("扣除", "Deduction"),
    Text("评审价", "Evaluated"),
    Text("价格分", "Score"),
    Text("异常低价", "Abnormally low"),
)
_NUMBERS = (0, 2, 3, 4, 5)
_OURS = Text("{n}（我方）", "{n} (us)")
_REASONS = (
    Text("低于均价 50%", "below 50% of the mean"),
    Text("低于次低价 50%", "below 50% of the second"),
    Text("低于限价 45%", "below 45% of the ceiling"),
)


def text(found: Simulation, title: Text, language: str, width: int) -> str:
    """The table of a simulation under its title, the best score first; no wider than `width`."""
    from rich import box, console, table  # heavy, and only tables need it
    from rich.text import Text as Cell

    drawn = table.Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, head in enumerate(_HEADS):
        number = index in _NUMBERS
        drawn.add_column(head.in_(language), justify="right" if number else "left", no_wrap=number)
    for each in sorted(found.entries, key=lambda each: each.rank):
        drawn.add_row(*(Cell(cell) for cell in _line(each, language)))
    out = io.StringIO()
    console.Console(file=out, width=width, color_system=None, legacy_windows=False).print(drawn)
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    return title.fill(p=grouped(found.points)).in_(language) + "\n" + "\n".join(lines).strip("\n")


def fields(found: Simulation, language: str) -> Mapping[str, object]:
    """A simulation as plain values; amounts and scores are text, so that no digit is lost."""
    return {
        "points": str(found.points),
        "bidders": [
            {
                "bidder": each.name,
                "ours": each.ours,
                "price": str(each.price.amount),
                "currency": each.price.currency,
                "deductions": [str(rate) for rate in each.rates],
                "evaluated": str(each.evaluated),
                "score": str(each.score),
                "rank": each.rank,
                "low": [reason.in_(language) for reason in reasons(each)],
            }
            for each in found.entries
        ],
        "notes": [note.in_(language) for note in found.notes],
    }


def reasons(each: Entry) -> list[Text]:
    """Why a bidder's price is reviewed as abnormally low; none where it is not, or nobody reviews it."""
    return [text for text, hit in zip(_REASONS, each.low or (False,) * 3, strict=True) if hit]


def _line(each: Entry, language: str) -> tuple[str, ...]:
    name = _OURS.fill(n=each.name).in_(language) if each.ours else each.name
    return (
        str(each.rank),
        " ".join(name.split()),
        money.shown(each.price, language),
        " + ".join(percent(rate) for rate in each.rates) or "—",
        grouped(each.evaluated, 2),
        grouped(each.score, 2),
        "；".join(reason.in_(language) for reason in reasons(each)) or "—",
    )
