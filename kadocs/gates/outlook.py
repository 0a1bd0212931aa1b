"""What a deal still lacks for each document that could be made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kadocs.findings import Finding, Severity, Text
from kadocs.gates.needs import CODE, absent, along
from kadocs.model import Deal
from kadocs.model.portfolio import Portfolio
from kadocs.tree.node import Node, Path

_STILL = Text("{document}还缺：{titles}", "the {document} still needs: {titles}")
_WHERE = Text(
    "kadocs check --for {name} 逐项说明填在哪里", "kadocs check --for {name} shows where each belongs"
)


def outlook(
    deal: Deal | Portfolio,
    tree: Node,
    name: str,
    document: Text,
    needs: Iterable[str],
    damaged: Collection[Path] = (),
) -> list[Finding]:
    """One note with all the `needs` of the document `name` that the deal does not hold; none if it holds all.

    It stands at the head of the deal, since nothing is wrong with a deal that is not that far yet.
    """
    titles = [
        along(need, type(deal))[-1].mark.title
        for need in needs
        if absent(deal, tree, (need,), document, damaged=damaged)
    ]
    if not titles:
        return []
    joined = Text("、".join(title.zh for title in titles), ", ".join(title.en for title in titles))
    message = _STILL.fill(document=document, titles=joined)
    return [Finding(CODE, Severity.INFO, tree.place, message, _WHERE.fill(name=name))]
