"""The page of all documents: what it tells of each, and that it is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from kadocs import deliverables
from kadocs.pipeline.catalogue import catalogue

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    return catalogue(ROOT / "templates")


def test_docs_hold_the_page_of_these_templates(page: str) -> None:
    held = (ROOT / "docs" / "deliverables.md").read_text("utf-8")
    assert held == page, "docs/deliverables.md is stale: run make docs"


@pytest.mark.parametrize("name", deliverables.names([ROOT / "templates"]))
def test_each_deliverable_says_who_reads_it_and_what_it_needs(page: str, name: str) -> None:
    says = deliverables.load(name, [ROOT / "templates"]).says
    [chapter] = [part for part in page.split("\n## ") if part.splitlines()[0].endswith(f" · `{name}`")]
    assert says.audience.title.en in chapter
    assert all(f"(`{need}`)" in chapter for need in says.needs)
    assert all(f"`{output.file}`" in chapter for output in says.outputs)


@pytest.mark.parametrize(
    "row",
    [
        "| 评估结论 | Conclusion | 客户等级",
        "| 痛点与影响 | ",
        "| 报价汇总 | ",
    ],
)
def test_a_section_stands_there_in_both_languages_with_the_data_that_it_prints(page: str, row: str) -> None:
    assert row in page


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_lead_to_it(readme: str) -> None:
    assert "(docs/deliverables.md)" in (ROOT / readme).read_text("utf-8")
