"""Every code that kadocs can give has its manual page, in both languages."""

import re
from pathlib import Path

import pytest

import kadocs
from kadocs.cli.explain import pages

SOURCE = Path(kadocs.__file__).parent
CODE = re.compile(r'"([A-Z]{3,4}[0-9]{3})"')
RAISED = {
    code: path.relative_to(SOURCE).as_posix()
    for path in sorted(SOURCE.rglob("*.py"))
    if "manual" not in path.relative_to(SOURCE).as_posix()
    for code in CODE.findall(path.read_text("utf-8"))
}
PAGES = pages()
HEADINGS = {
    "zh": ("检查什么：", "为什么：", "示例：", "怎么办："),
    "en": ("What: ", "Why: ", "Example: ", "What to do: "),
}


@pytest.mark.parametrize("code", sorted(RAISED))
def test_every_code_in_the_source_has_a_manual_page(code):
    assert code in PAGES, f"{code} of {RAISED[code]} has no page"


@pytest.mark.parametrize("code", sorted(PAGES))
def test_every_manual_page_belongs_to_a_code_in_the_source(code):
    assert code in RAISED


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_says_what_why_with_an_example_and_the_way_out(code, language):
    title, blank, *rest = PAGES[code].in_(language).splitlines()
    assert title.endswith("。" if language == "zh" else ".")
    assert blank == ""
    found = [line for line in rest if line.startswith(HEADINGS[language])]
    assert [line.startswith(heading) for line, heading in zip(found, HEADINGS[language], strict=True)]
    assert all(len(line) <= 120 for line in rest)
