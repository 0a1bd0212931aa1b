"""What is wrong with a template is known before any deal is read, and stops its documents only."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from kadocs import pipeline, sources
from kadocs.pipeline import templates
from kadocs.tree.yaml import parse
from tests.conftest import LETTER
from tests.render.word.values.pictures import picture


@pytest.fixture
def request_(world):
    return pipeline.Request(
        deals=(Path("deals"),),
        as_of=date(2026, 11, 20),
        deliverables=("letter",),
        templates=(Path("templates"),),
        pages=False,
    )


def codes(outcome):
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ acount.name }}", "TPL070"),
        ("{% if competitors %}{% endif %}", "TPL071"),
        ("{% for x in account.name %}{% endfor %}", "TPL072"),
        ("{{ account }}", "TPL073"),
        ("{{ account.name | mony }}", "TPL015"),
        ("{{ account.name", "TPL010"),
    ],
)
def test_a_fault_of_a_template_is_told_and_no_document_is_written(world, request_, text, code):
    world.letter(text)
    outcome = pipeline.build(request_)
    assert codes(outcome) == [code]
    assert "letter/letter.zh.docx" in outcome.findings[0].place.file
    assert not outcome.done
    assert world.files() == []


def test_it_is_known_before_any_deal_is_read(world, request_, monkeypatch):
    world.letter("{{ acount }}")
    seen = []
    check = templates.faults
    monkeypatch.setattr(templates, "faults", lambda *given: seen.append("template") or check(*given))
    load = sources.load
    monkeypatch.setattr(sources, "load", lambda *given: seen.append("deal") or load(*given))
    pipeline.build(request_)
    assert seen == ["template", "deal"]


def test_the_faults_of_deals_come_in_the_same_run(world, request_):
    world.letter("{{ acount }}")
    world.deal("vendor: {legal_nme: a}")
    assert {"TPL070", "DATA011"} <= set(codes(pipeline.build(request_)))


def test_a_fault_of_one_deliverable_leaves_the_others(world, request_):
    world.letter("{{ acount }}")
    world.describe(LETTER.replace("letter.zh", "../letter/letter.en"), "other")
    outcome = pipeline.build(replace(request_, deliverables=("letter", "other")))
    assert codes(outcome) == ["TPL070"]
    assert [row.deliverable for row in outcome.rows if row.done] == ["other"]


def test_the_template_of_another_language_is_checked_when_a_deal_asks_for_it(world, request_):
    world.letter("{{ acount }}", "en")
    assert codes(pipeline.build(request_)) == []
    world.deal(world.folder.joinpath("deals/a/deal.yaml").read_text("utf-8") + "language: en")
    assert codes(pipeline.build(request_)) == ["TPL070"]


@pytest.mark.parametrize(
    ("language", "defaults", "expected"),
    [("", None, "zh"), ("en", "language: zh", "en"), ("", "language: en", "en"), ("", "language: fr", "zh")],
)
def test_the_language_to_be_expected(language, defaults, expected):
    tree = parse(defaults, "kadocs.yaml") if defaults else None
    assert templates.expected(language, tree) == (expected,)


def test_a_template_is_compiled_and_checked_once(world, request_):
    templates.compiled.cache_clear()
    world.deal(world.folder.joinpath("deals/a/deal.yaml").read_text("utf-8"), "b")
    pipeline.build(request_)
    assert templates.compiled.cache_info().misses == 1


def word(path, *paragraphs):
    """A Word file of these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def text(world):
    return world.read(world.out / "a/letter/P-1-函.docx")


