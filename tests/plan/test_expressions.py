"""Whether a file is made, and one file an item: `when` and `each` of a deliverable.yaml."""

from pathlib import PurePath

import pytest

from kadocs.deliverables import load, shelf
from kadocs.findings import Refused
from kadocs.model import Deal
from kadocs.plan import Subject, expressions, jobs
from tests.conftest import LETTER

REPORTS = LETTER.replace(
    'file: "{{ opportunity.id }}-{{ title }}.docx"',
    'each: acceptance in delivery.acceptances\n    file: "{{ acceptance.certificate }}-{{ title }}.docx"',
)
DEAL = {"opportunity": {"id": "P-1", "name": "升级"}}
ACCEPTED = [
    {"type": "初验", "certificate": "Y-1", "conclusion": "通过"},
    {"type": "终验", "certificate": "Y-2", "conclusion": "不通过"},
]


def planned(world, text: str, **deal: object):
    world.describe(text)
    letter = load("letter", shelf([world.templates]))
    assert expressions.faults(letter) == []
    return jobs([(Subject("rail", Deal.model_validate({**DEAL, **deal})), letter)])


def names(plan) -> list[str]:
    return [path.name for job in plan.jobs for path in job.files]


def with_when(when: str, text: str = LETTER) -> str:
    return text.replace("    file:", f"    when: {when}\n    file:")


def test_there_is_a_file_for_each_item_whose_name_knows_it(world):
    plan = planned(world, REPORTS, delivery={"acceptances": ACCEPTED})
    assert names(plan) == ["Y-1-函.docx", "Y-2-函.docx"]
    assert [document.item for document in plan.jobs[0].documents] == [0, 1]


def test_the_template_sees_the_item_and_all_the_rest(world):
    [job] = planned(world, REPORTS, delivery={"acceptances": ACCEPTED}).jobs
    seen = job.seen(job.documents[1], job.view())
    assert (seen["acceptance"]["certificate"], seen["opportunity"]["name"]) == ("Y-2", "升级")


def test_an_empty_list_makes_no_file_and_says_so(world):
    plan = planned(world, REPORTS, delivery={"acceptances": []})
    assert (plan.jobs, [left.why.en for left in plan.left]) == ([], ["there is nothing to make"])
    [note] = plan.findings
    assert (note.code, note.severity.value) == ("OUT004", "info")
    assert "delivery.acceptances" in note.message.en


def test_items_of_one_name_are_twins(world):
    twins = [{"type": "初验", "certificate": "Y-1"}, {"type": "终验", "certificate": "y-1"}]
    plan = planned(world, REPORTS, delivery={"acceptances": twins})
    assert (plan.jobs, [finding.code for finding in plan.findings]) == ([], ["OUT003"])


@pytest.mark.parametrize(
    ("when", "made"),
    [
        ("opportunity.name", True),
        ("account.name", False),
        ("quote", False),
        ("opportunity.id == 'P-1' and not contract", True),
        ("delivery.acceptances | length > 1", True),
    ],
)
def test_a_file_is_made_when_its_condition_holds(world, when, made):
    plan = planned(world, with_when(when), delivery={"acceptances": ACCEPTED})
    assert bool(plan.jobs) is made
    assert [finding.code for finding in plan.findings] == ([] if made else ["OUT004"])


def test_a_condition_chooses_among_the_items(world):
    text = with_when("acceptance.certificate == 'Y-2'", REPORTS)
    assert names(planned(world, text, delivery={"acceptances": ACCEPTED})) == ["Y-2-函.docx"]


def test_one_output_without_a_file_leaves_the_others(world):
    both = LETTER + '  - {template: {zh: letter.zh.docx}, when: contract, file: "b.docx"}\n'
    plan = planned(world, both)
    assert names(plan) == ["P-1-函.docx"]
    assert [finding.code for finding in plan.findings] == ["OUT004"]


def test_an_output_may_have_a_title_of_its_own(world):
    titled = LETTER.replace("    file:", "    title: {zh: 附函, en: Annex}\n    file:")
    assert planned(world, titled).jobs[0].files == (PurePath("rail/letter/P-1-附函.docx"),)


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (with_when("contract =="), "CFG007", 9, "when"),
        (with_when("contrakt.number"), "CFG008", 9, "contract"),
        (with_when("opportunity.probability > 50"), "CFG008", 9, "Remove the field"),
        (LETTER.replace("opportunity.id }}", "opportunity.di }}"), "CFG008", 9, "id"),
        (LETTER.replace("opportunity.id }}", "opportunity.id"), "CFG007", 9, "file"),
        (
            REPORTS.replace("{{ acceptance.certificate", "{{ acceptance.certificat"),
            "CFG008",
            10,
            "certificate",
        ),
        (REPORTS.replace("delivery.acceptances", "delivery.aceptances"), "CFG009", 9, "acceptances"),
        (REPORTS.replace("delivery.acceptances", "delivery.conclusion_note"), "CFG009", 9, "each"),
        (REPORTS.replace("delivery.acceptances", "delivery"), "CFG009", 9, "each"),
    ],
)
def test_what_is_wrong_is_told_at_its_line_before_there_is_any_deal(world, text, code, line, words):
    world.describe(text)
    [finding] = expressions.faults(load("letter", shelf([world.templates])))
    assert (finding.code, finding.place.line) == (code, line)
    assert words in finding.hint.en + finding.message.en


@pytest.mark.parametrize(
    "each", ["delivery.acceptances", "x in delivery.acceptances | list", "account in delivery.acceptances"]
)
def test_each_is_a_new_name_and_the_path_of_a_list(world, each):
    world.describe(REPORTS.replace("acceptance in delivery.acceptances", each))
    with pytest.raises(Refused) as refused:
        load("letter", shelf([world.templates]))
    assert [(f.code, f.place.line) for f in refused.value.findings] == [("CFG009", 9)]
