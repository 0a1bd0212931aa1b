"""The uses of a template against a schema: names that are not there, and kinds that do not fit.

Only what is certain is told: whatever is computed, or of a kind that the schema does not name, may be right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kadocs.findings import Fault, Text
from kadocs.render.usage.listing import MANY
from kadocs.render.usage.shape import Shape
from kadocs.render.usage.uses import EACH, How, Kind, Path, Use

_RECORD_METHODS = frozenset({"get", "items", "keys", "values"})
_LIST_METHODS = frozenset({"count", "index"})
_SCALARS = frozenset({Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.DATETIME, Kind.FLAG, Kind.IMAGE})
_SEVERAL = frozenset({Kind.RECORD, Kind.LIST})

_AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.TEXT})
_DATES = frozenset({Kind.DATE, Kind.DATETIME, Kind.TEXT})
_SUITED: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("money", "number", "rmb", "wan", "words"), _AMOUNTS),
    **dict.fromkeys(("abs", "round"), frozenset({Kind.NUMBER, Kind.FLAG})),
    **dict.fromkeys(("cn_date", "date"), _DATES),
    **dict.fromkeys((*MANY, "count", "length"), frozenset({Kind.LIST, Kind.RECORD, Kind.TEXT})),
    **dict.fromkeys(("bank", "link", "markdown", "scans"), frozenset({Kind.TEXT})),
    "datetime": frozenset({Kind.DATETIME, Kind.TEXT}),
    "percent": frozenset({Kind.NUMBER, Kind.TEXT}),
    "image": frozenset({Kind.IMAGE, Kind.TEXT}),
    "bullets": frozenset({Kind.LIST}),
    "diagram": frozenset({Kind.RECORD}),
}

TITLES: dict[str, Text] = {
    Kind.RECORD: Text("一组字段", "a group of fields"),
    Kind.LIST: Text("列表", "a list"),
    Kind.TEXT: Text("文字", "a text"),
    Kind.NUMBER: Text("数字", "a number"),
    Kind.MONEY: Text("金额", "an amount"),
    Kind.DATE: Text("日期", "a date"),
    Kind.DATETIME: Text("日期和时刻", "a date with a time"),
    Kind.FLAG: Text("是否", "a yes or no"),
    Kind.IMAGE: Text("图片", "a picture"),
    Kind.ANY: Text("任意", "anything"),
}
"""The kinds as users read them."""


class Mismatch(NamedTuple):
    """Where a template does not agree with the schema: the line, the code, the fault, the dotted field."""

    line: int
    code: str
    fault: Fault
    path: str


def check(uses: Iterable[Use], schema: Shape) -> Iterator[Mismatch]:
    """What is wrong with each use; what follows from a wrong name is not told again."""
    shapes = _Shapes(schema)
    for use in uses:
        if use.how is How.READ:
            found = _read(use, shapes)
        else:
            shape = shapes.at(use.path)
            found = None if shape is None else _misused(use, shape)
        if found is not None:
            code, fault = found
            yield Mismatch(use.line, code, fault, dotted(use.path))


def dotted(path: Path) -> str:
    """A path as users write it: `quote.items[].name`."""
    return "".join(step if step == EACH else f".{step}" for step in path).removeprefix(".")


class _Shapes:
    """What the schema says of each path, or its refusal; None where it says nothing."""

    def __init__(self, schema: Shape) -> None:
        self._known: dict[Path, Shape | Fault | None] = {(): schema}

    def at(self, path: Path) -> Shape | None:
        found = self.asked(path)
        return None if isinstance(found, Fault) else found

    def asked(self, path: Path) -> Shape | Fault | None:
        if path not in self._known:
            self._known[path] = self._step(self.at(path[:-1]), path[-1])
        return self._known[path]

    def _step(self, parent: Shape | None, step: str) -> Shape | Fault | None:
        if parent is None or step == EACH:
            return None if parent is None else parent.item
        try:
            return parent.field(step)
        except Fault as fault:
            return fault


def _read(use: Use, shapes: _Shapes) -> tuple[str, Fault] | None:
    fault, parent, name = shapes.asked(use.path), shapes.at(use.path[:-1]), use.path[-1]
    if parent is None or not isinstance(fault, Fault):
        return None
    if parent.kind != Kind.RECORD:
        return "TPL075", _no_fields(use.path[:-1], name, parent.kind)
    return "TPL071" if parent.hides(name) else "TPL070", fault


def _misused(use: Use, shape: Shape) -> tuple[str, Fault] | None:
    """The code and the fault of a use that does not suit the kind of its value."""
    kind, name = shape.kind, dotted(use.path)
    if use.how is How.LOOP and kind in _SCALARS:
        return "TPL072", _not_a_list(name, kind)
    if use.how in (How.PRINT, How.JOIN) and kind in _SEVERAL:
        return "TPL073", _several(name, kind)
    if use.how is How.FILTER and kind != Kind.ANY and kind not in _SUITED.get(use.by, (kind,)):
        return "TPL074", _unsuited(name, kind, use.by)
    if use.how is How.METHOD and not _has_method(shape, use.by):
        return "TPL075", _no_fields(use.path, f"{use.by}()", kind)
    return None


def _has_method(shape: Shape, name: str) -> bool:
    if shape.kind == Kind.LIST:
        return name in _LIST_METHODS
    try:
        shape.field(name)
    except Fault:
        return shape.kind == Kind.RECORD and name in _RECORD_METHODS
    return shape.kind != Kind.RECORD  # a record's fields are values, and hide the method


def _no_fields(path: Path, name: str, kind: str) -> Fault:
    message = Text("{p} 是{k}，没有“{n}”", "{p} is {k} and has no “{n}”")
    filled = message.fill(p=dotted(path), k=TITLES[kind], n=name)
    if kind != Kind.LIST:
        return Fault(filled, Text("请删去点号和后面的名称。", "Leave out the dot and the name behind it."))
    loop = f"{{% for x in {dotted(path)} %}}"
    return Fault(
        filled,
        Text(
            f"请用 {loop} 循环，在循环里写 x.{name}。",
            f"Loop over it with {loop}, and write x.{name} inside.",
        ),
    )


def _not_a_list(name: str, kind: str) -> Fault:
    return Fault(
        Text("{n} 是{k}，不能循环", "{n} is {k} and cannot be looped over").fill(n=name, k=TITLES[kind]),
        Text("请去掉循环直接印出，或改用一个列表。", "Print it without a loop, or take a list."),
    )


def _several(name: str, kind: str) -> Fault:
    message = Text("{n} 是{k}，不能直接印出", "{n} is {k} and cannot be printed as it is")
    hint = (
        Text("请用 for 循环逐个印出，或用 join 连接。", "Loop over it, or join its items.")
        if kind == Kind.LIST
        else Text(f"请写明要印的字段，例如 {name}.name。", f"Name the field to print, such as {name}.name.")
    )
    return Fault(message.fill(n=name, k=TITLES[kind]), hint)


def _unsuited(name: str, kind: str, by: str) -> Fault:
    fit = [
        filter_
        for filter_ in ("money", "number", "datetime", "date", "join")
        if Kind(kind) in _SUITED[filter_]
    ]
    better = next((f for f in fit if kind != Kind.TEXT), "")
    return Fault(
        Text("{n} 是{k}，不能用过滤器 {f}", "{n} is {k}, which the filter {f} cannot take").fill(
            n=name, k=TITLES[kind], f=by
        ),
        Text(f"请改用 {better}，或去掉这个过滤器。", f"Use {better}, or leave the filter out.")
        if better
        else Text("请去掉这个过滤器。", "Leave the filter out."),
    )
