"""The commands: the only room that prints, prompts or exits."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from types import FrameType

import click

from kadocs import __version__
from kadocs.cli import bid, build, check, convert, explain, init, render, stages, template, workbook
from kadocs.cli.speech import LANGUAGES, Mistake, choose, group, worded
from kadocs.findings import Finding, Place, Refused, Severity, Text

DONE, FAILED, USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

_WORDS = Text(
    "由一个商机文件和 Word 模板，生成大客户销售各阶段的文档。",
    "Every document of a key-account deal, from one deal file and your own Word templates.",
)
_LANG = Text("界面语言；不写则随系统", "The language of messages, if not that of the system")
_VERSION = Text("显示版本", "Show the version")
_STOPPED = Text("已中断；写好的文件都是完整的", "interrupted; files that were written are whole")
_WRONG = Text("用法有误：{m}", "wrong usage: {m}")
_HELP = Text("用 {c} --help 查看用法", "{c} --help shows how to use it")
_REFUSED = Text("系统拒绝了操作：{e}", "the system refused: {e}")
_BUG = Text(
    "kadocs 内部出错：{e}\n请设 KADOCS_DEBUG=1 再运行，把命令、输出和商机文件（去掉敏感内容）报告给维护者",
    "kadocs has failed inside: {e}\n"
    "Run it again with KADOCS_DEBUG=1, and report command, output and deal (less what is secret)",
)


class _Terminated(BaseException):
    """SIGTERM has come in."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; gives 0 done, 1 findings that block or a failed job, 2 wrong usage, 130, 143."""
    for stream in (sys.stdout, sys.stderr):  # a console that lacks a character prints a stand-in
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    language = "en"
    try:
        language, rest = choose(sys.argv[1:] if arguments is None else arguments)
        return _run(rest, language)
    except Mistake as mistake:
        return _say(_WRONG.fill(m=mistake.text), language, USAGE)


def root(language: str) -> click.Group:
    """All commands, speaking `language`."""
    params = [
        click.Option(
            ["--ui-lang"], type=click.Choice(LANGUAGES), expose_value=False, help=_LANG.in_(language)
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=_VERSION.in_(language),
        ),
    ]
    commands = [
        room.make(language)
        for room in (init, workbook, convert, check, stages, bid, build, render, template, explain)
    ]
    return group("kadocs", language, _WORDS, params, commands)


def _run(arguments: list[str], language: str) -> int:
    _end_on_sigterm()
    try:
        with_context = root(language).main(arguments, "kadocs", standalone_mode=False, obj=language)
        return int(with_context or DONE)
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        path = ctx.command_path if ctx else "kadocs"
        _say(_WRONG.fill(m=worded(error)), language, USAGE)
        return _say(_HELP.fill(c=path), language, USAGE)
    except Refused as refused:
        from kadocs import report

        told = Text(*(report.text(refused.findings, each) for each in LANGUAGES))
        return _fail(refused.findings, told, language, as_json="--json" in arguments)
    except (click.Abort, KeyboardInterrupt):
        return _say(_STOPPED, language, INTERRUPTED)
    except _Terminated:
        return _say(_STOPPED, language, TERMINATED)
    except OSError as error:  # a full disk below the output, a folder for temporary files that is not there
        told = _REFUSED.fill(e=error)
        return _fail([_finding("OUT020", told)], told, language, as_json="--json" in arguments)
    except Exception as error:
        if os.environ.get("KADOCS_DEBUG"):
            traceback.print_exc()
        told = _BUG.fill(e=f"{type(error).__name__}: {error}")
        return _fail([_finding("OUT021", told)], told, language, as_json="--json" in arguments)


def _fail(found: Sequence[Finding], told: Text, language: str, *, as_json: bool) -> int:
    """Says why a run failed; who reads JSON finds it on standard output too."""
    if as_json:
        from kadocs import report

        with contextlib.suppress(OSError):
            click.echo(report.as_json(found, language))
    return _say(told, language, FAILED)


def _finding(code: str, told: Text) -> Finding:
    message, hint = (Text(*each) for each in zip(*(text.partition("\n")[::2] for text in told), strict=True))
    return Finding(code, Severity.ERROR, Place("kadocs"), message, hint)


def _say(text: Text, language: str, status: int) -> int:
    try:
        click.echo(text.in_(language), err=True)
    except OSError:  # nobody reads any more
        return status
    return status


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"kadocs {__version__}")
        ctx.exit()


def _end_on_sigterm() -> None:
    def end(_: int, __: FrameType | None) -> None:
        raise _Terminated  # so that what is half done is cleaned up

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, end)
