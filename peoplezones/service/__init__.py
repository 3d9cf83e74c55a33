"""The only writer. `Service` answers requests; `found` and `adopt` are the acts on the Board as a whole."""

from .acts import found
from .adoption import adopt
from .draft import Draft
from .writer import Service

__all__ = ["Draft", "Service", "adopt", "found"]
