"""The only writer. `Service` answers requests; `found`, `adopt`, `migrate`, `register_key`, `erase` are the acts."""

from .acts import found
from .adoption import adopt
from .draft import Draft
from .erasable import Wanted as Erasing
from .erasure import Erased, erase
from .keys import register_key
from .migration import Migration, Wanted, migrate
from .writer import Service

__all__ = [
    "Draft",
    "Erased",
    "Erasing",
    "Migration",
    "Service",
    "Wanted",
    "adopt",
    "erase",
    "found",
    "migrate",
    "register_key",
]
