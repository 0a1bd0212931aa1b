"""Which jobs there are, and what their files are called."""

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.deliverables import load, shelf
from kadocs.model import Deal
from kadocs.plan import MOST_BYTES, Subject, jobs, safe

DEAL = {"opportunity": {"id": "P-1", "name": "升级"}}


def planned(world, *subjects: Subject, file: str = "", **options):
    if file:
        text = (world.templates / "letter" / "deliverable.yaml").read_text("utf-8")
        world.describe(text.replace("{{ opportunity.id }}-{{ title }}.docx", file))
    letter = load("letter", shelf([world.templates]))
    plan = jobs([(each, letter) for each in subjects], **options)
    return plan.jobs, plan.findings


def subject(name: str = "rail", **deal: object) -> Subject:
    return Subject(name, Deal.model_validate({**DEAL, **deal}))


def test_each_deal_has_a_job_for_each_deliverable(world):
    found, problems = planned(world, subject("a"), subject("b"))
    assert problems == []
    assert [job.files for job in found] == [(PurePath(f"{n}/letter/P-1-函.docx"),) for n in "ab"]


def test_the_language_is_the_deals_unless_one_is_asked_for(world):
    english = subject(language="en")
    assert planned(world, english)[0][0].files[0].name == "P-1-Letter.docx"
    assert planned(world, english, language="zh")[0][0].files[0].name == "P-1-函.docx"


def test_a_draft_says_so_in_its_name(world):
    assert planned(world, subject(), draft=True)[0][0].files[0].name == "P-1-函-草稿.docx"
    assert planned(world, subject(language="en"), draft=True)[0][0].files[0].name == "P-1-Letter-DRAFT.docx"


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("{{ opportunty.id }}.docx", "opportunty"),
        ("{{ opportunity.nme }}.docx", "nme"),
        ("{{ account.name }}.docx", "客户全称"),
        ("{{ opportunity.probability }}.docx", "内部"),
        ("{{ 1 / 0 }}.docx", "division"),
        ("{{ opportunity.id .docx", "文件名"),
        ("{{ ''.__class__ }}.docx", "__class__"),
    ],
)
def test_a_name_that_cannot_be_made_is_an_error_of_the_deliverable(world, expression, words):
    found, [problem] = planned(world, subject(), file=expression)
    assert found == []
    assert problem.code == "OUT002"
    assert problem.place.file.endswith("letter/deliverable.yaml")
    assert words in problem.message.zh + problem.hint.zh


def test_a_missing_value_does_not_stop_the_name_of_a_draft(world):
    [job], [] = planned(world, subject(), file="{{ account.name }}.docx", draft=True)
    assert job.files[0].name == "草稿-草稿.docx"


@pytest.mark.parametrize("second", ["letter.docx", "Letter.DOCX", "letter.xlsx"])
def test_two_files_of_a_document_whose_pdfs_would_have_one_name_are_not_made(world, second):
    again = "\n  - template: {zh: letter.zh.docx}\n    file: " + second
    text = (world.templates / "letter" / "deliverable.yaml").read_text("utf-8")
    world.describe(text.replace('"{{ opportunity.id }}-{{ title }}.docx"', "letter.docx").rstrip() + again)
    found, [problem] = planned(world, subject())
    assert found == []
    assert problem.code == "OUT003"
    assert problem.place.file.endswith("letter/deliverable.yaml")


@pytest.mark.parametrize("twin", ["rail", "RAIL", "ｒａｉｌ".replace("ｒａｉｌ", "Rail")])
def test_of_two_deals_with_one_folder_none_is_made(world, twin):
    found, problems = planned(world, subject("rail"), subject(twin), subject("port"))
    assert [job.subject.name for job in found] == ["port"]
    assert {problem.code for problem in problems} == {"OUT003"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("P-1-建议书.docx", "P-1-建议书.docx"),
        ("../../etc/passwd.docx", "etc-passwd.docx"),
        ("C:\\x.docx", "C-x.docx"),
        ('a/b:c*?"<>|.docx', "a-b-c-.docx"),
        ("CON.docx", "_CON.docx"),
        ("nul", "_nul"),
        ("com1.tar.docx", "_com1.tar.docx"),
        ("  -a. .docx", "a.docx"),
        ("a\u202ecod.docx", "acod.docx"),
        ("a\nb\tc.docx", "a b c.docx"),
        ("", "_"),
        ("..", "_"),
        ("方案v1.2 终稿", "方案v1.2 终稿"),
    ],
)
def test_a_name_is_safe_on_every_system(name, expected):
    assert safe(name) == expected


def test_a_long_name_is_cut_on_a_character_and_keeps_its_end():
    name = safe("轨" * 300 + ".docx", "-草稿")
    assert len(name.encode()) <= MOST_BYTES
    assert name.endswith("轨-草稿.docx")


@given(st.text(max_size=400))
def test_any_text_gives_a_name_of_one_step_within_the_limit(text):
    name = safe(text, "-草稿")
    assert PurePath(name).name == name not in ("", ".", "..")
    assert len(name.encode()) <= MOST_BYTES
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip()