def manifest(world):
    return json.loads((world.out / "a/manifest/letter.zh.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", ["letter", "_sections", "letter/parts", "_sections/parts"])
def test_a_template_includes_files_from_its_folder_and_from_the_sections(world, request_, folder):
    name = "parts/terms.docx" if folder.endswith("parts") else "terms.docx"
    word(world.templates / folder / "terms.docx", "甲方：{{ account.name }}")
    world.letter(f'{{% include "{name}" %}}')
    assert pipeline.build(request_).done
    assert text(world) == "甲方：青岚轨道"
    files = [each["file"] for each in manifest(world)["templates"]]
    assert files == ["letter/letter.zh.docx", f"{folder}/terms.docx"]


def test_a_changed_included_file_is_read_again(world, request_):
    world.letter('{% include "terms.docx" %}')
    for words in ("一", "一二"):
        word(world.templates / "_sections/terms.docx", words)
        pipeline.build(request_)
        assert text(world) == words


@pytest.mark.parametrize(
    "name", ["../other/terms.docx", "/etc/terms.docx", "C:/terms.docx", "link.docx", "none.docx", "~/a.docx"]
)
def test_what_lies_elsewhere_is_not_included(world, request_, name):
    word(world.templates / "other/terms.docx", "x")
    (world.templates / "letter/link.docx").symlink_to(world.templates / "other/terms.docx")
    world.letter(f'{{% include "{name}" %}}')
    [finding] = pipeline.build(request_).findings
    assert finding.code == "TPL053"
    assert finding.place.in_("en") == f'letter/letter.zh.docx › Body › paragraph 1 › {{% include "{name}" %}}'
    assert finding.hint.zh


def test_included_tags_are_compared_with_the_model(world, request_):
    word(world.templates / "_sections/terms.docx", "甲方：{{ account.nam }}")
    world.letter('{% include "terms.docx" %}')
    [finding] = pipeline.build(request_).findings
    assert finding.code == "TPL070"
    assert "terms.docx › Body › paragraph 1" in finding.place.in_("en")


DEAL_WITH_PICTURE = """
vendor: {legal_name: 云岭控制}
account: {name: 青岚轨道}
opportunity: {id: P-1, name: 监控升级}
requirements: [{id: R-1, text: 冗余, response: full}]
solution: {architecture: [{path: images/a.png, caption: 架构}]}
"""
PICTURES = "{% for each in solution.architecture %}{{ each.path | image }}{% endfor %}"


def test_values_name_files_of_the_deals_folder(world, request_):
    world.deal(DEAL_WITH_PICTURE)
    world.letter(PICTURES + '{{ "seal.png" | image }}')
    for name in ("deals/a/images/a.png", "templates/letter/seal.png"):
        world.write(name, "").write_bytes(picture())
    assert pipeline.build(request_).done
    document = docx.Document(str(world.out / "a/letter/P-1-函.docx"))
    assert len(document.inline_shapes) == 2
    told = manifest(world)
    assert [each["file"] for each in told["inputs"]] == ["deal.yaml", "images/a.png"]
    assert [each["file"] for each in told["templates"]] == ["letter/letter.zh.docx", "letter/seal.png"]


@pytest.mark.parametrize("path", ["../b/a.png", "images/none.png", "/etc/passwd", "link.png"])
def test_values_name_no_files_of_other_folders(world, request_, path):
    world.deal(DEAL_WITH_PICTURE.replace("images/a.png", path))
    world.letter(PICTURES)
    secret = world.write("deals/b/a.png", "")
    secret.write_bytes(picture())
    (world.folder / "deals/a/link.png").symlink_to(secret)
    outcome = pipeline.build(replace(request_, deals=(Path("deals/a"),)))
    assert codes(outcome) == ["TPL053"]
    assert not any(row.done for row in outcome.rows)


def test_a_whole_file_of_the_deal_is_put_in_with_its_tags_filled(world, request_):
    world.deal(DEAL_WITH_PICTURE.replace("images/a.png", "terms.docx"))
    world.letter("{{p solution.architecture[0].path | subdocument }}")
    word(world.folder / "deals/a/terms.docx", "致 {{ account.name }}")
    assert pipeline.build(request_).done
    assert text(world) == "致 青岚轨道"


def test_a_whole_file_sees_only_what_the_audience_may_see(world, request_):
    world.deal(DEAL_WITH_PICTURE.replace("images/a.png", "terms.docx"))
    world.letter("{{p solution.architecture[0].path | subdocument }}")
    word(world.folder / "deals/a/terms.docx", "{{ competitors }}")
    [finding] = pipeline.build(request_).findings
    assert "terms.docx › Body › paragraph 1" in finding.place.in_("en")
