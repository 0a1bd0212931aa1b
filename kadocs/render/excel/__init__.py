"""The Excel engine: templates with the tags of the Word engine, compiled once and rendered many times."""

from kadocs.render.excel.cached import with_values
from kadocs.render.excel.template import Template

ExcelTemplate = Template
"""What the package calls it, beside `Template`, which is Word's."""

__all__ = ["ExcelTemplate", "Template", "with_values"]
