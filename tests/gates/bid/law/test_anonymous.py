"""The demands of an anonymous part."""

import pytest

CODES = ("BID059", "BID159")
WHOLE = "font: 宋体, size: 四号, spacing: 固定值 26 磅, margins: 四周 2.5cm"


def told(judge, anonymous):
    found = judge(f"tender: {{anonymous: {{{anonymous}}}}}")
    return [(each.code, each.path) for each in found if each.code in CODES]


@pytest.mark.parametrize(
    "anonymous",
    [f"required: 是, {WHOLE}", "required: 否, size: 大号", f"required: 是, table_size: 五号, {WHOLE}"],
)
def test_demands_that_are_understood_are_no_finding(judge, anonymous):
    assert told(judge, anonymous) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("size", "大号"),
        ("heading_size", "醒目"),
        ("table_size", "略小"),
        ("spacing", "适中"),
        ("margins", "适当"),
    ],
)
def test_what_cannot_be_understood_is_an_error_at_its_field(judge, field, words):
    rest = ", ".join(each for each in WHOLE.split(", ") if not each.startswith(f"{field}:"))
    assert told(judge, f"required: 是, {rest}, {field}: {words}") == [("BID059", f"tender.anonymous.{field}")]


def test_what_is_not_said_is_a_note_that_tells_what_is_taken(judge):
    found = [each for each in judge("tender: {anonymous: {required: 是, font: 宋体}}") if each.code in CODES]
    (note,) = found
    assert (note.code, note.severity.name) == ("BID159", "INFO")
    assert "字号、行距、页边距" in note.message.zh
