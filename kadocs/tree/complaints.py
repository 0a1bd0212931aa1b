"""What pydantic says of a value → what to tell the person who wrote it."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from kadocs.findings import Fault, Text

_LIST = Text("一个列表", "a list")
_GROUP = Text("一组字段", "a group of fields")
_NUMBER = Text("数字", "a number")
_DATE = Text("日期", "a date")

# How a pydantic error type begins → what was wanted, and an example of how to write it.
_WANTED: tuple[tuple[tuple[str, ...], Text, Text], ...] = (
    (
        ("list_", "tuple_", "set_", "frozen_set_", "iterable_"),
        _LIST,
        Text("每项另起一行，以“- ”开头", "Write one entry a line, each after “- ”"),
    ),
    (
        ("dict_", "mapping_", "model_", "dataclass_"),
        _GROUP,
        Text("请在下一行缩进后写“字段: 值”", "Write “field: value” on the next lines, indented"),
    ),
    (("string_type", "string_sub"), Text("文字", "a text"), Text("请写成一段文字", "Write it as plain text")),
    (("int_",), Text("整数", "a whole number"), Text("例如 12", "Such as 12")),
    (("float_", "decimal_", "finite_"), _NUMBER, Text("例如 1200.50", "Such as 1200.50")),
    (("bool_",), Text("“是”或“否”", "yes or no"), Text("请填 true 或 false", "Write true or false")),
    (("date_", "datetime_"), _DATE, Text("例如 2026-03-05", "Such as 2026-03-05")),
    (("time_", "timedelta_"), Text("时间", "a time"), Text("例如 09:30", "Such as 09:30")),
)

# A bound that the value breaks; the braces name what pydantic gives with the error.
_BOUNDS: dict[str, Text] = {
    "greater_than": Text("应大于 {gt}", "it must be more than {gt}"),
    "greater_than_equal": Text("不能小于 {ge}", "it must be at least {ge}"),
    "less_than": Text("应小于 {lt}", "it must be less than {lt}"),
    "less_than_equal": Text("不能大于 {le}", "it must be at most {le}"),
    "multiple_of": Text("应是 {multiple_of} 的倍数", "it must be a multiple of {multiple_of}"),
    "too_short": Text("至少要有 {min_length} 项", "at least {min_length} entries are wanted"),
    "too_long": Text("最多 {max_length} 项", "at most {max_length} entries are allowed"),
    "string_too_short": Text("至少要有 {min_length} 个字", "at least {min_length} characters are wanted"),
    "string_too_long": Text("最多 {max_length} 个字", "at most {max_length} characters are allowed"),
    "string_pattern_mismatch": Text("应符合格式 {pattern}", "it must match {pattern}"),
}
_CORRECT = Text("请改正这个值", "Correct the value")
_FILL = Text("请填写，或删去这一项", "Fill it in, or remove the entry")
_BLANK = Text("这一项是空的", "this entry is blank")
_INSTEAD = Text("应填{wanted}，而不是{got}", "{wanted} is wanted here, not {got}")
_CHOICES = Text("“{value}”不是可选的值", "“{value}” is not one of the choices")
_CHOOSE = Text("请填：{choices}", "Use one of: {choices}")


def wording(error: ErrorDetails) -> tuple[Text, Text]:
    """The message and the hint for one entry of `ValidationError.errors()`."""
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    fault = context.get("error")
    if isinstance(fault, Fault):
        return fault.message, fault.hint
    if value is None:
        return _BLANK, _FILL
    if kind in ("enum", "literal_error"):
        return _CHOICES.fill(value=value), _CHOOSE.fill(choices=_listed(context["expected"]))
    if kind in _BOUNDS:
        return _BOUNDS[kind].fill(**context), _CORRECT
    for beginnings, wanted, hint in _WANTED:
        if kind.startswith(beginnings):
            return _INSTEAD.fill(wanted=wanted, got=_got(value)), hint
    words = str(fault) if fault else error["msg"]
    return Text(f"值无效：{words}", words), _CORRECT


def _got(value: object) -> Text:
    if isinstance(value, list):
        return _LIST
    if isinstance(value, dict):
        return _GROUP
    text = str(value)
    return Text(*[f"“{text if len(text) <= 40 else text[:40] + '…'}”"] * 2)


def _listed(expected: str) -> Text:
    """The choices, which pydantic quotes and joins as English does."""
    choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
    return Text("、".join(choices), ", ".join(choices))
