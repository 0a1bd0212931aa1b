"""Caps on what a template and its data may make, so that no template can exhaust a machine."""

from __future__ import annotations

from dataclasses import dataclass

from kadocs.findings import Fault, Text


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a template may go; what goes beyond is refused (TPL024, for packages TPL006).

    `turns` are those of all loops and macros of one document, `seconds` the processor time to render it,
    `output` the characters of XML that it writes. `value` is the longest text or list that an expression
    may make, `bits` the largest whole number in bits, `width` the widest padding. `unzipped` is the size of
    the template's parts in bytes, `ratio` how much smaller than that a large part may be in the file,
    `members` the number of its parts. `pixels` are those of one picture (TPL051), `file` the bytes of one
    picture, scan or Word file that a value or an include brings (TPL051, TPL053, TPL057), `pages` the most
    pages of one scan (TPL057). With `external`, what
    documents would fetch from outside when they are opened stays in them; without, it is taken out (TPL080,
    TPL081). Elements may nest 256 deep, which nothing can raise.
    """

    turns: int = 1_000_000
    seconds: float = 60.0
    output: int = 250_000_000
    value: int = 1_000_000
    bits: int = 4_096
    width: int = 10_000
    unzipped: int = 512 << 20
    ratio: int = 400
    members: int = 10_000
    pixels: int = 80_000_000
    file: int = 100 << 20
    pages: int = 500
    external: bool = False


USUAL = Limits()
"""The limits where none are given."""


class TooMuch(Fault):
    """An expression would make something too large."""


def too_much(what: Text, setting: str) -> TooMuch:
    """The fault that names `what` grew too large, and the field of `Limits` that would allow it."""
    return TooMuch(
        Text(f"{what.zh}太大，已停止", f"{what.en} is too large, stopped"),
        Text(
            f"请检查模板里的这个表达式；确实需要时可以调高 Limits.{setting}。",
            f"Check this expression of the template; where it is right, raise Limits.{setting}.",
        ),
    )
