"""Folders that say which documents there are."""

from pathlib import Path

import pytest

from kadocs import deliverables
from kadocs.deliverables import load, shelf, template
from kadocs.findings import Refused
from kadocs.model import Audience

LETTER = """
title: {zh: 函, en: Letter}
stage: 提案
audience: customer
outputs: [{template: {zh: letter.zh.docx}, file: letter.docx}]
"""


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_a_deliverable_says_its_title_audience_needs_gates_and_outputs(world):
    letter = load("letter", shelf([world.templates]))
    assert letter.says.title.text == ("函", "Letter")
    assert letter.says.audience is Audience.CUSTOMER
    assert letter.says.needs == ("account.name", "opportunity.name")
    assert letter.says.gates == ("PROP",)
    assert letter.says.outputs[0].file == "{{ opportunity.id }}-{{ title }}.docx"


def test_ones_own_folders_come_before_the_shipped_ones(world):
    world.describe(LETTER, "proposal")
    assert load("proposal", shelf([world.templates])).folder == world.templates / "proposal"
    assert load("proposal", shelf([])).folder == deliverables.shipped() / "proposal"


def test_folders_for_sharing_lock_files_and_others_are_no_deliverables(world):
    for name in ("_styles", ".git", "~$letter"):
        world.describe(LETTER, name)
    (world.templates / "notes").mkdir()
    assert list(deliverables.names([world.templates])) == ["letter"]


def test_the_nearest_name_is_offered(world):
    with pytest.raises(Refused) as refused:
        load("leter", shelf([world.templates]))
    assert codes(refused) == ["CFG000"]
    assert "letter" in refused.value.findings[0].hint.zh


def test_a_folder_of_templates_that_is_not_there_is_refused():
    with pytest.raises(Refused) as refused:
        shelf([Path("nowhere")])
    assert codes(refused) == ["CFG001"]


@pytest.mark.parametrize(
    ("change", "line", "word"),
    [
        (("audience: customer", "audience: everybody"), 4, "customer"),
        (("stage: 提案", "stage: tea"), 3, "Propose"),
        (("title:", "titel:"), 2, "mean title"),
        (("outputs:", "needs: [account.nme]\noutputs:"), 5, "name"),
        (("outputs:", "needs: [quote.items.quantity]\noutputs:"), 5, "account.name"),
        (("outputs:", "needs: [quote.total]\noutput:"), 6, "mean outputs"),
        (("{zh: letter.zh.docx}", "{}"), 5, "zh:"),
    ],
)
def test_what_is_wrong_is_told_at_its_line_with_the_way_out(world, change, line, word):
    path = world.describe(LETTER.replace(*change))
    with pytest.raises(Refused) as refused:
        load("letter", shelf([world.templates]))
    told = [finding for finding in refused.value.findings if word in finding.hint.en]
    assert [(finding.place.file, finding.place.line) for finding in told] == [(path.as_posix(), line)]


@pytest.mark.parametrize(
    ("audience", "personal", "hint"),
    [
        ("customer", "bid.agent.id_nmber", "id_number"),
        ("customer", "account.name", "Remove it from personal"),
        ("customer", "qualifications.projects.contact_phone", "change audience"),
        ("public", "vendor.legal_rep_id", "change audience"),
    ],
)
def test_only_personal_data_that_its_readers_may_see_is_asked_for(world, audience, personal, hint):
    letter = LETTER.replace("customer", audience)
    world.describe(letter + f"personal:\n- vendor.legal_rep_phone\n- {personal}\n")
    with pytest.raises(Refused) as refused:
        load("letter", shelf([world.templates]))
    told = refused.value.findings[-1]
    assert (told.code, told.place.line) == ("CFG006", 8)
    assert hint in told.hint.en


def test_a_form_asks_for_personal_data_by_name_in_lists_too(world):
    asked = ("bid.agent.id_number", "qualifications.people.id_number")
    world.describe(LETTER + f"personal: [{', '.join(asked)}]\n")
    assert load("letter", shelf([world.templates])).says.personal == asked


def test_a_template_is_read_in_its_language(world):
    letter = load("letter", shelf([world.templates]))
    source = template(letter, letter.says.outputs[0], "en")
    assert source.name == "letter/letter.en.docx"
    assert source.data == (world.templates / "letter" / "letter.en.docx").read_bytes()


@pytest.mark.parametrize(
    ("change", "language", "code"),
    [
        (("", ""), "en", "CFG004"),
        (("letter.zh.docx", "gone.docx"), "zh", "CFG002"),
        (("letter.zh.docx", "../../secret.docx"), "zh", "CFG003"),
        (("letter.zh.docx", "/etc/passwd"), "zh", "CFG003"),
    ],
)
def test_a_template_that_is_not_there_or_out_of_bounds_is_refused(world, change, language, code):
    world.describe(LETTER.replace(*change) if change[0] else LETTER)
    letter = load("letter", shelf([world.templates]))
    with pytest.raises(Refused) as refused:
        template(letter, letter.says.outputs[0], language)
    assert codes(refused) == [code]


@pytest.mark.parametrize(
    ("there", "asked", "said"),
    [
        ("zh", "en", ("没有英文模板", "there is no English template")),
        ("en", "zh", ("没有中文模板", "there is no Chinese template")),
    ],
)
def test_the_language_without_a_template_is_named(world, there, asked, said):
    world.describe(LETTER.replace("zh: letter.zh", f"{there}: letter.{there}"))
    letter = load("letter", shelf([world.templates]))
    with pytest.raises(Refused) as refused:
        template(letter, letter.says.outputs[0], asked)
    assert refused.value.findings[0].message == said
