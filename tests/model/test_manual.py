"""The field manual says all there is to say of each field, and is the one that stands in docs/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kadocs.model import Deal, fields
from kadocs.model.manual import manual
from kadocs.model.noun import Noun
from kadocs.model.portfolio import Portfolio

ROOT = Path(__file__).parents[2]


def nouns(root: type[Noun] = Deal, seen: set[type[Noun]] | None = None) -> Iterator[type[Noun]]:
    seen = set() if seen is None else seen
    if root not in seen:
        seen.add(root)
        yield root
        for field in fields(root):
            if field.noun:
                yield from nouns(field.noun, seen)


@pytest.mark.parametrize("noun", list(nouns(Portfolio)), ids=lambda noun: noun.__name__)
def test_each_field_says_in_both_languages_what_to_fill_in(noun: type[Noun]) -> None:
    silent = [f.key for f in fields(noun) if not f.mark.help.zh or not f.mark.help.en]
    assert silent == [], f"{noun.__name__}: give these fields a line of help"


@pytest.mark.parametrize("noun", list(nouns(Portfolio)), ids=lambda noun: noun.__name__)
def test_help_is_one_line_and_no_repetition_of_the_title(noun: type[Noun]) -> None:
    for field in fields(noun):
        assert "\n" not in field.mark.help.zh + field.mark.help.en, field.key
        assert field.mark.help.zh != field.mark.zh, field.key
        assert field.mark.help.en != field.mark.en, field.key


def test_docs_hold_the_manual_of_this_model() -> None:
    text = (ROOT / "docs" / "fields.md").read_text("utf-8")
    assert text == manual(), "docs/fields.md is stale: run make docs"


def test_a_field_stands_in_the_manual_with_all_that_is_known_of_it() -> None:
    [line] = [line for line in manual().splitlines() if line.startswith("| `account.checks[].result` ")]
    for said in ("核查结果", "Result", "选项 choice", "必填 required", "内部 internal", "存疑 In doubt"):
        assert said in line


def test_a_value_that_may_be_stated_stands_there_once() -> None:
    lines = [line for line in manual().splitlines() if line.startswith("| `quote.total` ")]
    assert len(lines) == 1
    assert "可填，用于核对 may be stated, to be checked" in lines[0]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_lead_to_it(readme: str) -> None:
    assert "(docs/fields.md)" in (ROOT / readme).read_text("utf-8")
