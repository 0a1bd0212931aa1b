"""What libyaml says of a broken file → a finding in the words of whoever wrote the file."""

from __future__ import annotations

import yaml

from kadocs.findings import Finding, Place, Severity, Text

_QUOTE_IT = Text(
    '请给整个值加上引号，例如 备注: "甲: 乙"', 'Put the whole value in quotes, as in note: "A: B"'
)
_ALIGN = Text(
    "同一层的字段要左对齐，用空格缩进，冒号用半角并在后面空一格",
    "Align what belongs to one level, indent with spaces, and write a space after each colon",
)
_CLOSE = Text("请补上缺少的那一个", "Add the one that is missing")

# What the parser's own words contain → what to say instead; the first that fits.
_SAYINGS: tuple[tuple[str, Text, Text], ...] = (
    (
        "mapping values are not allowed",
        Text("这一行多了一个冒号，或缩进不对", "a colon too many on this line, or a wrong indent"),
        Text(
            "值里有“: ”时请给整个值加上引号；否则请检查缩进，并确认上一行的冒号是半角“:”",
            "Put a value that holds “: ” in quotes; otherwise check the indent and the colon above",
        ),
    ),
    ("could not find expected ':'", Text("这一行缺少冒号", "a colon is missing on this line"), _ALIGN),
    ("unexpected end of stream", Text("引号没有配对", "a quotation mark is not closed"), _CLOSE),
    ("unexpected document indicator", Text("引号没有配对", "a quotation mark is not closed"), _CLOSE),
    (
        "',' or ']'",
        Text("方括号 [ ] 没有配对，或缺少逗号", "a bracket [ ] is not closed, or a comma missing"),
        _CLOSE,
    ),
    (
        "',' or '}'",
        Text("花括号 { } 没有配对，或缺少逗号", "a brace { } is not closed, or a comma missing"),
        _CLOSE,
    ),
    (
        "unknown escape character",
        Text("双引号里的反斜杠 \\ 用法不对", "a backslash \\ inside double quotes is not understood"),
        Text("请改用单引号，或写成 \\\\", "Use single quotes, or write \\\\"),
    ),
    ("expected alphabetic", Text("值以 & 或 * 开头", "a value begins with & or *"), _QUOTE_IT),
    (
        "expected node content",
        Text("这里缺少一个值，或括号没有配对", "a value is missing here, or a bracket open"),
        _CLOSE,
    ),
    (
        "did not find expected",
        Text("缩进不对，或这里缺少字段名", "a wrong indent, or a name is missing here"),
        _ALIGN,
    ),
)
_STRANGE = Text("YAML 写法有误", "this is not valid YAML")
_TAB = Text("用了制表符（Tab）缩进", "the line is indented with a tab")
_TAB_HINT = Text("请改用空格缩进", "Indent with spaces")
_BEGINS = Text("值不能以 {mark} 开头", "a value cannot begin with {mark}")
_CONTROL = Text("含有不可见的控制字符 U+{code:04X}", "it holds the control character U+{code:04X}")
_CONTROL_HINT = Text("请删除该字符后重新保存", "Delete the character and save again")


def explain(error: yaml.YAMLError, text: str, file: str) -> Finding:
    """The finding for what libyaml could not read in `text`, at its line."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.encode()[: error.position].count(b"\n") + 1
        return _finding(file, line, _CONTROL.fill(code=error.character), _CONTROL_HINT)
    problem, mark = str(getattr(error, "problem", "")), getattr(error, "problem_mark", None)
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    row = min(row, len(lines) - 1)  # what is missing at the end of the file is told on its last line
    if "cannot start any token" in problem:
        message, hint = _bad_start(lines[row][column:])
    else:
        said = ((message, hint) for words, message, hint in _SAYINGS if words in problem)
        message, hint = next(said, (_STRANGE, _ALIGN))
    opened = getattr(error, "context_mark", None)
    return _finding(file, 1 + (min(opened.line, row) if hint is _CLOSE and opened else row), message, hint)


def _bad_start(rest: str) -> tuple[Text, Text]:
    if rest.startswith("\t"):
        return _TAB, _TAB_HINT
    return _BEGINS.fill(mark=rest[:1]), _QUOTE_IT


def _finding(file: str, line: int, message: Text, hint: Text) -> Finding:
    return Finding("DATA002", Severity.ERROR, Place(file, line), message, hint)
