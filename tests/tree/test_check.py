from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from kadocs.findings import Fault, Finding, Place, Text
from kadocs.tree.check import check
from kadocs.tree.node import Mapping, Scalar, Sequence
from kadocs.tree.yaml import parse


@dataclass
class Title:
    zh: str
    en: str
    names: tuple[str, ...] = ()


class Tax(Enum):
    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


def positive(value: Decimal) -> Decimal:
    if value < 0:
        raise Fault(Text("不能为负", "it cannot be negative"), Text("请去掉负号", "Remove the minus sign"))
    return value


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Item(Strict):
    id: Annotated[str, Title("编号", "ID")]
    quantity: Annotated[Annotated[Decimal, AfterValidator(positive)], Title("数量", "Quantity", ("台数",))]


class Quote(Strict):
    currency: Annotated[str, Title("币种", "Currency")] = "CNY"
    items: tuple[Item, ...] = ()
    tax: Tax | None = None
    rounding: Literal["up", "down"] | None = None
    days: Annotated[int, Field(ge=1, le=365)] | None = None
    due: date | None = None
    fixed: bool = False
    rate: int | float | None = None
    notes: dict[str, str] | None = None


class Deal(Strict):
    quote: Annotated[Quote, Title("报价", "Quotation")]


def problems(source: str) -> list[Finding]:
    deal, findings = check(Deal, parse(source, "deal.yaml"))
    assert deal is None
    return findings


def problem(source: str) -> Finding:
    [finding] = problems(source)
    return finding


def test_a_right_file_gives_the_object_and_nothing_to_say() -> None:
    deal, findings = check(Deal, parse("quote: {items: [{id: 007, quantity: '2'}]}", "deal.yaml"))
    assert findings == []
    assert deal == Deal(quote=Quote(items=(Item(id="007", quantity=Decimal(2)),)))


def test_a_missing_field_stands_at_its_nearest_parent() -> None:
    finding = problem("quote:\n  items:\n    - id: A\n      quantity: 1\n    - id: B\n")
    assert (finding.code, finding.place, finding.path) == (
        "DATA010",
        Place("deal.yaml", 5),
        "quote.items[1].quantity",
    )
    assert finding.message == Text("缺少“数量”", "“Quantity” is missing")


def test_a_missing_field_of_a_workbook_is_called_by_its_title() -> None:
    place = Place("deal.xlsx", cell="报价!A3")
    item = Mapping({"id": Scalar("A", place)}, {}, place)
    quote = Mapping({"items": Sequence((item,), place)}, {}, place)
    [finding] = check(Deal, Mapping({"quote": quote}, {}, place))[1]
    assert finding.hint.zh == "请填写“数量”；表里没有这一项就加上"


def test_a_missing_section_stands_at_the_top() -> None:
    assert (problem("{}").place.line, problem("{}").path) == (1, "quote")


def test_a_field_left_blank_is_as_good_as_missing_but_stands_at_its_name() -> None:
    finding = problem("quote:\n  items:\n    - id: A\n      quantity:\n")
    assert (finding.code, finding.place.line) == ("DATA010", 4)


def test_optional_fields_may_be_left_blank() -> None:
    deal, findings = check(Deal, parse("quote:\n  currency:\n  items:\n  fixed: ~\n  days: ''\n", "f"))
    assert (deal, findings) == (Deal(quote=Quote()), [])


@pytest.mark.parametrize(
    ("written", "meant"),
    [("quantety", "quantity"), ("数量", "quantity"), ("Quantity", "quantity"), ("台数", "quantity")],
)
def test_an_unknown_field_is_told_with_the_nearest_known_one(written: str, meant: str) -> None:
    unknown = problems(f"quote:\n  items:\n    - id: A\n      {written}: 1\n")[-1]
    assert (unknown.code, unknown.place.line, unknown.path) == ("DATA011", 4, f"quote.items[0].{written}")
    assert f"{meant}（数量）" in unknown.hint.zh
    assert f"{meant} (Quantity)" in unknown.hint.en


