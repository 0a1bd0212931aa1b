"""What holds for every shipped deliverable: both languages, needs that are printed, READMEs that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kadocs import deliverables
from kadocs.deliverables import DESCRIPTION, Output
from kadocs.gates.needs import along
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Stage
from kadocs.pipeline import templates
from kadocs.pipeline.request import Request
from kadocs.pipeline.wanted import everything
from kadocs.plan import expressions, papers
from kadocs.render import usage
from kadocs.render.environment import environment
from tests.templates.printed import LANGUAGES

ROOT = Path(__file__).parents[2]
SHELF = sorted(path.parent.name for path in (ROOT / "templates").glob(f"[!_]*/{DESCRIPTION}"))
PAPERS = (papers.PACK, papers.SELFCHECK, papers.COUNTDOWN)
"""What the papers of a bid see besides its fields."""

STAGES = (Stage.DEVELOP, Stage.QUALIFY, Stage.PROPOSE, Stage.NEGOTIATE, Stage.DELIVER)
"""The stages that have documents; those of the bid are a package of their own."""


def load(name: str) -> deliverables.Deliverable:
    return deliverables.load(name, deliverables.shelf([]))


def of_name(output: Output) -> tuple[usage.Field, ...]:
    """What the name of an output's file uses."""
    env = environment("zh")
    return usage.tree(usage.uses(env.parse(output.file), {*env.globals, expressions.TITLE}, range(1, 9)))


def printed(name: str, language: str, *, certainly: bool) -> set[str]:
    """The fields that the outputs use, or print whatever the data hold; of the items of `each`, the list."""
    deliverable = load(name)
    found: set[str] = set()
    for output in deliverable.says.outputs:
        source = deliverables.template(deliverable, output, language)
        fields = (*templates.opened(source).fields(), *of_name(output))
        rows = set(lists(fields)) if certainly and source.name.endswith(".xlsx") else set()
        given = {output.each.name if output.each else expressions.VOLUME, *PAPERS}
        found |= {field for field in names(fields, certainly) if field.split(".")[0] not in given} - rows
        found |= {output.each.path} if output.each and not certainly else set()
    return found


def lists(fields: Iterable[usage.Field], above: str = "") -> Iterator[str]:
    """The dotted names of lists: a sheet without their rows is whole, as no table of Word is."""
    for each in fields:
        if each.kind is usage.Kind.LIST:
            yield above + each.name
        yield from lists(each.fields, f"{above}{each.name}.")


def names(fields: Iterable[usage.Field], certainly: bool, above: str = "") -> Iterator[str]:
    """The dotted names of fields, or of those that are printed or looped over in any case."""
    for each in fields:
        if each.always or not certainly:
            yield above + each.name
        yield from names(each.fields, certainly, f"{above}{each.name}.")


def known(field: str, root: type[Noun]) -> str:
    """The field, less what is asked of its value, such as an amount's currency."""
    try:
        along(field, root)
    except KeyError:
        return known(field.rpartition(".")[0], root)
    return field


def drawn_from(field: str, root: type[Noun]) -> Iterator[str]:
    """The field itself and, of what is worked out, what it is worked out from, as deep as that goes."""
    yield field
    way = along(field, root)
    depth = next((depth for depth, step in enumerate(way) if step.computed), None)
    if depth is not None:
        above = [step.key for step in way[:depth]]
        for name in way[depth].of:
            if name != way[depth].key:
                yield from drawn_from(".".join([*above, name]), root)


def always_there(field: str, root: type[Noun]) -> bool:
    """Whether the model gives the field a value where nobody does; the deals of an account are there too."""
    *above, last = along(field, root)
    noun = above[-1].noun if above else root
    default = noun.model_fields[last.name].default if noun and last.name in noun.model_fields else None
    return field == "deals" or default not in (None, ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHELF)
def test_the_needs_are_what_is_printed_whatever_the_deal_holds(name: str, language: str) -> None:
    says = load(name).says
    root, needs = says.scope.noun, set(says.needs)
    certain = {field: set(drawn_from(field, root)) for field in printed(name, language, certainly=True)}
    assert {
        field
        for field, drawn in certain.items()
        if not needs & drawn and not any(always_there(each, root) for each in drawn)
    } == set()
    used = printed(name, language, certainly=False)
    used |= {each for field in used for each in drawn_from(known(field, root), root)}
    used |= {"opportunity.regime"} if any(output.volumes for output in says.outputs) else set()
    assert {need for need in needs if not any(f"{field}.".startswith(f"{need}.") for field in used)} == set()


@pytest.mark.parametrize("name", SHELF)
def test_there_is_a_template_in_both_languages_and_both_may_be_used(name: str) -> None:
    deliverable = load(name)
    assert expressions.faults(deliverable) == []
    for output in deliverable.says.outputs:
        assert output.template.zh and output.template.en
    assert templates.faults(deliverable, LANGUAGES) == []


def test_every_stage_has_its_documents() -> None:
    loaded, faults = everything(Request((), date(2026, 11, 23)))
    assert faults == []
    assert {each.says.stage for each in loaded} >= set(STAGES)
    order = list(Stage)
    stages = [order.index(each.says.stage) for each in loaded]
    assert stages == sorted(stages)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_lists_the_documents_that_there_are(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE)
    assert sorted(listed) == SHELF
    for name in SHELF:
        title = load(name).says.title
        row = next(line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
        assert (title.zh if "zh" in readme else title.en) in row


@pytest.mark.parametrize("name", SHELF)
def test_no_title_stands_twice(name: str) -> None:
    titles = [load(each).says.title.text for each in SHELF]
    assert titles.count(load(name).says.title.text) == 1
