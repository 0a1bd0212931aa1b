"""The Word engine: templates in docxtpl's syntax, compiled once and rendered many times."""

from kadocs.render.word.template import Template

__all__ = ["Template"]
