"""`kadocs template new`, `style` and `section`: something to begin with, and nothing lost."""

from pathlib import Path

import docx
import pytest

from kadocs.cli import main


@pytest.fixture
def kadocs(world, capsys):
    """Runs a command in English, in a workspace; gives its exit status and all that it printed."""
    world.write("kadocs.yaml", "")

    def run(*words: str) -> tuple[int, str]:
        status = main([*words, "--ui-lang", "en"])
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    return run


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_document_builds_at_once(world, kadocs, language):
    assert kadocs("template", "new", "survey", "--title", 'Survey & "plan"')[0] == 0
    status, said = kadocs("build", "survey", "--lang", language, "--no-pages")
    assert status == 0, said
    [path] = world.out.rglob("*.docx")
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert 'Survey & "plan"' in texts
    assert not [text for text in texts if "__" in text or "{" in text]
    assert kadocs("template", "check", "survey") == (0, "no problems found\n")


def test_without_a_title_it_is_called_by_its_name(world, kadocs):
    kadocs("template", "new", "survey")
    assert 'zh: "survey"' in (world.templates / "survey" / "deliverable.yaml").read_text("utf-8")


def test_files_that_are_there_are_never_changed(world, kadocs):
    world.write("templates/survey/notes.txt", "mine")
    status, said = kadocs("template", "new", "survey")
    assert status == 1 and "CFG014" in said
    assert [path.name for path in (world.templates / "survey").iterdir()] == ["notes.txt"]


def test_it_may_go_elsewhere(world, kadocs):
    status, said = kadocs("template", "new", "survey", "--into", "elsewhere")
    assert status == 0 and "kadocs build survey --templates elsewhere" in " ".join(said.split())
    assert Path("elsewhere/survey/deliverable.yaml").is_file()


def test_a_document_that_is_there_may_be_copied(world, kadocs):
    assert kadocs("template", "new", "ours", "--from", "proposal")[0] == 0
    assert kadocs("template", "check", "ours") == (0, "no problems found\n")
    assert kadocs("template", "new", "more", "--from", "propsal")[0] == 1
    assert kadocs("template", "new", "more", "--from", "proposal", "--title", "x")[0] == 2


@pytest.mark.parametrize("name", ["../x", "a/b", "_x", ".x", ""])
def test_a_name_is_that_of_a_folder(kadocs, name):
    assert kadocs("template", "new", name)[0] == 2
    assert kadocs("template", "style", name)[0] == 2


def test_a_style_of_ones_own_begins_as_a_shipped_one(world, kadocs):
    assert kadocs("template", "style", "company", "--from", "gongwen")[0] == 0
    path = world.templates / "_styles" / "company.docx"
    assert docx.Document(str(path)).sections[0].top_margin.mm == pytest.approx(37, abs=0.1)
    assert "CFG014" in kadocs("template", "style", "company")[1]
    assert "CFG012" in kadocs("template", "style", "other", "--from", "gongwem")[1]


def test_a_section_of_ones_own_comes_before_the_shipped_one(world, kadocs):
    assert kadocs("template", "section", "company")[0] == 0
    folder = world.templates / "_sections"
    assert sorted(path.name for path in folder.iterdir()) == ["company.en.docx", "company.zh.docx"]
    document = docx.Document()
    document.add_paragraph("our own words")
    document.save(str(folder / "company.zh.docx"))
    world.letter('{% include "company.zh.docx" %}')
    kadocs("build", "letter", "--no-pages")
    assert world.read(next(world.out.rglob("*.docx"))) == "our own words"


def test_a_section_that_is_not_there_is_answered_with_those_that_are(kadocs):
    status, said = kadocs("template", "section", "compny")
    assert status == 1 and "company" in said
