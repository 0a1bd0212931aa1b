"""The language in which kadocs speaks, and commands whose help is in it."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from kadocs.findings import NOTHING, Text

LANGUAGES = ("zh", "en")

_OPTION = "--ui-lang"
_HELP = Text("显示本说明", "Show this page")
_USAGE = Text("用法：", "Usage: ")
_OPTIONS = Text("选项", "Options")
_COMMANDS = Text("命令", "Commands")
_UNKNOWN_LANGUAGE = Text("--ui-lang 只能是 zh 或 en", "--ui-lang is zh or en")


class Mistake(click.UsageError):
    """A wrong use of the command line, in both languages; its way out is part of the message."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def choose(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language to speak, and the arguments without the option that chose it.

    `--ui-lang` may stand anywhere; without it the locale decides. Raises `Mistake` for another language.
    """
    rest: list[str] = []
    chosen = _of_locale()
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif name == _OPTION:
            chosen = value if equals else next(words, "")
        else:
            rest.append(word)
    if chosen not in LANGUAGES:
        raise Mistake(_UNKNOWN_LANGUAGE)
    return chosen, rest


def _of_locale() -> str:
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    if named is None:  # Windows has no such variables
        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


class _Spoken(click.Command):
    """A command whose usage and headings are in its language."""

    language = "en"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_USAGE.in_(self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(_OPTIONS.in_(self.language)):
            formatter.write_dl(records)


class _SpokenGroup(_Spoken, click.Group):
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, self.commands[name].get_short_help_str(200)) for name in self.list_commands(ctx)]
        with formatter.section(_COMMANDS.in_(self.language)):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the work, not of the alphabet

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise Mistake(
                Text("没有命令 {n}；有：{k}", "there is no command {n}; there are: {k}").fill(
                    n=args[0], k=", ".join(self.commands)
                )
            )
        return super().resolve_command(ctx, args)


def command(
    name: str, language: str, words: Text, callback: Callable[..., Any], params: Sequence[click.Parameter]
) -> click.Command:
    """A command that explains itself in `language`; the first line of `words` is its short form."""
    spoken = _Spoken(
        name,
        params=[*params, _help(language)],
        callback=callback,
        help=words.in_(language),
        short_help=words.in_(language).partition("\n")[0],
        options_metavar=Text("[选项]", "[OPTIONS]").in_(language),
        add_help_option=False,
    )
    spoken.language = language
    return spoken


def group(
    name: str,
    language: str,
    words: Text,
    params: Sequence[click.Parameter],
    commands: Sequence[click.Command],
) -> click.Group:
    """A group of commands, explained in `language`."""
    spoken = _SpokenGroup(
        name,
        commands={each.name or "": each for each in commands},
        params=[*params, _help(language)],
        help=words.in_(language),
        short_help=words.in_(language).partition("\n")[0],
        options_metavar=Text("[选项]", "[OPTIONS]").in_(language),
        subcommand_metavar=Text("命令 …", "COMMAND …").in_(language),
        add_help_option=False,
        no_args_is_help=True,
    )
    spoken.language = language
    return spoken


def _help(language: str) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["--help", "-h"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=_HELP.in_(language),
    )


def worded(error: click.ClickException) -> Text:
    """What a wrong use of the command line is, in both languages."""
    if isinstance(error, Mistake):
        return error.text
    if isinstance(error, click.NoSuchOption):
        near = (error.possibilities or [""])[0]
        hint = Text("；是否想写 {n}？", "; did you mean {n}?").fill(n=near) if near else NOTHING
        return Text("没有选项 {o}{h}", "there is no option {o}{h}").fill(o=error.option_name, h=hint)
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return Text("缺少 {n}", "{n} is missing").fill(n=name)
    return Text(error.format_message(), error.format_message())
