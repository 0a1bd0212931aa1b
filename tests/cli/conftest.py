"""The commands as they are run."""

from collections.abc import Callable

import pytest

from kadocs.cli import main


@pytest.fixture
def kadocs(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in Chinese; gives its exit status, what it printed, and what it complained of."""

    def run(*words: str, lang: str = "zh") -> tuple[int, str, str]:
        status = main([*words, "--ui-lang", lang])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run