def test_an_unknown_field_without_a_near_one_is_told_with_all_known_ones() -> None:
    hint = problem("quote:\n  items:\n    - {id: A, quantity: 1, 颜色: 红}\n").hint
    assert "id, quantity" in hint.zh


def test_an_unknown_field_is_told_though_it_is_blank() -> None:
    assert problem("quote:\n  curency:\n").code == "DATA011"


@pytest.mark.parametrize(
    ("line", "path", "zh", "en", "hint"),
    [
        ("tax: maybe", "tax", "“maybe”不是可选的值", "“maybe” is not one of", "inclusive、exclusive"),
        ("rounding: half", "rounding", "“half”不是可选的值", "“half” is not one of", "up、down"),
        ("days: 0", "days", "不能小于 1", "at least 1", "改正"),
        ("days: 400", "days", "不能大于 365", "at most 365", "改正"),
        ("days: soon", "days", "应填整数，而不是“soon”", "a whole number is wanted here, not “soon”", "12"),
        ("due: soon", "due", "应填日期", "a date is wanted", "2026-03-05"),
        ("fixed: maybe", "fixed", "“是”或“否”", "yes or no", "true"),
        ("items: none", "items", "应填一个列表，而不是“none”", "a list is wanted here, not “none”", "- "),
        ("items: [x]", "items[0]", "应填一组字段，而不是“x”", "a group of fields is wanted", "字段: 值"),
        ("items: [~]", "items[0]", "这一项是空的", "this entry is blank", "删去"),
        (
            "currency: [CNY]",
            "currency",
            "币种：应填文字，而不是一个列表",
            "Currency: a text is wanted",
            "文字",
        ),
        ("rate: x", "rate", "应填整数", "a whole number", "12"),
        ("notes: x", "notes", "一组字段", "a group of fields", "字段: 值"),
    ],
)
def test_every_wrong_value_is_told_in_words(line: str, path: str, zh: str, en: str, hint: str) -> None:
    finding = problem(f"quote:\n  {line}\n")
    assert (finding.code, finding.place.line, finding.path) == ("DATA013", 2, f"quote.{path}")
    assert zh in finding.message.zh and en in finding.message.en and hint in finding.hint.zh


def test_a_fault_keeps_its_words_and_gains_title_place_and_path() -> None:
    finding = problem("quote:\n  items:\n    - id: A\n      quantity: -1\n")
    assert finding.message == Text("数量：不能为负", "Quantity: it cannot be negative")
    assert finding.hint == Text("请去掉负号", "Remove the minus sign")
    assert (finding.place.line, finding.path) == (4, "quote.items[0].quantity")


def test_long_values_are_shortened_in_messages() -> None:
    assert len(problem(f"quote:\n  days: {'长' * 500}\n").message.zh) < 80


def test_all_problems_come_in_file_order() -> None:
    source = """\
quote:
  colour: red
  items:
    - id: A
      quantity: -1
    - qty: 1
      quantity: 1
  days: 0
delivery: {}
"""
    assert [(finding.place.line, finding.code) for finding in problems(source)] == [
        (2, "DATA011"),
        (5, "DATA013"),
        (6, "DATA010"),
        (6, "DATA011"),
        (8, "DATA013"),
        (9, "DATA011"),
    ]


@pytest.mark.parametrize("source", ["", "text", "- a\n- b"])
def test_a_root_that_is_no_mapping_is_one_problem(source: str) -> None:
    assert (problem(source).code, problem(source).place.line, problem(source).path) == ("DATA013", 1, "")


def plain_error(value: Any) -> Any:
    raise ValueError("no good")


def test_an_error_in_english_only_is_passed_on() -> None:
    class Other(Strict):
        a: Annotated[str, AfterValidator(plain_error)]

    _, [finding] = check(Other, parse("a: x", "f"))
    assert finding.message == Text("值无效：no good", "no good")
