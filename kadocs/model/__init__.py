"""The nouns of a deal, and what an audience may see of them."""

from kadocs.model.deal import Deal
from kadocs.model.marks import Audience
from kadocs.model.schema import Field, fields, inputs
from kadocs.model.shape import shape
from kadocs.model.view import Record

__all__ = ["Audience", "Deal", "Field", "Record", "fields", "inputs", "shape"]
