"""A small world: one deliverable, one deal, in a folder of their own that is the current one."""

import functools
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest

from kadocs.render.word import Template
from tests.opening import Opening
from tests.render.word.docs import validate

LETTER = """
title: {zh: 函, en: Letter}
stage: propose
audience: customer
needs: [account.name, opportunity.name]
gates: [PROP]
outputs:
  - template: {zh: letter.zh.docx, en: letter.en.docx}
    file: "{{ opportunity.id }}-{{ title }}.docx"
"""
DEAL = """
vendor: {legal_name: 云岭控制}
account: {name: 青岚轨道}
opportunity: {id: P-1, name: 监控升级}
requirements:
- {id: R-1, text: 冗余, response: full}
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--leave-closed",
        action="store_true",
        help="do not let LibreOffice open the documents that the tests made, once they are done",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep the documents of all tests, and open them after the last one (see `tests/opening.py`)."""
    if config.option.leave_closed or config.option.collectonly:
        return
    shared = getattr(config, "workerinput", {}).get("documents")  # in a process of pytest-xdist
    if shared is None:
        folder = TemporaryDirectory(prefix="kadocs-tests-", ignore_cleanup_errors=True)
        config.add_cleanup(folder.cleanup)
    config.pluginmanager.register(Opening(Path(shared or folder.name), last=shared is None))


class World:
    """The folder, with what a test changes in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates = folder / "templates"
        self.out = folder / "out"
        self.describe(LETTER)
        self.letter("致 {{ account.name }}：{{ opportunity.name }}", "zh")
        self.letter("To {{ account.name }}: {{ opportunity.name }}", "en")
        self.deal(DEAL)

    def describe(self, text: str, name: str = "letter") -> Path:
        """A deliverable.yaml."""
        return self.write(f"templates/{name}/deliverable.yaml", text)

    def letter(self, text: str, language: str = "zh") -> Path:
        """The letter's template, of one paragraph."""
        document = docx.Document()
        document.add_paragraph(text)
        path = self.templates / "letter" / f"letter.{language}.docx"
        document.save(str(path))
        return path

    def deal(self, text: str, name: str = "a") -> Path:
        """A deal's file in a folder of its own."""
        return self.write(f"deals/{name}/deal.yaml", text)

    def write(self, name: str, text: str) -> Path:
        """A file of text."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def files(self, folder: str = "out") -> list[str]:
        """All files below a folder, by name from it."""
        base = self.folder / folder
        return sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file())

    @staticmethod
    def read(path: Path) -> str:
        """The text of a Word file's body."""
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A small world; the current folder is in it."""
    monkeypatch.chdir(tmp_path)
    return World(tmp_path)


@functools.cache
def checked(template: bytes, document: bytes) -> None:
    """A document that was seen to hold nothing that its template does not hold, once for all tests."""
    validate(template, document, ["--tags"])


@pytest.fixture(autouse=True)
def every_document_is_valid(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What a test makes kadocs write passes the validator, where there is one (the engine's tests ask it)."""
    if not os.environ.get("KADOCS_VALIDATOR") or "tests/render" in request.node.nodeid:
        return
    render = Template.render

    def rendered(self: Template, *words: object, **options: object) -> bytes:
        document = render(self, *words, **options)  # type: ignore[arg-type]
        checked(self._data, document)
        return document

    monkeypatch.setattr(Template, "render", rendered)
