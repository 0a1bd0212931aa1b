"""The Excel engine: templates with the tags of the Word engine, compiled once and rendered many times."""

from kadocs.render.excel.cached import with_values
from kadocs.render.excel.template import Template

__all__ = ["Template", "with_values"]
