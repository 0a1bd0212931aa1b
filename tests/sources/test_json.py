import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.findings import Place, Refused
from kadocs.sources.json import parse
from kadocs.sources.untyped import value
from kadocs.tree.node import place_of, plain


def test_json_has_lines_too() -> None:
    deal = parse('{\n  "account": {\n    "name": "华光"\n  }\n}', "deal.json")
    assert place_of(deal, ("account", "name")) == Place("deal.json", 3)


def test_numbers_stay_as_they_were_written() -> None:
    assert plain(parse('{"a": 1.10, "b": 62220212345678901234, "c": null}', "f")) == {
        "a": "1.10",
        "b": "62220212345678901234",
        "c": None,
    }


def test_minified_and_escaped_json_is_read() -> None:
    source = r'{"a":"\ud83d\ude00 \\ud83d","b":"\/","c":[{"d":"\u4e2d"}]}'
    assert plain(parse(source, "f")) == {"a": "😀 \\ud83d", "b": "/", "c": [{"d": "中"}]}


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ('{\n"a": 1\n"b": 2}', 3, "逗号"),
        ('{\n"a": 1,\n}', 3, "双引号"),
        ('{"a" 1}', 1, "冒号"),
        ('{"a":\n}', 2, "一个值"),
        ('{"a": 1}\n{}', 2, "结尾之后"),
        ('{"a": "b\n"}', 1, "换行"),
        ('{"a": "b', 1, "引号"),
        ('{"a": "C:\\q"}', 1, "反斜杠"),
        ("# 注释\n{}", 1, "一个值"),
        ("", 1, "一个值"),
    ],
)
def test_what_is_not_json_is_refused_at_its_line(source: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(source, "deal.json")
    [finding] = caught.value.findings
    assert (finding.code, finding.place) == ("DATA002", Place("deal.json", line))
    assert words in finding.message.zh


@pytest.mark.parametrize(
    ("source", "code"),
    [('{"a": 1,\n"a": 2}', "DATA003"), ("[" * 100_000, "DATA005"), ("[" * 900 + "]" * 900, "DATA005")],
)
def test_doubled_names_and_bottomless_nesting_are_refused(source: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(source, "deal.json")
    assert caught.value.findings[0].code == code


strings = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scalars = st.none() | st.booleans() | st.integers() | strings


@given(
    st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings, inner, max_size=4),
        max_leaves=8,
    ),
    st.booleans(),
)
def test_whatever_json_holds_is_read_as_it_is(data: object, ascii_only: bool) -> None:
    assert value(parse(json.dumps(data, ensure_ascii=ascii_only), "f")) == data
