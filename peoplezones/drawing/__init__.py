"""Pictures that a paper can hold: drawn from plain values, as SVG and PNG with a text alternative.

Knows nothing of a Board. The same input gives the same bytes, in any process and on any day.
"""

from .errors import NotDrawable
from .figure import Figure

__all__ = ["Figure", "NotDrawable"]
