"""Excel templates on the command line, and in deliverables."""

import openpyxl
import pytest

from kadocs import office
from kadocs.cli import main

DATA = "items: [{name: 甲, n: 2}, {name: 乙, n: 3}]\n"
DESCRIPTION = """
title: {zh: 单, en: List}
stage: propose
audience: customer
needs: [account.name]
gates: []
outputs:
  - template: {zh: list.zh.xlsx}
    file: "{{ opportunity.id }}.xlsx"
"""


def workbook(path, **cells):
    book = openpyxl.Workbook()
    for address, value in cells.items():
        book.active[address] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


@pytest.fixture
def run(capsys):
    """Runs a command in English; gives its exit status, and all that it said."""

    def run(*words):
        status = main([*map(str, words), "--ui-lang", "en"])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    workbook(
        tmp_path / "t.xlsx",
        A1="{% for i in items %}{{ i.name }}",
        B1="{{ i.n }}{% endfor %}",
        B2="=SUM(B1:B1)",
    )
    (tmp_path / "data.yaml").write_text(DATA, "utf-8")
    return tmp_path


def test_a_workbook_is_rendered_from_any_data(folder, run):
    assert run("render", "t.xlsx", "data.yaml", "-o", "out.xlsx")[0] == 0
    found = openpyxl.load_workbook(folder / "out.xlsx").active
    assert [[c.value for c in row] for row in found] == [["甲", 2], ["乙", 3], [None, "=SUM(B1:B2)"]]


@pytest.mark.skipif(office.program() is None, reason="needs LibreOffice")
def test_its_formulas_have_their_values(folder, run):
    run("render", "t.xlsx", "data.yaml", "-o", "out.xlsx")
    assert openpyxl.load_workbook(folder / "out.xlsx", data_only=True).active["B3"].value == 5


def test_without_libreoffice_that_is_said(folder, run, monkeypatch):
    monkeypatch.setattr("kadocs.office.values.program", lambda: None)
    status, said = run("render", "t.xlsx", "data.yaml", "-o", "out.xlsx")
    assert (status, "OUT013" in said) == (0, True)


@pytest.mark.parametrize(("template", "out"), [("t.xlsx", "out.docx"), ("t.docx", "out.xlsx")])
def test_the_output_is_of_the_templates_kind(folder, run, template, out):
    status, said = run("render", template, "data.yaml", "-o", out)
    assert (status, "-o wants the name of a" in said) == (2, True)


def test_a_template_is_checked_and_its_fields_are_listed(folder, run):
    assert run("template", "check", "t.xlsx")[0] == 0
    assert "items  list *" in run("template", "fields", "t.xlsx")[1]
    workbook(folder / "bad.xlsx", C4="{{ a | nope }}")
    status, said = run("template", "check", "bad.xlsx")
    assert (status, "Sheet!C4" in said) == (1, True)


def test_a_deliverable_may_be_a_workbook(world, run):
    world.describe(DESCRIPTION, "list")
    workbook(world.templates / "list" / "list.zh.xlsx", A1="{{ account.name }}", A2="=A1")
    assert run("build", "list", "deals", "--templates", "templates")[0] == 0
    assert world.files() == ["a/list/P-1.xlsx", "a/manifest/list.zh.json"]


def test_a_deliverables_workbook_uses_only_what_its_readers_may_see(world, run):
    world.describe(DESCRIPTION, "list")
    workbook(world.templates / "list" / "list.zh.xlsx", B7="{{ quote.cost }}")
    status, said = run("build", "list", "deals", "--templates", "templates")
    assert (status, "TPL071" in said, "Sheet!B7" in said) == (1, True, True)
