"""Charts for documents, asked for by plain values."""

from .matrix import Level, matrix
from .series import series
from .timeline import timeline

__all__ = ["Level", "matrix", "series", "timeline"]
