"""What a workbook says of a field: its heading, how to fill it in, who may see it."""

from __future__ import annotations

from kadocs.findings import Text
from kadocs.model import Audience, Field
from kadocs.model.marks import Mark
from kadocs.model.types import Kind, Within

NEEDED = "*"
"""What stands before the title of a field that must be filled in."""

_FORMS = {
    Kind.LINES: Text("可写多条，一行一条（Alt+Enter 换行）", "Several may be given, a line each (Alt+Enter)"),
    Kind.NAMES: Text("有几个就写几个，用顿号隔开", "Several may be given, parted by commas"),
    Kind.NUMBER: Text("填数字", "A number"),
    Kind.PERCENT: Text("填百分比，例如 13%", "A percentage, such as 13%"),
    Kind.COUNT: Text("填整数", "A whole number"),
    Kind.FLAG: Text("从下拉列表选“是”或“否”", "Choose Yes or No from the list"),
    Kind.DAY: Text("填日期，例如 2026-03-05", "A date, such as 2026-03-05"),
    Kind.MOMENT: Text("填日期和时刻，例如 2026-03-05 09:30", "A date and a time, such as 2026-03-05 09:30"),
    Kind.AMOUNT: Text(
        "填金额，例如 1200000、3500万元、USD 1,200,000",
        "An amount, such as 1200000 or USD 1,200,000",
    ),
    Kind.CHOICE: Text("从下拉列表选择", "Choose from the list"),
    Kind.SCAN: Text(
        "填商机文件夹里的文件路径，几个文件用分号隔开",
        "The file's path in the deal's folder; several are parted by semicolons",
    ),
}
_BETWEEN = {
    Kind.NUMBER: Text("填 {low} 到 {high} 之间的数", "A number from {low} to {high}"),
    Kind.COUNT: Text("填 {low} 到 {high} 之间的整数", "A whole number from {low} to {high}"),
}
_ONLY_UP_TO = 1000
"""Bounds beyond this only catch slips of the key, and would but disturb in a note."""

_UNIT = Text("，单位：{unit}", ", in {unit}")
_AUDIENCES = {
    Audience.INTERNAL: Text(
        "内部信息，不会出现在给客户的文档里", "Internal: never printed in a document for the customer"
    ),
    Audience.SECRET: Text("机密，只有被授权的人能看", "Secret: for those authorised only"),
}
_PERSONAL = Text("个人信息，在给客户的文档里会遮盖", "Personal data: masked in documents for the customer")
_NEEDED = Text("必填", "Must be filled in")
_STATED = Text("可不填，系统会算出；填了就会核对", "May be left out: it is computed, and compared if given")


def heading(field: Field, needed: bool, language: str) -> str:
    """The title of a field with its unit: “*交货期（天）” for one that must be filled in."""
    title = f"{NEEDED if needed else ''}{field.mark.title.in_(language)}"
    unit = field.mark.unit.in_(language)
    if not unit or field.kind in (Kind.PERCENT, Kind.AMOUNT):  # whose cells say it themselves
        return title
    return f"{title}（{unit}）" if language == "zh" else f"{title} ({unit})"


def how(field: Field, language: str) -> str:
    """How a value of the field is written, in a line; "" for a text."""
    form = _bounded(field.kind, field.within) or _FORMS.get(field.kind or Kind.TEXT)
    if form is None:
        return ""
    unit = field.mark.unit
    counted = field.kind in _BETWEEN and unit.zh
    return form.in_(language) + (_UNIT.fill(unit=unit).in_(language) if counted else "")


def note(field: Field, needed: bool, language: str) -> str:
    """Everything there is to say of a field, for the note on its heading."""
    mark = field.mark
    said = [
        mark.help.in_(language),
        how(field, language),
        _NEEDED.in_(language) if needed else "",
        _STATED.in_(language) if field.stated else "",
        seen_by(mark, language),
        _PERSONAL.in_(language) if mark.personal else "",
    ]
    return "\n".join(line for line in said if line)


def brief(field: Field, language: str) -> str:
    """What to write, in one line: its help, and the form of its values."""
    end = "。" if language == "zh" else ". "
    said = (field.mark.help.in_(language), how(field, language))
    return end.join(line.rstrip("。.") for line in said if line)


def seen_by(mark: Mark, language: str) -> str:
    """Who may see a field, where that is not everyone."""
    audience = _AUDIENCES.get(mark.audience)
    return audience.in_(language) if audience else ""


def _bounded(kind: Kind | None, within: Within | None) -> Text | None:
    if kind not in _BETWEEN or within is None or within.high > _ONLY_UP_TO:
        return None
    return _BETWEEN[kind].fill(low=within.low, high=within.high)
