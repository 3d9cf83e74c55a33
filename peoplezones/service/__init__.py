"""The only writer. `Service` answers requests; `found`, `adopt` and `migrate` are the acts."""

from .acts import found
from .adoption import adopt
from .draft import Draft
from .migration import Migration, Wanted, migrate
from .writer import Service

__all__ = ["Draft", "Migration", "Service", "Wanted", "adopt", "found", "migrate"]
