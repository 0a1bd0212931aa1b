"""A value that a deal does not hold yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Never

from kadocs.findings import Text


class Missing:
    """A known field without a value: false, empty to a loop, and unprintable.

    A template may test it or loop over it; filters hand it on; printing it is what the
    renderer reports, by `title` and `path` (`account.name`).
    """

    __slots__ = ("path", "title")

    def __init__(self, path: str, title: Text) -> None:
        self.path = path
        self.title = title

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Never]:
        return iter(())

    def __repr__(self) -> str:
        return f"Missing({self.path!r})"
