"""What is to be said of a register as such: rows that belong to no deal, ids that are there twice."""

from __future__ import annotations

from collections.abc import Sequence

from kadocs.findings import Finding, Place, Refused, Severity, Text, refuse
from kadocs.sources.excel.grid import Grid
from kadocs.tree.node import Scalar


def no_joint(place: Place, heading: str) -> Finding:
    """A row that says something and does not say of which opportunity, or of which customer."""
    return Finding("DATA060", Severity.ERROR, place, _NO_ID.fill(heading=heading), _NO_ID_HINT)


def same_id(here: Scalar, others: Sequence[Place]) -> Finding:
    """An id that several rows bear, so that nobody knows which is meant."""
    cells = ", ".join(place.cell for place in others)
    message = _SAME.fill(id=here.text, cells=cells)
    return Finding("DATA061", Severity.ERROR, here.place, message, _SAME_HINT)


def unknown_id(joint: Scalar, rows: int, near: str | None) -> Finding:
    """Rows of a joined sheet, the first of them at `joint`, whose opportunity the register does not have."""
    hint = _NEAR.fill(near=near) if near else _UNKNOWN_HINT
    message = _UNKNOWN if rows == 1 else _UNKNOWN_ROWS
    return Finding("DATA062", Severity.ERROR, joint.place, message.fill(id=joint.text, rows=rows), hint)


def unknown_account(joint: Scalar, near: str | None) -> Finding:
    """A customer that the register has no opportunity of, or the sheet of customers does not have."""
    hint = _NEAR.fill(near=near) if near else _STRANGER_HINT
    return Finding("DATA063", Severity.WARNING, joint.place, _STRANGER.fill(name=joint.text), hint)


def same_account(joint: Scalar, places: Sequence[Place]) -> Finding:
    """A customer that several rows of the sheet of customers may be."""
    cells = ", ".join(place.cell for place in places)
    message = _SAME_ACCOUNT.fill(name=joint.text, cells=cells)
    return Finding("DATA064", Severity.ERROR, joint.place, message, _SAME_ACCOUNT_HINT)


def not_joined(grid: Grid, row: int, what: Text) -> Finding:
    """A table of deals' data whose rows do not say to which deal they belong."""
    place = grid.place(row, (grid.filled(row) or [grid.left])[0])
    return Finding("DATA065", Severity.WARNING, place, _NOT_JOINED.fill(what=what), _NOT_JOINED_HINT)


def several(file: str, count: int) -> Refused:
    """The refusal of a register where one deal is wanted."""
    return refuse("DATA066", Place(file), _SEVERAL.fill(count=count), _SEVERAL_HINT)


def no_such(file: str, name: str, near: str | None) -> Refused:
    """The refusal of a deal that the register does not have."""
    hint = _NEAR.fill(near=near) if near else _NO_SUCH_HINT
    return refuse("DATA067", Place(file), _NO_SUCH.fill(id=name), hint)


_NO_ID = Text("这一行没有“{heading}”，没有读取", "the row has no “{heading}”; it is not read")
_NO_ID_HINT = Text("请填写；不是数据就删去这一行", "Fill it in; delete the row if it is no data")
_SAME = Text(
    "商机编号 {id} 在 {cells} 也有，不知道以哪一行为准",
    "the opportunity ID {id} stands at {cells} too; which row counts?",
)
_SAME_HINT = Text(
    "请改正其中一行的编号，或删去重复的一行；改好之前不生成它的文档",
    "Correct the ID of one of them, or delete the row that is there twice; until then it makes no documents",
)
_UNKNOWN = Text(
    "台账里没有商机 {id}，这一行没有读取", "the register has no opportunity {id}; the row is not read"
)
_UNKNOWN_ROWS = Text(
    "台账里没有商机 {id}，它的 {rows} 行没有读取",
    "the register has no opportunity {id}; its {rows} rows are not read",
)
_UNKNOWN_HINT = Text(
    "请核对编号，或在台账里加上这个商机", "Check the ID, or add the opportunity to the register"
)
_NEAR = Text("是否想写 {near}？", "Did you mean {near}?")
_STRANGER = Text("没有找到客户“{name}”的资料", "the customer “{name}” is not found")
_STRANGER_HINT = Text(
    "请与台账和客户表里的名称写得一致，或补上这个客户",
    "Write the name as the register and the sheet of customers have it, or add the customer",
)
_SAME_ACCOUNT = Text(
    "客户表里有几行都叫“{name}”：{cells}", "several rows of the sheet of customers are “{name}”: {cells}"
)
_SAME_ACCOUNT_HINT = Text("请只保留一行，或用客户编号区分", "Keep one of them, or tell them apart by ID")
_NOT_JOINED = Text(
    "这张表（{what}）没有“商机编号”列，没有读取",
    "the table ({what}) has no column “Opportunity ID”; it is not read",
)
_NOT_JOINED_HINT = Text(
    "请加一列“商机编号”，每行写明属于哪个商机；不需要就不必理会",
    "Add a column “Opportunity ID” that says to which each row belongs; ignore this if it is not needed",
)
_SEVERAL = Text(
    "这是一份商机台账，有 {count} 个商机，这里只能用一个",
    "this is a register of {count} opportunities; one deal is wanted here",
)
_SEVERAL_HINT = Text(
    "用 文件名#商机编号 指明其中一个，例如 register.xlsx#P-01；台账放在文件夹里请命名为 register.xlsx",
    "Name one as FILE#ID, such as register.xlsx#P-01; in a folder a register is called register.xlsx",
)
_NO_SUCH = Text("台账里没有商机 {id}", "the register has no opportunity {id}")
_NO_SUCH_HINT = Text("请核对编号", "Check the ID")
