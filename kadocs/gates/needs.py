"""Fields that a document cannot do without, and what a draft leaves open."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kadocs.findings import Finding, Severity, Text
from kadocs.model import Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.portfolio import SOURCES, Portfolio
from kadocs.tree import node
from kadocs.tree.node import Node, Path
from kadocs.tree.salvage import overlaps

CODE, GAP = "NEED001", "NEED002"

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
    ),
    GAP: Text(
        """草稿里的“待补充”都已列出。

检查什么：--draft 生成的草稿印到了商机里还没有的内容；同一内容无论印几处，只列一次。
为什么：草稿可以先发给同事看，但定稿之前要知道还缺哪些、写在哪里。
示例：里程碑还没有填，里程碑表里只有一行“【待补充：里程碑】”。
怎么办：在提示的位置填写后重新生成；算出来的内容（如含税总价）请补齐它所依据的字段。""",
        """All that a draft marks as still to be added is listed.

What: a draft (--draft) prints something that the deal does not hold yet; each such thing is listed once.
Why: a draft may go to colleagues, but before it is final you must know what is open, and where to write it.
Example: there are no milestones yet; their table has one row with “[To be added: Milestone]”.
What to do: fill it in where the hint says and build again; for what is worked out, such as the total
price, fill in the fields that it comes from.""",
    ),
}
"""The manual pages of the findings."""


def absent(
    deal: Deal | Portfolio,
    tree: Node,
    needs: Iterable[str],
    document: Text,
    *,
    draft: bool = False,
    damaged: Collection[Path] = (),
) -> list[Finding]:
    """A finding for each of the `needs` (dotted names) that the deal does not hold, at its nearest parent.

    Of a portfolio, `tree` is that of its newest deal.

    A needed list must hold something. In a `draft` they are warnings. What is `damaged` has been
    told of already. Raises KeyError for a name that the model does not know: who reads
    the needs has looked at them.
    """
    severity, root = Severity.WARNING if draft else Severity.ERROR, type(deal)
    return [
        Finding(
            CODE,
            severity,
            node.place_of(tree, tuple(name.split("."))),
            Text("缺少“{title}”，{document}需要它", "“{title}” is missing; the {document} needs it").fill(
                title=along(name, root)[-1].mark.title, document=document
            ),
            _where(tree, name, root),
            name,
        )
        for name in needs
        if not held(deal, name) and not overlaps(tuple(name.split(".")), damaged)
    ]


def gap(tree: Node, name: str, root: type[Noun] = Deal) -> Finding:
    """A warning that the field at `name` (`requirements[3].response`) is open, at its nearest parent."""
    path, way = node.steps(name), along(name, root)
    message = Text("“{t}”还没有填写", "“{t}” is not filled in yet")
    if any(step.computed for step in way):
        message = Text("“{t}”还算不出来", "“{t}” cannot be worked out yet")
    elif rows := [step for step in path if isinstance(step, int)]:
        message = Text("第 {n} 条的“{t}”还没有填写", "“{t}” of entry {n} is not filled in yet")
        message = message.fill(n=rows[-1] + 1, t="{t}")
    return Finding(
        GAP,
        Severity.WARNING,
        node.place_of(tree, path),
        message.fill(t=way[-1].mark.title),
        _where(tree, name, root),
        name,
    )


def along(name: str, root: type[Noun] = Deal) -> list[Field]:
    """The fields along a dotted name, from the section of the `root` down."""
    way: list[Field] = []
    noun: type = root
    for step in node.steps(name):
        if isinstance(step, int):
            continue
        way.append({field.name: field for field in fields(noun) if not field.stated}[step])
        noun = way[-1].noun or noun
    return way


def held(deal: Noun, name: str) -> bool:
    """Whether the deal holds something at the dotted name; an empty list holds nothing."""
    return value(deal, name) not in (None, "", ())


def value(deal: Noun, name: str) -> object:
    """What the deal holds at the dotted name, which no list is above; None where it or its parent is open."""
    found: object = deal
    for step in along(name, type(deal)):
        found = getattr(found, step.name, None)
    return found


def _where(tree: Node, name: str, root: type[Noun]) -> Text:
    way = along(name, root)
    *parents, field = way
    if any(step.computed for step in way):
        return _inputs(tree, name, way, root)
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


def _inputs(tree: Node, name: str, way: list[Field], root: type[Noun]) -> Text:
    """What to fill in for a computed value: what it is worked out from, as far as that is open."""
    if root is Portfolio and way[0].computed:
        paths = {node.steps(each): along(each)[-1].mark.title for each in SOURCES.get(way[0].name, ())}
    else:
        paths = _beside(name, way, root)
    named = [
        Text("“{t}”（{n}）", "“{t}” ({n})").fill(t=title, n=node.dotted(path))
        for path, title in paths.items()
        if _blank(tree, path)
    ]
    if not named:
        return Text("它由其他字段算出，请检查那些字段", "It is worked out from other fields; look at those")
    return Text("它由其他字段算出，请补齐{f}", "It is worked out from other fields; fill in {f}").fill(
        f=Text("、".join(each.zh for each in named), ", ".join(each.en for each in named))
    )


def _beside(name: str, way: list[Field], root: type[Noun]) -> dict[Path, Text]:
    """The fields of its own noun from which a computed value is worked out, with their titles."""
    depth = next(depth for depth, step in enumerate(way) if step.computed)
    noun: type = (depth and way[depth - 1].noun) or root
    above = node.steps(name)
    while above[-1] != way[depth].key:
        above = above[:-1]
    titles = {field.name: field.mark.title for field in fields(noun) if not field.stated}
    return {(*above[:-1], each): titles[each] for each in way[depth].of}


def _blank(tree: Node, path: Path) -> bool:
    below: Node | None = tree
    for step in path:
        below = node.child(below, step) if below else None
    return below is None or node.plain(below) in (None, [])


def _joined(titles: list[Text]) -> Text:
    return Text(" › ".join(title.zh for title in titles), " › ".join(title.en for title in titles))
