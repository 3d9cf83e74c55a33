"""Changes to dictionaries and lists in memory that can be taken back, the last first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Undoing:
    """Makes changes and remembers how to take each of them back."""

    __slots__ = ("_back",)

    def __init__(self) -> None:
        self._back: list[Callable[[], Any]] = []

    def mark(self) -> int:
        """Return a place to which changes can be taken back."""
        return len(self._back)

    def roll_back(self, mark: int) -> None:
        """Take back every change since the mark."""
        while len(self._back) > mark:
            self._back.pop()()

    def settle(self) -> None:
        """Let every change stand for good."""
        self._back.clear()

    def then(self, back: Callable[[], Any]) -> None:
        """Remember how to take back a change that the caller makes."""
        self._back.append(back)

    def set(self, mapping: dict[Any, Any], key: Any, value: Any) -> None:
        """Set an item; taken back, a new one is gone, and an old one has its old value in its old place."""
        if key in mapping:
            before = mapping[key]
            self._back.append(lambda: mapping.__setitem__(key, before))
        else:
            self._back.append(lambda: mapping.pop(key, None))
        mapping[key] = value

    def drop(self, mapping: dict[Any, Any], key: Any) -> None:
        """Take an item out; taken back, it is in its old place."""
        if key not in mapping:
            return
        before = dict(mapping)

        def restore() -> None:
            mapping.clear()
            mapping.update(before)

        self._back.append(restore)
        del mapping[key]

    def append(self, rows: list[Any], row: Any) -> None:
        """Append to a list."""
        rows.append(row)
        self._back.append(rows.pop)

    def replace(self, rows: list[Any], old: Any, new: Any) -> None:
        """Put `new` in the place of `old` in a list."""
        position = rows.index(old)
        rows[position] = new
        self._back.append(lambda: rows.__setitem__(position, old))
