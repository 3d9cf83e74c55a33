"""Charts for documents, asked for by plain values."""

from .series import series
from .timeline import timeline

__all__ = ["series", "timeline"]
