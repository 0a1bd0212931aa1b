"""Raw tree → checked object, or everything that is wrong with it, each at its place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kadocs.findings import Finding, Severity, Text
from kadocs.tree import names
from kadocs.tree.complaints import wording
from kadocs.tree.node import (
    Node,
    Path,
    Scalar,
    Sequence,
    child,
    dotted,
    place_of,
    plain,
    position_of,
)

Checked = TypeVar("Checked", bound=BaseModel)

_MISSING = Text("缺少“{name}”", "“{name}” is missing")
_MISSING_HINT = Text("请填写 {path}", "Fill in {path}")
_MISSING_CELL_HINT = Text(
    "请填写“{name}”；表里没有这一项就加上", "Fill in “{name}”; add it where the sheet has no such title"
)
_UNKNOWN = Text("没有名为“{name}”的字段", "there is no field named “{name}”")
_NEAREST_HINT = Text("是否想写 {near}？否则请删去", "Did you mean {near}? Otherwise remove it")
_FIELDS_HINT = Text("这里可以写：{names}", "What may stand here: {names}")
_REMOVE_HINT = Text("请删去", "Remove it")
_TITLED = Text("{title}：{message}", "{title}: {message}")
_TITLED_NAME = Text("{name}（{title}）", "{name} ({title})")
_CODES = {"missing": "DATA010", "extra_forbidden": "DATA011"}


def check(schema: type[Checked], node: Node) -> tuple[Checked | None, list[Finding]]:
    """The object that `node` describes and no findings; or None, and one finding a problem in file order.

    A field left blank counts as not given. A `Fault` raised by a validator keeps its message and hint.
    """
    checked, found = examine(schema, node)
    return checked, [found[path] for path in sorted(found, key=lambda path: position_of(node, path))]


def examine(schema: type[Checked], node: Node) -> tuple[Checked | None, dict[Path, Finding]]:
    """The object that `node` describes, or None and what is wrong with it by path, in no order."""
    try:
        return schema.model_validate(_given(node, schema)), {}
    except ValidationError as error:
        problems = error.errors(include_url=False)
    found: dict[Path, Finding] = {}
    for problem in problems:  # a value that may be of several types fails once for each of them
        path = _path(node, problem)
        found.setdefault(path, _finding(schema, node, path, problem))
    return None, found


def _given(node: Node, schema: names.Schema | None) -> object:
    """The plain tree without the known fields that are blank; unknown ones stay, their name being wrong."""
    if isinstance(node, Sequence):
        return [_given(item, schema) for item in node.items]
    if isinstance(node, Scalar) or schema is None:
        return plain(node)
    known = names.below(schema)
    given: dict[str, object] = {}
    for key, item in node.items.items():
        value: object
        if type(item) is Scalar:
            text, _, unquoted = item
            value = text if text and not unquoted and not text.isspace() else plain(item)
        else:
            value = _given(item, known.get(key))
            if value in ({}, []) and key in known and not names.fields(schema)[key].is_required():
                value = None  # nothing is said of it, which a workbook could not tell from its absence
        if value is not None or key not in known:
            given[key] = value
    return given


def _path(node: Node, problem: ErrorDetails) -> Path:
    """Pydantic's location without the steps that no file has, such as the members of a union."""
    path: Path = ()
    for step in problem["loc"]:
        below = child(node, step)
        if below is not None:
            path, node = (*path, step), below
    return (*path, problem["loc"][-1]) if problem["type"] == "missing" else path


def _finding(schema: names.Schema, node: Node, path: Path, problem: ErrorDetails) -> Finding:
    if problem["type"] == "missing":
        message, hint = _missing(schema, path, in_cells=bool(place_of(node, path).cell))
    elif problem["type"] == "extra_forbidden":
        message, hint = _unknown(schema, path)
    else:
        message, hint = wording(problem)
        title = names.title_at(schema, path)
        message = _TITLED.fill(title=title, message=message) if title else message
    code = _CODES.get(problem["type"], "DATA013")
    return Finding(code, Severity.ERROR, place_of(node, path), message, hint, dotted(path))


def _missing(schema: names.Schema, path: Path, *, in_cells: bool) -> tuple[Text, Text]:
    name = names.title_at(schema, path) or Text(str(path[-1]), str(path[-1]))
    hint = _MISSING_CELL_HINT.fill(name=name) if in_cells else _MISSING_HINT.fill(path=dotted(path))
    return _MISSING.fill(name=name), hint


def _unknown(schema: names.Schema, path: Path) -> tuple[Text, Text]:
    message = _UNKNOWN.fill(name=path[-1])
    owner = names.schema_at(schema, path[:-1])
    if owner is None:
        return message, _REMOVE_HINT
    near = names.nearest(owner, str(path[-1]))
    if near is None:
        return message, _FIELDS_HINT.fill(names=", ".join(names.fields(owner)))
    title = names.title_at(owner, (near,))
    return message, _NEAREST_HINT.fill(near=_TITLED_NAME.fill(name=near, title=title) if title else near)
