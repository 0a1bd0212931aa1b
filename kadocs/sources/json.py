"""JSON → raw tree: strictly JSON, then read as the YAML that it also is, which knows lines."""

from __future__ import annotations

import json
import re

from kadocs.findings import Place, Refused, Text, refuse
from kadocs.tree import yaml
from kadocs.tree.encoding import decode
from kadocs.tree.node import Node

# Where the two differ inside strings: a character as a pair of \u escapes, and characters that YAML
# takes for control characters or line breaks. The second alternative steps over other escapes.
_DIFFERENT = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\.|[\x7f-\x9f\u2028\u2029\ufeff]"
)
_SAYINGS = (
    ("Expecting ','", Text("这里缺少逗号或括号", "a comma or a bracket is missing here")),
    ("Expecting ':'", Text("名称后面缺少冒号", "a colon is missing after the name")),
    ("property name", Text("这里应是带双引号的名称", "a name in double quotes is wanted here")),
    ("trailing comma", Text("最后一项后面多了一个逗号", "there is a comma too many after the last entry")),
    ("Extra data", Text("文件结尾之后还有内容", "there is more after the end of the data")),
    ("Unterminated", Text("引号没有配对", "a quotation mark is not closed")),
    ("control character", Text("引号内有换行或制表符", "a line break or a tab stands inside quotes")),
    ("escape", Text("反斜杠 \\ 用法不对", "a backslash \\ is not understood")),
    ("", Text("这里应是一个值", "a value is wanted here")),
)
_HINT = Text(
    "请检查这一行和上一行；也可以改写成 YAML（deal.yaml），写法更宽松",
    "Check this line and the one above; YAML (deal.yaml) is easier to write by hand",
)


def parse(source: str | bytes, file: str) -> Node:
    """The tree of a JSON text; numbers, true, false and null are unquoted values, strings are text.

    Raises `Refused` where `kadocs.tree.yaml.parse` does, and for whatever is YAML but not JSON.
    """
    text = decode(source, file)
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise _refusal(error, file) from None
    except RecursionError:
        pass  # the tree has its own bound of depth, and the words for it
    return yaml.parse(_DIFFERENT.sub(_as_yaml, text), file)


def _as_yaml(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 12:
        return json.loads(f'"{found}"')  # type: ignore[no-any-return]
    return found if found.startswith("\\") else f"\\u{ord(found):04x}"


def _refusal(error: json.JSONDecodeError, file: str) -> Refused:
    message = next(message for words, message in _SAYINGS if words in error.msg)
    return refuse("DATA002", Place(file, error.lineno), message, _HINT)
