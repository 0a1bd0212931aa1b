"""Deals for tests, drawn from the model: every kind of field, in the forms that people type."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kadocs.model import Deal, Field, inputs
from kadocs.model.noun import Noun
from kadocs.model.types import Kind

AWKWARD = [
    *("=1+1", "+86 10 5550", "-5", "@SUM(A1)", "'quoted'", '"', "0123", "00000000000000550100", "1.10"),
    *("1e5", "no", "null", "~", "yes", "true", "13%", "2026-03-05", "12:30", "#N/A", "#", "- a", "a: b"),
    *("a #b", "[x]", "{x}", "* x", "& x", "! x", "| x", "> x", "%x", "`x`", "? x", "合计", "小计", "Total"),
    *(
        "含税合计：5",
        "示例",
        "Example",
        "注：见附件",
        "序号",
        "名称",
        "数量",
        "一、硬件",
        "客户信息",
        "Account",
    ),
    *(
        "• 一项",
        "1. 一项",
        "甲；乙",
        "甲、乙",
        "a, b; c",
        "第一行\n第二行",
        "a\n\n  b\n• c",
        "a\rb",
        "tab\there",
    ),
    *(
        "_x0041_",
        "\u2028",
        "a\x85b",
        "\x01",
        "😀",
        "\ufeffx",
        "填写项",
        "行",
        "— — —",
        "N/A",
        "//",
        "1",
        "否",
    ),
]
"""Texts that some format could take for something else."""

_SIGNS = "aB9 0=+-@'\"#%:,;、；•\n\t.[]{}&*!|>\\_合计\u3000é"
_TEXTS = st.sampled_from(AWKWARD) | st.text(_SIGNS, min_size=1, max_size=30)
_WHOLE = st.integers(-(10**18), 10**18) | st.integers(0, 100)
_NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, places=4).map(lambda n: f"{n:f}") | _WHOLE.map(str)
_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
_MONEY = st.one_of(
    _NUMBERS,
    st.sampled_from(["3500万元", "CNY 1,200.50", "(1,200)", "1.2亿元", "1,234,567.891", "50（含税）"]),
    st.fixed_dictionaries({"amount": _NUMBERS}, optional={"tax": st.sampled_from(["inclusive", "不含税"])}),
)
_KINDS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: _TEXTS,
    Kind.LINES: st.lists(_TEXTS, max_size=3) | _TEXTS,
    Kind.NAMES: st.lists(_TEXTS, max_size=3) | _TEXTS,
    Kind.SCAN: _TEXTS,
    Kind.PICTURE: _TEXTS,
    Kind.NUMBER: _NUMBERS,
    Kind.COUNT: st.integers(-5, 5).map(str) | _WHOLE.map(str) | st.sampled_from(["30天", "６０", "1,200"]),
    Kind.PERCENT: st.sampled_from(
        ["13%", "0.13", "100%", "0.123456", "12.5％", "13.1234567890123456%", "-5%", "0"]
    ),
    Kind.FLAG: st.sampled_from(["是", "no", "√", "false"]),
    Kind.DAY: _DAYS.map(str) | st.sampled_from(["2026年3月5日", "1900-02-28", "20260305", "5 March 2026"]),
    Kind.MOMENT: st.sampled_from(["2026-03-05 09:30", "2026年3月5日下午2点", "2026-03-05T09:30:15+02:00"]),
    Kind.AMOUNT: _MONEY,
}


def deals() -> st.SearchStrategy[dict[str, Any]]:
    """What a file may say of a deal; the model may refuse some of it."""
    sections = st.lists(st.sampled_from(list(inputs(Deal).values())), min_size=1, max_size=3, unique=True)
    return sections.flatmap(lambda chosen: _of(Deal, chosen))


def _of(noun: type[Noun], chosen: list[Field]) -> st.SearchStrategy[dict[str, Any]]:
    required = [field for field in inputs(noun).values() if field.required]
    fields = {field.key: value(field) for field in (*required, *chosen)}
    return st.fixed_dictionaries(fields)


def _record(noun: type[Noun]) -> st.SearchStrategy[dict[str, Any]]:
    optional = [field for field in inputs(noun).values() if not field.required]
    chosen = st.lists(st.sampled_from(optional), max_size=6, unique=True) if optional else st.just([])
    return chosen.flatmap(lambda some: _of(noun, some))


def value(field: Field) -> st.SearchStrategy[Any]:
    """What a file may say of one field."""
    if field.choice:
        names = [name for member in field.choice for name in (member.code, member.zh, member.en)]
        return st.sampled_from(names)
    if field.noun:
        record = _record(field.noun)
        return st.lists(record, max_size=3) if field.many else record
    return _KINDS[field.kind or Kind.TEXT]
