"""The guides in docs/ can be followed to the letter: every command in them works, in their order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from PIL import Image

from kadocs import office
from kadocs.cli import main
from kadocs.model import schema
from kadocs.model.deal import Deal

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = {"en": DOCS / "howto.md", "zh": DOCS / "howto.zh-CN.md"}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"`\{\{ ([a-z_.]+)")


def blocks(guide: Path) -> list[tuple[str, str]]:
    """The commands and the settings of a guide, as its reader meets them."""
    return BLOCK.findall(guide.read_text("utf-8"))


def set_in(path: Path, said: str) -> None:
    """Write settings into a kadocs.yaml, beside what stands there."""
    settings: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    for key, value in yaml.safe_load(said).items():
        settings[key] = {**settings.get(key, {}), **value} if isinstance(value, dict) else value
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")


def put_customers_file(folder: Path, language: str) -> None:
    """What the guide asks its reader to do with the customer's own template."""
    document = docx.Document()
    document.add_paragraph("{{ account.name }}")
    document.save(str(folder / f"document.{language}.docx"))
    description = folder / "deliverable.yaml"
    description.write_text(description.read_text("utf-8").replace("style: house\n", ""), "utf-8")


@pytest.mark.parametrize("language", GUIDES)
def test_every_command_works_in_its_order(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)  # to lay out a dozen documents would take a minute
    monkeypatch.chdir(tmp_path)
    for kind, text in blocks(GUIDES[language]):
        if kind == "yaml":
            set_in(Path("kadocs.yaml"), text)
            continue
        for line in text.splitlines():
            words = shlex.split(line)
            if words[0] == "cd":
                monkeypatch.chdir(Path(words[1]))
                Image.new("RGB", (300, 90), "navy").save("logo.png")
                continue
            assert main([*words[1:], "--ui-lang", language]) == 0, f"{line}\n{capsys.readouterr()}"
            if "their-form" in words and "new" in words:
                put_customers_file(Path("templates/their-form"), language)
    made = sorted(path.parent.name for path in Path("out").rglob("*.docx"))
    assert made == ["our-proposal", "proposal", "site-survey", "their-form"]
    logo = docx.Document(str(next(Path("out").rglob("proposal/*.docx")))).sections[1].header
    assert "pic:pic" in logo._element.xml


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_the_fields_that_it_names_are_there(guide: Path) -> None:
    for name in TAG.findall(guide.read_text("utf-8")):
        section, *rest = name.split(".")
        noun = {field.name: field.noun for field in schema.fields(Deal)}.get(section)
        if noun is not None:
            assert rest[0] in {field.name for field in schema.fields(noun)}, name


def test_both_guides_have_the_same_steps() -> None:
    first, second = (
        [re.sub(r'--title ".*?"|--title \S+', "", text) for kind, text in blocks(guide) if kind != "yaml"]
        for guide in GUIDES.values()
    )
    assert first == second
