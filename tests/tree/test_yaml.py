import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kadocs.findings import Finding, Place, Refused
from kadocs.tree.node import Mapping, Scalar, plain
from kadocs.tree.yaml import MAX_REPEATED, parse
from tests.effort import effort


def refusal(source: str | bytes) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as caught:
        parse(source, "deal.yaml")
    return caught.value.findings


@pytest.mark.parametrize(
    "written", ["no", "0123", "1.10", "12:30:45", "1_000", "010", "2026-01-02", "62220212345678901234", "1e3"]
)
def test_values_arrive_as_they_were_written(written: str) -> None:
    assert plain(parse(f"a: {written}", "f")) == {"a": written}


def test_every_value_and_every_name_knows_its_line() -> None:
    root = parse("a: 1\n\nb:\n  - x\n  - y\n", "deal.yaml")
    assert isinstance(root, Mapping)
    assert root.keys == {"a": Place("deal.yaml", 1), "b": Place("deal.yaml", 3)}
    assert root.items["a"] == Scalar("1", Place("deal.yaml", 1), plain=True)
    assert root.items["b"].place == Place("deal.yaml", 4)


def test_an_empty_file_is_a_blank_value() -> None:
    for source in ("", "# nothing yet\n", b"\xef\xbb\xbf"):
        assert plain(parse(source, "f")) is None


def test_a_list_or_a_text_at_the_root_is_left_to_the_caller() -> None:
    assert plain(parse("- 1\n- 2", "f")) == ["1", "2"]
    assert plain(parse("text", "f")) == "text"


def test_aliases_repeat_what_they_name() -> None:
    assert plain(parse("a: &x {b: 1}\nc: *x\n", "f")) == {"a": {"b": "1"}, "c": {"b": "1"}}


@pytest.mark.parametrize(
    ("source", "code", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "DATA003", 3, "第一次在第 1 行"),
        ("a: 1\n---\nb: 2\n", "DATA007", 2, "第二份文档"),
        ("a:\n  b: &x\n    - *x\n", "DATA004", 3, "它自己"),
        ("a: 1\nb: *x\n", "DATA004", 2, "没有对应的 &x"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", "DATA006", 2, "python/object"),
        ("a: !secret x\n", "DATA006", 1, "!secret"),
        ("a: 1\n[b, c]: 2\n", "DATA008", 2, "字段名"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "DATA008", 3, "<<"),
        ("a:\n\tb: 1\n", "DATA002", 2, "Tab"),
        ("a: 1\n b: 2\n", "DATA002", 2, "冒号"),
        ("a: 'x\nb: 1\nc: 2\n", "DATA002", 1, "引号"),
        ("a: 1\nb: [1, 2\nc: 3\n", "DATA002", 2, "方括号"),
        ("a: 1\nb: {c: 1\n", "DATA002", 2, "花括号"),
        ("a: [", "DATA002", 1, "括号"),
        ("a: 1\nb: @home\n", "DATA002", 2, "@"),
        ("a: 1\nb: &\n", "DATA002", 2, "&"),
        ('a: "C:\\qq"\n', "DATA002", 1, "反斜杠"),
        ("a: b\n- c\n", "DATA002", 2, "缩进"),
        ("%FOO\n---\na", "DATA002", 1, "YAML"),
        ("a: 1\nb: \x07\n", "DATA002", 2, "U+0007"),
        ("a: 1\nb: \ud800\n", "DATA001", 2, "编码"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_line(source: str, code: str, line: int, words: str) -> None:
    [finding] = refusal(source)
    assert (finding.code, finding.place) == (code, Place("deal.yaml", line))
    assert words in finding.message.zh
    assert finding.message.en and finding.hint.zh and finding.hint.en


def test_all_problems_before_a_syntax_error_are_told_with_it() -> None:
    findings = refusal("a: 1\na: 2\nb: !x 1\nc: 'open\n")
    assert [(f.code, f.place.line) for f in findings] == [("DATA003", 2), ("DATA006", 3), ("DATA002", 4)]


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    told = []
    assert effort(lambda: told.extend(refusal("\n".join(lines)))) < 20 * MAX_REPEATED
    [finding] = told
    assert finding.code == "DATA004" and str(MAX_REPEATED) in finding.message.zh


@pytest.mark.parametrize("source", ["[" * 5000, "- " * 5000 + "x", "{a: " * 5000])
def test_bottomless_nesting_is_refused(source: str) -> None:
    [finding] = refusal(source)
    assert finding.code == "DATA005"


@pytest.mark.parametrize(
    "source",
    [
        "名称: 华光".encode(),
        "名称: 华光".encode("utf-8-sig"),
        "名称: 华光".encode("utf-16"),
        b"\xfe\xff" + "名称: 华光".encode("utf-16-be"),
        "名称: 华光".encode("gb18030"),
        "名称: 华光\r\n".encode(),
        "\ufeff名称: 华光",
    ],
)
def test_files_are_read_however_they_were_saved(source: str | bytes) -> None:
    assert plain(parse(source, "f")) == {"名称": "华光"}


def test_an_unknown_encoding_is_refused_with_the_way_out() -> None:
    [finding] = refusal(b"a: 1\nb: \x80\xff\n")
    assert (finding.code, finding.place.line) == ("DATA001", 2)
    assert "UTF-8" in finding.hint.zh


def test_lines_are_counted_with_windows_line_ends() -> None:
    [finding] = refusal("a: 1\r\nb: 2\r\na: 3\r\n")
    assert finding.place.line == 3


@given(st.binary(max_size=200) | st.text(max_size=200) | st.text("a:-[]{}&*!|>'\"#%@ \n\t，：", max_size=60))
def test_any_input_is_read_or_refused(source: str | bytes) -> None:
    try:
        parse(source, "f")
    except Refused as refused:
        assert all(finding.hint.zh for finding in refused.findings)


@given(st.dictionaries(st.text("abc", min_size=1), st.lists(st.text(max_size=20)), max_size=4))
def test_what_is_quoted_is_read_back_as_it_was(data: dict[str, list[str]]) -> None:
    read = plain(parse(yaml.dump(data, allow_unicode=True, default_style='"'), "f"))
    assert read == {key: [text if text.strip() else None for text in texts] for key, texts in data.items()}
