"""The only writer. `Service` answers requests; `found`, `adopt`, `migrate` and `register_key` are the acts."""

from .acts import found
from .adoption import adopt
from .draft import Draft
from .keys import register_key
from .migration import Migration, Wanted, migrate
from .writer import Service

__all__ = ["Draft", "Migration", "Service", "Wanted", "adopt", "found", "migrate", "register_key"]
