"""Fields that a document cannot do without."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kadocs.findings import Finding, Severity, Text
from kadocs.model import Deal, Field, fields
from kadocs.tree import node
from kadocs.tree.node import Node, Path
from kadocs.tree.salvage import overlaps

CODE = "NEED001"

PAGES = {
    CODE: Text(
        """文档缺不得的内容都有。

检查什么：deliverable.yaml 的 needs 列出的字段，商机里都已填写；列表至少有一项。
为什么：模板无条件印出这些内容，缺了就会留下空白或写不成文件。
示例：建议书需要 quote.items，而报价还没有明细。
怎么办：在提示的位置填写；资料未齐时可用 --draft 先出草稿，缺的内容会标出来。""",
        """What a document cannot do without is there.

What: the deal holds every field under needs, in the document's deliverable.yaml; a list holds something.
Why: the template prints them whatever the deal holds; without them it would have holes.
Example: the proposal needs quote.items, and the offer has no lines yet.
What to do: fill it in where the hint says, or make a draft with --draft, in which gaps are marked.""",
    )
}
"""The manual page of the finding."""


def absent(
    deal: Deal,
    tree: Node,
    needs: Iterable[str],
    document: Text,
    *,
    draft: bool = False,
    damaged: Collection[Path] = (),
) -> list[Finding]:
    """A finding for each of the `needs` (dotted names) that the deal does not hold, at its nearest parent.

    A needed list must hold something. In a `draft` they are warnings. What is `damaged` has been
    told of already. Raises KeyError for a name that the model does not know: who reads
    the needs has looked at them.
    """
    severity = Severity.WARNING if draft else Severity.ERROR
    return [
        Finding(
            CODE,
            severity,
            node.place_of(tree, tuple(name.split("."))),
            Text("缺少“{title}”，{document}需要它", "“{title}” is missing; the {document} needs it").fill(
                title=way[-1].mark.title, document=document
            ),
            _where(name, way),
            name,
        )
        for name in needs
        if not _held(deal, way := _way(name)) and not overlaps(tuple(name.split(".")), damaged)
    ]


def _way(name: str) -> list[Field]:
    """The fields along a dotted name, from the deal's section down."""
    way: list[Field] = []
    noun: type = Deal
    for step in name.split("."):
        way.append({field.name: field for field in fields(noun) if not field.stated}[step])
        noun = way[-1].noun or noun
    return way


def _held(deal: Deal, way: Iterable[Field]) -> bool:
    value: object = deal
    for step in way:
        value = getattr(value, step.name, None)
        if value is None or value in ("", ()):
            return False
    return True


def _where(name: str, way: list[Field]) -> Text:
    *parents, field = way
    if field.computed:
        return Text("它由其他字段算出，请补齐那些字段", "It is worked out from other fields; fill those in")
    titles = [step.mark.title for step in parents]
    if not titles:
        return Text(
            "请在 YAML 中写 {n}:，或在 Excel 中加一张“{t}”工作表",
            "Write {n}: in YAML, or add a sheet “{t}” in Excel",
        ).fill(n=name, t=field.mark.title)
    return Text(
        "请在 YAML 的 {n} 处，或 Excel“{s}”部分的“{t}”中填写",
        "Write it at {n} in YAML, or in Excel under “{s}”, “{t}”",
    ).fill(n=name, s=_joined(titles), t=field.mark.title)


def _joined(titles: list[Text]) -> Text:
    return Text(" › ".join(title.zh for title in titles), " › ".join(title.en for title in titles))
