"""`kadocs template`: what is wrong with templates, and what they use."""

import json
from pathlib import Path

import docx
import pytest

from kadocs.cli import main

LETTER = "templates/letter/letter.zh.docx"


@pytest.fixture
def kadocs(world, capsys):
    """Runs a command in English; gives its exit status, what it printed, and what it complained of."""

    def run(*words: str, lang: str = "en") -> tuple[int, str, str]:
        status = main(["template", *words, "--ui-lang", lang])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def comments(path):
    return ["\n".join(p.text for p in comment.paragraphs) for comment in docx.Document(str(path)).comments]


def test_a_sound_template_has_no_problems(kadocs):
    assert kadocs("check", LETTER) == (0, "no problems found\n", "")
    assert kadocs("check", LETTER, lang="zh") == (0, "没有发现问题\n", "")


def test_all_faults_of_a_file_are_told_with_their_places(world, kadocs):
    world.letter("{{ a b }} {{ c|mony }}")
    status, out, _ = kadocs("check", LETTER)
    assert status == 1
    assert (
        f"{LETTER} › Body › paragraph 1 › {{{{ a b }}}} {{{{ c|mony }}}} › {{{{ a b }}}}: error TPL014" in out
    )
    assert out.endswith("2 errors\n")


def test_a_file_alone_is_not_compared_with_the_model(world, kadocs):
    world.letter("{{ whatever }}")
    assert kadocs("check", LETTER)[0] == 0


def test_a_deliverable_is_compared_with_what_its_audience_may_see(world, kadocs):
    world.letter("{{ acount.name }}")
    world.letter("{{ competitors }}", "en")
    status, out, _ = kadocs("check", "letter", "--templates", "templates")
    assert status == 1
    assert "letter/letter.zh.docx › Body" in out and "TPL070" in out
    assert "letter/letter.en.docx › Body" in out and "TPL071" in out


def test_the_shipped_templates_are_sound(kadocs):
    assert kadocs("check", "proposal") == (0, "no problems found\n", "")


def test_json_is_all_there_is_on_standard_output(world, kadocs):
    world.letter("{{ a b }}")
    status, out, err = kadocs("check", LETTER, "--json", "--annotate", "out.docx")
    [finding] = json.loads(out)["findings"]
    assert (status, err, finding["code"]) == (1, "", "TPL014")
    assert Path("out.docx").is_file()


def test_findings_are_written_as_comments_into_a_copy(world, kadocs):
    world.letter("{{ a b }}")
    before = Path(LETTER).read_bytes()
    status, out, _ = kadocs("check", LETTER, "--annotate", "new/checked.docx")
    assert status == 1
    assert out.endswith("written  new/checked.docx\n")
    assert [text.partition(" ")[0] for text in comments("new/checked.docx")] == ["TPL014"]
    assert Path(LETTER).read_bytes() == before


def test_each_template_of_a_deliverable_has_its_copy(world, kadocs):
    world.letter("{{ acount.name }}")
    world.letter("{{ competitors }}", "en")
    kadocs("check", "letter", "--templates", "templates", "--annotate", "checked.docx")
    assert comments("checked-letter.zh.docx")[0].startswith("TPL070")
    assert comments("checked-letter.en.docx")[0].startswith("TPL071")


def test_nothing_is_written_where_nothing_is_wrong(kadocs):
    assert kadocs("check", LETTER, "--annotate", "checked.docx")[0] == 0
    assert not Path("checked.docx").exists()


def test_fields_are_a_tree_with_kinds(world, kadocs):
    world.letter("{{ q.total|money }}{% for i in q.items %}{{ i.name }}{% endfor %}")
    assert kadocs("fields", LETTER)[1].splitlines() == [
        "q  record",
        "  total  money *",
        "  items  list *",
        "    -  record",
        "      name  text",
    ]
    assert kadocs("fields", LETTER, lang="zh")[1].splitlines()[1] == "  total  金额 *"


def test_fields_as_json_are_a_schema(world, kadocs):
    world.letter("{{ when|date }}")
    schema = json.loads(kadocs("fields", LETTER, "--json")[1])
    assert schema["properties"] == {"when": {"type": "string", "format": "date"}}
    assert schema["required"] == ["when"]


def test_fields_of_a_deliverable_are_told_by_template(world, kadocs):
    out = kadocs("fields", "letter", "--templates", "templates")[1]
    assert out.splitlines()[0] == "letter/letter.zh.docx"
    schemas = json.loads(kadocs("fields", "letter", "--templates", "templates", "--json")[1])
    assert list(schemas) == ["letter/letter.zh.docx", "letter/letter.en.docx"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["check", "gone.docx"], 1, "CFG002"),
        (["check", "propsal"], 1, "Did you mean proposal?"),
        (["check", LETTER, "--annotate", "x.pdf"], 2, ".docx"),
        (["chekc", LETTER], 2, "check"),
        (["fields", "deals/a/deal.yaml"], 1, "TPL001"),
    ],
)
def test_what_cannot_be_done_is_told(kadocs, words, status, said):
    found, out, err = kadocs(*words)
    assert found == status
    assert said in out + err
