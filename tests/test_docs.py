"""The READMEs cannot lag behind the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kadocs.cli import root
from kadocs.render.filters import FILTERS

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.zh-CN.md"]


def commands(command: click.Command, words: str = "kadocs") -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, f"{words} {name}")
    else:
        yield words, command


@pytest.mark.parametrize("readme", READMES)
def test_every_command_stands_in_the_table_of_commands(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    for words, _ in commands(root("en")):
        assert f"| `{words}" in text, f"{words} is not in the table"


@pytest.mark.parametrize("readme", READMES)
def test_every_filter_is_named(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert [name for name in FILTERS if f"`{name}`" not in text] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_every_option_says_what_it_is_for(language: str) -> None:
    for words, command in commands(root(language)):
        assert command.help, words
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{words} {option.opts[0]}"
