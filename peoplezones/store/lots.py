"""Taking what comes one by one in lots, so that neither each nor all of it is worked on at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_lots(items: Iterable[T], most: int) -> Iterator[list[T]]:
    """Yield the items in their order, in lists of up to `most`, none of them empty."""
    rest = iter(items)
    while some := list(islice(rest, most)):
        yield some
