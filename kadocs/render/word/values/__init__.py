"""Values that are more than text: formatted text, links, pictures, lists, whole documents."""

from kadocs.render.word.values.chart import Chart
from kadocs.render.word.values.diagram import Diagram
from kadocs.render.word.values.image import InlineImage
from kadocs.render.word.values.links import Hyperlink, PageBreak
from kadocs.render.word.values.markdown import Markdown
from kadocs.render.word.values.rich import Listing, RichText, RichTextParagraph
from kadocs.render.word.values.subdocument import Subdocument
from kadocs.render.word.values.value import Value, Writer

R, RP = RichText, RichTextParagraph
"""Short names, as docxtpl has them."""

__all__ = [
    "RP",
    "Chart",
    "Diagram",
    "Hyperlink",
    "InlineImage",
    "Listing",
    "Markdown",
    "PageBreak",
    "R",
    "RichText",
    "RichTextParagraph",
    "Subdocument",
    "Value",
    "Writer",
]
