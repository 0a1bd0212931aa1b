"""The last step of writing a part: what could only be decided once its text was there."""

from __future__ import annotations

GUARD = "\x03"


def settle(text: str) -> str:
    """The finished text of a part."""
    return text
