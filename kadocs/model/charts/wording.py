"""Words of charts: names cut to the room that they have, units, notes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import half_up
from kadocs.findings import NOTHING, Text

_ROOM = 36  # half-width places that a category has before it crowds out the chart
_NAMED = {"CNY": "万元", "USD": "万美元", "EUR": "万欧元", "GBP": "万英镑", "HKD": "万港元", "JPY": "万日元"}


def same(text: str) -> Text:
    """A name of the data, which is the same in both languages."""
    return Text(text, text)


def short(text: str, room: int = _ROOM) -> Text:
    """A name of the data on one line, cut where it would crowd out the chart."""
    line, kept, used = " ".join(text.split()), "", 0
    for sign in line:
        used += 1 if ord(sign) < 0x2E80 else 2
        if used > room:
            return same(kept.rstrip() + "…")
        kept += sign
    return same(line)


def unit(amounts: Iterable[Money | None]) -> Text:
    """What an axis of these amounts counts in: ten thousands in Chinese, thousands in English."""
    code = next((amount.currency for amount in amounts if amount is not None and amount.currency), "CNY")
    return Text(_NAMED.get(code, f"万 {code}"), f"{code} thousand")


def in_unit(value: Decimal) -> Text:
    """An amount in that unit, with its sign."""
    sign = "−" if value < 0 else "+"
    zh, en = half_up(abs(value) / 10_000, 1), half_up(abs(value) / 1_000, 0)
    return Text(f"{sign}{zh}", f"{sign}{en:,f}")


def left_out(count: int, thing: Text) -> Text:
    """That some were not drawn, for want of room or figures; nothing where none was."""
    if count <= 0:
        return NOTHING
    return Text("另有 {n} {t}未画出。", "{n} more {t} not drawn.").fill(n=count, t=thing)


def joined(*notes: Text) -> Text | None:
    """The notes as one text, or None where there is none."""
    said = [note for note in notes if note != NOTHING]
    if not said:
        return None
    return Text("".join(note.zh for note in said), " ".join(note.en for note in said))
