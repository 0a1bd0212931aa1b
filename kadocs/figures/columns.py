"""The letters of a sheet's columns: "A" is the first, "AA" the twenty-seventh."""

from __future__ import annotations

from functools import cache


@cache
def letters(column: int) -> str:
    """The letters of a column, counted from 0: 0 gives "A", 26 "AA"."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def position(letters: str) -> int:
    """The column that `letters` name, counted from 0: "A" gives 0, "AA" 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
