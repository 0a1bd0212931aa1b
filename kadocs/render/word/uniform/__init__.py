"""A finished document as a tender wants its anonymous part (暗标): one font, black on white, no traces."""

from kadocs.render.word.uniform.levelling import uniform
from kadocs.render.word.uniform.look import USUAL, Uniform

__all__ = ["USUAL", "Uniform", "uniform"]
