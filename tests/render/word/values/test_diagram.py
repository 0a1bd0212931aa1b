"""`{{ team | diagram }}`: people as boxes and lines that Word can edit."""

import os
import shutil
import subprocess

import pytest

from tests.render.word.docs import part, refused, render, template, validate

TEAM = {
    "title": 'Team of "four"',
    "nodes": [
        {"id": "1", "name": "陆知远", "text": "项目总监", "group": True},
        {"id": "2", "parent": "1", "name": "韩彻 & Co", "badge": "经济决策 +1"},
        {"id": "3", "parent": "2", "name": "Ingrid Solberg-Hale"},
        {"id": "4", "parent": "gone", "name": "林若溪"},
    ],
}


def test_a_tree_is_drawn_with_its_texts_and_its_alternative_text():
    made = template("{{ team | diagram }}")
    out = render(made, {"team": TEAM})
    validate(made, out)
    xml = part(out)
    for text in ("陆知远", "项目总监", "韩彻 &amp; Co", "经济决策 +1", "Ingrid Solberg-Hale", "林若溪"):
        assert xml.count(f">{text}<") == 1
    assert 'descr="Team of &quot;four&quot;"' in xml
    assert xml.count('prst="rect"') == 4


def test_it_may_be_wider_than_the_text():
    crowd = {"nodes": [{"id": str(n), "name": "Rosalind Achterberg"} for n in range(8)]}
    narrow, wide = (
        render(template(f"{{{{ t | diagram({size}) }}}}"), {"t": crowd}) for size in ('"8cm"', 'width="24cm"')
    )
    assert _height(narrow) > _height(wide)


def _height(data):
    return int(part(data).partition('<wp:extent cx="')[2].partition('cy="')[2].partition('"')[0])


@pytest.mark.parametrize(
    "value",
    [
        "陆知远",
        {"nodes": []},
        {"nodes": ["陆知远"]},
        {"nodes": [{"name": "no id"}]},
        {"nodes": [{"id": "1", "parent": "2", "name": "a"}, {"id": "2", "parent": "1", "name": "b"}]},
        {"nodes": [{"id": "1", "name": "a"}, {"id": "1", "name": "b"}]},
        {"nodes": [{"id": str(n), "name": "x"} for n in range(201)]},
    ],
)
def test_what_is_no_tree_is_refused(value):
    [finding] = refused(template("{{ t | diagram }}"), {"t": value})
    assert finding.code == "TPL109"
    assert "nodes" in finding.hint.zh


def test_a_missing_tree_is_a_gap_like_any_other():
    [finding] = refused(template("{{ t | diagram }}"), {"t": None})
    assert finding.code != "TPL109"


def test_the_same_tree_gives_the_same_bytes():
    made = template("{{ t | diagram }}")
    assert render(made, {"t": TEAM}) == render(made, {"t": TEAM})


@pytest.mark.skipif(
    not shutil.which("soffice") or not os.environ.get("KADOCS_VALIDATOR"), reason="LibreOffice"
)
def test_its_texts_are_in_libreoffices_pdf(tmp_path):
    path = tmp_path / "t.docx"
    path.write_bytes(render(template("{{ t | diagram }}"), {"t": TEAM}))
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    said = subprocess.run(["pdftotext", str(tmp_path / "t.pdf"), "-"], check=True, capture_output=True).stdout
    assert all(name in said.decode() for name in ("陆知远", "林若溪", "经济决策"))
