"""What a schema must be able to say of data, for templates to be checked against it."""

from __future__ import annotations

from typing import Protocol


class Shape(Protocol):
    """What a value is, by its schema; the renderer knows no schema of its own."""

    @property
    def kind(self) -> str:
        """The value of a `Kind`: "record", "list", "text", … or "any" where the schema does not say."""

    @property
    def item(self) -> Shape | None:
        """What the items of a list are; None for anything else."""

    def field(self, name: str) -> Shape:
        """What `.name` of this value is. Raises `Fault` where a template cannot have it."""

    def hides(self, name: str) -> bool:
        """Whether there is a field of that name which the readers may not see."""
