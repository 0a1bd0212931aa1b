"""From deals to documents: what is written, what is told, what is left alone."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kadocs import pack, pipeline, workspace
from kadocs.findings import Refused
from tests.conftest import LETTER

DEAL = """
vendor: {{legal_name: 云岭控制}}
account: {{name: {account}}}
opportunity: {{id: P-1, name: 监控升级}}
"""


def request(*deals: str, **options) -> pipeline.Request:
    return replace(
        pipeline.Request(
            deals=tuple(map(Path, deals or ["deals"])),
            as_of=date(2026, 11, 20),
            deliverables=("letter",),
            templates=(Path("templates"),),
            pages=False,
        ),
        **options,
    )


def test_a_document_stands_in_the_folder_of_its_deal_and_deliverable(world):
    outcome = pipeline.build(request())
    assert outcome.done
    assert world.files() == ["a/letter/P-1-函.docx", "a/manifest/letter.zh.json"]
    assert world.read(world.out / "a/letter/P-1-函.docx") == "致 青岚轨道：监控升级"
    [row] = outcome.rows
    assert (row.file, row.done) == ("out/a/letter/P-1-函.docx", True)


def test_the_language_asked_for_chooses_the_template(world):
    pipeline.build(request(language="en"))
    assert world.read(world.out / "a/letter/P-1-Letter.docx") == "To 青岚轨道: 监控升级"


def test_what_the_workspace_gives_lies_beneath_each_deal(world):
    from kadocs.tree.yaml import parse

    world.deal("opportunity: {id: P-2, name: 升级}")
    pipeline.build(request(defaults=parse("account: {name: 青岚}", "kadocs.yaml")))
    assert world.read(world.out / "a/letter/P-2-函.docx") == "致 青岚：升级"


def test_a_deal_with_errors_is_told_of_and_the_others_are_built(world):
    world.deal(DEAL.format(account="青岚") + "requirements: [{id: R-1, text: a}]", "b")
    world.deal("acount: {name: x}", "c")
    outcome = pipeline.build(request())
    assert not outcome.done
    assert world.files() == ["a/letter/P-1-函.docx", "a/manifest/letter.zh.json"]
    assert {f.code for f in outcome.findings} == {"PROP001", "DATA011", "NEED001"}


def test_a_template_that_prints_what_is_missing_makes_no_file_and_says_where(world):
    world.letter("{{ account.name }}，{{ account.address }}，{{ account.short_name }}")
    outcome = pipeline.build(request())
    assert not outcome.done
    assert world.files() == ["a/manifest/letter.zh.json"]
    assert [row.done for row in outcome.rows] == [False]
    assert [f.code[:3] for f in outcome.findings] == ["TPL", "TPL"]
    assert outcome.findings[0].place.file == "letter/letter.zh.docx"


def test_personal_data_is_masked_unless_the_deliverable_demands_it(world):
    world.deal(DEAL.format(account="青岚") + "bid: {agent: {name: 陆知远, phone: '13812345678'}}")
    world.letter("{{ bid.agent.name }}，{{ bid.agent.phone }}")
    pipeline.build(request())
    assert world.read(world.out / "a/letter/P-1-函.docx") == "陆知远，138****5678"
    world.describe(LETTER + "personal: [bid.agent.phone]\n")
    pipeline.build(request())
    assert world.read(world.out / "a/letter/P-1-函.docx") == "陆知远，13812345678"


def test_a_draft_marks_what_is_missing_and_lists_it(world):
    world.letter("{{ account.name }}，{{ account.address }}")
    outcome = pipeline.build(request(draft=True))
    assert outcome.done
    assert [gap.message.zh for gap in outcome.gaps] != []
    assert world.files() == ["a/letter/P-1-函-草稿.docx", "a/manifest/letter.zh.draft.json"]
    assert "【待补充：客户地址】" in world.read(world.out / "a/letter/P-1-函-草稿.docx")


def test_a_draft_goes_on_where_needs_and_answers_are_open(world):
    world.deal(
        "vendor: {legal_name: 云岭}\nopportunity: {id: P-1, name: a}\nrequirements: [{id: R, text: b}]"
    )
    outcome = pipeline.build(request(draft=True))
    assert outcome.done
    assert {f.code for f in outcome.findings} == {"NEED001", "PROP001"}
    assert "【待补充：客户全称】" in world.read(world.out / "a/letter/P-1-函-草稿.docx")


def test_every_other_error_still_stops_a_draft(world):
    world.deal(DEAL.format(account="a") + "quote: {payment: [{node: 预付款, share: 30%}]}")
    assert [f.code for f in pipeline.build(request(draft=True)).findings] == ["PROP014"]
    assert world.files() == []


def test_the_same_data_gives_the_same_bytes_on_any_day_and_from_any_place(world):
    pipeline.build(request(out=Path("one")))
    pipeline.build(request(str(world.folder / "deals/a"), out=world.folder / "two", as_of=date(2030, 1, 1)))
    assert world.files("one") == world.files("two")
    for name in world.files("one"):
        assert (world.folder / "one" / name).read_bytes() == (world.folder / "two" / name).read_bytes()


def test_the_manifest_says_what_the_documents_came_from(world):
    world.write("deals/account.yaml", "account: {name: 青岚}")
    world.deal("include: [../account.yaml]\nopportunity: {id: P-1, name: 升级}\nvendor: {legal_name: 云岭}")
    pipeline.build(request(str(world.folder / "deals")))
    text = (world.out / "a/manifest/letter.zh.json").read_text("utf-8")
    entry = json.loads(text)
    assert [each["file"] for each in entry["inputs"]] == ["deal.yaml", "../account.yaml"]
    assert [each["file"] for each in entry["templates"]] == ["letter/letter.zh.docx"]
    assert [each["file"] for each in entry["outputs"]] == ["P-1-函.docx"]
    assert str(world.folder) not in text


def test_a_draft_and_another_language_have_manifests_of_their_own(world):
    for options in ({}, {"draft": True}, {"language": "en"}):
        pipeline.build(request(**options))
    names = ["letter.en.json", "letter.zh.draft.json", "letter.zh.json"]
    assert [name for name in world.files() if "manifest" in name] == [f"a/manifest/{name}" for name in names]


def test_the_manifest_names_the_description_of_the_document(world):
    pipeline.build(request())
    [described] = json.loads((world.out / "a/manifest/letter.zh.json").read_text("utf-8"))["description"]
    text = (world.templates / "letter/deliverable.yaml").read_bytes()
    assert described == {"file": "letter/deliverable.yaml", "sha256": pack.digest(text)}


@pytest.mark.parametrize(
    ("settings", "inputs"),
    [
        ("vendor: {legal_name: 云岭}", ["deal.yaml"]),
        ("vendor: {phone: '010-1'}", ["deal.yaml", "../../kadocs.yaml"]),
    ],
)
def test_the_workspace_is_an_input_where_a_deal_takes_something_from_it(world, settings, inputs):
    world.write("kadocs.yaml", settings)
    pipeline.build(request(defaults=workspace.find(Path()).defaults))
    told = json.loads((world.out / "a/manifest/letter.zh.json").read_text("utf-8"))
    assert [each["file"] for each in told["inputs"]] == inputs


def test_findings_in_the_manifest_do_not_tell_where_it_was_made(world):
    world.deal(DEAL.format(account="a") + "solution: {win_themes: [{theme: 近}]}")
    pipeline.build(request(str(world.folder / "deals")))
    text = (world.out / "a/manifest/letter.zh.json").read_text("utf-8")
    assert '"file": "deal.yaml"' in text and "PROP004" in text
    assert str(world.folder) not in text


def test_a_folder_that_cannot_be_written_is_refused_before_any_work(world, monkeypatch):
    world.write("out", "a file is in the way")
    monkeypatch.setattr(pipeline, "check_all", lambda *_: pytest.fail("work was done"))
    with pytest.raises(Refused) as refused:
        pipeline.build(request())
    assert refused.value.findings[0].code == "OUT001"


def test_where_one_file_cannot_be_written_the_others_are(world):
    world.deal(DEAL.format(account="青岚"), "b")
    (world.out / "a/letter/P-1-函.docx").mkdir(parents=True)
    outcome = pipeline.build(request())
    assert not outcome.done
    assert [row.done for row in outcome.rows] == [False, True]
    assert [f.code for f in outcome.findings] == ["OUT001"]


def test_rules_that_nobody_knows_are_refused_at_their_line(world):
    text = (world.templates / "letter/deliverable.yaml").read_text("utf-8")
    world.describe(text.replace("[PROP]", "[PORP]"))
    with pytest.raises(Refused) as refused:
        pipeline.build(request())
    [finding] = refused.value.findings
    assert (finding.code, finding.place.line) == ("CFG005", 6)


def test_a_runner_decides_only_where_jobs_run(world):
    world.deal(DEAL.format(account="青岚"), "b")
    seen = []

    def backwards(function, jobs):
        jobs = list(jobs)
        seen.extend(job.subject.name for job in jobs)
        return list(map(function, reversed(jobs)))[::-1]

    pipeline.build(request(out=Path("one")), backwards)
    pipeline.build(request(out=Path("two")))
    assert seen == ["a", "b"]
    assert world.files("one") == world.files("two")


def test_jobs_and_their_results_can_travel(world):
    import pickle

    def there_and_back(function, jobs):
        return [pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(function))(job))) for job in jobs]

    assert pipeline.build(request(), there_and_back).done


def test_the_gaps_of_a_draft_are_told_once_each_at_their_place_in_the_deal(world):
    world.letter(
        "{{ account.name }} {{ account.name }} {% for r in requirements %}{{ r.response }}{% endfor %}"
    )
    world.deal("requirements:\n- {id: R-1, text: a, response: full}\n- {id: R-2, text: b}\naccount: {}\n")
    outcome = pipeline.build(request(draft=True))
    assert outcome.done
    assert [(gap.code, gap.severity.value, gap.place.line, gap.path) for gap in outcome.gaps] == [
        ("NEED002", "warning", 3, "requirements[1].response"),
        ("NEED002", "warning", 4, "account.name"),
    ]


def test_a_draft_of_a_deal_that_says_nothing_is_made_under_a_stand_in_name(world):
    world.deal("opportunity: {}\naccount: {}\nvendor: {}\n")
    assert pipeline.build(request(draft=True)).done
    assert "a/letter/草稿-函-草稿.docx" in world.files()
