"""House styles in the pipeline: who has one, which, and what the manifest says of it."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from kadocs import pipeline, workspace
from kadocs.findings import Refused
from tests.conftest import LETTER
from tests.pipeline.test_build import request

HOUSE = LETTER + "style: house\n"


def own_style(world, points: int, name: str = "company") -> Path:
    """A base file of the workspace, by the size of its text."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(points)
    path = world.templates / "_styles" / f"{name}.docx"
    path.parent.mkdir(exist_ok=True)
    document.save(str(path))
    return path


def built(world, **options) -> dict[str, Pt]:
    """The size of the text of each document, by its deliverable."""
    around = workspace.find(Path())
    outcome = pipeline.build(replace(request(), look=around.look, **options))
    assert outcome.done, outcome.findings
    return {
        path.parent.name: docx.Document(str(path)).styles["Normal"].font.size
        for path in world.out.rglob("*.docx")
    }


def test_one_file_restyles_every_document_that_is_in_the_house_style(world):
    world.write("kadocs.yaml", "style: company\n")
    for name in ("letter", "second"):
        world.describe(HOUSE.replace("letter.", "../letter/letter."), name)
    world.describe(LETTER.replace("letter.", "../letter/letter."), "plain")
    names = ("letter", "second", "plain")
    own_style(world, 9)
    assert built(world, deliverables=names) == {"letter": Pt(9), "second": Pt(9), "plain": None}
    own_style(world, 12)
    assert built(world, deliverables=names) == {"letter": Pt(12), "second": Pt(12), "plain": None}


def test_the_manifest_names_the_base_and_its_contents(world):
    world.write("kadocs.yaml", "style: company\n")
    world.describe(HOUSE)
    own_style(world, 9)
    built(world)
    manifest = json.loads((world.out / "a/manifest/letter.zh.json").read_text("utf-8"))
    assert [each["file"] for each in manifest["templates"]] == [
        "letter/letter.zh.docx",
        "_styles/company.docx",
    ]


def test_languages_may_differ(world):
    world.write("kadocs.yaml", "style: {zh: company, en: other}\n")
    world.describe(HOUSE)
    own_style(world, 9)
    own_style(world, 12, "other")
    assert built(world, language="zh") == {"letter": Pt(9)}
    world.out = world.out / "en"
    assert built(world, language="en", out=Path("out/en")) == {"letter": Pt(12)}


def test_a_style_may_be_any_file_of_the_workspace(world):
    world.write("kadocs.yaml", "style: papers/own.docx\n")
    world.describe(HOUSE)
    path = own_style(world, 9)
    (world.folder / "papers").mkdir()
    path.rename(world.folder / "papers" / "own.docx")
    assert built(world) == {"letter": Pt(9)}


@pytest.mark.parametrize("style", ["gongwne", "missing.docx"])
def test_an_unknown_style_is_told_at_its_line(world, style):
    world.write("kadocs.yaml", f"language: zh\nstyle: {style}\n")
    world.describe(HOUSE)
    try:
        findings = pipeline.build(replace(request(), look=workspace.find(Path()).look)).findings
    except Refused as refused:
        findings = refused.findings
    [finding] = [finding for finding in findings if finding.code == "CFG012"]
    assert (finding.place.file, finding.place.line) == ("kadocs.yaml", 2)


def test_a_logo_that_is_not_there_is_told(world):
    world.write("kadocs.yaml", "vendor: {logo: no.png}\n")
    world.describe(HOUSE)
    around = workspace.find(Path())
    world.deal(
        "vendor: {legal_name: 云岭}\naccount: {name: 青岚}\nopportunity: {id: P-1, name: 升级}\n"
        "requirements:\n- {id: R-1, text: 冗余, response: full}\n"
    )
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "x"
    document.save(str(world.templates / "letter" / "letter.zh.docx"))
    outcome = pipeline.build(replace(request(), look=around.look, defaults=around.defaults))
    assert not outcome.done
    assert "no.png" in str(outcome.findings[-1].message)
