"""That every document opens is a test that can fail: at what is broken, and at what loses its words."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kadocs import office
from tests.opening import closed, words
from tests.render.word.docs import template, xml

ROOT = Path(__file__).parents[1]
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def with_member(name: str, content: bytes) -> bytes:
    """A document in which one member is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("text"))) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.namelist():
            after.writestr(member, before.read(member) if member != name else content)
    return out.getvalue()


def damaged(document: bytes) -> bytes:
    """A document of which some bytes are others."""
    return document[:200] + b"x" * 20 + document[220:]


LOOSE = "<w:p><w:sdt><w:r><w:t>loose</w:t></w:r></w:sdt></w:p>"
DOCUMENTS = {
    "sound": (template("text", [["a", "b"]]), ""),
    "text": (b"only a text", "it is no archive"),
    "empty": (b"", "it is no archive"),
    "cut": (template("text")[:9000], "it is no archive"),
    "damaged": (damaged(template("text")), "it is no archive"),
    "styles": (with_member("word/styles.xml", b"<w:styles"), "LibreOffice does not open it"),
    "loose": (template("kept", xml(LOOSE)), "LibreOffice leaves out 'loose'"),
}


@needs_office
def test_what_is_broken_is_told_and_what_is_sound_is_not(tmp_path: Path) -> None:
    for name, (document, _) in DOCUMENTS.items():
        (tmp_path / f"{name}.docx").write_bytes(document)
    found = {path.stem: why.partition(":")[0] for path, why in closed(sorted(tmp_path.iterdir())).items()}
    assert found == {name: why for name, (_, why) in DOCUMENTS.items() if why}


def test_words_are_those_that_a_reader_of_the_body_sees(tmp_path: Path) -> None:
    seen = "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>in side</w:t></w:r></w:ins></w:p>"
    gone = "<w:p><w:del w:id='1' w:author='a'><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/><w:t>7</w:t></w:r>' for kind in ("begin", "separate")
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>after</w:t></w:r>'
    path = tmp_path / "a.docx"
    path.write_bytes(template("text", [["cell"]], xml(f"{seen}{gone}<w:p>{field}{end}</w:p>")))
    assert words(path) == ["text", "cell", "inside", "after"]


TESTS = """
import pytest
from kadocs.render.word import Template
from tests.render.word.docs import template

@pytest.mark.parametrize("document", [b"broken", None])
def test_writes(document, monkeypatch):
    if document:
        monkeypatch.setattr("kadocs.render.word.package.write", lambda members: document)
    Template(template("text")).render({})
"""


@needs_office
def test_a_run_whose_tests_pass_in_another_process_fails_at_a_document_that_does_not_open(
    tmp_path: Path,
) -> None:
    (tmp_path / "test_a.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-ptests.conftest",
        "-pno:cacheprovider",
        "-n1",
        "test_a.py",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KADOCS_VALIDATOR": ""}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "1 failed, 2 passed" in done.stdout
    assert "test_a.py::test_writes[broken]: it is no archive" in done.stdout
