"""The language that is spoken, wrong usage, and how a run ends."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

import kadocs.cli
from kadocs import gates
from kadocs.cli import build, main
from kadocs.cli.speech import Mistake, choose

HEAVY = {"pydantic", "lxml", "openpyxl", "docx", "jinja2", "yaml", "rich", "python_calamine", "pypdf"}
RUN = [sys.executable, "-c", "import sys; from kadocs.cli import main; sys.exit(main())"]
HERE = {**os.environ, "PYTHONPATH": str(kadocs.cli.__path__[0]).rpartition("kadocs")[0], "LC_ALL": "C.UTF-8"}


def test_help_loads_no_heavy_library():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *RUN[1:], "--help"], env=HERE, capture_output=True, text=True
    )
    assert done.returncode == 0
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    ("words", "language", "rest"),
    [
        (["--ui-lang", "zh", "build"], "zh", ["build"]),
        (["build", "--ui-lang=en", "x"], "en", ["build", "x"]),
        (["build", "--", "--ui-lang"], "en", ["build", "--", "--ui-lang"]),
    ],
)
def test_the_language_may_be_chosen_anywhere(words, language, rest, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert choose(words) == (language, rest)


@pytest.mark.parametrize("words", [["--ui-lang", "fr"], ["--ui-lang"]])
def test_another_language_is_wrong_usage(words):
    with pytest.raises(Mistake):
        choose(words)
    assert main(words) == 2


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({"LC_MESSAGES": "de_DE"}, "en"),
    ],
)
def test_else_the_locale_decides(monkeypatch, settings, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert choose([])[0] == language


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["init"],
        ["build"],
        ["check"],
        ["render"],
        ["template"],
        ["template", "check"],
        ["template", "fields"],
        ["explain"],
    ],
)
def test_help_is_in_both_languages(command, capsys):
    assert main([*command, "--help", "--ui-lang", "zh"]) == 0
    chinese = capsys.readouterr().out
    assert chinese.startswith("用法：") and "Options" not in chinese and "Show this" not in chinese
    assert main([*command, "--help", "--ui-lang", "en"]) == 0
    english = capsys.readouterr().out
    assert english.startswith("Usage: ") and "Options" in english


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "没有命令 biuld"),
        (["build"], "缺少 DELIVERABLE"),
        (["build", "proposal", "--darft"], "--draft"),
        (["build", "proposal", "x", "--as-of", "3月5日"], "--as-of"),
        (["render", "a", "b"], "缺少"),
        (["build", "", "x"], "没有写文档的名称"),
        (["build", " , ，", "x"], "没有写文档的名称"),
        (["check", "x", "--for", ","], "没有写文档的名称"),
    ],
)
def test_wrong_usage_is_told_with_the_way_out(words, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main([*words, "--ui-lang", "zh"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "--help" in err


def test_outside_a_workspace_a_deal_must_be_named(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--ui-lang", "en"]) == 2
    assert "kadocs init" in capsys.readouterr().err


def test_the_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kadocs {kadocs.__version__}\n"


def test_a_refusal_is_told_without_a_traceback(world, capsys):
    world.write("kadocs.yaml", "vendr: {}")
    assert main(["check", "--ui-lang", "zh"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("kadocs.yaml:1: 错误")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(KeyboardInterrupt(), 130, "已中断"), (RuntimeError("boom"), 1, "RuntimeError: boom")],
)
def test_an_interruption_and_a_bug_are_one_line(world, monkeypatch, capsys, error, status, said):
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(build.output, "outcome", fail)
    assert main(["build", "letter", "deals", "--templates", "templates", "--ui-lang", "zh"]) == status
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "code"), [(RuntimeError("boom"), "OUT021"), (OSError(5, "gone"), "OUT020"), (None, "DATA011")]
)
def test_with_json_a_failure_is_told_as_json_too(world, monkeypatch, capsys, error, code):
    def fail(*_: object, **__: object) -> None:
        raise error

    if error:
        monkeypatch.setattr(build.output, "outcome", fail)
    else:
        world.write("kadocs.yaml", "vendr: {}")
    assert main(["build", "letter", "deals", "--templates", "templates", "--json", "--ui-lang", "en"]) == 1
    captured = capsys.readouterr()
    [finding] = json.loads(captured.out)["findings"]
    assert (finding["code"], finding["severity"]) == (code, "error")
    assert finding["message"] in captured.err


def test_a_bug_shows_its_traceback_where_that_is_asked_for(world, monkeypatch, capsys):
    monkeypatch.setenv("KADOCS_DEBUG", "1")
    monkeypatch.setattr(build.output, "outcome", lambda *_, **__: 1 / 0)
    assert main(["build", "letter", "deals", "--templates", "templates"]) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_terminated_run_ends_with_143_and_leaves_no_stray_file(world):
    slow = (
        "import sys, time; from kadocs import pack; from kadocs.cli import main\n"
        "pack._settle = lambda *_: (print('here', flush=True), time.sleep(30))\n"
        "sys.exit(main())"
    )
    words = ["build", "letter", "deals", "--templates", "templates"]
    process = subprocess.Popen(
        [sys.executable, "-c", slow, *words],
        env=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "here\n"
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 143
    assert time.monotonic() - began < 5
    assert err.strip() == "interrupted; files that were written are whole"
    assert world.files() == ["a/letter/P-1-函.docx"]


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_a_reader_that_goes_away_causes_no_traceback():
    script = (
        f"{sys.executable} -c 'import sys; from kadocs.cli import main; sys.exit(main())' explain | head -1"
    )
    done = subprocess.run(["sh", "-c", script], env=HERE, capture_output=True, text=True)
    assert done.stdout.startswith(f"{gates.rules()[0].code} ")
    assert done.stderr == ""


def test_a_console_without_chinese_still_gets_the_message(world):
    world.deal("requirements: [{id: R-1, text: a}]")
    done = subprocess.run(
        [*RUN, "check", "deals", "--ui-lang", "zh"],
        env={**HERE, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "PROP001" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_library_offers_its_names():
    assert set(kadocs.__all__) <= set(dir(kadocs))
    assert kadocs.Template.__name__ == "Template"
    assert kadocs.Deal.__name__ == "Deal"
    assert callable(kadocs.build)
    with pytest.raises(AttributeError, match="nothing"):
        _ = kadocs.nothing
